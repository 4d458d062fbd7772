//! What ends the text: 附件说明, 署名, 成文日期, 附注.

use super::piece::{Piece, keep_last};
use super::{Sheet, body_place};
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{CELL, LEFT, RIGHT, WIDTH};
use crate::template::{Filled, written_date};
use crate::text::line::{Align, set};
use crate::text::{Setting, Span, cells, width};

impl Sheet<'_> {
    /// The signature takes the last lines of the text with it, so that it never stands alone. A seal of 42 mm over
    /// name and date then has two blank lines above them, and reaches no further than one line below the text.
    pub(super) fn close(&self, filled: &Filled, pieces: &mut Vec<Piece>) -> Result<(), PaperFaults> {
        keep_last(pieces, 2);
        let many = filled.annexes.len() > 1;
        for (number, annex) in (1..).zip(&filled.annexes) {
            if number == 1 {
                pieces.push(Piece::blank());
            }
            let label = match (many, number) {
                (false, _) => "附件：".to_owned(),
                (true, 1) => "附件：1．".to_owned(),
                (true, n) => format!("　　　{n}．"),
            };
            let mut lines = self.paragraph(&[Span::new(Style::Fang, label + &annex.title.concat())], 2)?;
            let all = lines.len();
            keep_last(&mut lines, all);
            pieces.extend(lines);
        }
        pieces.push(Piece::blank());
        pieces.push(Piece::blank());

        let date = written_date(self.request.date);
        let date = cells(&[Span::new(Style::Fang, date)], Setting::BODY, self.fonts)?;
        let name = cells(&[Span::new(Style::Fang, &filled.signature)], Setting::BODY, self.fonts)?;
        let date_x = RIGHT - 4 * CELL - width(&date);
        // The name stands centred over the date, but never over the right edge.
        let name_x = (date_x + (width(&date) - width(&name)) / 2)
            .min(RIGHT - width(&name))
            .max(LEFT);
        let measure = WIDTH.min(RIGHT - name_x);
        let mut name = Piece::line(set(&name, true, body_place(name_x, measure, Align::Left)));
        name.keep = true;
        pieces.push(name);
        let mut date = Piece::line(set(&date, true, body_place(date_x, RIGHT - date_x, Align::Left)));
        date.keep = filled.note.is_some();
        pieces.push(date);
        if let Some(note) = &filled.note {
            let mut lines = self.paragraph(&[Span::new(Style::Fang, note)], 2)?;
            let all_but_last = lines.len().saturating_sub(1);
            if let Some(lines) = lines.get_mut(..all_but_last) {
                keep_last(lines, all_but_last);
            }
            pieces.extend(lines);
        }
        Ok(())
    }
}
