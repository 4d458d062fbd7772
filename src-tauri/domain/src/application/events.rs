//! What happens to an application.

use super::{ApplicationForm, MaterialLine};
use crate::{Finding, Points, Say, Verdict, eligibility::EligibilityFacts};
use serde::{Deserialize, Serialize};

/// Received from a county office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationReceived {
    pub batch: String,
    pub enterprise: String,
    /// Fixed at receipt: a later policy version never changes this case.
    pub policy: String,
    pub form: ApplicationForm,
    /// SHA-256 of the workbook it came in, and the row there.
    pub source: Option<Source>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub file: String,
    pub sha256: String,
    pub row: u32,
}

/// What the office knows of a case changed after its receipt. The whole of the facts and materials as they stand now,
/// so that an entry can be read by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationAmended {
    pub ground: AmendGround,
    pub facts: EligibilityFacts,
    pub materials: Vec<MaterialLine>,
    /// What was learnt, and from where.
    pub note: String,
}

/// Why a case's facts changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendGround {
    /// The applicant's supplement (补正).
    Supplement,
    /// A department's reply (部门会商).
    Reply,
    /// A fact the office verified itself (核实).
    Verified,
}

/// The plan's conditions judged on the facts received (plan §二(一)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationJudged {
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
    pub policy: String,
}

/// 受理.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationAccepted {}

/// 不予受理, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationRefused {
    pub reason: String,
}

/// 退回: handed back before acceptance, to be put in order and handed in again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationReturned {
    pub reason: String,
}

/// 撤回: taken back by the applicant before the experts see it. Applying is voluntary (plan §二(二)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationWithdrawn {
    /// What the applicant asked, and by which letter.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationEnteredReview {
    pub meeting: String,
}

/// What the review made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationReviewed {
    pub meeting: String,
    pub score: Option<Points>,
    pub rank: Option<u32>,
    pub passed: bool,
    pub reason: Say,
}

/// Selected by the bureau (择优).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationSelected {}

/// Reviewed, but not selected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationPassedOver {}

/// Recommended to the Ministry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationRecommended {}

/// 备案.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationFiled {
    pub document_no: String,
}

/// 不予备案.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationDeclined {
    pub document_no: String,
    pub reason: String,
}
