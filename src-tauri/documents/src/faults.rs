//! What is wrong with a request for a paper.

use domain::Say;
use serde::{Deserialize, Serialize};

/// One fault: the field of the facts (`enterprises[3].name`), or `template`, `fonts`, `pdf` where the facts are right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFault {
    pub field: String,
    pub message: Say,
}

/// All faults of one request. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", .0.iter().map(|f| format!("{}: {}", f.field, f.message.zh)).collect::<Vec<_>>().join("；"))]
pub struct PaperFaults(pub Vec<PaperFault>);

impl PaperFaults {
    pub(crate) fn one(field: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self(vec![PaperFault {
            field: field.to_owned(),
            message: Say::new(zh, en),
        }])
    }
}
