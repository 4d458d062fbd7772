//! A document held against its JSON Schema, told in the office's languages.

use super::doc::token;
use domain::Say;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// One fault of shape.
pub struct Misfit {
    pub pointer: String,
    /// The schema's keyword.
    pub keyword: String,
    pub message: Say,
    pub remedy: Say,
}

/// Every fault of shape, in the document's order of checking. `Err`: the schema itself does not hold together.
pub fn misfits(schema: &Value, document: &Value) -> Result<Vec<Misfit>, String> {
    let validator: Validator = jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .map_err(|error| error.to_string())?;
    let mut found = Vec::new();
    for error in validator.iter_errors(document) {
        tell(&error, &mut found);
    }
    Ok(found)
}

fn tell(error: &ValidationError<'_>, found: &mut Vec<Misfit>) {
    let at = error.instance_path().as_str();
    let instance: &Value = error.instance();
    let remedy = Say::new("请按 --schema 给出的格式更正", "Correct it as --schema says");
    let mut push = |pointer: String, message: Say| {
        found.push(Misfit {
            pointer,
            keyword: error.kind().keyword().to_owned(),
            message,
            remedy: remedy.clone(),
        });
    };
    match error.kind() {
        Kind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let say = Say::new(format!("没有名为“{name}”的字段"), format!("there is no field “{name}”"));
                push(format!("{at}/{}", token(name)), say);
            }
        }
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            push(
                format!("{at}/{}", token(name)),
                Say::new(format!("缺少字段“{name}”"), format!("the field “{name}” is missing")),
            );
        }
        Kind::Type { kind } => push(at.to_owned(), wrong_type(&types(kind), instance)),
        Kind::Enum { options } => push(at.to_owned(), one_of(&words(options), instance)),
        Kind::Constant { expected_value } => {
            push(at.to_owned(), one_of(std::slice::from_ref(expected_value), instance))
        }
        Kind::Format { format } if format == "date" => push(
            at.to_owned(),
            Say::new(
                format!("应为日期 YYYY-MM-DD，实为 {}", shown(instance)),
                format!("should be a date, YYYY-MM-DD, is {}", shown(instance)),
            ),
        ),
        // The only pattern of the facts is that of exact decimals.
        Kind::Pattern { .. } => push(
            at.to_owned(),
            Say::new(
                format!("应为最多两位小数的十进制数文本，如 \"8.5\"，实为 {}", shown(instance)),
                format!(
                    "should be a decimal with at most two decimals, as \"8.5\", is {}",
                    shown(instance)
                ),
            ),
        ),
        Kind::Minimum { limit } => push(
            at.to_owned(),
            Say::new(
                format!("不得小于 {limit}，实为 {}", shown(instance)),
                format!("must not be below {limit}, is {}", shown(instance)),
            ),
        ),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => branches(error, context, found),
        _ => push(at.to_owned(), Say::new(error.to_string(), error.to_string())),
    }
}

/// Of several shapes none fits. Where one of them is of the value's own type, its faults are the ones to tell; words
/// that were possible are told together.
fn branches(error: &ValidationError<'_>, context: &[Vec<ValidationError<'static>>], found: &mut Vec<Misfit>) {
    let at = error.instance_path();
    let mut words_allowed = Vec::new();
    let mut types_allowed = Vec::new();
    for fault in context.iter().flatten().filter(|fault| fault.instance_path() == at) {
        collect(fault, &mut words_allowed, &mut types_allowed);
    }
    let instance: &Value = error.instance();
    let misfit = |message| Misfit {
        pointer: at.as_str().to_owned(),
        keyword: if words_allowed.is_empty() { "type" } else { "enum" }.to_owned(),
        message,
        remedy: Say::new("请按 --schema 给出的格式更正", "Correct it as --schema says"),
    };
    if !words_allowed.is_empty() {
        found.push(misfit(one_of(&words_allowed, instance)));
        return;
    }
    let of_its_type = |branch: &&Vec<ValidationError<'static>>| {
        !branch
            .iter()
            .any(|fault| fault.instance_path() == at && matches!(fault.kind(), Kind::Type { .. }))
    };
    match context.iter().find(of_its_type) {
        Some(branch) => branch.iter().for_each(|fault| tell(fault, found)),
        None => found.push(misfit(wrong_type(&types_allowed, instance))),
    }
}

fn collect(fault: &ValidationError<'_>, words_allowed: &mut Vec<Value>, types_allowed: &mut Vec<String>) {
    match fault.kind() {
        Kind::Enum { options } => words_allowed.extend(words(options)),
        Kind::Constant { expected_value } => words_allowed.push(expected_value.clone()),
        Kind::Type { kind } => {
            for name in types(kind) {
                if !types_allowed.contains(&name) {
                    types_allowed.push(name);
                }
            }
        }
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            let here = fault.instance_path();
            for inner in context.iter().flatten().filter(|inner| inner.instance_path() == here) {
                collect(inner, words_allowed, types_allowed);
            }
        }
        _ => {}
    }
}

fn types(kind: &TypeKind) -> Vec<String> {
    match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(several) => {
            let mut names: Vec<String> = several.iter().map(|one| one.to_string()).collect();
            // What a value may be comes before that it may be unknown.
            names.sort_by_key(|name| name == "null");
            names
        }
    }
}

fn words(options: &Value) -> Vec<Value> {
    options.as_array().cloned().unwrap_or_default()
}

fn one_of(allowed: &[Value], instance: &Value) -> Say {
    let allowed: Vec<&str> = allowed.iter().map(|word| word.as_str().unwrap_or("null")).collect();
    Say::new(
        format!("应为 {} 之一，实为 {}", allowed.join("、"), shown(instance)),
        format!("should be one of {}, is {}", allowed.join(", "), shown(instance)),
    )
}

fn wrong_type(allowed: &[String], instance: &Value) -> Say {
    let zh: Vec<&str> = allowed
        .iter()
        .map(|name| match name.as_str() {
            "string" => "文本",
            "boolean" => "true 或 false",
            "integer" => "整数",
            "number" => "数",
            "array" => "列表",
            "object" => "对象",
            other => other,
        })
        .collect();
    let en: Vec<&str> = allowed
        .iter()
        .map(|name| match name.as_str() {
            "boolean" => "true or false",
            other => other,
        })
        .collect();
    Say::new(
        format!("应为 {}，实为 {}", zh.join(" 或 "), shown(instance)),
        format!("should be {}, is {}", en.join(" or "), shown(instance)),
    )
}

/// A value in a message: short.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 40 {
        return text;
    }
    format!("{}…", text.chars().take(40).collect::<String>())
}
