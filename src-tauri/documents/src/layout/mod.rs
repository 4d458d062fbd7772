//! The official page: from a filled template to pages.

mod body;
mod close;
mod head;
mod imprint;
mod margin;
mod piece;
mod table;

use crate::faults::PaperFaults;
use crate::fonts::{Fonts, Style};
use crate::grid::{HEIGHT, LINE, Nm, SIZE_3, Size, TOP, baseline};
use crate::page::{Ink, Page, Run};
use crate::request::PaperRequest;
use crate::template::Filled;
use crate::text::line::{Align, Place, set, wrap};
use crate::text::{Setting, Span, cells};
use piece::Piece;

/// What every part of the layout needs.
struct Sheet<'a> {
    fonts: &'a Fonts,
    request: &'a PaperRequest,
}

/// Lay out a paper.
///
/// # Errors
/// A template's character without a font, or something taller than a page.
pub fn pages(filled: &Filled, request: &PaperRequest, fonts: &Fonts) -> Result<Vec<Page>, PaperFaults> {
    let sheet = Sheet { fonts, request };
    let head = sheet.head(filled)?;
    let pieces = sheet.pieces(filled)?;
    let imprint = sheet.imprint(filled)?;

    let mut bodies = piece::paginate(&pieces, head::TITLE_LINE * LINE)?;
    if bodies.last().is_none_or(|last| last.bottom > HEIGHT - imprint.height) {
        bodies.push(piece::Body::default());
    }
    let last = bodies.len() - 1;
    let mut pages = Vec::with_capacity(bodies.len());
    for (number, (index, body)) in (1..).zip(bodies.into_iter().enumerate()) {
        let mut page = Page::default();
        sheet.watermark(&mut page)?;
        if index == 0 {
            head.place(&mut page);
        }
        body.strip.place(&mut page, TOP);
        if index == last {
            imprint.strip.place(&mut page, TOP + HEIGHT - imprint.height);
        }
        sheet.margin(&mut page, number)?;
        pages.push(page);
    }
    Ok(pages)
}

impl Sheet<'_> {
    fn pieces(&self, filled: &Filled) -> Result<Vec<Piece>, PaperFaults> {
        let mut pieces = self.title(&filled.title)?;
        if let Some(addressee) = &filled.addressee {
            piece::keep_last(&mut pieces, 1);
            pieces.push(Piece::blank());
            pieces.extend(self.paragraph(&[Span::new(Style::Fang, addressee)], 0)?);
            piece::keep_last(&mut pieces, 1);
        } else {
            piece::keep_last(&mut pieces, 1);
            pieces.push(Piece::blank());
        }
        pieces.extend(self.blocks(&filled.body)?);
        self.close(filled, &mut pieces)?;
        let single = filled.annexes.len() == 1;
        for (number, annex) in (1..).zip(&filled.annexes) {
            pieces.extend(self.annex(annex, (!single).then_some(number))?);
        }
        Ok(pieces)
    }

    /// One line of text at a place, squeezed if it must be.
    fn line(&self, spans: &[Span], setting: Setting, place: Place) -> Result<Vec<Run>, PaperFaults> {
        Ok(set(&cells(spans, setting, self.fonts)?, true, place))
    }

    /// Lines of plain text, the first line's top at 0, one `pitch` below the other. A line feed, which only templates
    /// have, ends a line.
    fn lines(&self, text: &str, style: Style, size: Size, area: Area) -> Result<Vec<Vec<Run>>, PaperFaults> {
        let mut out: Vec<Vec<Run>> = Vec::new();
        let mut y = baseline(size);
        for part in text.split('\n') {
            let cells = cells(&[Span::new(style, part)], Setting::plain(size), self.fonts)?;
            for line in wrap(&cells, area.measure, 0) {
                let place = Place {
                    x: area.x,
                    y,
                    measure: area.measure,
                    align: area.align,
                    size,
                    ink: Ink::Black,
                };
                out.push(set(cells.get(line.cells.clone()).unwrap_or_default(), line.last, place));
                y += area.pitch;
            }
        }
        Ok(out)
    }
}

/// Where lines of plain text stand.
#[derive(Debug, Clone, Copy)]
struct Area {
    x: Nm,
    measure: Nm,
    pitch: Nm,
    align: Align,
}

/// A line of the body, its baseline for a strip of one line.
const fn body_place(x: Nm, measure: Nm, align: Align) -> Place {
    Place {
        x,
        y: baseline(SIZE_3),
        measure,
        align,
        size: SIZE_3,
        ink: Ink::Black,
    }
}

#[cfg(test)]
mod tests;
