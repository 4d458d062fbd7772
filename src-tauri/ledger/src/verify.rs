//! The whole check: the chain, the columns beside the bodies, every row of every projection, every stored paper.

use crate::{
    Books, ChainReport, Entry, StoreFault,
    fault::Context,
    projections::{self, bytes},
    verify_chain,
};
use domain::Event;
use rusqlite::{Connection, OptionalExtension, types::Value};
use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

/// Something in the books that does not follow from the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The body cannot be read, or says another number, stream or version than its row.
    Entry { n: i64, fault: String },
    /// A projection's row is missing, extra or differs: table and the row's values, as folded and as stored.
    Row {
        table: &'static str,
        folded: Option<String>,
        stored: Option<String>,
    },
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
    /// Checks everything against the entries, one entry at a time. Reads only.
    ///
    /// A whole tail cut off together with every trace of it cannot be told from books that never had it: that is
    /// what the heads printed on papers are for.
    pub fn verify(&self) -> Result<Verification, StoreFault> {
        let chain = verify_chain(self)?;
        let mut differences = Differences(Vec::new());
        let folded = self.fold_in_memory(&mut differences)?;
        for table in projections::tables() {
            let (l, r) = (definition(&folded, table)?, definition(&self.conn, table)?);
            if l == r {
                compare(table, &folded, &self.conn, &mut differences)?;
            } else {
                differences.tell(Difference::Row {
                    table,
                    folded: l,
                    stored: r,
                });
            }
        }
        self.compare_notes(&mut differences)?;
        Ok(Verification {
            chain,
            differences: differences.0,
        })
    }

    /// Drops all projections and folds them again. The rows come out the same.
    pub fn rebuild(&mut self) -> Result<i64, StoreFault> {
        let tx = self.conn.transaction().context("begin rebuilding")?;
        let folded = projections::refold_all(&tx)?;
        tx.commit().context("commit rebuilding")?;
        Ok(folded)
    }

    fn fold_in_memory(&self, differences: &mut Differences) -> Result<Connection, StoreFault> {
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
            match Entry::read(bytes(row, 3)?) {
                Ok(entry) => {
                    if (entry.n, &entry.stream, entry.version) != (n, &stream, version) {
                        let fault = format!("its body says {} {} v{}", entry.n, entry.stream, entry.version);
                        differences.tell(Difference::Entry { n, fault });
                    }
                    if let Event::PaperStored(paper) = &entry.event
                        && !self.holds(&paper.sha256)?
                    {
                        differences.tell(Difference::Bytes {
                            n,
                            sha256: paper.sha256.clone(),
                        });
                    }
                    // An entry that does not fold (a claim taken twice, say) is itself a difference.
                    if let Err(fault) = projections::fold(&shadow, &entry) {
                        differences.tell(Difference::Entry {
                            n,
                            fault: fault.to_string(),
                        });
                    }
                }
                Err(fault) => differences.tell(Difference::Entry {
                    n,
                    fault: fault.to_string(),
                }),
            }
        }
        shadow.execute_batch("COMMIT").context("finish folding in memory")?;
        Ok(shadow)
    }

    /// Whether the bytes of this hash are there, and are those.
    fn holds(&self, sha256: &str) -> Result<bool, StoreFault> {
        Ok(self
            .reader()
            .blob(sha256)?
            .is_some_and(|b| hex::encode(Sha256::digest(&b)) == sha256))
    }

    /// What is noted of the projections: folded as far as the last entry, so that a tail cut off shows.
    fn compare_notes(&self, differences: &mut Differences) -> Result<(), StoreFault> {
        let (head, _) = self.reader().head()?;
        for note in projections::notes(&self.conn)?.iter().filter(|note| !note.stands(head)) {
            let (name, version) = (note.name, note.version);
            differences.tell(Difference::Row {
                table: "projections",
                folded: Some(format!("{name} | {version} | {head}")),
                stored: note.noted.map(|n| format!("{name} | {} | {}", n.version, n.folded)),
            });
        }
        Ok(())
    }
}

/// What was found, up to the most that is told.
struct Differences(Vec<Difference>);

impl Differences {
    fn tell(&mut self, difference: Difference) {
        if !self.full() {
            self.0.push(difference);
        }
    }

    fn full(&self) -> bool {
        self.0.len() >= MOST
    }
}

/// The statement that made a table; `None` if there is no such table.
fn definition(conn: &Connection, table: &str) -> Result<Option<String>, StoreFault> {
    conn.query_row(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1",
        [table],
        |r| r.get(0),
    )
    .optional()
    .context("read a table's definition")
}

/// How many columns a table's key has; they stand first.
fn key_columns(conn: &Connection, table: &str) -> Result<usize, StoreFault> {
    conn.query_row(
        "SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0",
        [table],
        |r| r.get::<_, u32>(0),
    )
    .map(|count| count as usize)
    .context("read a table's key")
}

/// Walks two tables in the order of their keys, side by side.
fn compare(
    table: &'static str,
    folded: &Connection,
    stored: &Connection,
    differences: &mut Differences,
) -> Result<(), StoreFault> {
    let key = key_columns(folded, table)?;
    let order = (1..=key)
        .map(|column| column.to_string())
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!("SELECT * FROM {table} ORDER BY {order}");
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
        if differences.full() {
            return Ok(());
        }
        // The smaller key is the one the other side lacks; equal keys are one row that differs.
        let order = match (&l, &r) {
            (Some(a), Some(b)) => key_of(a, key).cmp(&key_of(b, key)),
            (Some(_), None) => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Greater,
        };
        differences.tell(Difference::Row {
            table,
            folded: if order.is_le() {
                l.as_ref().map(|row| show(row))
            } else {
                None
            },
            stored: if order.is_ge() {
                r.as_ref().map(|row| show(row))
            } else {
                None
            },
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
    let Some(row) = rows.next().context("read a row")? else {
        return Ok(None);
    };
    (0..columns)
        .map(|i| row.get(i).context("read a row"))
        .collect::<Result<_, _>>()
        .map(Some)
}

fn key_of(row: &[Value], columns: usize) -> Vec<String> {
    row.iter().take(columns).map(value).collect()
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
