//! Tables: cells wrap, rows are not torn, the header stands on each page.

use super::piece::Piece;
use super::{Area, Sheet};
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{LEFT, Nm, SIZE_5, cmm, em, mm};
use crate::page::{Fill, Ink, Strip};
use crate::template::FilledTable;
use crate::text::line::Align;
use std::rc::Rc;

const RULE: Nm = cmm(25);
const PITCH: Nm = cmm(500);
/// Between a cell's text and its rules.
const PAD_X: Nm = cmm(80);
const PAD_Y: Nm = cmm(160);
/// Below a table, before the next line of the text.
const AFTER: Nm = mm(3);

impl Sheet<'_> {
    pub(super) fn table(&self, table: &FilledTable) -> Result<Vec<Piece>, PaperFaults> {
        let mut header = self.row(table, &table.head, Style::Hei, true, 0)?;
        header.strip.fills.insert(0, horizontal(0));
        header.keep = true;
        let repeated = Rc::new(header.clone());
        let mut pieces = vec![header];
        for row in &table.rows {
            let mut piece = self.row(table, row, Style::Fang, false, mm(table.row_mm))?;
            piece.header = Some(Rc::clone(&repeated));
            pieces.push(piece);
        }
        // The header of an empty table keeps nothing.
        if let [only] = pieces.as_mut_slice() {
            only.keep = false;
        }
        pieces.push(Piece {
            height: AFTER,
            blank: true,
            ..Piece::default()
        });
        Ok(pieces)
    }

    fn row(
        &self,
        table: &FilledTable,
        texts: &[String],
        style: Style,
        head: bool,
        least: Nm,
    ) -> Result<Piece, PaperFaults> {
        let mut x = LEFT;
        let mut columns = Vec::new();
        for ((text, width), left) in texts.iter().zip(&table.widths_dmm).zip(&table.left) {
            let width = cmm(width * 10);
            let align = if *left && !head { Align::Left } else { Align::Centre };
            let area = Area {
                x: x + PAD_X,
                measure: width - 2 * PAD_X,
                pitch: PITCH,
                align,
            };
            columns.push((x, self.lines(text, style, SIZE_5, area)?));
            x += width;
        }
        let tallest = columns
            .iter()
            .map(|(_, lines)| text_height(lines.len()))
            .max()
            .unwrap_or(0);
        let height = (tallest + 2 * PAD_Y).max(least);
        let mut strip = Strip::default();
        for (left, lines) in columns {
            let down = (height - text_height(lines.len())) / 2;
            for mut run in lines.into_iter().flatten() {
                run.y += down;
                strip.runs.push(run);
            }
            strip.fills.push(vertical(left, height));
        }
        strip.fills.push(vertical(x, height));
        strip.fills.push(horizontal(height));
        Ok(Piece {
            height,
            strip,
            ..Piece::default()
        })
    }
}

fn text_height(lines: usize) -> Nm {
    Nm::try_from(lines).map_or(0, |n| (n - 1).max(0) * PITCH + if n == 0 { 0 } else { em(SIZE_5) })
}

fn horizontal(y: Nm) -> Fill {
    Fill {
        x: LEFT - RULE / 2,
        y: y - RULE / 2,
        width: crate::grid::WIDTH + RULE,
        height: RULE,
        ink: Ink::Black,
    }
}

fn vertical(x: Nm, height: Nm) -> Fill {
    Fill {
        x: x - RULE / 2,
        y: 0,
        width: RULE,
        height,
        ink: Ink::Black,
    }
}
