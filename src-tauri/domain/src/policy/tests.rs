use super::*;
use crate::Points;
use serde_json::{Value, json};

const FILE: &str = include_str!("../../../../assets/policies/wuhu-plan.json");

const NATIONAL: &str = include_str!("../../../../assets/policies/national-2026.json");

fn national() -> &'static Policy {
    Policy::shipped("national-2026").expect("ships with the program")
}

fn file() -> Value {
    serde_json::from_str(FILE).expect("the shipped file is JSON")
}

fn plan() -> &'static Policy {
    Policy::shipped("wuhu-plan").expect("ships with the program")
}

#[test]
fn every_shipped_version_is_there_and_without_fault() {
    assert_eq!(
        Policy::parse(FILE).as_ref(),
        Ok(plan()),
        "parsing tells the faults, if any"
    );
    assert_eq!(Policy::parse(NATIONAL).as_ref(), Ok(national()));
    for (id, policy) in SHIPPED_IDS.into_iter().zip(Policy::all_shipped()) {
        assert_eq!(Policy::shipped(id), Some(policy));
        assert_eq!(policy.id, id);
    }
    assert_eq!(Policy::all_shipped().len(), SHIPPED_IDS.len());
    assert_eq!(Policy::shipped("no-such-version"), None);
}

#[test]
fn every_clause_the_code_can_cite_has_its_text() {
    let source = include_str!("../clause.rs");
    let constants: Vec<&str> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub const ")?.split('"').nth(1))
        .collect();
    assert!(constants.len() >= 30, "the constants were found: {constants:?}");
    for id in constants {
        for policy in Policy::all_shipped() {
            let listed = policy.clause(id).is_some();
            assert!(listed, "{id} is cited by the code, so {} must list it", policy.id);
        }
    }
    let confirmation = crate::licence_check::MAKER_CONFIRMATION;
    assert!(national().clause(confirmation).is_some());
    for n in 1..=14 {
        assert_eq!(
            plan().clause(&format!("细则{n}")).map(|c| c.source),
            Some(ClauseSource::Default)
        );
    }
}

#[test]
fn the_rubric_is_the_plan_s_hundred_points() {
    let maxima: Vec<(&str, i64, Vec<i64>)> = plan()
        .review
        .rubric
        .iter()
        .map(|d| {
            (
                d.id.as_str(),
                d.max.0 / 100,
                d.items.iter().map(|i| i.max.0 / 100).collect(),
            )
        })
        .collect();
    let expected = [
        ("A", 15, vec![6, 5, 4]),
        ("B", 15, vec![8, 4, 3]),
        ("C", 15, vec![6, 5, 4]),
        ("D", 12, vec![6, 4, 2]),
        ("E", 13, vec![5, 4, 4]),
        ("F", 10, vec![5, 5]),
        ("G", 10, vec![4, 4, 2]),
        ("H", 10, vec![4, 4, 2]),
    ];
    assert_eq!(maxima, expected);
    assert_eq!(plan().review.items().count(), 23);
    assert_eq!(plan().review.items().map(|i| i.max).sum::<Points>(), Points::whole(100));
}

#[test]
fn the_materials_are_numbered_in_order() {
    let numbers: Vec<String> = plan().materials.iter().map(|m| m.no.clone()).collect();
    let expected: Vec<String> = (1..=20).map(|n| format!("{n:02}")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn the_plan_stands_beneath_the_national_rules_word_for_word() {
    let changed: Vec<&str> = plan()
        .clauses
        .iter()
        .filter(|clause| national().clause(&clause.id) != Some(clause))
        .map(|clause| clause.id.as_str())
        .collect();
    assert_eq!(
        changed,
        ["细则8", "细则9"],
        "the two working rules the national rules change"
    );
    let added: Vec<(&str, ClauseSource)> = national()
        .clauses
        .iter()
        .filter(|clause| plan().clause(&clause.id).is_none())
        .map(|clause| (clause.id.as_str(), clause.source))
        .collect();
    let law = ClauseSource::Law;
    assert_eq!(added, [("公告2024年第6号", law), ("商贸函〔2025〕648号", law)]);
    assert_eq!(national().review, plan().review);
    assert_eq!(national().departments, plan().departments);
    assert_eq!(national().suspension, plan().suspension);
    assert_eq!(national().eligibility.city, plan().eligibility.city);
}

#[test]
fn the_national_rules_set_their_own_numbers() {
    let policy = national();
    assert_eq!(
        (policy.mode, policy.effective_from.to_string().as_str()),
        (Mode::B, "2026-01-01")
    );
    assert_eq!(policy.deadlines.expert_review.working_days, 15);
    assert_eq!(policy.deadlines.licence_issue.working_days, 3);
    assert_eq!(
        (policy.licences.per_licence, policy.licences.maker_confirmation_days),
        (20, Some(180))
    );
    let traders = policy.eligibility.traders.as_ref().expect("conditions on traders");
    assert_eq!(
        (traders.appraisers_min, traders.clause.as_str()),
        (3, "公告2024年第6号")
    );
    for no in ["08", "09", "10", "12"] {
        let item = policy.material(no).expect("listed");
        assert_eq!(item.requirement, Requirement::Required, "{no} proves a condition");
    }
    let form = &policy.papers.recommendation;
    assert_eq!(form.to.zh, "安徽省商务厅");
    assert_eq!(form.forward_to.as_ref().map(|body| body.zh.as_str()), Some("商务部"));
    assert_eq!(plan().papers.recommendation.forward_to, None);
}

#[test]
fn a_filing_lasts_a_year_where_the_version_says_so() {
    let day = |text: &str| text.parse().expect("a date");
    for (filed, until) in [
        ("2026-05-01", "2027-05-01"),
        ("2028-02-29", "2029-02-28"),
        ("2026-12-31", "2027-12-31"),
    ] {
        assert_eq!(national().filed_until(day(filed)), Some(day(until)), "filed {filed}");
        assert_eq!(plan().filed_until(day(filed)), None, "the plan sets no term");
    }
}

#[test]
fn a_version_survives_being_written_and_read() {
    let written = serde_json::to_string(plan()).expect("serialises");
    assert_eq!(Policy::parse(&written).as_ref(), Ok(plan()));
}

#[test]
fn effect_begins_and_ends_on_its_days() {
    let mut changed = file();
    changed["effective_until"] = json!("2025-12-31");
    let policy = Policy::parse(&changed.to_string()).expect("valid");
    let day = |text: &str| text.parse().expect("a date");
    assert!(policy.in_effect(policy.effective_from) && policy.in_effect(day("2025-12-31")));
    assert!(!policy.in_effect(day("2020-12-31")) && !policy.in_effect(day("2026-01-01")));
    assert!(plan().in_effect(day("2099-01-01")), "no end is set");
}

#[test]
fn all_faults_of_shape_are_told_at_once() {
    let mut broken = file();
    broken["mode"] = json!("C");
    broken["review"]["step"] = json!(0.5);
    broken["materials"][3]["copies"] = json!(-1);
    broken["materials"][7] = json!({});
    broken["extra"] = json!(1);
    broken.as_object_mut().expect("object").remove("papers");
    let faults = Policy::parse(&broken.to_string()).expect_err("broken in six places");
    let paths: Vec<&str> = faults.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(
        paths,
        ["/mode", "/materials/3", "/materials/7", "/review", "/papers", "/extra"]
    );
}

#[test]
fn all_faults_of_content_are_told_at_once() {
    let mut broken = file();
    broken["id"] = json!("Wuhu plan");
    broken["effective_until"] = json!("2000-01-01");
    broken["clauses"][1]["id"] = broken["clauses"][0]["id"].clone();
    broken["deadlines"]["acceptance"]["clause"] = json!("§九");
    broken["materials"][0]["condition"] = json!({"zh": "有时", "en": "at times"});
    broken["review"]["rubric"][0]["items"][0]["max"] = json!("6.25");
    broken["review"]["specialties"][0]["quota"] = json!(3);
    broken["review"]["trim_lowest"] = json!(4);
    broken["review"]["ties"] = json!(["E", "Z", "chair", "E"]);
    let faults = Policy::parse(&broken.to_string()).expect_err("broken in nine places");
    let paths: Vec<&str> = faults.iter().map(|f| f.path.as_str()).collect();
    for path in [
        "/id",
        "/effective_until",
        "/clauses/1/id",
        "/deadlines/acceptance/clause",
        "/materials/0/condition",
        "/review/rubric/0/max",
        "/review/rubric/0/items/0/max",
        "/review/specialties",
        "/review/min_valid_sheets",
        "/review/ties/1",
        "/review/ties/3",
    ] {
        assert!(paths.contains(&path), "{path} is told among {paths:?}");
    }
    assert_eq!(paths.len(), 11, "and nothing else: {faults:#?}");
}

#[test]
fn absurd_numbers_are_faults_like_any_other() {
    let mut broken = file();
    for place in 0..2 {
        broken["review"]["rubric"][0]["items"][place]["max"] = json!("92233720368547758");
        broken["review"]["specialties"][place]["quota"] = json!(u32::MAX);
    }
    let faults = Policy::parse(&broken.to_string()).expect_err("no rubric has such maxima");
    let paths: Vec<&str> = faults.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(paths, ["/review/rubric/0/max", "/review/specialties"]);
}

#[test]
fn what_is_no_json_says_where() {
    let faults = Policy::parse("{\n  \"id\": ").expect_err("ends too early");
    assert!(faults[0].message.zh.contains("第 2 行"), "{faults:?}");
    assert!(Policy::parse("[]").is_err());
}
