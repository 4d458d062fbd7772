//! 企业: an enterprise known to the office, its filing and its suspensions.

mod events;
mod suspend;
#[cfg(test)]
mod tests;

pub use events::*;
pub use suspend::*;

use crate::Event;
use chrono::NaiveDate;

/// An enterprise as its entries make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enterprise {
    pub registered: EnterpriseRegistered,
    pub filed: Option<Filing>,
    pub suspensions: Vec<Suspension>,
}

/// A filing (备案) that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    pub event: EnterpriseFiled,
    pub on: NaiveDate,
}

/// One suspension, as far as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    pub draft: SuspensionDrafted,
    pub drafted_by: String,
    pub drafted_on: NaiveDate,
    pub approved: Option<(SuspensionApproved, NaiveDate)>,
    pub delivered: Option<(SuspensionDelivered, NaiveDate)>,
    pub rectified: Option<(RectificationAccepted, NaiveDate)>,
}

impl Enterprise {
    /// Folds one event; `by` is the account that acted and `on` the date of the act.
    pub fn apply(state: Option<Enterprise>, event: &Event, by: &str, on: NaiveDate) -> Option<Enterprise> {
        if let Event::EnterpriseRegistered(e) = event {
            return Some(Enterprise {
                registered: e.clone(),
                filed: None,
                suspensions: Vec::new(),
            });
        }
        let mut state = state?;
        match event {
            Event::EnterpriseFiled(e) => state.filed = Some(Filing { event: e.clone(), on }),
            Event::SuspensionDrafted(e) => state.suspensions.push(Suspension {
                draft: e.clone(),
                drafted_by: by.to_owned(),
                drafted_on: on,
                approved: None,
                delivered: None,
                rectified: None,
            }),
            Event::SuspensionApproved(e) => {
                if let Some(s) = state.suspension_mut(&e.suspension) {
                    s.approved = Some((e.clone(), on));
                }
            }
            Event::SuspensionDelivered(e) => {
                if let Some(s) = state.suspension_mut(&e.suspension) {
                    s.delivered = Some((e.clone(), on));
                }
            }
            Event::RectificationAccepted(e) => {
                if let Some(s) = state.suspension_mut(&e.suspension) {
                    s.rectified = Some((e.clone(), on));
                }
            }
            _ => {}
        }
        Some(state)
    }

    pub fn suspension(&self, id: &str) -> Option<&Suspension> {
        self.suspensions.iter().find(|s| s.draft.suspension == id)
    }

    fn suspension_mut(&mut self, id: &str) -> Option<&mut Suspension> {
        self.suspensions.iter_mut().find(|s| s.draft.suspension == id)
    }

    /// Whether licences are stopped on `on`. Overlapping suspensions run side by side: any one stops them.
    pub fn suspended_on(&self, on: NaiveDate) -> bool {
        self.suspensions.iter().any(|s| s.stops_on(on))
    }
}
