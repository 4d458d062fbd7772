//! A sheet as a stream of rows. Blank rows and cells of formatting cost a look each and no memory.

use super::Book;
use super::open::damaged;
use crate::columns::{Column, caption_key};
use crate::fault::{FileFault, FileFaultKind};
use crate::import::letter;
use calamine::{DataRef, XlsxCellReader};
use std::io::Cursor;

/// A header stands within the first rows that hold anything; a title may stand above it.
const HEADER_WITHIN: usize = 8;

/// One cell of a known column.
#[derive(Debug, Default)]
pub(crate) struct Value<'s> {
    pub data: DataRef<'s>,
    pub formula: bool,
}

impl Value<'_> {
    pub fn is_blank(&self) -> bool {
        match &self.data {
            DataRef::Empty => true,
            DataRef::String(s) => blank(s),
            DataRef::SharedString(s) => blank(s),
            _ => false,
        }
    }
}

fn blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
}

/// The cells of one row in the order of the known columns.
#[derive(Debug)]
pub(crate) struct Cells<'s> {
    /// From 1.
    pub row: u32,
    pub slots: Vec<Value<'s>>,
}

/// What a sheet's header says.
#[derive(Debug)]
pub(crate) struct Head {
    pub sheet: String,
    pub columns: Vec<Column>,
    /// For each known column, its letter; empty where an optional one is missing.
    pub letters: Vec<String>,
    /// Letters and captions of columns that are not known.
    pub extra: Vec<(String, String)>,
    /// From 1.
    pub row: u32,
}

/// A sheet that is being read: the header has been understood, the rows follow.
pub(crate) struct Grid<'s, 'b> {
    reader: XlsxCellReader<'s, Cursor<&'b [u8]>>,
    sheet: String,
    width: usize,
    /// For each column of the sheet, the known column it holds.
    slot_of: Vec<Option<usize>>,
    /// The first cell of the next row, already taken from the stream.
    ahead: Option<(u32, usize, Value<'s>)>,
    /// The stream has ended; it must not be asked again.
    done: bool,
}

impl<'s, 'b> Grid<'s, 'b> {
    /// Opens a sheet and finds its header.
    pub fn open(book: &'s mut Book<'b>, sheet: &str, columns: Vec<Column>) -> Result<(Self, Head), FileFault> {
        let mut reader = book
            .xlsx
            .worksheet_cells_reader(sheet)
            .map_err(|e| damaged(sheet, &e))?;
        let header = find_header(&mut reader, sheet, &columns)?;
        let mut slot_of: Vec<Option<usize>> = Vec::new();
        let mut letters = vec![String::new(); columns.len()];
        let mut extra = Vec::new();
        let mut twice = Vec::new();
        for (column, caption) in &header.captions {
            let key = caption_key(caption);
            match columns.iter().position(|c| caption_key(&c.caption) == key) {
                Some(slot) if letters.get(slot).is_some_and(String::is_empty) => {
                    letters[slot] = letter(*column);
                    let at = *column as usize;
                    if slot_of.len() <= at {
                        slot_of.resize(at + 1, None);
                    }
                    slot_of[at] = Some(slot);
                }
                Some(slot) => twice.push(columns[slot].caption.to_string()),
                None => extra.push((letter(*column), caption.clone())),
            }
        }
        let missing: Vec<String> = columns
            .iter()
            .zip(&letters)
            .filter(|(c, l)| c.required && l.is_empty())
            .map(|(c, _)| c.caption.to_string())
            .collect();
        if !missing.is_empty() || !twice.is_empty() {
            return Err(FileFaultKind::WrongColumns {
                sheet: sheet.to_owned(),
                missing,
                twice,
            }
            .into());
        }
        let mut grid = Self {
            reader,
            sheet: sheet.to_owned(),
            width: columns.len(),
            slot_of,
            ahead: None,
            done: header.next.is_none(),
        };
        grid.ahead = header
            .next
            .and_then(|(row, column, value)| grid.slot(column).map(|slot| (row, slot, value)));
        let head = Head {
            sheet: sheet.to_owned(),
            columns,
            letters,
            extra,
            row: header.row + 1,
        };
        Ok((grid, head))
    }

    fn slot(&self, column: u32) -> Option<usize> {
        self.slot_of.get(column as usize).copied().flatten()
    }

    /// Fills `cells` with the next row that holds anything in a known column; `false` at the end.
    pub fn next(&mut self, cells: &mut Cells<'s>) -> Result<bool, FileFault> {
        cells.slots.clear();
        cells.slots.resize_with(self.width, Value::default);
        let mut current = None;
        if let Some((row, slot, value)) = self.ahead.take() {
            cells.slots[slot] = value;
            current = Some(row);
        }
        while !self.done {
            let record = match self.reader.next_cell_with_formula_metadata() {
                Ok(Some(record)) => record,
                Ok(None) => {
                    self.done = true;
                    break;
                }
                Err(e) => return Err(damaged(&self.sheet, &e)),
            };
            let (row, column) = record.pos;
            let value = Value {
                data: record.value,
                formula: record.formula.is_some(),
            };
            if value.is_blank() && !value.formula {
                continue;
            }
            let Some(slot) = self.slot(column) else { continue };
            match current {
                Some(at) if at != row => {
                    if cells.slots.iter().all(Value::is_blank) {
                        // Formulas filled down in advance show nothing: no row yet.
                        cells.slots.iter_mut().for_each(|s| *s = Value::default());
                        cells.slots[slot] = value;
                        current = Some(row);
                        continue;
                    }
                    self.ahead = Some((row, slot, value));
                    break;
                }
                _ => {
                    current = Some(row);
                    cells.slots[slot] = value;
                }
            }
        }
        match current {
            Some(row) if !cells.slots.iter().all(Value::is_blank) => {
                cells.row = row + 1;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Room for a row of this sheet.
    pub fn cells(&self) -> Cells<'s> {
        Cells {
            row: 0,
            slots: Vec::with_capacity(self.width),
        }
    }
}

struct Header<'s> {
    row: u32,
    captions: Vec<(u32, String)>,
    next: Option<(u32, u32, Value<'s>)>,
}

/// The first row with at least half of the required captions; else the one with the most, so that the fault can name
/// what it lacks.
fn find_header<'s>(
    reader: &mut XlsxCellReader<'s, Cursor<&[u8]>>,
    sheet: &str,
    columns: &[Column],
) -> Result<Header<'s>, FileFault> {
    let keys: Vec<String> = columns.iter().map(|c| caption_key(&c.caption)).collect();
    let required = columns.iter().filter(|c| c.required).count();
    let known = |captions: &[(u32, String)]| {
        captions
            .iter()
            .filter(|(_, caption)| keys.contains(&caption_key(caption)))
            .count()
    };
    let mut best: Option<(u32, Vec<(u32, String)>)> = None;
    let mut captions: Vec<(u32, String)> = Vec::new();
    let mut current = None;
    let mut seen = 0;
    loop {
        let record = reader
            .next_cell_with_formula_metadata()
            .map_err(|e| damaged(sheet, &e))?;
        let ended = record.is_none();
        let cell = record.map(|r| {
            (
                r.pos,
                Value {
                    data: r.value,
                    formula: r.formula.is_some(),
                },
            )
        });
        if cell.as_ref().is_some_and(|(_, v)| v.is_blank()) {
            continue;
        }
        let row_of_cell = cell.as_ref().map(|((row, _), _)| *row);
        if let Some(row) = current
            && row_of_cell != Some(row)
        {
            seen += 1;
            let found = known(&captions);
            if found * 2 >= required && found > 0 {
                return Ok(Header {
                    row,
                    captions,
                    next: cell.map(|((row, column), value)| (row, column, value)),
                });
            }
            if best.as_ref().is_none_or(|(_, kept)| known(kept) < found) {
                best = Some((row, std::mem::take(&mut captions)));
            }
            captions.clear();
        }
        if ended || seen >= HEADER_WITHIN {
            let captions = best.map(|(_, captions)| captions).unwrap_or_default();
            let have: Vec<String> = captions.iter().map(|(_, c)| caption_key(c)).collect();
            let missing = columns
                .iter()
                .filter(|c| c.required && !have.contains(&caption_key(&c.caption)))
                .map(|c| c.caption.to_string())
                .collect();
            return Err(FileFaultKind::WrongColumns {
                sheet: sheet.to_owned(),
                missing,
                twice: Vec::new(),
            }
            .into());
        }
        if let Some(((row, column), value)) = cell {
            current = Some(row);
            captions.push((column, crate::cell::shown(&value.data)));
        }
    }
}
