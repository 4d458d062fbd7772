use super::{memo, recommendation};
use crate::samples;
use crate::template::{Item, Kind, Schema, Values};

fn kinds(item: &Item) -> Vec<(&'static str, Kind)> {
    item.iter().map(|(name, value)| (*name, value.kind())).collect()
}

fn sorted(fields: &[(&'static str, Kind)]) -> Vec<(&'static str, Kind)> {
    let mut fields = fields.to_vec();
    fields.sort_by_key(|(name, _)| *name);
    fields
}

/// A template is held against the schema; so the values must be what the schema says.
fn agree(schema: &Schema, values: &Values) {
    assert_eq!(kinds(&values.fields), sorted(schema.fields));
    let names: Vec<&str> = values.lists.keys().copied().collect();
    let mut listed: Vec<&str> = schema.lists.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(names, listed);
    for (name, fields) in schema.lists {
        for item in &values.lists[name] {
            assert_eq!(kinds(item), sorted(fields), "an entry of {name}");
        }
        assert!(!values.lists[name].is_empty(), "the sample shows {name}");
    }
}

#[test]
fn values_are_of_the_kinds_the_schema_promises() {
    agree(&memo::SCHEMA, &memo::values(&samples::memo(8)));
    agree(&recommendation::SCHEMA, &recommendation::values(&to_the_province()));
}

/// A recommendation that the province forwards to the Ministry.
fn to_the_province() -> crate::facts::RecommendationFacts {
    crate::facts::RecommendationFacts {
        addressee: "安徽省商务厅".to_owned(),
        forward: Some("商务部".to_owned()),
        ..samples::recommendation(3)
    }
}

#[test]
fn the_province_is_asked_to_forward_and_the_ministry_is_not() {
    let template = &recommendation::TEMPLATE.as_ref().expect("a template").0;
    let body = |facts: &crate::facts::RecommendationFacts| {
        format!(
            "{:?}",
            crate::template::fill(template, &recommendation::values(facts)).body
        )
    };
    assert!(body(&to_the_province()).contains("转报商务部备案"));
    assert!(!body(&samples::recommendation(3)).contains("转报商务部"));
}

#[test]
fn the_templates_load() {
    for loaded in [&*memo::TEMPLATE, &*recommendation::TEMPLATE] {
        let (template, used) = loaded.as_ref().expect("a template that loads");
        assert_eq!((template.id.as_str(), used.sha256.len()), (used.id.as_str(), 64));
    }
}

#[test]
fn every_verdict_of_a_memo_names_its_clause() {
    let facts = samples::memo(8);
    let values = memo::values(&facts);
    let filled = crate::template::fill(&memo::TEMPLATE.as_ref().expect("a template").0, &values);
    let text = format!("{:?}", filled.body);
    for outcome in &facts.outcomes {
        let from = text
            .find(&format!("{}。资格条件", outcome.name))
            .expect("a paragraph for each application");
        let paragraph: String = text[from..].chars().take(160).collect();
        assert!(
            paragraph.contains("（依据§二(一)1、§二(一)2、§二(一)3、§二(一)4）"),
            "{paragraph}"
        );
        assert!(paragraph.contains("（依据细则6）"), "{paragraph}");
    }
}
