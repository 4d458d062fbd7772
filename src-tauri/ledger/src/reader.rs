//! Reading open books: streams, claims, bytes. Lists come from the projections.

use crate::{Claim, Entry, Hash, StoreFault, fault::Context, tx};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A view of the books; within a write it sees what the write has done so far.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// An entry with its stored bytes and hash.
#[derive(Debug, Clone)]
pub struct Stored {
    pub entry: Entry,
    pub hash: Hash,
    pub body: Vec<u8>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// The last entry's number and hash.
    pub fn head(&self) -> Result<(i64, Hash), StoreFault> {
        tx::head(self.conn)
    }

    /// A stream's entries, first to last. Empty if there is no such stream.
    pub fn stream(&self, stream: &str) -> Result<Vec<Entry>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT n, body FROM entries WHERE stream = ?1 ORDER BY version")
            .context("prepare a stream")?;
        let mut rows = statement.query([stream]).context("read a stream")?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next().context("read a stream")? {
            entries.push(entry_of(row)?);
        }
        Ok(entries)
    }

    /// A stream's entries with their bytes and hashes.
    pub fn stored_stream(&self, stream: &str) -> Result<Vec<Stored>, StoreFault> {
        self.stored(
            "SELECT n, body, hash FROM entries WHERE stream = ?1 ORDER BY version",
            params![stream],
        )
    }

    /// At most `limit` entries before `before`, newest first.
    pub fn entries_before(&self, before: i64, limit: u32) -> Result<Vec<Stored>, StoreFault> {
        self.stored(
            "SELECT n, body, hash FROM entries WHERE n < ?1 ORDER BY n DESC LIMIT ?2",
            params![before, limit],
        )
    }

    /// One entry by its number.
    pub fn entry(&self, n: i64) -> Result<Option<Stored>, StoreFault> {
        Ok(self
            .stored("SELECT n, body, hash FROM entries WHERE n = ?1", params![n])?
            .pop())
    }

    fn stored(&self, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<Stored>, StoreFault> {
        let mut statement = self.conn.prepare_cached(sql).context("prepare entries")?;
        let mut rows = statement.query(parameters).context("read entries")?;
        let mut stored = Vec::new();
        while let Some(row) = rows.next().context("read entries")? {
            stored.push(Stored {
                entry: entry_of(row)?,
                body: row.get(1).context("read a body")?,
                hash: row.get(2).context("read a hash")?,
            });
        }
        Ok(stored)
    }

    /// The stream that holds a claim.
    pub fn claim_holder(&self, claim: &Claim) -> Result<Option<String>, StoreFault> {
        self.conn
            .prepare_cached("SELECT stream FROM claims WHERE scope = ?1 AND key = ?2")
            .context("prepare a claim")?
            .query_row(params![claim.scope, claim.key], |r| r.get(0))
            .optional()
            .context("read a claim")
    }

    /// Stored bytes by their hash.
    pub fn blob(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        self.conn
            .prepare_cached("SELECT bytes FROM blobs WHERE sha256 = ?1")
            .context("prepare stored bytes")?
            .query_row([sha256], |r| r.get(0))
            .optional()
            .context("read stored bytes")
    }
}

fn entry_of(row: &Row<'_>) -> Result<Entry, StoreFault> {
    let n: i64 = row.get(0).context("read an entry's number")?;
    let body = row.get_ref(1).context("read a body")?;
    let bytes = body.as_blob().map_err(|e| StoreFault::Sqlite {
        context: "read a body",
        source: e.into(),
    })?;
    Entry::read(bytes).map_err(|source| StoreFault::Unreadable { n, source })
}
