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
    /// `items`: (item, dimension, maximum); `apart`: the dimensions whose sums are wanted.
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
            // A checked policy has a positive step; anything else divides by nothing here.
            step: step.0.max(1),
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    const RUBRIC: [(&str, &str, Points); 3] = [
        ("A1", "A", Points(300)),
        ("A2", "A", Points(250)),
        ("B1", "B", Points(100)),
    ];

    fn mark(scores: &Entries<Score>) -> Result<Marks, Vec<Fault>> {
        Marking::new(RUBRIC.into_iter(), &["B", "Z", "A"], Points(50)).mark(scores, || "/scores".into())
    }

    fn codes(scores: &Entries<Score>) -> Vec<FaultCode> {
        mark(scores).map_or_else(|faults| faults.into_iter().map(|f| f.code).collect(), |_| Vec::new())
    }

    #[test]
    fn a_single_fault_alone_is_enough() {
        let right = [("A1", "3"), ("A2", "2.5"), ("B1", "0")];
        let marks = mark(&right.map(|(i, s)| (i, Score::read(s))).into_iter().collect());
        let sums = vec![0, 0, 550];
        assert_eq!(
            marks,
            Ok(Marks { total: 550, sums }),
            "sums in the order asked for; no Z in the rubric"
        );
        for (place, item, score, code) in [
            (0, "A1", "3.5", FaultCode::OutOfRange),
            (1, "A2", "-0.5", FaultCode::OutOfRange),
            (2, "B1", "0.25", FaultCode::OffStep),
            (2, "B1", "", FaultCode::Missing),
            (2, "B1", "x", FaultCode::NotAScore),
        ] {
            let mut wrong = right;
            wrong[place] = (item, score);
            let wrong = wrong.map(|(i, s)| (i, Score::read(s))).into_iter().collect();
            assert_eq!(codes(&wrong), [code], "{item} {score:?}");
        }
    }

    proptest! {
        /// Adding up and finding faults are two walks over a sheet; they must never disagree, nor any order matter.
        #[test]
        fn a_sheet_adds_up_exactly_when_nothing_is_wrong(
            scores in proptest::collection::vec(
                (select(vec!["A1", "A2", "B1", "C1"]), select(vec!["0", "0.5", "1", "1", "1", "0.5", "0.25", "9", ""])),
                2..=4,
            ),
        ) {
            let of = |item: &str| -> Vec<i64> {
                let hits = scores.iter().filter(|(i, _)| *i == item);
                hits.map(|(_, s)| Score::read(s).points().map_or(-1, |p| p.0)).collect()
            };
            let right = scores.len() == 3
                && RUBRIC.iter().all(|(item, _, max)| {
                    matches!(of(item)[..], [p] if (0..=max.0).contains(&p) && p % 50 == 0)
                });
            let marks = mark(&scores.iter().map(|(i, s)| (*i, Score::read(s))).collect());
            match marks {
                Ok(marks) => {
                    prop_assert!(right);
                    let total: i64 = scores.iter().filter_map(|(_, s)| Score::read(s).points()).map(|p| p.0).sum();
                    prop_assert_eq!(marks.total, total);
                    prop_assert_eq!(marks.sums, vec![of("B1")[0], 0, of("A1")[0] + of("A2")[0]]);
                }
                Err(faults) => prop_assert!(!right && !faults.is_empty()),
            }
        }
    }
}
