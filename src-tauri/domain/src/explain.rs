//! How the program explains itself: a finding for a verdict, a refusal for a command. Both name their clause.

use crate::{Clause, Say};
use serde::{Deserialize, Serialize};

/// The verdict on one condition: 满足 / 不满足 / 待核.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Met,
    ToVerify,
    NotMet,
}

impl Verdict {
    /// Overall: any `not_met` decides, else any `to_verify`, else `met`.
    pub fn overall(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
        verdicts.into_iter().max().unwrap_or(Verdict::Met)
    }
}

/// One fact a verdict used, as it was known: `value` is `null` where it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Fact {
    /// The field's name in the facts, e.g. `paid_in_capital`.
    pub name: String,
    pub value: serde_json::Value,
}

/// A verdict on one rule, with all that is needed to ask "why?" years later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Finding {
    /// A stable id, e.g. `capital`.
    pub rule: String,
    pub clause: Clause,
    pub verdict: Verdict,
    pub facts: Vec<Fact>,
    pub message: Say,
}

/// Why a command was refused: what is wrong, where, by which rule, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// A stable code, e.g. `two_persons`.
    pub code: String,
    pub clause: Clause,
    /// The field of the command at fault, where there is one.
    pub field: Option<String>,
    pub message: Say,
    pub remedy: Say,
}

impl Refusal {
    pub fn new(code: &str, clause: &str, message: Say, remedy: Say) -> Self {
        Self {
            code: code.to_owned(),
            clause: clause.into(),
            field: None,
            message,
            remedy,
        }
    }

    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

/// All refusals of one command, never only the first. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", .0.iter().map(|r| format!("{} [{}]", r.message.zh, r.clause)).collect::<Vec<_>>().join("；"))]
pub struct Refusals(pub Vec<Refusal>);

impl From<Refusal> for Refusals {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}
