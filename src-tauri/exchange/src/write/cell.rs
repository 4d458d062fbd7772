//! Writing one cell, exactly.

use super::layout::Formats;
use crate::columns::Kind;
use chrono::{Datelike, NaiveDate};
use domain::eligibility::Bearer;
use domain::{Fen, Points};
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

/// What a cell is given.
pub(super) enum Out<'v> {
    Blank,
    Text(&'v str),
    Money(Option<Fen>),
    Date(Option<NaiveDate>),
    Count(u32),
    Score(Points),
    YesNo(bool),
    /// 待核 where the fact is not known.
    Fact(Option<bool>),
    /// Blank where it was not asked.
    Asked(Option<Option<bool>>),
    Bearer(Option<Option<Bearer>>),
}

const UNKNOWN: &str = "待核";

pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    out: &Out<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let word = match out {
        Out::Blank | Out::Asked(None) | Out::Bearer(None) | Out::Date(None) => return Ok(()),
        Out::Text("") => return Ok(()),
        Out::Text(text) => text,
        Out::YesNo(yes) | Out::Fact(Some(yes)) | Out::Asked(Some(Some(yes))) => {
            if *yes {
                "是"
            } else {
                "否"
            }
        }
        Out::Fact(None) | Out::Asked(Some(None)) | Out::Bearer(Some(None)) | Out::Money(None) => UNKNOWN,
        Out::Bearer(Some(Some(Bearer::Enterprise))) => "企业",
        Out::Bearer(Some(Some(Bearer::Investor))) => "投资方",
        Out::Money(Some(fen)) => return number(sheet, row, column, &fen.to_string(), Kind::Money, formats),
        Out::Score(points) => return number(sheet, row, column, &points.to_string(), Kind::Score, formats),
        Out::Count(n) => return number(sheet, row, column, &n.to_string(), Kind::Count, formats),
        Out::Date(Some(on)) => return date(sheet, row, column, *on, formats),
    };
    sheet.write_string_with_format(row, column, word, &formats.text)?;
    Ok(())
}

/// A decimal text as the number nearest to it, which Excel shows as the same decimal; beyond 15 digits as text.
fn number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    decimal: &str,
    kind: Kind,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let digits = decimal.bytes().filter(u8::is_ascii_digit).count();
    match decimal.parse::<f64>() {
        Ok(nearest) if digits <= 15 => sheet.write_number_with_format(row, column, nearest, formats.of(kind))?,
        _ => sheet.write_string_with_format(row, column, decimal, &formats.text)?,
    };
    Ok(())
}

fn date(sheet: &mut Worksheet, row: u32, column: u16, on: NaiveDate, formats: &Formats) -> Result<(), XlsxError> {
    let year = u16::try_from(on.year()).unwrap_or_default();
    let month = u8::try_from(on.month()).unwrap_or_default();
    let day = u8::try_from(on.day()).unwrap_or_default();
    match ExcelDateTime::from_ymd(year, month, day) {
        Ok(serial) => sheet.write_datetime_with_format(row, column, &serial, &formats.date)?,
        // Before 1900 Excel knows no dates; the reader takes the text.
        Err(_) => sheet.write_string_with_format(row, column, on.to_string(), &formats.text)?,
    };
    Ok(())
}
