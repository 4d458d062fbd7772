//! The ledger's entries and its verification.

use super::entry_view;
use crate::{Office, wire::*};
use domain::Say;
use ledger::Difference;

/// Entries a page shows at most.
const MOST: u32 = 500;

impl Office {
    pub(crate) fn ledger_entries(&mut self, request: EntriesRequest) -> Result<EntriesPage, Failure> {
        let (session, _) = self.asking("ledger.entries")?;
        let reader = session.books.reader();
        let before = match request.before.as_deref() {
            None | Some("") => i64::MAX,
            Some(text) => text.parse().map_err(|_| {
                Failure::invalid(
                    "before",
                    Say::new(format!("“{text}”不是条目号"), format!("{text:?} is no entry number")),
                    Say::new("请刷新页面", "Refresh the page"),
                )
            })?,
        };
        let (total, head) = reader.head()?;
        let entries = reader.entries_before(before, request.limit.min(MOST))?;
        Ok(EntriesPage {
            entries: entries.into_iter().map(entry_view).collect(),
            total: total.to_string(),
            head: hex::encode(head),
        })
    }

    pub(crate) fn ledger_verify(&mut self, _: Nothing) -> Result<VerifyReport, Failure> {
        let (session, _) = self.asking("ledger.verify")?;
        Ok(verify_report(&session.books.verify()?))
    }

    /// Drops every table that is folded from entries and folds it again; nothing official changes. Answers what
    /// `verify` finds afterwards.
    pub fn rebuild(&mut self) -> Result<VerifyReport, Failure> {
        self.asking("ledger.verify")?;
        let books = self.books()?;
        books.rebuild()?;
        Ok(verify_report(&books.verify()?))
    }
}

/// What `verify` found, in words.
pub fn verify_report(found: &ledger::Verification) -> VerifyReport {
    VerifyReport {
        ok: found.holds(),
        entries: found.chain.entries.to_string(),
        head: hex::encode(found.chain.head),
        first_bad_entry: found.chain.first_bad.map(|n| n.to_string()),
        differences: found.differences.iter().map(|d| difference(d).into()).collect(),
    }
}

fn difference(d: &Difference) -> Say {
    let none = || "—".to_owned();
    match d {
        Difference::Entry { n, fault } => Say::new(format!("第{n}条：{fault}"), format!("Entry {n}: {fault}")),
        Difference::Row { table, folded, stored } => {
            let (folded, stored) = (folded.clone().unwrap_or_else(none), stored.clone().unwrap_or_else(none));
            Say::new(
                format!("表{table}：按账本应为“{folded}”，实际为“{stored}”"),
                format!("Table {table}: the entries give {folded:?}, stored is {stored:?}"),
            )
        }
        Difference::Bytes { n, sha256 } => Say::new(
            format!("第{n}条所记文书（{sha256}）的存档缺失或被改动"),
            format!("The stored paper of entry {n} ({sha256}) is missing or changed"),
        ),
    }
}
