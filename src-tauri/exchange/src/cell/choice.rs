//! Cells chosen from a short list.

use super::text::text_of;
use super::{Bad, Taken};
use crate::book::Value;
use calamine::DataRef;
use domain::eligibility::Bearer;

/// 是 / 否 / 待核: `None` where the fact is not known.
pub(crate) fn three_valued(value: &Value<'_>) -> Result<Taken<Option<bool>>, Bad> {
    match word(value)? {
        Word::Yes => Ok(Taken::as_is(Some(true))),
        Word::No => Ok(Taken::as_is(Some(false))),
        Word::Unknown => Ok(Taken::as_is(None)),
        Word::Other => Err(not_in_list(
            "请填 是、否 或 待核",
            "write 是 (yes), 否 (no) or 待核 (to verify)",
        )),
    }
}

/// 是 / 否.
pub(crate) fn yes_no(value: &Value<'_>) -> Result<Taken<bool>, Bad> {
    match word(value)? {
        Word::Yes => Ok(Taken::as_is(true)),
        Word::No => Ok(Taken::as_is(false)),
        Word::Unknown | Word::Other => Err(not_in_list("请填 是 或 否", "write 是 (yes) or 否 (no)")),
    }
}

/// 企业 / 投资方 / 待核.
pub(crate) fn bearer(value: &Value<'_>) -> Result<Taken<Option<Bearer>>, Bad> {
    match text_of(&value.data).map(str::trim) {
        Some("企业" | "本企业" | "enterprise") => Ok(Taken::as_is(Some(Bearer::Enterprise))),
        Some("投资方" | "企业投资方" | "investor") => Ok(Taken::as_is(Some(Bearer::Investor))),
        Some("待核") => Ok(Taken::as_is(None)),
        _ => Err(not_in_list(
            "请填 企业、投资方 或 待核",
            "write 企业 (enterprise), 投资方 (investor) or 待核 (to verify)",
        )),
    }
}

enum Word {
    Yes,
    No,
    Unknown,
    Other,
}

fn word(value: &Value<'_>) -> Result<Word, Bad> {
    Ok(match &value.data {
        DataRef::Bool(true) => Word::Yes,
        DataRef::Bool(false) => Word::No,
        DataRef::Error(_) => return Err(Bad::error_value()),
        data => match text_of(data).map(str::trim) {
            Some("是" | "有" | "√" | "Y" | "y" | "yes" | "YES") => Word::Yes,
            Some("否" | "无" | "×" | "N" | "n" | "no" | "NO") => Word::No,
            Some("待核" | "待查" | "不详") => Word::Unknown,
            _ => Word::Other,
        },
    })
}

pub(crate) fn not_in_list(zh: &str, en: &str) -> Bad {
    Bad::new("not_in_list", ("不在可选内容之内", "not one of the choices"), (zh, en))
}
