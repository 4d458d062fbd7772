//! The cast of this crate's tests: an office, its people, and one whole year's story. All invented (样例).
//!
//! Every kind of id counts from its own thousand, so that an id of the wrong kind fits nowhere.

use crate::{Act, Books, Claim, Expected, Hash, New, NewAccount, StoreFault};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Event,
    actor::{Actor, Role},
};
use rusqlite::{Connection, types::Value};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use tempfile::TempDir;

pub(crate) const PASSWORD: &str = "样例口令-lin";
pub(crate) const OFFICE: &str = "样例市商务局";
/// A text that stands in entries, projections, accounts and drafts, to be looked for in the file.
pub(crate) const KNOWN_NAME: &str = "样例青弋江汽车贸易有限公司";
pub(crate) const PAPER: &[u8] = b"%PDF-1.7 sample paper";

fn id(kind: u32, i: u32) -> String {
    format!("00000000-0000-7000-8000-{:012}", kind * 1000 + i)
}

pub(crate) fn enterprise(i: u32) -> String {
    id(1, i)
}
pub(crate) fn batch(i: u32) -> String {
    id(2, i)
}
pub(crate) fn application(i: u32) -> String {
    id(3, i)
}
pub(crate) fn meeting(i: u32) -> String {
    id(4, i)
}
pub(crate) fn sheet(i: u32) -> String {
    id(5, i)
}
pub(crate) fn licence(i: u32) -> String {
    id(6, i)
}
pub(crate) fn paper(i: u32) -> String {
    id(7, i)
}
pub(crate) fn expert(i: u32) -> String {
    id(8, i)
}
pub(crate) fn suspension(i: u32) -> String {
    id(9, i)
}

pub(crate) fn consultation(i: u32) -> String {
    id(10, i)
}

/// Fresh books in a folder of their own, which goes with them.
pub(crate) struct Desk {
    // Before the folder, so that the books are closed when it goes.
    pub books: Books,
    pub folder: TempDir,
}

/// Lin drafts, Wu decides, Zhou is an expert.
pub(crate) fn accounts() -> Vec<NewAccount> {
    [
        ("lin", "林样例", Role::BureauOfficer),
        ("wu", "吴样例", Role::SigningLeader),
    ]
    .map(|(name, display_name, role)| NewAccount {
        name: name.into(),
        display_name: display_name.into(),
        roles: vec![role],
        expert: None,
        password: format!("样例口令-{name}"),
    })
    .into()
}

impl Desk {
    /// New books with Lin's account only: one key derivation less.
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let books = Books::create(&folder.path().join("books"), OFFICE, true, "test", &accounts()[..1]).unwrap();
        Desk { books, folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("books")
    }

    pub fn reopen(self) -> Self {
        let Desk { books, folder } = self;
        drop(books);
        let books = Books::open(&folder.path().join("books"), "lin", PASSWORD).unwrap();
        Desk { books, folder }
    }

    /// One write of one stream.
    pub fn append(&mut self, stream: &str, expected: Expected, events: Vec<New>) -> Result<(), StoreFault> {
        self.books
            .write(|tx| tx.append(&act("2026-03-02"), stream, expected, events).map(drop))
    }

    /// Changes the file behind the program's back.
    pub fn tamper(&self, sql: &str) {
        let triggers = texts(
            &self.books.conn,
            "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        );
        for trigger in triggers {
            self.books
                .conn
                .execute_batch(&format!("DROP TRIGGER {trigger}"))
                .unwrap();
        }
        self.books.conn.execute_batch(sql).unwrap();
    }
}

pub(crate) fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// Lin's act of a day, recorded at an instant finer than a millisecond.
pub(crate) fn act(day: &str) -> Act {
    let recorded_at: DateTime<Utc> = format!("{day}T06:30:00.123456789Z").parse().unwrap();
    Act {
        by: Actor {
            account: "lin".into(),
            name: "林样例".into(),
            role: Role::BureauOfficer,
        },
        effective_on: date(day),
        recorded_at,
        policy: "wuhu-plan".into(),
        cause: None,
    }
}

/// An event from its stored form.
pub(crate) fn event(kind: &str, data: serde_json::Value) -> Event {
    let (_, version) = Event::KINDS.iter().find(|(known, _)| *known == kind).unwrap();
    Event::read(kind, *version, &data.to_string()).unwrap()
}

pub(crate) fn new(kind: &str, data: serde_json::Value) -> New {
    New::new(event(kind, data), "§二(二)")
}

/// A registration, which takes its code.
pub(crate) fn registered(uscc: &str, name: &str) -> New {
    new(
        "enterprise.registered",
        json!({ "uscc": uscc, "name": name, "county": "镜湖区", "legal_representative": "样例法人", "contact": "样例联系人",
            "phone": "0553-0000000", "founded": "2019-05-06" }),
    )
    .taking(Claim::new("uscc", uscc))
}

/// An event that changes no projection.
pub(crate) fn accepted() -> New {
    new("application.accepted", json!({}))
}

pub(crate) fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    let texts = statement.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>();
    texts.unwrap()
}

/// Every row of every table that is neither the ledger's nor local, as text.
pub(crate) fn dump(conn: &Connection) -> Vec<String> {
    let tables = texts(
        conn,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('entries', 'blobs', 'accounts', 'drafts',
           'meeting_keys', 'sealed_sheets', 'settings') ORDER BY name",
    );
    let mut dump = Vec::new();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values = (0..columns)
                .map(|i| row.get::<_, Value>(i).unwrap())
                .collect::<Vec<_>>();
            dump.push(format!("{table} {values:?}"));
        }
    }
    dump
}

/// The head as anyone can recompute it from the stored bytes: not this crate's own code.
pub(crate) fn recomputed_head(conn: &Connection) -> (i64, Hash) {
    let mut statement = conn.prepare("SELECT body FROM entries ORDER BY n").unwrap();
    let bodies: Vec<Vec<u8>> = statement
        .query_map([], |r| r.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut head = [0u8; 32];
    for body in &bodies {
        head = Sha256::digest([&head[..], body].concat()).into();
    }
    (bodies.len() as i64, head)
}

pub(crate) mod story;
