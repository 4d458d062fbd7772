//! Sheet 评分: one row an application and expert.

use super::line::{Formula, Line};
use super::{expect_sheets, tell_other_columns, tell_other_sheets};
use crate::book::{self, Grid};
use crate::cell::{self, Bad};
use crate::columns::SCORES;
use crate::columns::scores::{APPLICATION, EXPERT, FIRST_ITEM, Last, columns};
use crate::fault::{FileFault, FileFaultKind};
use crate::import::{Import, Log, Row};
use crate::terms::{RubricItem, Terms};
use domain::Points;
use domain::clause::rules;
use serde::Serialize;
use std::collections::HashMap;

/// One expert's sheet on one application, as its row holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreRow {
    pub application: String,
    pub expert: String,
    /// In the rubric's order; `None` is an abstention.
    pub scores: Option<Vec<(String, Points)>>,
    /// Why the expert abstains.
    pub abstention: Option<String>,
    /// A ground's id and the reason.
    pub veto: Option<(String, String)>,
    /// For each objective item that was changed: why.
    pub changes: Vec<(String, String)>,
}

/// Reads a workbook of score sheets. A blank item is a fault unless the row abstains; an abstention has no scores; an
/// application has one row for each expert.
///
/// # Errors
/// A [`FileFault`] where the file as a whole cannot be read.
pub fn sheets(bytes: &[u8], terms: &Terms) -> Result<Import<ScoreRow>, FileFault> {
    let mut book = book::open(bytes)?;
    expect_sheets(&book, &[SCORES])?;
    let mut log = Log::default();
    tell_other_sheets(&book, &[SCORES], &mut log);
    let mut good = Vec::new();
    let mut rows = 0;
    {
        let (mut grid, head) = Grid::open(&mut book, SCORES, columns(terms))?;
        tell_other_columns(&head, &mut log);
        let mut cells = grid.cells();
        let mut seen: HashMap<(String, String), u32> = HashMap::new();
        while grid.next(&mut cells)? {
            rows += 1;
            let mut line = Line::new(&cells, &head, &mut log);
            let value = sheet(&mut line, terms);
            let key = (value.application.clone(), value.expert.clone());
            if let Some(first) = seen.get(&key) {
                line.fault(EXPERT, twice(*first));
            } else {
                seen.insert(key, line.cells.row);
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
            sheet: SCORES.to_owned(),
        }
        .into());
    }
    Ok(log.finish(good, rows, book.sha256, &[SCORES]))
}

fn sheet(line: &mut Line<'_, '_>, terms: &Terms) -> ScoreRow {
    let application = line.required_text(APPLICATION, Formula::Refused);
    let expert = line.required_text(EXPERT, Formula::Refused);
    let abstention = line.text(Last::Abstention.at(terms)).map(|t| t.into_owned());
    let scores = if abstention.is_some() {
        for at in 0..terms.rubric.len() {
            if line.cell(FIRST_ITEM + at).is_some_and(|v| !v.is_blank()) {
                line.fault(FIRST_ITEM + at, scored_and_abstained());
            }
        }
        None
    } else {
        let mut scores = Vec::with_capacity(terms.rubric.len());
        for (at, item) in terms.rubric.iter().enumerate() {
            if let Some(points) = score(line, FIRST_ITEM + at, item, terms.step) {
                scores.push((item.code.clone(), points));
            }
        }
        Some(scores)
    };
    ScoreRow {
        application,
        expert,
        scores,
        abstention,
        veto: veto(line, terms),
        changes: changes(line, terms),
    }
}

fn score(line: &mut Line<'_, '_>, slot: usize, item: &RubricItem, step: Points) -> Option<Points> {
    let cell = line.cell(slot)?;
    if cell.is_blank() && !cell.formula {
        line.fault(
            slot,
            Bad::new(
                "blank_score",
                ("该项未评分", "the item has no score"),
                (
                    "请补评；弃权的填写弃权理由并清空各项得分",
                    "score it; when abstaining, give the reason and clear all scores",
                ),
            )
            .by(rules::SCORING),
        );
        return None;
    }
    let points = line.take(slot, Formula::Refused, |v| {
        cell::points(v).map_err(|bad| bad.by(rules::SCORING))
    })?;
    let off_step = step.0 > 0 && points.0 % step.0 != 0;
    if points.0 < 0 || points > item.max || off_step {
        line.fault(
            slot,
            Bad::new(
                "score_out_of_range",
                (
                    "得分超出该项范围或不合分档",
                    "the score is out of the item's range or off its step",
                ),
                (
                    &format!("请填 0 至 {} 分，步长 {step} 分", item.max),
                    &format!("write 0 to {} in steps of {step}", item.max),
                ),
            )
            .by(rules::SCORING),
        );
        return None;
    }
    Some(points)
}

fn veto(line: &mut Line<'_, '_>, terms: &Terms) -> Option<(String, String)> {
    let (ground_at, reason_at) = (Last::VetoGround.at(terms), Last::VetoReason.at(terms));
    let ground = line.text(ground_at);
    let reason = line.text(reason_at);
    let incomplete = || {
        Bad::new(
            "veto_incomplete",
            (
                "一票否决须同时填写情形和理由",
                "a veto needs both its ground and its reason",
            ),
            ("请补填，或两格都清空", "fill in both cells, or clear both"),
        )
        .by(rules::OUTCOME)
    };
    match (ground, reason) {
        (None, None) => None,
        (Some(_), None) => {
            line.fault(reason_at, incomplete());
            None
        }
        (None, Some(_)) => {
            line.fault(ground_at, incomplete());
            None
        }
        (Some(ground), Some(reason)) => {
            let known = terms.vetoes.iter().find(|v| v.name == *ground || v.id == *ground);
            if known.is_none() {
                let names: Vec<&str> = terms.vetoes.iter().map(|v| v.name.as_str()).collect();
                line.fault(
                    ground_at,
                    cell::not_in_list(
                        &format!("请从下列情形中选择：{}", names.join("、")),
                        &format!("choose one of: {}", names.join(", ")),
                    )
                    .by(rules::OUTCOME),
                );
            }
            known.map(|v| (v.id.clone(), reason.into_owned()))
        }
    }
}

/// `A1：…；A3：…`
fn changes(line: &mut Line<'_, '_>, terms: &Terms) -> Vec<(String, String)> {
    let slot = Last::Changes.at(terms);
    let Some(text) = line.text(slot) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    for part in text.split(['；', ';', '\n']).map(str::trim).filter(|p| !p.is_empty()) {
        let named = part.split_once(['：', ':']).and_then(|(item, why)| {
            let item = item.trim();
            let known = terms.rubric.iter().find(|r| r.code == item && r.objective)?;
            let why = why.trim();
            (!why.is_empty()).then(|| (known.code.clone(), why.to_owned()))
        });
        match named {
            Some(change) => list.push(change),
            None => line.fault(
                slot,
                Bad::new(
                    "change_unclear",
                    (
                        &format!("“{part}”没有写明是哪一客观项及其理由"),
                        &format!("“{part}” does not name an objective item and its reason"),
                    ),
                    ("请写成 A1：理由；A3：理由", "write A1: reason; A3: reason"),
                )
                .by(rules::SCORING),
            ),
        }
    }
    list
}

fn scored_and_abstained() -> Bad {
    Bad::new(
        "scored_and_abstained",
        ("已填弃权理由，又填了得分", "the row abstains and yet has a score"),
        (
            "弃权不是零分：请清空得分，或清空弃权理由",
            "an abstention is not zero: clear the scores or the reason",
        ),
    )
    .by(rules::SCORING)
}

fn twice(first: u32) -> Bad {
    Bad::new(
        "sheet_twice",
        (
            &format!("该专家对该申请的评分已在第 {first} 行"),
            &format!("this expert's sheet on this application already stands in row {first}"),
        ),
        ("只保留一行", "keep one row"),
    )
    .by(rules::SCORING)
}
