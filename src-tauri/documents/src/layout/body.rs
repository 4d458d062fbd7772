//! Title, paragraphs, headings, annexes.

use super::piece::{Piece, keep_last};
use super::{Sheet, body_place};
use crate::faults::PaperFaults;
use crate::fonts::Style;
use crate::grid::{CELL, LEFT, Nm, SIZE_2, WIDTH, baseline};
use crate::page::Ink;
use crate::template::{FilledAnnex, FilledBlock, Role};
use crate::text::breaks::{Break, opportunities};
use crate::text::line::{Align, Place, set, wrap};
use crate::text::title::balance;
use crate::text::{Cell, Setting, Span, cells, width};

/// A title's word longer than this many characters may be cut.
const LONG_WORD: usize = 8;

impl Sheet<'_> {
    /// 2号 小标宋, centred, balanced over lines.
    pub(super) fn title(&self, words: &[String]) -> Result<Vec<Piece>, PaperFaults> {
        let mut parts: Vec<Vec<Cell>> = Vec::new();
        for word in words {
            let cells = cells(&[Span::new(Style::Title, word)], Setting::plain(SIZE_2), self.fonts)?;
            if cells.len() > LONG_WORD {
                parts.extend(cut(&cells));
            } else {
                parts.push(cells);
            }
        }
        let widths: Vec<Nm> = parts.iter().map(|p| width(p)).collect();
        let mut rest = parts.as_slice();
        let mut pieces = Vec::new();
        for count in balance(&widths, WIDTH) {
            let (line, after) = rest.split_at(count.min(rest.len()));
            rest = after;
            pieces.push(Piece::line(set(
                &line.concat(),
                true,
                Place {
                    x: LEFT,
                    y: baseline(SIZE_2),
                    measure: WIDTH,
                    align: Align::Centre,
                    size: SIZE_2,
                    ink: Ink::Black,
                },
            )));
        }
        let all = pieces.len();
        keep_last(&mut pieces, all);
        Ok(pieces)
    }

    /// A paragraph on the grid, its first line indented by `indent` characters.
    pub(super) fn paragraph(&self, spans: &[Span], indent: i64) -> Result<Vec<Piece>, PaperFaults> {
        let cells = cells(spans, Setting::BODY, self.fonts)?;
        let lines = wrap(&cells, WIDTH, indent * CELL);
        Ok(lines
            .into_iter()
            .map(|line| {
                let shift = if line.cells.start == 0 { indent * CELL } else { 0 };
                let place = body_place(LEFT + shift, WIDTH - shift, Align::Justify);
                Piece::line(set(cells.get(line.cells.clone()).unwrap_or_default(), line.last, place))
            })
            .collect())
    }

    pub(super) fn blocks(&self, blocks: &[FilledBlock]) -> Result<Vec<Piece>, PaperFaults> {
        let mut pieces = Vec::new();
        for (i, block) in blocks.iter().enumerate() {
            match block {
                FilledBlock::Paragraph { role, text } => {
                    let style = match role {
                        Role::Heading1 => Style::Hei,
                        Role::Heading2 => Style::Kai,
                        Role::Heading3 | Role::Body => Style::Fang,
                    };
                    let mut lines = self.paragraph(&[Span::new(style, text)], 2)?;
                    let before_table = matches!(blocks.get(i + 1), Some(FilledBlock::Table(_)));
                    if *role != Role::Body {
                        let all = lines.len();
                        keep_last(&mut lines, all);
                    } else if before_table {
                        keep_last(&mut lines, 1);
                    }
                    pieces.extend(lines);
                }
                FilledBlock::Table(table) => pieces.extend(self.table(table)?),
            }
        }
        Ok(pieces)
    }

    /// An annex on a new page: 附件 at the first line, the title at the third.
    pub(super) fn annex(&self, annex: &FilledAnnex, number: Option<u32>) -> Result<Vec<Piece>, PaperFaults> {
        let word = number.map_or_else(|| "附件".to_owned(), |n| format!("附件{n}"));
        let mut pieces = self.paragraph(&[Span::new(Style::Hei, word)], 0)?;
        if let Some(first) = pieces.first_mut() {
            first.new_page = true;
        }
        keep_last(&mut pieces, 1);
        pieces.push(Piece::blank());
        pieces.extend(self.title(&annex.title)?);
        pieces.push(Piece::blank());
        pieces.extend(self.blocks(&annex.body)?);
        Ok(pieces)
    }
}

/// Cut a long word wherever a line may end.
fn cut(cells: &[Cell]) -> Vec<Vec<Cell>> {
    let text: Vec<char> = cells.iter().map(|c| c.ch).collect();
    let mut parts: Vec<Vec<Cell>> = Vec::new();
    for (cell, at) in cells.iter().zip(opportunities(&text)) {
        match parts.last_mut() {
            Some(part) if at != Break::Allowed => part.push(*cell),
            _ => parts.push(vec![*cell]),
        }
    }
    parts
}
