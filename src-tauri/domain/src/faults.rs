//! Collecting every refusal of a command before answering.

use crate::{Refusal, Refusals, Say};
use chrono::NaiveDate;

/// Gathers refusals; answers all of them at once.
#[derive(Debug, Default)]
pub struct Gather(Vec<Refusal>);

impl Gather {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// Refuses unless `holds`.
    pub fn require(&mut self, holds: bool, refusal: impl FnOnce() -> Refusal) {
        if !holds {
            self.0.push(refusal());
        }
    }

    /// Refuses a text that is empty or only blanks.
    pub fn filled(&mut self, text: &str, field: &str, clause: &str, name: Say) {
        self.require(!text.trim().is_empty(), || {
            Refusal::new(
                "blank",
                clause,
                Say::new(format!("{}未填写", name.zh), format!("{} is blank", name.en)),
                Say::new("请填写", "Fill it in"),
            )
            .at(field)
        });
    }

    /// Refuses a date before `floor`.
    pub fn not_before(&mut self, on: NaiveDate, floor: NaiveDate, field: &str, clause: &str, what: Say) {
        self.require(on >= floor, || {
            Refusal::new(
                "too_early",
                clause,
                Say::new(
                    format!("日期{on}早于{}（{floor}）", what.zh),
                    format!("{on} is before {} ({floor})", what.en),
                ),
                Say::new("请核对日期", "Check the date"),
            )
            .at(field)
        });
    }

    pub fn merge(&mut self, refusals: Refusals) {
        self.0.extend(refusals.0);
    }

    /// `value`, or all that was refused.
    pub fn answer<T>(self, value: T) -> Result<T, Refusals> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(Refusals(self.0))
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// "This cannot be done in this state", in one shape for every aggregate.
pub fn wrong_state(clause: &str, what: Say, state: Say) -> Refusal {
    Refusal::new(
        "wrong_state",
        clause,
        Say::new(
            format!("{}：当前状态为“{}”，不能办理", what.zh, state.zh),
            format!("{}: not possible in state \"{}\"", what.en, state.en),
        ),
        Say::new("请按办理步骤先完成前一步", "Complete the steps before it first"),
    )
}
