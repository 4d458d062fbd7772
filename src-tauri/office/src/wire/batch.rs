//! Batches of applications.

use super::{EntryRef, PaperRow, StepView, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenBatch {
    pub name: String,
    pub policy: String,
    pub opens_on: String,
    pub closes_on: String,
    /// How many the bureau may select; `None` = no quota.
    pub quota: Option<u32>,
}

/// A policy version a batch can be opened under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyRow {
    pub id: String,
    pub title: Words,
    pub effective_from: String,
    /// The last day of effect; `None` while no end is set.
    pub effective_until: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchRow {
    pub id: String,
    pub name: String,
    pub policy: String,
    pub opens_on: String,
    pub closes_on: String,
    pub quota: Option<u32>,
    pub received: u32,
    pub accepted: u32,
    pub reviewed: u32,
    pub recommended: u32,
    pub filed: u32,
    /// What comes next, in words.
    pub stage: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchPage {
    pub batch: BatchRow,
    pub policy_title: Words,
    pub steps: Vec<StepView>,
    pub funnel: Vec<FunnelStep>,
    pub applications: Vec<ApplicationRow>,
    pub meeting: Option<String>,
    pub decision: Option<DecisionView>,
    pub recommendation: Option<RecommendationView>,
    pub papers: Vec<PaperRow>,
    pub entries: Vec<EntryRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FunnelStep {
    pub label: Words,
    pub count: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApplicationRow {
    pub id: String,
    pub enterprise: String,
    pub name: String,
    /// Initials and full pinyin of the name, for filtering.
    pub pinyin: String,
    pub uscc: String,
    pub county: String,
    /// `received`, `judged`, `accepted`, `refused`, `in_review`, `reviewed`, `selected`, `passed_over`,
    /// `recommended`, `filed`, `declined`.
    pub state: String,
    pub state_label: Words,
    /// `met`, `to_verify`, `not_met`.
    pub verdict: String,
    /// How many of its findings are not met, and how many are to verify.
    pub not_met: u32,
    pub to_verify: u32,
    pub score: Option<String>,
    pub rank: Option<u32>,
    pub received_on: String,
}

/// Accept or refuse several applications at once; each is decided by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AcceptApplications {
    pub batch: String,
    pub applications: Vec<String>,
    pub on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefuseApplication {
    pub application: String,
    pub on: String,
    pub reason: String,
}

/// 局务会决定: which of the reviewed applications are selected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecideBatch {
    pub batch: String,
    pub on: String,
    /// The bureau meeting, e.g. 局务会议〔2026〕第12次 as the office writes it.
    pub minutes_no: String,
    pub selected: Vec<String>,
    /// Why, where the selection departs from the ranking.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionView {
    pub on: String,
    pub minutes_no: String,
    pub selected: u32,
    pub passed_over: u32,
    pub reason: String,
    pub by: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftRecommendation {
    pub batch: String,
    pub on: String,
    pub signer: String,
    pub contact: String,
    pub phone: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApproveRecommendation {
    pub batch: String,
    pub on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecommendationView {
    /// `drafted`, `approved` or `answered`.
    pub state: String,
    pub drafted_by: String,
    pub drafted_on: String,
    pub approved_by: Option<String>,
    pub approved_on: Option<String>,
    pub paper: Option<String>,
    pub number: Option<String>,
    pub answer: Option<MinistryAnswerView>,
    pub enterprises: Vec<ApplicationRow>,
}

/// The Ministry's answer (备案 / 不予备案), application by application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordAnswer {
    pub batch: String,
    pub on: String,
    pub document_no: String,
    /// The applications filed; the others of the recommendation are declined.
    pub filed: Vec<String>,
    pub reason_declined: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MinistryAnswerView {
    pub on: String,
    pub document_no: String,
    pub filed: u32,
    pub declined: u32,
}
