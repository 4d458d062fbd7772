//! The answer of a check.

use crate::{Clause, Say, clause::law};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, fmt, str::FromStr};

/// What a value claims to be. In words: `uscc`, `vin`, `declaration`, `resident-id`, `plate`, `hs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 统一社会信用代码
    Uscc,
    /// 车辆识别代号
    Vin,
    /// 报关单号
    Declaration,
    /// 公民身份号码
    ResidentId,
    /// 机动车号牌号码
    Plate,
    /// 商品编号
    Hs,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Uscc,
        Self::Vin,
        Self::Declaration,
        Self::ResidentId,
        Self::Plate,
        Self::Hs,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Uscc => "uscc",
            Self::Vin => "vin",
            Self::Declaration => "declaration",
            Self::ResidentId => "resident-id",
            Self::Plate => "plate",
            Self::Hs => "hs",
        }
    }

    /// Its name in both languages.
    pub fn say(self) -> Say {
        let (zh, en) = match self {
            Self::Uscc => ("统一社会信用代码", "unified social credit code"),
            Self::Vin => ("车辆识别代号", "vehicle identification number"),
            Self::Declaration => ("报关单号", "customs declaration number"),
            Self::ResidentId => ("公民身份号码", "resident identity number"),
            Self::Plate => ("号牌号码", "plate number"),
            Self::Hs => ("商品编号", "HS code"),
        };
        Say::new(zh, en)
    }

    pub fn clause(self) -> Clause {
        match self {
            Self::Uscc => law::USCC,
            Self::Vin => law::VIN,
            Self::Declaration | Self::Hs => law::DECLARATION,
            Self::ResidentId => law::RESIDENT_ID,
            Self::Plate => law::PLATE,
        }
        .into()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No kind of identifier has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no kind of identifier: {0} (uscc, vin, declaration, resident-id, plate, hs)")]
pub struct NoKind(pub String);

impl FromStr for Kind {
    type Err = NoKind;

    fn from_str(text: &str) -> Result<Self, NoKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| NoKind(text.to_owned()))
    }
}

/// A warning does not stop a value: it asks for a look at the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Ok,
    Warning,
    Error,
}

/// All about one value that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    pub kind: Kind,
    pub input: String,
    /// The value as it is judged and stored.
    pub normalised: String,
    pub verdict: Outcome,
    /// `ok`, `empty`, `wrong_length`, `wrong_character`, `wrong_date` or `wrong_check_digit`.
    pub code: &'static str,
    pub message: Say,
    pub clause: Clause,
    /// What normalising changed.
    pub cleaned: Vec<Say>,
    /// What a well-formed value says besides, e.g. `region`, `organisation_code`, `model_year`, `serial`.
    #[serde(flatten)]
    pub parts: BTreeMap<&'static str, Value>,
}

/// What a kind's own rules say of a normalised value.
pub(super) struct Judged {
    pub outcome: Outcome,
    pub code: &'static str,
    pub message: Say,
    pub parts: BTreeMap<&'static str, Value>,
}

impl Judged {
    pub fn good(parts: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Self {
            outcome: Outcome::Ok,
            code: "ok",
            message: Say::new("格式与校验均符合", "well formed"),
            parts: parts.into_iter().collect(),
        }
    }

    pub fn error(code: &'static str, message: Say) -> Self {
        Self {
            outcome: Outcome::Error,
            code,
            message,
            parts: BTreeMap::new(),
        }
    }

    /// `want` in words, e.g. `18` or `7 或 8`.
    pub fn wrong_length(text: &str, want: (&str, &str)) -> Self {
        match text.chars().count() {
            0 => Self::error("empty", Say::new("未填写", "nothing was entered")),
            n => Self::error(
                "wrong_length",
                Say::new(
                    format!("应为 {} 位，实为 {n} 位", want.0),
                    format!("should have {} characters, has {n}", want.1),
                ),
            ),
        }
    }

    /// `position` counts from 1; `hint` says which characters stand there.
    pub fn wrong_character(position: usize, found: char, hint: Say) -> Self {
        Self::error(
            "wrong_character",
            Say::new(
                format!("第 {position} 位“{found}”不符：{}", hint.zh),
                format!("character {position}, “{found}”, is wrong: {}", hint.en),
            ),
        )
    }
}

/// The first character of `text` that `allowed` (given its position from 0) does not allow, told as an error.
pub(super) fn first_wrong(text: &str, allowed: impl Fn(usize, char) -> bool, hint: Say) -> Option<Judged> {
    let (at, found) = text.chars().enumerate().find(|(i, c)| !allowed(*i, *c))?;
    Some(Judged::wrong_character(at + 1, found, hint))
}

/// A slice of a text that is known to be ASCII and long enough, as a JSON string.
pub(super) fn part(text: &str, range: std::ops::Range<usize>) -> Value {
    Value::from(text.get(range).unwrap_or_default())
}
