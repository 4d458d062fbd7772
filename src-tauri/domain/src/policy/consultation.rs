use serde::{Deserialize, Serialize};

/// 部门会商: how a department's silence counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationRules {
    pub no_reply: NoReply,
    pub clause: String,
}

/// What no reply by the due date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoReply {
    /// 待核: silence is never "no problem".
    #[default]
    StaysToVerify,
    /// 视为无异议, recorded as such and never as an answer.
    NoObjection,
}
