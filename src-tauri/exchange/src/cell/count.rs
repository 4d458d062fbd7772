//! Whole numbers, and points of a score.

use super::text::{shown, text_of};
use super::{Bad, Note, Taken};
use crate::book::Value;
use calamine::DataRef;
use domain::{Points, Say};

/// More copies or pages than this is a slip of the hand.
const MOST: u32 = 99_999;

/// A whole number from 0; a counting word behind it (份, 页, 人 …) is dropped and told.
pub(crate) fn count(value: &Value<'_>) -> Result<Taken<u32>, Bad> {
    let (text, written) = match text_of(&value.data) {
        Some(text) => {
            let plain = half_width(text);
            let bare = plain.trim_end_matches(['份', '页', '人', '名', '张', '个']).to_owned();
            let cleaned = bare != text;
            (bare, cleaned)
        }
        None => match &value.data {
            DataRef::Int(_) | DataRef::Float(_) => (shown(&value.data), false),
            DataRef::Error(_) => return Err(Bad::error_value()),
            _ => return Err(not_a_count()),
        },
    };
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let n: u32 = text.parse().map_err(|_| not_a_count())?;
    if !digits || n > MOST {
        return Err(not_a_count());
    }
    Ok(Taken::noted(
        n,
        written.then(|| Note {
            code: "count_cleaned",
            taken: n.to_string(),
            message: Say::new(
                "量词或全角数字已清除",
                "a counting word or full-width digits were removed",
            ),
        }),
    ))
}

/// A score with at most two decimals. Its range and step are the caller's matter.
pub(crate) fn points(value: &Value<'_>) -> Result<Taken<Points>, Bad> {
    let text = match text_of(&value.data) {
        Some(text) => half_width(text),
        None => match &value.data {
            DataRef::Int(_) | DataRef::Float(_) => shown(&value.data),
            DataRef::Error(_) => return Err(Bad::error_value()),
            _ => return Err(not_points()),
        },
    };
    text.parse().map(Taken::as_is).map_err(|_| not_points())
}

fn half_width(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .filter_map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
            '．' => Some('.'),
            c => Some(c),
        })
        .collect()
}

fn not_a_count() -> Bad {
    Bad::new(
        "not_a_count",
        ("不是 0 至 99999 的整数", "not a whole number from 0 to 99999"),
        ("请填整数", "write a whole number"),
    )
}

fn not_points() -> Bad {
    Bad::new(
        "not_points",
        ("不是最多两位小数的得分", "not a score with at most two decimals"),
        (
            "请填数字，如 5.5；弃权时留空",
            "write a number such as 5.5; leave it empty when abstaining",
        ),
    )
}
