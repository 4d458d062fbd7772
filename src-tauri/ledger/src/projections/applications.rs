//! Applications, as the lists show them.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::{Event, Points, Verdict, application::Stage};
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "applications",
    version: 1,
    ddl: include_str!("sql/applications.sql"),
    tables: &["applications"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Some(stage) = Stage::after(&entry.event) else {
        return Ok(());
    };
    let application = id(&entry.stream);
    match &entry.event {
        Event::ApplicationReceived(e) => {
            let a = &e.form.applicant;
            return run(
                conn,
                "INSERT INTO applications
                   (id, batch, enterprise, name, uscc, county, stage, not_met, to_verify, received_on, n)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, ?8, ?9)",
                params![
                    application,
                    e.batch,
                    e.enterprise,
                    a.name,
                    a.uscc,
                    a.county,
                    stage.code(),
                    entry.effective_on.to_string(),
                    entry.n
                ],
            );
        }
        Event::ApplicationJudged(e) => {
            let count = |v: Verdict| e.findings.iter().filter(|f| f.verdict == v).count() as i64;
            return run(
                conn,
                "UPDATE applications
                 SET stage = CASE stage WHEN 'received' THEN ?2 ELSE stage END,
                     verdict = ?3, not_met = ?4, to_verify = ?5
                 WHERE id = ?1",
                params![
                    application,
                    stage.code(),
                    verdict_code(e.verdict),
                    count(Verdict::NotMet),
                    count(Verdict::ToVerify)
                ],
            );
        }
        Event::ApplicationReviewed(e) => run(
            conn,
            "UPDATE applications SET score = ?2, rank = ?3, passed = ?4 WHERE id = ?1",
            params![application, e.score.map(|p| p.0), e.rank, e.passed],
        )?,
        _ => {}
    }
    run(
        conn,
        "UPDATE applications SET stage = ?2 WHERE id = ?1",
        params![application, stage.code()],
    )
}

/// The stable name of a verdict in tables and on the wire.
pub fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::ToVerify => "to_verify",
        Verdict::NotMet => "not_met",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationRow {
    pub id: String,
    pub batch: String,
    pub enterprise: String,
    pub name: String,
    pub uscc: String,
    pub county: String,
    pub stage: Stage,
    pub verdict: Option<String>,
    pub not_met: u32,
    pub to_verify: u32,
    pub score: Option<Points>,
    pub rank: Option<u32>,
    pub passed: Option<bool>,
    pub received_on: NaiveDate,
}

const COLUMNS: &str = "id, batch, enterprise, name, uscc, county, stage, verdict, not_met, to_verify, score, rank,
    passed, received_on";

fn row(r: &Row<'_>) -> rusqlite::Result<ApplicationRow> {
    let stage: String = r.get(6)?;
    Ok(ApplicationRow {
        id: r.get(0)?,
        batch: r.get(1)?,
        enterprise: r.get(2)?,
        name: r.get(3)?,
        uscc: r.get(4)?,
        county: r.get(5)?,
        stage: Stage::from_code(&stage).ok_or_else(|| {
            rusqlite::Error::FromSqlConversionFailure(6, rusqlite::types::Type::Text, format!("stage {stage}").into())
        })?,
        verdict: r.get(7)?,
        not_met: r.get(8)?,
        to_verify: r.get(9)?,
        score: r.get::<_, Option<i64>>(10)?.map(Points),
        rank: r.get(11)?,
        passed: r.get(12)?,
        received_on: r.get(13)?,
    })
}

impl Reader<'_> {
    /// A batch's applications, in the order they were received.
    pub fn applications_of_batch(&self, batch: &str) -> Result<Vec<ApplicationRow>, StoreFault> {
        self.applications(
            &format!("SELECT {COLUMNS} FROM applications WHERE batch = ?1 ORDER BY n"),
            batch,
        )
    }

    pub fn applications_of_enterprise(&self, enterprise: &str) -> Result<Vec<ApplicationRow>, StoreFault> {
        self.applications(
            &format!("SELECT {COLUMNS} FROM applications WHERE enterprise = ?1 ORDER BY n"),
            enterprise,
        )
    }

    /// How many applications were received in a year.
    pub fn applications_received_in(&self, year: i32) -> Result<u32, StoreFault> {
        self.conn
            .prepare_cached("SELECT count(*) FROM applications WHERE substr(received_on, 1, 4) = ?1")
            .context("prepare a year's applications")?
            .query_row([format!("{year:04}")], |r| r.get(0))
            .context("count a year's applications")
    }

    pub fn application(&self, id: &str) -> Result<Option<ApplicationRow>, StoreFault> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM applications WHERE id = ?1"))
            .context("prepare an application")?
            .query_row([id], row)
            .optional()
            .context("read an application")
    }

    fn applications(&self, sql: &str, of: &str) -> Result<Vec<ApplicationRow>, StoreFault> {
        let mut statement = self.conn.prepare_cached(sql).context("prepare applications")?;
        statement
            .query_map([of], row)
            .context("read applications")?
            .collect::<Result<_, _>>()
            .context("read applications")
    }
}
