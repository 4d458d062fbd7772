use crate::policy::TieStep;
use crate::review::{Entries, Score};
use crate::{Clause, Fen, Points, Say};
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};

/// All that the result of a review meeting rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeFacts {
    pub rubric: Vec<RubricLine>,
    pub applications: Vec<Assessed>,
    pub sheets: Vec<SheetLine>,
    /// The chair's decision on ties that nothing else breaks: ids of applications, the first one first.
    #[serde(default)]
    pub chair_order: Vec<String>,
}

/// One item of the rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RubricLine {
    pub item: String,
    pub dimension: String,
    pub max: Points,
}

/// One application under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessed {
    pub id: String,
    /// In yuan; `null` where it is not known, which ranks below any amount.
    pub paid_in_capital: Option<Fen>,
}

/// One expert's sheet on one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = scores_are_required)]
pub struct SheetLine {
    pub application: String,
    pub expert: String,
    /// Every item of the rubric with its score; `null` is an abstention, which is no score and never 0.
    // Named, so that leaving the field out is an error and not an abstention.
    #[serde(deserialize_with = "Option::deserialize")]
    pub scores: Option<Entries<Score>>,
    /// 一票否决, with its reason.
    #[serde(default)]
    pub veto: Option<String>,
}

fn scores_are_required(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.ensure_object().get_mut("required")
        && !required.contains(&json!("scores"))
    {
        required.push(json!("scores"));
    }
}

/// The result of a meeting, in rank order: ranked, then vetoed with a score, then without a score, these two by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub ranking: Vec<Ranked>,
}

/// One application's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranked {
    pub application: String,
    /// Sheets with scores.
    pub valid_sheets: usize,
    /// The experts whose totals were dropped, from the lowest total to the highest.
    pub dropped: Vec<String>,
    /// The published score, two decimals on the wire. `None` with too few valid sheets.
    #[serde(serialize_with = "published", deserialize_with = "Option::deserialize")]
    pub score: Option<Points>,
    /// From 1; equal where nothing parts a tie. `None` without a score and under a veto.
    pub rank: Option<usize>,
    pub passed: bool,
    /// Within the quota. `None` where there is no quota, and where a tie across its edge leaves it to the chair.
    pub selected: Option<bool>,
    /// The first step at which this application parts from its neighbour in a tie.
    pub tie_broken_by: Option<TieStep>,
    /// A veto's own words; otherwise how the place came about.
    pub reason: Say,
    pub clause: Clause,
}

fn published<S: Serializer>(score: &Option<Points>, s: S) -> Result<S::Ok, S::Error> {
    score.map(Points::published).serialize(s)
}
