use crate::{Claim, Expected, New, StoreFault, testing::*};
use serde_json::json;

fn stale(fault: StoreFault) -> (String, i64, i64) {
    match fault {
        StoreFault::Stale {
            stream,
            expected,
            found,
        } => (stream, expected, found),
        other => panic!("expected a stale version, got {other:?}"),
    }
}

fn claimed(fault: StoreFault) -> (Claim, String) {
    match fault {
        StoreFault::Claimed { claim, holder } => (claim, holder),
        other => panic!("expected a claim held, got {other:?}"),
    }
}

fn streams() -> (String, String) {
    (
        format!("enterprise/{}", enterprise(1)),
        format!("enterprise/{}", enterprise(2)),
    )
}

#[test]
fn what_is_appended_is_what_is_loaded() {
    let mut desk = Desk::new();
    let (first, _) = streams();
    let mut act = act("2026-03-02");
    act.cause = Some("import:样例".into());
    let claim = Claim::new("uscc", "U1");
    let (appended, told) = desk
        .books
        .write(|tx| {
            let entries = tx.append(
                &act,
                &first,
                Expected::New,
                vec![registered("U1", "样例一"), accepted()],
            )?;
            Ok::<_, StoreFault>((entries, tx.appended().to_vec()))
        })
        .unwrap();
    assert_eq!(
        desk.books.reader().stream(&first).unwrap(),
        appended,
        "an answer is not finer than what is stored"
    );
    let desk = desk.reopen();
    let loaded = desk.books.reader().stream(&first).unwrap();
    assert_eq!(loaded, appended);
    assert_eq!(
        loaded.iter().map(|e| (e.n, e.version)).collect::<Vec<_>>(),
        [(1, 1), (2, 2)]
    );
    let entry = &loaded[0];
    assert_eq!(
        (entry.by.clone(), entry.effective_on, entry.policy.as_str()),
        (act.by, act.effective_on, "wuhu-plan")
    );
    assert_eq!(
        (entry.clause.as_str(), entry.cause.as_deref()),
        ("§二(二)", Some("import:样例"))
    );
    assert_eq!((&entry.takes, entry.releases.len()), (&vec![claim], 0));
    assert_eq!(entry.recorded_at.to_rfc3339(), "2026-03-02T06:30:00.123+00:00");
    assert_eq!(entry.event, registered("U1", "样例一").event);
    let stored = desk.books.reader().stored_stream(&first).unwrap();
    assert_eq!(
        told,
        [
            (1, "enterprise.registered", stored[0].hash),
            (2, "application.accepted", stored[1].hash)
        ],
        "the write tells what it appended"
    );
    assert!(desk.books.reader().stream("enterprise/unknown").unwrap().is_empty());
}

#[test]
fn entries_are_paged_newest_first() {
    let mut desk = Desk::new();
    desk.append(
        "a/1",
        Expected::New,
        vec![accepted(), accepted(), accepted(), accepted()],
    )
    .unwrap();
    let numbers = |before, limit| {
        let page = desk.books.reader().entries_before(before, limit).unwrap();
        page.iter().map(|s| s.entry.n).collect::<Vec<_>>()
    };
    assert_eq!(numbers(i64::MAX, 3), [4, 3, 2]);
    assert_eq!(numbers(2, 3), [1]);
    assert_eq!(numbers(1, 3), [0; 0]);
    assert_eq!(desk.books.reader().entry(3).unwrap().unwrap().entry.n, 3);
    assert!(desk.books.reader().entry(5).unwrap().is_none());
}

#[test]
fn a_stream_goes_on_only_from_where_it_is() {
    let mut desk = Desk::new();
    desk.append("a/1", Expected::New, vec![accepted(), accepted()]).unwrap();
    for (expected, said) in [
        (Expected::New, 0),
        (Expected::At(0), 0),
        (Expected::At(1), 1),
        (Expected::At(3), 3),
    ] {
        let fault = desk.append("a/1", expected, vec![accepted()]).unwrap_err();
        assert_eq!(stale(fault), ("a/1".into(), said, 2));
        let nothing = desk.append("a/1", expected, vec![]);
        assert_eq!(
            stale(nothing.unwrap_err()),
            ("a/1".into(), said, 2),
            "even where nothing is to be appended"
        );
    }
    desk.append("a/1", Expected::At(2), vec![accepted()]).unwrap();
    desk.append("a/2", Expected::At(0), vec![accepted()]).unwrap();
    let read_only = desk.books.write(|tx| tx.expect("a/1", 2));
    assert_eq!(stale(read_only.unwrap_err()), ("a/1".into(), 2, 3));
    desk.books.write(|tx| tx.expect("a/1", 3)).unwrap();
}

#[test]
fn a_claim_is_taken_held_and_released() {
    let mut desk = Desk::new();
    let (first, second) = streams();
    let claim = Claim::new("uscc", "U1");
    let holder = |desk: &Desk| desk.books.reader().claim_holder(&claim).unwrap();
    assert_eq!(holder(&desk), None);
    desk.append(&first, Expected::New, vec![registered("U1", "样例一")])
        .unwrap();
    assert_eq!(holder(&desk).as_deref(), Some(&*first));

    let refused = desk
        .append(&second, Expected::New, vec![registered("U1", "样例二")])
        .unwrap_err();
    assert_eq!(
        claimed(refused),
        (claim.clone(), first.clone()),
        "the refusal names who holds it"
    );
    let again = desk
        .append(&first, Expected::At(1), vec![accepted().taking(claim.clone())])
        .unwrap_err();
    assert_eq!(
        claimed(again),
        (claim.clone(), first.clone()),
        "a stream does not take twice what it holds"
    );
    let twice = accepted()
        .taking(Claim::new("uscc", "U9"))
        .taking(Claim::new("uscc", "U9"));
    assert_eq!(
        claimed(desk.append(&second, Expected::New, vec![twice]).unwrap_err()).1,
        second
    );

    desk.append(&second, Expected::New, vec![accepted().releasing(claim.clone())])
        .unwrap();
    assert_eq!(
        holder(&desk).as_deref(),
        Some(&*first),
        "nobody releases what another holds"
    );
    desk.append(
        &first,
        Expected::At(1),
        vec![accepted().releasing(claim.clone()).taking(claim.clone())],
    )
    .unwrap();
    assert_eq!(
        holder(&desk).as_deref(),
        Some(&*first),
        "released and taken again in one entry"
    );
    desk.append(&first, Expected::At(2), vec![accepted().releasing(claim.clone())])
        .unwrap();
    assert_eq!(holder(&desk), None);
    desk.append(&second, Expected::At(1), vec![accepted().taking(claim.clone())])
        .unwrap();
    assert_eq!(holder(&desk).as_deref(), Some(&*second));
    assert_eq!(
        desk.books.reader().claim_holder(&Claim::new("vin", "U1")).unwrap(),
        None,
        "scopes are apart"
    );
}

#[test]
fn one_write_moves_two_streams_and_sees_itself() {
    let mut desk = Desk::new();
    let (first, second) = streams();
    desk.books
        .write(|tx| {
            tx.append(
                &act("2026-03-02"),
                &first,
                Expected::New,
                vec![registered("U1", "样例一")],
            )?;
            assert_eq!(tx.reader().enterprises()?.len(), 1, "a write reads its own rows");
            assert_eq!(tx.head().0, 1);
            tx.append(
                &act("2026-03-03"),
                &second,
                Expected::New,
                vec![registered("U2", "样例二")],
            )?;
            tx.append(&act("2026-03-04"), &first, Expected::At(1), vec![accepted()])
                .map(drop)
        })
        .unwrap();
    assert_eq!(
        desk.books
            .reader()
            .stream(&first)
            .unwrap()
            .iter()
            .map(|e| e.n)
            .collect::<Vec<_>>(),
        [1, 3]
    );
    assert_eq!(
        desk.books
            .reader()
            .stream(&second)
            .unwrap()
            .iter()
            .map(|e| e.n)
            .collect::<Vec<_>>(),
        [2]
    );
    assert_eq!(desk.books.reader().head().unwrap(), recomputed_head(&desk.books.conn));
    assert!(desk.books.verify().unwrap().holds());
}

/// Everything a write could leave behind.
#[derive(Debug, PartialEq)]
struct Traces {
    rows: Vec<String>,
    head: (i64, crate::Hash),
    bytes: Option<Vec<u8>>,
    drafts: Vec<String>,
}

fn traces(desk: &Desk) -> Traces {
    let reader = desk.books.reader();
    Traces {
        rows: dump(&desk.books.conn),
        head: reader.head().unwrap(),
        bytes: reader.blob(&sha()).unwrap(),
        drafts: reader.draft_keys("sheet", "").unwrap(),
    }
}

fn sha() -> String {
    // sha256sum of PAPER, by another program.
    "36f5c33b5cd03da88ce132168c488138e841a9d7745d049467f17c6aae105c95".into()
}

#[test]
fn a_write_that_fails_leaves_nothing() {
    let mut desk = Desk::new();
    let (first, second) = streams();
    desk.append(&first, Expected::New, vec![registered("U1", "样例一")])
        .unwrap();
    desk.books
        .save_draft("lin", "sheet", "k", "{}", "2026-03-02T00:00:00Z")
        .unwrap();
    let before = traces(&desk);
    let failed = desk.books.write(|tx| {
        tx.store_blob(&sha(), PAPER)?;
        tx.drop_drafts("sheet", "k")?;
        tx.seal_sheet(&meeting(1), &sheet(1), b"plain")?;
        tx.append(
            &act("2026-03-02"),
            &second,
            Expected::New,
            vec![registered("U2", "样例二")],
        )?;
        tx.append(&act("2026-03-02"), &first, Expected::New, vec![accepted()])
            .map(drop)
    });
    assert_eq!(stale(failed.unwrap_err()).0, first);
    assert_eq!(traces(&desk), before);
    assert!(
        texts(
            &desk.books.conn,
            "SELECT sheet FROM sealed_sheets UNION SELECT meeting FROM meeting_keys"
        )
        .is_empty()
    );
    let desk = desk.reopen();
    assert_eq!(traces(&desk), before, "nor on the disk");
    assert!(desk.books.verify().unwrap().holds());
}

#[test]
fn a_panic_inside_a_write_leaves_nothing() {
    let mut desk = Desk::new();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.books.write(|tx| -> Result<(), StoreFault> {
            tx.append(&act("2026-03-02"), "a/1", Expected::New, vec![accepted()])?;
            panic!("in the middle");
        })
    }));
    assert!(outcome.is_err());
    assert_eq!(desk.books.reader().head().unwrap().0, 0);
    desk.append("a/1", Expected::New, vec![accepted()]).unwrap();
}

/// An import that leaves out the rows the ledger refuses goes on in the same write.
#[test]
fn an_append_refused_half_way_leaves_the_write_whole() {
    let mut desk = Desk::new();
    let (first, second) = streams();
    desk.append(&first, Expected::New, vec![registered("U1", "样例一")])
        .unwrap();
    desk.books
        .write(|tx| {
            let events = vec![registered("U2", "样例二"), accepted().taking(Claim::new("uscc", "U1"))];
            let refused = tx.append(&act("2026-03-02"), &second, Expected::New, events);
            assert_eq!(claimed(refused.unwrap_err()).1, first);
            assert_eq!((tx.head().0, tx.appended().len()), (1, 0));
            tx.append(
                &act("2026-03-02"),
                "enterprise/3",
                Expected::New,
                vec![registered("U3", "样例三")],
            )
            .map(drop)
        })
        .unwrap();
    let reader = desk.books.reader();
    assert_eq!(
        reader
            .enterprises()
            .unwrap()
            .iter()
            .map(|e| e.uscc.as_str())
            .collect::<Vec<_>>(),
        ["U1", "U3"]
    );
    assert_eq!(reader.claim_holder(&Claim::new("uscc", "U2")).unwrap(), None);
    assert_eq!(reader.head().unwrap(), recomputed_head(&desk.books.conn));
    assert!(desk.books.verify().unwrap().holds());
}

#[test]
fn bytes_are_stored_only_under_their_own_hash() {
    let mut desk = Desk::new();
    let wrong = desk.books.write(|tx| tx.store_blob(&"0".repeat(64), PAPER));
    assert!(matches!(wrong, Err(StoreFault::WrongHash { .. })));
    desk.books.write(|tx| tx.store_blob(&sha(), PAPER)).unwrap();
    desk.books.write(|tx| tx.store_blob(&sha(), PAPER)).unwrap();
    assert_eq!(desk.books.reader().blob(&sha()).unwrap().as_deref(), Some(PAPER));
}

#[test]
fn a_body_is_written_as_documented() {
    let mut desk = Desk::new();
    let claim = Claim::new("uscc", "U1");
    let new = New::new(event("application.refused", json!({ "reason": "样例" })), "细则1").taking(claim);
    desk.append("application/3001", Expected::New, vec![new]).unwrap();
    let body = String::from_utf8(desk.books.reader().entry(1).unwrap().unwrap().body).unwrap();
    let expected = concat!(
        r#"{"n":1,"stream":"application/3001","version":1,"kind":"application.refused","kind_version":1,"#,
        r#""by":{"account":"lin","name":"林样例","role":"bureau_officer"},"effective_on":"2026-03-02","#,
        r#""recorded_at":"2026-03-02T06:30:00.123Z","policy":"wuhu-plan","clause":"细则1","#,
        r#""takes":[{"scope":"uscc","key":"U1"}],"data":{"reason":"样例"}}"#
    );
    assert_eq!(body, expected, "entries on disk have this shape for twenty years");
}
