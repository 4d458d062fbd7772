use crate::meetings::{meeting, result, tied_meeting};
use crate::run::{Dice, Files, Ran, desk};
use serde_json::{Value, json};

pub fn outcome(facts: &Value, more: &[&str]) -> Ran {
    let files = Files::new();
    let path = files.json("meeting.json", facts);
    desk(&[&["review", "outcome", "--facts", &path], more].concat())
}

/// A meeting of one item on one application: total by total.
pub fn simple(totals: &[&str]) -> Value {
    let sheets: Vec<Value> = totals
        .iter()
        .enumerate()
        .map(|(i, total)| json!({"application": "A-1", "expert": format!("E-{i}"), "scores": {"A1": total}, "veto": null}))
        .collect();
    json!({
        "rubric": [{"item": "A1", "dimension": "A", "max": "100"}],
        "applications": [{"id": "A-1", "paid_in_capital": "8000000"}],
        "sheets": sheets, "chair_order": []
    })
}

#[test]
fn one_highest_and_one_lowest_total_are_dropped() {
    let ran = outcome(&simple(&["90", "70.5", "83", "84", "60", "99.5", "80"]), &["--json"]);
    assert_eq!(ran.code, 0);
    let row = &ran.one()["ranking"][0];
    // 90 + 70.5 + 83 + 84 + 80 = 407.5; ÷ 5 = 81.5
    assert_eq!((&row["score"], &row["valid_sheets"]), (&"81.50".into(), &7.into()));
    assert_eq!(
        row["dropped"],
        json!(["E-4", "E-5"]),
        "the lowest and the highest, by name"
    );
    assert_eq!((&row["rank"], &row["passed"]), (&1.into(), &true.into()));
}

#[test]
fn halves_round_up_and_the_published_score_meets_the_line() {
    // The kept sheets of eight are six: 6 × 69.99… needs totals in steps of a half. 419.5 ÷ 6 = 69.9166…
    let below = outcome(
        &simple(&["0", "69.5", "70", "70", "70", "70", "70", "100"]),
        &["--json"],
    )
    .one();
    assert_eq!(
        (&below["ranking"][0]["score"], &below["ranking"][0]["passed"]),
        (&"69.92".into(), &false.into())
    );
    // (70 + 70 + 70.5 + 69.5) ÷ 4 = 70 exactly; 70.125 → 70.13: five hundredths of the third place go up.
    let at = outcome(&simple(&["0", "70", "70", "70.5", "69.5", "100"]), &["--json"]).one();
    assert_eq!(
        (&at["ranking"][0]["score"], &at["ranking"][0]["passed"]),
        (&"70.00".into(), &true.into())
    );
    let half = outcome(&simple(&["0", "70", "70", "70.5", "70", "100"]), &["--json"]).one();
    assert_eq!(half["ranking"][0]["score"], "70.13");
}

#[test]
fn four_sheets_and_an_abstention_are_no_result() {
    let mut facts = simple(&["80", "80", "80", "80", "80"]);
    facts["sheets"][2]["scores"] = Value::Null;
    let row = outcome(&facts, &["--json"]).one()["ranking"][0].clone();
    assert_eq!(
        (&row["score"], &row["rank"], &row["passed"]),
        (&Value::Null, &Value::Null, &false.into())
    );
    assert_eq!((&row["valid_sheets"], &row["dropped"]), (&4.into(), &json!([])));
    assert!(row["reason"].as_str().expect("reason").contains("不足 5 份"), "{row}");
}

#[test]
fn a_veto_takes_the_rank_and_leaves_the_score() {
    let mut facts = simple(&["80", "80", "80", "80", "80"]);
    facts["sheets"][4]["veto"] = "材料虚假".into();
    let row = outcome(&facts, &["--json"]).one()["ranking"][0].clone();
    assert_eq!(
        (&row["score"], &row["rank"], &row["passed"]),
        (&"80.00".into(), &Value::Null, &false.into())
    );
    assert_eq!(row["reason"], "材料虚假");
}

#[test]
fn random_meetings_come_out_as_in_exact_fractions() {
    let mut dice = Dice::new(7_291);
    let (mut broken, mut vetoed, mut unscored, mut shared, mut undecided) = (0, 0, 0, 0, 0);
    for round in 0..400 {
        let facts = if round % 2 == 0 {
            tied_meeting(&mut dice)
        } else {
            meeting(&mut dice)
        };
        let quota = (dice.roll(2) == 0).then(|| dice.roll(4));
        let words = quota.map(|q| format!("--quota={q}"));
        let more: Vec<&str> = words.as_deref().into_iter().chain(["--json"]).collect();
        let ran = outcome(&facts, &more);
        assert_eq!(ran.code, 0, "{ran:?}");
        let answer = ran.one();
        let got = answer["ranking"].as_array().expect("ranking");
        let want = result(&facts, quota);
        assert_eq!(got.len(), want.len());
        for (row, expected) in got.iter().zip(&want) {
            for (key, value) in expected.as_object().expect("row") {
                assert_eq!(&row[key], value, "round {round}, {key}: {row}\n{facts}");
            }
            assert!(!row["reason"].as_str().expect("reason").is_empty());
            broken += usize::from(!expected["tie_broken_by"].is_null());
            unscored += usize::from(expected["score"].is_null());
            vetoed += usize::from(expected["rank"].is_null() && !expected["score"].is_null());
            undecided += usize::from(quota.is_some() && expected["selected"].is_null());
        }
        shared += want
            .windows(2)
            .filter(|w| !w[0]["rank"].is_null() && w[0]["rank"] == w[1]["rank"])
            .count();
    }
    for (what, count) in [
        ("broken ties", broken),
        ("vetoes", vetoed),
        ("missing results", unscored),
        ("shared ranks", shared),
        ("quotas that end within a shared rank", undecided),
    ] {
        assert!(
            count > 5,
            "the meetings must show {what}, else nothing is compared: {count}"
        );
    }
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    let mut dice = Dice::new(11);
    for _ in 0..10 {
        let mut facts = meeting(&mut dice);
        let first = outcome(&facts, &["--json"]).one();
        dice.shuffle(facts["sheets"].as_array_mut().expect("sheets"));
        dice.shuffle(facts["applications"].as_array_mut().expect("applications"));
        dice.shuffle(facts["rubric"].as_array_mut().expect("rubric"));
        assert_eq!(first, outcome(&facts, &["--json"]).one());
    }
}

#[test]
fn wrong_sheets_are_told_all_at_once_and_give_no_result() {
    let mut facts = simple(&["80", "100.5", "80.25", "-1", "80"]);
    facts["sheets"][4]["expert"] = "E-0".into();
    let mut stranger = facts["sheets"][0].clone();
    stranger["application"] = "A-9".into();
    let mut blank = facts["sheets"][0].clone();
    blank["expert"] = "E-7".into();
    blank["scores"] = json!({});
    let mut odd = facts["sheets"][0].clone();
    odd["expert"] = "E-8".into();
    odd["scores"]["Z9"] = "1".into();
    facts["sheets"]
        .as_array_mut()
        .expect("sheets")
        .extend([stranger, blank, odd]);
    facts["chair_order"] = json!(["A-1", "A-1"]);
    let ran = outcome(&facts, &["--json"]);
    let mut told: Vec<(String, u64, String, String)> = ran
        .faults()
        .iter()
        .map(|f| {
            let text = |key: &str| f[key].as_str().unwrap_or_default().to_owned();
            assert!(text("rule").starts_with("细则"), "each names its clause: {f}");
            (
                text("list"),
                f["row"].as_u64().expect("row"),
                text("field"),
                text("code"),
            )
        })
        .collect();
    told.sort();
    let want = [
        ("chair_order", 2, "", "duplicate"),
        ("sheets", 2, "scores.A1", "out_of_range"),
        ("sheets", 3, "scores.A1", "off_step"),
        ("sheets", 4, "scores.A1", "out_of_range"),
        ("sheets", 5, "", "duplicate"),
        ("sheets", 6, "application", "unknown"),
        ("sheets", 7, "scores.A1", "missing"),
        ("sheets", 8, "scores.Z9", "unknown"),
    ];
    assert_eq!(
        told,
        want.map(|(l, r, f, c)| (l.to_owned(), r, f.to_owned(), c.to_owned()))
    );
    assert!(ran.err.contains("sheets 第 3 项（A-1 E-2），scores.A1"), "{}", ran.err);
}

#[test]
fn a_person_reads_it_in_either_language() {
    let facts = simple(&["80", "80", "80", "80", "81"]);
    let zh = outcome(&facts, &["--quota", "1"]).out;
    assert!(
        zh.starts_with("政策版本 wuhu-plan，合格线 70\n第 1 名  A-1  80.00  合格  入选  有效评分表 5 份"),
        "{zh}"
    );
    let en = outcome(&facts, &["--lang", "en"]).out;
    assert!(
        en.starts_with("policy version wuhu-plan, pass line 70\nrank 1  A-1  80.00  passed  5 valid sheets"),
        "{en}"
    );
}
