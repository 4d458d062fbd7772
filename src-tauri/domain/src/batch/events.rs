//! What happens to a batch.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 批次开启.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchOpened {
    pub name: String,
    /// The policy version every case of this batch is judged by.
    pub policy: String,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub quota: Option<u32>,
}

/// The batch's applications go to a review meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewAssigned {
    pub meeting: String,
}

/// 局务会决定.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchDecided {
    pub minutes_no: String,
    /// Application ids, best rank first.
    pub selected: Vec<String>,
    pub passed_over: Vec<String>,
    /// Why, where the selection departs from the ranking; empty where it does not.
    pub reason: String,
}

/// 推荐请示 drafted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationDrafted {
    pub applications: Vec<String>,
    pub signer: String,
    pub contact: String,
    pub phone: String,
}

/// 推荐请示 approved by another; its paper follows in the same act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationApproved {
    pub paper: String,
}

/// The Ministry's answer: 备案 / 不予备案.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinistryAnswered {
    pub document_no: String,
    pub filed: Vec<String>,
    pub declined: Vec<String>,
    pub reason_declined: String,
}
