use super::*;
use crate::policy::{Policy, ReviewRules, TieStep};
use crate::{Points, Say};
use serde_json::{Value, json};

pub(super) fn rules() -> ReviewRules {
    Policy::shipped("wuhu-plan")
        .expect("ships with the program")
        .review
        .clone()
}

/// A meeting over a rubric of A 60, B 20, E 20; each sheet (application, expert, [A, B, E]).
pub(super) fn meeting(applications: &[(&str, Option<&str>)], sheets: &[(&str, &str, [&str; 3])]) -> Value {
    json!({
        "rubric": [
            {"item": "A1", "dimension": "A", "max": "60"},
            {"item": "B1", "dimension": "B", "max": "20"},
            {"item": "E1", "dimension": "E", "max": "20"},
        ],
        "applications": applications.iter().map(|(id, c)| json!({"id": id, "paid_in_capital": c})).collect::<Vec<_>>(),
        "sheets": sheets.iter().map(|(application, expert, [a, b, e])| json!({
            "application": application, "expert": expert, "veto": null,
            "scores": {"A1": a, "B1": b, "E1": e},
        })).collect::<Vec<_>>(),
        "chair_order": [],
    })
}

pub(super) fn facts(value: Value) -> OutcomeFacts {
    serde_json::from_value(value).expect("the shape of the facts")
}

fn ask(value: Value) -> Vec<Ranked> {
    outcome(&rules(), &facts(value)).expect("no fault").ranking
}

/// Five sheets for an application, all the same.
pub(super) fn five<'a>(id: &'a str, scores: [&'a str; 3]) -> Vec<(&'a str, &'a str, [&'a str; 3])> {
    ["e1", "e2", "e3", "e4", "e5"].map(|e| (id, e, scores)).into()
}

#[test]
fn one_extreme_each_is_dropped_by_total_and_then_by_expert() {
    // Totals 80, 90, 80, 90, 85: two lowest and two highest. Kept: one 80, 85, one 90.
    let sheets = [
        ("X", "d", ["50", "15", "15"]),
        ("X", "b", ["60", "15", "15"]),
        ("X", "a", ["50", "15", "15"]),
        ("X", "c", ["60", "15", "15"]),
        ("X", "e", ["55", "15", "15"]),
    ];
    let row = &ask(meeting(&[("X", None)], &sheets))[0];
    assert_eq!(row.dropped, ["a", "c"], "the first and the last by (total, expert)");
    assert_eq!(row.score, Some(Points::whole(85)));
    assert_eq!(
        row.reason.zh,
        "有效评分表 5 份，去掉 a 80、c 90，其余 3 份总分合计 255，平均 85.00；不低于合格线 70。"
    );
}

#[test]
fn half_a_hundredth_rounds_up() {
    // Six sheets, four kept: 81 + 81 + 81.5 + 82 = 325.5, over 4 = 81.375; published 81.38.
    let sheets = [
        ("X", "a", ["41", "20", "20"]),
        ("X", "b", ["41", "20", "20"]),
        ("X", "c", ["41.5", "20", "20"]),
        ("X", "d", ["42", "20", "20"]),
        ("X", "e", ["0", "0", "0"]),
        ("X", "f", ["60", "20", "20"]),
    ];
    let row = &ask(meeting(&[("X", None)], &sheets))[0];
    assert_eq!(row.score.map(Points::published).as_deref(), Some("81.38"));
    let wire = serde_json::to_value(row).expect("serialises");
    assert_eq!(wire["score"], "81.38");
    assert_eq!(
        serde_json::from_value::<Ranked>(wire).ok().as_ref(),
        Some(row),
        "and reads back"
    );
}

#[test]
fn the_pass_line_is_held_against_the_published_score() {
    // Kept totals 70 + 70 + 70 (passes) and, with seven sheets, 69.5 + 70 × 4 = 349.5 / 5 = 69.90 (does not).
    let mut sheets = five("P", ["40", "15", "15"]);
    sheets.extend(five("F", ["40", "15", "15"]));
    sheets.extend([("F", "e6", ["39.5", "15", "15"]), ("F", "e7", ["39.5", "15", "15"])]);
    let rows = ask(meeting(&[("F", None), ("P", None)], &sheets));
    let seen: Vec<(&str, Option<usize>, bool)> = rows
        .iter()
        .map(|r| (r.application.as_str(), r.rank, r.passed))
        .collect();
    assert_eq!(seen, [("P", Some(1), true), ("F", Some(2), false)]);
}

#[test]
fn a_mean_below_the_line_that_is_published_on_it_passes() {
    // 102 sheets: the dropped ones apart, 99 totals of 70 and one of 69.5 make 69.995, published 70.00.
    let experts: Vec<String> = (0..102).map(|e| format!("e{e:03}")).collect();
    let sheets: Vec<(&str, &str, [&str; 3])> = experts
        .iter()
        .enumerate()
        .map(|(i, e)| ("X", e.as_str(), [if i < 2 { "39.5" } else { "40" }, "15", "15"]))
        .collect();
    let row = &ask(meeting(&[("X", None)], &sheets))[0];
    assert!(
        row.reason.zh.contains("其余 100 份总分合计 6999.5，平均 70.00"),
        "{}",
        row.reason.zh
    );
    assert!(row.passed, "the pass line is held against the published score");
}

#[test]
fn the_ladder_parts_equal_scores_step_by_step() {
    let mut sheets = Vec::new();
    sheets.extend(five("by-e", ["40", "15", "20"])); // 75, E 20
    sheets.extend(five("by-b", ["40", "20", "15"])); // 75, E 15, B 20
    for id in ["rich", "poor", "chair-2", "chair-1", "none-b", "none-a"] {
        sheets.extend(five(id, ["41", "19", "15"])); // 75, E 15, B 19
    }
    let applications = [
        ("none-a", None),
        ("none-b", None),
        ("chair-1", None),
        ("chair-2", None),
        ("poor", Some("0.01")),
        ("rich", Some("9000000")),
        ("by-b", None),
        ("by-e", None),
    ];
    let mut value = meeting(&applications, &sheets);
    value["chair_order"] = json!(["chair-1", "chair-2"]);
    let rows = ask(value);
    let seen: Vec<(&str, usize, Option<&str>)> = rows
        .iter()
        .map(|r| {
            let step = r.tie_broken_by.as_ref().map(|s| match s {
                TieStep::Dimension(id) => id.as_str(),
                TieStep::PaidInCapital => "paid_in_capital",
                TieStep::Chair => "chair",
            });
            (r.application.as_str(), r.rank.expect("ranked"), step)
        })
        .collect();
    let expected = [
        ("by-e", 1, Some("E")),
        ("by-b", 2, Some("E")),
        ("rich", 3, Some("B")),
        ("poor", 4, Some("paid_in_capital")),
        ("chair-1", 5, Some("paid_in_capital")),
        ("chair-2", 6, Some("chair")),
        ("none-a", 7, Some("chair")),
        ("none-b", 7, None),
    ];
    assert_eq!(seen, expected);
    assert!(
        rows[0]
            .reason
            .zh
            .contains("与 by-b 同分，E 平均分 60÷3 对 45÷3，列其前"),
        "{}",
        rows[0].reason.zh
    );
    assert!(
        rows[3]
            .reason
            .en
            .contains("paid-in capital CNY 0.01 against CNY 9,000,000.00: stands below it")
    );
    assert!(rows[7].reason.zh.contains("与 none-a 同分，无从区分，并列"));
}

#[test]
fn means_are_compared_exactly_where_a_rounded_one_would_tie() {
    // U keeps 3 sheets, V keeps 4; both publish 75.00. E: 46/3 = 15.333… against 61/4 = 15.25.
    let mut sheets = vec![
        ("U", "e1", ["45", "15", "15"]),
        ("U", "e2", ["45", "15", "15"]),
        ("U", "e3", ["45", "15", "15"]),
        ("U", "e4", ["44", "15", "16"]),
        ("U", "e5", ["45", "15", "15"]),
    ];
    for (expert, scores) in [
        ("e0", ["45", "15", "15"]),
        ("e1", ["45", "15", "15"]),
        ("e2", ["45", "15", "15"]),
        ("e3", ["45", "15", "15"]),
        ("e4", ["44", "15", "16"]),
        ("e5", ["45", "15", "15"]),
    ] {
        sheets.push(("V", expert, scores));
    }
    let rows = ask(meeting(&[("U", None), ("V", None)], &sheets));
    let seen: Vec<&str> = rows.iter().map(|r| r.application.as_str()).collect();
    assert_eq!(seen, ["U", "V"]);
    assert!(
        rows[1].reason.zh.contains("E 平均分 61÷4 对 46÷3，列其后"),
        "{}",
        rows[1].reason.zh
    );
}

#[test]
fn a_veto_keeps_the_score_and_takes_the_rank() {
    let mut sheets = five("good", ["40", "15", "15"]);
    sheets.extend(five("vetoed", ["60", "20", "20"]));
    sheets.extend(&five("few", ["60", "20", "20"])[..4]);
    sheets.extend(&five("few-vetoed", ["60", "20", "20"])[..4]);
    let applications = ["few", "few-vetoed", "good", "nobody", "vetoed"].map(|id| (id, None));
    let mut value = meeting(&applications, &sheets);
    value["sheets"][5]["veto"] = json!("验资报告系伪造");
    // An abstention may veto, and counts as no sheet.
    value["sheets"]
        .as_array_mut()
        .expect("sheets")
        .push(json!({"application": "few-vetoed", "expert": "e9", "scores": null, "veto": "严重失信"}));
    let rows = ask(value);
    let seen: Vec<(&str, usize, Option<usize>, bool)> = rows
        .iter()
        .map(|r| (r.application.as_str(), r.valid_sheets, r.rank, r.passed))
        .collect();
    let expected = [
        ("good", 5, Some(1), true),
        ("vetoed", 5, None, false),
        ("few", 4, None, false),
        ("few-vetoed", 4, None, false),
        ("nobody", 0, None, false),
    ];
    assert_eq!(seen, expected);
    assert_eq!(rows[1].score, Some(Points::whole(100)), "the score is still computed");
    assert_eq!(rows[1].reason, Say::new("验资报告系伪造", "验资报告系伪造"));
    assert_eq!((rows[2].score, rows[2].dropped.len()), (None, 0));
    assert!(rows[2].reason.zh.contains("4 份，不足 5 份"));
    assert_eq!(rows[3].reason.zh, "严重失信");
}

#[test]
fn a_quota_selects_and_leaves_a_tie_across_its_edge_to_the_chair() {
    let mut sheets = five("a", ["60", "20", "20"]);
    for id in ["b", "c"] {
        sheets.extend(five(id, ["50", "15", "15"]));
    }
    sheets.extend(five("d", ["10", "15", "15"]));
    let applications = ["a", "b", "c", "d"].map(|id| (id, None));
    let selected = |quota: Option<u32>| -> Vec<Option<bool>> {
        let rules = ReviewRules { quota, ..rules() };
        let outcome = outcome(&rules, &facts(meeting(&applications, &sheets))).expect("no fault");
        assert!(
            outcome.ranking.iter().all(|r| r.passed == (r.application != "d")),
            "a quota passes nobody"
        );
        outcome.ranking.iter().map(|r| r.selected).collect()
    };
    assert_eq!(selected(None), [None; 4]);
    assert_eq!(selected(Some(0)), [Some(false); 4]);
    assert_eq!(selected(Some(1)), [Some(true), Some(false), Some(false), Some(false)]);
    assert_eq!(selected(Some(2)), [Some(true), None, None, Some(false)]);
    assert_eq!(selected(Some(3)), [Some(true), Some(true), Some(true), Some(false)]);
    assert_eq!(selected(Some(9)), [Some(true), Some(true), Some(true), Some(false)]);
}

#[test]
fn eight_hundred_applications_have_one_place_each() {
    // 800 applications, 50 experts each, all 23 items: the size a province might hold.
    let policy = rules();
    let rubric: Vec<RubricLine> = policy
        .rubric
        .iter()
        .flat_map(|d| {
            d.items.iter().map(|i| RubricLine {
                item: i.item.clone(),
                dimension: d.id.clone(),
                max: i.max,
            })
        })
        .collect();
    let facts = OutcomeFacts {
        applications: (0..800)
            .map(|a| Assessed {
                id: format!("A-{a:03}"),
                paid_in_capital: None,
            })
            .collect(),
        sheets: (0..800usize)
            .flat_map(|a| (0..50usize).map(move |e| (a, e)))
            .map(|(a, e)| SheetLine {
                application: format!("A-{a:03}"),
                expert: format!("E-{e:02}"),
                scores: Some(
                    rubric
                        .iter()
                        .enumerate()
                        .map(|(i, r)| {
                            (
                                r.item.clone(),
                                Points((a * 31 + e * 7 + i) as i64 * 50 % (r.max.0 + 50)).into(),
                            )
                        })
                        .collect(),
                ),
                veto: None,
            })
            .collect(),
        chair_order: (0..800).map(|a| format!("A-{a:03}")).collect(),
        rubric,
    };
    let ranking = outcome(&policy, &facts).expect("no fault").ranking;
    let ranks: Vec<usize> = ranking.iter().filter_map(|r| r.rank).collect();
    assert_eq!(ranks, (1..=800).collect::<Vec<_>>(), "the chair's order leaves no tie");
    assert!(ranking.is_sorted_by(|a, b| a.score >= b.score));
}
