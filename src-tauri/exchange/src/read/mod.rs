//! From a workbook's bytes to typed rows, with every fault of every cell.

mod experts;
mod filings;
mod hand_over;
mod line;
mod materials;
mod scores;
mod uscc;

pub use experts::{ExpertRow, experts};
pub use filings::filings;
pub use scores::{ScoreRow, sheets};

use crate::book::{Book, Head, Value};
use crate::cell::{Bad, Taken};
use crate::columns::{self, REASONS};
use crate::fault::{FileFault, FileFaultKind};
use crate::import::{Log, Place, Remark};
use calamine::DataRef;
use domain::Say;

/// Refuses a workbook that lacks a sheet, saying which sheets it has.
fn expect_sheets(book: &Book<'_>, expected: &[&str]) -> Result<(), FileFault> {
    let missing: Vec<String> = expected
        .iter()
        .filter(|name| !book.sheets.iter().any(|s| s == *name))
        .map(|name| (*name).to_owned())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(FileFaultKind::WrongSheets {
        missing,
        found: book.sheets.clone(),
    }
    .into())
}

/// Tells of sheets that are not read.
fn tell_other_sheets(book: &Book<'_>, expected: &[&str], log: &mut Log) {
    let own = [columns::GUIDE, columns::LISTS];
    for sheet in &book.sheets {
        if expected.contains(&sheet.as_str()) || own.contains(&sheet.as_str()) {
            continue;
        }
        log.warn(Remark {
            place: Place {
                sheet: sheet.clone(),
                row: 0,
                letter: String::new(),
                caption: String::new(),
            },
            code: "sheet_ignored",
            value: sheet.clone(),
            taken: None,
            message: Say::new(
                format!("工作表“{sheet}”不是模板中的表，未读取。"),
                format!("Sheet {sheet} is not one of the template's and was not read."),
            ),
        });
    }
}

/// Tells of columns that are not read; the reasons of an earlier return are our own.
fn tell_other_columns(head: &Head, log: &mut Log) {
    for (letter, caption) in head.extra.iter().filter(|(_, c)| c != REASONS) {
        log.warn(Remark {
            place: Place {
                sheet: head.sheet.clone(),
                row: head.row,
                letter: letter.clone(),
                caption: caption.clone(),
            },
            code: "column_ignored",
            value: caption.clone(),
            taken: None,
            message: Say::new(
                format!("列“{caption}”不在模板中，未读取。"),
                format!("Column {caption} is not one of the template's and was not read."),
            ),
        });
    }
}

fn line_is_number(value: &Value<'_>) -> bool {
    matches!(value.data, DataRef::Int(_) | DataRef::Float(_))
}

fn is_unknown(value: &Value<'_>) -> bool {
    let text = match &value.data {
        DataRef::String(s) => s.as_str(),
        DataRef::SharedString(s) => s,
        _ => return false,
    };
    text.trim() == "待核"
}

/// 待核 is `None` where an amount or a number may be unknown.
fn unless_unknown<T>(
    value: &Value<'_>,
    parse: impl FnOnce(&Value<'_>) -> Result<Taken<T>, Bad>,
) -> Result<Taken<Option<T>>, Bad> {
    if is_unknown(value) {
        return Ok(Taken::as_is(None));
    }
    parse(value).map(|taken| taken.map(Some))
}
