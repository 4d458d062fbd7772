//! Appending entries, inside one transaction.

use crate::{
    Claim, Entry, GENESIS, Hash, Reader, StoreFault, chain,
    entry::{BodyOut, instant, stored},
    fault::Context,
    projections,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Event, actor::Actor};
use rusqlite::{OptionalExtension, Transaction, params};
use serde_json::value::to_raw_value;
use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

/// What all entries of one act share.
#[derive(Debug, Clone)]
pub struct Act {
    pub by: Actor,
    pub effective_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    pub policy: String,
    /// What a bulk act's entries share, e.g. `import:<sha256>`.
    pub cause: Option<String>,
}

/// The version a stream must be at, so that a decision made on what was read still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    New,
    At(i64),
}

/// One event to append, with its clause and the claims it takes and releases.
#[derive(Debug, Clone)]
pub struct New {
    pub event: Event,
    pub clause: String,
    pub takes: Vec<Claim>,
    pub releases: Vec<Claim>,
}

impl New {
    #[allow(
        clippy::self_named_constructors,
        reason = "the type is a new event; its constructor is called as ever"
    )]
    pub fn new(event: Event, clause: &str) -> Self {
        Self {
            event,
            clause: clause.to_owned(),
            takes: Vec::new(),
            releases: Vec::new(),
        }
    }

    pub fn taking(mut self, claim: Claim) -> Self {
        self.takes.push(claim);
        self
    }

    pub fn releasing(mut self, claim: Claim) -> Self {
        self.releases.push(claim);
        self
    }
}

/// An open write. Dropped unfinished, it leaves nothing.
pub struct Tx<'a> {
    transaction: &'a Transaction<'a>,
    n: i64,
    head: Hash,
    appended: Vec<(i64, &'static str, Hash)>,
    /// The store failed in the middle of an append: what it left must not be committed.
    half_done: bool,
}

/// An entry that may be appended: nothing can refuse it any more.
struct Prepared {
    kind: &'static str,
    body: Vec<u8>,
    entry: Entry,
}

impl<'a> Tx<'a> {
    pub(crate) fn begin(transaction: &'a Transaction<'a>) -> Result<Self, StoreFault> {
        let (n, head) = head(transaction)?;
        Ok(Self {
            transaction,
            n,
            head,
            appended: Vec::new(),
            half_done: false,
        })
    }

    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.transaction)
    }

    /// The last entry's number and hash, as of now within this write.
    pub fn head(&self) -> (i64, Hash) {
        (self.n, self.head)
    }

    /// Number, kind and hash of every entry this write appended, in order.
    pub fn appended(&self) -> &[(i64, &'static str, Hash)] {
        &self.appended
    }

    /// Checks that a stream that was only read is still where it was read.
    pub fn expect(&self, stream: &str, expected: i64) -> Result<(), StoreFault> {
        let found = self.version(stream)?;
        if found == expected {
            return Ok(());
        }
        Err(StoreFault::Stale {
            stream: stream.to_owned(),
            expected,
            found,
        })
    }

    /// Appends events to one stream at its expected version and folds them into the projections.
    ///
    /// All of the events or none: after an error the write may go on without them.
    /// Errors: stale version, a claim held, an event that could not be read back. What can be refused is refused before
    /// anything is written; should the store itself fail half-way, the whole write can no longer be finished.
    pub fn append(
        &mut self,
        act: &Act,
        stream: &str,
        expected: Expected,
        events: Vec<New>,
    ) -> Result<Vec<Entry>, StoreFault> {
        if self.half_done {
            return Err(StoreFault::HalfDone);
        }
        let mut version = match expected {
            Expected::New => 0,
            Expected::At(version) => version,
        };
        self.expect(stream, version)?;
        let mut prepared: Vec<Prepared> = Vec::with_capacity(events.len());
        for new in events {
            version += 1;
            let n = self.n + 1 + prepared.len() as i64;
            let one = prepare(act, stream, version, n, new)?;
            self.guard_claims(&one.entry, &prepared)?;
            prepared.push(one);
        }
        self.half_done = true;
        for Prepared { kind, body, entry } in &prepared {
            let hash = chain(&self.head, body);
            self.transaction
                .prepare_cached("INSERT INTO entries (n, stream, version, hash, body) VALUES (?1, ?2, ?3, ?4, ?5)")
                .context("prepare the append")?
                .execute(params![entry.n, stream, entry.version, &hash[..], body])
                .context("append an entry")?;
            projections::fold(self.transaction, entry)?;
            (self.n, self.head) = (entry.n, hash);
            self.appended.push((entry.n, kind, hash));
        }
        self.half_done = false;
        Ok(prepared.into_iter().map(|one| one.entry).collect())
    }

    /// Refuses an entry that takes a claim held already, by another stream or its own, as the books stand after the
    /// entries `before` it in the same append. What the entry itself releases is free; releasing what the stream does
    /// not hold changes nothing.
    fn guard_claims(&self, entry: &Entry, before: &[Prepared]) -> Result<(), StoreFault> {
        for (i, claim) in entry.takes.iter().enumerate() {
            let twice = entry.takes.iter().take(i).any(|earlier| earlier == claim);
            let holder = if twice {
                Some(entry.stream.clone())
            } else {
                self.holder(claim, before)?
            };
            if let Some(holder) = holder {
                if !twice && holder == entry.stream && entry.releases.contains(claim) {
                    continue;
                }
                return Err(StoreFault::Claimed {
                    claim: claim.clone(),
                    holder,
                });
            }
        }
        Ok(())
    }

    /// Who holds a claim after the entries of this append so far; they are all of one stream.
    fn holder(&self, claim: &Claim, before: &[Prepared]) -> Result<Option<String>, StoreFault> {
        let held = self.reader().claim_holder(claim)?;
        Ok(before.iter().fold(held, |holder, one| {
            let entry = &one.entry;
            if entry.takes.contains(claim) {
                Some(entry.stream.clone())
            } else if entry.releases.contains(claim) && holder.as_deref() == Some(&entry.stream) {
                None
            } else {
                holder
            }
        }))
    }

    fn version(&self, stream: &str) -> Result<i64, StoreFault> {
        self.transaction
            .prepare_cached("SELECT coalesce(max(version), 0) FROM entries WHERE stream = ?1")
            .context("prepare a stream's version")?
            .query_row([stream], |r| r.get(0))
            .context("read a stream's version")
    }

    /// Stores a paper's bytes under their hash; storing the same bytes again changes nothing.
    ///
    /// Errors: the hash is not that of the bytes.
    pub fn store_blob(&mut self, sha256: &str, bytes: &[u8]) -> Result<(), StoreFault> {
        if hex::encode(Sha256::digest(bytes)) != sha256 {
            return Err(StoreFault::WrongHash {
                sha256: sha256.to_owned(),
            });
        }
        self.transaction
            .prepare_cached("INSERT INTO blobs (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")
            .context("prepare storing bytes")?
            .execute(params![sha256, bytes])
            .context("store bytes")?;
        Ok(())
    }

    /// The transaction itself, for local tables.
    pub(crate) fn transaction(&self) -> &Transaction<'a> {
        self.transaction
    }

    pub(crate) fn finish(self) -> Result<(), StoreFault> {
        if self.half_done {
            return Err(StoreFault::HalfDone);
        }
        if self.appended.is_empty() {
            return Ok(());
        }
        projections::note_folded(self.transaction, self.n)
    }
}

/// Writes the body of an entry and reads its event back: what is folded is what a rebuild will read, and nothing is
/// stored that could not be read again.
fn prepare(act: &Act, stream: &str, version: i64, n: i64, new: New) -> Result<Prepared, StoreFault> {
    let kind = new.event.kind();
    let recorded_at = instant(act.recorded_at);
    let data = to_raw_value(&new.event)?;
    let event = Event::read(kind, new.event.version(), data.get()).map_err(|fault| StoreFault::Unreadable {
        n,
        source: fault.into(),
    })?;
    let body = serde_json::to_vec(&BodyOut {
        n,
        stream,
        version,
        kind,
        kind_version: new.event.version(),
        by: &act.by,
        effective_on: act.effective_on,
        recorded_at: &recorded_at,
        policy: &act.policy,
        clause: &new.clause,
        cause: act.cause.as_deref(),
        takes: &new.takes,
        releases: &new.releases,
        data: &data,
    })?;
    let entry = Entry {
        n,
        stream: stream.to_owned(),
        version,
        kind: kind.to_owned(),
        by: act.by.clone(),
        effective_on: act.effective_on,
        recorded_at: stored(act.recorded_at),
        policy: act.policy.clone(),
        clause: new.clause,
        cause: act.cause.clone(),
        takes: new.takes,
        releases: new.releases,
        event,
    };
    Ok(Prepared { kind, body, entry })
}

/// The last entry's number and hash; `0` and the genesis hash in empty books.
pub(crate) fn head(conn: &rusqlite::Connection) -> Result<(i64, Hash), StoreFault> {
    let last = conn
        .prepare_cached("SELECT n, hash FROM entries ORDER BY n DESC LIMIT 1")
        .context("prepare the head")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()
        .context("read the head")?;
    Ok(last.unwrap_or((0, GENESIS)))
}
