//! 今日: what is due, what is under way, the year's figures.

use super::{BatchRow, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    pub date: String,
    /// The next working days' table is missing (未维护节假日), so deadlines are provisional.
    pub calendar_missing: Option<u32>,
    pub todos: Vec<Todo>,
    pub batches: Vec<BatchRow>,
    pub figures: Vec<Figure>,
}

/// One thing to do next, with its clause and the place where it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Todo {
    pub title: Words,
    pub detail: Words,
    pub clause: Option<String>,
    pub due: Option<String>,
    /// `late`, `today`, `soon` or `open`.
    pub urgency: String,
    /// The caption of the one button.
    pub action: Words,
    /// The screen that does it: `batch`, `case`, `meeting`, `enterprise`, `recommendation`, and the id there.
    pub screen: String,
    pub id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    pub name: String,
    pub label: Words,
    pub value: String,
}
