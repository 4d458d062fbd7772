//! 标点挤压: how much of a full-width mark is empty, and on which side.

use super::Cell;
use crate::grid::Nm;

const CLOSING: &str = "，。、）》」』〕”’】〉〗］｝";
const OPENING: &str = "（《「『〔“‘【〈〖［｛";
const STOPS: &str = "；：？！";

/// The empty space of a cell: to the left of its mark, and to the right.
pub fn empty_sides(cell: &Cell) -> (Nm, Nm) {
    if !cell.full {
        (0, 0)
    } else if CLOSING.contains(cell.ch) {
        (0, cell.width / 2)
    } else if STOPS.contains(cell.ch) {
        (0, cell.width / 4)
    } else if OPENING.contains(cell.ch) {
        (cell.width / 2, 0)
    } else {
        (0, 0)
    }
}

/// All that a stretch of cells can give up.
pub fn slack(cells: &[Cell]) -> Nm {
    cells
        .iter()
        .map(|c| {
            let (left, right) = empty_sides(c);
            left + right
        })
        .sum()
}
