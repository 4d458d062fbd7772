//! The workbook of score sheets.

use super::cell::{Out, put};
use super::layout::{Formats, add_lists, lay_out};
use super::{WriteFault, guide, new_workbook};
use crate::columns::{SCORES, scores};
use crate::read::ScoreRow;
use crate::terms::Terms;

/// Writes score sheets in the template's shape; without any it is the template.
pub fn sheets(rows: &[ScoreRow], terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let mut workbook = new_workbook("专家评分表")?;
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(SCORES)?;
    lay_out(sheet, &scores::columns(terms), terms, &formats, 2)?;
    for (at, row) in (1u32..).zip(rows) {
        let score = |code: &str| {
            let listed = row.scores.as_ref()?.iter().find(|(item, _)| item == code)?;
            Some(listed.1)
        };
        let ground = row.veto.as_ref().map(|(ground, _)| {
            let known = terms.vetoes.iter().find(|v| v.id == *ground);
            known.map_or(ground.as_str(), |v| v.name.as_str())
        });
        let changes = row
            .changes
            .iter()
            .map(|(item, why)| format!("{item}：{why}"))
            .collect::<Vec<_>>()
            .join("；");
        let mut cells = vec![Out::Text(&row.application), Out::Text(&row.expert)];
        cells.extend(
            terms
                .rubric
                .iter()
                .map(|item| score(&item.code).map_or(Out::Blank, Out::Score)),
        );
        cells.extend([
            Out::Text(row.abstention.as_deref().unwrap_or_default()),
            Out::Text(ground.unwrap_or_default()),
            Out::Text(row.veto.as_ref().map(|(_, reason)| reason.as_str()).unwrap_or_default()),
            Out::Text(&changes),
        ]);
        for (column, out) in (0u16..).zip(&cells) {
            put(sheet, at, column, out, &formats)?;
        }
    }
    guide::add(&mut workbook, terms, guide::FOR_SCORES, false)?;
    add_lists(&mut workbook, terms, &formats)?;
    Ok(workbook.save_to_buffer()?)
}
