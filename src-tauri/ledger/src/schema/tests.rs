use super::*;
use crate::{Books, testing::*};
use std::{collections::BTreeSet, path::Path};

fn documented() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema.sql")).unwrap()
}

/// Type, name and statement of everything in a database, without comments and line breaks.
fn objects(conn: &Connection) -> BTreeSet<(String, String, String)> {
    let mut statement = conn
        .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        .unwrap();
    let rows = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, normalised(&r.get::<_, String>(2)?))))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn normalised(sql: &str) -> String {
    let without_comments = sql.lines().map(|line| line.split("--").next().unwrap());
    without_comments
        .flat_map(str::split_whitespace)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_documented_schema_is_that_of_fresh_books() {
    let from_docs = Connection::open_in_memory().unwrap();
    from_docs.execute_batch(&documented()).unwrap();
    let desk = Desk::new();
    assert_eq!(
        objects(&from_docs),
        objects(&desk.books.conn),
        "cargo run -p ledger --example schema"
    );
    assert_eq!(
        documented(),
        schema_text(),
        "comments too: cargo run -p ledger --example schema"
    );
}

#[test]
fn every_column_is_explained_and_every_table_strict() {
    let text = documented();
    let mut columns = 0;
    for table in text.split("CREATE TABLE ").skip(1) {
        let (body, rest) = table.split_once("\n)").unwrap();
        assert!(rest.starts_with(" STRICT"), "{body}");
        for line in body
            .lines()
            .skip(1)
            .filter(|l| !l.starts_with("  PRIMARY KEY") && !l.starts_with("  UNIQUE"))
        {
            let comment = line.split_once("-- ").map(|(_, comment)| comment.trim());
            assert!(comment.is_some_and(|c| !c.is_empty()), "no comment: {line}");
            columns += 1;
        }
    }
    assert!(columns > 90, "{columns}");
}

/// A later program's next step for the local tables.
const NEXT: &str = "ALTER TABLE settings ADD COLUMN set_by TEXT NOT NULL DEFAULT '';
    CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;";

#[test]
fn older_local_tables_take_only_the_steps_they_lack() {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    desk.books.set_setting("printer", Some("样例")).unwrap();
    let before = (dump(&desk.books.conn), recomputed_head(&desk.books.conn));
    for _ in 0..2 {
        let found = version(&desk.books.conn).unwrap();
        let tx = desk.books.conn.transaction().unwrap();
        upgrade(&tx, found, &[LOCAL[0], NEXT]).unwrap();
        tx.commit().unwrap();
        assert_eq!(version(&desk.books.conn).unwrap(), 2);
    }
    assert_eq!(desk.books.reader().setting("printer").unwrap().as_deref(), Some("样例"));
    assert_eq!(texts(&desk.books.conn, "SELECT set_by FROM settings"), [""]);
    desk.books.conn.execute_batch("DROP TABLE notes").unwrap();
    assert_eq!(
        (dump(&desk.books.conn), recomputed_head(&desk.books.conn)),
        before,
        "only local tables are migrated"
    );
}

#[test]
fn a_step_that_fails_leaves_the_old_tables() {
    let mut desk = Desk::new();
    let before = objects(&desk.books.conn);
    let tx = desk.books.conn.transaction().unwrap();
    assert!(
        upgrade(
            &tx,
            1,
            &[
                LOCAL[0],
                "CREATE TABLE notes (id INTEGER) STRICT; CREATE TABLE accounts (x)"
            ]
        )
        .is_err()
    );
    drop(tx);
    assert_eq!(
        (objects(&desk.books.conn), version(&desk.books.conn).unwrap()),
        (before, 1)
    );
}

#[test]
fn opening_current_books_writes_nothing() {
    let desk = Desk::new().reopen();
    assert_eq!(desk.books.conn.total_changes(), 0);
}

#[test]
fn sqlite_carries_the_wal_reset_fix() {
    let numbers: Vec<u32> = crate::sqlite_version().split('.').map(|n| n.parse().unwrap()).collect();
    assert!(
        numbers >= vec![3, 51, 3],
        "{}: older ones can corrupt a WAL",
        crate::sqlite_version()
    );
}

#[test]
fn every_commit_is_synced() {
    let desk: Books = Desk::new().books;
    let pragma = |name: &str| {
        desk.conn
            .query_row(&format!("PRAGMA {name}"), [], |r| r.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(pragma("synchronous"), 2, "FULL");
    let mode: String = desk.conn.query_row("PRAGMA journal_mode", [], |r| r.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn the_tables_of_the_ledger_refuse_to_be_altered() {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    let before = (
        desk.books.reader().head().unwrap(),
        desk.books.reader().blob(&paper_hash(&desk)).unwrap(),
    );
    for sql in [
        "UPDATE entries SET body = x'00' WHERE n = 1",
        "UPDATE entries SET n = n",
        "DELETE FROM entries WHERE n = 1",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT n, stream, version, hash, x'00' FROM entries WHERE n = 1",
        "INSERT OR REPLACE INTO entries SELECT (SELECT max(n) + 1 FROM entries), stream, 1, hash, body FROM entries WHERE n = 1",
        "INSERT INTO entries (n, stream, version, hash, body) VALUES (1000, 'a/1', 1, x'00', x'00')",
        "INSERT INTO entries (stream, version, hash, body) VALUES ('a/1', 2, x'00', x'00')",
        "UPDATE blobs SET bytes = x'00'",
        "DELETE FROM blobs",
    ] {
        let refused = desk.books.conn.execute(sql, []).unwrap_err();
        assert_eq!(
            refused.sqlite_error_code(),
            Some(rusqlite::ErrorCode::ConstraintViolation),
            "{sql}: {refused}"
        );
    }
    desk.books
        .conn
        .execute("INSERT OR REPLACE INTO blobs SELECT sha256, x'00' FROM blobs", [])
        .unwrap();
    let after = (
        desk.books.reader().head().unwrap(),
        desk.books.reader().blob(&paper_hash(&desk)).unwrap(),
    );
    assert_eq!(before, after);
    assert!(desk.books.verify().unwrap().holds());
}

fn paper_hash(desk: &Desk) -> String {
    desk.books.reader().paper(&paper(1)).unwrap().unwrap().sha256.unwrap()
}
