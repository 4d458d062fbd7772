//! The outcome of a large review, from its sheets to the ranking.

use super::{Failed, RUNS, figure::Figure, progress, scatter};
use crate::stopwatch::Stopwatch;
use domain::{
    Fen, Points,
    policy::Policy,
    review::{Assessed, Entries, OutcomeFacts, RubricLine, Score, SheetLine, outcome},
};
use std::hint::black_box;

/// Applications; each has [`SHEETS`] sheets.
pub const SIZE: u32 = 800;
const SHEETS: u32 = 50;

pub fn measure(size: u32) -> Result<Vec<Figure>, Failed> {
    let policy = crate::policy::PolicyArg::shipped("wuhu-plan").map_err(|_| "no policy")?;
    let facts = facts(policy, size);
    let bar = progress("outcome");
    let mut values = Vec::new();
    for _ in 0..RUNS {
        let watch = Stopwatch::start();
        let answer = outcome(&policy.review, black_box(&facts)).map_err(|faults| format!("{:?}", faults.first()))?;
        values.push(watch.passed());
        let ranked = answer.ranking.iter().filter(|r| r.rank.is_some()).count();
        if ranked != size as usize {
            return Err(Failed(format!("{ranked} ranked of {size}")));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(vec![Figure::of("outcome", "ranking_50_sheets", size, &values)])
}

fn facts(policy: &Policy, size: u32) -> OutcomeFacts {
    let rubric: Vec<RubricLine> = policy
        .review
        .rubric
        .iter()
        .flat_map(|d| d.items.iter().map(move |item| (d, item)))
        .map(|(dimension, item)| RubricLine {
            item: item.item.clone(),
            dimension: dimension.id.clone(),
            max: item.max,
        })
        .collect();
    let application = |a: u32| format!("A-{a:05}");
    let sheets = (0..size)
        .flat_map(|a| (0..SHEETS).map(move |e| (a, e)))
        .map(|(a, e)| SheetLine {
            application: application(a),
            expert: format!("Z{e:02}"),
            scores: Some(Entries(scores(policy, &rubric, a, e))),
            veto: None,
        })
        .collect();
    OutcomeFacts {
        applications: (0..size)
            .map(|a| Assessed {
                id: application(a),
                paid_in_capital: Some(Fen::yuan(8_000_000 + i64::from(a % 7))),
            })
            .collect(),
        sheets,
        rubric,
        chair_order: Vec::new(),
    }
}

/// In the upper half of each item's range, on its steps.
fn scores(policy: &Policy, rubric: &[RubricLine], application: u32, expert: u32) -> Vec<(String, Score)> {
    let step = policy.review.step.0.max(1);
    (0u64..)
        .zip(rubric)
        .map(|(i, line)| {
            let steps = line.max.0 / step;
            let n = scatter((u64::from(application) << 32) | (u64::from(expert) << 16) | i);
            let off = i64::try_from(n % (steps.unsigned_abs() / 2 + 1)).unwrap_or_default();
            let points = Points((steps - off) * step);
            (line.item.clone(), Score::read(&points.to_string()))
        })
        .collect()
}
