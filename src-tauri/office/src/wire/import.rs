//! Importing a workbook: preview first, then all or the good rows.

use super::{Fault, Receipt, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A workbook chosen in the window. `content` is base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportFile {
    /// The batch for `filings`, the meeting for `sheets`, empty for `experts`.
    pub target: String,
    pub file_name: String,
    pub content: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AcceptImport {
    pub file: ImportFile,
    /// Take the good rows although others have faults.
    pub accept_good: bool,
    pub on: String,
}

/// What an import would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    pub file_name: String,
    pub sha256: String,
    pub rows: u32,
    pub good: u32,
    /// Good rows that are already in the books as they stand.
    pub unchanged: u32,
    pub faults: Vec<Fault>,
    pub warnings: Vec<Fault>,
    /// Values that were cleaned: what stood there and what was read.
    pub cleaned: Vec<Fault>,
    pub preview: Vec<PreviewRow>,
    /// Set when rows were taken.
    pub receipt: Option<Receipt>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewRow {
    pub row: u32,
    pub title: String,
    pub cells: Vec<String>,
    /// `new`, `unchanged` or `fault`.
    pub state: String,
    pub note: Option<Words>,
}

/// A file the office hands out (a template, rejected rows). `content` is base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileOut {
    pub file_name: String,
    pub content: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateRequest {
    /// `filings`, `experts` or `sheets`.
    pub kind: String,
}

/// Saves a file into the user's folder for papers; the answer says where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Saved {
    pub path: String,
}
