//! Opening a workbook safely, and going through a sheet row by row without holding it.

mod grid;
mod open;

pub(crate) use grid::{Cells, Grid, Head, Value};
pub use open::load;
pub(crate) use open::{Book, open};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 96 << 20;
/// The largest a sheet may be when unpacked.
pub const LARGEST_SHEET: u64 = 3 << 30;
/// The largest the other parts (strings, styles) may be when unpacked: they are held in memory.
pub const LARGEST_PART: u64 = 256 << 20;
