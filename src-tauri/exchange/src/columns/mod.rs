//! The columns of every sheet, said once: the template is written from them and the reader looks for them.

pub mod experts;
pub mod filings;
pub mod materials;
pub mod scores;

use crate::terms::Terms;
use std::borrow::Cow;

/// Names of the sheets.
pub const FILINGS: &str = "申请";
pub const MATERIALS: &str = "材料";
pub const SCORES: &str = "评分";
pub const EXPERTS: &str = "专家";
pub const GUIDE: &str = "说明";
pub const LISTS: &str = "选项";
pub const REASONS: &str = "退回原因";

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header's caption, which is the column's key on import.
    pub caption: Cow<'static, str>,
    pub kind: Kind,
    /// A file without this column is refused.
    pub required: bool,
    /// Width in characters.
    pub width: u8,
    /// What the header cell's note says.
    pub note: Cow<'static, str>,
}

/// What a column's cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Digits that are no number: a cell of text.
    Digits,
    Money,
    Date,
    /// 是 / 否 / 待核, or nothing.
    ThreeValued,
    /// 是 / 否.
    YesNo,
    /// 企业 / 投资方 / 待核, or nothing.
    Bearer,
    County,
    Material,
    Count,
    Score,
    Specialty,
    Veto,
}

impl Column {
    const fn new(caption: &'static str, kind: Kind, width: u8, note: &'static str) -> Self {
        Self {
            caption: Cow::Borrowed(caption),
            kind,
            required: true,
            width,
            note: Cow::Borrowed(note),
        }
    }

    const fn optional(mut self) -> Self {
        self.required = false;
        self
    }
}

/// The choices of a column's drop-down, where it has one.
pub fn choices(kind: Kind, terms: &Terms) -> Vec<String> {
    let fixed = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
    match kind {
        Kind::ThreeValued => fixed(&["是", "否", "待核"]),
        Kind::YesNo => fixed(&["是", "否"]),
        Kind::Bearer => fixed(&["企业", "投资方", "待核"]),
        Kind::County => terms.counties.iter().map(|c| c.name.clone()).collect(),
        Kind::Material => terms.materials.iter().map(|m| m.no.clone()).collect(),
        Kind::Specialty => terms.specialties.iter().map(|s| s.name.clone()).collect(),
        Kind::Veto => terms.vetoes.iter().map(|v| v.name.clone()).collect(),
        Kind::Text | Kind::Digits | Kind::Money | Kind::Date | Kind::Count | Kind::Score => Vec::new(),
    }
}

/// A caption as it is compared: without blanks, with one form of brackets.
pub fn caption_key(caption: &str) -> String {
    caption
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '*')
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}
