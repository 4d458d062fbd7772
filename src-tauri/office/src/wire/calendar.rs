//! 节假日: the tables working days are counted by.

use super::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarPage {
    /// The latest year first.
    pub years: Vec<CalendarYear>,
    /// The first year of which no table is known.
    pub next: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    pub year: u32,
    pub documents: Vec<String>,
    pub days_off: u32,
    pub workdays: u32,
    /// The table a line a span, as it can be entered again.
    pub text: String,
    /// `None`: it came with the program.
    pub adopted: Option<CalendarAct>,
}

/// The act by which a year's table stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarAct {
    pub on: String,
    pub by: String,
    /// Why it replaced another; empty where it did not.
    pub reason: String,
    pub entry: String,
}

/// A year's notice: `text` a line a span, `2027-02-06至2027-02-12 休 春节` or `2027-02-14 班 春节`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AdoptCalendar {
    pub year: String,
    pub document: String,
    pub text: String,
    pub reason: String,
    pub on: String,
}

/// What a notice would make of the calendar, before it is adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarPreview {
    pub days: Vec<CalendarDay>,
    pub days_off: u32,
    pub workdays: u32,
}

/// A day that is not as its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    pub on: String,
    pub worked: bool,
    pub holiday: Words,
    /// Against the table that stands: `same`, `new`, `changed` or `gone`.
    pub change: String,
}
