//! Sheet 专家: the members of the pool.

use super::line::{Formula, Line};
use super::{expect_sheets, tell_other_columns, tell_other_sheets, uscc};
use crate::book::{self, Grid};
use crate::cell::{self, Bad};
use crate::columns::EXPERTS;
use crate::columns::experts::{Expert, columns};
use crate::fault::{FileFault, FileFaultKind};
use crate::import::{Import, Log, Row};
use crate::terms::Terms;
use domain::clause::rules;
use serde::Serialize;
use std::collections::HashMap;

/// One expert as the pool's workbook holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExpertRow {
    pub id: String,
    pub name: String,
    /// The specialty's id in the policy.
    pub specialty: String,
    pub employer: String,
    /// Full names of employers of the last three years.
    pub history: Vec<String>,
    /// Codes of enterprises the expert holds shares of.
    pub shareholdings: Vec<String>,
    /// Codes of enterprises tied otherwise: advisory work, kinship, dispute.
    pub ties: Vec<String>,
}

/// Reads the pool of experts.
///
/// # Errors
/// A [`FileFault`] where the file as a whole cannot be read.
pub fn experts(bytes: &[u8], terms: &Terms) -> Result<Import<ExpertRow>, FileFault> {
    let mut book = book::open(bytes)?;
    expect_sheets(&book, &[EXPERTS])?;
    let mut log = Log::default();
    tell_other_sheets(&book, &[EXPERTS], &mut log);
    let mut good = Vec::new();
    let mut rows = 0;
    {
        let (mut grid, head) = Grid::open(&mut book, EXPERTS, columns())?;
        tell_other_columns(&head, &mut log);
        let mut cells = grid.cells();
        let mut seen: HashMap<String, u32> = HashMap::new();
        while grid.next(&mut cells)? {
            rows += 1;
            let mut line = Line::new(&cells, &head, &mut log);
            let value = expert(&mut line, terms);
            if let Some(first) = seen.get(&value.id) {
                line.fault(Expert::Id as usize, twice(*first));
            } else if !value.id.is_empty() {
                seen.insert(value.id.clone(), line.cells.row);
            }
            if !line.faulty {
                good.push(Row {
                    row: cells.row,
                    reference: None,
                    value,
                });
            }
        }
    }
    if rows == 0 {
        return Err(FileFaultKind::NoRows {
            sheet: EXPERTS.to_owned(),
        }
        .into());
    }
    Ok(log.finish(good, rows, book.sha256, &[EXPERTS]))
}

fn expert(line: &mut Line<'_, '_>, terms: &Terms) -> ExpertRow {
    ExpertRow {
        id: line.required_text(Expert::Id as usize, Formula::Refused),
        name: line.required_text(Expert::Name as usize, Formula::Refused),
        specialty: specialty(line, terms),
        employer: line.required_text(Expert::Employer as usize, Formula::Taken),
        history: line
            .text(Expert::History as usize)
            .map(|t| parts(&t).map(str::to_owned).collect())
            .unwrap_or_default(),
        shareholdings: codes(line, Expert::Shareholdings),
        ties: codes(line, Expert::Ties),
    }
}

fn specialty(line: &mut Line<'_, '_>, terms: &Terms) -> String {
    let slot = Expert::Specialty as usize;
    let written = line.required_text(slot, Formula::Taken);
    if written.is_empty() {
        return written;
    }
    match terms.specialty(&written) {
        Some(known) => known.id.clone(),
        None => {
            let names: Vec<&str> = terms.specialties.iter().map(|s| s.name.as_str()).collect();
            line.fault(
                slot,
                cell::not_in_list(
                    &format!("请从下列类别中选择：{}", names.join("、")),
                    &format!("choose one of: {}", names.join(", ")),
                )
                .by(rules::DRAW),
            );
            written
        }
    }
}

/// Codes in one cell, each checked.
fn codes(line: &mut Line<'_, '_>, column: Expert) -> Vec<String> {
    let slot = column as usize;
    let Some(text) = line.take(slot, Formula::Refused, |v| cell::digits(v, 0)) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    for part in parts(&text) {
        let read = uscc::judge(part);
        match read.outcome {
            Ok(note) => {
                if let Some(note) = note {
                    line.note(slot, note);
                }
                list.push(read.text);
            }
            Err(bad) => line.fault(slot, bad),
        }
    }
    list
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['；', ';', '、', '，', ',', '\n'])
        .map(str::trim)
        .filter(|p| !p.is_empty())
}

fn twice(first: u32) -> Bad {
    Bad::new(
        "expert_twice",
        (
            &format!("专家编号已在第 {first} 行使用"),
            &format!("the expert's id already stands in row {first}"),
        ),
        ("请更改编号或删除重复行", "change the id or remove the row"),
    )
    .by(rules::DRAW)
}
