//! 商品编号: the ten digits of a declaration's goods.

use super::checked::{Judged, first_wrong, part};
use crate::Say;

super::newtype::identifier!(
    /// An HS code of ten digits, as licences and declarations use it.
    HsCode, Hs, "10 digits"
);

pub(super) fn judge(text: &str) -> Judged {
    if let Some(wrong) = first_wrong(text, |_, c| c.is_ascii_digit(), Say::new("只用数字", "digits only")) {
        return wrong;
    }
    if text.len() != 10 {
        return Judged::wrong_length(text, ("10", "10"));
    }
    Judged::good([
        ("chapter", part(text, 0..2)),
        ("heading", part(text, 0..4)),
        ("subheading", part(text, 0..6)),
    ])
}
