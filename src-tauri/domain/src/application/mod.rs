//! 申请: one enterprise's application in one batch.

mod form;

pub use form::{Applicant, ApplicationForm, MaterialLine};
