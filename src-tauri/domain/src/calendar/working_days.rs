//! 期限以工作日计 (行政许可法 §82): the day on which a time limit in working days ends.

use super::Calendar;
use crate::{Clause, clause::law};
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

/// The end of a time limit in working days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    pub from: NaiveDate,
    pub working_days: u32,
    /// The last day; `None` where a year's table is missing.
    pub due: Option<NaiveDate>,
    /// The answer waits for the tables of `missing_years`.
    pub provisional: bool,
    /// The years that the count is certain to touch and whose tables are missing, ascending.
    pub missing_years: Vec<i32>,
    pub clause: Clause,
}

impl Calendar {
    /// The `n`-th working day after `from`; `from` itself is not counted, so zero days end on `from`.
    pub fn add_working_days(&self, from: NaiveDate, n: u32) -> Due {
        let (due, missing_years) = match self.nth_working_day(from, n) {
            Ok(day) => (Some(day), Vec::new()),
            Err(year) => (None, self.missing_between(year, from, n)),
        };
        Due {
            from,
            working_days: n,
            due,
            provisional: due.is_none(),
            missing_years,
            clause: law::WORKING_DAYS.into(),
        }
    }

    /// The first working day on or after `day`.
    ///
    /// # Errors
    /// The table of a year that is needed is missing.
    pub fn working_day_from(&self, day: NaiveDate) -> Result<NaiveDate, super::MissingYear> {
        let mut day = day;
        while !self.is_working_day(day)? {
            day = day.succ_opt().ok_or(super::MissingYear(day.year()))?;
        }
        Ok(day)
    }

    /// `Err` is the first year met without a table.
    fn nth_working_day(&self, from: NaiveDate, n: u32) -> Result<NaiveDate, i32> {
        let mut day = from;
        let mut left = n;
        while left > 0 {
            day = day.succ_opt().ok_or(day.year())?;
            if self.is_working_day(day).map_err(|missing| missing.0)? {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// `n` working days take at least `n` days: so far the count is certain to reach.
    fn missing_between(&self, first: i32, from: NaiveDate, n: u32) -> Vec<i32> {
        let reached = from
            .checked_add_days(Days::new(u64::from(n)))
            .map_or(first, |d| d.year());
        (first..=reached.max(first))
            .filter(|year| self.table(*year).is_none())
            .collect()
    }
}
