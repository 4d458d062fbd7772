//! One row while it is read: takes its cells one by one and logs what is wrong with them.

use crate::book::{Cells, Head, Value};
use crate::cell::{self, Bad, Note, Taken};
use crate::import::{CellFault, Log, Place, Remark};
use calamine::DataRef;
use std::borrow::Cow;

/// Whether a cell's value may come from a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    /// Identity and money: refused.
    Refused,
    /// Its stored result is taken and told.
    Taken,
}

pub(super) struct Line<'a, 's> {
    pub cells: &'a Cells<'s>,
    pub head: &'a Head,
    pub log: &'a mut Log,
    /// Something was wrong with this row.
    pub faulty: bool,
}

impl<'a, 's> Line<'a, 's> {
    pub fn new(cells: &'a Cells<'s>, head: &'a Head, log: &'a mut Log) -> Self {
        Self {
            cells,
            head,
            log,
            faulty: false,
        }
    }

    pub fn cell(&self, slot: usize) -> Option<&'a Value<'s>> {
        self.cells.slots.get(slot)
    }

    /// `None` for a blank cell, and for a cell with a fault, which is then logged.
    pub fn take<T>(
        &mut self,
        slot: usize,
        formula: Formula,
        parse: impl FnOnce(&'a Value<'s>) -> Result<Taken<T>, Bad>,
    ) -> Option<T> {
        let value = self.cell(slot)?;
        if value.formula {
            if formula == Formula::Refused {
                self.fault(slot, Bad::formula());
                return None;
            }
            if value.data == DataRef::Empty {
                self.fault(slot, Bad::formula_without_value());
                return None;
            }
        }
        if value.is_blank() {
            return None;
        }
        match parse(value) {
            Ok(Taken { value: taken, note }) => {
                if let Some(note) = note {
                    self.note(slot, note);
                }
                if value.formula {
                    self.note(
                        slot,
                        Note {
                            code: "formula_result",
                            taken: cell::shown(&value.data),
                            message: domain::Say::new(
                                "公式已按文件中保存的计算结果读取",
                                "a formula was read by the result stored in the file",
                            ),
                        },
                    );
                }
                Some(taken)
            }
            Err(bad) => {
                self.fault(slot, bad);
                None
            }
        }
    }

    pub fn text(&mut self, slot: usize) -> Option<Cow<'a, str>> {
        self.take(slot, Formula::Taken, |v| cell::plain(v))
    }

    /// A blank cell is a fault.
    pub fn required_text(&mut self, slot: usize, formula: Formula) -> String {
        let was_faulty = std::mem::replace(&mut self.faulty, false);
        let text = self.take(slot, formula, |v| cell::plain(v));
        if text.is_none() && !self.faulty {
            self.fault(slot, Bad::missing());
        }
        self.faulty |= was_faulty;
        text.map(Cow::into_owned).unwrap_or_default()
    }

    pub fn place(&self, slot: usize) -> Place {
        Place {
            sheet: self.head.sheet.clone(),
            row: self.cells.row,
            letter: self.head.letters.get(slot).cloned().unwrap_or_default(),
            caption: self
                .head
                .columns
                .get(slot)
                .map(|c| c.caption.to_string())
                .unwrap_or_default(),
        }
    }

    pub fn fault(&mut self, slot: usize, bad: Bad) {
        self.faulty = true;
        let value = self.cell(slot).map(|v| cell::shown(&v.data)).unwrap_or_default();
        let fault = CellFault {
            place: self.place(slot),
            code: bad.code,
            value,
            clause: bad.to_clause(),
            message: *bad.message,
            remedy: *bad.remedy,
        };
        self.log.fault(fault);
    }

    pub fn note(&mut self, slot: usize, note: Note) {
        let remark = self.remark(slot, note.code, Some(note.taken), note.message);
        self.log.clean(remark);
    }

    pub fn warn(&mut self, slot: usize, code: &'static str, message: domain::Say) {
        let remark = self.remark(slot, code, None, message);
        self.log.warn(remark);
    }

    fn remark(&self, slot: usize, code: &'static str, taken: Option<String>, message: domain::Say) -> Remark {
        Remark {
            place: self.place(slot),
            code,
            value: self.cell(slot).map(|v| cell::shown(&v.data)).unwrap_or_default(),
            taken,
            message,
        }
    }
}
