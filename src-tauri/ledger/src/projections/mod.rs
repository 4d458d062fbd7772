//! Projections: tables folded from entries. Never migrated: a changed version is dropped and folded again.
//!
//! They hold dates, never "overdue" or "suspended now": queries derive those from the clock.

mod applications;
mod batches;
mod calendar;
mod claims;
mod consultations;
mod enterprises;
mod experts;
mod licences;
mod meetings;
mod papers;
#[cfg(test)]
mod tests;

pub use applications::ApplicationRow;
pub use batches::{BatchCounts, BatchRow};
pub use calendar::CalendarYearRow;
pub use consultations::{AwaitedRow, ConsultationRow};
pub use enterprises::{EnterpriseRow, SuspensionRow};
pub use experts::ExpertRow;
pub use licences::LicenceRow;
pub use meetings::{MeetingRow, SheetRow};
pub use papers::PaperRow;

use crate::{Entry, StoreFault, fault::Context};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

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
    consultations::PROJECTION,
    calendar::PROJECTION,
];

/// The statements that make all projected tables, with their comments.
pub(crate) fn ddl() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|p| p.ddl)
}

/// Every projected table.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|p| p.tables.iter().copied())
}

pub(crate) fn create_tables(conn: &Connection) -> Result<(), StoreFault> {
    for projection in ALL {
        conn.execute_batch(projection.ddl)
            .context("make a projection's tables")?;
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

/// Notes that all projections are folded as far as entry `n`.
pub(crate) fn note_folded(tx: &Transaction<'_>, n: i64) -> Result<(), StoreFault> {
    tx.prepare_cached("UPDATE projections SET folded = ?1")
        .context("prepare noting the fold")?
        .execute([n])
        .context("note the fold")?;
    Ok(())
}

/// How far a projection says it is folded, and in what shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noted {
    pub version: i64,
    pub folded: i64,
}

/// One of this program's projections, and what the books note of it.
pub(crate) struct Note {
    pub name: &'static str,
    /// The program's shape of it.
    pub version: i64,
    pub noted: Option<Noted>,
}

impl Note {
    /// Whether it has the program's shape and is folded as far as entry `head`.
    pub(crate) fn stands(&self, head: i64) -> bool {
        self.noted
            == Some(Noted {
                version: self.version,
                folded: head,
            })
    }
}

/// What the books note of each of this program's projections, in their order.
pub(crate) fn notes(conn: &Connection) -> Result<Vec<Note>, StoreFault> {
    let read = |projection: &Projection| {
        let noted = conn
            .query_row(
                "SELECT version, folded FROM projections WHERE name = ?1",
                [projection.name],
                |r| {
                    Ok(Noted {
                        version: r.get(0)?,
                        folded: r.get(1)?,
                    })
                },
            )
            .optional()
            .context("read what is noted of a projection")?;
        Ok(Note {
            name: projection.name,
            version: projection.version,
            noted,
        })
    };
    ALL.iter().map(read).collect()
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

/// Folds anew every projection whose shape is not this program's, or that lags behind the ledger at entry `head`.
pub(crate) fn refold_changed(tx: &Transaction<'_>, head: i64) -> Result<(), StoreFault> {
    forget_unknown(tx)?;
    let notes = notes(tx)?;
    let changed = ALL
        .iter()
        .zip(notes)
        .filter(|(_, note)| !note.stands(head))
        .map(|(projection, _)| projection)
        .collect::<Vec<_>>();
    refold(tx, &changed).map(drop)
}

/// Another program's projections are not kept up by this one: without a note, that program folds them anew.
fn forget_unknown(tx: &Transaction<'_>) -> Result<(), StoreFault> {
    let mut statement = tx
        .prepare("SELECT name FROM projections")
        .context("prepare what is noted")?;
    let names = statement.query_map([], |r| r.get(0)).context("read what is noted")?;
    for name in names
        .collect::<Result<Vec<String>, _>>()
        .context("read what is noted")?
    {
        if ALL.iter().all(|projection| projection.name != name) {
            tx.execute("DELETE FROM projections WHERE name = ?1", [name])
                .context("forget a projection")?;
        }
    }
    Ok(())
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
            tx.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))
                .context("drop a projection's table")?;
        }
        tx.execute_batch(projection.ddl).context("make a projection's tables")?;
    }
    let mut statement = tx
        .prepare("SELECT n, body FROM entries ORDER BY n")
        .context("prepare all entries")?;
    let mut rows = statement.query([]).context("read all entries")?;
    let mut last = 0;
    while let Some(row) = rows.next().context("read all entries")? {
        let n: i64 = row.get(0).context("read an entry")?;
        let entry = Entry::read(bytes(row, 1)?).map_err(|source| StoreFault::Unreadable { n, source })?;
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

/// A column's bytes, without a copy.
pub(crate) fn bytes<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8], StoreFault> {
    row.get_ref(column)
        .context("read stored bytes")?
        .as_blob()
        .map_err(|e| StoreFault::Sqlite {
            context: "read stored bytes",
            source: e.into(),
        })
}

/// The uuid of a stream name such as `application/…`.
fn id(stream: &str) -> &str {
    stream.split_once('/').map_or(stream, |(_, id)| id)
}

/// Runs one cached statement.
fn run(conn: &Connection, sql: &str, parameters: impl rusqlite::Params) -> rusqlite::Result<()> {
    conn.prepare_cached(sql)?.execute(parameters).map(drop)
}
