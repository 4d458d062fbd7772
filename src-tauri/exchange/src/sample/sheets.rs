//! Invented score sheets for a panel that was drawn.

use super::rng::Rng;
use crate::read::ScoreRow;
use crate::terms::{RubricItem, Terms};
use domain::Points;

/// The scores staff set on each application's objective items: `(application, [(item, score)])`, items in the rubric's
/// order. The sheets of [`sheets_for`], asked for with the same arguments, confirm them.
pub fn prefilled(
    panel: &[String],
    applications: &[String],
    recused: &[(String, String)],
    terms: &Terms,
    seed: u64,
) -> Vec<(String, Vec<(String, Points)>)> {
    let plot = Plot::of(panel, applications, recused);
    applications
        .iter()
        .map(|application| {
            let quality = quality(plot.scored_like(application), seed);
            let items = terms.rubric.iter().filter(|item| item.objective);
            let set = items.map(|item| (item.code.clone(), part(item, quality, terms.step)));
            (application.clone(), set.collect())
        })
        .collect()
}

/// Which applications the special cases fall on: the first three that the whole panel scores.
struct Plot<'a> {
    first: Option<&'a String>,
    second: Option<&'a String>,
    third: Option<&'a String>,
}

impl<'a> Plot<'a> {
    fn of(panel: &[String], applications: &'a [String], recused: &[(String, String)]) -> Self {
        let mut whole = applications
            .iter()
            .filter(|a| !recused.iter().any(|(e, r)| r == *a && panel.contains(e)));
        Self {
            first: whole.next(),
            second: whole.next(),
            third: whole.next(),
        }
    }

    /// The second is scored as the first, then shifted.
    fn scored_like(&self, application: &'a String) -> &'a String {
        match self.first {
            Some(first) if self.second == Some(application) => first,
            _ => application,
        }
    }
}

/// A sheet for every expert of the panel on every application, but for the pairs `recused` names
/// (`(expert, application)`).
///
/// Among them, told by their place in `applications`: the first two that the whole panel scores have equal totals from
/// each expert and part only in dimension E; the last is vetoed by one expert for false material; and where more than
/// five experts remain, one abstains on the third that the whole panel scores.
pub fn sheets_for(
    panel: &[String],
    applications: &[String],
    recused: &[(String, String)],
    terms: &Terms,
    seed: u64,
) -> Vec<ScoreRow> {
    let is_recused =
        |expert: &String, application: &String| recused.iter().any(|(e, a)| e == expert && a == application);
    let plot = Plot::of(panel, applications, recused);
    let mut rows = Vec::new();
    for application in applications {
        for (at, expert) in panel.iter().enumerate() {
            if is_recused(expert, application) {
                continue;
            }
            let mut scores = score(plot.scored_like(application), expert, terms, seed);
            let tied = plot.second == Some(application);
            if tied {
                shift(&mut scores, terms);
            }
            let abstains = plot.third == Some(application) && at + 1 == panel.len() && panel.len() > 5;
            let vetoes = applications.last() == Some(application) && at == 0 && applications.len() > 3;
            rows.push(ScoreRow {
                application: application.clone(),
                expert: expert.clone(),
                scores: (!abstains).then_some(scores),
                abstention: abstains.then(|| "样例：本人对该类业务不熟悉，不予评分".to_owned()),
                veto: if vetoes {
                    terms
                        .vetoes
                        .iter()
                        .find(|v| v.id.contains("false"))
                        .or(terms.vetoes.first())
                        .map(|v| (v.id.clone(), "样例：验资报告与银行回单不符，材料不实".to_owned()))
                } else {
                    None
                },
                changes: Vec::new(),
            });
        }
    }
    rows
}

/// 64 to 93 of a hundred.
fn quality(application: &str, seed: u64) -> u32 {
    64 + Rng::new(seed ^ hash(application)).below(30)
}

fn score(application: &str, expert: &str, terms: &Terms, seed: u64) -> Vec<(String, Points)> {
    let quality = quality(application, seed);
    let mut rng = Rng::new(seed ^ hash(application).rotate_left(17) ^ hash(expert));
    let bias = rng.below(9);
    terms
        .rubric
        .iter()
        .map(|item| {
            let level = if item.objective {
                quality
            } else {
                (quality + bias + rng.below(9)).saturating_sub(8).min(100)
            };
            (item.code.clone(), part(item, level, terms.step))
        })
        .collect()
}

/// So many hundredths of an item's points, down to a step.
fn part(item: &RubricItem, level: u32, step: Points) -> Points {
    let raw = item.max.0 * i64::from(level) / 100;
    let step = step.0.max(1);
    Points(raw - raw % step)
}

/// Moves a step from dimension B to E where B has one and E has room: the total stays.
fn shift(scores: &mut [(String, Points)], terms: &Terms) {
    let room = |scores: &[(String, Points)], from: &str, to: &str| {
        let max = |code: &str| {
            terms
                .rubric
                .iter()
                .find(|r| r.code == code && !r.objective)
                .map(|r| r.max)
        };
        let source = scores
            .iter()
            .position(|(c, p)| c.starts_with(from) && *p >= terms.step && max(c).is_some())?;
        let target = scores
            .iter()
            .position(|(c, p)| c.starts_with(to) && max(c).is_some_and(|m| *p + terms.step <= m))?;
        Some((source, target))
    };
    if let Some((source, target)) = room(scores, "B", "E") {
        scores[source].1.0 -= terms.step.0;
        scores[target].1.0 += terms.step.0;
    }
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
