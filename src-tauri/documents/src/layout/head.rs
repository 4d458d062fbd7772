//! The letterhead, the number, the red rule (版头).

use super::Sheet;
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{CELL, LEFT, LINE, Nm, SIZE_3, Size, TOP, WIDTH, baseline, cmm, em, mm};
use crate::page::{Fill, Ink, Page};
use crate::template::Filled;
use crate::text::line::{Align, Place};
use crate::text::{Setting, Span, cells, width};

/// The letterhead's top edge.
const LETTERHEAD_TOP: Nm = TOP + mm(35);
/// The largest letterhead: with it the title falls on a line of the grid.
const LETTERHEAD_SIZE: Size = 474;
/// A letterhead is narrower than the type area.
const LETTERHEAD_WIDTH: Nm = mm(146);
/// The title starts on this line of page 1, counted from 0.
pub const TITLE_LINE: i64 = 10;
/// Two blank lines above the title stands the red rule.
const RULE_Y: Nm = TOP + (TITLE_LINE - 2) * LINE;
const RULE_WIDTH: Nm = cmm(50);
/// The number's top edge: its foot is 4 mm above the rule.
const NUMBER_TOP: Nm = RULE_Y - mm(4) - em(SIZE_3);

/// The first page's head, placed on the page itself.
pub struct Head(Page);

impl Head {
    pub fn place(&self, page: &mut Page) {
        page.runs.extend(self.0.runs.iter().cloned());
        page.fills.extend(self.0.fills.iter().copied());
    }
}

impl Sheet<'_> {
    pub(super) fn head(&self, filled: &Filled) -> Result<Head, PaperFaults> {
        let mut page = Page::default();
        let name = [Span::new(Style::Title, &filled.letterhead)];
        let widest = width(&cells(&name, Setting::plain(LETTERHEAD_SIZE), self.fonts)?).max(1);
        let size = LETTERHEAD_SIZE.min(LETTERHEAD_SIZE * LETTERHEAD_WIDTH / widest);
        page.runs.extend(self.line(
            &name,
            Setting::plain(size),
            Place {
                x: LEFT,
                y: LETTERHEAD_TOP + baseline(size),
                measure: WIDTH,
                align: Align::Centre,
                size,
                ink: Ink::Red,
            },
        )?);
        let place = |align| Place {
            x: LEFT + CELL,
            y: NUMBER_TOP + baseline(SIZE_3),
            measure: WIDTH - 2 * CELL,
            align,
            size: SIZE_3,
            ink: Ink::Black,
        };
        let upward = filled.signer.is_some();
        if let Some(number) = &self.request.number {
            let spans = [Span::new(Style::Fang, number.to_string())];
            let align = if upward { Align::Left } else { Align::Centre };
            page.runs.extend(self.line(&spans, Setting::BODY, place(align))?);
        }
        if let Some(signer) = &filled.signer {
            let spans = [Span::new(Style::Fang, "签发人："), Span::new(Style::Kai, signer)];
            page.runs.extend(self.line(&spans, Setting::BODY, place(Align::Right))?);
        }
        page.fills.push(Fill {
            x: LEFT,
            y: RULE_Y - RULE_WIDTH / 2,
            width: WIDTH,
            height: RULE_WIDTH,
            ink: Ink::Red,
        });
        Ok(Head(page))
    }
}
