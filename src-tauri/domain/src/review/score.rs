use crate::Points;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{borrow::Cow, fmt};

/// A score as a sheet states it: points, or a text that is none, kept so that it can be told beside all other faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Score {
    Points(Points),
    /// The text found instead; empty for a blank or `null`.
    Text(String),
}

impl Score {
    /// Reads a text; what is no score with at most two decimals stays text.
    pub fn read(text: &str) -> Self {
        text.parse()
            .map_or_else(|_| Score::Text(text.to_owned()), Score::Points)
    }

    pub fn points(&self) -> Option<Points> {
        match self {
            Score::Points(points) => Some(*points),
            Score::Text(_) => None,
        }
    }

    pub fn is_blank(&self) -> bool {
        matches!(self, Score::Text(text) if text.trim().is_empty())
    }
}

impl From<Points> for Score {
    fn from(points: Points) -> Self {
        Score::Points(points)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Score::Points(points) => points.fmt(f),
            Score::Text(text) => f.write_str(text),
        }
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Score;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a score as a decimal string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Score, E> {
                Ok(Score::read(text))
            }

            // A bare number is told as a fault of its own: it has been through a float on its way.
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Score, E> {
                Ok(Score::Text(number.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Score, E> {
                Ok(Score::Text(number.to_string()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Score, E> {
                Ok(Score::Text(number.to_string()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Score, E> {
                Ok(Score::Text(String::new()))
            }
        }

        d.deserialize_any(Text)
    }
}

impl JsonSchema for Score {
    fn schema_name() -> Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Points::json_schema(generator)
    }
}
