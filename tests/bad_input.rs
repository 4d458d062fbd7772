//! Every bad input, through the built binary: a clear error each, nothing lost, nothing half-done.

// Helpers stand outside test functions, where a failure is the answer too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "bad_input/folders.rs"]
mod folders;
#[path = "cli/run.rs"]
#[allow(dead_code, reason = "shared with the tests of the asking commands")]
mod run;
#[path = "books/sample.rs"]
#[allow(dead_code, reason = "shared between tests")]
mod sample;
#[path = "bad_input/workbooks.rs"]
mod workbooks;
#[path = "books/xlsx.rs"]
#[allow(dead_code, reason = "shared between tests")]
mod xlsx;
