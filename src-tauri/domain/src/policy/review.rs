use crate::{Points, Say};
use serde::{Deserialize, Serialize};

/// The parameters of 专家评审 (细则3–6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRules {
    /// Sizes a panel may have.
    pub panel_sizes: Vec<u32>,
    /// The pool's specialties; their quotas are the default for one of the panel sizes.
    pub specialties: Vec<Specialty>,
    /// Experts drawn besides the panel, who step in in their order.
    pub reserves: u32,
    /// A tie between expert and applicant recuses while it lasts and so many years after its end.
    pub recusal_years: u32,
    pub rubric: Vec<Dimension>,
    /// Scores are multiples of it.
    pub step: Points,
    /// Held against the published score.
    pub pass_line: Points,
    pub min_valid_sheets: u32,
    /// Lowest totals dropped before the mean is taken.
    pub trim_lowest: u32,
    /// Highest totals dropped.
    pub trim_highest: u32,
    /// A total further than this from the median asks for a written reason.
    pub spread_reason: Points,
    /// How many may be selected; `None` = no limit.
    pub quota: Option<u32>,
    /// How equal published scores are parted, step by step.
    pub ties: Vec<TieStep>,
    pub vetoes: Vec<VetoGround>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Specialty {
    pub id: String,
    pub name: Say,
    pub quota: u32,
}

/// A dimension of the rubric, `A` … `H`; `max` is the sum of its items' maxima.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    pub id: String,
    pub name: Say,
    pub max: Points,
    pub items: Vec<RubricItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RubricItem {
    /// The dimension's letter and a number, e.g. `A1`.
    pub item: String,
    pub name: Say,
    pub max: Points,
    /// Pre-filled by staff with evidence; an expert who changes it says why.
    pub objective: bool,
}

/// 一票否决: a ground on which one expert's veto stops an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VetoGround {
    pub id: String,
    pub name: Say,
}

/// One step of the ladder that parts equal scores. On the wire a word: a dimension's letter, `paid_in_capital`, `chair`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(from = "String", into = "String")]
#[schemars(with = "String")]
pub enum TieStep {
    /// The higher exact mean of this dimension over the kept sheets.
    Dimension(String),
    /// The higher paid-in capital; unknown is lowest.
    PaidInCapital,
    /// The chair's minuted order; not named is last.
    Chair,
}

impl From<String> for TieStep {
    fn from(word: String) -> Self {
        match word.as_str() {
            "paid_in_capital" => Self::PaidInCapital,
            "chair" => Self::Chair,
            _ => Self::Dimension(word),
        }
    }
}

impl From<TieStep> for String {
    fn from(step: TieStep) -> Self {
        match step {
            TieStep::Dimension(id) => id,
            TieStep::PaidInCapital => "paid_in_capital".into(),
            TieStep::Chair => "chair".into(),
        }
    }
}

impl ReviewRules {
    /// All items in the rubric's order.
    pub fn items(&self) -> impl Iterator<Item = &RubricItem> {
        self.rubric.iter().flat_map(|d| &d.items)
    }

    pub fn item(&self, id: &str) -> Option<&RubricItem> {
        self.items().find(|i| i.item == id)
    }
}
