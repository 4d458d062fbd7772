//! Batches, and their counts.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::Event;
use rusqlite::{Connection, Row, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "batches",
    version: 1,
    ddl: include_str!("sql/batches.sql"),
    tables: &["batches"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let batch = id(&entry.stream);
    let on = entry.effective_on.to_string();
    match &entry.event {
        Event::BatchOpened(e) => run(
            conn,
            "INSERT INTO batches (id, name, policy, opens_on, closes_on, quota, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                batch,
                e.name,
                e.policy,
                e.opens_on.to_string(),
                e.closes_on.to_string(),
                e.quota,
                entry.n
            ],
        ),
        Event::ReviewAssigned(e) => run(
            conn,
            "UPDATE batches SET meeting = ?2 WHERE id = ?1",
            params![batch, e.meeting],
        ),
        Event::BatchDecided(_) => run(
            conn,
            "UPDATE batches SET decided_on = ?2 WHERE id = ?1",
            params![batch, on],
        ),
        Event::RecommendationDrafted(_) => run(
            conn,
            "UPDATE batches SET drafted_on = ?2 WHERE id = ?1",
            params![batch, on],
        ),
        Event::RecommendationApproved(_) => run(
            conn,
            "UPDATE batches SET recommended_on = ?2 WHERE id = ?1",
            params![batch, on],
        ),
        Event::MinistryAnswered(_) => run(
            conn,
            "UPDATE batches SET answered_on = ?2 WHERE id = ?1",
            params![batch, on],
        ),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    pub id: String,
    pub name: String,
    pub policy: String,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub quota: Option<u32>,
    pub meeting: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub drafted_on: Option<NaiveDate>,
    pub recommended_on: Option<NaiveDate>,
    pub answered_on: Option<NaiveDate>,
}

/// How many applications of a batch stand at each stage, by the stage's code.
pub type BatchCounts = std::collections::BTreeMap<String, u32>;

const COLUMNS: &str =
    "id, name, policy, opens_on, closes_on, quota, meeting, decided_on, drafted_on, recommended_on, answered_on";

fn row(r: &Row<'_>) -> rusqlite::Result<BatchRow> {
    Ok(BatchRow {
        id: r.get(0)?,
        name: r.get(1)?,
        policy: r.get(2)?,
        opens_on: r.get(3)?,
        closes_on: r.get(4)?,
        quota: r.get(5)?,
        meeting: r.get(6)?,
        decided_on: r.get(7)?,
        drafted_on: r.get(8)?,
        recommended_on: r.get(9)?,
        answered_on: r.get(10)?,
    })
}

impl Reader<'_> {
    /// All batches, the newest first.
    pub fn batches(&self) -> Result<Vec<BatchRow>, StoreFault> {
        let sql = format!("SELECT {COLUMNS} FROM batches ORDER BY n DESC");
        let mut statement = self.conn.prepare_cached(&sql).context("prepare batches")?;
        statement
            .query_map([], row)
            .context("read batches")?
            .collect::<Result<_, _>>()
            .context("read batches")
    }

    pub fn batch_counts(&self, batch: &str) -> Result<BatchCounts, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT stage, count(*) FROM applications WHERE batch = ?1 GROUP BY stage")
            .context("prepare a batch's counts")?;
        statement
            .query_map([batch], |r| Ok((r.get(0)?, r.get(1)?)))
            .context("count a batch")?
            .collect::<Result<_, _>>()
            .context("count a batch")
    }
}
