//! What a department's word makes of the fact the condition is judged on (§二(一)1): three-valued, and only an answer
//! sets it.

use crate::{Say, eligibility::Violations, policy::NoReply};
use serde::{Deserialize, Serialize};

/// What the department's record of the enterprise is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// 无严重违法违规记录
    None,
    /// 有严重违法违规记录
    Serious,
    /// 不能确认: the department answered, and left the question open.
    CannotSay,
}

impl Record {
    pub const ALL: [Record; 3] = [Record::None, Record::Serious, Record::CannotSay];

    /// The stable name in tables and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Record::None => "none",
            Record::Serious => "serious",
            Record::CannotSay => "cannot_say",
        }
    }

    pub fn from_code(code: &str) -> Option<Record> {
        Record::ALL.into_iter().find(|r| r.code() == code)
    }

    pub fn label(self) -> Say {
        match self {
            Record::None => Say::new("答复：无严重违法违规记录", "Answered: no serious record"),
            Record::Serious => Say::new("答复：有严重违法违规记录", "Answered: a serious record"),
            Record::CannotSay => Say::new("答复：不能确认", "Answered: cannot say"),
        }
    }

    /// The fact it makes: `Some(true)` is a serious record, `None` not known.
    pub const fn fact(self) -> Option<bool> {
        match self {
            Record::None => Some(false),
            Record::Serious => Some(true),
            Record::CannotSay => None,
        }
    }
}

impl NoReply {
    /// The fact after silence. A serious record that is known already is never silenced away; an applicant's own "none"
    /// does not outlive a department that was asked and did not confirm it, unless the policy version says it does.
    pub const fn fact(self, before: Option<bool>) -> Option<bool> {
        match (self, before) {
            (_, Some(true)) => Some(true),
            (NoReply::StaysToVerify, _) => None,
            (NoReply::NoObjection, _) => Some(false),
        }
    }

    /// The fact once a request is withdrawn after the silence was recorded: what only the silence supported falls.
    pub const fn fact_after_withdrawal(self, before: Option<bool>) -> Option<bool> {
        match (self, before) {
            (NoReply::NoObjection, Some(false)) => None,
            (_, before) => before,
        }
    }

    pub fn label(self) -> Say {
        match self {
            NoReply::StaysToVerify => Say::new("逾期未复，该项待核", "No reply: stays to verify"),
            NoReply::NoObjection => Say::new(
                "逾期未复，按规定视为无异议（并非答复“无记录”）",
                "No reply: taken as no objection by rule, not an answer of \"none\"",
            ),
        }
    }
}

/// The fact a department answers for; `None` where there is no such department.
pub fn fact_of<'v>(violations: &'v mut Violations, department: &str) -> Option<&'v mut Option<bool>> {
    Some(match department {
        "police" => &mut violations.police,
        "market" => &mut violations.market,
        "customs" => &mut violations.customs,
        "commerce" => &mut violations.commerce,
        "safety" => &mut violations.safety,
        _ => return None,
    })
}
