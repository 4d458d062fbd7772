//! What happens to an enterprise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// First known to the office, from its first application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnterpriseRegistered {
    pub uscc: String,
    pub name: String,
    pub county: String,
    pub legal_representative: String,
    pub contact: String,
    pub phone: String,
    pub founded: Option<NaiveDate>,
}

/// 备案 by the Ministry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnterpriseFiled {
    pub application: String,
    pub document_no: String,
    /// `None` = the policy sets no term.
    pub until: Option<NaiveDate>,
}

/// The grounds of plan §三(一).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionGround {
    /// 未按要求开展工作
    DutiesNotDone,
    /// 未履行主体责任
    ResponsibilityNotBorne,
    /// 其他违法违规行为造成不良影响
    ViolationWithEffect,
}

/// 停发 drafted: facts, notice given, defence heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionDrafted {
    pub suspension: String,
    pub ground: SuspensionGround,
    pub facts: String,
    /// 限期整改: what is to be put right, and by when.
    pub rectify: String,
    pub rectify_by: NaiveDate,
    /// 告知.
    pub noticed_on: NaiveDate,
    /// 陈述申辩; empty = none made.
    pub statement: String,
}

/// 停发 decided by a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionApproved {
    pub suspension: String,
    pub months: u32,
    /// The rule in force at the decision, kept with it.
    pub resumes: crate::policy::Resumes,
}

/// Delivered: licences stop from this day. The last day is fixed here, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionDelivered {
    pub suspension: String,
    /// How, and to whom.
    pub note: String,
    pub last_day: NaiveDate,
    /// The day after the last day.
    pub resumes: NaiveDate,
}

/// The rectification was seen and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RectificationAccepted {
    pub suspension: String,
    pub note: String,
}
