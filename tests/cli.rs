//! The whole program through its command line: every rule that can be asked, every way a call can be wrong.
//!
//! The tests drive the built binary only. What they compare with is written out by hand from the plan and the command
//! sheet, or computed here by another way than the program's.

// Helpers stand outside test functions, where a failure is the answer too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "cli/calendar.rs"]
mod calendar;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/draw.rs"]
mod draw;
#[path = "cli/eligibility.rs"]
mod eligibility;
#[path = "cli/faults.rs"]
mod faults;
#[path = "cli/licence.rs"]
mod licence;
#[path = "cli/meetings.rs"]
mod meetings;
#[path = "cli/outcome.rs"]
mod outcome;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/streams.rs"]
mod streams;
#[path = "cli/template.rs"]
mod template;
#[path = "cli/use_life.rs"]
mod use_life;
