//! What is wrong with the facts is told all at once, each fault at its place.

use super::tests::{facts, five, meeting, rules};
use super::*;
use crate::review::{Fault, FaultCode};
use serde_json::{Value, json};

fn told(value: Value) -> Vec<(String, FaultCode)> {
    let faults = outcome(&rules(), &facts(value)).expect_err("something is wrong");
    faults.into_iter().map(|f: Fault| (f.path, f.code)).collect()
}

#[test]
fn everything_wrong_with_the_facts_is_told_at_once() {
    let mut sheets = five("X", ["40", "15", "15"]);
    sheets.push(("X", "e1", ["40", "15", "15"]));
    sheets.push(("Y", "e1", ["40", "15", "15"]));
    let mut value = meeting(&[("X", None), ("X", None), (" ", None)], &sheets);
    value["rubric"][2]["max"] = json!("0");
    value["rubric"]
        .as_array_mut()
        .expect("a list")
        .push(json!({"item": "A1", "dimension": "A", "max": "5"}));
    value["sheets"][1]["scores"]["A1"] = json!(40);
    value["sheets"][2]["veto"] = json!("");
    value["chair_order"] = json!(["X", "Q", "X"]);
    let told = told(value);
    for fault in [
        ("/rubric/2/max", FaultCode::OutOfRange),
        ("/rubric/3/item", FaultCode::Duplicate),
        ("/applications/1/id", FaultCode::Duplicate),
        ("/applications/2/id", FaultCode::Blank),
        ("/chair_order/1", FaultCode::Unknown),
        ("/chair_order/2", FaultCode::Duplicate),
        ("/sheets/1/scores/A1", FaultCode::NotAScore),
        ("/sheets/2/veto", FaultCode::ReasonMissing),
        ("/sheets/5", FaultCode::Duplicate),
        ("/sheets/6/application", FaultCode::Unknown),
    ] {
        assert!(
            told.contains(&(fault.0.to_owned(), fault.1)),
            "{fault:?} is told among {told:?}"
        );
    }
}

#[test]
fn every_wrong_score_is_told_at_its_place() {
    let mut value = meeting(&[("X", None)], &five("X", ["40", "15", "15"]));
    value["sheets"][0]["scores"] = json!({"A1": "60.5", "B1": "15.25", "E1": null});
    value["sheets"][1]["scores"] = json!({"A1": "-0.5", "B1": "1.005", "F/1": "1"});
    let expected = [
        ("/sheets/0/scores/A1", FaultCode::OutOfRange),
        ("/sheets/0/scores/B1", FaultCode::OffStep),
        ("/sheets/0/scores/E1", FaultCode::Missing),
        ("/sheets/1/scores/A1", FaultCode::OutOfRange),
        ("/sheets/1/scores/B1", FaultCode::NotAScore),
        ("/sheets/1/scores/F~11", FaultCode::Unknown),
        ("/sheets/1/scores/E1", FaultCode::Missing),
    ];
    assert_eq!(told(value), expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn an_item_twice_in_the_file_is_seen() {
    let text = meeting(&[("X", None)], &five("X", ["40", "15", "15"])).to_string();
    let doubled = text.replacen(r#"{"A1":"40","#, r#"{"A1":"40","A1":"41","#, 1);
    assert_ne!(text, doubled, "the file was changed");
    let facts: OutcomeFacts = serde_json::from_str(&doubled).expect("the shape is right");
    let faults = outcome(&rules(), &facts).expect_err("an item twice");
    assert_eq!(
        (faults[0].path.as_str(), faults[0].code),
        ("/sheets/0/scores/A1", FaultCode::Duplicate)
    );
}

#[test]
fn a_sheet_without_the_field_scores_is_no_abstention() {
    let mut value = meeting(&[("X", None)], &five("X", ["40", "15", "15"]));
    value["sheets"][0].as_object_mut().expect("a sheet").remove("scores");
    let refused = serde_json::from_value::<OutcomeFacts>(value).expect_err("left out");
    assert!(refused.to_string().contains("scores"), "{refused}");
}

#[test]
fn the_schema_says_what_the_reader_wants() {
    let schema = serde_json::to_value(schemars::schema_for!(OutcomeFacts)).expect("a schema");
    assert_eq!(schema["additionalProperties"], json!(false));
    let sheet = &schema["$defs"]["SheetLine"];
    assert_eq!(sheet["required"], json!(["application", "expert", "scores"]));
    let scores = sheet["properties"]["scores"].to_string();
    assert!(scores.contains("null"), "an abstention is null: {scores}");
}
