use super::*;
use crate::{Claim, testing::*};
use domain::{Event, Points, application::Stage, paper::PaperNumber};
use std::collections::BTreeSet;

fn told() -> Desk {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    desk
}

#[test]
fn the_story_has_every_kind_of_entry() {
    let desk = told();
    let entries = desk.books.reader().entries_before(i64::MAX, 1000).unwrap();
    let told: BTreeSet<&str> = entries.iter().map(|s| s.entry.event.kind()).collect();
    let kinds: BTreeSet<&str> = Event::KINDS.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        told, kinds,
        "a new kind of entry belongs into the story, and its rows below"
    );
}

#[test]
fn batches() {
    let desk = told();
    let expected = BatchRow {
        id: batch(1),
        name: "样例第一批".into(),
        policy: "wuhu-plan".into(),
        opens_on: date("2026-03-02"),
        closes_on: date("2026-03-31"),
        quota: Some(2),
        meeting: Some(meeting(1)),
        decided_on: Some(date(story::DECIDED)),
        drafted_on: Some(date(story::DECIDED)),
        recommended_on: Some(date(story::RECOMMENDED)),
        answered_on: Some(date(story::ANSWERED)),
    };
    assert_eq!(desk.books.reader().batches().unwrap(), [expected]);
    let counts = desk.books.reader().batch_counts(&batch(1)).unwrap();
    let counts: Vec<_> = counts.iter().map(|(stage, count)| (stage.as_str(), *count)).collect();
    assert_eq!(counts, [("declined", 1), ("filed", 1), ("refused", 1)]);
}

#[test]
fn the_newest_batch_stands_first() {
    let mut desk = told();
    let opened = serde_json::json!({ "name": "样例第二批", "policy": "wuhu-plan", "opens_on": "2027-03-01",
        "closes_on": "2027-03-31", "quota": null });
    story::add(
        &mut desk.books,
        "2027-03-01",
        &format!("batch/{}", batch(2)),
        new("batch.opened", opened),
    );
    let batches = desk.books.reader().batches().unwrap();
    assert_eq!(
        batches.iter().map(|b| b.id.clone()).collect::<Vec<_>>(),
        [batch(2), batch(1)]
    );
    assert_eq!(
        (&batches[0].meeting, batches[0].quota, batches[0].answered_on),
        (&None, None, None)
    );
    assert!(desk.books.reader().batch_counts(&batch(2)).unwrap().is_empty());
}

#[test]
fn enterprises_and_suspensions() {
    let desk = told();
    let enterprises = desk.books.reader().enterprises().unwrap();
    let rows: Vec<_> = enterprises
        .iter()
        .map(|e| (e.id.clone(), e.uscc.as_str(), e.county.as_str(), e.filed_on))
        .collect();
    assert_eq!(
        rows,
        [
            (
                enterprise(1),
                "91340200MA00000011",
                "镜湖区",
                Some(date(story::ANSWERED))
            ),
            (enterprise(2), "91340200MA00000022", "无为市", None),
            (enterprise(3), "91340200MA00000033", "南陵县", None),
        ]
    );
    assert_eq!(enterprises[0].name, KNOWN_NAME);
    let expected = SuspensionRow {
        id: suspension(1),
        enterprise: enterprise(1),
        drafted_on: date("2026-11-25"),
        approved_on: Some(date(story::SUSPENDED)),
        delivered_on: Some(date(story::DELIVERED)),
        last_day: Some(date("2027-02-28")),
        rectified_on: Some(date(story::RECTIFIED)),
    };
    assert_eq!(desk.books.reader().suspensions().unwrap(), [expected]);
}

#[test]
fn applications() {
    let desk = told();
    let reader = desk.books.reader();
    let rows = reader.applications_of_batch(&batch(1)).unwrap();
    let row = |i: u32, stage, verdict: &str, not_met, passed| ApplicationRow {
        id: application(i),
        batch: batch(1),
        enterprise: enterprise(i),
        name: rows[i as usize - 1].name.clone(),
        uscc: format!("91340200MA000000{i}{i}"),
        county: ["镜湖区", "无为市", "南陵县"][i as usize - 1].into(),
        stage,
        verdict: Some(verdict.into()),
        not_met,
        to_verify: 1,
        score: (i == 1).then_some(Points(8325)),
        rank: (i == 1).then_some(1),
        passed,
        received_on: date(story::RECEIVED),
    };
    assert_eq!(
        rows,
        [
            row(1, Stage::Filed, "to_verify", 0, Some(true)),
            row(2, Stage::Declined, "to_verify", 0, Some(false)),
            row(3, Stage::Refused, "not_met", 1, None),
        ]
    );
    assert_eq!(rows[0].name, KNOWN_NAME);
    assert_eq!(reader.application(&application(2)).unwrap().as_ref(), Some(&rows[1]));
    assert_eq!(reader.applications_of_enterprise(&enterprise(3)).unwrap(), rows[2..]);
    for of_another_kind in [batch(1), enterprise(1), meeting(1)] {
        assert_eq!(reader.application(&of_another_kind).unwrap(), None);
    }
}

/// Every stage shows in the list as soon as its event is appended.
#[test]
fn an_application_stands_where_its_last_entry_put_it() {
    let told = told();
    let mut desk = Desk::new();
    let mut seen = BTreeSet::new();
    let mut story = told.books.reader().entries_before(i64::MAX, 1000).unwrap();
    story.reverse();
    for stored in story {
        let entry = stored.entry;
        let again = entry
            .takes
            .iter()
            .cloned()
            .fold(crate::New::new(entry.event.clone(), &entry.clause), crate::New::taking);
        let again = entry.releases.iter().cloned().fold(again, crate::New::releasing);
        story::add(&mut desk.books, "2026-03-02", &entry.stream, again);
        if let Some(stage) = Stage::after(&entry.event) {
            let (_, id) = entry.stream.split_once('/').unwrap();
            assert_eq!(desk.books.reader().application(id).unwrap().unwrap().stage, stage);
            seen.insert(stage);
        }
    }
    assert_eq!(seen, Stage::ALL.into_iter().collect());
}

#[test]
fn experts() {
    let desk = told();
    let row = |i, specialty: &str, employer: &str| ExpertRow {
        id: expert(i),
        no: format!("E0{i}"),
        name: format!("样例专家{i}"),
        specialty: specialty.into(),
        employer: employer.into(),
    };
    let expected = [row(1, "trade", "样例大学"), row(2, "customs", "样例学院")];
    assert_eq!(
        desk.books.reader().experts().unwrap(),
        expected,
        "the latest enrolment stands"
    );
}

#[test]
fn meetings_and_sheets() {
    let desk = told();
    let expected = MeetingRow {
        id: meeting(1),
        batch: batch(1),
        held_on: date(story::HELD),
        drawn_on: Some(date(story::DRAWN)),
        concluded_on: Some(date(story::HELD)),
    };
    assert_eq!(desk.books.reader().meetings().unwrap(), [expected]);
    let row = |i| SheetRow {
        id: sheet(i),
        application: application(i),
        expert: "E01".into(),
    };
    assert_eq!(desk.books.reader().sheets(&meeting(1)).unwrap(), [row(1), row(2)]);
    assert!(desk.books.reader().sheets(&batch(1)).unwrap().is_empty());
}

#[test]
fn licences() {
    let desk = told();
    let row = |i: u32, state: &str, issued: bool| LicenceRow {
        id: licence(i),
        enterprise: enterprise(1),
        vin: format!("LSAMPLE000000000{i}"),
        state: state.into(),
        number: issued.then(|| "样许1".into()),
        drafted_on: date(story::LICENSED),
        issued_on: issued.then(|| date("2026-06-02")),
        valid_until: issued.then(|| date("2026-12-01")),
    };
    assert_eq!(
        desk.books.reader().licences().unwrap(),
        [row(1, "issued", true), row(2, "refused", false)]
    );
}

#[test]
fn papers() {
    let desk = told();
    let reader = desk.books.reader();
    let rows = reader.papers().unwrap();
    let sha256 = rows[0].sha256.clone().unwrap();
    let about = format!("batch/{}", batch(1));
    let expected = PaperRow {
        id: paper(1),
        kind: "recommendation".into(),
        title: "样例请示".into(),
        number: PaperNumber {
            series: "样商".into(),
            year: 2026,
            n: 1,
        },
        about: about.clone(),
        dated: date(story::RECOMMENDED),
        issued: reader.stream(&format!("paper/{}", paper(1))).unwrap()[0].n,
        sha256: Some(sha256.clone()),
        pages: Some(2),
    };
    assert_eq!(rows, [expected]);
    assert_eq!(reader.blob(&sha256).unwrap().as_deref(), Some(PAPER));
    assert_eq!(reader.papers_about(&about).unwrap(), rows);
    assert!(reader.papers_about("meeting/x").unwrap().is_empty());
    assert_eq!(reader.paper(&paper(1)).unwrap().as_ref(), Some(&rows[0]));
    let next = |series, year| reader.next_paper_number(series, year).unwrap();
    assert_eq!(
        [next("样商", 2026), next("样商", 2027), next("样函", 2026)],
        [2, 1, 1],
        "a series runs by its year"
    );
}

#[test]
fn claims() {
    let desk = told();
    let holder = |scope: &str, key: &str| desk.books.reader().claim_holder(&Claim::new(scope, key)).unwrap();
    assert_eq!(
        holder("uscc", "91340200MA00000022"),
        Some(format!("enterprise/{}", enterprise(2)))
    );
    assert_eq!(
        holder("vin", "LSAMPLE0000000001"),
        Some(format!("licence/{}", licence(1)))
    );
    assert_eq!(
        holder("vin", "LSAMPLE0000000002"),
        None,
        "a refused licence holds nothing"
    );
    let in_batch = |i| holder("batch", &format!("{}/{}", batch(1), enterprise(i)));
    assert_eq!(in_batch(1), Some(format!("application/{}", application(1))));
    assert_eq!(in_batch(3), None, "a refused application frees its place");
}

#[test]
fn a_projection_of_another_shape_is_folded_anew_on_opening() {
    let mut desk = told();
    let before = dump(&desk.books.conn);
    desk.append("a/1", crate::Expected::New, vec![]).unwrap();
    desk.books
        .conn
        .execute_batch(
            "DROP TABLE papers; CREATE TABLE papers (id TEXT NOT NULL PRIMARY KEY, old TEXT) STRICT;
             INSERT INTO papers VALUES ('x', 'of an older program');
             UPDATE projections SET version = version - 1 WHERE name = 'papers';",
        )
        .unwrap();
    assert_ne!(dump(&desk.books.conn), before);
    let desk = desk.reopen();
    assert_eq!(dump(&desk.books.conn), before);
    assert!(desk.books.verify().unwrap().holds());
}

#[test]
fn a_projection_that_lags_is_folded_anew_on_opening() {
    let desk = told();
    let before = dump(&desk.books.conn);
    desk.books
        .conn
        .execute_batch(
            "DELETE FROM licences; DELETE FROM claims; DELETE FROM projections WHERE name = 'claims';
             UPDATE projections SET folded = 3 WHERE name = 'licences';",
        )
        .unwrap();
    let desk = desk.reopen();
    assert_eq!(dump(&desk.books.conn), before);
}

#[test]
fn what_another_program_projects_is_not_noted_as_folded() {
    let desk = told();
    let before = dump(&desk.books.conn);
    desk.books
        .conn
        .execute_batch("INSERT INTO projections VALUES ('statistics', 7, 1)")
        .unwrap();
    let desk = desk.reopen();
    assert_eq!(
        dump(&desk.books.conn),
        before,
        "the program that knows it will fold it anew"
    );
}

#[test]
fn an_unknown_kind_is_unreadable_and_named() {
    let desk = told();
    let (n, hash) = desk.books.reader().head().unwrap();
    let body = String::from_utf8(desk.books.reader().entry(1).unwrap().unwrap().body).unwrap();
    let body = body
        .replace("books.opened", "books.moved")
        .replace("\"n\":1,", &format!("\"n\":{},", n + 1));
    let body = body.replace("books/1", "books/2");
    let chained = crate::chain(&hash, body.as_bytes());
    desk.books
        .conn
        .execute(
            "INSERT INTO entries (n, stream, version, hash, body) VALUES (?1, 'books/2', 1, ?2, ?3)",
            params![n + 1, &chained[..], body.as_bytes()],
        )
        .unwrap();
    let reading = desk.books.reader().stream("books/2");
    assert!(
        matches!(reading, Err(StoreFault::Unreadable { n: at, .. }) if at == n + 1),
        "{reading:?}"
    );
    assert!(
        desk.books.reader().stream(&format!("batch/{}", batch(1))).is_ok(),
        "other streams stay readable"
    );
    let verification = desk.books.verify().unwrap();
    assert_eq!(
        verification.chain.first_bad, None,
        "its hash is right: it was written by a newer program"
    );
    assert!(
        matches!(&verification.differences[0], crate::Difference::Entry { n: at, fault }
        if *at == n + 1 && fault.contains("books.moved"))
    );
    // The projections lag, so opening folds anew and comes to the entry it cannot read.
    let Desk { books, folder } = desk;
    drop(books);
    let opening = crate::Books::open(&folder.path().join("books"), "lin", PASSWORD);
    let fault = opening.unwrap_err();
    assert!(matches!(&fault, crate::BooksFault::Store(StoreFault::Unreadable { n: at, .. }) if *at == n + 1));
    assert!(fault.say().0.zh.contains(&(n + 1).to_string()), "{}", fault.say().0.zh);
}
