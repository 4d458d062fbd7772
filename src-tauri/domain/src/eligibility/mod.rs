//! 出口企业基本条件 (plan §二(一)): is an applicant eligible, and why.

mod case;
mod conditions;
mod facts;
mod judge;
mod kleene;
mod phrase;

#[cfg(test)]
mod national;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

pub use case::EligibilityCase;
pub use facts::{Bearer, EligibilityFacts, Violations};
pub use judge::{Judgement, judge};
pub use kleene::Kleene;
