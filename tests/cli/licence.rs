use crate::run::{Files, Ran, desk};
use serde_json::{Value, json};

/// A vehicle for which nothing stands in the way. Invented (样例).
pub fn vehicle(id: &str) -> Value {
    json!({
        "id": id, "on": "2026-08-15", "vin": "1HGCM82633A004352",
        "vehicle": {"class": "car_small", "use": "private", "registered": "2020-03-01", "manufactured": null, "changes": []},
        "owner_is_exporter": true, "lawful_source": true,
        "inspection": {"passed": true, "body_listed": true},
        "encumbered": false, "customs_supervised": false, "exported": false, "deregistered": false,
        "access_ok": true, "live_licence": false, "maker_confirmation": null,
        "enterprise": {"filed": true, "filed_until": "2027-01-31", "suspended": false}
    })
}

fn check(facts: &Value, more: &[&str]) -> Ran {
    let files = Files::new();
    let path = files.json("cars.json", facts);
    desk(&[&["licence", "check", "--policy", "wuhu-plan", "--facts", &path], more].concat())
}

#[test]
fn a_licence_of_august_is_valid_to_the_end_of_the_year() {
    let ran = check(&json!([vehicle("a")]), &["--json"]);
    let line = ran.one();
    assert_eq!((ran.code, &line["verdict"]), (0, &"ok".into()), "{line}");
    assert_eq!(line["valid_until"], "2026-12-31");
}

#[test]
fn every_condition_refuses_and_every_unknown_waits() {
    // The pointer of the fact, the value that refuses, the rule that says so, its clause.
    let conditions = [
        ("/enterprise/filed", json!(false), "enterprise_filed", "§二(二)"),
        (
            "/enterprise/filed_until",
            json!("2026-08-14"),
            "filing_valid",
            "§二(二)",
        ),
        ("/enterprise/suspended", json!(true), "not_suspended", "§三(一)"),
        ("/vin", json!("1HGCM82633A00435I"), "vin", "细则9"),
        ("/live_licence", json!(true), "no_live_licence", "细则9"),
        ("/owner_is_exporter", json!(false), "owner", "§四(一)"),
        ("/inspection/passed", json!(false), "inspection_passed", "§四(一)"),
        ("/inspection/body_listed", json!(false), "inspection_body", "§五(二)"),
        ("/lawful_source", json!(false), "lawful_source", "§四(一)"),
        ("/encumbered", json!(true), "not_encumbered", "§四(一)"),
        ("/customs_supervised", json!(true), "not_customs_supervised", "§四(一)"),
        ("/access_ok", json!(false), "destination_access", "§四(二)"),
        ("/exported", json!(true), "not_exported", "§四(一)"),
        ("/deregistered", json!(true), "not_deregistered", "§四(一)"),
    ];
    let mut facts = Vec::new();
    for (pointer, refuses, ..) in &conditions {
        for value in [refuses, &Value::Null] {
            let mut car = vehicle(pointer);
            *car.pointer_mut(pointer).expect(pointer) = value.clone();
            facts.push(car);
        }
    }
    let ran = check(&facts.into(), &["--json"]);
    assert_eq!(ran.code, 1);
    let lines = ran.lines();
    assert_eq!(lines.len(), 2 * conditions.len());
    for (pair, (pointer, _, rule, clause)) in lines.chunks(2).zip(conditions) {
        for (line, (overall, verdict)) in pair.iter().zip([("refused", "not_met"), ("to_verify", "to_verify")]) {
            assert_eq!(line["verdict"], overall, "{pointer}");
            let odd: Vec<&Value> = line["findings"]
                .as_array()
                .expect("findings")
                .iter()
                .filter(|finding| finding["verdict"] != "met")
                .collect();
            assert_eq!(odd.len(), 1, "{pointer}: one condition only: {odd:?}");
            assert_eq!(
                (&odd[0]["rule"], &odd[0]["clause"], &odd[0]["verdict"]),
                (&rule.into(), &clause.into(), &verdict.into()),
                "{pointer}"
            );
        }
        assert_eq!(
            pair[0]["valid_until"],
            Value::Null,
            "what is refused is not valid on any day"
        );
    }
}

#[test]
fn what_waits_is_found_too() {
    let mut car = vehicle("waits");
    car["lawful_source"] = Value::Null;
    let ran = check(&json!([vehicle("good"), car]), &["--json"]);
    assert_eq!(
        (ran.code, &ran.lines()[1]["verdict"]),
        (1, &"to_verify".into()),
        "to_verify alone ends with 1"
    );
}

#[test]
fn the_last_year_of_use_refuses_and_caps() {
    let taxi = |on: &str| {
        let mut car = vehicle(on);
        car["on"] = on.into();
        car["enterprise"]["filed_until"] = "2030-01-01".into();
        car["vehicle"]["use"] = "taxi".into();
        car
    };
    let ran = check(
        &json!([taxi("2026-11-01"), taxi("2027-02-28"), taxi("2027-03-01")]),
        &["--json"],
    );
    let lines = ran.lines();
    let shown: Vec<_> = lines
        .iter()
        .map(|l| (l["verdict"].clone(), l["valid_until"].clone()))
        .collect();
    assert_eq!(
        shown,
        [
            (json!("ok"), json!("2026-12-31")),
            (json!("ok"), json!("2027-02-28")),
            (json!("refused"), Value::Null)
        ],
        "registered 2020-03-01 as a taxi: refused from 2027-03-01 on"
    );
}

#[test]
fn a_wrong_check_digit_is_told_and_does_not_refuse() {
    let mut car = vehicle("imported");
    car["vin"] = "1HGCM82643A004352".into();
    let ran = check(&json!([car]), &["--json"]);
    assert_eq!((ran.code, &ran.one()["verdict"]), (0, &"ok".into()));
    assert!(ran.out.contains("第 9 位校验位应为“3”"), "{}", ran.out);
}

#[test]
fn a_contradiction_names_its_field_within_the_vehicle() {
    let mut car = vehicle("b");
    car["vehicle"]["registered"] = "2026-08-16".into();
    let faults = check(&json!([vehicle("a"), car]), &["--json"]).faults();
    assert_eq!(faults.len(), 1);
    assert_eq!((&faults[0]["row"], &faults[0]["id"]), (&2.into(), &"b".into()));
    assert_eq!(faults[0]["field"], "on");
}

#[test]
fn a_person_reads_it_in_either_language() {
    let mut car = vehicle("样例车");
    car["encumbered"] = true.into();
    let zh = check(&json!([car, vehicle("好车")]), &[]);
    assert!(zh.out.starts_with("样例车  不予签发  (wuhu-plan)\n"), "{}", zh.out);
    assert!(
        zh.out.contains("  不满足  车辆有抵押或被查封，产权不明晰 [§四(一)]"),
        "{}",
        zh.out
    );
    assert!(
        zh.out
            .contains("好车  可以签发  (wuhu-plan)  当日签发则有效至 2026-12-31"),
        "{}",
        zh.out
    );
    let en = check(&json!([car]), &["--lang", "en"]);
    assert!(
        en.out.contains("refused") && en.out.contains("the car is mortgaged or sealed"),
        "{}",
        en.out
    );
}

#[test]
fn the_makers_confirmation_is_asked_through_day_180_by_the_national_version() {
    let cases = [
        ("2026-07-04", json!(false), "refused"),
        ("2026-07-04", Value::Null, "to_verify"),
        ("2026-07-04", json!(true), "ok"),
        ("2026-07-05", json!(false), "ok"),
    ];
    let facts: Vec<Value> = cases
        .iter()
        .map(|(on, confirmation, _)| {
            let mut car = vehicle("样例车");
            car["vehicle"]["registered"] = json!("2026-01-05");
            car["on"] = json!(on);
            car["maker_confirmation"] = confirmation.clone();
            car
        })
        .collect();
    let files = Files::new();
    let path = files.json("cars.json", &json!(facts));
    let under = |policy: &str| desk(&["licence", "check", "--policy", policy, "--facts", &path, "--json"]);
    for (line, (on, _, verdict)) in under("national-2026").lines().iter().zip(&cases) {
        assert_eq!(line["verdict"], *verdict, "applied on {on}: {line}");
    }
    assert!(under("wuhu-plan").lines().iter().all(|line| line["verdict"] == "ok"));
}
