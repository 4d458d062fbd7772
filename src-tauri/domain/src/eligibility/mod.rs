//! 出口企业基本条件 (plan §二(一)): is an applicant eligible, and why.

mod facts;

pub use facts::{Bearer, EligibilityFacts, Violations};
