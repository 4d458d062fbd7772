//! The wire: what the screens and the command line say to the office and hear back.
//!
//! Wire types are neither domain types nor rows. Dates are `YYYY-MM-DD`, instants RFC 3339 in UTC, amounts, scores
//! and 64-bit numbers decimal strings. The TypeScript side is generated from here (`wire::typescript`).

mod batch;
mod calendar;
mod case;
mod common;
mod consultation;
mod enterprise;
mod import;
mod ledger;
mod paper;
mod review;
mod session;
mod today;
mod typescript;

pub use batch::*;
pub use calendar::*;
pub use case::*;
pub use common::*;
pub use consultation::*;
pub use enterprise::*;
pub use import::*;
pub use ledger::*;
pub use paper::*;
pub use review::*;
pub use session::*;
pub use today::*;
pub use typescript::typescript;
