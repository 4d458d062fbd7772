use crate::Say;
use serde::{Deserialize, Serialize};

/// One item of the list of materials an application consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// `01` … `20`, in the list's order.
    pub no: String,
    pub name: Say,
    pub requirement: Requirement,
    /// When a conditional item is asked for. `None` exactly for required items.
    pub condition: Option<Say>,
    pub copies: u32,
    /// Whether an original is handed in or shown.
    pub original: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    Required,
    Conditional,
}
