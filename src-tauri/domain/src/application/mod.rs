//! 申请: one enterprise's application in one batch.
//!
//! received → judged → accepted → in review → reviewed → selected → recommended → filed. Off-ramps so far: returned
//! (退回), withdrawn (撤回), refused (不予受理), passed over (未入选), declined (不予备案). Plan §二(二).

mod decide;
mod events;
mod form;
#[cfg(test)]
mod tests;

pub use decide::*;
pub use events::*;
pub use form::{Applicant, ApplicationForm, MaterialLine};

use crate::{Event, Say};

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Received,
    Judged,
    Accepted,
    Refused,
    InReview,
    Reviewed,
    Selected,
    PassedOver,
    Recommended,
    Filed,
    Declined,
    Returned,
    Withdrawn,
}

impl Stage {
    pub const ALL: [Stage; 13] = [
        Stage::Received,
        Stage::Judged,
        Stage::Accepted,
        Stage::Refused,
        Stage::InReview,
        Stage::Reviewed,
        Stage::Selected,
        Stage::PassedOver,
        Stage::Recommended,
        Stage::Filed,
        Stage::Declined,
        Stage::Returned,
        Stage::Withdrawn,
    ];

    /// The stable name in tables and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Stage::Received => "received",
            Stage::Judged => "judged",
            Stage::Accepted => "accepted",
            Stage::Refused => "refused",
            Stage::InReview => "in_review",
            Stage::Reviewed => "reviewed",
            Stage::Selected => "selected",
            Stage::PassedOver => "passed_over",
            Stage::Recommended => "recommended",
            Stage::Filed => "filed",
            Stage::Declined => "declined",
            Stage::Returned => "returned",
            Stage::Withdrawn => "withdrawn",
        }
    }

    pub fn from_code(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|s| s.code() == code)
    }

    pub fn label(self) -> Say {
        match self {
            Stage::Received => Say::new("已收件", "Received"),
            Stage::Judged => Say::new("已核条件", "Conditions judged"),
            Stage::Accepted => Say::new("已受理", "Accepted"),
            Stage::Refused => Say::new("不予受理", "Refused"),
            Stage::InReview => Say::new("评审中", "In review"),
            Stage::Reviewed => Say::new("已评审", "Reviewed"),
            Stage::Selected => Say::new("拟推荐", "Selected"),
            Stage::PassedOver => Say::new("未入选", "Not selected"),
            Stage::Recommended => Say::new("已推荐", "Recommended"),
            Stage::Filed => Say::new("已备案", "Filed"),
            Stage::Declined => Say::new("不予备案", "Declined"),
            Stage::Returned => Say::new("已退回", "Returned"),
            Stage::Withdrawn => Say::new("已撤回", "Withdrawn"),
        }
    }

    /// The stage an event leads to, if it is an application's. Judging anew, after an amendment, leads nowhere else.
    pub fn after(event: &Event) -> Option<Stage> {
        Some(match event {
            Event::ApplicationReceived(_) => Stage::Received,
            Event::ApplicationJudged(_) => Stage::Judged,
            Event::ApplicationAccepted(_) => Stage::Accepted,
            Event::ApplicationRefused(_) => Stage::Refused,
            Event::ApplicationEnteredReview(_) => Stage::InReview,
            Event::ApplicationReviewed(_) => Stage::Reviewed,
            Event::ApplicationSelected(_) => Stage::Selected,
            Event::ApplicationPassedOver(_) => Stage::PassedOver,
            Event::ApplicationRecommended(_) => Stage::Recommended,
            Event::ApplicationFiled(_) => Stage::Filed,
            Event::ApplicationDeclined(_) => Stage::Declined,
            Event::ApplicationReturned(_) => Stage::Returned,
            Event::ApplicationWithdrawn(_) => Stage::Withdrawn,
            _ => return None,
        })
    }

    /// Whether the case ended beside the plan's path.
    pub const fn is_off_ramp(self) -> bool {
        matches!(
            self,
            Stage::Refused | Stage::PassedOver | Stage::Declined | Stage::Returned | Stage::Withdrawn
        )
    }

    /// Whether the enterprise may apply again in the same batch: the case ended without a word on its merits.
    pub const fn frees_the_applicant(self) -> bool {
        matches!(self, Stage::Returned | Stage::Withdrawn)
    }

    /// The stages from which this one is reached by an act.
    pub fn reached_from(self) -> &'static [Stage] {
        match self {
            Stage::Received => &[],
            Stage::Judged => &[Stage::Received],
            Stage::Accepted | Stage::Refused => &[Stage::Judged],
            Stage::InReview => &[Stage::Accepted],
            Stage::Reviewed => &[Stage::InReview],
            Stage::Selected | Stage::PassedOver => &[Stage::Reviewed],
            Stage::Recommended => &[Stage::Selected],
            Stage::Filed | Stage::Declined => &[Stage::Recommended],
            Stage::Returned => &[Stage::Received, Stage::Judged],
            Stage::Withdrawn => &[Stage::Received, Stage::Judged, Stage::Accepted],
        }
    }
}

/// An application as its entries make it. `None` until it is received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub received: ApplicationReceived,
    pub received_on: chrono::NaiveDate,
    /// The latest date of its acts: what ends the case is not dated before it.
    pub last_on: chrono::NaiveDate,
    /// The form as it stands: as received, and every amendment since.
    pub form: ApplicationForm,
    pub stage: Stage,
    pub judged: Option<ApplicationJudged>,
    pub reviewed: Option<ApplicationReviewed>,
}

impl Application {
    pub fn apply(state: Option<Application>, event: &Event, on: chrono::NaiveDate) -> Option<Application> {
        if let Event::ApplicationReceived(e) = event {
            return Some(Application {
                received: e.clone(),
                received_on: on,
                last_on: on,
                form: e.form.clone(),
                stage: Stage::Received,
                judged: None,
                reviewed: None,
            });
        }
        let mut state = state?;
        state.last_on = state.last_on.max(on);
        if let Some(stage) = Stage::after(event)
            && !(stage == Stage::Judged && state.stage != Stage::Received)
        {
            state.stage = stage;
        }
        match event {
            Event::ApplicationAmended(e) => {
                state.form.facts = e.facts.clone();
                state.form.materials = e.materials.clone();
            }
            Event::ApplicationJudged(e) => state.judged = Some(e.clone()),
            Event::ApplicationReviewed(e) => state.reviewed = Some(e.clone()),
            _ => {}
        }
        Some(state)
    }
}
