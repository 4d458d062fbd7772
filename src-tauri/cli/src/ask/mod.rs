//! Asking rules: no books, no sign-in, no clock. The day is always an argument or a fact.

pub mod calendar;
pub mod check;
pub mod eligibility;
mod finding;
pub mod licence;
pub mod review;
pub mod use_life;

use crate::{
    fault::{Fault, Refused},
    out::{Answer, Printer},
};

/// Prints all answers, or, if a single row is wrong, none: half an answer would pass for a whole one.
fn all_or_none<A: Answer>(
    printer: &mut Printer,
    judged: impl IntoIterator<Item = Result<A, Box<Fault>>>,
) -> Result<(), Refused> {
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    for one in judged {
        match one {
            Ok(answer) => answers.push(answer),
            Err(fault) => faults.push(*fault),
        }
    }
    Refused::unless_empty(faults)?;
    answers.iter().try_for_each(|answer| printer.answer(answer))
}
