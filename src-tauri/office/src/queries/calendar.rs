//! The holiday tables: what stands, and what a notice would change.

use crate::{Office, verbs::calendar_table, wire::*};
use domain::{
    Say,
    calendar::{YearTable, adopt, days_of, write_notice},
};
use ledger::projections::CalendarYearRow;
use std::collections::BTreeMap;

impl Office {
    pub(crate) fn calendar_view(&mut self, _: Nothing) -> Result<CalendarPage, Failure> {
        let (session, _) = self.asking("calendar.view")?;
        let adopted = session.books.reader().calendar_years()?;
        let of = |year: i32| adopted.iter().find(|row| row.table.year == year);
        let tables = self.calendar.years().filter_map(|year| self.calendar.table(year));
        let mut years: Vec<CalendarYear> = tables.map(|table| year_view(table, of(table.year))).collect();
        years.reverse();
        let last = years.first().map_or(0, |year| year.year);
        Ok(CalendarPage { years, next: last + 1 })
    }

    pub(crate) fn calendar_preview(&mut self, request: AdoptCalendar) -> Result<CalendarPreview, Failure> {
        self.asking("calendar.preview")?;
        let on = crate::desk::date(&request.on, "on")?;
        let table = calendar_table(&request)?;
        let adopted = adopt(&self.calendar, table, &request.reason, on)?;
        let stands = self.calendar.table(adopted.table.year).map(days_of).unwrap_or_default();
        Ok(preview(
            &adopted.table,
            self.calendar.table(adopted.table.year),
            &stands,
        ))
    }
}

fn year_view(table: &YearTable, row: Option<&CalendarYearRow>) -> CalendarYear {
    let (days_off, workdays) = counts(table);
    CalendarYear {
        year: table.year.unsigned_abs(),
        documents: table.documents.clone(),
        days_off,
        workdays,
        text: write_notice(table),
        adopted: row.map(|row| CalendarAct {
            on: row.adopted_on.to_string(),
            by: row.by.clone(),
            reason: row.reason.clone(),
            entry: row.n.to_string(),
        }),
    }
}

fn counts(table: &YearTable) -> (u32, u32) {
    let worked = days_of(table).values().filter(|worked| **worked).count();
    let all = days_of(table).len();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (count(all - worked), count(worked))
}

fn preview(
    table: &YearTable,
    before: Option<&YearTable>,
    stands: &BTreeMap<chrono::NaiveDate, bool>,
) -> CalendarPreview {
    let now = days_of(table);
    let mut days: Vec<CalendarDay> = now
        .iter()
        .map(|(on, worked)| CalendarDay {
            on: on.to_string(),
            worked: *worked,
            holiday: name_of(table, *on).into(),
            change: match stands.get(on) {
                Some(was) if was == worked => "same",
                Some(_) => "changed",
                None => "new",
            }
            .to_owned(),
        })
        .collect();
    let gone = stands.iter().filter(|(on, _)| !now.contains_key(on));
    days.extend(gone.map(|(on, worked)| CalendarDay {
        on: on.to_string(),
        worked: *worked,
        holiday: before.map_or_else(|| Say::new("", ""), |t| name_of(t, *on)).into(),
        change: "gone".to_owned(),
    }));
    days.sort_by(|a, b| a.on.cmp(&b.on));
    let (days_off, workdays) = counts(table);
    CalendarPreview {
        days,
        days_off,
        workdays,
    }
}

fn name_of(table: &YearTable, on: chrono::NaiveDate) -> Say {
    let off = table.holidays.iter().find(|h| h.days.contains(&on)).map(|h| &h.name);
    let worked = table.workdays.iter().find(|w| w.on == on).map(|w| &w.because_of);
    off.or(worked).cloned().unwrap_or_else(|| Say::new("", ""))
}
