//! The placeholder syntax.

use super::schema::Kind;
use serde::{Deserialize, Deserializer, de};

/// A text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(pub Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Text(String),
    Field { name: String, kind: Kind },
}

impl Pattern {
    /// # Errors
    /// A brace without its partner, a placeholder without a kind, an unknown kind.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '{' | '}' if rest.peek() == Some(&c) => {
                    rest.next();
                    literal.push(c);
                }
                '}' => return Err(format!("a }} without {{ in {text:?}")),
                '{' => {
                    let mut inside = String::new();
                    loop {
                        match rest.next() {
                            Some('}') => break,
                            Some(c) => inside.push(c),
                            None => return Err(format!("a {{ without }} in {text:?}")),
                        }
                    }
                    if !literal.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut literal)));
                    }
                    let (name, kind) = inside
                        .split_once(':')
                        .ok_or_else(|| format!("{{{inside}}} names no kind"))?;
                    parts.push(Part::Field {
                        name: name.to_owned(),
                        kind: Kind::parse(kind).ok_or_else(|| format!("{{{inside}}}: no such kind"))?,
                    });
                }
                other => literal.push(other),
            }
        }
        if !literal.is_empty() {
            parts.push(Part::Text(literal));
        }
        Ok(Self(parts))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Pattern::parse(&String::deserialize(d)?).map_err(de::Error::custom)
    }
}
