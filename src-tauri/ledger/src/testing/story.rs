//! One batch from its opening to its filing, a suspension, and two licences: every kind of entry, at least once.

pub(crate) mod consultations;

use super::*;

/// Days of the story, one an act.
pub(crate) const OPENED: &str = "2026-03-02";
pub(crate) const RECEIVED: &str = "2026-03-09";
pub(crate) const CALLED: &str = "2026-03-20";
pub(crate) const DRAWN: &str = "2026-03-25";
pub(crate) const HELD: &str = "2026-03-27";
pub(crate) const DECIDED: &str = "2026-04-01";
pub(crate) const RECOMMENDED: &str = "2026-04-08";
pub(crate) const ANSWERED: &str = "2026-05-20";
pub(crate) const LICENSED: &str = "2026-06-01";
pub(crate) const SUSPENDED: &str = "2026-11-27";
pub(crate) const DELIVERED: &str = "2026-11-30";
pub(crate) const RECTIFIED: &str = "2027-01-15";

/// Appends one event to a stream, wherever it is.
pub(crate) fn add(books: &mut Books, day: &str, stream: &str, new: New) {
    let version = books.reader().stream(stream).unwrap().len() as i64;
    let expected = if version == 0 {
        Expected::New
    } else {
        Expected::At(version)
    };
    books
        .write(|tx| tx.append(&act(day), stream, expected, vec![new]).map(drop))
        .unwrap();
}

const USCCS: [&str; 3] = ["91340200MA00000011", "91340200MA00000022", "91340200MA00000033"];
const NAMES: [&str; 3] = [KNOWN_NAME, "样例二号汽车出口有限公司", "样例三号汽车出口有限公司"];
const COUNTIES: [&str; 3] = ["镜湖区", "无为市", "南陵县"];

/// The whole story in fresh books.
pub(crate) fn tell(books: &mut Books) {
    add(
        books,
        OPENED,
        "books/1",
        new(
            "books.opened",
            json!({ "office": OFFICE, "sample": true, "program": "test" }),
        ),
    );
    receive(books);
    consultations::tell(books);
    review(books);
    recommend(books);
    license(books);
    suspend(books);
    end_early(books);
    let table = json!({ "year": 2027, "documents": ["样例〔2026〕1号"], "workdays": [],
        "holidays": [{ "name": { "zh": "元旦", "en": "New Year's Day" }, "days": ["2027-01-01"] }] });
    add(
        books,
        RECTIFIED,
        "calendar/2027",
        new("calendar.adopted", json!({ "table": table, "reason": "" })),
    );
}

/// Two applications of another batch end before the experts: one handed back, one taken back.
fn end_early(books: &mut Books) {
    for (i, kind) in [(4, "application.returned"), (5, "application.withdrawn")] {
        let applicant = json!({ "uscc": USCCS[1], "name": NAMES[1], "county": COUNTIES[1],
            "legal_representative": "样例法人", "contact": "样例联系人", "phone": "0553-0000000", "founded": null });
        let facts = json!({ "city": null, "legal_person": null, "import_export": null,
            "violations": { "police": null, "market": null, "customs": null, "commerce": null, "safety": null },
            "registered_capital": null, "paid_in_capital": null, "net_assets": null, "sourcing": null,
            "trade_experience": null, "repair_network": null });
        let received = json!({ "batch": batch(9), "enterprise": enterprise(9), "policy": "wuhu-plan",
            "form": { "applicant": applicant, "facts": facts, "materials": [] }, "source": null });
        let claim = Claim::new("application", format!("{}/{}", batch(9), USCCS[1]));
        let stream = format!("application/{}", application(i));
        let received = new("application.received", received).taking(claim.clone());
        add(books, RECTIFIED, &stream, received);
        let ended = new(kind, json!({ "reason": "样例" })).releasing(claim);
        add(books, RECTIFIED, &stream, ended);
    }
}

fn receive(books: &mut Books) {
    let opened = json!({ "name": "样例第一批", "policy": "wuhu-plan", "opens_on": "2026-03-02", "closes_on": "2026-03-31",
        "quota": 2 });
    add(
        books,
        OPENED,
        &format!("batch/{}", batch(1)),
        new("batch.opened", opened),
    );
    for i in 1..=3 {
        let (uscc, name, county) = (USCCS[i as usize - 1], NAMES[i as usize - 1], COUNTIES[i as usize - 1]);
        let applicant = json!({ "uscc": uscc, "name": name, "county": county, "legal_representative": "样例法人",
            "contact": "样例联系人", "phone": "0553-0000000", "founded": null });
        add(
            books,
            RECEIVED,
            &format!("enterprise/{}", enterprise(i)),
            new("enterprise.registered", applicant.clone()).taking(Claim::new("uscc", uscc)),
        );
        let stream = format!("application/{}", application(i));
        let facts = json!({ "city": county, "legal_person": true, "import_export": true,
            "violations": { "police": false, "market": false, "customs": false, "commerce": false, "safety": false },
            "registered_capital": "12000000", "paid_in_capital": "9000000", "net_assets": null, "sourcing": true,
            "trade_experience": true, "repair_network": null });
        let received = json!({ "batch": batch(1), "enterprise": enterprise(i), "policy": "wuhu-plan",
            "form": { "applicant": applicant, "facts": facts.clone(), "materials": [] }, "source": null });
        let claim = Claim::new("batch", format!("{}/{}", batch(1), enterprise(i)));
        add(
            books,
            RECEIVED,
            &stream,
            new("application.received", received).taking(claim.clone()),
        );
        let verdicts = if i == 3 {
            ["not_met", "to_verify"]
        } else {
            ["met", "to_verify"]
        };
        let findings = verdicts.map(|verdict| {
            json!({ "rule": "capital", "clause": "§二(一)2", "verdict": verdict, "facts": [],
                "message": { "zh": "样例", "en": "sample" } })
        });
        let judged = json!({ "verdict": verdicts.iter().max_by_key(|v| (**v == "not_met", **v == "to_verify")),
            "findings": findings, "policy": "wuhu-plan" });
        add(books, RECEIVED, &stream, new("application.judged", judged));
        if i == 1 {
            let amended = json!({ "ground": "verified", "facts": facts, "materials": [],
                "note": "样例：向登记机关核实" });
            add(books, RECEIVED, &stream, new("application.amended", amended));
        }
        if i == 3 {
            let refused = new("application.refused", json!({ "reason": "样例：实缴资本不足" })).releasing(claim);
            add(books, RECEIVED, &stream, refused);
        } else {
            add(books, RECEIVED, &stream, accepted());
        }
    }
}

fn review(books: &mut Books) {
    for i in 1..=2 {
        let enrolled = json!({ "no": format!("E0{i}"), "name": format!("样例专家{i}"), "specialty": "trade",
            "employer": "样例大学", "declarations": [], "history": [], "shareholdings": [], "ties": [] });
        add(
            books,
            CALLED,
            &format!("expert/{}", expert(i)),
            new("expert.enrolled", enrolled),
        );
    }
    let changed = json!({ "no": "E02", "name": "样例专家2", "specialty": "customs", "employer": "样例学院",
        "declarations": [], "history": [], "shareholdings": [], "ties": [] });
    add(
        books,
        CALLED,
        &format!("expert/{}", expert(2)),
        new("expert.enrolled", changed),
    );

    let (stream, applications) = (format!("meeting/{}", meeting(1)), [application(1), application(2)]);
    let called = json!({ "batch": batch(1), "held_on": HELD, "place": "样例会议室", "applications": applications });
    add(books, CALLED, &stream, new("meeting.called", called));
    add(
        books,
        CALLED,
        &format!("batch/{}", batch(1)),
        new("batch.review_assigned", json!({ "meeting": meeting(1) })),
    );
    let drawn = json!({
        "pool": [], "recusals": [], "request": { "seats": { "trade": 1 }, "reserves": 0, "applications": applications },
        "draw": { "seed": "样例", "algorithm": "sha256-lots-1", "pool_sha256": "00", "panel": ["E01"], "reserves": [],
            "lots": [], "clause": "细则3" } });
    add(books, DRAWN, &stream, new("meeting.panel_drawn", drawn));
    for (i, application) in applications.iter().enumerate() {
        add(
            books,
            DRAWN,
            &format!("application/{application}"),
            new("application.entered_review", json!({ "meeting": meeting(1) })),
        );
        let signed = json!({ "meeting": meeting(1), "application": application, "expert": "E01", "commitment": "00",
            "manner": "own_account" });
        add(
            books,
            HELD,
            &format!("sheet/{}", sheet(i as u32 + 1)),
            new("sheet.signed", signed),
        );
    }
    add(books, HELD, &stream, new("meeting.revealed", json!({ "sheets": [] })));
    let concluded = json!({ "facts": { "rubric": [], "applications": [], "sheets": [], "chair_order": [] },
        "outcome": { "ranking": [] } });
    add(books, HELD, &stream, new("meeting.concluded", concluded));
    for (application, score, rank, passed) in [
        (&applications[0], Some("83.25"), Some(1), true),
        (&applications[1], None, None, false),
    ] {
        let reviewed = json!({ "meeting": meeting(1), "score": score, "rank": rank, "passed": passed,
            "reason": { "zh": "样例", "en": "sample" } });
        add(
            books,
            HELD,
            &format!("application/{application}"),
            new("application.reviewed", reviewed),
        );
    }
}

fn recommend(books: &mut Books) {
    let (stream, first, second) = (format!("batch/{}", batch(1)), application(1), application(2));
    let decided =
        json!({ "minutes_no": "样例〔2026〕1号", "selected": [first], "passed_over": [second], "reason": "" });
    add(books, DECIDED, &stream, new("batch.decided", decided));
    add(
        books,
        DECIDED,
        &format!("application/{first}"),
        new("application.selected", json!({})),
    );
    add(
        books,
        DECIDED,
        &format!("application/{second}"),
        new("application.passed_over", json!({})),
    );
    let drafted = json!({ "applications": [first], "signer": "样例", "contact": "样例", "phone": "0553-0000000" });
    add(books, DECIDED, &stream, new("recommendation.drafted", drafted));
    let approved = new("recommendation.approved", json!({ "paper": paper(1) }));
    add(books, RECOMMENDED, &stream, approved);
    add(
        books,
        RECOMMENDED,
        &format!("application/{first}"),
        new("application.recommended", json!({})),
    );
    let issued = json!({ "kind": "recommendation", "number": { "series": "样商", "year": 2026, "n": 1 },
        "title": "样例请示", "about": stream, "facts": {}, "template": "recommendation-1" });
    add(
        books,
        RECOMMENDED,
        &format!("paper/{}", paper(1)),
        new("paper.issued", issued),
    );
    let sha256 = hex::encode(Sha256::digest(PAPER));
    books.write(|tx| tx.store_blob(&sha256, PAPER)).unwrap();
    let stored = json!({ "sha256": sha256, "pages": 2, "size": PAPER.len(), "fonts": [] });
    add(
        books,
        RECOMMENDED,
        &format!("paper/{}", paper(1)),
        new("paper.stored", stored),
    );

    let answered = json!({ "document_no": "样函1", "filed": [first], "declined": [], "reason_declined": "" });
    add(books, ANSWERED, &stream, new("recommendation.answered", answered));
    add(
        books,
        ANSWERED,
        &format!("application/{first}"),
        new("application.filed", json!({ "document_no": "样函1" })),
    );
    let filed = json!({ "application": first, "document_no": "样函1", "until": null });
    add(
        books,
        ANSWERED,
        &format!("enterprise/{}", enterprise(1)),
        new("enterprise.filed", filed),
    );
    // Not of this story's course, but a stage like the others.
    let declined = json!({ "document_no": "样函1", "reason": "样例" });
    add(
        books,
        ANSWERED,
        &format!("application/{second}"),
        new("application.declined", declined),
    );
}

fn license(books: &mut Books) {
    for (i, vin) in [(1, "LSAMPLE0000000001"), (2, "LSAMPLE0000000002")] {
        let stream = format!("licence/{}", licence(i));
        let request = json!({ "enterprise": enterprise(1), "vin": vin, "plate": "皖B00001", "hs_code": "8703234110",
            "contract_no": "SAMPLE-1", "port": "芜湖", "country": "样例国", "currency": "USD", "value": "8000" });
        let facts = json!({ "id": vin, "on": LICENSED });
        let asked = json!({ "request": request, "facts": facts, "findings": [] });
        if i == 2 {
            add(books, LICENSED, &stream, new("licence.refused", asked));
            continue;
        }
        add(
            books,
            LICENSED,
            &stream,
            new("licence.drafted", asked).taking(Claim::new("vin", vin)),
        );
        let issued = json!({ "number": "样许1", "valid_until": "2026-12-01", "facts": facts, "findings": [] });
        add(books, "2026-06-02", &stream, new("licence.issued", issued));
    }
}

fn suspend(books: &mut Books) {
    let (stream, suspension) = (format!("enterprise/{}", enterprise(1)), suspension(1));
    let drafted = json!({ "suspension": suspension, "ground": "duties_not_done", "facts": "样例", "rectify": "样例",
        "rectify_by": "2027-01-31", "noticed_on": "2026-11-20", "statement": "" });
    add(books, "2026-11-25", &stream, new("suspension.drafted", drafted));
    let approved = json!({ "suspension": suspension, "months": 3, "resumes": "later_of_end_and_rectification" });
    add(books, SUSPENDED, &stream, new("suspension.approved", approved));
    let delivered =
        json!({ "suspension": suspension, "note": "样例", "last_day": "2027-02-28", "resumes": "2027-03-01" });
    add(books, DELIVERED, &stream, new("suspension.delivered", delivered));
    let accepted = json!({ "suspension": suspension, "note": "样例" });
    add(books, RECTIFIED, &stream, new("rectification.accepted", accepted));
}
