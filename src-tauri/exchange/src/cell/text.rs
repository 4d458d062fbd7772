//! Cells of text, and of digits that are no number.

use super::{Bad, Note, Taken};
use crate::book::Value;
use calamine::DataRef;
use domain::text;
use std::borrow::Cow;

/// Numbers below this are held exactly, and shown by Excel as typed; 15 digits.
const FIFTEEN_DIGITS: i64 = 1_000_000_000_000_000;

/// A value as a person would read it, for messages and headers.
pub(crate) fn shown(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Empty => String::new(),
        DataRef::String(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(f) => f.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(d) => {
            let (y, m, day, ..) = d.to_ymd_hms_milli();
            format!("{y:04}-{m:02}-{day:02}")
        }
        DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::Error(e) => e.to_string(),
    }
}

/// The text of a cell of text; `None` for another kind.
pub(super) fn text_of<'v>(data: &'v DataRef<'_>) -> Option<&'v str> {
    match data {
        DataRef::String(s) => Some(s),
        DataRef::SharedString(s) => Some(s),
        _ => None,
    }
}

/// A name, a remark: text, or a number that was typed as one (a room number, a year).
pub(crate) fn plain<'v>(value: &'v Value<'_>) -> Result<Taken<Cow<'v, str>>, Bad> {
    match text_of(&value.data) {
        Some(text) if is_clean(text) => Ok(Taken::as_is(Cow::Borrowed(text))),
        Some(text) => {
            let cleaned = text::clean(text);
            let note = cleaned_note(&cleaned.text, &cleaned.cleaned);
            Ok(Taken::noted(Cow::Owned(cleaned.text), note))
        }
        None => match &value.data {
            DataRef::Error(_) => Err(Bad::error_value()),
            data => Ok(Taken::as_is(Cow::Owned(shown(data)))),
        },
    }
}

/// Digits, perhaps with letters, that must stand in the cell as text. A number of at most `exact` digits is taken and
/// told; a longer one has been destroyed or may have been.
pub(crate) fn digits<'v>(value: &'v Value<'_>, exact: u32) -> Result<Taken<Cow<'v, str>>, Bad> {
    if let Some(text) = text_of(&value.data) {
        if in_powers_of_ten(text) {
            return Err(Bad::destroyed());
        }
        return plain(value);
    }
    match &value.data {
        DataRef::Int(_) | DataRef::Float(_) => {
            let text = shown(&value.data);
            let whole: Option<i64> = text.parse().ok();
            match whole {
                Some(n) if (0..FIFTEEN_DIGITS).contains(&n) && text.len() <= exact as usize => Ok(Taken::noted(
                    Cow::Owned(text.clone()),
                    Some(Note {
                        code: "number_as_text",
                        taken: text,
                        message: domain::Say::new(
                            "数值已按文本读取，请核对",
                            "a number was read as text; compare it with the paper",
                        ),
                    }),
                )),
                _ => Err(Bad::destroyed()),
            }
        }
        DataRef::Error(_) => Err(Bad::error_value()),
        _ => Err(Bad::wrong_kind(
            "请先把该列设为“文本”格式，再重新录入",
            "set the column to Text and type the value again",
        )),
    }
}

/// `9.13402E+17`: a number that was copied as it was shown.
fn in_powers_of_ten(text: &str) -> bool {
    let text = text.trim();
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    mantissa.contains('.')
        && mantissa.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits(exponent.trim_start_matches(['+', '-']))
}

/// Nothing to clean: a quick look, since nearly all cells are so.
fn is_clean(text: &str) -> bool {
    let ascii = |b: u8| (0x21..0x7f).contains(&b);
    if text.bytes().all(ascii) {
        return true;
    }
    let ends_clean = !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    ends_clean
        && text.chars().all(|c| {
            c == ' '
                || (c.is_ascii() && ascii(c as u8))
                || matches!(
                    c,
                    '\u{4e00}'
                        ..='\u{9fff}'
                            | '（'
                            | '）'
                            | '，'
                            | '。'
                            | '、'
                            | '·'
                            | '；'
                            | '：'
                            | '“'
                            | '”'
                            | '《'
                            | '》'
                            | '—'
                )
        })
}

pub(super) fn cleaned_note(taken: &str, cleaned: &[text::Cleaning]) -> Option<Note> {
    if cleaned.is_empty() {
        return None;
    }
    let says: Vec<domain::Say> = cleaned.iter().map(|c| c.say()).collect();
    Some(Note {
        code: "cleaned",
        taken: taken.to_owned(),
        message: domain::Say::new(
            says.iter().map(|s| s.zh.as_str()).collect::<Vec<_>>().join("；"),
            says.iter().map(|s| s.en.as_str()).collect::<Vec<_>>().join("; "),
        ),
    })
}
