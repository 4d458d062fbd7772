//! Pages as a printer sees them: glyphs at places, and filled rectangles. Knows no PDF.

use crate::fonts::FaceId;
use crate::grid::{Nm, Size};

/// One glyph; `x` is its origin, from the page's left edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    pub ch: char,
    pub id: u16,
    pub x: Nm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Black,
    Red,
    Grey,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub face: FaceId,
    pub size: Size,
    pub ink: Ink,
    /// The baseline, from the page's top edge.
    pub y: Nm,
    pub glyphs: Vec<Glyph>,
    /// Turned by 45 degrees to the left about its first glyph: the watermark.
    pub slanted: bool,
}

/// A filled rectangle: a rule, or a module of a QR code. `x`, `y` is its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    pub x: Nm,
    pub y: Nm,
    pub width: Nm,
    pub height: Nm,
    pub ink: Ink,
}

/// One page; runs stand in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    pub runs: Vec<Run>,
    pub fills: Vec<Fill>,
}

/// A piece of a page, its `y` counted from its own top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strip {
    pub runs: Vec<Run>,
    pub fills: Vec<Fill>,
}

impl Strip {
    /// Put the strip on a page, its top at `y`.
    pub fn place(&self, page: &mut Page, y: Nm) {
        page.runs.extend(self.runs.iter().cloned().map(|mut run| {
            run.y += y;
            run
        }));
        page.fills
            .extend(self.fills.iter().map(|fill| Fill { y: fill.y + y, ..*fill }));
    }
}
