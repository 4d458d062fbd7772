//! 账套: the first entry of every ledger.

use serde::{Deserialize, Serialize};

/// Books opened for an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BooksOpened {
    pub office: String,
    /// Sample books accept a set date, and their papers say 样例.
    pub sample: bool,
    pub program: String,
}
