//! `desk review …`: what anyone can redo from a meeting's papers.

mod draw;
mod outcome;
mod remedy;

use crate::{fault::Refused, out::Printer};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Review {
    /// 抽取专家（可重演）· Draw a panel; the same input gives the same answer
    Draw(draw::Draw),
    /// 评审结果 · The result of a meeting
    Outcome(outcome::Outcome),
}

impl Review {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        match self {
            Self::Draw(draw) => draw.run(printer),
            Self::Outcome(outcome) => outcome.run(printer),
        }
    }
}
