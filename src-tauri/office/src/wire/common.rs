//! Shapes every screen shares.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Words {
    pub zh: String,
    pub en: String,
}

impl From<domain::Say> for Words {
    fn from(say: domain::Say) -> Self {
        Self { zh: say.zh, en: say.en }
    }
}

/// A clause with its words, so that a screen can show the text behind the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClauseText {
    pub id: String,
    pub text: Words,
}

/// A verdict on one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingView {
    pub rule: String,
    pub clause: ClauseText,
    /// `met`, `to_verify` or `not_met`.
    pub verdict: String,
    pub facts: Vec<FactView>,
    pub message: Words,
}

/// A fact a verdict used. `value` is shown as it stands; `None` is "not known".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactView {
    pub name: String,
    pub label: Words,
    pub value: Option<String>,
}

/// What is wrong, where, by which rule, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fault {
    pub code: String,
    /// The request's field, where there is one.
    pub field: Option<String>,
    /// For files: sheet, row and column, e.g. `申请` / 7 / `C 统一社会信用代码`.
    pub sheet: Option<String>,
    pub row: Option<u32>,
    pub column: Option<String>,
    pub clause: Option<String>,
    pub message: Words,
    pub remedy: Words,
}

/// The answer when a request cannot be met. A refusal by a rule is an answer too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// `refused` (a rule says no), `not_allowed` (the role), `not_signed_in`, `invalid` (the request),
    /// `conflict` (someone was faster), `not_found`, `books` (the folder), `internal`.
    pub code: String,
    pub message: Words,
    pub faults: Vec<Fault>,
}

/// What a write did: the entries it appended and the topics that went stale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Receipt {
    /// The id of what was made, where something was made.
    pub id: Option<String>,
    pub entries: Vec<EntryRef>,
    /// Topics to refresh: `today`, `batches`, `batch:<id>`, `case:<id>`, `enterprise:<id>`, `meeting:<id>`, `papers`.
    pub changed: Vec<String>,
}

/// One entry of the ledger, by number and the first 16 hex digits of its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryRef {
    pub n: String,
    pub kind: String,
    pub label: Words,
    pub hash16: String,
}

/// One step of a case: done, now or next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepView {
    pub step: String,
    pub label: Words,
    /// `done`, `now`, `next` or `off` (an off-ramp was taken).
    pub state: String,
    pub on: Option<String>,
    pub due: Option<String>,
    pub by: Option<String>,
    pub note: Option<Words>,
}

/// A request without fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A request that names one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ById {
    pub id: String,
}
