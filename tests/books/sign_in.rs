//! Who may, and with which password.

use crate::run::desk_reading;
use crate::sample::{Copy, PASSWORD, path};

#[test]
fn a_wrong_password_and_an_unknown_account_are_told_alike() {
    let copy = Copy::new();
    let (head, files) = (copy.head(), copy.files());
    let wrong = copy.with_password("shenji", "Yangli-2026", &["ledger", "verify", "--json"]);
    let nobody = copy.with_password("nobody", PASSWORD, &["ledger", "verify", "--json"]);
    for ran in [&wrong, &nobody] {
        assert_eq!(ran.code, 2, "{ran:?}");
        assert_eq!(ran.one()["error"]["faults"][0]["code"], "sign_in");
    }
    assert_eq!(wrong.out, nobody.out, "which of the two was wrong is not told");
    assert_eq!((copy.head(), copy.files()), (head, files));
}

#[test]
fn the_password_comes_from_a_file_or_from_standard_input() {
    let copy = Copy::new();
    let books = copy.books();
    let key = copy.file("key.txt", format!("{PASSWORD}\r\nsecond line\r\n").as_bytes());
    let base = ["--books", path(&books), "--as", "shenji", "ledger", "verify"];
    let mut with_file = base.to_vec();
    with_file.extend(["--key-file", path(&key)]);
    let ran = desk_reading(&with_file, b"");
    assert_eq!(ran.code, 0, "{ran:?}");

    for input in ["", "\n"] {
        let ran = desk_reading(&base, input.as_bytes());
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(
            ran.err.contains("没有读到口令") && ran.err.contains("--key-file"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn books_and_account_must_be_named() {
    for (args, missing) in [
        (vec!["ledger", "verify", "--json"], "--books"),
        (vec!["ledger", "verify", "--json", "--books", "x"], "--as"),
    ] {
        let ran = desk_reading(&args, b"x\n");
        assert_eq!(ran.code, 2, "{ran:?}");
        assert_eq!(ran.one()["error"]["faults"][0]["field"], missing);
    }
}

#[test]
fn an_auditor_imports_nothing() {
    let copy = Copy::new();
    let head = copy.head();
    let file = copy.file("new.xlsx", &crate::sample::workbook(&crate::sample::newcomers(2)));
    let ran = copy.as_account("shenji", &["import", "filings", path(&file), "--json"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    let error = &ran.one()["error"];
    assert_eq!(
        (&error["code"], &error["faults"][0]["rule"]),
        (&"not_allowed".into(), &"细则13".into())
    );
    assert_eq!(copy.head(), head);
}
