//! Folders that hold no books, or books that cannot be opened.

use crate::run::{Ran, desk_reading};
use crate::sample::{Copy, PASSWORD, files, path};
use office::{Office, Settings};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The fault of a call on a folder; a person is told the same.
fn refused(books: &Path, code: &str) -> Ran {
    let base = ["--books", path(books), "--as", "jingban", "ledger", "rebuild"];
    let input = format!("{PASSWORD}\n");
    let mut json = base.to_vec();
    json.push("--json");
    let ran = desk_reading(&json, input.as_bytes());
    let faults = ran.faults();
    assert_eq!(faults[0]["code"], code, "{ran:?}");
    assert_eq!(ran.one()["error"]["code"], "books");
    let told = desk_reading(&base, input.as_bytes());
    for key in ["message", "remedy"] {
        let words = faults[0][key].as_str().unwrap();
        assert!(!words.is_empty() && told.err.contains(words), "{key}: {told:?}");
    }
    ran
}

#[test]
fn no_books() {
    let folder = TempDir::new().unwrap();
    refused(&folder.path().join("missing"), "not_books");
    assert!(!folder.path().join("missing").exists(), "looking makes nothing");
    refused(folder.path(), "not_books");
    fs::write(folder.path().join("letter.txt"), "样例").unwrap();
    fs::write(folder.path().join("keys.json"), "{\"name\":\"another program's\"}").unwrap();
    let before = files(folder.path());
    refused(folder.path(), "not_books");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn newer_books() {
    let copy = Copy::new();
    let keys = copy.books().join("keys.json");
    let old = fs::read_to_string(&keys).unwrap();
    let mut newer: serde_json::Value = serde_json::from_str(&old).unwrap();
    newer["format"] = 2.into();
    // A newer program may say things this one has never heard of.
    newer["accounts"] = "elsewhere".into();
    fs::write(&keys, newer.to_string()).unwrap();
    let before = copy.files();
    let ran = refused(&copy.books(), "newer_books");
    assert!(ran.out.contains('2'), "which format it is: {ran:?}");
    assert_eq!(copy.files(), before);
    fs::write(&keys, old).unwrap();
    assert!(copy.head().0 > 300, "they open again with the old key file");
}

#[test]
fn read_only_books() {
    let copy = Copy::new();
    let (head, before) = (copy.head(), copy.files());
    let database = copy.books().join("books.db");
    let writable = fs::metadata(&database).unwrap().permissions();
    let mut locked = writable.clone();
    locked.set_readonly(true);
    fs::set_permissions(&database, locked).unwrap();
    refused(&copy.books(), "read_only");
    fs::set_permissions(&database, writable).unwrap();
    assert_eq!((copy.head(), copy.files()), (head, before));
}

#[test]
fn books_that_are_open_elsewhere() {
    let copy = Copy::new();
    let head = copy.head();
    let mut window = Office::new(Settings::real(copy.books(), copy.beside("papers")));
    window.sign_in(&copy.books(), "jingban", PASSWORD).unwrap();
    refused(&copy.books(), "already_open");
    let (n, hash) = window.books().unwrap().reader().head().unwrap();
    assert_eq!(
        (n, hex::encode(hash)),
        head,
        "whoever has them open goes on undisturbed"
    );
    drop(window);
    assert_eq!(
        copy.as_account("jingban", &["ledger", "verify"]).code,
        0,
        "closed there, open here"
    );
}
