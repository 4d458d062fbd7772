//! What a paper is asked for with, and what comes back.

use crate::facts::PaperFacts;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A document number (文号): `芜商〔2026〕12号`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperNumber {
    /// 代字, e.g. `芜商`.
    pub code: String,
    pub year: i32,
    pub n: u32,
}

impl fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.code, self.year, self.n)
    }
}

/// The ledger's head at the moment of issue, printed in the footer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerHead {
    pub entry: u64,
    /// The first 16 hex digits of the head's hash.
    pub hash16: String,
}

/// What the paper says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// An official paper.
    #[default]
    None,
    /// A preview: 草稿 across each page.
    Draft,
    /// From sample books: 样例 in each footer.
    Sample,
}

/// Everything a paper's bytes depend on, besides this program's templates and fonts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRequest {
    pub facts: PaperFacts,
    pub number: Option<PaperNumber>,
    /// 成文日期.
    pub date: NaiveDate,
    pub head: Option<LedgerHead>,
    /// Carried by the QR code; empty for a preview, which then has none.
    pub document_id: String,
    pub mark: Mark,
}

/// A font a paper was set in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontUsed {
    pub name: String,
    pub version: String,
    /// Of the font file, in hex.
    pub sha256: String,
}

/// The template a paper was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUsed {
    pub id: String,
    pub version: u32,
    /// Of the template file, in hex.
    pub sha256: String,
}

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub pdf: Vec<u8>,
    pub pages: u32,
    pub fonts: Vec<FontUsed>,
    pub template: TemplateUsed,
}
