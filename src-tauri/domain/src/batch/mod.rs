//! 批次: one round of applications, from its opening to the Ministry's answer.
//!
//! open → decided (局务会) → recommendation drafted → approved → answered. Plan §二(二); the steps between are 细则8.

mod decide;
mod events;
#[cfg(test)]
mod tests;

pub use decide::*;
pub use events::*;

use crate::Event;
use chrono::NaiveDate;

/// A batch as its entries make it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    pub opened: Option<BatchOpened>,
    pub meeting: Option<String>,
    pub decision: Option<BatchDecided>,
    pub decided_on: Option<NaiveDate>,
    pub recommendation: Option<Recommendation>,
}

/// 推荐请示, as far as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    pub draft: RecommendationDrafted,
    pub drafted_by: String,
    pub drafted_on: NaiveDate,
    pub approved_on: Option<NaiveDate>,
    pub answer: Option<MinistryAnswered>,
}

impl Batch {
    /// Folds one event; `by` is the account that acted and `on` the date of the act.
    pub fn apply(&mut self, event: &Event, by: &str, on: NaiveDate) {
        match event {
            Event::BatchOpened(e) => self.opened = Some(e.clone()),
            Event::ReviewAssigned(e) => self.meeting = Some(e.meeting.clone()),
            Event::BatchDecided(e) => {
                self.decision = Some(e.clone());
                self.decided_on = Some(on);
            }
            Event::RecommendationDrafted(e) => {
                self.recommendation = Some(Recommendation {
                    draft: e.clone(),
                    drafted_by: by.to_owned(),
                    drafted_on: on,
                    approved_on: None,
                    answer: None,
                });
            }
            Event::RecommendationApproved(_) => {
                if let Some(r) = &mut self.recommendation {
                    r.approved_on = Some(on);
                }
            }
            Event::MinistryAnswered(e) => {
                if let Some(r) = &mut self.recommendation {
                    r.answer = Some(e.clone());
                }
            }
            _ => {}
        }
    }
}
