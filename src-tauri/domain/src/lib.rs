//! The plan's rules, pure.
//!
//! A command and a state give events, or refusals that name their clause. Nothing here reads a clock,
//! a file or a database: dates, policies and calendars are handed in.

pub mod actor;
pub mod application;
pub mod batch;
pub mod books;
pub mod calendar;
pub mod clause;
pub mod consultation;
pub mod eligibility;
pub mod enterprise;
pub mod event;
pub mod expert;
pub mod explain;
pub mod faults;
pub mod ident;
pub mod licence;
pub mod licence_check;
pub mod meeting;
pub mod money;
pub mod paper;
pub mod points;
pub mod policy;
pub mod review;
pub mod say;
pub mod text;
pub mod vehicle;

pub use clause::Clause;
pub use event::{Event, Unreadable};
pub use explain::{Fact, Finding, Refusal, Refusals, Verdict};
pub use money::Fen;
pub use points::Points;
pub use say::Say;
