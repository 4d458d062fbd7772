//! 出口许可证: one licence, from the request to its issue or refusal (plan §四, §五(二); form: 细则9).

mod decide;
#[cfg(test)]
mod tests;

pub use decide::*;

use crate::{Event, Fen, Finding, licence_check::LicenceFacts};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a licence is asked for: one car, one contract, one port, one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceRequest {
    pub enterprise: String,
    pub vin: String,
    pub plate: String,
    pub hs_code: String,
    pub contract_no: String,
    pub port: String,
    pub country: String,
    /// ISO 4217, e.g. `USD`.
    pub currency: String,
    /// In the currency's hundredths.
    pub value: Fen,
}

/// Checked against the plan, all conditions met, waiting for a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceDrafted {
    pub request: LicenceRequest,
    pub facts: LicenceFacts,
    pub findings: Vec<Finding>,
}

/// 签发.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceIssued {
    pub number: String,
    pub valid_until: NaiveDate,
    /// The check as it stood on the day of issue.
    pub facts: LicenceFacts,
    pub findings: Vec<Finding>,
}

/// 不予签发, with every condition that was not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceRefused {
    pub request: LicenceRequest,
    pub facts: LicenceFacts,
    pub findings: Vec<Finding>,
}

/// Where a licence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Licence {
    Drafted {
        draft: LicenceDrafted,
        by: String,
        on: NaiveDate,
    },
    Issued {
        draft: LicenceDrafted,
        drafted_by: String,
        drafted_on: NaiveDate,
        issued: LicenceIssued,
        on: NaiveDate,
    },
    Refused {
        refused: LicenceRefused,
        by: String,
        on: NaiveDate,
    },
}

impl Licence {
    pub fn apply(state: Option<Licence>, event: &Event, by: &str, on: NaiveDate) -> Option<Licence> {
        match (state, event) {
            (_, Event::LicenceDrafted(e)) => Some(Licence::Drafted {
                draft: e.clone(),
                by: by.to_owned(),
                on,
            }),
            (_, Event::LicenceRefused(e)) => Some(Licence::Refused {
                refused: e.clone(),
                by: by.to_owned(),
                on,
            }),
            (
                Some(Licence::Drafted {
                    draft,
                    by: drafted_by,
                    on: drafted_on,
                }),
                Event::LicenceIssued(e),
            ) => Some(Licence::Issued {
                draft,
                drafted_by,
                drafted_on,
                issued: e.clone(),
                on,
            }),
            (state, _) => state,
        }
    }

    pub fn request(&self) -> &LicenceRequest {
        match self {
            Licence::Drafted { draft, .. } | Licence::Issued { draft, .. } => &draft.request,
            Licence::Refused { refused, .. } => &refused.request,
        }
    }
}
