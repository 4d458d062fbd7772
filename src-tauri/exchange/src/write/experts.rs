//! The workbook of the expert pool.

use super::cell::{Out, put};
use super::layout::{Formats, add_lists, lay_out};
use super::{WriteFault, guide, new_workbook};
use crate::columns::{EXPERTS, experts as pool};
use crate::read::ExpertRow;
use crate::terms::Terms;

/// Writes the pool in the template's shape; without any expert it is the template.
pub fn experts(rows: &[ExpertRow], terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let mut workbook = new_workbook("评审专家库")?;
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(EXPERTS)?;
    lay_out(sheet, &pool::columns(), terms, &formats, 2)?;
    for (at, row) in (1u32..).zip(rows) {
        let specialty = terms
            .specialty(&row.specialty)
            .map_or(row.specialty.as_str(), |s| s.name.as_str());
        let (history, shares, ties) = (
            row.history.join("；"),
            row.shareholdings.join("；"),
            row.ties.join("；"),
        );
        let cells = [
            Out::Text(&row.id),
            Out::Text(&row.name),
            Out::Text(specialty),
            Out::Text(&row.employer),
            Out::Text(&history),
            Out::Text(&shares),
            Out::Text(&ties),
        ];
        for (column, out) in (0u16..).zip(&cells) {
            put(sheet, at, column, out, &formats)?;
        }
    }
    guide::add(&mut workbook, terms, guide::FOR_EXPERTS, false)?;
    add_lists(&mut workbook, terms, &formats)?;
    Ok(workbook.save_to_buffer()?)
}
