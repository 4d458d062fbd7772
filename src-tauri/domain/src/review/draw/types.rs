use crate::Clause;
use crate::review::{Canon, Entries};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The snapshot of the pool a draw is made from. Its order does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct DrawPool(pub Vec<PoolMember>);

/// One expert of the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PoolMember {
    pub id: String,
    pub name: String,
    pub specialty: String,
    pub employer: String,
    /// Ids of the applications the expert is recused from.
    pub recused_from: Vec<String>,
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawRequest {
    /// Seats by specialty.
    pub seats: Entries<u32>,
    pub reserves: u32,
    /// Ids of the applications the panel reviews. Whoever is recused from all of them is not drawn.
    pub applications: Vec<String>,
}

/// The record of a draw: all that is needed to redo it, beside the pool itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    pub seed: String,
    /// `sha256-lots-1`
    pub algorithm: String,
    /// SHA-256, in hex, of the pool sorted by id as canonical JSON.
    pub pool_sha256: String,
    /// Ids of the experts drawn, in ascending order of lot.
    pub panel: Vec<String>,
    /// Ids of the reserves, in the order in which they step in.
    pub reserves: Vec<String>,
    /// Every expert of the pool in ascending order of lot, and what came of it.
    pub lots: Vec<Lot>,
    pub clause: Clause,
}

/// One expert's lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    pub id: String,
    pub specialty: String,
    /// SHA-256, in hex, of the UTF-8 text `seed \n pool_sha256 \n id`.
    pub lot: String,
    pub drawn: Drawn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawn {
    Panel,
    Reserve,
    NotDrawn,
    /// Recused from every application.
    Recused,
}

impl DrawPool {
    /// The hash of the snapshot; the pool's order does not change it.
    pub fn sha256(&self) -> String {
        let mut sorted: Vec<&PoolMember> = self.0.iter().collect();
        sorted.sort_by(|a, b| a.id.cmp(&b.id));
        Canon::List(sorted.into_iter().map(PoolMember::canon).collect()).sha256()
    }
}

impl PoolMember {
    fn canon(&self) -> Canon {
        Canon::map([
            ("id", Canon::text(&self.id)),
            ("name", Canon::text(&self.name)),
            ("specialty", Canon::text(&self.specialty)),
            ("employer", Canon::text(&self.employer)),
            ("recused_from", Canon::texts(&self.recused_from)),
        ])
    }

    /// Whether no application is left that this expert may review. A request that names none excludes nobody.
    pub(super) fn recused_from_all(&self, applications: &[String]) -> bool {
        !applications.is_empty() && applications.iter().all(|a| self.recused_from.contains(a))
    }
}
