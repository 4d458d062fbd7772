//! 许可证预审: may a licence be issued for this vehicle on this day, and until when would it be valid.
//!
//! Every condition is judged, never only the first that fails, and each finding names its clause.

mod facts;
mod judge;
mod rules;
mod vehicle;

pub use crate::policy::LicenceRules;
pub use facts::{EnterpriseFacts, InspectionFacts, LicenceFacts, VehicleFacts};
pub use judge::{LicenceAnswer, LicenceVerdict, check};
pub use rules::{MAKER_CONFIRMATION, NO_TERM, confirmation_needed, valid_until};

#[cfg(test)]
mod tests;
