//! 工作日与期间: working days and periods, from a maintained table of holidays. A year without a table is missing,
//! never guessed.

mod adopt;
mod data;
mod period;
mod working_days;

pub use adopt::{CalendarAdopted, adopt, days_of, read_notice, write_notice};
pub use data::{CalendarError, Holiday, MovedWorkday, YearTable, YearTables};
pub use period::{Kind, Period, add_months, add_years};
pub use working_days::Due;

use crate::Say;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The tables of some years, ready to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    tables: BTreeMap<i32, YearTable>,
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
}

/// The year whose table a question needs and the calendar has not (未维护节假日).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} 年未维护节假日")]
pub struct MissingYear(pub i32);

impl MissingYear {
    pub fn say(&self) -> Say {
        Say::new(
            format!("{} 年未维护节假日，待公布后补录", self.0),
            format!("the holiday table of {} is not entered yet", self.0),
        )
    }
}

impl Calendar {
    /// The tables that ship with the product: 2019 to 2026. A test holds that the data is read whole; were it not, every
    /// year would be missing and every answer provisional.
    pub fn shipped() -> Self {
        Self::from_json(include_str!("../../../../assets/calendar/cn-2019-2026.json")).unwrap_or_default()
    }

    /// A calendar from the JSON of [`YearTables`].
    ///
    /// # Errors
    /// JSON of another shape, or tables that contradict themselves.
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let tables: YearTables = serde_json::from_str(text).map_err(|e| CalendarError::Shape(e.to_string()))?;
        Self::new(tables.years)
    }

    /// # Errors
    /// A year twice, a day outside its year or twice, a 调休 day that is no Saturday or Sunday.
    pub fn new(tables: impl IntoIterator<Item = YearTable>) -> Result<Self, CalendarError> {
        let mut calendar = Self::default();
        for table in tables {
            let year = table.year;
            if calendar.tables.contains_key(&year) {
                return Err(CalendarError::YearTwice(year));
            }
            calendar = calendar.with_year(table)?;
        }
        Ok(calendar)
    }

    /// This calendar with one year's table entered, or replaced by a corrected one.
    ///
    /// # Errors
    /// A day outside its year or twice, a 调休 day that is no Saturday or Sunday.
    pub fn with_year(mut self, table: YearTable) -> Result<Self, CalendarError> {
        table.check()?;
        self.off.retain(|day| day.year() != table.year);
        self.worked.retain(|day| day.year() != table.year);
        self.off
            .extend(table.holidays.iter().flat_map(|h| h.days.iter().copied()));
        self.worked.extend(table.workdays.iter().map(|w| w.on));
        self.tables.insert(table.year, table);
        Ok(self)
    }

    /// The years whose tables are there, ascending.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.tables.keys().copied()
    }

    /// The table of a year, for the screen that maintains it.
    pub fn table(&self, year: i32) -> Option<&YearTable> {
        self.tables.get(&year)
    }

    /// The holiday a day off belongs to, e.g. 春节.
    pub fn holiday(&self, day: NaiveDate) -> Option<&Say> {
        let table = self.tables.get(&day.year())?;
        table.holidays.iter().find(|h| h.days.contains(&day)).map(|h| &h.name)
    }

    /// # Errors
    /// The table of the day's year is missing.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, MissingYear> {
        if !self.tables.contains_key(&day.year()) {
            return Err(MissingYear(day.year()));
        }
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(if weekend {
            self.worked.contains(&day)
        } else {
            !self.off.contains(&day)
        })
    }
}

#[cfg(test)]
mod tests;
