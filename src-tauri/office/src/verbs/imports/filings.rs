//! A county office's workbook of applications.

use super::*;
use crate::{desk::Desk, load, verbs::batches::touch_batch};
use domain::{
    Event, Refusals,
    application::{self, Applicant, ApplicationForm, ApplicationJudged, ApplicationReceived, Source},
    batch::BatchOpened,
    clause::{plan, rules},
    eligibility::judge,
    enterprise::EnterpriseRegistered,
};
use exchange::Row;
use ledger::{Claim, Expected, New, Reader};

const SHEET: &str = "申请";

/// What a row would do to the books.
enum Effect {
    New { enterprise: Option<String> },
    Unchanged,
    Refused(Refusals),
}

impl Office {
    /// What importing a workbook into a batch on a day would do. Writes nothing.
    pub fn preview_filings(
        &self,
        batch_id: &str,
        file_name: &str,
        bytes: &[u8],
        on: &str,
    ) -> Result<ImportReport, Failure> {
        let (session, _) = self.asking("import.preview_filings")?;
        let reader = session.books.reader();
        let batch = opened(reader, batch_id)?;
        let on = crate::desk::date(on, "on")?;
        let import = read(crate::state::policy(&batch.policy)?, bytes, on)?;
        let mut report = report(file_name, &import);
        for row in &import.good {
            let effect = effect(reader, batch_id, &batch, &row.value, on, &import.sha256)?;
            note(&mut report, row, &effect);
        }
        for row in faulty_rows(&report).into_iter().take(PREVIEW) {
            report.preview.push(PreviewRow {
                row,
                title: String::new(),
                cells: Vec::new(),
                state: "fault".into(),
                note: None,
            });
        }
        report.preview.sort_by_key(|p| p.row);
        report.preview.truncate(PREVIEW);
        Ok(report)
    }

    /// Imports a workbook's applications into a batch: for each good row the enterprise (if new), the application and
    /// its judged conditions. With faults and without `accept_good` nothing is written.
    pub fn take_filings(
        &mut self,
        batch_id: &str,
        file_name: &str,
        bytes: &[u8],
        accept_good: bool,
        on: &str,
    ) -> Result<ImportReport, Failure> {
        let (session, _) = self.asking("import.filings")?;
        let batch = opened(session.books.reader(), batch_id)?;
        let policy = crate::state::policy(&batch.policy)?;
        let as_of = crate::desk::date(on, "on")?;
        let import = read(policy, bytes, as_of)?;
        let mut report = report(file_name, &import);
        stop_on_faults(&report, accept_good)?;
        let done = self.act("import.filings", on, |desk| {
            desk.because(format!("import:{}", import.sha256));
            for row in import.good {
                let effect = effect(desk.tx.reader(), batch_id, &batch, &row.value, desk.on, &import.sha256)?;
                note(&mut report, &row, &effect);
                if let Effect::New { enterprise } = effect {
                    let source = Source {
                        file: file_name.to_owned(),
                        sha256: import.sha256.clone(),
                        row: row.row,
                    };
                    receive(desk, batch_id, policy, row.value, enterprise, source)?;
                }
            }
            stop_on_faults(&report, accept_good)?;
            touch_batch(desk, batch_id);
            Ok(())
        })?;
        report.receipt = Some(done.receipt);
        report.preview.truncate(PREVIEW);
        Ok(report)
    }
}

/// The workbook's applications as this version asks for them: a fact it has a rule on and the file leaves blank is asked
/// and not known, never passed over.
fn read(policy: &Policy, bytes: &[u8], on: chrono::NaiveDate) -> Result<Import<ApplicationForm>, Failure> {
    let mut import = exchange::read::filings(bytes, &terms(policy), Some(on))?;
    for row in &mut import.good {
        row.value.facts.ask_under(&policy.eligibility);
    }
    Ok(import)
}

fn opened(reader: Reader<'_>, batch: &str) -> Result<BatchOpened, Failure> {
    load::batch(reader, batch)?
        .state
        .opened
        .ok_or_else(|| Failure::internal("a batch that was never opened"))
}

fn effect(
    reader: Reader<'_>,
    batch_id: &str,
    batch: &BatchOpened,
    form: &ApplicationForm,
    on: chrono::NaiveDate,
    sha256: &str,
) -> Result<Effect, Failure> {
    let holder = reader.claim_holder(&application_claim(batch_id, &form.applicant))?;
    if let Some(stream) = holder {
        let there = load::application(reader, load::id_of(&stream))?.state.received.form;
        return Ok(if &there == form {
            Effect::Unchanged
        } else {
            Effect::Refused(application::already_applied(&form.applicant.name).into())
        });
    }
    let enterprise = reader.claim_holder(&Claim::new("uscc", &form.applicant.uscc))?;
    let enterprise = enterprise.map(|stream| load::id_of(&stream).to_owned());
    if let Some(id) = &enterprise
        && ended_by_this_file(reader, id, batch_id, sha256)?
    {
        return Ok(Effect::Unchanged);
    }
    if let Err(refusals) = application::receivable(batch, form, on) {
        return Ok(Effect::Refused(refusals));
    }
    Ok(Effect::New { enterprise })
}

/// Whether this very file brought an application that was returned or withdrawn since: it does not apply again by itself,
/// a new file does.
fn ended_by_this_file(reader: Reader<'_>, enterprise: &str, batch: &str, sha256: &str) -> Result<bool, Failure> {
    for row in reader.applications_of_enterprise(enterprise)? {
        if row.batch == batch && row.stage.frees_the_applicant() {
            let received = load::application(reader, &row.id)?.state.received;
            if received.source.is_some_and(|source| source.sha256 == sha256) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

pub(in crate::verbs) fn application_claim(batch: &str, applicant: &Applicant) -> Claim {
    Claim::new("application", format!("{batch}/{}", applicant.uscc))
}

fn note(report: &mut ImportReport, row: &Row<ApplicationForm>, effect: &Effect) {
    let state = match effect {
        Effect::New { .. } => "new",
        Effect::Unchanged => {
            report.unchanged += 1;
            "unchanged"
        }
        Effect::Refused(refusals) => {
            report.good -= 1;
            report.faults.extend(row_faults(SHEET, row.row, refusals.clone()));
            return;
        }
    };
    if report.preview.len() < PREVIEW {
        let a = &row.value.applicant;
        report.preview.push(PreviewRow {
            row: row.row,
            title: a.name.clone(),
            cells: vec![a.uscc.clone(), a.county.clone(), a.legal_representative.clone()],
            state: state.into(),
            note: None,
        });
    }
}

fn faulty_rows(report: &ImportReport) -> std::collections::BTreeSet<u32> {
    report
        .faults
        .iter()
        .filter(|f| f.sheet.as_deref() == Some(SHEET))
        .filter_map(|f| f.row)
        .collect()
}

fn receive(
    desk: &mut Desk<'_, '_>,
    batch: &str,
    policy: &Policy,
    form: ApplicationForm,
    enterprise: Option<String>,
    source: Source,
) -> Result<(), Failure> {
    let enterprise = match enterprise {
        Some(id) => id,
        None => {
            let id = desk.new_id();
            let a = form.applicant.clone();
            let claim = Claim::new("uscc", &a.uscc);
            let registered = Event::EnterpriseRegistered(EnterpriseRegistered {
                uscc: a.uscc,
                name: a.name,
                county: a.county,
                legal_representative: a.legal_representative,
                contact: a.contact,
                phone: a.phone,
                founded: a.founded,
            });
            desk.append(
                &policy.id,
                &load::stream("enterprise", &id),
                Expected::New,
                vec![New::new(registered, rules::RECEIPT).taking(claim)],
            )?;
            id
        }
    };
    let id = desk.new_id();
    let claim = application_claim(batch, &form.applicant);
    let judgement = judge(policy, &id, &form.facts);
    let judged = ApplicationJudged {
        verdict: judgement.verdict,
        findings: judgement.findings,
        policy: judgement.policy,
    };
    let received = ApplicationReceived {
        batch: batch.to_owned(),
        enterprise,
        policy: policy.id.clone(),
        form,
        source: Some(source),
    };
    desk.append(
        &policy.id,
        &load::stream("application", &id),
        Expected::New,
        vec![
            New::new(Event::ApplicationReceived(received), rules::RECEIPT).taking(claim),
            New::new(Event::ApplicationJudged(judged), plan::SELECTION),
        ],
    )?;
    Ok(())
}
