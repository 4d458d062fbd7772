//! One entry: its body as stored and hashed, and what it says.

use chrono::{DateTime, NaiveDate, SecondsFormat, SubsecRound, Utc};
use domain::{Event, actor::Actor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// SHA-256 of an entry, chained.
pub type Hash = [u8; 32];

/// The hash before the first entry.
pub const GENESIS: Hash = [0; 32];

/// The hash of an entry: over the previous hash and the stored bytes, never over a re-serialisation.
pub fn chain(previous: &Hash, body: &[u8]) -> Hash {
    Sha256::new()
        .chain_update(previous)
        .chain_update(body)
        .finalize()
        .into()
}

/// A key that only one live stream may hold: a USCC, a VIN's live licence, a paper number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub scope: String,
    pub key: String,
}

impl Claim {
    pub fn new(scope: impl Into<String>, key: impl Into<String>) -> Self {
        Self {
            scope: scope.into(),
            key: key.into(),
        }
    }
}

/// The body as it is written: field order is the order on disk.
#[derive(Serialize)]
pub(crate) struct BodyOut<'a> {
    pub n: i64,
    pub stream: &'a str,
    pub version: i64,
    pub kind: &'a str,
    pub kind_version: u16,
    pub by: &'a Actor,
    pub effective_on: NaiveDate,
    pub recorded_at: &'a str,
    pub policy: &'a str,
    pub clause: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<&'a str>,
    #[serde(skip_serializing_if = "<[Claim]>::is_empty")]
    pub takes: &'a [Claim],
    #[serde(skip_serializing_if = "<[Claim]>::is_empty")]
    pub releases: &'a [Claim],
    pub data: &'a RawValue,
}

#[derive(Deserialize)]
struct BodyIn<'a> {
    n: i64,
    stream: String,
    version: i64,
    kind: String,
    kind_version: u16,
    by: Actor,
    effective_on: NaiveDate,
    recorded_at: DateTime<Utc>,
    policy: String,
    clause: String,
    #[serde(default)]
    cause: Option<String>,
    #[serde(default)]
    takes: Vec<Claim>,
    #[serde(default)]
    releases: Vec<Claim>,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// An entry as read back.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub n: i64,
    pub stream: String,
    pub version: i64,
    pub kind: String,
    pub by: Actor,
    /// The date of the act; rules use it.
    pub effective_on: NaiveDate,
    /// The instant it was recorded; the ledger's order stands.
    pub recorded_at: DateTime<Utc>,
    pub policy: String,
    pub clause: String,
    /// What a bulk act's entries share, e.g. one import.
    pub cause: Option<String>,
    pub takes: Vec<Claim>,
    pub releases: Vec<Claim>,
    pub event: Event,
}

/// Why a stored body cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableEntry {
    #[error("the body is not an entry: {0}")]
    Body(#[from] serde_json::Error),
    #[error(transparent)]
    Event(#[from] domain::Unreadable),
}

impl Entry {
    /// Reads a stored body.
    pub fn read(body: &[u8]) -> Result<Entry, UnreadableEntry> {
        let b: BodyIn<'_> = serde_json::from_slice(body)?;
        let event = Event::read(&b.kind, b.kind_version, b.data.get())?;
        Ok(Entry {
            n: b.n,
            stream: b.stream,
            version: b.version,
            kind: b.kind,
            by: b.by,
            effective_on: b.effective_on,
            recorded_at: b.recorded_at,
            policy: b.policy,
            clause: b.clause,
            cause: b.cause,
            takes: b.takes,
            releases: b.releases,
            event,
        })
    }
}

/// An instant as its entry will say it: in whole milliseconds.
pub(crate) fn stored(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(3)
}

pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
