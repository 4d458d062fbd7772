//! 车辆识别代号 (GB 16735-2019, ISO 3779).

use super::checked::{Judged, Outcome, first_wrong, part};
use crate::Say;
use serde_json::Value;

super::newtype::identifier!(
    /// A vehicle identification number: 17 characters, no I, O, Q. Its check digit may be wrong, since some imported
    /// cars have none: ask [`Vin::check_digit_ok`].
    Vin, Vin, "17 of 0-9 A-H J-N P R-Z"
);

impl Vin {
    /// Does position 9 agree with the other sixteen?
    pub fn check_digit_ok(&self) -> bool {
        check_character(&self.0) == self.0.chars().nth(8)
    }
}

const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/// Codes of the model year from 1980 on; after thirty years they begin anew.
const YEAR_CODES: &str = "ABCDEFGHJKLMNPRSTVWXY123456789";

pub(super) fn judge(text: &str) -> Judged {
    if text.chars().count() != 17 {
        return Judged::wrong_length(text, ("17", "17"));
    }
    let hint = Say::new(
        "只用数字和除 I、O、Q 外的大写字母，请核对是否为 1、0",
        "only digits and capitals other than I, O, Q; is it a 1 or a 0?",
    );
    if let Some(wrong) = first_wrong(text, |_, c| value(c).is_some(), hint) {
        return wrong;
    }
    let expected = check_character(text).unwrap_or('0');
    let found = text.chars().nth(8).unwrap_or('0');
    let good = Judged::good([
        ("manufacturer", part(text, 0..3)),
        ("description", part(text, 3..8)),
        ("check_digit", part(text, 8..9)),
        ("expected_check_digit", Value::from(expected.to_string())),
        ("model_year", Value::from(model_years(text))),
        ("plant", part(text, 10..11)),
        ("serial", part(text, 11..17)),
    ]);
    if found == expected {
        return good;
    }
    Judged {
        outcome: Outcome::Warning,
        code: "wrong_check_digit",
        message: Say::new(
            format!("第 9 位校验位应为“{expected}”，实为“{found}”：部分进口车无校验位，请对照行驶证和车身核对"),
            format!(
                "the check digit (position 9) should be {expected}, is {found}: some imported cars have none; \
                 compare the vehicle licence and the car"
            ),
        ),
        ..good
    }
}

/// The years the tenth character may stand for, within 1980–2039; none for a character that is no year code.
fn model_years(text: &str) -> Vec<usize> {
    let code = text.chars().nth(9).and_then(|c| YEAR_CODES.find(c));
    code.map_or_else(Vec::new, |n| vec![1980 + n, 2010 + n])
}

/// A character's value; `None` for I, O, Q and everything that is no capital or digit.
fn value(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        'A' | 'J' => 1,
        'B' | 'K' | 'S' => 2,
        'C' | 'L' | 'T' => 3,
        'D' | 'M' | 'U' => 4,
        'E' | 'N' | 'V' => 5,
        'F' | 'W' => 6,
        'G' | 'P' | 'X' => 7,
        'H' | 'Y' => 8,
        'R' | 'Z' => 9,
        _ => return None,
    })
}

/// Σ value × weight mod 11; ten is X.
fn check_character(vin: &str) -> Option<char> {
    let sum: u32 = vin
        .chars()
        .zip(WEIGHTS)
        .map(|(c, weight)| value(c).unwrap_or_default() * weight)
        .sum();
    match sum % 11 {
        10 => Some('X'),
        n => char::from_digit(n, 10),
    }
}
