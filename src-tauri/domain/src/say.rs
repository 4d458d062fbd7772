//! One sentence in both languages of the office. Messages are born bilingual where the rule is, so that the
//! screen, the paper and the refusal can never tell three stories.

use serde::{Deserialize, Serialize};

/// A sentence in Chinese (the office's language) and English (its complete second language).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Say {
    pub zh: String,
    pub en: String,
}

/// The language an answer is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Say {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The sentence in one language.
    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
