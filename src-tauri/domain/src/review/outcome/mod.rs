//! 评审结果 (细则6): from sealed sheets to a ranking that anyone can compute again.

mod check;
mod rank;
mod reason;
mod types;

#[cfg(test)]
mod fault_tests;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

pub use types::{Assessed, Outcome, OutcomeFacts, Ranked, RubricLine, SheetLine};

use super::Fault;
use crate::policy::ReviewRules;

/// The result of a meeting (细则6). Pass line, step, trim, tie ladder and quota come from `rules`, the rubric from the
/// facts, as it was when the sheets were signed.
///
/// Errors: every fault of the facts together (a sheet twice, a score missing, out of range or off its step, …), each at
/// its JSON Pointer; no result then.
pub fn outcome(rules: &ReviewRules, facts: &OutcomeFacts) -> Result<Outcome, Vec<Fault>> {
    let tallies = check::tally(rules, facts)?;
    Ok(rank::rank(rules, tallies))
}
