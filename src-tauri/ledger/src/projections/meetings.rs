//! Review meetings and the sheets signed at them (who and what, never a score).

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::Event;
use rusqlite::{Connection, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "meetings",
    version: 1,
    ddl: include_str!("sql/meetings.sql"),
    tables: &["meetings", "sheets"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let stream = id(&entry.stream);
    let on = entry.effective_on.to_string();
    match &entry.event {
        Event::MeetingCalled(e) => run(
            conn,
            "INSERT INTO meetings (id, batch, held_on, n) VALUES (?1, ?2, ?3, ?4)",
            params![stream, e.batch, e.held_on.to_string(), entry.n],
        ),
        Event::PanelDrawn(_) => run(
            conn,
            "UPDATE meetings SET drawn_on = ?2 WHERE id = ?1",
            params![stream, on],
        ),
        Event::ReviewConcluded(_) => run(
            conn,
            "UPDATE meetings SET concluded_on = ?2 WHERE id = ?1",
            params![stream, on],
        ),
        Event::SheetSigned(e) => run(
            conn,
            "INSERT INTO sheets (id, meeting, application, expert, n) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![stream, e.meeting, e.application, e.expert, entry.n],
        ),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    pub id: String,
    pub batch: String,
    pub held_on: NaiveDate,
    pub drawn_on: Option<NaiveDate>,
    pub concluded_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    pub id: String,
    pub application: String,
    pub expert: String,
}

impl Reader<'_> {
    /// All meetings, in the order they were called.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, batch, held_on, drawn_on, concluded_on FROM meetings ORDER BY n")
            .context("prepare meetings")?;
        let rows = statement.query_map([], |r| {
            Ok(MeetingRow {
                id: r.get(0)?,
                batch: r.get(1)?,
                held_on: r.get(2)?,
                drawn_on: r.get(3)?,
                concluded_on: r.get(4)?,
            })
        });
        rows.context("read meetings")?
            .collect::<Result<_, _>>()
            .context("read meetings")
    }

    /// The sheets signed at a meeting.
    pub fn sheets(&self, meeting: &str) -> Result<Vec<SheetRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached(
                "SELECT id, application, expert FROM sheets WHERE meeting = ?1 ORDER BY application, expert",
            )
            .context("prepare sheets")?;
        let rows = statement.query_map([meeting], |r| {
            Ok(SheetRow {
                id: r.get(0)?,
                application: r.get(1)?,
                expert: r.get(2)?,
            })
        });
        rows.context("read sheets")?
            .collect::<Result<_, _>>()
            .context("read sheets")
    }
}
