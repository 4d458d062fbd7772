//! 报关单号: 18 digits.

use super::checked::{Judged, first_wrong, part};
use crate::Say;

super::newtype::identifier!(
    /// The number of a customs declaration: 18 digits, no check digit.
    Declaration, Declaration, "18 digits"
);

pub(super) fn judge(text: &str) -> Judged {
    if let Some(wrong) = first_wrong(text, |_, c| c.is_ascii_digit(), digits_only()) {
        return wrong;
    }
    if text.len() != 18 {
        return Judged::wrong_length(text, ("18", "18"));
    }
    Judged::good([
        ("customs", part(text, 0..4)),
        ("year", part(text, 4..8)),
        ("direction", part(text, 8..9)),
        ("serial", part(text, 9..18)),
    ])
}

/// A workbook that took the number for an amount leaves `4.22E+17`: say so.
fn digits_only() -> Say {
    Say::new(
        "只用数字；若为“E+17”字样，说明表格已把号码改成数值，请按文本重新录入",
        "digits only; “E+17” means that a workbook turned the number into an amount: enter it again as text",
    )
}
