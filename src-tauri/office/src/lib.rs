//! The use cases: sign-in, the one door for writes, queries. Wire types and error codes live here.
//!
//! A write is a command. The door authorises the actor, loads what the decision needs, lets the domain decide, appends
//! the events and their projections in one transaction, and only then tells what changed.

pub mod cast;
pub mod clock;
pub mod demo;
mod desk;
mod failure;
pub mod ids;
mod labels;
mod load;
mod papers;
mod queries;
pub mod roles;
mod state;
mod verbs;
pub mod wire;

pub use papers::file_name as paper_file_name;
pub use queries::verify_report;
pub use state::{Office, Settings};
pub use verbs::{NAMES, ask, dispatch};
