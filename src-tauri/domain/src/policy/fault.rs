use crate::Say;
use serde::Serialize;

/// One thing wrong with a policy file, at a JSON Pointer (RFC 6901) into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {}", message.zh)]
pub struct PolicyFault {
    pub path: String,
    pub message: Say,
}

impl PolicyFault {
    pub(super) fn new(path: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: Say::new(zh, en),
        }
    }
}
