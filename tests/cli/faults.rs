//! Wrong calls and broken files: exit 2, with the file, the row and the field, for a person and for a program.

use crate::eligibility::applicant;
use crate::outcome::simple;
use crate::run::{Files, desk, desk_reading};
use serde_json::{Value, json};

fn eligibility(content: impl AsRef<[u8]>) -> Vec<Value> {
    let files = Files::new();
    let path = files.write("facts.json", content);
    let ran = desk(&["eligibility", "--facts", &path, "--json"]);
    let faults = ran.faults();
    assert!(
        faults.iter().all(|f| f["file"] == path),
        "every fault names its file: {ran:?}"
    );
    faults
}

#[test]
fn files_that_are_no_json_are_told_with_line_and_column() {
    let good = json!([applicant("a")]).to_string();
    let gbk: Vec<u8> = [b"[{\n\"id\": \"".as_slice(), &[0xce, 0xdf, 0xba, 0xfe], b"\"}]"].concat();
    let utf16: Vec<u8> = "\u{feff}[]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (what, content, code, row, column) in [
        ("nothing", b"".to_vec(), "empty", None, None),
        ("blanks", b" \n\t".to_vec(), "empty", None, None),
        ("a byte order mark alone", b"\xef\xbb\xbf".to_vec(), "empty", None, None),
        ("plain text", "企业名单".into(), "not_json", Some(1), Some(1)),
        (
            "a comma too many",
            b"[\n{\"id\": \"a\",}\n]".to_vec(),
            "not_json",
            Some(2),
            Some(12),
        ),
        (
            "half a file",
            good.as_bytes()[..30].to_vec(),
            "not_json",
            Some(1),
            Some(30),
        ),
        (
            "two documents",
            [good.as_bytes(), b" []"].concat(),
            "not_json",
            Some(1),
            None,
        ),
        ("GBK", gbk, "not_utf8", Some(2), Some(8)),
        ("UTF-16", utf16, "not_utf8", None, None),
    ] {
        let faults = eligibility(content);
        assert_eq!(faults.len(), 1, "{what}");
        assert_eq!(faults[0]["code"], code, "{what}: {}", faults[0]);
        assert_eq!(faults[0]["row"].as_u64(), row, "{what}: {}", faults[0]);
        if column.is_some() {
            assert_eq!(faults[0]["column"].as_u64(), column, "{what}: {}", faults[0]);
        }
    }
}

#[test]
fn a_byte_order_mark_is_allowed() {
    let files = Files::new();
    let content = format!("\u{feff}{}", json!([applicant("a")]));
    let ran = desk(&["eligibility", "--facts", &files.write("f.json", content), "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn every_fault_of_shape_is_told_at_once() {
    let mut typed = applicant("typed");
    typed["legal_person"] = "yes".into();
    typed["paid_in_capital"] = 8_000_000.into();
    typed["net_assets"] = "1,000".into();
    typed["violations"]["police"] = 0.into();
    let mut unknown = applicant("unknown");
    unknown["capital"] = "1".into();
    unknown["violations"]
        .as_object_mut()
        .expect("object")
        .insert("tax".into(), false.into());
    let mut asked = applicant("asked");
    asked["sourcing_by"] = "nobody".into();
    let nameless = json!({"violations": {}});
    let faults = eligibility(json!([applicant("good"), typed, unknown, asked, nameless, 7]).to_string());
    let mut told: Vec<(u64, &str, &str, &str)> = faults
        .iter()
        .map(|f| {
            let text = |key: &str| f[key].as_str().unwrap_or("");
            (f["row"].as_u64().expect("row"), text("id"), text("field"), text("code"))
        })
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (2, "typed", "legal_person", "type"),
            (2, "typed", "net_assets", "pattern"),
            (2, "typed", "paid_in_capital", "type"),
            (2, "typed", "violations.police", "type"),
            (3, "unknown", "capital", "additionalProperties"),
            (3, "unknown", "violations.tax", "additionalProperties"),
            (4, "asked", "sourcing_by", "enum"),
            (5, "", "id", "required"),
            (6, "", "", "type"),
        ]
    );
    assert!(
        faults[0]["pointer"].as_str().expect("pointer").starts_with("/1/"),
        "a program gets the pointer too"
    );
}

#[test]
fn a_field_that_stands_twice_is_no_fact() {
    let text = json!([applicant("a")])
        .to_string()
        .replacen("\"sourcing\":", "\"sourcing\":false,\"sourcing\":", 1);
    let faults = eligibility(text);
    assert_eq!(
        (&faults[0]["code"], &faults[0]["field"]),
        (&"duplicate".into(), &"sourcing".into())
    );

    let files = Files::new();
    let sheets = simple(&["80", "80", "80", "80", "80"]).to_string();
    let twice = sheets.replacen("\"A1\":\"80\"", "\"A1\":\"80\",\"A1\":\"90\"", 1);
    let ran = desk(&["review", "outcome", "--facts", &files.write("m.json", twice), "--json"]);
    let fault = &ran.faults()[0];
    assert_eq!(
        (&fault["row"], &fault["field"], &fault["code"]),
        (&1.into(), &"scores.A1".into(), &"duplicate".into())
    );
}

#[test]
fn an_amount_beyond_all_amounts_names_its_row() {
    let mut facts = applicant("huge");
    facts["net_assets"] = "9".repeat(30).into();
    let faults = eligibility(json!([applicant("good"), facts]).to_string());
    assert_eq!(
        (faults.len(), &faults[0]["row"], &faults[0]["id"]),
        (1, &2.into(), &"huge".into())
    );
}

#[test]
fn scores_that_went_through_a_float_are_refused() {
    let files = Files::new();
    let mut facts = simple(&["80", "80", "80", "80", "80", "80"]);
    facts["sheets"][1]["scores"]["A1"] = json!(80.5);
    facts["sheets"][2]["scores"]["A1"] = Value::Null;
    facts["sheets"][3].as_object_mut().expect("sheet").remove("scores");
    facts["sheets"][4]["scores"]["A1"] = "80.125".into();
    facts["sheets"][5]["scores"]["A1"] = "".into();
    let ran = desk(&["review", "outcome", "--facts", &files.json("m.json", &facts), "--json"]);
    let faults = ran.faults();
    let mut told: Vec<_> = faults
        .iter()
        .map(|f| (f["row"].as_u64().expect("row"), f["code"].as_str().expect("code")))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (2, "type"),
            (3, "type"),
            (4, "required"),
            (5, "pattern"),
            (6, "pattern")
        ]
    );
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder() {
    let files = Files::new();
    for path in [files.path("none.json"), files.path(".")] {
        let ran = desk(&["use-life", "--facts", &path, "--json"]);
        assert_eq!(
            (&ran.faults()[0]["code"], &ran.one()["error"]["code"]),
            (&"unreadable".into(), &"unreadable".into())
        );
    }
}

#[test]
fn wrong_calls_are_told_in_both_languages() {
    for (args, code, field) in [
        (vec!["check"], "missing_argument", "KIND"),
        (vec!["check", "uscc"], "missing_argument", "VALUE"),
        (vec!["check", "passport", "1"], "invalid_value", "KIND"),
        (vec!["checks", "uscc", "1"], "unknown_command", "desk"),
        (vec!["use-life"], "missing_argument", "--facts"),
        (vec!["use-life", "--fact", "x"], "unknown_argument", "--fact"),
        (vec!["review", "draw", "--seed", "x"], "missing_argument", "--pool"),
        (
            vec!["review", "outcome", "--facts", "x", "--quota", "-1"],
            "unknown_argument",
            "-1",
        ),
        (vec!["calendar"], "missing_command", "desk"),
        (vec!["export", "template", "licences", "x"], "invalid_value", "KIND"),
        (vec![], "missing_command", "desk"),
    ] {
        let ran = desk(&[&args[..], &["--json"]].concat());
        let faults = ran.faults();
        assert_eq!(ran.one()["error"]["code"], "usage", "{args:?}");
        assert_eq!(faults[0]["code"], code, "{args:?}: {}", faults[0]);
        assert!(
            faults[0]["field"].as_str().expect("field").contains(field),
            "{args:?}: {}",
            faults[0]
        );
        let zh = desk(&args);
        assert_eq!((zh.code, zh.out.as_str()), (2, ""), "{args:?}");
        assert!(zh.err.starts_with("错误："), "{args:?}: {}", zh.err);
        let en = desk(&[&["--lang", "en"], &args[..]].concat());
        assert_eq!((en.code, en.out.as_str()), (2, ""), "{args:?}");
        assert!(
            en.err.starts_with("error: ") && en.err.is_ascii(),
            "{args:?}: {}",
            en.err
        );
    }
}

#[test]
fn facts_can_come_from_standard_input() {
    let args = ["eligibility", "--facts", "-", "--json"];
    let good = desk_reading(&args, json!([applicant("a")]).to_string().as_bytes());
    assert_eq!((good.code, &good.one()["verdict"]), (0, &"met".into()));
    assert_eq!(desk_reading(&args, b"[").faults()[0]["file"], "-");
}

#[test]
fn a_person_is_told_a_hundred_faults_and_a_program_all() {
    let files = Files::new();
    let path = files.json("f.json", &Value::Array(vec![json!(0); 150]));
    let person = desk(&["use-life", "--facts", &path]);
    assert_eq!(person.err.lines().count(), 101);
    assert!(
        person.err.ends_with("另有 50 处，用 --json 查看全部\n"),
        "{}",
        person.err
    );
    assert_eq!(
        desk(&["use-life", "--facts", &path, "--json"]).one()["error"]["faults"]
            .as_array()
            .map(Vec::len),
        Some(150)
    );
}
