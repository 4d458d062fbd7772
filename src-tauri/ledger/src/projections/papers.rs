//! The register of papers.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::{Event, paper::PaperNumber};
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "papers",
    version: 1,
    ddl: include_str!("sql/papers.sql"),
    tables: &["papers"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let paper = id(&entry.stream);
    match &entry.event {
        Event::PaperIssued(e) => run(
            conn,
            "INSERT INTO papers (id, kind, title, series, year, no, about, dated, issued)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                paper,
                e.kind,
                e.title,
                e.number.series,
                e.number.year,
                e.number.n,
                e.about,
                entry.effective_on.to_string(),
                entry.n
            ],
        ),
        Event::PaperStored(e) => run(
            conn,
            "UPDATE papers SET sha256 = ?2, pages = ?3 WHERE id = ?1",
            params![paper, e.sha256, e.pages],
        ),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub number: PaperNumber,
    pub about: String,
    pub dated: NaiveDate,
    pub issued: i64,
    pub sha256: Option<String>,
    pub pages: Option<u32>,
}

const COLUMNS: &str = "id, kind, title, series, year, no, about, dated, issued, sha256, pages";

fn row(r: &Row<'_>) -> rusqlite::Result<PaperRow> {
    Ok(PaperRow {
        id: r.get(0)?,
        kind: r.get(1)?,
        title: r.get(2)?,
        number: PaperNumber {
            series: r.get(3)?,
            year: r.get(4)?,
            n: r.get(5)?,
        },
        about: r.get(6)?,
        dated: r.get(7)?,
        issued: r.get(8)?,
        sha256: r.get(9)?,
        pages: r.get(10)?,
    })
}

impl Reader<'_> {
    /// All papers, the newest first.
    pub fn papers(&self) -> Result<Vec<PaperRow>, StoreFault> {
        self.paper_rows(&format!("SELECT {COLUMNS} FROM papers ORDER BY issued DESC"), [])
    }

    /// The papers of one case, such as `batch/…` or `meeting/…`.
    pub fn papers_about(&self, about: &str) -> Result<Vec<PaperRow>, StoreFault> {
        self.paper_rows(
            &format!("SELECT {COLUMNS} FROM papers WHERE about = ?1 ORDER BY issued"),
            [about],
        )
    }

    pub fn paper(&self, id: &str) -> Result<Option<PaperRow>, StoreFault> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM papers WHERE id = ?1"))
            .context("prepare a paper")?
            .query_row([id], row)
            .optional()
            .context("read a paper")
    }

    /// The next free number of a series: one more than the highest, so that there is no gap.
    pub fn next_paper_number(&self, series: &str, year: i32) -> Result<u32, StoreFault> {
        self.conn
            .prepare_cached("SELECT coalesce(max(no), 0) + 1 FROM papers WHERE series = ?1 AND year = ?2")
            .context("prepare a paper number")?
            .query_row(params![series, year], |r| r.get(0))
            .context("read a paper number")
    }

    fn paper_rows(&self, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<PaperRow>, StoreFault> {
        let mut statement = self.conn.prepare_cached(sql).context("prepare papers")?;
        statement
            .query_map(parameters, row)
            .context("read papers")?
            .collect::<Result<_, _>>()
            .context("read papers")
    }
}
