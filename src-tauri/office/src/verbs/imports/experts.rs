//! The pool of experts.

use super::*;
use crate::load;
use domain::{
    clause::rules,
    expert::{self, ExpertEnrolled},
};
use exchange::{Row, read::ExpertRow};
use ledger::{Claim, Expected, New, Reader};

const SHEET: &str = "专家";

enum Effect {
    New,
    Changed { id: String, version: i64 },
    Unchanged,
}

impl Office {
    /// What importing a pool would do. Writes nothing.
    pub fn preview_experts(&self, file_name: &str, bytes: &[u8]) -> Result<ImportReport, Failure> {
        let (session, _) = self.asking("import.preview_experts")?;
        let reader = session.books.reader();
        let import = exchange::read::experts(bytes, &terms(crate::state::default_policy()?))?;
        let mut report = report(file_name, &import);
        for row in &import.good {
            let effect = effect(reader, &ExpertEnrolled::from(&row.value))?;
            note(&mut report, row, &effect);
        }
        report.preview.truncate(PREVIEW);
        Ok(report)
    }

    /// Imports the pool: new experts are enrolled, changed ones enrolled anew; nobody is removed.
    pub fn take_experts(
        &mut self,
        file_name: &str,
        bytes: &[u8],
        accept_good: bool,
        on: &str,
    ) -> Result<ImportReport, Failure> {
        self.asking("import.experts")?;
        let policy = crate::state::default_policy()?;
        let import = exchange::read::experts(bytes, &terms(policy))?;
        let mut report = report(file_name, &import);
        stop_on_faults(&report, accept_good)?;
        let done = self.act("import.experts", on, |desk| {
            desk.because(format!("import:{}", import.sha256));
            for row in &import.good {
                let expert = ExpertEnrolled::from(&row.value);
                let effect = effect(desk.tx.reader(), &expert)?;
                note(&mut report, row, &effect);
                let no = Claim::new("expert-no", &expert.no);
                let event = match expert::enrol(expert) {
                    Ok(event) => New::new(event, rules::DRAW),
                    Err(refusals) => {
                        report.good -= 1;
                        report.faults.extend(row_faults(SHEET, row.row, refusals));
                        continue;
                    }
                };
                match effect {
                    Effect::Unchanged => {}
                    Effect::New => {
                        let id = desk.new_id();
                        desk.append(
                            &policy.id,
                            &load::stream("expert", &id),
                            Expected::New,
                            vec![event.taking(no)],
                        )?;
                    }
                    Effect::Changed { id, version } => {
                        desk.append(
                            &policy.id,
                            &load::stream("expert", &id),
                            Expected::At(version),
                            vec![event],
                        )?;
                    }
                }
            }
            stop_on_faults(&report, accept_good)?;
            desk.touch("experts");
            Ok(())
        })?;
        report.receipt = Some(done.receipt);
        report.preview.truncate(PREVIEW);
        Ok(report)
    }
}

fn effect(reader: Reader<'_>, expert: &ExpertEnrolled) -> Result<Effect, Failure> {
    let Some(stream) = reader.claim_holder(&Claim::new("expert-no", &expert.no))? else {
        return Ok(Effect::New);
    };
    let at = load::expert(reader, load::id_of(&stream))?;
    Ok(if &at.state == expert {
        Effect::Unchanged
    } else {
        Effect::Changed {
            id: load::id_of(&stream).to_owned(),
            version: at.version,
        }
    })
}

fn note(report: &mut ImportReport, row: &Row<ExpertRow>, effect: &Effect) {
    let state = match effect {
        Effect::New => "new",
        Effect::Changed { .. } => "changed",
        Effect::Unchanged => {
            report.unchanged += 1;
            "unchanged"
        }
    };
    report.preview.push(PreviewRow {
        row: row.row,
        title: format!("{} {}", row.value.id, row.value.name),
        cells: vec![row.value.specialty.clone(), row.value.employer.clone()],
        state: state.into(),
        note: None,
    });
}
