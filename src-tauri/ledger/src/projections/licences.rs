//! Licences, as the enterprise's page lists them.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::Event;
use rusqlite::{Connection, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "licences",
    version: 1,
    ddl: include_str!("sql/licences.sql"),
    tables: &["licences"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let licence = id(&entry.stream);
    let on = entry.effective_on.to_string();
    let asked = |request: &domain::licence::LicenceRequest, state: &str| {
        run(
            conn,
            "INSERT INTO licences (id, enterprise, vin, state, drafted_on, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![licence, request.enterprise, request.vin, state, on, entry.n],
        )
    };
    match &entry.event {
        Event::LicenceDrafted(e) => asked(&e.request, "drafted"),
        Event::LicenceRefused(e) => asked(&e.request, "refused"),
        Event::LicenceIssued(e) => run(
            conn,
            "UPDATE licences SET state = 'issued', number = ?2, issued_on = ?3, valid_until = ?4 WHERE id = ?1",
            params![licence, e.number, on, e.valid_until.to_string()],
        ),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceRow {
    pub id: String,
    pub enterprise: String,
    pub vin: String,
    pub state: String,
    pub number: Option<String>,
    pub drafted_on: NaiveDate,
    pub issued_on: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
}

impl Reader<'_> {
    /// All licences, in the order they were asked for.
    pub fn licences(&self) -> Result<Vec<LicenceRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached(
                "SELECT id, enterprise, vin, state, number, drafted_on, issued_on, valid_until
                 FROM licences ORDER BY n",
            )
            .context("prepare licences")?;
        let rows = statement.query_map([], |r| {
            Ok(LicenceRow {
                id: r.get(0)?,
                enterprise: r.get(1)?,
                vin: r.get(2)?,
                state: r.get(3)?,
                number: r.get(4)?,
                drafted_on: r.get(5)?,
                issued_on: r.get(6)?,
                valid_until: r.get(7)?,
            })
        });
        rows.context("read licences")?
            .collect::<Result<_, _>>()
            .context("read licences")
    }
}
