//! What an enterprise hands in: the application form as the county office forwards it.

use crate::eligibility::EligibilityFacts;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One application as received: who, the facts for the conditions, the materials handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationForm {
    pub applicant: Applicant,
    pub facts: EligibilityFacts,
    pub materials: Vec<MaterialLine>,
}

/// The enterprise as its application names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Unified social credit code, normalised and with a right check digit.
    pub uscc: String,
    pub name: String,
    /// The county or development zone whose office forwards the application, e.g. 镜湖区.
    pub county: String,
    pub legal_representative: String,
    pub contact: String,
    pub phone: String,
    pub founded: Option<NaiveDate>,
}

/// One item of the policy's list of materials, as handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialLine {
    /// The item's number in the policy's list: `01` … `20`.
    pub no: String,
    pub provided: bool,
    pub copies: u32,
    pub pages: u32,
    pub original_seen: bool,
    pub valid_until: Option<NaiveDate>,
    pub remark: String,
}
