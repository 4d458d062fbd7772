//! The schema, and the migration of local tables. Ledger tables are never altered; projections are folded anew.

use crate::{
    books::FORMAT,
    fault::{BooksFault, Context},
    projections,
};
use rusqlite::{Connection, Transaction};

const LEDGER: &str = include_str!("ledger.sql");
/// Local tables, step by step: `LOCAL[i]` leads from version i to i + 1.
const LOCAL: &[&str] = &[include_str!("local_1.sql")];

/// Makes all tables of new books.
pub(crate) fn create(tx: &Transaction<'_>) -> Result<(), BooksFault> {
    tx.execute_batch(LEDGER).context("make the ledger's tables")?;
    upgrade(tx, 0)?;
    projections::create_all(tx)?;
    Ok(())
}

/// Brings local tables to this program's version and folds projections whose shape changed. Newer books are refused.
pub(crate) fn migrate(conn: &mut Connection) -> Result<(), BooksFault> {
    let found = version(conn)?;
    if found > FORMAT {
        return Err(BooksFault::Newer { found, known: FORMAT });
    }
    let tx = conn.transaction().context("begin migrating")?;
    upgrade(&tx, found)?;
    projections::refold_changed(&tx)?;
    tx.commit().context("commit migrating")?;
    Ok(())
}

fn upgrade(tx: &Transaction<'_>, from: u32) -> Result<(), BooksFault> {
    for step in LOCAL.iter().skip(from as usize) {
        tx.execute_batch(step).context("migrate the local tables")?;
    }
    tx.pragma_update(None, "user_version", LOCAL.len() as u32).context("note the format")?;
    Ok(())
}

fn version(conn: &Connection) -> Result<u32, BooksFault> {
    Ok(conn.query_row("PRAGMA user_version", [], |r| r.get(0)).context("read the format")?)
}
