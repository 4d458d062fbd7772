use crate::{StoreFault, testing::*};
use domain::actor::Role;

const SCORES: &[u8] = br#"{"salt":"00","body":{"scores":{"A1":"5.5"}}}"#;

fn sealed() -> Desk {
    let mut desk = Desk::new();
    desk.books
        .write(|tx| {
            tx.seal_sheet(&meeting(1), &sheet(1), SCORES)?;
            tx.seal_sheet(&meeting(1), &sheet(2), b"second")?;
            tx.seal_sheet(&meeting(2), &sheet(3), SCORES)
        })
        .unwrap();
    desk
}

fn opened(desk: &mut Desk, meeting: &str) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
    desk.books.write(|tx| tx.open_sheets(meeting))
}

#[test]
fn sealed_sheets_open_with_their_meeting() {
    let mut desk = sealed().reopen();
    let expected = [(sheet(1), SCORES.to_vec()), (sheet(2), b"second".to_vec())];
    assert_eq!(opened(&mut desk, &meeting(1)).unwrap(), expected);
    assert_eq!(opened(&mut desk, &meeting(2)).unwrap(), [(sheet(3), SCORES.to_vec())]);
    assert!(opened(&mut desk, &meeting(3)).unwrap().is_empty());
}

#[test]
fn a_sealed_sheet_shows_nothing_and_never_seals_alike() {
    let desk = sealed();
    let mut statement = desk
        .books
        .conn
        .prepare("SELECT sealed FROM sealed_sheets ORDER BY sheet")
        .unwrap();
    let stored: Vec<Vec<u8>> = statement
        .query_map([], |r| r.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(stored.len(), 3);
    for part in SCORES.windows(8) {
        assert!(stored.iter().all(|s| s.windows(8).all(|w| w != part)));
    }
    assert_ne!(stored[0], stored[2], "the same sheet in another meeting");
    let keys = texts(&desk.books.conn, "SELECT DISTINCT hex(key) FROM meeting_keys");
    assert_eq!(keys.len(), 2, "a key a meeting");
}

#[test]
fn a_sealed_sheet_opens_only_as_itself() {
    let wrong = [
        // Two sheets of one meeting exchanged: same key, other id.
        "UPDATE sealed_sheets SET sheet = 'x' WHERE sheet LIKE '%5001'",
        // Moved to another meeting.
        "UPDATE sealed_sheets SET meeting = (SELECT meeting FROM sealed_sheets WHERE sheet LIKE '%5001') WHERE sheet LIKE '%5003'",
        "UPDATE sealed_sheets SET nonce = zeroblob(24) WHERE sheet LIKE '%5001'",
        "UPDATE sealed_sheets SET sealed = CAST(sealed || x'00' AS BLOB) WHERE sheet LIKE '%5001'",
        "UPDATE meeting_keys SET key = zeroblob(32)",
    ];
    for sql in wrong {
        let mut desk = sealed();
        desk.books.conn.execute_batch(sql).unwrap();
        assert!(
            matches!(opened(&mut desk, &meeting(1)), Err(StoreFault::Sealed(_))),
            "{sql}"
        );
    }
}

#[test]
fn a_sheet_is_sealed_once() {
    let mut desk = sealed();
    let again = desk.books.write(|tx| tx.seal_sheet(&meeting(1), &sheet(1), b"another"));
    assert!(again.is_err());
    assert_eq!(opened(&mut desk, &meeting(1)).unwrap()[0].1, SCORES);
}

#[test]
fn drafts_are_of_an_account_a_form_and_a_case() {
    let mut desk = Desk::new();
    let at = "2026-03-02T00:00:00Z";
    for (account, scope, key, body) in [
        ("lin", "sheet", "m1/a1", "1"),
        ("lin", "sheet", "m1/a1", "2"),
        ("wu", "sheet", "m1/a1", "3"),
        ("lin", "memo", "m1/a1", "4"),
        ("wu", "sheet", "m%/a2", "5"),
    ] {
        desk.books.save_draft(account, scope, key, body, at).unwrap();
    }
    let mut desk = desk.reopen();
    let draft = |desk: &Desk, account, scope| desk.books.reader().draft(account, scope, "m1/a1").unwrap();
    assert_eq!(draft(&desk, "lin", "sheet").as_deref(), Some("2"), "the last one saved");
    assert_eq!(draft(&desk, "wu", "sheet").as_deref(), Some("3"));
    assert_eq!(desk.books.reader().draft_keys("sheet", "m1/").unwrap(), ["m1/a1"]);
    assert_eq!(
        desk.books.reader().draft_keys("sheet", "m%").unwrap(),
        ["m%/a2"],
        "a prefix is no pattern"
    );
    desk.books.write(|tx| tx.drop_drafts("sheet", "m1/a1")).unwrap();
    assert_eq!(
        (draft(&desk, "lin", "sheet"), draft(&desk, "wu", "sheet")),
        (None, None)
    );
    assert_eq!(draft(&desk, "lin", "memo").as_deref(), Some("4"));
}

#[test]
fn settings_are_set_changed_and_removed() {
    let mut desk = Desk::new();
    for value in [Some("a"), Some("b"), None] {
        desk.books.set_setting("printer", value).unwrap();
        assert_eq!(desk.books.reader().setting("printer").unwrap().as_deref(), value);
    }
}

#[test]
fn what_an_account_may_do_stands_in_the_encrypted_tables() {
    let desk = Desk::new();
    let account = desk.books.reader().account("lin").unwrap().unwrap();
    assert_eq!(
        (account.display_name.as_str(), account.roles.as_slice()),
        ("林样例", &[Role::BureauOfficer][..])
    );
    // A role forged into the key file is only shown.
    let (path, Desk { books, folder }) = (desk.path().join("keys.json"), desk);
    drop(books);
    let keys = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, keys.replace("bureau_officer", "signing_leader")).unwrap();
    let books = crate::Books::open(&folder.path().join("books"), "lin", PASSWORD).unwrap();
    assert_eq!(
        books.reader().account("lin").unwrap().unwrap().roles,
        [Role::BureauOfficer]
    );
    assert!(books.reader().account("nobody").unwrap().is_none());
}
