//! Verifying a ledger: the chain against bare reading and hashing, and the comparison of all rows beside it.

use super::{Failed, RUNS, figure::Figure, plain, progress};
use crate::stopwatch::Stopwatch;
use chrono::{DateTime, Utc};
use domain::{
    Event,
    actor::{Actor, Role},
    enterprise::EnterpriseRegistered,
};
use exchange::sample;
use ledger::{Act, Books, Claim, Expected, New, NewAccount, verify_chain};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::{hint::black_box, path::Path, time::Duration};

/// Entries.
pub const SIZE: u32 = 100_000;
const ACCOUNT: &str = "yangli";
/// Read from the books at a time while their rows are copied.
const PAGE: u32 = 1_000;

pub fn measure(size: u32) -> Result<Vec<Figure>, Failed> {
    let folder = tempfile::tempdir()?;
    let (path, floor_path) = (folder.path().join("books"), folder.path().join("floor.db"));
    let bar = progress("ledger");
    fill(&path, size)?;
    copy(&path, &floor_path)?;
    let (mut chains, mut wholes, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        // Each opens anew, so that no page is in the cache already decrypted.
        floors.push(floor(&floor_path, size)?);
        let (chain, whole) = value(&path, size)?;
        chains.push(chain);
        wholes.push(whole);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let name = "read and hash the same encrypted rows";
    Ok(vec![
        Figure::of("ledger", "verify_chain", size, &chains).over(&chains, name, &floors),
        Figure::of("ledger", "verify_rows", size, &wholes).over(&wholes, name, &floors),
    ])
}

/// Books with one entry an enterprise, each taking its code.
fn fill(folder: &Path, size: u32) -> Result<(), Failed> {
    let account = NewAccount {
        name: ACCOUNT.into(),
        display_name: "样例".into(),
        roles: vec![Role::BureauOfficer],
        expert: None,
        password: ACCOUNT.into(),
    };
    let mut books = Books::create(folder, "样例", true, env!("CARGO_PKG_VERSION"), &[account])?;
    let recorded_at: DateTime<Utc> = "2026-03-02T01:00:00Z".parse()?;
    let act = Act {
        by: Actor {
            account: ACCOUNT.into(),
            name: "样例".into(),
            role: Role::BureauOfficer,
        },
        effective_on: recorded_at.date_naive(),
        recorded_at,
        policy: "wuhu-plan".into(),
        cause: Some("import:样例".into()),
    };
    books.write(|tx| {
        for n in 1..=size {
            let uscc = sample::code(&format!("3402{:02}", n / 100_000), n);
            let registered = Event::EnterpriseRegistered(EnterpriseRegistered {
                uscc: uscc.clone(),
                name: format!("芜湖样例第{n:06}号汽车贸易有限公司"),
                county: "镜湖区".into(),
                legal_representative: "样法人".into(),
                contact: "样联系".into(),
                phone: "0553-0000000".into(),
                founded: Some(act.effective_on),
            });
            let new = New::new(registered, "细则1").taking(Claim::new("uscc", uscc));
            tx.append(&act, &format!("enterprise/{n:08}"), Expected::New, vec![new])?;
        }
        Ok::<_, ledger::StoreFault>(())
    })?;
    Ok(())
}

/// The same rows, in a table of the same columns and key, in a database that nothing of the ledger's code touches.
fn copy(books: &Path, to: &Path) -> Result<(), Failed> {
    let books = Books::open(books, ACCOUNT, ACCOUNT)?;
    let mut db = plain::open(to)?;
    let tx = db.transaction()?;
    tx.execute_batch(
        "CREATE TABLE entries (n INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, hash BLOB NOT NULL,
           body BLOB NOT NULL, UNIQUE (stream, version)) STRICT",
    )?;
    {
        let mut insert =
            tx.prepare("INSERT INTO entries (n, stream, version, hash, body) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let (last, _) = books.reader().head()?;
        let mut from = 0;
        while from < last {
            let until = (from + i64::from(PAGE)).min(last);
            let mut page = books.reader().entries_before(until + 1, u32::try_from(until - from)?)?;
            page.reverse();
            for stored in page {
                let entry = stored.entry;
                insert.execute(params![
                    entry.n,
                    entry.stream,
                    entry.version,
                    &stored.hash[..],
                    stored.body
                ])?;
            }
            from = until;
        }
    }
    tx.commit()?;
    Ok(())
}

fn floor(path: &Path, size: u32) -> Result<Duration, Failed> {
    let db: Connection = plain::open(path)?;
    let watch = Stopwatch::start();
    let mut statement = db.prepare("SELECT body FROM entries ORDER BY n")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        black_box(Sha256::digest(row.get_ref(0)?.as_blob()?));
        count += 1;
    }
    let passed = watch.passed();
    (count == size)
        .then_some(passed)
        .ok_or_else(|| Failed(format!("{count} rows of {size}")))
}

/// The time of the chain alone, and of the whole check.
fn value(path: &Path, size: u32) -> Result<(Duration, Duration), Failed> {
    let books = Books::open(path, ACCOUNT, ACCOUNT)?;
    let watch = Stopwatch::start();
    let report = verify_chain(&books)?;
    let chain = watch.passed();
    if report.first_bad.is_some() || report.entries != i64::from(size) {
        return Err(Failed(format!("{report:?}")));
    }
    drop(books);
    let books = Books::open(path, ACCOUNT, ACCOUNT)?;
    let watch = Stopwatch::start();
    let found = books.verify()?;
    let whole = watch.passed();
    if !found.holds() {
        return Err(Failed(format!("{:?}", found.differences.first())));
    }
    Ok((chain, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_reads_the_bodies_of_the_books() {
        let folder = tempfile::tempdir().unwrap();
        let (path, floor_path) = (folder.path().join("books"), folder.path().join("floor.db"));
        let size = PAGE + 3;
        fill(&path, size).map_err(|f| f.0).unwrap();
        copy(&path, &floor_path).map_err(|f| f.0).unwrap();
        let books = Books::open(&path, ACCOUNT, ACCOUNT).unwrap();
        let db = plain::open(&floor_path).unwrap();
        for n in [1, PAGE, PAGE + 1, size] {
            let body: Vec<u8> = db
                .query_row("SELECT body FROM entries WHERE n = ?1", [n], |r| r.get(0))
                .unwrap();
            assert_eq!(body, books.reader().entry(i64::from(n)).unwrap().unwrap().body);
        }
        drop(books);
        assert!(floor(&floor_path, size).is_ok());
        assert!(value(&path, size).is_ok());
        assert!(
            floor(&floor_path, size + 1).is_err(),
            "fewer rows than announced are told"
        );
    }
}
