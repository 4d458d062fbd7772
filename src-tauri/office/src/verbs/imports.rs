//! Importing workbooks: preview, then all or the good rows. An import is one transaction of ordinary decisions that
//! share a cause; a row that changes nothing appends nothing.

mod experts;
mod filings;
mod rejects;
mod sheets;

pub(super) use filings::application_claim;

use crate::{Office, wire::*};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::{Say, policy::Policy};
use exchange::{CellFault, Import, Place, Remark, Terms};

/// Preview rows shown at most; the counts are of all.
const PREVIEW: usize = 200;

impl Office {
    pub(crate) fn import_preview_filings(&mut self, request: ImportFile) -> Result<ImportReport, Failure> {
        let on = self.today().to_string();
        self.preview_filings(&request.target, &request.file_name, &bytes(&request)?, &on)
    }

    pub(crate) fn import_filings(&mut self, request: AcceptImport) -> Result<ImportReport, Failure> {
        let bytes = bytes(&request.file)?;
        self.take_filings(
            &request.file.target,
            &request.file.file_name,
            &bytes,
            request.accept_good,
            &request.on,
        )
    }

    pub(crate) fn import_preview_experts(&mut self, request: ImportFile) -> Result<ImportReport, Failure> {
        self.preview_experts(&request.file_name, &bytes(&request)?)
    }

    pub(crate) fn import_experts(&mut self, request: AcceptImport) -> Result<ImportReport, Failure> {
        let bytes = bytes(&request.file)?;
        self.take_experts(&request.file.file_name, &bytes, request.accept_good, &request.on)
    }

    pub(crate) fn import_preview_sheets(&mut self, request: ImportFile) -> Result<ImportReport, Failure> {
        self.preview_sheets(&request.target, &request.file_name, &bytes(&request)?)
    }

    pub(crate) fn import_sheets(&mut self, request: AcceptImport) -> Result<ImportReport, Failure> {
        let bytes = bytes(&request.file)?;
        self.take_sheets(
            &request.file.target,
            &request.file.file_name,
            &bytes,
            request.accept_good,
            &request.on,
        )
    }

    pub(crate) fn import_rejects(&mut self, request: ImportFile) -> Result<FileOut, Failure> {
        self.asking("import.rejects")?;
        let (bytes, on) = (bytes(&request)?, self.today().to_string());
        let report = self.preview_filings(&request.target, &request.file_name, &bytes, &on)?;
        let out = self.rejected_filings(&request.target, &bytes, &on, &report.faults)?;
        Ok(file(format!("退回-{}", request.file_name), &out))
    }

    pub(crate) fn template_export(&mut self, request: TemplateRequest) -> Result<FileOut, Failure> {
        self.asking("template.export")?;
        let terms = terms(crate::state::default_policy()?);
        let (name, out) = match request.kind.as_str() {
            "filings" => ("申请汇总表模板.xlsx", exchange::template::filings(&terms)),
            "experts" => ("专家库模板.xlsx", exchange::template::experts(&terms)),
            "sheets" => ("评分表模板.xlsx", exchange::template::sheets(&terms)),
            other => {
                return Err(Failure::invalid(
                    "kind",
                    Say::new(format!("没有“{other}”模板"), format!("No template {other}")),
                    Say::new("可用：filings、experts、sheets", "There are: filings, experts, sheets"),
                ));
            }
        };
        Ok(file(name.to_owned(), &out.map_err(Failure::internal)?))
    }
}

fn terms(policy: &Policy) -> Terms {
    Terms::from(policy)
}

fn bytes(file: &ImportFile) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(file.content.as_bytes()).map_err(|_| {
        Failure::invalid(
            "content",
            Say::new("文件内容未能完整传入", "The file did not arrive whole"),
            Say::new("请重新选择文件", "Choose the file again"),
        )
    })
}

fn file(file_name: String, bytes: &[u8]) -> FileOut {
    FileOut {
        file_name,
        content: STANDARD.encode(bytes),
    }
}

/// The report of what was read, before anything is taken.
fn report<T>(file_name: &str, import: &Import<T>) -> ImportReport {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ImportReport {
        file_name: file_name.to_owned(),
        sha256: import.sha256.clone(),
        rows: count(import.rows),
        good: count(import.good.len()),
        unchanged: 0,
        faults: import.faults.iter().map(cell_fault).collect(),
        warnings: import.warnings.iter().map(remark).collect(),
        cleaned: import.cleaned.iter().map(remark).collect(),
        preview: Vec::new(),
        receipt: None,
    }
}

fn placed(place: &Place, code: &str, message: Say, remedy: Say) -> Fault {
    let mut fault = Fault::plain(code, message, remedy);
    fault.sheet = Some(place.sheet.clone());
    fault.row = Some(place.row);
    fault.column = (!place.letter.is_empty()).then(|| format!("{} {}", place.letter, place.caption));
    fault
}

fn cell_fault(f: &CellFault) -> Fault {
    let mut fault = placed(&f.place, f.code, f.message.clone(), f.remedy.clone());
    fault.clause = f.clause.as_ref().map(|c| c.0.clone());
    fault
}

fn remark(r: &Remark) -> Fault {
    let remedy = match &r.taken {
        Some(taken) => Say::new(format!("按“{taken}”读取"), format!("taken as {taken:?}")),
        None => Say::new("请核对", "Please check"),
    };
    placed(&r.place, r.code, r.message.clone(), remedy)
}

/// A rule's refusal of one row, placed at its row.
fn row_faults(sheet: &str, row: u32, refusals: domain::Refusals) -> Vec<Fault> {
    refusals
        .0
        .into_iter()
        .map(|r| {
            let mut fault = Fault::from(r);
            fault.sheet = Some(sheet.to_owned());
            fault.row = Some(row);
            fault
        })
        .collect()
}

/// Faults stand in the way unless the good rows are to be taken without them.
fn stop_on_faults(report: &ImportReport, accept_good: bool) -> Result<(), Failure> {
    if report.faults.is_empty() || (accept_good && report.good > 0) {
        return Ok(());
    }
    Err(Failure::new(
        "invalid",
        Say::new(
            format!("文件有{}处错误，未导入任何内容", report.faults.len()),
            format!("The file has {} faults; nothing was imported", report.faults.len()),
        ),
        report.faults.clone(),
    ))
}
