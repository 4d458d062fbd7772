use super::parse::{Part, Pattern};
use super::{Filled, FilledBlock, Item, Kind, Schema, Value, Values, fill, load};

const SCHEMA: Schema = Schema {
    fields: &[("bureau", Kind::Text), ("received", Kind::Count)],
    lists: &[
        ("cc", &[("name", Kind::Text)]),
        ("items", &[("name", Kind::Text), ("score", Kind::Points)]),
    ],
};

fn template(body: &str) -> String {
    format!(
        r#"{{"id":"t","version":1,"letterhead":"{{bureau:text}}","title":["甲"],"signature":"乙","cc_label":"抄送：",
           "imprint":"丙","body":{body}}}"#
    )
}

fn filled(body: &str, values: &Values) -> Filled {
    let (template, _) = load(&template(body), &SCHEMA).expect("a good template");
    fill(&template, values)
}

#[test]
fn a_value_is_never_read_for_placeholders() {
    let values = Values {
        fields: Item::from([
            ("bureau", Value::text("{received:count}{{甲}}")),
            ("received", Value::count(3)),
        ]),
        ..Values::default()
    };
    let filled = filled(r#"[{"text":"{{{bureau:text}}}收到{received:count}件"}]"#, &values);
    assert_eq!(filled.letterhead, "{received:count}{{甲}}");
    let FilledBlock::Paragraph { text, .. } = &filled.body[0] else {
        panic!("a paragraph")
    };
    assert_eq!(
        text, "{{received:count}{{甲}}}收到3件",
        "braces of the template are literal when doubled"
    );
}

#[test]
fn blocks_are_repeated_and_left_out() {
    let item = |name: &str| Item::from([("name", Value::text(name)), ("score", Value::Points(None))]);
    let body = r#"[{"each":"items","text":"{name:text}{score:points}"},{"when":"cc","text":"有"},{"unless":"cc","text":"无"}]"#;
    let values = Values {
        lists: [("items", vec![item("甲"), item("乙")])].into(),
        ..Values::default()
    };
    let texts: Vec<String> = filled(body, &values)
        .body
        .into_iter()
        .map(|b| match b {
            FilledBlock::Paragraph { text, .. } => text,
            FilledBlock::Table(_) => panic!("no table here"),
        })
        .collect();
    assert_eq!(texts, ["甲—", "乙—", "无"]);
}

#[test]
fn a_wrong_template_does_not_load() {
    for (body, word) in [
        (r#"[{"text":"{nobody:text}"}]"#, "no field nobody"),
        (r#"[{"text":"{received:text}"}]"#, "received is Count"),
        (r#"[{"text":"{name:text}"}]"#, "no field name"),
        (r#"[{"each":"nothing","text":""}]"#, "no list nothing"),
        (r#"[{"when":"bureau","text":""}]"#, "no list bureau"),
        (r#"[{"text":"{bureau}"}]"#, "names no kind"),
        (r#"[{"text":"{bureau:colour}"}]"#, "no such kind"),
        (r#"[{"text":"{bureau:text"}]"#, "without }"),
        (r#"[{"text":"甲}"}]"#, "without {"),
        (r#"[{"colour":"red","text":""}]"#, "unknown field"),
        (r#"[{}]"#, "a text, or a table"),
        (
            r#"[{"each":"items","table":{"each":"items","columns":[{"head":"甲","text":"","width_dmm":1560}]}}]"#,
            "a text, or a table",
        ),
        (
            r#"[{"table":{"each":"items","columns":[{"head":"甲","text":"{score:points}","width_dmm":1559}]}}]"#,
            "1559",
        ),
    ] {
        let fault = load(&template(body), &SCHEMA).expect_err(body);
        assert!(fault.contains(word), "{body}: {fault}");
    }
}

#[test]
fn text_without_fields_is_text() {
    assert_eq!(
        Pattern::parse("甲{{乙}}").expect("text").0,
        [Part::Text("甲{乙}".to_owned())]
    );
    assert_eq!(Pattern::parse("").expect("text").0, []);
}

#[test]
fn values_are_written_as_the_office_writes_them() {
    use chrono::NaiveDate;
    use domain::{Fen, Points};
    let date = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a date");
    for (value, written) in [
        (Value::Date(date), "2026年1月5日"),
        (Value::Money(Some(Fen::yuan(10_000_000))), "1000"),
        (Value::Money(Some(Fen(123_456_789))), "123.456789"),
        (Value::Money(Some(Fen(-5_000_000))), "-5"),
        (Value::Money(None), "—"),
        (Value::Points(Some(Points(8325))), "83.25"),
        (Value::Points(Some(Points(8000))), "80.00"),
        (Value::Count(None), "—"),
    ] {
        assert_eq!(value.written(), written);
    }
}
