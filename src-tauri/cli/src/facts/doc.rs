//! JSON as it stands in the file. A member that stands there twice is told: JSON parsers keep one of the two silently.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// A document and the pointers of members that stand in it twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Doc {
    pub value: Value,
    pub twice: Vec<String>,
}

/// # Errors
/// The text is no JSON, or more than one document.
pub fn parse(text: &str) -> Result<Doc, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut walk = Walk::default();
    let value = Node(&mut walk).deserialize(&mut reader)?;
    reader.end()?;
    Ok(Doc {
        value,
        twice: walk.twice,
    })
}

/// A name as a token of a JSON Pointer.
pub fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[derive(Default)]
struct Walk {
    path: String,
    twice: Vec<String>,
}

impl Walk {
    fn inside<T>(&mut self, token: &str, visit: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.path.len();
        self.path.push('/');
        self.path.push_str(token);
        let answer = visit(self);
        self.path.truncate(outside);
        answer
    }
}

struct Node<'w>(&'w mut Walk);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let at = items.len().to_string();
            match self.0.inside(&at, |walk| seq.next_element_seed(Node(walk)))? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = self.0.inside(&token(&name), |walk| {
                if members.contains_key(&name) {
                    walk.twice.push(walk.path.clone());
                }
                map.next_value_seed(Node(walk))
            })?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_as_any_parser_reads_it() {
        let text = r#"{"a":[1,-2,3.5,null,true,{"b":"é\u4e2d"}],"c":{},"d":[]}"#;
        let plain: Value = serde_json::from_str(text).expect("JSON");
        let doc = parse(text).expect("JSON");
        assert_eq!((doc.value, doc.twice), (plain, vec![]));
    }

    #[test]
    fn a_member_that_stands_twice_is_told_with_its_place() {
        let doc = parse(r#"[{"x":1},{"x":{"a/b":1,"a/b":2},"x":3}]"#).expect("JSON");
        assert_eq!(
            doc.twice,
            ["/1/x/a~1b", "/1/x"],
            "inner and outer, escaped as RFC 6901 says"
        );
    }

    #[test]
    fn what_is_no_single_document_is_refused() {
        for text in ["", "[1] 2", "{", "{'a':1}", "[1,]", "nul", &"[".repeat(100_000)] {
            assert!(parse(text).is_err(), "{} is no JSON", &text[..text.len().min(10)]);
        }
    }
}
