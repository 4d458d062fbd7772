use crate::review::{Canon, Entries, Score};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One expert's sheet on one application, as it is signed. Drafts have the same shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetBody {
    pub application: String,
    pub expert: String,
    /// `None` is an abstention.
    pub scores: Option<Entries<Score>>,
    /// Why the expert abstains.
    pub abstention: Option<String>,
    pub veto: Option<Veto>,
    /// For each objective item whose pre-filled score was changed: why.
    #[serde(default)]
    pub changes: Entries<String>,
}

/// 一票否决
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// One of the policy's grounds.
    pub ground: String,
    pub reason: String,
}

impl SheetBody {
    /// The form that is hashed. A score counts by its value: `5.50` and `5.5` are one.
    pub(super) fn canon(&self) -> Canon {
        let scores = self.scores.as_ref().map(|scores| {
            Canon::Map(
                scores
                    .iter()
                    .map(|(item, score)| (item.clone(), Canon::Text(score.to_string())))
                    .collect(),
            )
        });
        let veto = self
            .veto
            .as_ref()
            .map(|v| Canon::map([("ground", Canon::text(&v.ground)), ("reason", Canon::text(&v.reason))]));
        let changes = self.changes.iter().map(|(item, why)| (item.clone(), Canon::text(why)));
        Canon::map([
            ("application", Canon::text(&self.application)),
            ("expert", Canon::text(&self.expert)),
            ("scores", scores.unwrap_or(Canon::Null)),
            ("abstention", Canon::optional(self.abstention.as_deref())),
            ("veto", veto.unwrap_or(Canon::Null)),
            ("changes", Canon::Map(changes.collect())),
        ])
    }
}
