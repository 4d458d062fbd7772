//! 退回: the rows that were not taken, as a workbook to correct and import again. Rows that a rule of the books refused
//! are among them, with the rule's words.

use super::*;
use crate::load;
use exchange::write::{WriteFault, rejected_experts, rejected_filings, rejected_sheets};
use exchange::{FileFault, columns::MATERIALS};

impl Office {
    /// `faults` are those of the report of this file.
    pub fn rejected_filings(&self, batch: &str, bytes: &[u8], on: &str, faults: &[Fault]) -> Result<Vec<u8>, Failure> {
        let (session, _) = self.asking("import.rejects")?;
        let batch = load::batch(session.books.reader(), batch)?.state;
        let as_of = crate::desk::date(on, "on")?;
        let read = |b: &[u8], t: &Terms| exchange::read::filings(b, t, Some(as_of));
        rejected(bytes, load::policy_of(&batch)?, faults, read, rejected_filings)
    }

    /// `faults` are those of the report of this file.
    pub fn rejected_sheets(&self, meeting: &str, bytes: &[u8], faults: &[Fault]) -> Result<Vec<u8>, Failure> {
        let (session, _) = self.asking("import.rejects")?;
        let reader = session.books.reader();
        let meeting = load::meeting(reader, meeting)?.state;
        let batch = load::batch(reader, &meeting.called.batch)?.state;
        rejected(
            bytes,
            load::policy_of(&batch)?,
            faults,
            exchange::read::sheets,
            rejected_sheets,
        )
    }

    /// `faults` are those of the report of this file.
    pub fn rejected_experts(&self, bytes: &[u8], faults: &[Fault]) -> Result<Vec<u8>, Failure> {
        self.asking("import.rejects")?;
        rejected(
            bytes,
            crate::state::default_policy()?,
            faults,
            exchange::read::experts,
            rejected_experts,
        )
    }
}

fn rejected<T>(
    bytes: &[u8],
    policy: &Policy,
    faults: &[Fault],
    read: impl Fn(&[u8], &Terms) -> Result<Import<T>, FileFault>,
    write: impl Fn(&[u8], &Import<T>, &Terms) -> Result<Vec<u8>, WriteFault>,
) -> Result<Vec<u8>, Failure> {
    let terms = terms(policy);
    let mut import = read(bytes, &terms)?;
    refuse_rows(&mut import, faults);
    write(bytes, &import, &terms).map_err(Failure::internal)
}

/// Moves the good rows that were refused afterwards to the faults.
fn refuse_rows<T>(import: &mut Import<T>, faults: &[Fault]) {
    let good: std::collections::BTreeSet<u32> = import.good.iter().map(|row| row.row).collect();
    for fault in faults {
        let (Some(sheet), Some(row)) = (&fault.sheet, fault.row) else {
            continue;
        };
        // A fault of the reading stands in the import already, and of a line of materials concerns another sheet.
        if sheet == MATERIALS || !good.contains(&row) {
            continue;
        }
        import.good.retain(|kept| kept.row != row);
        import.faults.push(CellFault {
            place: Place {
                sheet: sheet.clone(),
                row,
                letter: String::new(),
                caption: String::new(),
            },
            code: "refused",
            value: String::new(),
            message: Say::new(fault.message.zh.clone(), fault.message.en.clone()),
            remedy: Say::new(fault.remedy.zh.clone(), fault.remedy.en.clone()),
            clause: fault.clause.clone().map(domain::Clause),
        });
    }
}
