//! Ten thousand random meetings against a second reading of 细则6, in exact rationals and by counting instead of sorting:
//! a place is one more than the number of those who stand above.

use super::*;
use crate::policy::{Policy, ReviewRules, TieStep};
use crate::review::{Entries, Score};
use crate::{Fen, Points};
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

fn whole(n: i64) -> BigRational {
    BigRational::from_integer(n.into())
}

fn exact(points: Points) -> BigRational {
    whole(points.0) / whole(100)
}

/// Score, mean of E, mean of B, capital (unknown below any), chair (later is lower, absent lowest).
type Key = Vec<BigRational>;

const STEPS: [&str; 5] = ["score", "E", "B", "paid_in_capital", "chair"];

struct Expected {
    valid: usize,
    /// Lowest first.
    dropped: Vec<String>,
    key: Option<Key>,
    vetoes: Vec<String>,
}

/// A sheet's sum over the items whose dimension is wanted; every item where none is named.
fn sum(facts: &OutcomeFacts, sheet: &SheetLine, dimension: Option<&str>) -> BigRational {
    let scores = sheet.scores.as_ref().expect("a valid sheet");
    let wanted = |line: &&RubricLine| dimension.is_none_or(|d| d == line.dimension);
    let points = |line: &RubricLine| scores.get(&line.item).and_then(Score::points).expect("complete");
    exact(facts.rubric.iter().filter(wanted).map(points).sum())
}

fn expect(facts: &OutcomeFacts, application: &Assessed) -> Expected {
    let of_it = || facts.sheets.iter().filter(|s| s.application == application.id);
    // (total, expert, E, B) of each sheet with scores.
    let mut kept: Vec<(BigRational, &str, BigRational, BigRational)> = of_it()
        .filter(|s| s.scores.is_some())
        .map(|s| {
            (
                sum(facts, s, None),
                s.expert.as_str(),
                sum(facts, s, Some("E")),
                sum(facts, s, Some("B")),
            )
        })
        .collect();
    let valid = kept.len();
    let mut dropped = Vec::new();
    let mut key = None;
    if valid >= 5 {
        // The lowest is the one that no other comes before; the highest the one that comes before no other.
        let lowest = (0..valid).find(|i| kept.iter().all(|s| *s >= kept[*i])).expect("one");
        dropped.push(kept.remove(lowest).1.to_owned());
        let highest = (0..valid - 1)
            .find(|i| kept.iter().all(|s| *s <= kept[*i]))
            .expect("one");
        dropped.push(kept.remove(highest).1.to_owned());
        let n = whole(kept.len() as i64);
        let mut means = [whole(0), whole(0), whole(0)];
        for (total, _, e, b) in &kept {
            means = [&means[0] + total, &means[1] + e, &means[2] + b];
        }
        let [mean, mean_e, mean_b] = means.map(|sum| sum / &n);
        let cents = (mean * whole(100) + BigRational::new(1.into(), 2.into())).floor();
        let capital = application.paid_in_capital.map_or(whole(-1), |fen| whole(fen.0));
        let chair = facts.chair_order.iter().position(|id| *id == application.id);
        let chair = whole(-(chair.unwrap_or(1_000_000) as i64));
        key = Some(vec![cents / whole(100), mean_e, mean_b, capital, chair]);
    }
    let mut vetoes: Vec<(String, String)> = of_it()
        .filter_map(|s| Some((s.expert.clone(), s.veto.clone()?)))
        .collect();
    vetoes.sort();
    Expected {
        valid,
        dropped,
        key,
        vetoes: vetoes.into_iter().map(|(_, reason)| reason).collect(),
    }
}

#[derive(Default)]
struct Seen {
    counts: BTreeMap<String, usize>,
}

impl Seen {
    fn note(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }
}

fn compare(rules: &ReviewRules, facts: &OutcomeFacts, seen: &mut Seen) {
    let got = outcome(rules, facts).expect("the meeting is in order").ranking;
    let expected: BTreeMap<&str, Expected> = facts
        .applications
        .iter()
        .map(|a| (a.id.as_str(), expect(facts, a)))
        .collect();
    let in_the_ranking = |id: &str| {
        expected[id]
            .vetoes
            .is_empty()
            .then_some(expected[id].key.as_ref())
            .flatten()
    };
    let group = |id: &str| match (&expected[id].key, expected[id].vetoes.is_empty()) {
        (Some(_), true) => 0,
        (Some(_), false) => 1,
        (None, _) => 2,
    };
    // (group, place, id) orders the whole list.
    let place = |id: &str| {
        let above = |key: &Key| {
            expected
                .keys()
                .filter(|o| in_the_ranking(o).is_some_and(|k| k > key))
                .count()
                + 1
        };
        in_the_ranking(id).map(above)
    };
    let mut order: Vec<(i32, usize, &str)> = expected
        .keys()
        .map(|id| (group(id), place(id).unwrap_or(0), *id))
        .collect();
    order.sort();
    let ids: Vec<&str> = got.iter().map(|r| r.application.as_str()).collect();
    assert_eq!(
        ids,
        order.iter().map(|(_, _, id)| *id).collect::<Vec<_>>(),
        "the list's order"
    );

    for (i, row) in got.iter().enumerate() {
        let id = row.application.as_str();
        let right = &expected[id];
        assert_eq!(row.valid_sheets, right.valid, "{id}: abstentions are no sheets");
        assert_eq!(row.dropped, right.dropped, "{id}: one lowest, one highest");
        assert_eq!(
            row.score.map(exact),
            right.key.as_ref().map(|k| k[0].clone()),
            "{id}: score"
        );
        assert_eq!(row.rank, place(id), "{id}: rank");
        let passes = in_the_ranking(id).is_some_and(|k| k[0] >= whole(70));
        assert_eq!(row.passed, passes, "{id}: passed");
        seen.note(if passes { "passed" } else { "not passed" });
        if !right.vetoes.is_empty() {
            for words in &right.vetoes {
                assert!(row.reason.zh.contains(words), "{id}: the veto's words are the reason");
            }
            seen.note(if right.key.is_some() {
                "vetoed"
            } else {
                "vetoed, no score"
            });
        } else if right.key.is_none() {
            assert!(
                row.reason.zh.contains(&format!("{} 份", right.valid)),
                "{id}: says how many sheets"
            );
            seen.note("no score");
        }
        let Some(key) = in_the_ranking(id) else {
            assert_eq!(row.tie_broken_by, None);
            continue;
        };
        // Ties stand together, so a neighbour with the same score is the one above, else the one below.
        let same = |j: usize| {
            let other = got.get(j).and_then(|r| in_the_ranking(&r.application));
            other.filter(|k| k[0] == key[0])
        };
        let neighbour = i.checked_sub(1).and_then(same).or_else(|| same(i + 1));
        let parted = neighbour.and_then(|other| (1..5).find(|step| other[*step] != key[*step]));
        let broken_by = row.tie_broken_by.clone().map(String::from);
        assert_eq!(
            broken_by.as_deref(),
            parted.map(|step| STEPS[step]),
            "{id}: what broke the tie"
        );
        seen.note(&match (neighbour, parted) {
            (None, _) => "alone".to_owned(),
            (Some(_), None) => "equal rank".to_owned(),
            (Some(_), Some(step)) => format!("tie broken by {}", STEPS[step]),
        });
    }
}

/// The narrower the menu, the more ties. 0.5 steps; E has two items, A and B one each.
const MENU: [[&str; 4]; 4] = [
    ["46", "45.5", "52", "38"],
    ["12", "12.5", "11.5", "15"],
    ["6", "6.5", "5.5", "9"],
    ["6", "5.5", "6.5", "0"],
];

fn sheet(width: usize) -> impl Strategy<Value = (Option<[usize; 4]>, Option<u8>)> {
    let picks = [0..width, 0..width, 0..width, 0..width];
    (
        proptest::option::weighted(0.92, picks),
        proptest::option::weighted(0.02, 0u8..3),
    )
}

fn meetings() -> impl Strategy<Value = OutcomeFacts> {
    (1usize..=4).prop_flat_map(|width| {
        let sheets = proptest::collection::vec(sheet(width), 4..=9);
        let capital = proptest::option::weighted(0.8, 8_000_000i64..8_000_003);
        let application = (sheets, capital);
        (
            proptest::collection::vec(application, 1..=6),
            proptest::sample::subsequence((0..6usize).collect::<Vec<_>>(), 0..=6).prop_shuffle(),
            any::<u64>(),
        )
            .prop_map(|(applications, chair, mix)| meeting(applications, chair, mix))
    })
}

type Drafted = (Vec<(Option<[usize; 4]>, Option<u8>)>, Option<i64>);

fn meeting(applications: Vec<Drafted>, chair: Vec<usize>, mix: u64) -> OutcomeFacts {
    let lines = [("A1", "A", 60), ("B1", "B", 20), ("E1", "E", 10), ("E2", "E", 10)];
    let id = |i: usize| format!("申请-{}", i * 7 % 10);
    let mut sheets = Vec::new();
    for (a, (drafted, _)) in applications.iter().enumerate() {
        for (e, (picks, veto)) in drafted.iter().enumerate() {
            let mut scores = picks.map(|picks| -> Entries<Score> {
                (0..4).map(|n| (lines[n].0, Score::read(MENU[n][picks[n]]))).collect()
            });
            // Items come in any order.
            if let Some(scores) = &mut scores {
                scores.0.rotate_left((mix as usize >> e) % 4);
            }
            sheets.push(SheetLine {
                application: id(a),
                expert: format!("E-{}", (e * 7 + 3) % 10),
                scores,
                veto: veto.map(|n| format!("否决理由{n}")),
            });
        }
    }
    let turn = mix as usize % sheets.len().max(1);
    sheets.rotate_left(turn);
    OutcomeFacts {
        rubric: lines
            .iter()
            .map(|(item, dimension, max)| RubricLine {
                item: (*item).into(),
                dimension: (*dimension).into(),
                max: Points::whole(*max),
            })
            .collect(),
        chair_order: chair.into_iter().filter(|i| *i < applications.len()).map(id).collect(),
        applications: applications
            .iter()
            .enumerate()
            .map(|(i, (_, capital))| Assessed {
                id: id(i),
                paid_in_capital: capital.map(Fen::yuan),
            })
            .collect(),
        sheets,
    }
}

#[test]
fn ten_thousand_meetings_come_out_as_exact_rationals_say() {
    let rules = &Policy::shipped("wuhu-plan").expect("ships").review;
    assert_eq!(
        rules.ties[0],
        TieStep::Dimension("E".into()),
        "the oracle knows the plan's ladder only"
    );
    let config = Config {
        cases: 10_000,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config.clone(), TestRng::deterministic_rng(config.rng_algorithm));
    let seen = RefCell::new(Seen::default());
    let run = runner.run(&meetings(), |facts| {
        compare(rules, &facts, &mut seen.borrow_mut());
        Ok(())
    });
    run.expect("every meeting agrees");
    // A generator that never made a case would prove nothing about it.
    let counts = seen.into_inner().counts;
    for what in [
        "passed",
        "not passed",
        "vetoed",
        "vetoed, no score",
        "no score",
        "alone",
        "equal rank",
        "tie broken by E",
        "tie broken by B",
        "tie broken by paid_in_capital",
        "tie broken by chair",
    ] {
        let n = counts.get(what).copied().unwrap_or_default();
        assert!(n >= 100, "{what}: seen {n} times only, of {counts:?}");
    }
}
