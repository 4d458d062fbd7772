//! The shape of the holiday tables, as shipped in `assets/calendar` and as the administrator maintains them.

use crate::Say;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Tables of several years: `{"years":[…]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearTables {
    pub years: Vec<YearTable>,
}

/// One calendar year: every day off that a notice names, and every weekend day worked instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearTable {
    pub year: i32,
    /// The notices the table was taken from, e.g. 国办发明电〔2025〕7号.
    pub documents: Vec<String>,
    pub holidays: Vec<Holiday>,
    /// 调休上班日.
    pub workdays: Vec<MovedWorkday>,
}

/// The days off of one holiday, weekend days among them included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub name: Say,
    pub days: Vec<NaiveDate>,
}

/// A Saturday or Sunday that is worked, and the holiday it pays for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedWorkday {
    pub on: NaiveDate,
    pub because_of: Say,
}

/// Why a table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("not a holiday table: {0}")]
    Shape(String),
    #[error("the year {0} stands twice")]
    YearTwice(i32),
    #[error("{day} does not lie in the table's year {year}")]
    OutsideYear { day: NaiveDate, year: i32 },
    #[error("{0} stands twice in its table")]
    DayTwice(NaiveDate),
    #[error("{0} is worked anyway: only a Saturday or Sunday can be a 调休 workday")]
    NoWeekend(NaiveDate),
}

impl YearTable {
    pub(super) fn check(&self) -> Result<(), CalendarError> {
        let off = self.holidays.iter().flat_map(|h| h.days.iter().copied());
        let worked = self.workdays.iter().map(|w| w.on);
        let mut seen = BTreeSet::new();
        for day in off.chain(worked) {
            if day.year() != self.year {
                return Err(CalendarError::OutsideYear { day, year: self.year });
            }
            if !seen.insert(day) {
                return Err(CalendarError::DayTwice(day));
            }
        }
        match self
            .workdays
            .iter()
            .find(|w| !matches!(w.on.weekday(), Weekday::Sat | Weekday::Sun))
        {
            Some(w) => Err(CalendarError::NoWeekend(w.on)),
            None => Ok(()),
        }
    }
}
