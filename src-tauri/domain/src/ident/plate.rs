//! 机动车号牌号码 (GA 36-2018): 7 characters, 8 for new energy.

use super::checked::{Judged, first_wrong};
use crate::Say;
use serde_json::Value;

super::newtype::identifier!(
    /// A plate number with its province's character.
    Plate, Plate, "province, letter, 5 or 6 of 0-9 A-H J-N P-Z (or a closing 挂 学 警 港 澳 试 超 领)"
);

const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
/// What may close a plate of seven: trailer, driving school, police, Hong Kong, Macao, trial, oversize, consular.
const CLOSINGS: &str = "挂学警港澳试超领";

pub(super) fn judge(text: &str) -> Judged {
    let length = text.chars().count();
    if length != 7 && length != 8 {
        return Judged::wrong_length(text, ("7 或 8", "7 or 8"));
    }
    let hint = Say::new(
        "首位为省份简称，第 2 位为字母，其余为数字或字母（不用 I、O），7 位号牌末位可为挂、学、警等",
        "first the province's character, then a letter, then digits or letters (no I, O); seven may close with 挂, 学, 警 …",
    );
    let allowed = |i: usize, c: char| match i {
        0 => PROVINCES.contains(c),
        1 => c.is_ascii_uppercase() && plain(c),
        6 if length == 7 => plain(c) || CLOSINGS.contains(c),
        _ => plain(c),
    };
    if let Some(wrong) = first_wrong(text, allowed, hint) {
        return wrong;
    }
    let chars: Vec<char> = text.chars().collect();
    let class = if length == 8 { "new_energy" } else { "ordinary" };
    Judged::good([
        ("region", Value::from(chars.iter().take(2).collect::<String>())),
        ("serial", Value::from(chars.iter().skip(2).collect::<String>())),
        ("plate_class", Value::from(class)),
    ])
}

fn plain(c: char) -> bool {
    c.is_ascii_digit() || (c.is_ascii_uppercase() && c != 'I' && c != 'O')
}
