//! A workbook of score sheets, signed on paper. An application is named by its enterprise's USCC.

use super::*;
use crate::{load, verbs::sheets::sign};
use domain::{Refusal, Refusals, clause::rules, meeting::Manner, review::SheetBody};
use exchange::{Row, read::ScoreRow};
use ledger::{Claim, Reader};
use std::collections::BTreeMap;

const SHEET: &str = "评分";

impl Office {
    /// What importing sheets into a meeting would do. Writes nothing.
    pub fn preview_sheets(&self, meeting_id: &str, file_name: &str, bytes: &[u8]) -> Result<ImportReport, Failure> {
        let (session, _) = self.asking("import.preview_sheets")?;
        let reader = session.books.reader();
        let meeting = load::meeting(reader, meeting_id)?.state;
        let policy = load::policy_of(&load::batch(reader, &meeting.called.batch)?.state)?;
        let files = files(reader, &meeting.called.applications)?;
        let import = exchange::read::sheets(bytes, &terms(policy))?;
        let mut report = report(file_name, &import);
        for row in &import.good {
            match under_review(&files, row) {
                Err(refusals) => refuse(&mut report, row, refusals),
                Ok(application) => {
                    let key = crate::verbs::sheets::draft_key(meeting_id, application, &row.value.expert);
                    let signed = reader.claim_holder(&Claim::new("sheet", key))?.is_some();
                    let may = domain::meeting::may_score(&meeting, application, &row.value.expert);
                    match may {
                        Err(refusals) => refuse(&mut report, row, refusals),
                        Ok(()) => note(&mut report, row, signed),
                    }
                }
            }
        }
        report.preview.truncate(PREVIEW);
        Ok(report)
    }

    /// Imports sheets into a meeting: each good row is signed and sealed as any other sheet. A sheet that is signed
    /// already is left as it is.
    pub fn take_sheets(
        &mut self,
        meeting_id: &str,
        file_name: &str,
        bytes: &[u8],
        accept_good: bool,
        on: &str,
    ) -> Result<ImportReport, Failure> {
        let (session, _) = self.asking("import.sheets")?;
        let reader = session.books.reader();
        let meeting = load::meeting(reader, meeting_id)?.state;
        let policy = load::policy_of(&load::batch(reader, &meeting.called.batch)?.state)?;
        let files = files(reader, &meeting.called.applications)?;
        let import = exchange::read::sheets(bytes, &terms(policy))?;
        let mut report = report(file_name, &import);
        stop_on_faults(&report, accept_good)?;
        let done = self.act("import.sheets", on, |desk| {
            desk.because(format!("import:{}", import.sha256));
            for row in import.good {
                let application = match under_review(&files, &row) {
                    Ok(application) => application.to_owned(),
                    Err(refusals) => {
                        refuse(&mut report, &row, refusals);
                        continue;
                    }
                };
                let key = crate::verbs::sheets::draft_key(meeting_id, &application, &row.value.expert);
                if desk.tx.reader().claim_holder(&Claim::new("sheet", key))?.is_some() {
                    note(&mut report, &row, true);
                    continue;
                }
                let body = SheetBody {
                    application,
                    ..SheetBody::from(row.value.clone())
                };
                // A refused sheet has written nothing; the others may still be taken.
                match sign(desk, policy, meeting_id, body, Manner::Workbook) {
                    Ok(_) => note(&mut report, &row, false),
                    Err(failure) if failure.code == "refused" => {
                        report.good -= 1;
                        report.faults.extend(failure.faults.into_iter().map(|mut fault| {
                            fault.sheet = Some(SHEET.to_owned());
                            fault.row = Some(row.row);
                            fault
                        }));
                    }
                    Err(failure) => return Err(failure),
                }
            }
            stop_on_faults(&report, accept_good)?;
            desk.touch(format!("meeting:{meeting_id}"));
            Ok(())
        })?;
        report.receipt = Some(done.receipt);
        report.preview.truncate(PREVIEW);
        Ok(report)
    }
}

/// The meeting's applications by their enterprises' codes.
fn files(reader: Reader<'_>, applications: &[String]) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for id in applications {
        files.insert(load::application(reader, id)?.state.form.applicant.uscc, id.clone());
    }
    Ok(files)
}

fn under_review<'f>(files: &'f BTreeMap<String, String>, row: &Row<ScoreRow>) -> Result<&'f str, Refusals> {
    files.get(&row.value.application).map(String::as_str).ok_or_else(|| {
        let code = &row.value.application;
        Refusal::new(
            "not_under_review",
            rules::SCORING,
            Say::new(
                format!("“{code}”不在本次评审之列"),
                format!("{code} is not under review at this meeting"),
            ),
            Say::new(
                "请填写参评企业的统一社会信用代码",
                "Give the credit code of an enterprise under review",
            ),
        )
        .into()
    })
}

fn refuse(report: &mut ImportReport, row: &Row<ScoreRow>, refusals: Refusals) {
    report.good -= 1;
    report.faults.extend(row_faults(SHEET, row.row, refusals));
}

fn note(report: &mut ImportReport, row: &Row<ScoreRow>, signed: bool) {
    if signed {
        report.unchanged += 1;
    }
    report.preview.push(PreviewRow {
        row: row.row,
        title: format!("{} · {}", row.value.application, row.value.expert),
        cells: Vec::new(),
        state: if signed { "unchanged" } else { "new" }.into(),
        note: None,
    });
}
