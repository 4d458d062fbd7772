//! Amounts of yuan, exactly: a number is read through its decimal text, never through arithmetic on floats.

use super::text::{shown, text_of};
use super::{Bad, Note, Taken};
use crate::book::Value;
use calamine::DataRef;
use domain::{Fen, Say};

/// An amount in yuan with at most two decimals. The sign is the caller's matter.
pub(crate) fn money(value: &Value<'_>) -> Result<Taken<Fen>, Bad> {
    if let Some(text) = text_of(&value.data) {
        return from_text(text);
    }
    match &value.data {
        DataRef::Int(_) | DataRef::Float(_) => shown(&value.data).parse().map(Taken::as_is).map_err(|_| too_fine()),
        DataRef::Error(_) => Err(Bad::error_value()),
        _ => Err(not_money()),
    }
}

fn from_text(text: &str) -> Result<Taken<Fen>, Bad> {
    if let Ok(fen) = text.parse() {
        return Ok(Taken::as_is(fen));
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '０'..='９' => plain.extend(char::from_u32(u32::from(c) - 0xFEE0)),
            '．' => plain.push('.'),
            '－' | '−' => plain.push('-'),
            // Separators of thousands, full-width too, and blanks of every width.
            ',' | '，' | '\'' | '\u{feff}' | '\u{200b}' => {}
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    if plain.contains(['万', '萬', '亿', '億', '千', '百']) {
        return Err(in_ten_thousands());
    }
    let bare = plain
        .trim_start_matches("人民币")
        .trim_start_matches(['¥', '￥'])
        .trim_start_matches("RMB")
        .trim_start_matches("CNY")
        .trim_end_matches("人民币")
        .trim_end_matches('元');
    let fen: Fen = bare.parse().map_err(|_| {
        let is_number = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        if is_number { too_fine() } else { not_money() }
    })?;
    Ok(Taken::noted(
        fen,
        Some(Note {
            code: "amount_cleaned",
            taken: fen.to_string(),
            message: Say::new(
                "分隔符、单位或全角数字已清除",
                "separators, the unit or full-width digits were removed",
            ),
        }),
    ))
}

fn too_fine() -> Bad {
    Bad::new(
        "amount_out_of_form",
        (
            "金额过大或小数超过两位",
            "the amount is too large or has more than two decimals",
        ),
        (
            "请以元为单位填写，最多两位小数",
            "give the amount in yuan with at most two decimals",
        ),
    )
}

fn not_money() -> Bad {
    Bad::new(
        "not_an_amount",
        ("不是金额", "not an amount"),
        (
            "请直接填写数字，以元为单位，如 8000000",
            "type a number in yuan, e.g. 8000000",
        ),
    )
}

fn in_ten_thousands() -> Bad {
    Bad::new(
        "amount_in_ten_thousands",
        (
            "金额以万元或亿元填写，程序不代为换算",
            "the amount is in units of ten thousand or a hundred million; the program does not convert it",
        ),
        (
            "请换算成元填写：800 万元填 8000000",
            "give it in yuan: 8,000,000 rather than 800 ten-thousands",
        ),
    )
}
