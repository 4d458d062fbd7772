//! Holiday tables adopted by an act.

use super::{Projection, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use domain::{Event, calendar::YearTable};
use rusqlite::{Connection, params, types::Type};

pub(super) const PROJECTION: Projection = Projection {
    name: "calendar",
    version: 1,
    ddl: include_str!("sql/calendar.sql"),
    tables: &["calendar_years"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Event::CalendarAdopted(e) = &entry.event else {
        return Ok(());
    };
    let body = serde_json::to_string(&e.table).map_err(|e| rusqlite::Error::ToSqlConversionFailure(Box::new(e)))?;
    run(
        conn,
        "INSERT INTO calendar_years (year, body, adopted_on, by, reason, version, n)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (year) DO UPDATE SET body = excluded.body, adopted_on = excluded.adopted_on, by = excluded.by,
           reason = excluded.reason, version = excluded.version, n = excluded.n",
        params![
            e.table.year,
            body,
            entry.effective_on,
            entry.by.name,
            e.reason,
            entry.version,
            entry.n
        ],
    )
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYearRow {
    pub table: YearTable,
    pub adopted_on: chrono::NaiveDate,
    pub by: String,
    pub reason: String,
    pub version: i64,
    pub n: i64,
}

impl Reader<'_> {
    /// The holiday tables adopted in these books, by year.
    pub fn calendar_years(&self) -> Result<Vec<CalendarYearRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT body, adopted_on, by, reason, version, n FROM calendar_years ORDER BY year")
            .context("prepare holiday tables")?;
        let rows = statement.query_map([], |r| {
            let body: String = r.get(0)?;
            Ok(CalendarYearRow {
                table: serde_json::from_str(&body)
                    .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(e)))?,
                adopted_on: r.get(1)?,
                by: r.get(2)?,
                reason: r.get(3)?,
                version: r.get(4)?,
                n: r.get(5)?,
            })
        });
        rows.context("read holiday tables")?
            .collect::<Result<_, _>>()
            .context("read holiday tables")
    }
}
