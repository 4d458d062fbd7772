//! 评审专家: a member of the pool.

use crate::{Event, Refusals, Say, clause::rules, faults::Gather, review::{Declaration, ExpertTies, Tie}};
use serde::{Deserialize, Serialize};

/// Enrolled in the pool, or changed: the latest entry stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpertEnrolled {
    /// The pool's number, e.g. `E07`.
    pub no: String,
    pub name: String,
    pub specialty: String,
    pub employer: String,
    /// Names of the employers of the last three years.
    pub history: Vec<String>,
    /// USCCs of enterprises the expert holds shares of.
    pub shareholdings: Vec<String>,
    /// USCCs of enterprises tied otherwise: advisory work, kinship, dispute.
    pub ties: Vec<String>,
}

impl ExpertEnrolled {
    /// What this enrolment says of ties to one applicant, for the recusal rule (细则4).
    pub fn ties_to(&self, uscc: &str, name: &str) -> ExpertTies {
        let declared = |tie: Tie| Declaration { applicant: name.to_owned(), tie, ended: None, remark: String::new() };
        let listed = |list: &[String]| list.iter().any(|code| code == uscc);
        // A former employer is known by its name only; whether it is this applicant, the rule compares.
        let mut declarations: Vec<Declaration> = self
            .history
            .iter()
            .map(|employer| Declaration { applicant: employer.clone(), ..declared(Tie::Employment) })
            .collect();
        declarations.extend(listed(&self.shareholdings).then(|| declared(Tie::Shareholding)));
        declarations.extend(listed(&self.ties).then(|| declared(Tie::Advisory)));
        ExpertTies { expert: self.no.clone(), employer: self.employer.clone(), declarations }
    }
}

/// Checks an enrolment.
pub fn enrol(expert: ExpertEnrolled) -> Result<Event, Refusals> {
    let mut faults = Gather::new();
    faults.filled(
        &expert.no,
        "no",
        rules::DRAW,
        Say::new("专家编号", "The expert's number"),
    );
    faults.filled(&expert.name, "name", rules::DRAW, Say::new("姓名", "The name"));
    faults.filled(
        &expert.specialty,
        "specialty",
        rules::DRAW,
        Say::new("专业", "The specialty"),
    );
    faults.filled(
        &expert.employer,
        "employer",
        rules::RECUSAL,
        Say::new("工作单位", "The employer"),
    );
    faults.answer(Event::ExpertEnrolled(expert))
}
