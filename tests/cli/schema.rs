//! The schemas the program prints are those it holds files to, and they say the same as the program does.

use crate::eligibility::applicant;
use crate::licence::vehicle;
use crate::outcome::simple;
use crate::run::{Files, desk};
use serde_json::{Value, json};

fn schema(args: &[&str]) -> Value {
    let ran = desk(args);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.out).expect("a schema is JSON")
}

fn holds(schema: &Value, document: &Value) -> bool {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .expect("a schema")
        .is_valid(document)
}

fn car() -> Value {
    json!({"id": "a", "class": "truck", "use": "hazardous", "registered": "2020-01-01", "manufactured": "2019-01-01",
           "changes": [{"on": "2021-01-01", "to_class": null, "to_use": "commercial"}], "on": "2026-01-01"})
}

/// A pointer, and what stands there after the change (`None`: nothing).
type Change = (&'static str, Option<Value>);

/// A command, a good document for it, and changes each of which spoils it.
fn cases() -> Vec<(Vec<&'static str>, Value, Vec<Change>)> {
    vec![
        (
            vec!["use-life"],
            json!([car()]),
            vec![
                ("/0/id", None),
                ("/0/class", Some(json!("lorry"))),
                ("/0/use", Some(Value::Null)),
                ("/0/registered", Some(json!("2020-13-01"))),
                ("/0/manufactured", Some(json!("last year"))),
                ("/0/changes", Some(json!({}))),
                ("/0/changes/0/on", None),
                ("/0/changes/0/to_use", Some(json!("taxis"))),
                ("/0/note", Some(json!("x"))),
            ],
        ),
        (
            vec!["eligibility"],
            json!([applicant("a")]),
            vec![
                ("/0/id", None),
                ("/0/violations", None),
                ("/0/city", Some(json!(340_200))),
                ("/0/registered_capital", Some(json!("1.234"))),
                ("/0/appraisers", Some(json!(-1))),
                ("/0/market_knowledge", Some(json!("yes"))),
            ],
        ),
        (
            vec!["licence", "check"],
            json!([vehicle("a")]),
            vec![
                ("/0/on", None),
                ("/0/vehicle/class", Some(json!("lorry"))),
                ("/0/inspection/passed", Some(json!(1))),
                ("/0/enterprise/filed_until", Some(json!("soon"))),
                ("/0/enterprise/name", Some(json!("x"))),
            ],
        ),
        (
            vec!["review", "outcome"],
            simple(&["80", "80", "80", "80", "80"]),
            vec![
                ("/rubric", None),
                ("/rubric/0/max", Some(json!(100))),
                ("/applications/0/id", None),
                ("/applications/0/paid_in_capital", Some(json!(8_000_000))),
                ("/sheets/0/scores", None),
                ("/sheets/0/scores/A1", Some(json!(80))),
                ("/sheets/0/scores/A1", Some(Value::Null)),
                ("/sheets/0/note", Some(json!("x"))),
                ("/chair_order", Some(json!("A-1"))),
            ],
        ),
    ]
}

fn spoil(document: &mut Value, pointer: &str, value: Option<Value>) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let members = document
        .pointer_mut(parent)
        .and_then(Value::as_object_mut)
        .expect("an object");
    match value {
        Some(value) => members.insert(name.to_owned(), value),
        None => members.remove(name),
    };
}

#[test]
fn a_schema_takes_the_good_file_and_refuses_every_spoilt_one_as_the_command_does() {
    let files = Files::new();
    for (command, good, changes) in cases() {
        let printed = schema(&[&command[..], &["--schema"]].concat());
        assert!(holds(&printed, &good), "{command:?}: {good}");
        let run = |document: &Value| {
            let path = files.json("facts.json", document);
            desk(&[&command[..], &["--facts", &path, "--json"]].concat())
        };
        assert_eq!(run(&good).code, 0, "{command:?}");
        for (pointer, value) in changes {
            let mut spoilt = good.clone();
            spoil(&mut spoilt, pointer, value.clone());
            assert!(
                !holds(&printed, &spoilt),
                "{command:?}: {pointer} as {value:?} must not fit"
            );
            let faults = run(&spoilt).faults();
            assert_eq!(faults.len(), 1, "{command:?}: {pointer}: {faults:?}");
            assert_eq!(faults[0]["pointer"], pointer, "{command:?}");
            assert!(faults[0]["rule"].as_str().expect("rule").starts_with("schema/"));
        }
    }
}

#[test]
fn the_draw_has_a_schema_for_each_of_its_files() {
    let pinned: Value = serde_json::from_str(include_str!("draw.json")).expect("JSON");
    let pool = schema(&["review", "draw", "--schema", "pool"]);
    let request = schema(&["review", "draw", "--schema", "request"]);
    assert_eq!(
        schema(&["review", "draw", "--schema"]),
        json!({"pool": pool, "request": request})
    );
    assert!(holds(&pool, &pinned["pool"]) && holds(&request, &pinned["request"]));
    assert!(!holds(&pool, &pinned["request"]) && !holds(&request, &pinned["pool"]));
    let mut wrong = pinned["request"].clone();
    wrong["seats"]["law"] = json!("1");
    assert!(!holds(&request, &wrong));
}
