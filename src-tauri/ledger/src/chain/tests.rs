use crate::{Claim, Expected, StoreFault, testing::*};
use proptest::prelude::*;

/// One write of the property below: appends to streams of a small town, some of them impossible.
#[derive(Debug, Clone)]
struct Write {
    appends: Vec<Append>,
    /// Whether the write goes on after an append was refused, or fails with it.
    tolerant: bool,
}

#[derive(Debug, Clone)]
struct Append {
    stream: u8,
    /// 0 = where the stream is; else that much beside it.
    off: i64,
    events: Vec<(u8, Option<u8>, Option<u8>)>,
}

fn write() -> impl Strategy<Value = Write> {
    let event = (
        0..3u8,
        prop::option::weighted(0.3, 0..4u8),
        prop::option::weighted(0.3, 0..4u8),
    );
    let append = (
        0..4u8,
        prop_oneof![4 => Just(0), 1 => -1..=1i64],
        prop::collection::vec(event, 0..3),
    )
        .prop_map(|(stream, off, events)| Append { stream, off, events });
    (prop::collection::vec(append, 1..4), any::<bool>()).prop_map(|(appends, tolerant)| Write { appends, tolerant })
}

fn claim(key: u8) -> Claim {
    Claim::new("key", key.to_string())
}

fn perform(desk: &mut Desk, write: &Write) -> Result<(), StoreFault> {
    desk.books.write(|tx| {
        for append in &write.appends {
            let stream = format!("enterprise/{}", enterprise(u32::from(append.stream)));
            let version = tx.reader().stream(&stream)?.len() as i64;
            let events = append.events.iter().enumerate().map(|(i, (kind, take, release))| {
                let first = version == 0 && i == 0;
                let mut new = match kind {
                    // A stream is registered once, and only as its first entry; else the projection refuses it.
                    0 if first => registered(&format!("U{}", append.stream), "样例"),
                    1 => new(
                        "rectification.accepted",
                        serde_json::json!({ "suspension": suspension(1), "note": "" }),
                    ),
                    _ => accepted(),
                };
                new.takes.extend(take.map(claim));
                new.releases.extend(release.map(claim));
                new
            });
            let appended = tx.append(
                &act("2026-03-02"),
                &stream,
                Expected::At(version + append.off),
                events.collect(),
            );
            match appended {
                Err(fault) if !write.tolerant => return Err(fault),
                _ => {}
            }
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was tried: the head is that of the stored bytes, a write that failed left nothing, a claim has one
    /// holder, a rebuild gives the same rows, and verify holds.
    #[test]
    fn any_sequence_of_writes_keeps_the_books_whole(writes in prop::collection::vec(write(), 1..20)) {
        let mut desk = Desk::new();
        for write in &writes {
            let before = (dump(&desk.books.conn), desk.books.reader().head().unwrap());
            let outcome = perform(&mut desk, write);
            let after = (dump(&desk.books.conn), desk.books.reader().head().unwrap());
            match outcome {
                Err(StoreFault::Stale { .. } | StoreFault::Claimed { .. }) => prop_assert_eq!(&after, &before),
                Err(other) => prop_assert!(false, "{}", other),
                Ok(()) => {}
            }
            prop_assert_eq!(after.1, recomputed_head(&desk.books.conn));
        }
        let versions = "SELECT stream FROM entries GROUP BY stream HAVING count(*) <> max(version)";
        prop_assert!(texts(&desk.books.conn, versions).is_empty());

        let before = dump(&desk.books.conn);
        let (entries, head) = recomputed_head(&desk.books.conn);
        let verification = desk.books.verify().unwrap();
        prop_assert!(verification.holds(), "{:?}", verification);
        prop_assert_eq!((verification.chain.entries, verification.chain.head), (entries, head));
        prop_assert_eq!(desk.books.rebuild().unwrap(), entries);
        prop_assert_eq!(&dump(&desk.books.conn), &before);
        let desk = desk.reopen();
        prop_assert_eq!(dump(&desk.books.conn), before);
        prop_assert_eq!(desk.books.reader().head().unwrap(), (entries, head));
    }
}

#[test]
fn empty_books_have_the_genesis_head() {
    let desk = Desk::new();
    assert_eq!(desk.books.reader().head().unwrap(), (0, [0; 32]));
    assert!(desk.books.verify().unwrap().holds());
}
