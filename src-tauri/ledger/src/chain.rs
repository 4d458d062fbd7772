//! Verifying the chain: every stored body hashed anew, from the first entry to the last.

use crate::{Books, GENESIS, Hash, StoreFault, chain, fault::Context, projections::bytes};

#[cfg(test)]
mod tests;

/// What the chain says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    pub entries: i64,
    pub head: Hash,
    /// The first entry whose number or hash does not follow from the one before.
    pub first_bad: Option<i64>,
}

/// Reads and hashes all entries.
pub fn verify_chain(books: &Books) -> Result<ChainReport, StoreFault> {
    let mut statement = books
        .conn
        .prepare("SELECT n, hash, body FROM entries ORDER BY n")
        .context("prepare the chain")?;
    let mut rows = statement.query([]).context("read the chain")?;
    let mut report = ChainReport {
        entries: 0,
        head: GENESIS,
        first_bad: None,
    };
    while let Some(row) = rows.next().context("read the chain")? {
        let n: i64 = row.get(0).context("read an entry's number")?;
        let stored: &[u8] = bytes(row, 1)?;
        let body: &[u8] = bytes(row, 2)?;
        let hash = chain(&report.head, body);
        if report.first_bad.is_none() && (n != report.entries + 1 || stored != hash) {
            report.first_bad = Some(n.min(report.entries + 1));
        }
        // Go on from what is stored, so that one bad entry is not told as many.
        report.head = stored.try_into().unwrap_or(hash);
        report.entries = n;
    }
    Ok(report)
}
