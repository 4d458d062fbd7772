//! Papers: previews, issued papers, saved files.

use super::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperRow {
    pub id: String,
    /// `review_memo` or `recommendation`.
    pub kind: String,
    pub title: Words,
    pub number: String,
    pub dated: String,
    pub pages: u32,
    pub sha256: String,
    pub entry: String,
}

/// A paper's bytes as base64: a preview has no row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperView {
    pub paper: Option<PaperRow>,
    pub pdf: String,
    pub file_name: String,
}
