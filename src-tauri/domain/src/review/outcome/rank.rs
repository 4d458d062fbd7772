use super::check::Tally;
use super::{Assessed, Outcome, Ranked, reason};
use crate::Points;
use crate::clause::rules::OUTCOME;
use crate::policy::{ReviewRules, TieStep};
use std::cmp::{Ordering, Reverse};

/// One application with its score, before it has a place.
pub(super) struct Standing<'f> {
    pub application: &'f Assessed,
    pub valid: usize,
    /// (expert, total) of the sheets dropped, from the lowest total.
    pub dropped: Vec<(&'f str, Points)>,
    /// `None` with too few valid sheets.
    pub mean: Option<Mean>,
    /// By expert.
    pub vetoes: Vec<(&'f str, &'f str)>,
    chair: Option<usize>,
}

/// The kept sheets: exact sums and their number, so that means are compared without rounding.
pub(super) struct Mean {
    pub kept: i64,
    pub total: i64,
    /// Sums of the ladder's dimensions, in its order.
    pub sums: Vec<i64>,
    pub published: Points,
}

pub(super) fn rank(rules: &ReviewRules, tallies: Vec<Tally>) -> Outcome {
    let mut ranked = Vec::new();
    let mut vetoed = Vec::new();
    let mut unscored = Vec::new();
    for tally in tallies {
        let standing = average(rules, tally);
        match (&standing.mean, standing.vetoes.is_empty()) {
            (None, _) => unscored.push(standing),
            (Some(_), false) => vetoed.push(standing),
            (Some(_), true) => ranked.push(standing),
        }
    }
    // Ids compare by code point: UTF-8 keeps that order.
    vetoed.sort_by(|a, b| a.application.id.cmp(&b.application.id));
    unscored.sort_by(|a, b| a.application.id.cmp(&b.application.id));
    ranked.sort_by(|a, b| {
        let by_score = Reverse(a.published()).cmp(&Reverse(b.published()));
        by_score
            .then_with(|| parting(rules, a, b).map_or(Ordering::Equal, |(_, order)| order))
            .then_with(|| a.application.id.cmp(&b.application.id))
    });

    let mut ranking = place(rules, &ranked);
    ranking.extend(vetoed.iter().chain(&unscored).map(|standing| Ranked {
        reason: reason::unranked(rules, standing),
        ..row(rules, standing)
    }));
    Outcome { ranking }
}

/// Drops the extremes by (total, expert id) and averages the rest.
fn average<'f>(rules: &ReviewRules, tally: Tally<'f>) -> Standing<'f> {
    let mut sheets = tally.sheets;
    let mut vetoes = tally.vetoes;
    vetoes.sort_unstable();
    let valid = sheets.len();
    let size = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let trimmed = size(rules.trim_lowest).saturating_add(size(rules.trim_highest));
    let enough = valid >= size(rules.min_valid_sheets) && valid > trimmed;
    let (mut dropped, mut mean) = (Vec::new(), None);
    if enough {
        sheets.sort_unstable_by(|a, b| (a.1.total, a.0).cmp(&(b.1.total, b.0)));
        let (low, rest) = sheets.split_at(size(rules.trim_lowest));
        let (kept, high) = rest.split_at(valid - trimmed);
        dropped = low
            .iter()
            .chain(high)
            .map(|(expert, marks)| (*expert, Points(marks.total)))
            .collect();
        mean = Some(mean_of(kept.iter().map(|(_, marks)| marks)));
    }
    Standing {
        application: tally.application,
        valid,
        dropped,
        mean,
        vetoes,
        chair: tally.chair,
    }
}

fn mean_of<'m>(kept: impl Iterator<Item = &'m crate::review::marking::Marks>) -> Mean {
    let (mut n, mut total, mut sums) = (0, 0, Vec::new());
    for marks in kept {
        n += 1;
        total += marks.total;
        sums.resize(marks.sums.len(), 0);
        for (sum, mark) in sums.iter_mut().zip(&marks.sums) {
            *sum += mark;
        }
    }
    // HALF_UP in hundredths: floor(total / n + 1/2). Totals are never negative.
    let published = Points((2 * total + n) / (2 * n));
    Mean {
        kept: n,
        total,
        sums,
        published,
    }
}

impl Standing<'_> {
    pub fn published(&self) -> Option<Points> {
        self.mean.as_ref().map(|mean| mean.published)
    }
}

/// The first step of the ladder that parts two applications, and which of them it puts above (`Less`: `a`).
pub(super) fn parting<'r>(rules: &'r ReviewRules, a: &Standing, b: &Standing) -> Option<(&'r TieStep, Ordering)> {
    let mut dimension = 0;
    rules.ties.iter().find_map(|step| {
        let order = match step {
            TieStep::Dimension(_) => {
                dimension += 1;
                higher_mean(a, b, dimension - 1)
            }
            TieStep::PaidInCapital => b.application.paid_in_capital.cmp(&a.application.paid_in_capital),
            TieStep::Chair => {
                let last = usize::MAX;
                a.chair.unwrap_or(last).cmp(&b.chair.unwrap_or(last))
            }
        };
        (order != Ordering::Equal).then_some((step, order))
    })
}

fn higher_mean(a: &Standing, b: &Standing, dimension: usize) -> Ordering {
    let (Some(a), Some(b)) = (&a.mean, &b.mean) else {
        return Ordering::Equal;
    };
    let sum = |mean: &Mean| i128::from(mean.sums.get(dimension).copied().unwrap_or_default());
    // a/m > b/n exactly when a·n > b·m: no quotient, no rounding.
    (sum(b) * i128::from(a.kept)).cmp(&(sum(a) * i128::from(b.kept)))
}

/// Ranks what is already in order: equal published scores that nothing parts share a rank.
fn place(rules: &ReviewRules, ordered: &[Standing]) -> Vec<Ranked> {
    let tied = |a: usize, b: usize| match (ordered.get(a), ordered.get(b)) {
        (Some(x), Some(y)) if x.published() == y.published() => Some((x, y)),
        _ => None,
    };
    let mut rows: Vec<Ranked> = Vec::with_capacity(ordered.len());
    for (i, standing) in ordered.iter().enumerate() {
        let above = i.checked_sub(1).and_then(|above| tied(above, i));
        let parted_above = above.and_then(|(x, y)| parting(rules, x, y));
        let rank = match (above, parted_above, rows.last().and_then(|r| r.rank)) {
            (Some(_), None, Some(shared)) => shared,
            _ => i + 1,
        };
        // The first of a tie is measured against the one below it.
        let neighbour = above.map(|(x, _)| x).or_else(|| tied(i, i + 1).map(|(_, y)| y));
        let parted = neighbour.and_then(|other| parting(rules, standing, other));
        rows.push(Ranked {
            rank: Some(rank),
            passed: standing.published().is_some_and(|score| score >= rules.pass_line),
            tie_broken_by: parted.map(|(step, _)| step.clone()),
            reason: reason::ranked(rules, standing, neighbour, parted),
            ..row(rules, standing)
        });
    }
    select(rules, &mut rows);
    rows
}

/// Marks those within the quota. A shared rank across its edge is left to the chair.
fn select(rules: &ReviewRules, rows: &mut [Ranked]) {
    let Some(quota) = rules.quota.and_then(|quota| usize::try_from(quota).ok()) else {
        return;
    };
    // All who passed stand before all who did not, so the quota is an edge between two rows.
    let passed = rows.iter().filter(|r| r.passed).count();
    let edge = match (quota.checked_sub(1).and_then(|last| rows.get(last)), rows.get(quota)) {
        (Some(last), Some(next)) if quota < passed && last.rank == next.rank => last.rank,
        _ => None,
    };
    for (i, row) in rows.iter_mut().enumerate() {
        if row.passed && edge.is_some() && row.rank == edge {
            reason::left_to_the_chair(&mut row.reason, quota);
        } else {
            row.selected = Some(row.passed && i < quota);
        }
    }
}

/// What every row shares; not ranked, not passed. Under a quota a row without a rank is not selected.
fn row(rules: &ReviewRules, standing: &Standing) -> Ranked {
    let ranked = standing.mean.is_some() && standing.vetoes.is_empty();
    Ranked {
        application: standing.application.id.clone(),
        valid_sheets: standing.valid,
        dropped: standing
            .dropped
            .iter()
            .map(|(expert, _)| (*expert).to_owned())
            .collect(),
        score: standing.published(),
        rank: None,
        passed: false,
        selected: rules.quota.filter(|_| !ranked).map(|_| false),
        tie_broken_by: None,
        reason: crate::Say::new("", ""),
        clause: OUTCOME.into(),
    }
}
