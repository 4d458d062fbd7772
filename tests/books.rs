//! The commands that work on books, through the built binary: the demonstration twice, imports, the ledger's checks.

// Helpers stand outside test functions, where a failure is the answer too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "books/demo.rs"]
mod demo;
#[path = "books/import.rs"]
mod import;
#[path = "books/ledger.rs"]
mod ledger_commands;
#[path = "cli/run.rs"]
#[allow(dead_code, reason = "shared with the tests of the asking commands")]
mod run;
#[path = "books/sample.rs"]
#[allow(dead_code, reason = "shared between tests")]
mod sample;
#[path = "books/sign_in.rs"]
mod sign_in;
#[path = "books/xlsx.rs"]
#[allow(dead_code, reason = "shared between tests")]
mod xlsx;
