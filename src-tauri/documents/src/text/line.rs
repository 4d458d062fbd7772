//! Filling lines: take in the most that fits, squeeze marks before stretching gaps, avoid tearing numbers.

use super::breaks::{self, Break};
use super::squeeze::{empty_sides, slack};
use super::{Cell, width};
use crate::grid::{Nm, Size};
use crate::page::{Glyph, Ink, Run};
use std::ops::Range;

/// How a line stands between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Both edges, but for a paragraph's last line.
    Justify,
    Left,
    Centre,
    Right,
}

/// One line: which cells, and whether it ends the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub cells: Range<usize>,
    pub last: bool,
}

/// A line may be stretched by this share of its measure to keep a number whole: 4 characters of 28.
const STRETCH_SHARE: Nm = 7;

/// Break cells into lines `measure` wide, the first shorter by `indent`.
pub fn wrap(cells: &[Cell], measure: Nm, indent: Nm) -> Vec<Line> {
    let text: Vec<char> = cells.iter().map(|c| c.ch).collect();
    let at = breaks::opportunities(&text);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let room = if start == 0 { measure - indent } else { measure };
        let end = line_end(cells, &at, start, room);
        lines.push(Line {
            cells: start..end,
            last: end == cells.len(),
        });
        start = end;
    }
    lines
}

/// A place where a line could end: the cell after it, and the line's natural width.
type End = Option<(usize, Nm)>;

/// The last end that fits as the marks stand, and the first one beyond it that fits with squeezed marks.
#[derive(Default)]
struct Ends {
    natural: End,
    squeezed: End,
}

impl Ends {
    fn see(&mut self, end: usize, width: Nm, room: Nm) {
        if width <= room {
            self.natural = Some((end, width));
        } else if self.squeezed.is_none() {
            self.squeezed = Some((end, width));
        }
    }

    /// A full line stays as it is; a short one rather squeezes its marks than stretches its gaps.
    fn best(&self, room: Nm) -> End {
        match self.natural {
            Some((_, width)) if width == room => self.natural,
            _ => self.squeezed.or(self.natural),
        }
    }
}

/// Where the line that starts at `start` ends.
fn line_end(cells: &[Cell], at: &[Break], start: usize, room: Nm) -> usize {
    let mut natural = 0;
    let mut give = 0;
    let mut allowed = Ends::default();
    let mut reluctant = Ends::default();
    let mut emergency = None;
    for (end, cell) in cells.iter().enumerate().skip(start).map(|(i, c)| (i + 1, c)) {
        natural += cell.width;
        give += slack(std::slice::from_ref(cell));
        let blank = if cell.ch == ' ' { cell.width } else { 0 };
        if natural - give - blank > room {
            break;
        }
        if end == cells.len() {
            return end;
        }
        match at.get(end) {
            Some(Break::Allowed) => allowed.see(end, natural - blank, room),
            Some(Break::Reluctant) => reluctant.see(end, natural - blank, room),
            Some(Break::Emergency) if natural <= room => emergency = Some(end),
            _ => {}
        }
    }
    match (allowed.best(room), reluctant.best(room)) {
        (Some((end, natural)), Some((later, _))) if later > end => {
            if room - natural <= room / STRETCH_SHARE {
                end
            } else {
                later
            }
        }
        (Some((end, _)), _) | (None, Some((end, _))) => end,
        // A run wider than the line: cut it where no rule forbids, or else take one character.
        (None, None) => emergency.unwrap_or(start + 1),
    }
}

/// Where and how to set a line.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub x: Nm,
    /// The baseline.
    pub y: Nm,
    pub measure: Nm,
    pub align: Align,
    pub size: Size,
    pub ink: Ink,
}

/// Set a line's cells: one run for each change of face. Blanks at the line's end are dropped.
pub fn set(cells: &[Cell], last: bool, place: Place) -> Vec<Run> {
    let shown = cells.len() - cells.iter().rev().take_while(|c| c.ch == ' ').count();
    let cells = cells.get(..shown).unwrap_or_default();
    let natural = width(cells);
    let spare = place.measure - natural;
    let (mut x, gaps) = if spare < 0 {
        (place.x, squeezed(cells, -spare))
    } else {
        match place.align {
            Align::Justify if !last => (place.x, stretched(cells, spare)),
            Align::Justify | Align::Left => (place.x, Vec::new()),
            Align::Centre => (place.x + spare / 2, Vec::new()),
            Align::Right => (place.x + spare, Vec::new()),
        }
    };
    let mut runs: Vec<Run> = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        let (left, right) = gaps.get(i).copied().unwrap_or((0, 0));
        let glyph = Glyph {
            ch: cell.ch,
            id: cell.glyph,
            x: x + left,
        };
        x += left + cell.width + right;
        match runs.last_mut().filter(|r| r.face == cell.face) {
            Some(run) => run.glyphs.push(glyph),
            None => runs.push(Run {
                face: cell.face,
                size: place.size,
                ink: place.ink,
                y: place.y,
                glyphs: vec![glyph],
                slanted: false,
            }),
        }
    }
    runs
}

/// Space to add before and after each glyph (negative) so that the line loses `excess`: the mark at the line's end
/// gives first, then all marks alike.
fn squeezed(cells: &[Cell], excess: Nm) -> Vec<(Nm, Nm)> {
    let end = cells.last().map_or(0, |c| empty_sides(c).1.min(excess));
    let body = cells.get(..cells.len().saturating_sub(1)).unwrap_or_default();
    let total = slack(body);
    let rest = (excess - end).min(total);
    let share = |upto: Nm| if total == 0 { 0 } else { upto * rest / total };
    let mut seen = 0;
    let mut out: Vec<(Nm, Nm)> = body
        .iter()
        .map(|c| {
            let (left, right) = empty_sides(c);
            let before = share(seen);
            let mid = share(seen + left);
            seen += left + right;
            (before - mid, mid - share(seen))
        })
        .collect();
    if !cells.is_empty() {
        out.push((0, -end));
    }
    out
}

/// Spread `spare` over the gaps of a line, but not inside a word, a number, —— or ……; over all gaps if there is no other.
fn stretched(cells: &[Cell], spare: Nm) -> Vec<(Nm, Nm)> {
    let open = |pair: &[Cell]| match pair {
        [a, b] => {
            let latin = |c: char| c.is_ascii_graphic();
            !(latin(a.ch) && latin(b.ch) || a.ch == b.ch && matches!(a.ch, '—' | '…'))
        }
        _ => false,
    };
    let opens: Vec<bool> = cells.windows(2).map(open).collect();
    let count = opens.iter().filter(|o| **o).count();
    let all = count == 0;
    let total = Nm::try_from(if all { opens.len() } else { count }).unwrap_or(0);
    if total == 0 {
        return Vec::new();
    }
    let mut done = 0;
    opens
        .iter()
        .map(|&open| {
            if !(open || all) {
                return (0, 0);
            }
            let before = spare * done / total;
            done += 1;
            (0, spare * done / total - before)
        })
        .collect()
}

#[cfg(test)]
mod tests;
