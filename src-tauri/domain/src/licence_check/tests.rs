use super::*;
use crate::Verdict;
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn wuhu() -> LicenceRules {
    crate::policy::Policy::shipped("wuhu-plan")
        .expect("ships")
        .licences
        .clone()
}

fn national() -> LicenceRules {
    crate::policy::Policy::shipped("national-2026")
        .expect("ships")
        .licences
        .clone()
}

/// 样例: a car that may be licensed.
fn good() -> Value {
    json!({
        "id": "L1", "on": "2026-07-04", "vin": "1M8GDM9AXKP042788",
        "vehicle": {"id": "L1", "class": "car_small", "use": "private", "registered": "2020-01-05", "manufactured": null, "changes": [], "on": "2026-07-04"},
        "owner_is_exporter": true, "lawful_source": true, "inspection": {"passed": true, "body_listed": true},
        "encumbered": false, "customs_supervised": false, "exported": false, "deregistered": false,
        "access_ok": true, "live_licence": false, "maker_confirmation": null,
        "enterprise": {"filed": true, "filed_until": "2026-12-31", "suspended": false}
    })
}

fn with(pointer: &str, value: Value) -> LicenceFacts {
    let mut facts = good();
    *facts.pointer_mut(pointer).expect("a key of the facts") = value;
    serde_json::from_value(facts).expect("the command's shape")
}

fn verdict(rules: &LicenceRules, facts: &LicenceFacts) -> LicenceVerdict {
    check(rules, facts).expect("facts that agree").verdict
}

#[test]
fn a_car_in_order_is_ok() {
    let facts: LicenceFacts = serde_json::from_value(good()).expect("the command's shape");
    let answer = check(&wuhu(), &facts).expect("facts that agree");
    assert_eq!(answer.verdict, LicenceVerdict::Ok, "{:?}", answer.findings);
    assert!(answer.findings.iter().all(|f| f.verdict == Verdict::Met));
    println!("{}", serde_json::to_string(&answer).expect("json"));
    assert_eq!(
        verdict(&national(), &facts),
        LicenceVerdict::Ok,
        "2020 is more than 180 days ago"
    );
}

/// Every fact: the value that refuses, the finding and the clause it stands under; null is to verify.
#[test]
fn each_condition_by_itself() {
    for (pointer, bad, rule, clause) in [
        ("/enterprise/filed", json!(false), "enterprise_filed", "§二(二)"),
        (
            "/enterprise/filed_until",
            json!("2026-07-03"),
            "filing_valid",
            "§二(二)",
        ),
        ("/enterprise/suspended", json!(true), "not_suspended", "§三(一)"),
        ("/vin", json!("1M8GDM9AXKP04278O"), "vin", "细则9"),
        ("/live_licence", json!(true), "no_live_licence", "细则9"),
        ("/owner_is_exporter", json!(false), "owner", "§四(一)"),
        ("/vehicle/use", json!("taxi"), "use_life", "§四(一)"),
        (
            "/vehicle/changes",
            json!([{"on": "2020-01-05", "to_class": null, "to_use": "taxi"}]),
            "use_life",
            "§四(一)",
        ),
        ("/inspection/passed", json!(false), "inspection_passed", "§四(一)"),
        ("/inspection/body_listed", json!(false), "inspection_body", "§五(二)"),
        ("/lawful_source", json!(false), "lawful_source", "§四(一)"),
        ("/encumbered", json!(true), "not_encumbered", "§四(一)"),
        ("/customs_supervised", json!(true), "not_customs_supervised", "§四(一)"),
        ("/access_ok", json!(false), "destination_access", "§四(二)"),
        ("/exported", json!(true), "not_exported", "§四(一)"),
        ("/deregistered", json!(true), "not_deregistered", "§四(一)"),
    ] {
        // 出租 registered 2020-01-05 is refused from 2027-01-05 on: move the day there, and the filing with it.
        let mut facts = with(pointer, bad);
        if rule == "use_life" {
            facts.on = day("2027-01-05");
            facts.enterprise.as_mut().expect("there").filed_until = Some(day("2027-12-31"));
        }
        for (facts, expected, overall) in [
            (facts, Verdict::NotMet, LicenceVerdict::Refused),
            (with(pointer, Value::Null), Verdict::ToVerify, LicenceVerdict::ToVerify),
        ] {
            let answer = check(&wuhu(), &facts).expect("facts that agree");
            assert_eq!(answer.verdict, overall, "{pointer}");
            let not_met: Vec<_> = answer.findings.iter().filter(|f| f.verdict != Verdict::Met).collect();
            assert_eq!(not_met.len(), 1, "{pointer} touches its own condition only");
            assert_eq!((not_met[0].rule.as_str(), not_met[0].clause.0.as_str()), (rule, clause));
            assert_eq!(not_met[0].verdict, expected);
            assert!(!not_met[0].facts.is_empty() && !not_met[0].message.en.is_empty());
        }
    }
}

#[test]
fn a_wrong_check_digit_is_told_and_does_not_refuse() {
    let facts = with("/vin", json!("1M8GDM9A1KP042788"));
    let answer = check(&wuhu(), &facts).expect("facts that agree");
    assert_eq!(answer.verdict, LicenceVerdict::Ok);
    let vin = answer.findings.iter().find(|f| f.rule == "vin").expect("judged");
    assert!(vin.message.zh.contains("校验位"), "{}", vin.message.zh);
}

#[test]
fn a_filing_is_valid_on_its_last_day() {
    let facts = with("/enterprise/filed_until", json!("2026-07-04"));
    assert_eq!(verdict(&wuhu(), &facts), LicenceVerdict::Ok);
}

#[test]
fn a_filing_of_the_national_version_carries_licences_for_one_year() {
    let policy = crate::policy::Policy::shipped("national-2026").expect("ships");
    let until = policy.filed_until(day("2026-05-01"));
    for (on, expected) in [
        ("2026-05-01", LicenceVerdict::Ok),
        ("2027-05-01", LicenceVerdict::Ok),
        ("2027-05-02", LicenceVerdict::Refused),
    ] {
        let mut facts = with("/enterprise/filed_until", json!(until));
        facts.on = day(on);
        assert_eq!(verdict(&policy.licences, &facts), expected, "asked on {on}");
    }
}

#[test]
fn everything_unknown_is_to_verify() {
    let facts: LicenceFacts =
        serde_json::from_value(json!({"id": "L2", "on": "2026-07-04"})).expect("null or left out");
    let answer = check(&national(), &facts).expect("nothing contradicts");
    assert_eq!(answer.verdict, LicenceVerdict::ToVerify);
    assert!(answer.findings.iter().all(|f| f.verdict == Verdict::ToVerify));
    assert_eq!(answer.findings.len(), 16);
    assert_eq!(answer.valid_until, None, "how long the car may be used is not known");
    assert!(serde_json::from_value::<LicenceFacts>(json!({"id": "L2", "on": "2026-07-04", "vim": "1"})).is_err());
}

#[test]
fn the_schema_says_what_must_be_there() {
    let schema = schemars::schema_for!(LicenceFacts).to_value();
    println!("{schema}");
    assert_eq!(schema["required"], json!(["id", "on"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(schema["properties"]["on"]["format"], "date");
    assert_eq!(schema["properties"]["encumbered"]["type"], json!(["boolean", "null"]));
    let filed_until = &schema["$defs"]["EnterpriseFacts"]["properties"]["filed_until"];
    assert_eq!(
        (&filed_until["type"], &filed_until["format"]),
        (&json!(["string", "null"]), &json!("date"))
    );
}

#[test]
fn contradictions_name_their_field() {
    let field = |facts: LicenceFacts| check(&wuhu(), &facts).expect_err("a contradiction").field;
    assert_eq!(field(with("/vehicle/use", json!("hazardous"))), "vehicle.use");
    assert_eq!(
        field(with("/vehicle/manufactured", json!("2020-01-06"))),
        "vehicle.manufactured"
    );
    let mut early = with("/vehicle/on", Value::Null);
    early.on = day("2020-01-04");
    assert_eq!(field(early), "on");
}

#[test]
fn an_old_sheet_of_vehicle_facts_does_not_carry_a_car_past_its_last_year() {
    let mut facts = with("/vehicle/use", json!("taxi"));
    facts.enterprise.as_mut().expect("there").filed_until = Some(day("2027-12-31"));
    facts.on = day("2027-01-04");
    let answer = check(&wuhu(), &facts).expect("facts that agree");
    assert_eq!(
        (answer.verdict, answer.valid_until),
        (LicenceVerdict::Ok, Some(day("2027-01-04"))),
        "one day is left"
    );
    facts.on = day("2027-01-05");
    let answer = check(&wuhu(), &facts).expect("facts that agree");
    assert_eq!((answer.verdict, answer.valid_until), (LicenceVerdict::Refused, None));
}

#[test]
fn worked_example_of_the_makers_confirmation() {
    for (on, confirmation, expected) in [
        ("2026-07-04", json!(false), LicenceVerdict::Refused),
        ("2026-07-04", Value::Null, LicenceVerdict::ToVerify),
        ("2026-07-04", json!(true), LicenceVerdict::Ok),
        ("2026-07-05", json!(false), LicenceVerdict::Ok),
        ("2026-07-05", Value::Null, LicenceVerdict::Ok),
    ] {
        let mut facts = with("/maker_confirmation", confirmation);
        facts.on = day(on);
        facts.vehicle.as_mut().expect("there").registered = Some(day("2026-01-05"));
        let answer = check(&national(), &facts).expect("facts that agree");
        assert_eq!(answer.verdict, expected, "applied on {on}");
        let finding = answer
            .findings
            .iter()
            .find(|f| f.rule == "maker_confirmation")
            .expect("asked");
        println!("{}", serde_json::to_string(finding).expect("json"));
        assert_eq!(finding.clause.0, MAKER_CONFIRMATION);
        let plain = check(&wuhu(), &facts).expect("facts that agree");
        assert_eq!(plain.verdict, LicenceVerdict::Ok, "the plan does not ask");
        assert!(plain.findings.iter().all(|f| f.rule != "maker_confirmation"));
    }
}

#[test]
fn worked_examples_of_validity() {
    for (issued, refused_from, until) in [
        ("2026-08-15", None, "2026-12-31"),
        ("2026-01-10", None, "2026-07-10"),
        ("2026-06-30", None, "2026-12-30"),
        ("2026-07-01", None, "2026-12-31"),
        ("2026-01-10", Some("2026-05-01"), "2026-04-30"),
        ("2026-01-10", Some("2026-07-11"), "2026-07-10"),
        ("2026-08-15", Some("2027-03-01"), "2026-12-31"),
    ] {
        assert_eq!(
            valid_until(day(issued), refused_from.map(day), &wuhu()),
            day(until),
            "issued {issued}"
        );
    }
    let uncapped = LicenceRules {
        cap_at_year_end: false,
        cap_before_refused_from: false,
        ..wuhu()
    };
    assert_eq!(
        valid_until(day("2026-08-31"), Some(day("2026-10-01")), &uncapped),
        day("2027-02-28")
    );
}

proptest! {
    /// The earliest of the three days, found by walking forward from the day of issue.
    #[test]
    fn validity_ends_with_the_first_bound(issued in 0u64..1500, last_year in 1u64..400) {
        let issued = day("2024-01-01") + chrono::Days::new(issued);
        let refused_from = issued + chrono::Days::new(last_year);
        let months_of = |d: NaiveDate| chrono::Datelike::year(&d) * 12 + chrono::Datelike::month0(&d) as i32;
        let in_bounds = |d: &NaiveDate| {
            let months = months_of(*d) - months_of(issued);
            let day_of = chrono::Datelike::day;
            chrono::Datelike::year(d) == chrono::Datelike::year(&issued)
                && *d < refused_from
                && (months < 6 || (months == 6 && day_of(d) <= day_of(&issued)))
        };
        let expected = issued.iter_days().take_while(in_bounds).last().expect("the day of issue itself");
        prop_assert_eq!(valid_until(issued, Some(refused_from), &wuhu()), expected);
    }

    /// Knowing more never loosens: a refusal stays one whatever unknown fact becomes known.
    #[test]
    fn knowing_more_never_undoes_a_refusal(known in proptest::collection::vec(proptest::option::of(any::<bool>()), 8), at in 0usize..8, value in any::<bool>()) {
        let names = ["owner_is_exporter", "lawful_source", "encumbered", "customs_supervised", "exported", "deregistered", "access_ok", "live_licence"];
        let build = |known: &[Option<bool>]| {
            let mut facts = good();
            for (name, value) in names.iter().zip(known) {
                facts[*name] = json!(value);
            }
            serde_json::from_value::<LicenceFacts>(facts).expect("the command's shape")
        };
        let before = verdict(&wuhu(), &build(&known));
        let mut more = known.clone();
        more[at] = more[at].or(Some(value));
        let after = verdict(&wuhu(), &build(&more));
        if before == LicenceVerdict::Refused {
            prop_assert_eq!(after, LicenceVerdict::Refused);
        }
        if before == LicenceVerdict::Ok {
            prop_assert_eq!(after, LicenceVerdict::Ok);
        }
    }
}
