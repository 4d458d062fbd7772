//! From text to lines: cells, where a line may break, and how a line is made to fit.

pub mod breaks;
pub mod line;
pub mod squeeze;
pub mod title;

use crate::faults::PaperFaults;
use crate::fonts::{FaceId, Fonts, Style};
use crate::grid::{Nm, Size, em};

/// Text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub style: Style,
    pub text: String,
}

impl Span {
    pub fn new(style: Style, text: impl Into<String>) -> Self {
        Self {
            style,
            text: text.into(),
        }
    }
}

/// How text is set: its size, and the width of a full-width character (the em, or the body's grid cell).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub size: Size,
    pub cell: Nm,
}

impl Setting {
    /// Characters at their own width.
    pub const fn plain(size: Size) -> Self {
        Self { size, cell: em(size) }
    }

    /// 三号 on the grid of 28 characters a line.
    pub const BODY: Setting = Setting {
        size: crate::grid::SIZE_3,
        cell: crate::grid::CELL,
    };
}

/// A character with its glyph and the width it takes before the line is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub ch: char,
    pub face: FaceId,
    pub glyph: u16,
    pub width: Nm,
    /// Takes a whole cell, so that its empty half may be squeezed.
    pub full: bool,
}

/// Find each character's glyph.
///
/// # Errors
/// A character that no font has. The facts were checked before, so it stands in a template.
pub fn cells(spans: &[Span], setting: Setting, fonts: &Fonts) -> Result<Vec<Cell>, PaperFaults> {
    let mut out = Vec::new();
    for span in spans {
        for ch in span.text.chars() {
            let found = fonts.find(span.style, ch).ok_or_else(|| {
                PaperFaults::one(
                    "template",
                    format!("模板中的字符“{ch}”没有字体可印"),
                    format!("no font has the template's character U+{:04X}", u32::from(ch)),
                )
            })?;
            out.push(Cell {
                ch,
                face: found.face,
                glyph: found.glyph,
                width: found.advance * setting.cell / 1000,
                full: found.advance == 1000,
            });
        }
    }
    Ok(out)
}

/// The width of cells side by side.
pub fn width(cells: &[Cell]) -> Nm {
    cells.iter().map(|c| c.width).sum()
}
