//! 部门会商: departments asked about an applicant, and what they answered.

use super::{ClauseText, EntryRef, Receipt, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks departments about applications, one letter for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskDepartments {
    pub applications: Vec<String>,
    /// Departments' ids; empty = every department the policy version consults and that was not asked yet.
    pub departments: Vec<String>,
    /// The day the letter was sent.
    pub on: String,
    /// Blank = without a number.
    pub letter_no: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RemindDepartments {
    pub consultations: Vec<String>,
    pub on: String,
    /// How, and who was spoken to.
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswerConsultation {
    pub consultation: String,
    /// The day the reply was received.
    pub on: String,
    /// The date the reply bears.
    pub replied_on: String,
    pub document_no: String,
    /// `none`, `serious` or `cannot_say`.
    pub record: String,
    pub description: String,
    /// Where the scans are kept, in words.
    pub scans: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectConsultation {
    pub consultation: String,
    pub on: String,
    pub replied_on: String,
    pub document_no: String,
    pub record: String,
    pub description: String,
    pub scans: String,
    /// Why the reply recorded before does not stand.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WithdrawConsultation {
    pub consultation: String,
    pub on: String,
    pub reason: String,
}

/// The due date passed without a reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordNoReply {
    pub consultations: Vec<String>,
    pub on: String,
    pub note: String,
}

/// What the bureau's own record of the enterprise holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordOwn {
    pub application: String,
    pub department: String,
    pub on: String,
    /// The register or file that was looked up, by its number where it has one.
    pub document_no: String,
    pub record: String,
    pub description: String,
    pub scans: String,
}

/// What an act did, and what must be said of it: a verdict that changed, or one that did not although a reply came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConsultationDone {
    pub receipt: Receipt,
    pub notes: Vec<Words>,
}

/// All departments of one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConsultationPage {
    pub application: String,
    pub name: String,
    pub batch: String,
    /// Whether departments may still be asked; once the case is before the experts they are not.
    pub open: bool,
    pub stage_label: Words,
    pub clause: ClauseText,
    /// The time limit of the policy version.
    pub working_days: u32,
    /// What silence means: `stays_to_verify` or `no_objection`.
    pub no_reply: String,
    pub no_reply_label: Words,
    pub departments: Vec<DepartmentView>,
}

/// One department, and how its consultation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DepartmentView {
    pub department: String,
    pub name: Words,
    pub body: Words,
    /// Asked by letter; otherwise the bureau's own record answers.
    pub consulted: bool,
    /// The consultation that stands, if there is one.
    pub consultation: Option<String>,
    /// `not_asked`, `waiting`, `overdue`, `no_reply`, `answered_none`, `answered_serious`, `answered_cannot_say`.
    pub state: String,
    pub state_label: Words,
    pub asked_on: Option<String>,
    pub letter_no: Option<String>,
    pub due: Option<String>,
    /// Why there is no due date, where a holiday table is missing.
    pub due_note: Option<Words>,
    pub reminders: Vec<NoteView>,
    /// The recorded silence; it stays when a late reply comes.
    pub silence: Option<SilenceView>,
    pub reply: Option<ReplyView>,
    /// The fact the case is judged on: `none`, `serious`; `None` is to verify.
    pub fact: Option<String>,
    /// What the fact rests on: `reply`, `silence`, or `declared` (by the applicant, or verified by the office).
    pub fact_from: Option<String>,
    /// Requests that were withdrawn: day, who, reason.
    pub withdrawn: Vec<NoteView>,
    pub entries: Vec<EntryRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteView {
    pub on: String,
    pub by: String,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SilenceView {
    pub on: String,
    pub by: String,
    pub due: String,
    /// `stays_to_verify` or `no_objection`.
    pub rule: String,
    pub label: Words,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReplyView {
    /// Received.
    pub on: String,
    pub by: String,
    pub replied_on: String,
    pub document_no: Option<String>,
    pub record: String,
    pub record_label: Words,
    pub description: String,
    pub scans: String,
    /// After the due date; `None` where none could be told.
    pub late: Option<bool>,
    /// The case's fact follows it; otherwise it came after the case went before the experts.
    pub applied: bool,
    pub corrections: Vec<CorrectionView>,
}

/// A reply that no longer stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectionView {
    pub on: String,
    pub by: String,
    pub reason: String,
    pub record_label: Words,
    pub document_no: Option<String>,
    pub description: String,
}

/// A reply that is awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwaitedReply {
    pub consultation: String,
    pub application: String,
    pub name: String,
    /// Initials and full pinyin of the name, for filtering.
    pub pinyin: String,
    pub county: String,
    pub batch: String,
    pub department: String,
    pub department_name: Words,
    /// `waiting`, `overdue` or `no_reply`.
    pub state: String,
    pub state_label: Words,
    pub asked_on: String,
    pub letter_no: Option<String>,
    pub due: Option<String>,
    pub reminders: u32,
    pub reminded_on: Option<String>,
}
