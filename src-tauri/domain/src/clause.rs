//! What a verdict rests on. A clause id names a place in the plan (`§二(一)2`), an article of the office's working
//! rules that fill the plan's gaps (`细则6`, policy data), or a national rule (`民法典§202`, `GB 32100-2015`).

use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a clause, as the policy version lists it. Its text stands in the policy data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Clause(pub String);

impl Clause {
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Clause {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// The plan's own clauses.
pub mod plan {
    /// Registered in the city, independent legal person, import/export enterprise, no serious violations.
    pub const STANDING: &str = "§二(一)1";
    /// Registered and paid-in capital, or equivalent net assets.
    pub const CAPITAL: &str = "§二(一)2";
    /// Sourcing capacity.
    pub const SOURCING: &str = "§二(一)3";
    /// Trade experience, the target market, repair and parts.
    pub const EXPERIENCE: &str = "§二(一)4";
    /// Application, preliminary review, expert review, selection, recommendation, filing.
    pub const SELECTION: &str = "§二(二)";
    /// Reports, rectification, suspension of three months.
    pub const SUPERVISION: &str = "§三(一)";
    /// Voluntary exit and cancellation.
    pub const EXIT: &str = "§三(二)";
    /// Lawful sources, the last year of use, deregistration, no re-import.
    pub const LAWFUL_CARS: &str = "§四(一)";
    /// Orderly export and the destination's rules.
    pub const ORDERLY_EXPORT: &str = "§四(二)";
    /// The bureau's duties, among them the issue of licences.
    pub const DUTIES: &str = "§五(二)";
    /// The whole chain can be traced.
    pub const TRACE: &str = "§五(三)";
}

/// Articles of the office's working rules (细则): reasoned defaults, so policy parameters.
pub mod rules {
    /// 双人规则: whoever drafts does not approve.
    pub const TWO_PERSONS: &str = "细则1";
    /// 补正: all gaps told once, within five working days.
    pub const SUPPLEMENT: &str = "细则2";
    /// 专家抽取: pool, specialty quotas, replayable draw.
    pub const DRAW: &str = "细则3";
    /// 回避: recusal.
    pub const RECUSAL: &str = "细则4";
    /// 评分: steps, blanks, abstention, sealed sheets.
    pub const SCORING: &str = "细则5";
    /// 评审结果: trimmed mean, pass line, ties, veto.
    pub const OUTCOME: &str = "细则6";
    /// 公示与异议.
    pub const NOTICE: &str = "细则7";
    /// 局务会决定与推荐.
    pub const RECOMMENDATION: &str = "细则8";
    /// 许可证: form, number, validity.
    pub const LICENCE: &str = "细则9";
    /// 停发程序: notice, statement, decision, delivery, rectification.
    pub const SUSPENSION: &str = "细则10";
    /// 文号与归档.
    pub const PAPERS: &str = "细则11";
    /// 收件与受理: one application an enterprise and batch, the form's fields.
    pub const RECEIPT: &str = "细则12";
    /// 职责: who may do what.
    pub const ROLES: &str = "细则13";
    /// 部门会商: asking, due date, reminders, replies, corrections, no reply.
    pub const CONSULTATION: &str = "细则14";
}

/// National rules and standards.
pub mod law {
    pub const USCC: &str = "GB 32100-2015";
    pub const VIN: &str = "GB 16735-2019";
    pub const RESIDENT_ID: &str = "GB 11643-1999";
    pub const PLATE: &str = "GA 36-2018";
    /// 海关进出口货物报关单填制规范: the declaration number has 18 digits; the HS code 10.
    pub const DECLARATION: &str = "海关总署公告2019年第18号";
    /// 机动车强制报废标准规定, article 5.
    pub const USE_LIFE: &str = "商务部令2012年第12号§5";
    /// A period in months ends on the corresponding day, or the month's last.
    pub const PERIOD_END: &str = "民法典§202";
    /// The first day is not counted.
    pub const PERIOD_START: &str = "民法典§201";
    /// A deadline on a holiday rolls on.
    pub const PERIOD_ROLLS: &str = "民法典§203";
    /// Days in an administrative time limit are working days.
    pub const WORKING_DAYS: &str = "行政许可法§82";
}
