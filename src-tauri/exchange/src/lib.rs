//! Workbooks in and out.
//!
//! A county office fills a template in Excel or WPS; the city's office reads it back. What a cell may hold is said once,
//! in [`columns`]: the template writes its captions, drop-downs and notes from there, and the reader takes its rules
//! from there. A read gives every fault at once, each with its cell, and keeps the rows that are right.

pub mod book;
mod cell;
pub mod columns;
pub mod fault;
pub mod import;
pub mod read;
pub mod sample;
pub mod template;
pub mod terms;
pub mod write;

#[cfg(test)]
mod tests;

pub use fault::FileFault;
pub use import::{CellFault, Import, Place, Remark, Row};
pub use terms::Terms;
