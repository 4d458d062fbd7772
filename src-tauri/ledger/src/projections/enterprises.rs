//! Enterprises and their suspensions.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::Event;
use rusqlite::{Connection, Row, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "enterprises",
    version: 1,
    ddl: include_str!("sql/enterprises.sql"),
    tables: &["enterprises", "suspensions"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let enterprise = id(&entry.stream);
    let on = entry.effective_on.to_string();
    match &entry.event {
        Event::EnterpriseRegistered(e) => run(
            conn,
            "INSERT INTO enterprises (id, uscc, name, county, n) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![enterprise, e.uscc, e.name, e.county, entry.n],
        ),
        Event::EnterpriseFiled(_) => run(
            conn,
            "UPDATE enterprises SET filed_on = ?2 WHERE id = ?1",
            params![enterprise, on],
        ),
        Event::SuspensionDrafted(e) => run(
            conn,
            "INSERT INTO suspensions (id, enterprise, drafted_on, n) VALUES (?1, ?2, ?3, ?4)",
            params![e.suspension, enterprise, on, entry.n],
        ),
        Event::SuspensionApproved(e) => run(
            conn,
            "UPDATE suspensions SET approved_on = ?2 WHERE id = ?1",
            params![e.suspension, on],
        ),
        Event::SuspensionDelivered(e) => run(
            conn,
            "UPDATE suspensions SET delivered_on = ?2, last_day = ?3 WHERE id = ?1",
            params![e.suspension, on, e.last_day.to_string()],
        ),
        Event::RectificationAccepted(e) => run(
            conn,
            "UPDATE suspensions SET rectified_on = ?2 WHERE id = ?1",
            params![e.suspension, on],
        ),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnterpriseRow {
    pub id: String,
    pub uscc: String,
    pub name: String,
    pub county: String,
    pub filed_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspensionRow {
    pub id: String,
    pub enterprise: String,
    pub drafted_on: NaiveDate,
    pub approved_on: Option<NaiveDate>,
    pub delivered_on: Option<NaiveDate>,
    pub last_day: Option<NaiveDate>,
    pub rectified_on: Option<NaiveDate>,
}

fn row(r: &Row<'_>) -> rusqlite::Result<EnterpriseRow> {
    Ok(EnterpriseRow {
        id: r.get(0)?,
        uscc: r.get(1)?,
        name: r.get(2)?,
        county: r.get(3)?,
        filed_on: r.get(4)?,
    })
}

impl Reader<'_> {
    /// All enterprises, as they were first registered.
    pub fn enterprises(&self) -> Result<Vec<EnterpriseRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, uscc, name, county, filed_on FROM enterprises ORDER BY n")
            .context("prepare enterprises")?;
        statement
            .query_map([], row)
            .context("read enterprises")?
            .collect::<Result<_, _>>()
            .context("read enterprises")
    }

    /// All suspensions, in the order they were drafted.
    pub fn suspensions(&self) -> Result<Vec<SuspensionRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached(
                "SELECT id, enterprise, drafted_on, approved_on, delivered_on, last_day, rectified_on
                 FROM suspensions ORDER BY n",
            )
            .context("prepare suspensions")?;
        let rows = statement.query_map([], |r| {
            Ok(SuspensionRow {
                id: r.get(0)?,
                enterprise: r.get(1)?,
                drafted_on: r.get(2)?,
                approved_on: r.get(3)?,
                delivered_on: r.get(4)?,
                last_day: r.get(5)?,
                rectified_on: r.get(6)?,
            })
        });
        rows.context("read suspensions")?
            .collect::<Result<_, _>>()
            .context("read suspensions")
    }
}
