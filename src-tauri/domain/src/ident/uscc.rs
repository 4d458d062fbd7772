//! 统一社会信用代码 (GB 32100-2015).

use super::checked::{Judged, first_wrong, part};
use crate::Say;

super::newtype::identifier!(
    /// A unified social credit code with a right check character.
    Uscc, Uscc, "18 of 0-9 A-H J-N P-R T U W X Y"
);

/// The standard's 31 characters, in the order of their values: no I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

pub(super) fn judge(text: &str) -> Judged {
    if text.chars().count() != 18 {
        return Judged::wrong_length(text, ("18", "18"));
    }
    let hint = Say::new(
        "只用数字和除 I、O、S、V、Z 外的大写字母",
        "only digits and capitals other than I, O, S, V, Z",
    );
    if let Some(wrong) = first_wrong(text, |_, c| ALPHABET.contains(c), hint) {
        return wrong;
    }
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
        ("registrar", part(text, 0..1)),
        ("category", part(text, 1..2)),
        ("region", part(text, 2..8)),
        ("organisation_code", part(text, 8..17)),
        ("check_digit", part(text, 17..18)),
    ])
}

/// (31 − Σ value × 3^i mod 31) mod 31, as a character.
fn check_character(body: &str) -> char {
    let mut weight = 1;
    let mut sum = 0;
    for c in body.chars() {
        sum += ALPHABET.find(c).unwrap_or_default() * weight;
        weight = weight * 3 % 31;
    }
    let value = (31 - sum % 31) % 31;
    ALPHABET.chars().nth(value).unwrap_or('0')
}
