//! The whole check: the chain, the columns beside the bodies, every row of every projection, every stored paper.

use crate::{
    Books, ChainReport, Entry, StoreFault,
    fault::Context,
    projections, verify_chain,
};
use domain::Event;
use rusqlite::{Connection, types::Value};
use sha2::{Digest, Sha256};

/// Something in the books that does not follow from the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The body cannot be read, or says another number, stream or version than its row.
    Entry { n: i64, fault: String },
    /// A projection's row is missing, extra or differs: table and the row's values, as folded and as stored.
    Row { table: &'static str, folded: Option<String>, stored: Option<String> },
    /// A paper's bytes are missing or not those whose hash was entered.
    Bytes { n: i64, sha256: String },
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    pub chain: ChainReport,
    pub differences: Vec<Difference>,
}

impl Verification {
    pub fn holds(&self) -> bool {
        self.chain.first_bad.is_none() && self.differences.is_empty()
    }
}

/// Differences told at most; more would not help.
const MOST: usize = 100;

impl Books {
    /// Checks everything against the entries. Reads only.
    pub fn verify(&self) -> Result<Verification, StoreFault> {
        let chain = verify_chain(self)?;
        let mut differences = Vec::new();
        let folded = self.fold_in_memory(&mut differences)?;
        for table in projections::tables() {
            compare(table, &folded, &self.conn, &mut differences)?;
        }
        differences.truncate(MOST);
        Ok(Verification { chain, differences })
    }

    /// Drops all projections and folds them again. The rows come out the same.
    pub fn rebuild(&mut self) -> Result<i64, StoreFault> {
        let tx = self.conn.transaction().context("begin rebuilding")?;
        let folded = projections::refold_all(&tx)?;
        tx.commit().context("commit rebuilding")?;
        Ok(folded)
    }

    fn fold_in_memory(&self, differences: &mut Vec<Difference>) -> Result<Connection, StoreFault> {
        let shadow = Connection::open_in_memory().context("open a table in memory")?;
        projections::create_tables(&shadow)?;
        shadow.execute_batch("BEGIN").context("begin folding in memory")?;
        let mut statement = self
            .conn
            .prepare("SELECT n, stream, version, body FROM entries ORDER BY n")
            .context("prepare all entries")?;
        let mut rows = statement.query([]).context("read all entries")?;
        while let Some(row) = rows.next().context("read all entries")? {
            let n: i64 = row.get(0).context("read an entry")?;
            let stream: String = row.get(1).context("read an entry")?;
            let version: i64 = row.get(2).context("read an entry")?;
            let body: Vec<u8> = row.get(3).context("read an entry")?;
            match Entry::read(&body) {
                Ok(entry) => {
                    if (entry.n, &entry.stream, entry.version) != (n, &stream, version) {
                        differences.push(Difference::Entry {
                            n,
                            fault: format!("its body says {} {} v{}", entry.n, entry.stream, entry.version),
                        });
                    }
                    if let Event::PaperStored(paper) = &entry.event {
                        let stored = self.reader().blob(&paper.sha256)?;
                        let same = stored.is_some_and(|b| hex::encode(Sha256::digest(&b)) == paper.sha256);
                        if !same {
                            differences.push(Difference::Bytes { n, sha256: paper.sha256.clone() });
                        }
                    }
                    // An entry that does not fold (a claim taken twice, say) is itself a difference.
                    if let Err(fault) = projections::fold(&shadow, &entry) {
                        differences.push(Difference::Entry { n, fault: fault.to_string() });
                    }
                }
                Err(fault) => differences.push(Difference::Entry { n, fault: fault.to_string() }),
            }
        }
        shadow.execute_batch("COMMIT").context("finish folding in memory")?;
        Ok(shadow)
    }
}

/// Walks two tables in the order of their keys, side by side.
fn compare(
    table: &'static str,
    folded: &Connection,
    stored: &Connection,
    differences: &mut Vec<Difference>,
) -> Result<(), StoreFault> {
    let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
    let mut left = folded.prepare(&sql).context("prepare a folded table")?;
    let mut right = stored.prepare(&sql).context("prepare a stored table")?;
    let columns = (left.column_count(), right.column_count());
    let mut left = left.query([]).context("read a folded table")?;
    let mut right = right.query([]).context("read a stored table")?;
    let mut l = next(&mut left, columns.0)?;
    let mut r = next(&mut right, columns.1)?;
    while l.is_some() || r.is_some() {
        if l == r {
            (l, r) = (next(&mut left, columns.0)?, next(&mut right, columns.1)?);
            continue;
        }
        if differences.len() >= MOST {
            return Ok(());
        }
        // The smaller key is the one the other side lacks; equal keys are one row that differs.
        let order = match (&l, &r) {
            (Some(a), Some(b)) => key(a).cmp(&key(b)),
            (Some(_), None) => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Greater,
        };
        differences.push(Difference::Row {
            table,
            folded: if order.is_le() { l.as_ref().map(|row| show(row)) } else { None },
            stored: if order.is_ge() { r.as_ref().map(|row| show(row)) } else { None },
        });
        if order.is_le() {
            l = next(&mut left, columns.0)?;
        }
        if order.is_ge() {
            r = next(&mut right, columns.1)?;
        }
    }
    Ok(())
}

fn next(rows: &mut rusqlite::Rows<'_>, columns: usize) -> Result<Option<Vec<Value>>, StoreFault> {
    let Some(row) = rows.next().context("read a row")? else { return Ok(None) };
    (0..columns).map(|i| row.get(i).context("read a row")).collect::<Result<_, _>>().map(Some)
}

fn key(row: &[Value]) -> (String, String) {
    let text = |i: usize| row.get(i).map(value).unwrap_or_default();
    (text(0), text(1))
}

fn show(row: &[Value]) -> String {
    row.iter().map(value).collect::<Vec<_>>().join(" | ")
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "NULL".into(),
        Value::Integer(i) => i.to_string(),
        Value::Real(r) => r.to_string(),
        Value::Text(t) => t.clone(),
        Value::Blob(b) => hex::encode(b),
    }
}
