//! Asking, issuing, numbering: what stands in the way is told, and nothing is issued by its drafter.

use super::*;
use crate::{
    Refusals,
    actor::{Actor, Role},
    policy::Policy,
};
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn policy() -> &'static Policy {
    Policy::shipped("wuhu-plan").expect("ships")
}

fn actor(account: &str) -> Actor {
    Actor {
        account: account.into(),
        name: account.into(),
        role: Role::SectionReviewer,
    }
}

fn request() -> LicenceRequest {
    LicenceRequest {
        enterprise: "e".into(),
        vin: "1M8GDM9AXKP042788".into(),
        plate: "皖B12345".into(),
        hs_code: "8703234190".into(),
        contract_no: "YL-1".into(),
        port: "样例港".into(),
        country: "样例国".into(),
        currency: "USD".into(),
        value: Fen(850_000),
    }
}

fn facts(on: &str, suspended: bool) -> LicenceFacts {
    serde_json::from_value(json!({
        "id": "L1", "on": on, "vin": "1M8GDM9AXKP042788",
        "vehicle": {"id": "L1", "class": "car_small", "use": "private", "registered": "2020-01-05",
            "manufactured": null, "changes": [], "on": on},
        "owner_is_exporter": true, "lawful_source": true, "inspection": {"passed": true, "body_listed": true},
        "encumbered": false, "customs_supervised": false, "exported": false, "deregistered": false,
        "access_ok": true, "live_licence": false, "maker_confirmation": null,
        "enterprise": {"filed": true, "filed_until": "2027-12-31", "suspended": suspended}
    }))
    .expect("facts")
}

fn codes(refused: Refusals) -> Vec<String> {
    refused.0.into_iter().map(|r| r.code).collect()
}

fn drafted(on: &str) -> Licence {
    let event = ask(request(), facts(on, false), policy(), day(on)).expect("all is met");
    Licence::apply(None, &event, "drafter", day(on)).expect("a licence")
}

#[test]
fn a_licence_is_asked_for_and_issued_as_of_today_only() {
    let today = day("2026-08-15");
    for other in ["2026-08-14", "2026-08-16"] {
        let refused = ask(request(), facts(other, false), policy(), today).expect_err("another day");
        assert_eq!(codes(refused), ["only_today"]);
        let refused = issue(
            &drafted("2026-08-14"),
            facts(other, false),
            "1".into(),
            policy(),
            &actor("b"),
            today,
        );
        assert_eq!(codes(refused.expect_err("another day")), ["only_today"]);
    }
    let issued = issue(
        &drafted("2026-08-14"),
        facts("2026-08-15", false),
        "1".into(),
        policy(),
        &actor("b"),
        today,
    );
    assert_eq!(
        issued.expect("issued").valid_until,
        day("2026-12-31"),
        "the plan's worked example"
    );
}

#[test]
fn all_that_stands_against_the_issue_is_told_at_once() {
    let refused = issue(
        &drafted("2026-08-15"),
        facts("2026-08-15", true),
        "1".into(),
        policy(),
        &actor("drafter"),
        day("2026-08-15"),
    );
    assert_eq!(
        codes(refused.expect_err("suspended, and its own drafter")),
        ["two_persons", "condition_not_met"]
    );
}

#[test]
fn what_was_refused_or_issued_is_not_issued_again() {
    let on = day("2026-08-15");
    let event = ask(request(), facts("2026-08-15", true), policy(), on).expect("refused as an act of its own");
    assert!(matches!(event, Event::LicenceRefused(_)));
    let refused = Licence::apply(None, &event, "a", on).expect("a licence");
    let again = |licence: &Licence| {
        codes(
            issue(
                licence,
                facts("2026-08-15", false),
                "1".into(),
                policy(),
                &actor("b"),
                on,
            )
            .expect_err("no"),
        )
    };
    assert_eq!(again(&refused), ["wrong_state"]);
    let draft = drafted("2026-08-15");
    let issued = issue(
        &draft,
        facts("2026-08-15", false),
        "1".into(),
        policy(),
        &actor("b"),
        on,
    )
    .expect("issued");
    let issued = Licence::apply(Some(draft), &Event::LicenceIssued(issued), "b", on).expect("a licence");
    assert_eq!(again(&issued), ["wrong_state"]);
}

#[test]
fn numbers_are_gapless_within_the_year() {
    let mut issued: Vec<String> = Vec::new();
    for (on, n) in [
        ("2026-01-02", 1),
        ("2026-12-31", 2),
        ("2027-01-01", 1),
        ("2027-01-01", 2),
        ("2026-12-31", 3),
    ] {
        let number = next_number(policy(), day(on), issued.iter().map(String::as_str));
        assert!(number.ends_with(&format!("〔{}〕{n}号", &on[..4])), "{number} on {on}");
        assert!(!issued.contains(&number));
        issued.push(number);
    }
}
