//! 评审专家: a member of the pool.

use crate::{Event, Refusals, Say, clause::rules, faults::Gather, review::Declaration};
use serde::{Deserialize, Serialize};

/// Enrolled in the pool, or changed: the latest entry stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpertEnrolled {
    /// The pool's number, e.g. `E07`.
    pub no: String,
    pub name: String,
    pub specialty: String,
    pub employer: String,
    /// Ties to enterprises as the expert declared them (细则4).
    pub declarations: Vec<Declaration>,
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
