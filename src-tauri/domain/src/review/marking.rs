//! The scores of one sheet held against a rubric: the one place where range, step and completeness are decided.

use super::fault::{Fault, FaultCode, token};
use super::{Entries, Score};
use crate::Points;
use crate::clause::rules::SCORING;
use std::collections::HashMap;

/// A rubric prepared for marking many sheets.
pub(super) struct Marking<'r> {
    columns: Vec<Column<'r>>,
    index: HashMap<&'r str, usize>,
    step: i64,
    /// How many dimensions are summed apart.
    slots: usize,
}

struct Column<'r> {
    item: &'r str,
    max: i64,
    /// The dimension's place among those that are summed apart.
    slot: Option<usize>,
}

/// What a complete, valid set of scores adds up to, in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    pub total: i64,
    /// The sums of the dimensions asked for, in their order.
    pub sums: Vec<i64>,
}

impl<'r> Marking<'r> {
    /// `items`: (item, dimension, maximum); `apart`: the dimensions whose sums are wanted; `step` must be positive.
    pub fn new(items: impl Iterator<Item = (&'r str, &'r str, Points)>, apart: &[&str], step: Points) -> Self {
        let columns: Vec<Column> = items
            .map(|(item, dimension, max)| Column {
                item,
                max: max.0,
                slot: apart.iter().position(|d| *d == dimension),
            })
            .collect();
        let index = columns.iter().enumerate().map(|(i, c)| (c.item, i)).collect();
        Self {
            columns,
            index,
            step: step.0,
            slots: apart.len(),
        }
    }

    /// Adds up a sheet, or tells everything wrong with it. `at` gives the JSON Pointer of the scores.
    pub fn mark(&self, scores: &Entries<Score>, at: impl Fn() -> String) -> Result<Marks, Vec<Fault>> {
        self.add_up(&scores.0).ok_or_else(|| self.faults(&scores.0, &at()))
    }

    /// The sums, if each item stands there exactly once with a score in range and on its step.
    fn add_up(&self, scores: &[(String, Score)]) -> Option<Marks> {
        if scores.len() != self.columns.len() {
            return None;
        }
        let (mut total, mut sums) = (0, vec![0; self.slots]);
        // Sheets mostly come in the rubric's order; then no item is looked up, and none can stand there twice.
        let mut seen: Option<Vec<bool>> = None;
        for (i, (item, score)) in scores.iter().enumerate() {
            let Score::Points(Points(points)) = score else {
                return None;
            };
            let mut column = &self.columns[i];
            if seen.is_some() || column.item != item {
                let marked = seen.get_or_insert_with(|| (0..scores.len()).map(|n| n < i).collect());
                let place = *self.index.get(item.as_str())?;
                if std::mem::replace(&mut marked[place], true) {
                    return None;
                }
                column = &self.columns[place];
            }
            if *points < 0 || *points > column.max || *points % self.step != 0 {
                return None;
            }
            total += *points;
            if let Some(slot) = column.slot {
                sums[slot] += *points;
            }
        }
        Some(Marks { total, sums })
    }

    fn faults(&self, scores: &[(String, Score)], at: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut seen = vec![false; self.columns.len()];
        for (item, score) in scores {
            let mut tell = |code, zh: String, en: String| {
                let path = format!("{at}/{}", token(item));
                faults.push(Fault::new(path, code, SCORING, (zh, en)));
            };
            let Some(place) = self.index.get(item.as_str()).copied() else {
                tell(
                    FaultCode::Unknown,
                    format!("评分标准中没有 {item} 项"),
                    format!("the rubric has no item {item}"),
                );
                continue;
            };
            if std::mem::replace(&mut seen[place], true) {
                tell(
                    FaultCode::Duplicate,
                    format!("{item} 项重复"),
                    format!("item {item} stands twice"),
                );
            }
            self.judge(score, &self.columns[place], tell);
        }
        for (column, seen) in self.columns.iter().zip(seen) {
            if !seen {
                let say = (
                    format!("{} 项没有评分", column.item),
                    format!("item {} has no score", column.item),
                );
                let path = format!("{at}/{}", token(column.item));
                faults.push(Fault::new(path, FaultCode::Missing, SCORING, say));
            }
        }
        faults
    }

    fn judge(&self, score: &Score, column: &Column, mut tell: impl FnMut(FaultCode, String, String)) {
        let (item, step) = (column.item, Points(self.step));
        match score {
            score if score.is_blank() => tell(
                FaultCode::Missing,
                format!("{item} 项没有评分"),
                format!("item {item} has no score"),
            ),
            Score::Text(text) => tell(
                FaultCode::NotAScore,
                format!("{item} 项不是至多两位小数的十进制字符串：{text}"),
                format!("item {item}: no decimal string with at most two decimals: {text}"),
            ),
            Score::Points(points) => {
                if points.0 < 0 || points.0 > column.max {
                    let max = Points(column.max);
                    tell(
                        FaultCode::OutOfRange,
                        format!("{item} 项 {points} 分，应在 0 至 {max} 之间"),
                        format!("item {item}: {points} points, where 0 to {max} are allowed"),
                    );
                }
                if points.0 % self.step != 0 {
                    tell(
                        FaultCode::OffStep,
                        format!("{item} 项 {points} 分，不是 {step} 的整倍数"),
                        format!("item {item}: {points} points are no multiple of {step}"),
                    );
                }
            }
        }
    }
}
