//! 公民身份号码 (GB 11643-1999).

use super::checked::{Judged, first_wrong, part};
use crate::Say;
use chrono::NaiveDate;
use serde_json::Value;

super::newtype::identifier!(
    /// A resident identity number of 18 characters with a real date of birth and a right check character.
    ResidentId, ResidentId, "17 digits and a digit or X"
);

pub(super) fn judge(text: &str) -> Judged {
    if text.chars().count() != 18 {
        return Judged::wrong_length(text, ("18", "18"));
    }
    let hint = Say::new("前 17 位为数字，末位为数字或 X", "17 digits, then a digit or X");
    let allowed = |i: usize, c: char| c.is_ascii_digit() || (i == 17 && c == 'X');
    if let Some(wrong) = first_wrong(text, allowed, hint) {
        return wrong;
    }
    let birth = text.get(6..14).unwrap_or_default();
    let Some(born) = date(birth) else {
        return Judged::error(
            "wrong_date",
            Say::new(
                format!("第 7 至 14 位“{birth}”不是日期"),
                format!("characters 7 to 14, {birth}, are no date"),
            ),
        );
    };
    let (body, found) = text.split_at(17);
    let expected = check_character(body);
    if !found.starts_with(expected) {
        return Judged::error(
            "wrong_check_digit",
            Say::new(
                format!("校验码应为“{expected}”，实为“{found}”，至少有一位写错"),
                format!("the check character should be {expected}, is {found}: at least one character is wrong"),
            ),
        );
    }
    Judged::good([
        ("region", part(text, 0..6)),
        ("birth_date", Value::from(born.to_string())),
        ("sequence", part(text, 14..17)),
        ("check_digit", part(text, 17..18)),
    ])
}

fn date(digits: &str) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(number(0..4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(4..6)?, number(6..8)?)
}

/// (12 − Σ digit × 2^(17−i) mod 11) mod 11; ten is X.
fn check_character(body: &str) -> char {
    let mut weight = 2;
    let mut sum = 0;
    for c in body.chars().rev() {
        sum += c.to_digit(10).unwrap_or_default() * weight;
        weight = weight * 2 % 11;
    }
    match (12 - sum % 11) % 11 {
        10 => 'X',
        n => char::from_digit(n, 10).unwrap_or('0'),
    }
}
