//! Enterprises after filing: licences, suspension, rectification.

use super::{ApplicationRow, EntryView, FindingView, PaperRow, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnterpriseRow {
    pub id: String,
    pub name: String,
    pub pinyin: String,
    pub uscc: String,
    pub county: String,
    /// `registered`, `filed` or `suspended` as of today.
    pub state: String,
    pub state_label: Words,
    pub filed_on: Option<String>,
    pub licences: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnterprisePage {
    pub enterprise: EnterpriseRow,
    pub fields: Vec<super::Field>,
    pub applications: Vec<ApplicationRow>,
    pub licences: Vec<LicenceView>,
    pub suspensions: Vec<SuspensionView>,
    pub papers: Vec<PaperRow>,
    pub entries: Vec<EntryView>,
}

/// What a licence is asked for. Facts left out are 待核, never "yes".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftLicence {
    pub enterprise: String,
    pub on: String,
    pub vin: String,
    pub plate: String,
    /// Classes and uses of `use-life`, e.g. `car_small`, `private`.
    pub class: String,
    #[serde(rename = "use")]
    #[ts(rename = "use")]
    pub use_kind: String,
    pub registered: String,
    pub manufactured: Option<String>,
    pub hs_code: String,
    pub contract_no: String,
    pub port: String,
    pub country: String,
    pub currency: String,
    /// Declared value in the currency's main unit, a decimal string.
    pub value: String,
    pub owner_is_exporter: Option<bool>,
    pub lawful_source: Option<bool>,
    pub inspection_passed: Option<bool>,
    pub inspection_body_listed: Option<bool>,
    pub encumbered: Option<bool>,
    pub customs_supervised: Option<bool>,
    pub exported: Option<bool>,
    pub deregistered: Option<bool>,
    pub access_ok: Option<bool>,
    /// The use was never changed since registration. A car whose use did change is to be verified: its limit depends on
    /// the changes, which this form does not take yet.
    pub use_unchanged: Option<bool>,
}

/// The check of a licence request against the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LicenceCheck {
    /// `ok`, `refused` or `to_verify`.
    pub verdict: String,
    pub findings: Vec<FindingView>,
    pub valid_until: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LicenceView {
    pub id: String,
    /// `drafted`, `issued`, `refused`, `expired` (as of today).
    pub state: String,
    pub state_label: Words,
    pub number: Option<String>,
    pub vin: String,
    pub country: String,
    pub value: String,
    pub currency: String,
    pub drafted_by: String,
    pub drafted_on: String,
    pub issued_on: Option<String>,
    pub approved_by: Option<String>,
    pub valid_until: Option<String>,
    pub findings: Vec<FindingView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActOn {
    pub id: String,
    pub on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftSuspension {
    pub enterprise: String,
    pub on: String,
    /// `duties_not_done`, `responsibility_not_borne` or `violation_with_effect` (plan §三(一)).
    pub ground: String,
    pub facts: String,
    /// What is to be put right, and by when.
    pub rectify: String,
    pub rectify_by: String,
    pub noticed_on: String,
    /// What the enterprise said in its defence; empty = it waived its statement.
    pub statement: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuspensionView {
    pub id: String,
    /// `drafted`, `approved`, `running`, `ended` or `awaiting_rectification` as of today.
    pub state: String,
    pub state_label: Words,
    pub ground: Words,
    pub facts: String,
    pub rectify: String,
    pub rectify_by: String,
    pub statement: String,
    pub drafted_by: String,
    pub drafted_on: String,
    pub approved_by: Option<String>,
    pub approved_on: Option<String>,
    pub delivered_on: Option<String>,
    pub last_day: Option<String>,
    /// The day licences open again, once the rectification is accepted.
    pub resumes_on: Option<String>,
    pub rectified_on: Option<String>,
    pub clause: super::ClauseText,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuspensionAct {
    pub enterprise: String,
    pub suspension: String,
    pub on: String,
    /// Delivery: how and to whom. Rectification: what was seen.
    pub note: String,
}
