//! The ledger as the screens see it.

use super::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryView {
    pub n: String,
    pub kind: String,
    pub label: Words,
    pub stream: String,
    pub by: String,
    pub role: String,
    pub effective_on: String,
    pub recorded_at: String,
    pub policy: String,
    pub clause: String,
    pub hash: String,
    /// The stored body, as it was hashed.
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntriesRequest {
    /// Entries before this number (exclusive); `None` = from the head.
    pub before: Option<String>,
    pub limit: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntriesPage {
    pub entries: Vec<EntryView>,
    pub total: String,
    pub head: String,
}

/// What `verify` found. `ok` is false if anything differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyReport {
    pub ok: bool,
    pub entries: String,
    pub head: String,
    pub first_bad_entry: Option<String>,
    pub differences: Vec<Words>,
}
