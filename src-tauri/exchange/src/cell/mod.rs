//! What one cell says: read as text wherever it can be, exactly, with its faults told and its cleaning noted.

mod bad;
mod choice;
mod count;
mod date;
mod money;
mod text;

pub(crate) use bad::Bad;
pub(crate) use choice::{bearer, not_in_list, three_valued, yes_no};
pub(crate) use count::{count, points};
pub(crate) use date::date;
pub(crate) use money::money;
pub(crate) use text::{digits, plain, shown};

/// A cell understood. `note` says what was done to it, where anything was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken<T> {
    pub value: T,
    pub note: Option<Note>,
}

/// How a value was taken: a code, and the form it was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub code: &'static str,
    pub taken: String,
    pub message: domain::Say,
}

impl<T> Taken<T> {
    pub fn as_is(value: T) -> Self {
        Self { value, note: None }
    }

    pub fn noted(value: T, note: Option<Note>) -> Self {
        Self { value, note }
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Taken<U> {
        Taken {
            value: f(self.value),
            note: self.note,
        }
    }
}
