//! The schema, and the migration of local tables. Ledger tables are never altered; projections are folded anew.

use crate::{
    StoreFault,
    books::FORMAT,
    fault::{BooksFault, Context},
    projections, tx,
};
use rusqlite::{Connection, Transaction};

#[cfg(test)]
mod tests;

const LEDGER: &str = include_str!("ledger.sql");
/// Local tables, step by step: `LOCAL[i]` leads from version i to i + 1.
const LOCAL: &[&str] = &[include_str!("local_1.sql")];
const _: () = assert!(
    LOCAL.len() == FORMAT as usize,
    "the format counts the steps of the local tables"
);

/// The whole schema, with a comment for every column: what `docs/schema.sql` holds.
pub fn schema_text() -> String {
    let parts = std::iter::once(LEDGER)
        .chain(LOCAL.iter().copied())
        .chain(projections::ddl());
    let head = "-- The schema of books.db. Made by `cargo run -p ledger --example schema`; edit the parts, not this.\n";
    std::iter::once(head)
        .chain(parts)
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n\n")
        + "\n"
}

/// Makes all tables of new books.
pub(crate) fn create(tx: &Transaction<'_>) -> Result<(), BooksFault> {
    tx.execute_batch(LEDGER).context("make the ledger's tables")?;
    upgrade(tx, 0, LOCAL)?;
    projections::create_all(tx)?;
    Ok(())
}

/// Brings local tables to this program's version and folds projections whose shape changed or that lag behind.
/// Errors: newer books; no books at all; entries missing that were folded once.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), BooksFault> {
    let found = version(conn)?;
    if found > FORMAT {
        return Err(BooksFault::Newer { found, known: FORMAT });
    }
    if found == 0 {
        return Err(BooksFault::Damaged("books.db: user_version 0".into()));
    }
    let tx = conn.transaction().context("begin migrating")?;
    upgrade(&tx, found, LOCAL)?;
    let (head, _) = tx::head(&tx)?;
    // A projection ahead of the ledger is the last trace of entries that were cut off: it is not folded away.
    let ahead = projections::notes(&tx)?
        .iter()
        .filter_map(|note| note.noted)
        .map(|n| n.folded)
        .max();
    if let Some(folded) = ahead.filter(|folded| *folded > head) {
        return Err(BooksFault::Damaged(format!("entries: {head} / {folded}")));
    }
    projections::refold_changed(&tx, head)?;
    tx.commit().context("commit migrating")?;
    Ok(())
}

/// Takes the steps that these books have not taken yet.
fn upgrade(tx: &Transaction<'_>, from: u32, steps: &[&str]) -> Result<(), StoreFault> {
    let to_take = steps.get(from as usize..).unwrap_or_default();
    for step in to_take {
        tx.execute_batch(step).context("migrate the local tables")?;
    }
    if !to_take.is_empty() {
        tx.pragma_update(None, "user_version", steps.len() as u32)
            .context("note the format")?;
    }
    Ok(())
}

pub(crate) fn version(conn: &Connection) -> Result<u32, StoreFault> {
    conn.query_row("PRAGMA user_version", [], |r| r.get(0))
        .context("read the format")
}
