//! What may not be torn, and filling pages with it.

use crate::faults::PaperFaults;
use crate::grid::{HEIGHT, LINE, Nm};
use crate::page::{Page, Strip};
use std::rc::Rc;

/// A strip of the type area that stands on one page: a line of text, a row of a table, a blank.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    pub height: Nm,
    pub strip: Strip,
    /// Starts on a line of the grid.
    pub snap: bool,
    /// Stands on the same page as the next piece.
    pub keep: bool,
    /// Vanishes at the top of a page.
    pub blank: bool,
    pub new_page: bool,
    /// Opens the page again when this row is the first on it.
    pub header: Option<Rc<Piece>>,
}

impl Piece {
    /// An empty line, kept with what follows.
    pub fn blank() -> Self {
        Self {
            height: LINE,
            snap: true,
            keep: true,
            blank: true,
            ..Self::default()
        }
    }

    /// A line of text on the grid.
    pub fn line(runs: Vec<crate::page::Run>) -> Self {
        Self {
            height: LINE,
            strip: Strip {
                runs,
                fills: Vec::new(),
            },
            snap: true,
            ..Self::default()
        }
    }
}

/// Keep the last `count` pieces with what follows them.
pub fn keep_last(pieces: &mut [Piece], count: usize) {
    for piece in pieces.iter_mut().rev().take(count) {
        piece.keep = true;
    }
}

/// What stands in the type area of one page, and where it ends, from the top of the type area.
#[derive(Debug, Clone, Default)]
pub struct Body {
    pub strip: Strip,
    pub bottom: Nm,
}

/// Fill pages with pieces; the first page begins at `first_top`.
///
/// # Errors
/// Pieces that must stay together and are taller than a page.
pub fn paginate(pieces: &[Piece], first_top: Nm) -> Result<Vec<Body>, PaperFaults> {
    let mut pages = Vec::new();
    let mut page = Open::at(first_top);
    let mut rest = pieces;
    while !rest.is_empty() {
        let length = rest.iter().take_while(|p| p.keep).count() + 1;
        let (group, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        let forced = group.first().is_some_and(|p| p.new_page);
        if forced || !page.takes(group) {
            if !page.empty {
                pages.push(page.body);
                page = Open::at(0);
            }
            if !page.takes(group) {
                return Err(PaperFaults::one(
                    "layout",
                    "有一项内容高于一页，无法排印",
                    "something is taller than a page",
                ));
            }
        }
        page.put(group);
    }
    pages.push(page.body);
    Ok(pages)
}

/// A page being filled.
struct Open {
    body: Body,
    empty: bool,
    y: Nm,
}

impl Open {
    fn at(y: Nm) -> Self {
        Self {
            body: Body::default(),
            empty: true,
            y,
        }
    }

    fn takes(&self, group: &[Piece]) -> bool {
        let mut trial = Open::at(self.y);
        trial.empty = self.empty;
        trial.put(group);
        trial.body.bottom <= HEIGHT
    }

    fn put(&mut self, group: &[Piece]) {
        for piece in group {
            if self.empty && piece.blank {
                continue;
            }
            if self.empty
                && let Some(header) = &piece.header
            {
                self.put_one(header);
            }
            self.put_one(piece);
        }
    }

    fn put_one(&mut self, piece: &Piece) {
        if piece.snap {
            self.y = (self.y + LINE - 1) / LINE * LINE;
        }
        let mut page = Page {
            runs: std::mem::take(&mut self.body.strip.runs),
            fills: std::mem::take(&mut self.body.strip.fills),
        };
        piece.strip.place(&mut page, self.y);
        self.body.strip = Strip {
            runs: page.runs,
            fills: page.fills,
        };
        self.y += piece.height;
        self.empty = false;
        if !piece.blank {
            self.body.bottom = self.y;
        }
    }
}
