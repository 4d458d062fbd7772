//! `desk ledger`: what holds, what was damaged, and what was altered by someone who holds a password.

use crate::sample::{Copy, PASSWORD, path};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;

#[test]
fn verify_rebuild_and_verify_hold_and_change_nothing() {
    let copy = Copy::new();
    let (n, head) = copy.head();
    for verb in ["verify", "rebuild", "verify"] {
        let ran = copy.as_account("shenji", &["ledger", verb, "--json"]);
        assert_eq!(ran.code, 0, "{verb}: {ran:?}");
        let found = ran.one();
        assert_eq!(found["ok"], true);
        assert_eq!(
            (found["entries"].as_i64(), found["head"].as_str()),
            (Some(n), Some(head.as_str()))
        );
        assert_eq!(found["first_bad_entry"], Value::Null);
        assert_eq!(found["differences"], Value::Array(vec![]));
    }
    let told = copy.as_account("shenji", &["ledger", "verify", "--lang", "en"]);
    assert!(told.out.contains(&head) && told.out.contains("verified"), "{told:?}");
}

/// The books' database opened by what is written of it: Argon2id, XChaCha20-Poly1305, SHA-256; none of the ledger's code.
fn opened(copy: &Copy) -> Connection {
    let keys: Value = serde_json::from_slice(&fs::read(copy.books().join("keys.json")).unwrap()).unwrap();
    let account = keys["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["name"] == "shenji")
        .unwrap();
    let bytes = |value: &Value| hex::decode(value.as_str().unwrap()).unwrap();
    let number = |name: &str| u32::try_from(account["kdf"][name].as_u64().unwrap()).unwrap();
    let params = Params::new(number("memory_kib"), number("passes"), number("lanes"), Some(32)).unwrap();
    let mut wrapping = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(PASSWORD.as_bytes(), &bytes(&account["kdf"]["salt"]), &mut wrapping)
        .unwrap();
    let sealed = Payload {
        msg: &bytes(&account["key"]),
        aad: b"shenji",
    };
    let master = XChaCha20Poly1305::new(&wrapping.into())
        .decrypt(XNonce::from_slice(&bytes(&account["nonce"])), sealed)
        .unwrap();
    let key = Sha256::new()
        .chain_update(b"export-desk/database\0")
        .chain_update(master)
        .finalize();
    let db = Connection::open(copy.books().join("books.db")).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex::encode(key)))
        .unwrap();
    db
}

/// Alters the database behind the program's back.
fn altered(copy: &Copy, sql: &str) {
    let db = opened(copy);
    let triggers: Vec<String> = db
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |r| r.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        db.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    db.execute_batch(sql).unwrap();
}

#[test]
fn an_altered_entry_is_named() {
    let copy = Copy::new();
    altered(
        &copy,
        "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), '2026-03-10', '2026-03-11') AS BLOB) WHERE n = 7",
    );
    let ran = copy.as_account("shenji", &["ledger", "verify", "--json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let found = ran.one();
    assert_eq!(
        (found["ok"].as_bool(), found["first_bad_entry"].as_i64()),
        (Some(false), Some(7))
    );
    let told = copy.as_account("shenji", &["ledger", "verify"]);
    assert_eq!(told.code, 1);
    assert!(told.out.contains("第 7 条"), "{told:?}");
}

#[test]
fn an_altered_row_is_named_and_a_rebuild_puts_it_right() {
    let copy = Copy::new();
    let head = copy.head();
    altered(
        &copy,
        "UPDATE enterprises SET name = '改名公司' WHERE id = (SELECT min(id) FROM enterprises)",
    );
    let ran = copy.as_account("shenji", &["ledger", "verify", "--json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let found = ran.one();
    assert_eq!(found["first_bad_entry"], Value::Null, "the entries are whole");
    let told = found["differences"].to_string();
    assert!(told.contains("enterprises") && told.contains("改名公司"), "{told}");
    let rebuilt = copy.as_account("shenji", &["ledger", "rebuild", "--json"]);
    assert_eq!(rebuilt.code, 0, "{rebuilt:?}");
    assert_eq!(copy.head(), head);
}

#[test]
fn damaged_files_are_told_and_never_read_as_something_else() {
    let whole = Copy::new();
    let database = fs::read(whole.books().join("books.db")).unwrap();
    let pages = database.len() / 4096;
    assert!(pages > 100, "{pages} pages");
    let mut found = 0;
    // The first page, the last, and some between.
    let places = (0..12).map(|i| i * (pages - 1) / 11 * 4096 + 2000);
    for at in places.clone() {
        let copy = Copy::new();
        let mut flipped = database.clone();
        flipped[at] ^= 1;
        fs::write(copy.books().join("books.db"), flipped).unwrap();
        let ran = copy.as_account("shenji", &["ledger", "verify", "--json"]);
        match ran.code {
            // A page that is free holds nothing: then all that is there was read, and is whole.
            0 => assert_eq!(ran.one()["head"], whole.head().1, "byte {at}"),
            2 => {
                found += 1;
                let error = &ran.one()["error"];
                assert_eq!(error["code"], "books", "byte {at}: {ran:?}");
                assert_eq!(error["faults"][0]["code"], "damaged", "byte {at}: {ran:?}");
                assert!(
                    error["faults"][0]["remedy"].as_str().unwrap().contains("备份"),
                    "byte {at}: {ran:?}"
                );
            }
            code => panic!("byte {at}: {code} {ran:?}"),
        }
    }
    assert!(found * 3 > places.count(), "flipped bytes are found: {found}");
    for length in [0, 1, 4096, database.len() / 2, database.len() - 4096] {
        let copy = Copy::new();
        fs::write(copy.books().join("books.db"), &database[..length]).unwrap();
        let ran = copy.as_account("shenji", &["ledger", "verify", "--json"]);
        assert_eq!(ran.code, 2, "{length} bytes: {ran:?}");
        assert_eq!(
            ran.one()["error"]["faults"][0]["code"],
            "damaged",
            "{length} bytes: {ran:?}"
        );
    }
    let copy = Copy::new();
    let keys = copy.books().join("keys.json");
    let text = fs::read_to_string(&keys).unwrap();
    fs::write(&keys, &text[..text.len() / 2]).unwrap();
    let ran = copy.as_account("shenji", &["ledger", "verify", "--json"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.out.contains("keys.json") && path(&keys).ends_with("keys.json"),
        "{ran:?}"
    );
}
