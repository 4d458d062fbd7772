use crate::{Say, calendar::add_months};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The time limits of a case, each in working days with the clause that sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    /// 补正告知: the office tells every gap.
    pub supplement: Deadline,
    /// 补正: the applicant hands in what was missing.
    pub supplement_by_applicant: Deadline,
    /// 县区初审
    pub preliminary_review: Deadline,
    /// 受理
    pub acceptance: Deadline,
    /// 部门会商回复
    pub consultation_reply: Deadline,
    /// 专家评审
    pub expert_review: Deadline,
    /// 公示
    pub public_notice: Deadline,
    /// 异议答复
    pub objection_answer: Deadline,
    /// 推荐上报
    pub recommendation: Deadline,
    /// 许可证签发
    pub licence_issue: Deadline,
    /// 陈述申辩
    pub statement: Deadline,
    /// 送达
    pub delivery: Deadline,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub working_days: u32,
    pub clause: String,
}

impl Deadlines {
    /// Every limit under its field's name.
    pub fn all(&self) -> [(&'static str, &Deadline); 12] {
        [
            ("supplement", &self.supplement),
            ("supplement_by_applicant", &self.supplement_by_applicant),
            ("preliminary_review", &self.preliminary_review),
            ("acceptance", &self.acceptance),
            ("consultation_reply", &self.consultation_reply),
            ("expert_review", &self.expert_review),
            ("public_notice", &self.public_notice),
            ("objection_answer", &self.objection_answer),
            ("recommendation", &self.recommendation),
            ("licence_issue", &self.licence_issue),
            ("statement", &self.statement),
            ("delivery", &self.delivery),
        ]
    }
}

/// How long a filing (备案) lasts. A version without it sets no term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingRules {
    pub months: u32,
    pub clause: String,
}

impl FilingRules {
    /// The last day of a filing made on `on`: the corresponding day, or the month's last (民法典§202).
    pub fn until(&self, on: NaiveDate) -> Option<NaiveDate> {
        add_months(on, self.months)
    }
}

/// The form and validity of export licences. Who issues them is the version's [`super::Mode`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceRules {
    /// Cars on one licence, at most.
    pub per_licence: u32,
    pub validity_months: u32,
    /// Not beyond 31 December of the year of issue.
    pub cap_at_year_end: bool,
    /// Not beyond the day before the car enters its last year of use.
    pub cap_before_refused_from: bool,
    /// A car applied for within so many days of its registration needs the maker's service confirmation; `None` = never.
    pub maker_confirmation_days: Option<u32>,
    /// Characters of a contract number, at most.
    pub contract_no_max: u32,
    pub clause: String,
}

/// A department whose opinion is asked, or whose record counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// The field of `violations` it answers for: `police`, `market`, `customs`, `commerce`, `safety`.
    pub id: String,
    pub name: Say,
    /// The body a letter is addressed to.
    pub body: Say,
    /// Asked by letter; otherwise the bureau's own record answers.
    pub consulted: bool,
    /// A member of the coordination group (§五(一)).
    pub coordination_group: bool,
}
