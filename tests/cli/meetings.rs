//! Review meetings made up at random, and their results in exact fractions, from the command sheet alone.

use crate::run::Dice;
use num_rational::Ratio;
use serde_json::{Value, json};
use std::cmp::Ordering;

type Exact = Ratio<i64>;

/// A meeting with coarse scores, so that ties are common.
pub fn meeting(dice: &mut Dice) -> Value {
    let rubric = json!([
        {"item": "A1", "dimension": "A", "max": "60"},
        {"item": "A2", "dimension": "A", "max": "20.5"},
        {"item": "B1", "dimension": "B", "max": "8"},
        {"item": "E1", "dimension": "E", "max": "5"},
        {"item": "E2", "dimension": "E", "max": "6.5"},
    ]);
    let applications: Vec<String> = (0..2 + dice.roll(5))
        .map(|i| format!("{}{i}", dice.pick(&["A", "申", "a", "𠮷"])))
        .collect();
    let mut sheets = Vec::new();
    for application in &applications {
        for expert in 0..4 + dice.roll(4) {
            let scores = (dice.roll(12) > 0).then(|| {
                json!({
                    "A1": dice.pick(&["40", "48.5", "49", "60"]), "A2": dice.pick(&["10", "10.5", "20.5"]),
                    "B1": dice.pick(&["4", "4.5", "5.0"]), "E1": dice.pick(&["4.5", "5", "4"]),
                    "E2": dice.pick(&["0", "5.5", "6.5"]),
                })
            });
            let veto = (dice.roll(40) == 0).then(|| format!("{application}：{}", dice.pick(&["材料虚假", "严重失信"])));
            sheets.push(
                json!({"application": application, "expert": format!("E{expert}"), "scores": scores, "veto": veto}),
            );
        }
    }
    dice.shuffle(&mut sheets);
    let mut chair = applications.clone();
    dice.shuffle(&mut chair);
    chair.truncate(dice.roll(chair.len() + 1));
    let capital = [json!("8000000"), json!("8000000.00"), json!("9000000.01"), Value::Null];
    let applications: Vec<Value> = applications
        .iter()
        .map(|id| json!({"id": id, "paid_in_capital": dice.pick(&capital)}))
        .collect();
    json!({"rubric": rubric, "applications": applications, "sheets": sheets, "chair_order": chair})
}

/// A meeting whose applications all have the same totals and differ only further down the ladder.
pub fn tied_meeting(dice: &mut Dice) -> Value {
    let mut facts = meeting(dice);
    let splits = [
        ["4", "6.5", "5"],
        ["5", "5.5", "5"],
        ["4", "6", "5.5"],
        ["4.5", "6", "5"],
        ["5", "5", "5.5"],
    ];
    let per_application: Vec<(Value, [&str; 3])> = facts["applications"]
        .as_array()
        .expect("applications")
        .iter()
        .map(|a| (a["id"].clone(), *dice.pick(&splits)))
        .collect();
    for sheet in facts["sheets"].as_array_mut().expect("sheets") {
        let (_, [e1, e2, b1]) = per_application
            .iter()
            .find(|(id, _)| *id == sheet["application"])
            .expect("known");
        sheet["scores"] = json!({"A1": "50", "A2": "10", "B1": b1, "E1": e1, "E2": e2});
        sheet["veto"] = Value::Null;
    }
    facts
}

struct Standing {
    id: String,
    valid: usize,
    dropped: Vec<String>,
    score: Option<Exact>,
    e: Exact,
    b: Exact,
    capital: Option<Exact>,
    chair: Option<usize>,
    vetoes: Vec<String>,
}

/// What must come out: the rows without their sentences.
pub fn result(facts: &Value, quota: Option<usize>) -> Vec<Value> {
    let all: Vec<Standing> = facts["applications"]
        .as_array()
        .expect("applications")
        .iter()
        .map(|application| standing(facts, application))
        .collect();
    let (scored, mut unscored): (Vec<_>, Vec<_>) = all.iter().partition(|s| s.score.is_some());
    let (mut ranked, mut vetoed): (Vec<_>, Vec<_>) = scored.into_iter().partition(|s| s.vetoes.is_empty());
    let by_id = |a: &&Standing, b: &&Standing| a.id.chars().cmp(b.id.chars());
    unscored.sort_by(by_id);
    vetoed.sort_by(by_id);
    // A rank is one more than the number of those who stand above, so it needs no order to be counted in.
    let above = |a: &Standing, b: &Standing| {
        b.score
            .cmp(&a.score)
            .then_with(|| ladder(a, b).map_or(Ordering::Equal, |l| l.1))
    };
    let rank = |s: &Standing| 1 + ranked.iter().filter(|other| above(other, s) == Ordering::Less).count();
    let ranks: Vec<(String, usize)> = ranked.iter().map(|s| (s.id.clone(), rank(s))).collect();
    let rank_of = |s: &Standing| {
        ranks
            .iter()
            .find(|(id, _)| *id == s.id)
            .map(|(_, rank)| *rank)
            .expect("ranked")
    };
    ranked.sort_by(|a, b| rank_of(a).cmp(&rank_of(b)).then_with(|| by_id(a, b)));

    let passed = |s: &Standing| s.vetoes.is_empty() && s.score.is_some_and(|score| score >= Exact::from(70));
    let mut rows: Vec<Value> = Vec::new();
    for (at, standing) in ranked.iter().enumerate() {
        let all: &[&Standing] = &ranked;
        let same = |at: Option<usize>| at.and_then(|at| all.get(at)).filter(|o| o.score == standing.score);
        let neighbour = same(at.checked_sub(1)).or_else(|| same(Some(at + 1)));
        let parted = neighbour
            .and_then(|other| ladder(standing, other))
            .map(|(step, _)| step);
        let selected = quota.map(|quota| {
            if !passed(standing) {
                return json!(false);
            }
            let mine = rank_of(standing);
            let sharing = ranked.iter().filter(|o| rank_of(o) == mine && passed(o)).count();
            // All who share the rank fit, or none of them does; else the chair decides.
            if mine - 1 + sharing <= quota {
                json!(true)
            } else if mine > quota {
                json!(false)
            } else {
                Value::Null
            }
        });
        rows.push(row(
            standing,
            Some(rank_of(standing)),
            passed(standing),
            parted,
            selected,
        ));
    }
    for standing in vetoed.into_iter().chain(unscored) {
        rows.push(row(standing, None, false, None, quota.map(|_| json!(false))));
    }
    rows
}

fn row(s: &Standing, rank: Option<usize>, passed: bool, parted: Option<&str>, selected: Option<Value>) -> Value {
    let published = s.score.map(|score| {
        let hundredths = (score * 100).to_integer();
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    });
    json!({
        "application": s.id, "valid_sheets": s.valid, "dropped": s.dropped, "score": published, "rank": rank,
        "passed": passed, "tie_broken_by": parted, "selected": selected,
    })
}

/// The first step that parts two of equal score, and which of them it puts above.
fn ladder(a: &Standing, b: &Standing) -> Option<(&'static str, Ordering)> {
    let chair = |s: &Standing| s.chair.unwrap_or(usize::MAX);
    [
        ("E", b.e.cmp(&a.e)),
        ("B", b.b.cmp(&a.b)),
        ("paid_in_capital", b.capital.cmp(&a.capital)),
        ("chair", chair(a).cmp(&chair(b))),
    ]
    .into_iter()
    .find(|(_, order)| *order != Ordering::Equal)
}

fn standing(facts: &Value, application: &Value) -> Standing {
    let id = application["id"].as_str().expect("id").to_owned();
    let list = |key: &str| facts[key].as_array().expect("list").clone();
    let mine: Vec<Value> = list("sheets").into_iter().filter(|s| s["application"] == id).collect();
    let of_dimension = |sheet: &Value, dimension: Option<&str>| -> Exact {
        list("rubric")
            .iter()
            .filter(|line| dimension.is_none_or(|d| line["dimension"] == d))
            .map(|line| exact(&sheet["scores"][line["item"].as_str().expect("item")]))
            .sum()
    };
    let mut valid: Vec<(Exact, String, &Value)> = mine
        .iter()
        .filter(|sheet| !sheet["scores"].is_null())
        .map(|sheet| {
            (
                of_dimension(sheet, None),
                sheet["expert"].as_str().expect("expert").to_owned(),
                sheet,
            )
        })
        .collect();
    valid.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let enough = valid.len() >= 5;
    let kept: &[_] = if enough { &valid[1..valid.len() - 1] } else { &[] };
    let mean = |of: &dyn Fn(&Value) -> Exact| -> Exact {
        let sum: Exact = kept.iter().map(|(_, _, sheet)| of(sheet)).sum();
        sum / i64::try_from(kept.len().max(1)).expect("few")
    };
    let vetoes = mine
        .iter()
        .filter_map(|s| s["veto"].as_str().map(str::to_owned))
        .collect();
    Standing {
        valid: valid.len(),
        dropped: if enough {
            vec![valid[0].1.clone(), valid[valid.len() - 1].1.clone()]
        } else {
            vec![]
        },
        // HALF_UP: half a hundredth is added, and the rest cut off.
        score: enough.then(|| ((mean(&|s| of_dimension(s, None)) * 100 + Exact::new(1, 2)).floor()) / 100),
        e: mean(&|s| of_dimension(s, Some("E"))),
        b: mean(&|s| of_dimension(s, Some("B"))),
        capital: Some(&application["paid_in_capital"])
            .filter(|c| !c.is_null())
            .map(exact),
        chair: list("chair_order").iter().position(|named| *named == id),
        vetoes,
        id,
    }
}

fn exact(text: &Value) -> Exact {
    let text = text.as_str().expect("decimal");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let scale = 10_i64.pow(u32::try_from(fraction.len()).expect("short"));
    Exact::new(format!("{whole}{fraction}").parse().expect("digits"), scale)
}
