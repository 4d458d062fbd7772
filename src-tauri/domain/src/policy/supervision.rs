use serde::{Deserialize, Serialize};

/// 停发出口许可证 (§三(一)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionRules {
    pub months: u32,
    pub resumes: Resumes,
    /// What the suspension rests on.
    pub clause: String,
    /// What its procedure rests on.
    pub procedure: String,
}

/// When licences may be issued again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resumes {
    /// The day after the last day.
    AtEnd,
    /// The later of that and the day after rectification is accepted.
    LaterOfEndAndRectification,
}

/// Reports, deregistration, exit for want of exports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupervisionRules {
    /// The monthly report is due on this day of the following month.
    pub report_due_day: u32,
    /// Months after customs release.
    pub deregister_within_months: u32,
    /// Months without an actual export after which the filing is cancelled (§三(二)).
    pub no_export_months: u32,
    /// Days before that at which the office is warned.
    pub no_export_warn_days: Vec<u32>,
}
