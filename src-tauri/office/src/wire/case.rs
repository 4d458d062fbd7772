//! A case: one application on one page.

use super::{ApplicationRow, ClauseText, EntryView, FindingView, PaperRow, StepView, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CasePage {
    pub application: ApplicationRow,
    pub batch: String,
    pub batch_name: String,
    pub policy: String,
    pub policy_title: Words,
    pub steps: Vec<StepView>,
    /// The applicant's fields as received: caption and value.
    pub applicant: Vec<Field>,
    pub facts: Vec<Field>,
    pub materials: Vec<MaterialView>,
    pub findings: Vec<FindingView>,
    pub judged_on: Option<String>,
    pub review: Option<ReviewView>,
    pub papers: Vec<PaperRow>,
    pub entries: Vec<EntryView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Field {
    pub name: String,
    pub label: Words,
    /// `None` is "not known" (待核).
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MaterialView {
    pub no: String,
    pub name: Words,
    pub required: bool,
    pub provided: bool,
    pub copies: u32,
    pub pages: u32,
    pub original_seen: bool,
    pub valid_until: Option<String>,
    pub remark: String,
}

/// What the review made of this application, once revealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewView {
    pub meeting: String,
    pub score: Option<String>,
    pub rank: Option<u32>,
    pub passed: bool,
    pub reason: Words,
    pub clause: ClauseText,
}
