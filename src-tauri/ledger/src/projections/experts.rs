//! The pool of experts.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use domain::Event;
use rusqlite::{Connection, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "experts",
    version: 1,
    ddl: include_str!("sql/experts.sql"),
    tables: &["experts"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Event::ExpertEnrolled(e) = &entry.event else {
        return Ok(());
    };
    run(
        conn,
        "INSERT INTO experts (id, no, name, specialty, employer) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET no = excluded.no, name = excluded.name, specialty = excluded.specialty,
           employer = excluded.employer",
        params![id(&entry.stream), e.no, e.name, e.specialty, e.employer],
    )
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpertRow {
    pub id: String,
    pub no: String,
    pub name: String,
    pub specialty: String,
    pub employer: String,
}

impl Reader<'_> {
    /// The pool, by the experts' numbers.
    pub fn experts(&self) -> Result<Vec<ExpertRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, no, name, specialty, employer FROM experts ORDER BY no")
            .context("prepare experts")?;
        let rows = statement.query_map([], |r| {
            Ok(ExpertRow {
                id: r.get(0)?,
                no: r.get(1)?,
                name: r.get(2)?,
                specialty: r.get(3)?,
                employer: r.get(4)?,
            })
        });
        rows.context("read experts")?
            .collect::<Result<_, _>>()
            .context("read experts")
    }
}
