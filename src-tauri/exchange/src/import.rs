//! What a read gives back: the good rows, and everything that was wrong, odd or cleaned, each with its cell.

use domain::{Clause, Say};
use serde::Serialize;

/// The outcome of reading one workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import<T> {
    /// Rows without a fault, in the order of the file.
    pub good: Vec<Row<T>>,
    /// Every fault of every row, in the order of the sheets, rows and columns.
    pub faults: Vec<CellFault>,
    /// Faults beyond [`MOST_LISTED`], counted only.
    pub faults_unlisted: usize,
    /// What deserves a look and stops nothing.
    pub warnings: Vec<Remark>,
    /// Values that were taken in another form than they were written.
    pub cleaned: Vec<Remark>,
    /// Remarks (warnings and cleaned values) beyond [`MOST_LISTED`], counted only.
    pub remarks_unlisted: usize,
    /// Rows that held anything, in the main sheet.
    pub rows: usize,
    /// SHA-256 of the file's bytes, hex.
    pub sha256: String,
}

/// A file of rubbish must not fill the memory with its own faults.
pub const MOST_LISTED: usize = 50_000;

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row<T> {
    /// The row in the sheet, from 1, as Excel shows it.
    pub row: u32,
    /// The office's own number for the row (序号), if it gave one.
    pub reference: Option<String>,
    pub value: T,
}

/// A cell, as a person finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub sheet: String,
    /// From 1.
    pub row: u32,
    /// `B`, and empty where the whole row is meant.
    pub letter: String,
    pub caption: String,
}

/// What is wrong with a cell, why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellFault {
    #[serde(flatten)]
    pub place: Place,
    /// A stable code, e.g. `check_digit`.
    pub code: &'static str,
    /// The value as it was read.
    pub value: String,
    pub message: Say,
    pub remedy: Say,
    pub clause: Option<Clause>,
}

/// What was noticed or cleaned. For a cleaned value, `value` is as written and `taken` as understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    #[serde(flatten)]
    pub place: Place,
    pub code: &'static str,
    pub value: String,
    pub taken: Option<String>,
    pub message: Say,
}

/// Collects while a workbook is read.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub faults: Vec<CellFault>,
    pub faults_unlisted: usize,
    pub warnings: Vec<Remark>,
    pub cleaned: Vec<Remark>,
    pub remarks_unlisted: usize,
}

impl Log {
    pub fn fault(&mut self, fault: CellFault) {
        if self.faults.len() < MOST_LISTED {
            self.faults.push(fault);
        } else {
            self.faults_unlisted += 1;
        }
    }

    pub fn warn(&mut self, remark: Remark) {
        Self::keep(&mut self.warnings, &mut self.remarks_unlisted, remark);
    }

    pub fn clean(&mut self, remark: Remark) {
        Self::keep(&mut self.cleaned, &mut self.remarks_unlisted, remark);
    }

    fn keep(list: &mut Vec<Remark>, unlisted: &mut usize, remark: Remark) {
        if list.len() < MOST_LISTED {
            list.push(remark);
        } else {
            *unlisted += 1;
        }
    }

    /// Hands the outcome over, faults in the order a person goes through the file.
    pub fn finish<T>(mut self, good: Vec<Row<T>>, rows: usize, sha256: String, sheets: &[&str]) -> Import<T> {
        let rank = |place: &Place| {
            (
                sheets.iter().position(|s| *s == place.sheet),
                place.row,
                place.letter.len(),
                place.letter.clone(),
            )
        };
        self.faults.sort_by_cached_key(|f| rank(&f.place));
        Import {
            good,
            faults: self.faults,
            faults_unlisted: self.faults_unlisted,
            warnings: self.warnings,
            cleaned: self.cleaned,
            remarks_unlisted: self.remarks_unlisted,
            rows,
            sha256,
        }
    }
}

/// The letter of a column counted from 0: `A`, … `Z`, `AA`, …
pub(crate) fn letter(column: u32) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_lettered_as_excel_does() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(super::letter(column), letters);
        }
    }
}
