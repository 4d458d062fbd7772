//! 专家评审会: called → panel drawn → sheets signed and sealed → revealed and concluded. Plan §二(二), 细则3–6.

mod decide;
mod events;

pub use decide::*;
pub use events::*;

use crate::Event;
use chrono::NaiveDate;

/// A meeting as its entries make it. Sheets are streams of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub called: MeetingCalled,
    pub drawn: Option<PanelDrawn>,
    pub drawn_on: Option<NaiveDate>,
    pub drawn_by: Option<String>,
    pub revealed: Option<SheetsRevealed>,
    pub concluded: Option<ReviewConcluded>,
}

impl Meeting {
    pub fn apply(state: Option<Meeting>, event: &Event, by: &str, on: NaiveDate) -> Option<Meeting> {
        if let Event::MeetingCalled(e) = event {
            return Some(Meeting {
                called: e.clone(),
                drawn: None,
                drawn_on: None,
                drawn_by: None,
                revealed: None,
                concluded: None,
            });
        }
        let mut state = state?;
        match event {
            Event::PanelDrawn(e) => {
                state.drawn = Some(e.clone());
                state.drawn_on = Some(on);
                state.drawn_by = Some(by.to_owned());
            }
            Event::SheetsRevealed(e) => state.revealed = Some(e.clone()),
            Event::ReviewConcluded(e) => state.concluded = Some(e.clone()),
            _ => {}
        }
        Some(state)
    }

    /// The grounds on which an expert is kept from an application, if there are any.
    pub fn recusal(&self, expert: &str, application: &str) -> Option<&RecusedFrom> {
        self.drawn
            .iter()
            .flat_map(|d| &d.recusals)
            .find(|r| r.recusal.expert == expert && r.application == application)
    }

    /// Every sheet the reveal waits for: each panel member on each application it is not recused from.
    pub fn due_sheets(&self) -> impl Iterator<Item = (&str, &str)> {
        let panel = self.drawn.iter().flat_map(|d| &d.draw.panel);
        panel.flat_map(move |expert| {
            self.called
                .applications
                .iter()
                .filter(move |a| self.recusal(expert, a).is_none())
                .map(move |a| (a.as_str(), expert.as_str()))
        })
    }
}
