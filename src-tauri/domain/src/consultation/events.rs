//! What happens to a consultation.

use super::Record;
use crate::{Say, policy::NoReply};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A department was asked by letter. The date of the act is the day the letter was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationAsked {
    pub application: String,
    /// The department's id in the policy.
    pub department: String,
    /// The body the letter is addressed to.
    pub body: Say,
    /// 文号 of the letter, where it has one; one letter may ask about several enterprises.
    pub letter_no: Option<String>,
    /// The time limit of the policy version, in working days.
    pub working_days: u32,
    /// The last day to reply; `None` where a holiday table was missing.
    pub due: Option<NaiveDate>,
    /// The years whose tables were missing.
    pub missing_years: Vec<i32>,
}

/// A department was reminded (催办).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationReminded {
    /// How, and who was spoken to.
    pub note: String,
}

/// What a department wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The date the reply bears.
    pub replied_on: NaiveDate,
    /// Its 文号, where it has one.
    pub document_no: Option<String>,
    pub record: Record,
    /// The record in the department's words; what it cannot say, and why.
    pub description: String,
    /// Where the scans are kept, in words.
    pub scans: String,
}

/// A reply came. The date of the act is the day it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationAnswered {
    pub reply: Reply,
    /// Received after the due date; `None` where no due date could be told.
    pub late: Option<bool>,
    /// Whether the case's fact follows it: not once the case has gone before the experts.
    pub applied: bool,
}

/// The reply as recorded was wrong, or the department changed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationCorrected {
    pub reply: Reply,
    pub reason: String,
    pub applied: bool,
}

/// The request was taken back; the department may be asked anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationWithdrawn {
    pub reason: String,
}

/// The due date passed without a reply. What that means is the policy version's rule, which the entry keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationUnanswered {
    pub rule: NoReply,
    pub due: NaiveDate,
    pub note: String,
    pub applied: bool,
}

/// The bureau looked the enterprise up in its own record (商务).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRecordConsulted {
    pub application: String,
    pub department: String,
    pub body: Say,
    /// Dated the day of the act.
    pub reply: Reply,
    pub applied: bool,
}
