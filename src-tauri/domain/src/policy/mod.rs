//! 政策版本: every threshold, list, rubric and time limit is data in a dated version. A batch names its version and a
//! case fixes it at receipt; a new threshold is a new version, never an edit.

mod case;
mod check;
mod consultation;
mod eligibility;
mod fault;
mod material;
mod papers;
mod parse;
mod review;
mod shipped;
mod supervision;
mod version;

#[cfg(test)]
mod tests;

pub use case::{Deadline, Deadlines, Department, FilingRules, LicenceRules};
pub use consultation::{ConsultationRules, NoReply};
pub use eligibility::{CapitalReading, City, Division, DivisionKind, EligibilityRules, TraderRules};
pub use fault::PolicyFault;
pub use material::{Material, Requirement};
pub use papers::{PaperRules, PaperSeries, RecommendationForm, Remedies, SeriesKeeper};
pub use review::{Dimension, ReviewRules, RubricItem, Specialty, TieStep, VetoGround};
pub use shipped::SHIPPED_IDS;
pub use supervision::{Resumes, SupervisionRules, SuspensionRules};
pub use version::{Basis, ClauseSource, Mode, Policy, PolicyClause};
