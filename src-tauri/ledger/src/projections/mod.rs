//! Projections: tables folded from entries. Never migrated: a changed version is dropped and folded again.
//!
//! They hold dates, never "overdue" or "suspended now": queries derive those from the clock.

mod applications;
mod batches;
mod claims;
mod enterprises;
mod experts;
mod licences;
mod meetings;
mod papers;

pub use applications::ApplicationRow;
pub use batches::{BatchCounts, BatchRow};
pub use enterprises::{EnterpriseRow, SuspensionRow};
pub use experts::ExpertRow;
pub use licences::LicenceRow;
pub use meetings::{MeetingRow, SheetRow};
pub use papers::PaperRow;

use crate::{Entry, StoreFault, fault::Context};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// One projection: its tables, its shape's version, and how an entry changes them.
struct Projection {
    name: &'static str,
    version: i64,
    ddl: &'static str,
    tables: &'static [&'static str],
    fold: fn(&Connection, &Entry) -> rusqlite::Result<()>,
}

const ALL: &[Projection] = &[
    claims::PROJECTION,
    batches::PROJECTION,
    enterprises::PROJECTION,
    applications::PROJECTION,
    experts::PROJECTION,
    meetings::PROJECTION,
    licences::PROJECTION,
    papers::PROJECTION,
];

/// Every projected table.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|p| p.tables.iter().copied())
}

pub(crate) fn create_tables(conn: &Connection) -> Result<(), StoreFault> {
    for projection in ALL {
        conn.execute_batch(projection.ddl).context("make a projection's tables")?;
    }
    Ok(())
}

pub(crate) fn create_all(tx: &Transaction<'_>) -> Result<(), StoreFault> {
    create_tables(tx)?;
    for projection in ALL {
        note(tx, projection, 0)?;
    }
    Ok(())
}

/// Folds one entry into all projections.
pub(crate) fn fold(conn: &Connection, entry: &Entry) -> Result<(), StoreFault> {
    for projection in ALL {
        (projection.fold)(conn, entry).context(projection.name)?;
    }
    Ok(())
}

pub(crate) fn note_folded(tx: &Transaction<'_>, n: i64) -> Result<(), StoreFault> {
    tx.prepare_cached("UPDATE projections SET folded = ?1")
        .context("prepare noting the fold")?
        .execute([n])
        .context("note the fold")?;
    Ok(())
}

fn note(tx: &Transaction<'_>, projection: &Projection, folded: i64) -> Result<(), StoreFault> {
    tx.execute(
        "INSERT INTO projections (name, version, folded) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET version = excluded.version, folded = excluded.folded",
        params![projection.name, projection.version, folded],
    )
    .context("note a projection")?;
    Ok(())
}

/// Folds anew every projection whose version is not this program's.
pub(crate) fn refold_changed(tx: &Transaction<'_>) -> Result<(), StoreFault> {
    let mut changed = Vec::new();
    for projection in ALL {
        let version: Option<i64> = tx
            .query_row("SELECT version FROM projections WHERE name = ?1", [projection.name], |r| r.get(0))
            .optional()
            .context("read a projection's version")?;
        if version != Some(projection.version) {
            changed.push(projection);
        }
    }
    refold(tx, &changed).map(drop)
}

/// Folds everything anew; answers how many entries there were.
pub(crate) fn refold_all(tx: &Transaction<'_>) -> Result<i64, StoreFault> {
    refold(tx, &ALL.iter().collect::<Vec<_>>())
}

fn refold(tx: &Transaction<'_>, which: &[&Projection]) -> Result<i64, StoreFault> {
    if which.is_empty() {
        return Ok(0);
    }
    for projection in which {
        for table in projection.tables {
            tx.execute_batch(&format!("DROP TABLE IF EXISTS {table}")).context("drop a projection's table")?;
        }
        tx.execute_batch(projection.ddl).context("make a projection's tables")?;
    }
    let mut statement = tx.prepare("SELECT n, body FROM entries ORDER BY n").context("prepare all entries")?;
    let mut rows = statement.query([]).context("read all entries")?;
    let mut last = 0;
    while let Some(row) = rows.next().context("read all entries")? {
        let n: i64 = row.get(0).context("read an entry")?;
        let body: Vec<u8> = row.get(1).context("read an entry")?;
        let entry = Entry::read(&body).map_err(|source| StoreFault::Unreadable { n, source })?;
        for projection in which {
            (projection.fold)(tx, &entry).context(projection.name)?;
        }
        last = n;
    }
    for projection in which {
        note(tx, projection, last)?;
    }
    Ok(last)
}

/// The uuid of a stream name such as `application/…`.
fn id(stream: &str) -> &str {
    stream.split_once('/').map_or(stream, |(_, id)| id)
}

/// Runs one cached statement.
fn run(conn: &Connection, sql: &str, parameters: impl rusqlite::Params) -> rusqlite::Result<()> {
    conn.prepare_cached(sql)?.execute(parameters).map(drop)
}
