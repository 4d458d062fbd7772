//! Scores as exact decimals.

use crate::money::parse_fixed;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// Points of a score, in hundredths: `8.5` is `Points(850)`. On the wire and in files a decimal string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(pub i64);

/// The text is not a score with at most two decimals.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a score with at most two decimals: {0}")]
pub struct NotPoints(pub String);

impl Points {
    pub const fn whole(points: i64) -> Self {
        Self(points * 100)
    }

    /// Always two decimals, as published: `83.25`.
    pub fn published(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let abs = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", abs / 100, abs % 100)
    }
}

impl std::ops::Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Points>>(iter: I) -> Points {
        Points(iter.map(|p| p.0).sum())
    }
}

/// As short as it can be written: `5.5`, `6`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let full = self.published();
        f.write_str(full.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for Points {
    type Err = NotPoints;

    fn from_str(text: &str) -> Result<Self, NotPoints> {
        parse_fixed(text, 2)
            .map(Points)
            .ok_or_else(|| NotPoints(text.to_owned()))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^-?\d+(\.\d{1,2}0*)?$", "description": "points, a decimal string"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_short_in_sheets_and_long_when_published() {
        let half: Points = "5.5".parse().expect("a score");
        assert_eq!(
            (half.0, half.to_string(), half.published()),
            (550, "5.5".into(), "5.50".into())
        );
        assert_eq!(Points::whole(10).to_string(), "10");
        assert_eq!(Points::whole(0).to_string(), "0");
    }
}
