//! Money in its smallest unit. There is no float anywhere between the workbook's cell and the printed page.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// An amount of yuan, in fen (分). On the wire and in files: a decimal string of yuan, `"8000000.00"` or `"8000000"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fen(pub i64);

/// The text is not an amount of yuan with at most two decimals.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an amount of yuan with at most two decimals: {0}")]
pub struct NotMoney(pub String);

impl Fen {
    pub const fn yuan(yuan: i64) -> Self {
        Self(yuan * 100)
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// With thousands separators, for people: `8,000,000.00`.
    pub fn grouped(self) -> String {
        let (sign, yuan, fen) = self.parts();
        let digits = yuan.to_string();
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(',');
            }
            out.push(c);
        }
        format!("{sign}{out}.{fen:02}")
    }

    fn parts(self) -> (&'static str, u64, u64) {
        let abs = self.0.unsigned_abs();
        (if self.0 < 0 { "-" } else { "" }, abs / 100, abs % 100)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, yuan, fen) = self.parts();
        write!(f, "{sign}{yuan}.{fen:02}")
    }
}

impl FromStr for Fen {
    type Err = NotMoney;

    fn from_str(text: &str) -> Result<Self, NotMoney> {
        parse_fixed(text, 2).map(Fen).ok_or_else(|| NotMoney(text.to_owned()))
    }
}

/// A decimal text with at most `decimals` decimals, as an integer in units of 10^-decimals. `None` for anything else.
pub(crate) fn parse_fixed(text: &str, decimals: usize) -> Option<i64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let significant = fraction.trim_end_matches('0');
    if significant.len() > decimals {
        return None;
    }
    let text = format!("{whole}{significant:0<decimals$}");
    let value: i64 = text.parse().ok()?;
    Some(if negative { -value } else { value })
}

impl Serialize for Fen {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

impl schemars::JsonSchema for Fen {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Yuan".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": r"^-?\d+(\.\d{1,2}0*)?$", "description": "yuan, a decimal string"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_text_becomes_fen_and_back() {
        for (text, fen, shown) in [
            ("8000000", 800_000_000, "8000000.00"),
            ("0.1", 10, "0.10"),
            ("-3.05", -305, "-3.05"),
            ("1.500", 150, "1.50"),
        ] {
            let parsed: Fen = text.parse().expect(text);
            assert_eq!(parsed.0, fen, "{text} is {fen} fen");
            assert_eq!(parsed.to_string(), shown);
        }
    }

    #[test]
    fn what_is_not_money_is_refused() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1.234",
            "1,000",
            "１",
            "1e3",
            "9".repeat(20).as_str(),
            "--1",
            "+1",
        ] {
            assert!(text.parse::<Fen>().is_err(), "{text:?} is no amount");
        }
    }

    #[test]
    fn amounts_are_grouped_for_people() {
        assert_eq!(Fen::yuan(1_234_567).grouped(), "1,234,567.00");
        assert_eq!(Fen(-99_999).grouped(), "-999.99");
    }
}
