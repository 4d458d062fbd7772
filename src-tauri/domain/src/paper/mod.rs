//! 文书: a paper is made once. The first entry numbers it and keeps its facts, the second keeps the hash of its bytes.

use serde::{Deserialize, Serialize};

/// 文号 given and facts fixed; the bytes follow in the next entry of the same act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperIssued {
    /// `review_memo` or `recommendation`, as the policy's series list them.
    pub kind: String,
    pub number: PaperNumber,
    pub title: String,
    /// The case it belongs to: `batch/…` or `meeting/…`.
    pub about: String,
    /// The renderer's facts, as it was given them.
    pub facts: serde_json::Value,
    pub template: String,
}

/// The bytes as stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperStored {
    pub sha256: String,
    pub pages: u32,
    pub size: u64,
    /// Fonts used: name and SHA-256.
    pub fonts: Vec<FontStamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontStamp {
    pub name: String,
    pub sha256: String,
}

/// 代字〔year〕n号: gapless per 代字 and year (细则11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperNumber {
    pub series: String,
    pub year: i32,
    pub n: u32,
}

impl std::fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}〔{}〕{}号", self.series, self.year, self.n)
    }
}
