use crate::{Clause, Say};
use serde::Serialize;

/// One thing wrong with what was handed in, at a JSON Pointer (RFC 6901) into it. All faults are told together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {} [{clause}]", message.zh)]
pub struct Fault {
    pub path: String,
    pub code: FaultCode,
    pub clause: Clause,
    pub message: Say,
}

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// A text or list that must not be empty is.
    Blank,
    /// The same id, sheet or item stands there twice.
    Duplicate,
    /// Something is named that is not in the list it should be from.
    Unknown,
    /// An item has no score.
    Missing,
    /// A score is no decimal with at most two decimals.
    NotAScore,
    /// A score is below zero or above its item's maximum.
    OutOfRange,
    /// A score is no multiple of the step.
    OffStep,
    /// A reason is due and not given.
    ReasonMissing,
    /// There are fewer candidates than seats.
    TooFew,
    /// A number that the policy does not allow.
    NotAllowed,
}

impl Fault {
    pub(super) fn new(path: impl Into<String>, code: FaultCode, clause: &str, say: (String, String)) -> Self {
        Self {
            path: path.into(),
            code,
            clause: clause.into(),
            message: Say::new(say.0, say.1),
        }
    }
}

/// A member's name as a token of a JSON Pointer.
pub(super) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
