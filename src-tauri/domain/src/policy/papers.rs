use super::ClauseSource;
use crate::Say;
use serde::{Deserialize, Serialize};

/// Names and numbers on official papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperRules {
    pub bureau: Say,
    /// Where the series come from; `default` until the bureau's registry confirms its own.
    pub source: ClauseSource,
    pub series: Vec<PaperSeries>,
    pub recommendation: RecommendationForm,
    pub superior: Say,
    pub remedies: Remedies,
}

/// A 代字 and the kinds of paper numbered under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperSeries {
    /// 代字, e.g. 芜商评.
    pub mark: String,
    pub name: Say,
    pub kept_by: SeriesKeeper,
    pub kinds: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesKeeper {
    /// Counted by the program, without gaps.
    Bureau,
    /// Entered by hand; gaps are reported.
    RegistryOffice,
}

/// The form in which an enterprise is recommended for filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationForm {
    /// 请示 or 函.
    pub form: String,
    pub to: Say,
    /// Whom the addressee is asked to forward it to; `None` where it decides itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_to: Option<Say>,
    pub cc: Vec<Say>,
    /// Whether the 附注 names a contact.
    pub contact_line: bool,
    pub clause: String,
}

/// What a decision prints about 复议 and 诉讼.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedies {
    pub reconsideration_body: Say,
    pub reconsideration_days: u32,
    pub court: Say,
    pub litigation_months: u32,
}

impl PaperRules {
    /// The series a kind of paper is numbered in.
    pub fn series_of(&self, kind: &str) -> Option<&PaperSeries> {
        self.series.iter().find(|s| s.kinds.iter().any(|k| k == kind))
    }
}
