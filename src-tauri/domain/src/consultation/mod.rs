//! 部门会商: one department asked about one applicant, from the letter to the reply that stands.
//!
//! asked → reminded → answered → corrected. Beside it: no reply by the due date, recorded as such; and a request
//! withdrawn. The bureau's own record answers without a letter. Plan §二(一)1, 细则14.
//!
//! Silence is never an answer here: a department that did not reply, one that cannot say and one that found nothing are
//! three different states.

mod decide;
mod events;
mod fact;
#[cfg(test)]
mod tests;

pub use decide::*;
pub use events::*;
pub use fact::*;

use crate::{Event, Say, policy::NoReply};
use chrono::NaiveDate;

/// One department's consultation on one application, as its entries make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    pub application: String,
    /// The department's id in the policy: the field of `violations` it answers for.
    pub department: String,
    pub body: Say,
    /// `None` where the bureau's own record answers.
    pub request: Option<Request>,
    pub reminders: Vec<Reminder>,
    /// The due date passed without a reply and the office recorded it; kept when a late reply comes after all.
    pub no_reply: Option<Silence>,
    pub state: State,
    /// The date of the last act: no act of this consultation is dated before it.
    pub last_on: NaiveDate,
}

/// The letter that asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub letter_no: Option<String>,
    pub sent_on: NaiveDate,
    pub working_days: u32,
    /// `None` where a year's holiday table was missing when it was sent.
    pub due: Option<NaiveDate>,
    pub missing_years: Vec<i32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    pub on: NaiveDate,
    pub by: String,
    pub note: String,
}

/// No reply by the due date, and what the policy version makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    pub on: NaiveDate,
    pub by: String,
    pub rule: NoReply,
    pub due: NaiveDate,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Asked, no reply yet. Whether it is late is derived from the day.
    Waiting,
    /// No reply by the due date, recorded. A reply may still come.
    NoReply,
    Answered(Box<Answer>),
    Withdrawn {
        on: NaiveDate,
        by: String,
        reason: String,
    },
}

/// The reply that stands, and what it corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub reply: Reply,
    /// The day the office received it.
    pub on: NaiveDate,
    pub by: String,
    /// After the due date; `None` where no due date could be told.
    pub late: Option<bool>,
    /// The case's fact follows this reply; false where the case had gone before the experts.
    pub applied: bool,
    pub corrections: Vec<Correction>,
}

/// An earlier reply, and why it no longer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub on: NaiveDate,
    pub by: String,
    pub reason: String,
    pub before: Reply,
}

impl State {
    /// The stable name in tables and on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::NoReply => "no_reply",
            State::Answered(_) => "answered",
            State::Withdrawn { .. } => "withdrawn",
        }
    }

    pub fn label(&self) -> Say {
        match self {
            State::Waiting => Say::new("已征求，待复", "Asked, waiting"),
            State::NoReply => Say::new("逾期未复", "No reply by the due date"),
            State::Answered(answer) => answer.reply.record.label(),
            State::Withdrawn { .. } => Say::new("已撤回", "Withdrawn"),
        }
    }
}

impl Consultation {
    /// Folds one event; `by` is who acted, by name, and `on` the date of the act.
    pub fn apply(state: Option<Consultation>, event: &Event, by: &str, on: NaiveDate) -> Option<Consultation> {
        match event {
            Event::ConsultationAsked(e) => {
                return Some(Consultation {
                    application: e.application.clone(),
                    department: e.department.clone(),
                    body: e.body.clone(),
                    request: Some(Request {
                        letter_no: e.letter_no.clone(),
                        sent_on: on,
                        working_days: e.working_days,
                        due: e.due,
                        missing_years: e.missing_years.clone(),
                    }),
                    reminders: Vec::new(),
                    no_reply: None,
                    state: State::Waiting,
                    last_on: on,
                });
            }
            Event::OwnRecordConsulted(e) => {
                return Some(Consultation {
                    application: e.application.clone(),
                    department: e.department.clone(),
                    body: e.body.clone(),
                    request: None,
                    reminders: Vec::new(),
                    no_reply: None,
                    state: State::Answered(Box::new(Answer {
                        reply: e.reply.clone(),
                        on,
                        by: by.to_owned(),
                        late: None,
                        applied: e.applied,
                        corrections: Vec::new(),
                    })),
                    last_on: on,
                });
            }
            _ => {}
        }
        let mut state = state?;
        state.fold(event, by, on);
        state.last_on = state.last_on.max(on);
        Some(state)
    }

    fn fold(&mut self, event: &Event, by: &str, on: NaiveDate) {
        let by = by.to_owned();
        match event {
            Event::ConsultationReminded(e) => self.reminders.push(Reminder {
                on,
                by,
                note: e.note.clone(),
            }),
            Event::ConsultationUnanswered(e) => {
                self.no_reply = Some(Silence {
                    on,
                    by,
                    rule: e.rule,
                    due: e.due,
                    note: e.note.clone(),
                });
                self.state = State::NoReply;
            }
            Event::ConsultationAnswered(e) => {
                self.state = State::Answered(Box::new(Answer {
                    reply: e.reply.clone(),
                    on,
                    by,
                    late: e.late,
                    applied: e.applied,
                    corrections: Vec::new(),
                }));
            }
            Event::ConsultationCorrected(e) => {
                if let State::Answered(answer) = &mut self.state {
                    let before = std::mem::replace(&mut answer.reply, e.reply.clone());
                    answer.applied = e.applied;
                    answer.corrections.push(Correction {
                        on,
                        by,
                        reason: e.reason.clone(),
                        before,
                    });
                }
            }
            Event::ConsultationWithdrawn(e) => {
                self.state = State::Withdrawn {
                    on,
                    by,
                    reason: e.reason.clone(),
                };
            }
            _ => {}
        }
    }
}
