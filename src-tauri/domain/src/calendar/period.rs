//! Periods in months by 民法典 §§201–203.

use super::Calendar;
use crate::{Clause, clause::law};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// What a period is for: it decides what a holiday at its end does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A sanction, e.g. 停发: it ends on its last day, holiday or not.
    Sanction,
    /// A party's deadline: it rolls on to the next working day (§203).
    Deadline,
}

/// A period of months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Period {
    pub from: NaiveDate,
    pub months: u32,
    pub kind: Kind,
    pub last_day: NaiveDate,
    /// The day after the last day of a sanction; `None` for a deadline.
    pub resumes: Option<NaiveDate>,
    /// A deadline that could not be rolled: `last_day` is the day before any rolling.
    pub provisional: bool,
    /// The year whose table would be needed to roll.
    pub missing_years: Vec<i32>,
    /// The articles applied.
    pub clauses: Vec<Clause>,
}

impl Calendar {
    /// The first day is not counted (§201); the last is the corresponding day, or the month's last where there is none
    /// (§202). `None` only beyond the years a date can hold.
    pub fn period(&self, from: NaiveDate, months: u32, kind: Kind) -> Option<Period> {
        let end = add_months(from, months)?;
        let mut clauses: Vec<Clause> = vec![law::PERIOD_START.into(), law::PERIOD_END.into()];
        let (last_day, resumes, missing) = match kind {
            Kind::Sanction => (end, Some(end.succ_opt()?), None),
            Kind::Deadline => {
                clauses.push(law::PERIOD_ROLLS.into());
                match self.working_day_from(end) {
                    Ok(day) => (day, None, None),
                    Err(missing) => (end, None, Some(missing.0)),
                }
            }
        };
        Some(Period {
            from,
            months,
            kind,
            last_day,
            resumes,
            provisional: missing.is_some(),
            missing_years: missing.into_iter().collect(),
            clauses,
        })
    }
}

/// The corresponding day `months` later, or that month's last day. `None` beyond the years a date can hold.
pub fn add_months(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(months))
}

/// The same day `years` later (or earlier, if negative); 29 February becomes the 28th in a common year.
/// `None` beyond the years a date can hold.
pub fn add_years(from: NaiveDate, years: i32) -> Option<NaiveDate> {
    let year = from.year().checked_add(years)?;
    from.with_year(year).or_else(|| {
        let on_leap_day = from.month() == 2 && from.day() == 29;
        NaiveDate::from_ymd_opt(year, 2, 28).filter(|_| on_leap_day)
    })
}
