use super::*;
use crate::testing::*;

fn told() -> Desk {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    assert!(
        desk.books.verify().unwrap().holds(),
        "the story holds before it is tampered with"
    );
    desk
}

/// Verification after a change behind the program's back.
fn after(sql: &str) -> (Desk, Verification) {
    let desk = told();
    desk.tamper(sql);
    let verification = desk.books.verify().unwrap();
    assert!(!verification.holds());
    (desk, verification)
}

/// The rows told, as (table, folded, stored).
fn rows(verification: &Verification) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let row = |d| match d {
        &Difference::Row {
            table,
            ref folded,
            ref stored,
        } => (table, folded.as_deref(), stored.as_deref()),
        other => panic!("expected a row, got {other:?}"),
    };
    verification.differences.iter().map(row).collect()
}

#[test]
fn the_story_rebuilds_to_the_same_rows() {
    let mut desk = told();
    let before = dump(&desk.books.conn);
    let entries = desk.books.reader().head().unwrap().0;
    assert_eq!(desk.books.rebuild().unwrap(), entries);
    assert_eq!(dump(&desk.books.conn), before);
    assert_eq!(desk.books.reader().head().unwrap(), recomputed_head(&desk.books.conn));
}

#[test]
fn one_byte_of_one_body() {
    // 样例二号 becomes 样例三号: still a body, of another name.
    let (desk, verification) = after(
        "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), '样例二号', '样例九号') AS BLOB)
         WHERE n = (SELECT min(n) FROM entries WHERE instr(CAST(body AS TEXT), '样例二号') > 0)",
    );
    let n = desk
        .books
        .reader()
        .stream(&format!("enterprise/{}", enterprise(2)))
        .unwrap()[0]
        .n;
    assert_eq!(verification.chain.first_bad, Some(n));
    let rows = rows(&verification);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].0, "enterprises");
    assert!(
        rows[0].1.unwrap().contains("样例九号") && rows[0].2.unwrap().contains("样例二号"),
        "{rows:?}"
    );
}

#[test]
fn any_byte_of_any_body_is_found() {
    let desk = told();
    desk.tamper("");
    let (last, _) = desk.books.reader().head().unwrap();
    for n in 1..=last {
        let body: Vec<u8> = desk
            .books
            .conn
            .query_row("SELECT body FROM entries WHERE n = ?1", [n], |r| r.get(0))
            .unwrap();
        let mut altered = body.clone();
        let at = (n as usize * 37) % body.len();
        altered[at] ^= 1;
        let put = |body: &[u8]| {
            desk.books
                .conn
                .execute("UPDATE entries SET body = ?2 WHERE n = ?1", rusqlite::params![n, body])
                .unwrap()
        };
        put(&altered);
        assert_eq!(verify_chain(&desk.books).unwrap().first_bad, Some(n));
        put(&body);
    }
    assert!(desk.books.verify().unwrap().holds());
}

#[test]
fn a_hash_altered() {
    let (_, verification) = after("UPDATE entries SET hash = zeroblob(32) WHERE n = 5");
    assert_eq!(verification.chain.first_bad, Some(5));
    let (_, verification) = after("UPDATE entries SET hash = x'00' WHERE n = 5");
    assert_eq!(verification.chain.first_bad, Some(5), "nor may it be cut short");
}

#[test]
fn two_bodies_swapped() {
    let (_, verification) =
        after("UPDATE entries SET body = (SELECT e.body FROM entries e WHERE e.n = 13 - entries.n) WHERE n IN (6, 7)");
    assert_eq!(verification.chain.first_bad, Some(6));
    assert!(
        matches!(&verification.differences[0], Difference::Entry { n: 6, fault } if fault.contains("its body says 7"))
    );
}

#[test]
fn two_entries_swapped_with_their_hashes() {
    let (_, verification) =
        after("UPDATE entries SET n = -n WHERE n IN (6, 7); UPDATE entries SET n = 13 + n WHERE n < 0;");
    assert_eq!(verification.chain.first_bad, Some(6));
}

#[test]
fn one_entry_deleted() {
    let (_, verification) = after("DELETE FROM entries WHERE n = 4");
    assert_eq!(verification.chain.first_bad, Some(4));
    let (_, verification) = after("DELETE FROM entries WHERE n = 1");
    assert_eq!(verification.chain.first_bad, Some(1));
}

#[test]
fn the_last_entry_deleted() {
    let (desk, verification) = after("DELETE FROM entries WHERE n = (SELECT max(n) FROM entries)");
    assert_eq!(verification.chain.first_bad, None, "what is left follows");
    let (head, _) = desk.books.reader().head().unwrap();
    let noted = format!("claims | 1 | {}", head + 1);
    let rows = rows(&verification);
    assert!(
        rows.iter().any(|row| row.0 == "projections" && row.2 == Some(&noted)),
        "but the projections knew more"
    );
    let Desk { books, folder } = desk;
    drop(books);
    let fault = Books::open(&folder.path().join("books"), "lin", PASSWORD).unwrap_err();
    assert_eq!(
        fault.code(),
        "damaged",
        "and opening does not fold the trace away: {fault}"
    );
}

#[test]
fn a_stream_or_version_beside_the_body() {
    let (_, verification) = after("UPDATE entries SET stream = 'enterprise/x' WHERE n = 3");
    assert_eq!(verification.chain.first_bad, None, "the hash is over the body");
    assert!(
        matches!(&verification.differences[..], [Difference::Entry { n: 3, fault }] if fault.contains(&enterprise(1)))
    );
}

#[test]
fn a_projected_row_altered() {
    let (_, verification) = after("UPDATE enterprises SET uscc = 'FORGED' WHERE id LIKE '%1002'");
    let rows = rows(&verification);
    assert_eq!(verification.chain.first_bad, None);
    assert_eq!(
        rows.len(),
        1,
        "one row differs, though its second column was altered: {rows:?}"
    );
    let (table, folded, stored) = rows[0];
    assert_eq!(table, "enterprises");
    assert!(folded.unwrap().starts_with(&enterprise(2)) && stored.unwrap().starts_with(&enterprise(2)));
    assert!(folded.unwrap().contains("91340200MA00000022") && stored.unwrap().contains("FORGED"));
}

#[test]
fn a_projected_row_removed() {
    let (_, verification) = after("DELETE FROM applications WHERE id LIKE '%3002'");
    let rows = rows(&verification);
    assert_eq!((rows.len(), rows[0].0, rows[0].2), (1, "applications", None));
    assert!(rows[0].1.unwrap().starts_with(&application(2)));
}

#[test]
fn a_projected_row_added() {
    let (_, verification) = after("INSERT INTO claims VALUES ('aaa', 'first', 'x/1', 1), ('zzz', 'last', 'x/1', 1)");
    assert_eq!(
        rows(&verification),
        [
            ("claims", None, Some("aaa | first | x/1 | 1")),
            ("claims", None, Some("zzz | last | x/1 | 1"))
        ]
    );
}

#[test]
fn a_projected_table_dropped_or_replaced() {
    let (_, verification) = after("DROP TABLE experts");
    let told = rows(&verification);
    assert_eq!((told.len(), told[0].0, told[0].2), (1, "experts", None));
    let (_, verification) = after("ALTER TABLE papers ADD COLUMN forged TEXT");
    let told = rows(&verification);
    assert_eq!((told.len(), told[0].0), (1, "papers"));
}

#[test]
fn a_papers_bytes() {
    for sql in [
        "UPDATE blobs SET bytes = CAST(bytes || x'00' AS BLOB)",
        "DELETE FROM blobs",
    ] {
        let (desk, verification) = after(sql);
        let stored = &desk.books.reader().stream(&format!("paper/{}", paper(1))).unwrap()[1];
        let Event::PaperStored(event) = &stored.event else {
            panic!("{stored:?}")
        };
        let expected = [Difference::Bytes {
            n: stored.n,
            sha256: event.sha256.clone(),
        }];
        assert_eq!(verification.differences, expected, "{sql}");
    }
}

#[test]
fn no_more_is_told_than_helps() {
    let (_, verification) = after(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
         INSERT INTO claims SELECT 'scope', i, 'x/1', 1 FROM n",
    );
    assert_eq!(verification.differences.len(), MOST);
}

#[test]
fn verifying_changes_nothing() {
    let desk = told();
    let before = (
        dump(&desk.books.conn),
        recomputed_head(&desk.books.conn),
        desk.books.conn.total_changes(),
    );
    desk.books.verify().unwrap();
    assert_eq!(
        (
            dump(&desk.books.conn),
            recomputed_head(&desk.books.conn),
            desk.books.conn.total_changes()
        ),
        before
    );
}
