//! 退回: the rows that were not taken, as they were written, each with its reasons.

use super::layout::{Formats, lay_out};
use super::{WriteFault, new_workbook};
use crate::book::{self, Grid};
use crate::cell::shown;
use crate::columns::{Column, EXPERTS, FILINGS, Kind, MATERIALS, REASONS, SCORES, experts, filings, materials, scores};
use crate::import::{CellFault, Import};
use crate::read::{ExpertRow, ScoreRow};
use crate::terms::Terms;
use calamine::DataRef;
use domain::application::ApplicationForm;
use domain::ident::{Kind as Ident, normalise};
use rust_xlsxwriter::Workbook;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The applications that were not taken, with all their material rows: the county corrects and sends only these.
pub fn rejected_filings(bytes: &[u8], import: &Import<ApplicationForm>, terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let good: HashSet<u32> = import.good.iter().map(|r| r.row).collect();
    let taken: HashSet<&str> = import.good.iter().map(|r| r.value.applicant.uscc.as_str()).collect();
    let mut workbook = new_workbook("退回的申请")?;
    let code_at = materials::Material::Uscc as usize;
    sheet(
        &mut workbook,
        bytes,
        FILINGS,
        filings::columns(),
        &import.faults,
        terms,
        |row, _| !good.contains(&row),
    )?;
    sheet(
        &mut workbook,
        bytes,
        MATERIALS,
        materials::columns(),
        &import.faults,
        terms,
        |_, cells| {
            let code = cells.get(code_at).map(String::as_str).unwrap_or_default();
            !taken.contains(code) && !taken.contains(normalise(Ident::Uscc, code).text.as_str())
        },
    )?;
    super::layout::add_lists(&mut workbook, terms, &Formats::new())?;
    Ok(workbook.save_to_buffer()?)
}

/// The score sheets that were not taken.
pub fn rejected_sheets(bytes: &[u8], import: &Import<ScoreRow>, terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let good: HashSet<u32> = import.good.iter().map(|r| r.row).collect();
    let mut workbook = new_workbook("退回的评分表")?;
    sheet(
        &mut workbook,
        bytes,
        SCORES,
        scores::columns(terms),
        &import.faults,
        terms,
        |row, _| !good.contains(&row),
    )?;
    super::layout::add_lists(&mut workbook, terms, &Formats::new())?;
    Ok(workbook.save_to_buffer()?)
}

/// The experts that were not taken.
pub fn rejected_experts(bytes: &[u8], import: &Import<ExpertRow>, terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let good: HashSet<u32> = import.good.iter().map(|r| r.row).collect();
    let mut workbook = new_workbook("退回的专家")?;
    sheet(
        &mut workbook,
        bytes,
        EXPERTS,
        experts::columns(),
        &import.faults,
        terms,
        |row, _| !good.contains(&row),
    )?;
    super::layout::add_lists(&mut workbook, terms, &Formats::new())?;
    Ok(workbook.save_to_buffer()?)
}

/// Copies the rows that `rejected` picks, in the template's order of columns, with their reasons in a last column.
fn sheet(
    workbook: &mut Workbook,
    bytes: &[u8],
    name: &str,
    columns: Vec<Column>,
    faults: &[CellFault],
    terms: &Terms,
    rejected: impl Fn(u32, &[String]) -> bool,
) -> Result<(), WriteFault> {
    let mut reasons: HashMap<u32, Vec<String>> = HashMap::new();
    for fault in faults.iter().filter(|f| f.place.sheet == name) {
        let clause = fault.clause.as_ref().map(|c| format!("（{c}）")).unwrap_or_default();
        reasons.entry(fault.place.row).or_default().push(format!(
            "{} {}：{}{clause}。{}。",
            fault.place.letter, fault.place.caption, fault.message.zh, fault.remedy.zh
        ));
    }
    let formats = Formats::new();
    let out = workbook.add_worksheet();
    out.set_name(name)?;
    let mut with_reasons = columns.clone();
    with_reasons.push(Column {
        caption: Cow::Borrowed(REASONS),
        kind: Kind::Text,
        required: false,
        width: 60,
        note: Cow::Borrowed("改正后可以直接再次导入，本列不读取。"),
    });
    lay_out(out, &with_reasons, terms, &formats, 2)?;
    let reason_at = u16::try_from(columns.len()).unwrap_or(u16::MAX);

    let mut original = book::open(bytes)?;
    let (mut grid, _) = Grid::open(&mut original, name, columns.clone())?;
    let mut cells = grid.cells();
    let mut at = 1;
    while grid.next(&mut cells)? {
        let shown: Vec<String> = cells.slots.iter().map(|v| shown(&v.data)).collect();
        if !rejected(cells.row, &shown) {
            continue;
        }
        for ((slot, value), column) in (0u16..).zip(&cells.slots).zip(&columns) {
            let text = shown.get(usize::from(slot)).map(String::as_str).unwrap_or_default();
            match &value.data {
                DataRef::Empty => {}
                // A number stays one, so that the same fault is found again unless it is corrected.
                DataRef::Float(n) => {
                    out.write_number_with_format(at, slot, *n, formats.of(column.kind))?;
                }
                _ => {
                    out.write_string_with_format(at, slot, text, &formats.text)?;
                }
            }
        }
        let why = match reasons.get(&cells.row) {
            Some(list) => list.join("\n"),
            None => "本行无误，因该企业的其他行有误一并退回。".to_owned(),
        };
        out.write_string_with_format(at, reason_at, &why, &formats.text)?;
        at += 1;
    }
    Ok(())
}
