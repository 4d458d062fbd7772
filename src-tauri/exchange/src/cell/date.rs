//! Dates: as Excel keeps them, or written 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日.

use super::text::{shown, text_of};
use super::{Bad, Note, Taken};
use crate::book::Value;
use calamine::DataRef;
use chrono::NaiveDate;
use domain::Say;

/// A day; `None` where the cell says there is no end (长期).
pub(crate) fn date(value: &Value<'_>) -> Result<Taken<Option<NaiveDate>>, Bad> {
    if let Some(text) = text_of(&value.data) {
        return from_text(text);
    }
    match &value.data {
        DataRef::DateTime(d) if d.is_datetime() => {
            let (y, m, day, hour, minute, second, _) = d.to_ymd_hms_milli();
            let on = day_of(i32::from(y), u32::from(m), u32::from(day))?;
            let has_time = (hour, minute, second) != (0, 0, 0);
            Ok(Taken::noted(
                Some(on),
                has_time.then(|| note(on, "时刻已舍去", "the time of day was dropped")),
            ))
        }
        DataRef::DateTimeIso(s) => from_text(s.split('T').next().unwrap_or(s)),
        DataRef::Int(_) | DataRef::Float(_) => eight_digits(&shown(&value.data)),
        DataRef::Error(_) => Err(Bad::error_value()),
        _ => Err(not_a_date()),
    }
}

fn from_text(text: &str) -> Result<Taken<Option<NaiveDate>>, Bad> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '０'..='９' => plain.extend(char::from_u32(u32::from(c) - 0xFEE0)),
            '/' | '.' | '．' | '／' | '－' | '年' | '月' => plain.push('-'),
            '日' | '号' => {}
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    if matches!(plain.as_str(), "长期" | "永久" | "无" | "无期限" | "长期有效") {
        return Ok(Taken::as_is(None));
    }
    let mut parts = plain.split('-');
    let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return eight_digits(&plain);
    };
    let number = |s: &str| -> Result<u32, Bad> {
        if s.len() > 4 || !s.bytes().all(|b| b.is_ascii_digit()) {
            return Err(not_a_date());
        }
        s.parse().map_err(|_| not_a_date())
    };
    if y.len() != 4 {
        return Err(not_a_date());
    }
    let on = day_of(i32::try_from(number(y)?).unwrap_or_default(), number(m)?, number(d)?)?;
    Ok(Taken::as_is(Some(on)))
}

/// 20260301. Any other number is no date: a serial number without a date format is too easily something else.
fn eight_digits(text: &str) -> Result<Taken<Option<NaiveDate>>, Bad> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(not_a_date());
    }
    let n: u32 = text.parse().map_err(|_| not_a_date())?;
    let on = day_of(i32::try_from(n / 10_000).unwrap_or_default(), n / 100 % 100, n % 100)?;
    Ok(Taken::noted(
        Some(on),
        Some(note(on, "八位数字已按日期读取", "eight digits were read as a date")),
    ))
}

fn day_of(y: i32, m: u32, d: u32) -> Result<NaiveDate, Bad> {
    if !(1900..2200).contains(&y) {
        return Err(not_a_date());
    }
    NaiveDate::from_ymd_opt(y, m, d).ok_or_else(not_a_date)
}

fn note(on: NaiveDate, zh: &str, en: &str) -> Note {
    Note {
        code: "date_read",
        taken: on.to_string(),
        message: Say::new(zh, en),
    }
}

fn not_a_date() -> Bad {
    Bad::new(
        "not_a_date",
        ("不是日期", "not a date"),
        ("请按 2026-03-01 的形式填写", "write it as 2026-03-01"),
    )
}
