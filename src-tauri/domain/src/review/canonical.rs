//! Canonical JSON (RFC 8785), for the shapes that are hashed here: no fractions, so no number formatting beyond integers.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A value with exactly one canonical form. Integers are 32-bit, so they lie within what RFC 8785 can represent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Canon {
    Null,
    Bool(bool),
    Int(i32),
    Text(String),
    List(Vec<Canon>),
    /// Members in any order; they are written in order of their names.
    Map(Vec<(String, Canon)>),
}

impl Canon {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> Self {
        Self::List(texts.into_iter().map(|t| Self::text(t)).collect())
    }

    pub fn optional(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    pub fn map<const N: usize>(members: [(&str, Canon); N]) -> Self {
        Self::Map(
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }

    /// The canonical text.
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// SHA-256 of the canonical text in UTF-8, as lower-case hex.
    pub fn sha256(&self) -> String {
        sha256_hex(self.json().as_bytes())
    }

    fn write(&self, out: &mut String) {
        match self {
            Canon::Null => out.push_str("null"),
            Canon::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
            Canon::Int(n) => out.push_str(&n.to_string()),
            Canon::Text(text) => write_text(text, out),
            Canon::List(members) => {
                out.push('[');
                for (i, member) in members.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    member.write(out);
                }
                out.push(']');
            }
            Canon::Map(members) => {
                let mut sorted: Vec<&(String, Canon)> = members.iter().collect();
                // By UTF-16 code units (RFC 8785 §3.2.3), which differs from UTF-8 order beyond the basic plane.
                sorted.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
                out.push('{');
                for (i, (name, value)) in sorted.into_iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    write_text(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// RFC 8785 §3.2.2.2: escapes only where JSON demands them, the short ones where they exist.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn canon(value: &Value) -> Canon {
        match value {
            Value::Null => Canon::Null,
            Value::Bool(b) => Canon::Bool(*b),
            Value::Number(n) => Canon::Int(i32::try_from(n.as_i64().expect("an integer")).expect("32 bits")),
            Value::String(text) => Canon::text(text),
            Value::Array(members) => Canon::List(members.iter().map(canon).collect()),
            Value::Object(members) => Canon::Map(members.iter().map(|(k, v)| (k.clone(), canon(v))).collect()),
        }
    }

    #[test]
    fn names_are_sorted_as_the_standard_s_own_example_says() {
        // RFC 8785 §3.2.3: the sorting example, values left out.
        let names = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"];
        let map = Canon::Map(names.iter().map(|n| ((*n).to_owned(), Canon::Null)).collect());
        let expected = "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"\u{f6}\":null,\"\u{20ac}\":null,\"\u{1f600}\":null,\"\u{fb33}\":null}";
        assert_eq!(
            map.json(),
            expected,
            "the emoji stands before U+FB33: surrogates sort by code unit"
        );
    }

    #[test]
    fn texts_are_escaped_only_where_they_must_be() {
        let text = Canon::text("\u{20ac}$\u{f}\nA'B\"\\\\\"/\u{7f}喆");
        assert_eq!(text.json(), "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7f}喆\"");
        assert_eq!(
            canon(&json!({"b": [1, -2, null], "a": true})).json(),
            r#"{"a":true,"b":[1,-2,null]}"#
        );
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_itself(text in any::<String>(), name in any::<String>()) {
            let json = Canon::Map(vec![(name.clone(), Canon::text(&text))]).json();
            let read: Value = serde_json::from_str(&json).expect("canonical JSON is JSON");
            prop_assert_eq!(read, json!({ name: text }));
        }
    }
}
