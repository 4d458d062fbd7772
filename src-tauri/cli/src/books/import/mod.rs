//! `desk --books FOLDER --as NAME import KIND FILE`

mod report;

use super::{
    Access,
    access::file_name,
    answer::{refused, refused_file},
};
use crate::{
    fault::{Fault, Refused},
    out::Printer,
};
use clap::{Args, ValueEnum};
use domain::Say;
use indicatif::ProgressBar;
use office::{
    Office,
    wire::{self, BatchPage, BatchRow, ById, Failure, ImportReport, Nothing},
};
use report::Report;
use serde::Serialize;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_enum)]
    kind: Kind,
    /// 工作簿（.xlsx）· The workbook
    file: PathBuf,
    /// 批次（编号或名称）；只有一个受理中的批次时可省略 · The batch, by id or name; the only open one if not given
    #[arg(long, value_name = "ID|NAME")]
    batch: Option<String>,
    /// 评审会编号；不给则为该批次的评审会 · The meeting, for sheets; that of the batch if not given
    #[arg(long, value_name = "ID", conflicts_with = "batch")]
    meeting: Option<String>,
    /// 只预览，不写入 · Only tell what would be done
    #[arg(long, conflicts_with = "accept_good")]
    preview: bool,
    /// 有错误时仍导入正确的行 · Take the good rows although others have faults
    #[arg(long)]
    accept_good: bool,
    /// 把未导入的行写入此工作簿，改正后可再导入 · Write the rows not taken to this workbook, to correct and import again
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// 收件日期；不给则为今天 · The date of the act; today if not given
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 申请与材料 · applications and their materials
    Filings,
    /// 专家库 · the pool of experts
    Experts,
    /// 评分表 · score sheets
    Sheets,
}

impl Import {
    pub fn run(&self, access: &Access, printer: &mut Printer) -> Result<(), Refused> {
        self.rejects_apart()?;
        let bytes = bytes(&self.file)?;
        let mut office = access.open()?;
        let on = self.on.clone().unwrap_or_else(|| office.today().to_string());
        let target = self.target(&mut office, &on)?;
        let shown = self.file.display().to_string();

        let spinner = ProgressBar::new_spinner();
        spinner.enable_steady_tick(Duration::from_millis(100));
        let done = self.import(&mut office, &target, &bytes, &on);
        spinner.finish_and_clear();

        let faults = match &done {
            Ok(report) => &report.faults,
            Err(failure) => &failure.faults,
        };
        let rejects = self.write_rejects(&office, &target, &bytes, &on, faults)?;
        let report = done.map_err(|failure| refused_file(&failure, Some(&shown)))?;
        let (entries, head) = head(&mut office)?;
        printer.answer(&Report::new(
            self.kind,
            &report,
            self.preview,
            rejects,
            (entries, head),
            printer.lang,
        ))
    }

    fn import(&self, office: &mut Office, target: &str, bytes: &[u8], on: &str) -> Result<ImportReport, Failure> {
        let name = file_name(&self.file);
        match self.kind {
            Kind::Filings if self.preview => office.preview_filings(target, &name, bytes, on),
            Kind::Experts if self.preview => office.preview_experts(&name, bytes),
            Kind::Sheets if self.preview => office.preview_sheets(target, &name, bytes),
            Kind::Filings => office.take_filings(target, &name, bytes, self.accept_good, on),
            Kind::Experts => office.take_experts(&name, bytes, self.accept_good, on),
            Kind::Sheets => office.take_sheets(target, &name, bytes, self.accept_good, on),
        }
    }

    /// Writes the rows that were not taken, if there are any; answers where.
    fn write_rejects(
        &self,
        office: &Office,
        target: &str,
        bytes: &[u8],
        on: &str,
        faults: &[wire::Fault],
    ) -> Result<Option<String>, Refused> {
        // Without a row the fault is the file's or the call's, and there are no rows to give back.
        let Some(path) = self
            .rejects
            .as_deref()
            .filter(|_| faults.iter().any(|f| f.row.is_some()))
        else {
            return Ok(None);
        };
        let out = match self.kind {
            Kind::Filings => office.rejected_filings(target, bytes, on, faults),
            Kind::Experts => office.rejected_experts(bytes, faults),
            Kind::Sheets => office.rejected_sheets(target, bytes, faults),
        };
        let out = out.map_err(|failure| refused(&failure))?;
        let shown = path.display().to_string();
        fs::write(path, out).map_err(|error| Refused::unwritable(&shown, &error))?;
        Ok(Some(shown))
    }

    /// The rows given back must not take the place of the file they come from.
    fn rejects_apart(&self) -> Result<(), Refused> {
        let same = |rejects: &Path| {
            let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
            real(rejects) == real(&self.file)
        };
        if !self.rejects.as_deref().is_some_and(same) {
            return Ok(());
        }
        Err(Refused::usage(Fault::argument(
            "--rejects",
            "same_file",
            Say::new("与要导入的文件相同", "is the file to be imported"),
            Say::new("请另给一个文件名", "Name another file"),
        )))
    }

    /// The batch for filings, the meeting for sheets, nothing for experts.
    fn target(&self, office: &mut Office, on: &str) -> Result<String, Refused> {
        match (self.kind, &self.meeting) {
            (Kind::Experts, _) => Ok(String::new()),
            (Kind::Filings, None) => self.batch(office, on),
            (Kind::Filings, Some(_)) => Err(Refused::usage(Fault::argument(
                "--meeting",
                "conflict",
                Say::new(
                    "申请导入批次，不导入评审会",
                    "applications go to a batch, not to a meeting",
                ),
                Say::new("请用 --batch", "Use --batch"),
            ))),
            (Kind::Sheets, Some(meeting)) => Ok(meeting.clone()),
            (Kind::Sheets, None) => {
                let batch = self.batch(office, on)?;
                let page: BatchPage =
                    office::ask(office, "batch.view", &ById { id: batch }).map_err(|f| refused(&f))?;
                page.meeting.ok_or_else(|| {
                    Refused::usage(Fault::argument(
                        "--meeting",
                        "no_meeting",
                        Say::new(
                            format!("批次“{}”尚未召集评审会", page.batch.name),
                            format!("no meeting was called for the batch {}", page.batch.name),
                        ),
                        Say::new(
                            "请先召集评审会，或用 --batch 指明批次",
                            "Call it first, or name the batch with --batch",
                        ),
                    ))
                })
            }
        }
    }

    /// The batch of this id or name; if none is named the only one open on the day, or the only one there is.
    fn batch(&self, office: &mut Office, on: &str) -> Result<String, Refused> {
        let rows: Vec<BatchRow> =
            office::ask(office, "batch.list", &Nothing {}).map_err(|failure| refused(&failure))?;
        let only = |rows: &[&BatchRow]| match rows {
            [row] => Some(row.id.clone()),
            _ => None,
        };
        let all: Vec<&BatchRow> = rows.iter().collect();
        let named = |name: &String| only(&filter(&all, |row| &row.id == name || &row.name == name));
        let open = || {
            only(&filter(&all, |row| {
                row.opens_on.as_str() <= on && on <= row.closes_on.as_str()
            }))
        };
        let found = match &self.batch {
            Some(name) => named(name),
            None => open().or_else(|| only(&all)),
        };
        found.ok_or_else(|| {
            let names = rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>();
            let message = match &self.batch {
                Some(name) => Say::new(
                    format!("没有唯一的批次“{name}”"),
                    format!("there is no batch {name}, or more than one"),
                ),
                None => Say::new("不能确定导入哪一批次", "it is not clear which batch is meant"),
            };
            let remedy = if names.is_empty() {
                Say::new(
                    "账套中还没有批次，请先开启批次",
                    "The books have no batch; open one first",
                )
            } else {
                Say::new(
                    format!("请用 --batch 指明，现有：{}", names.join("、")),
                    format!("Name it with --batch; there are: {}", names.join(", ")),
                )
            };
            Refused::usage(Fault::argument("--batch", "which_batch", message, remedy))
        })
    }
}

fn filter<'r>(rows: &[&'r BatchRow], keep: impl Fn(&BatchRow) -> bool) -> Vec<&'r BatchRow> {
    rows.iter().copied().filter(|row| keep(row)).collect()
}

/// The bytes of a workbook, unless it is larger than any that is read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Refused> {
    let shown = path.display().to_string();
    exchange::book::load(path).map_err(|fault| refused_file(&fault.into(), Some(&shown)))
}

fn head(office: &mut Office) -> Result<(i64, String), Refused> {
    let books = office.books().map_err(|failure| refused(&failure))?;
    let (entries, head) = books.reader().head().map_err(|fault| refused(&fault.into()))?;
    Ok((entries, hex::encode(head)))
}
