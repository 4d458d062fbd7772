//! The bureau's decision and the recommendation.

use super::*;
use crate::actor::{Actor, Role};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn candidates() -> Vec<Candidate> {
    [
        ("a", Some(1), true),
        ("b", Some(2), true),
        ("c", Some(3), true),
        ("d", Some(4), false),
        ("e", None, false),
    ]
    .into_iter()
    .map(|(id, rank, passed)| Candidate {
        application: id.into(),
        name: format!("样例{id}"),
        rank,
        passed,
    })
    .collect()
}

fn version(id: &str) -> &'static crate::policy::Policy {
    crate::policy::Policy::shipped(id).expect("ships")
}

fn opened(quota: Option<u32>) -> Batch {
    let opened = BatchOpened {
        name: "样例".into(),
        policy: "wuhu-plan".into(),
        opens_on: date("2026-03-01"),
        closes_on: date("2026-03-31"),
        quota,
    };
    Batch {
        opened: Some(open(opened, version("wuhu-plan")).expect("a good batch")),
        ..Batch::default()
    }
}

fn day() -> NaiveDate {
    date("2026-04-01")
}

fn ids(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}

fn codes(refused: crate::Refusals) -> Vec<String> {
    refused.0.into_iter().map(|r| r.code).collect()
}

#[test]
fn the_best_are_selected_and_the_rest_passed_over() {
    let decided =
        decide(&opened(Some(2)), day(), None, "1", &ids(&["b", "a"]), "", &candidates()).expect("within the quota");
    assert_eq!(decided.selected, ids(&["a", "b"]), "best rank first");
    assert_eq!(decided.passed_over, ids(&["c", "d", "e"]));
}

#[test]
fn all_that_stands_against_a_decision_is_told_at_once() {
    let refused = decide(
        &opened(Some(2)),
        day(),
        None,
        " ",
        &ids(&["a", "c", "d", "x"]),
        "",
        &candidates(),
    )
    .expect_err("much");
    let mut told = codes(refused);
    told.sort();
    assert_eq!(
        told,
        [
            "blank",
            "departs_from_ranking",
            "not_passed",
            "not_reviewed",
            "over_quota"
        ]
    );
}

#[test]
fn a_departure_from_the_ranking_needs_words() {
    let batch = opened(None);
    assert_eq!(
        codes(decide(&batch, day(), None, "1", &ids(&["a", "c"]), "", &candidates()).expect_err("b was left out")),
        ["departs_from_ranking"]
    );
    let decided = decide(
        &batch,
        day(),
        None,
        "1",
        &ids(&["a", "c"]),
        "样例：b自愿退出",
        &candidates(),
    )
    .expect("with its reason");
    assert_eq!(decided.reason, "样例：b自愿退出");
}

#[test]
fn a_recommendation_is_drafted_by_one_and_approved_by_another() {
    let mut batch = opened(None);
    assert!(
        draft_recommendation(&batch, day(), "甲", "乙", "1").is_err(),
        "not before the decision"
    );
    let decided = decide(&batch, day(), None, "1", &ids(&["a"]), "", &candidates()).expect("decided");
    batch.apply(&crate::Event::BatchDecided(decided), "officer", date("2026-04-01"));
    let draft = draft_recommendation(&batch, day(), "甲", "乙", "1").expect("drafted");
    batch.apply(
        &crate::Event::RecommendationDrafted(draft),
        "officer",
        date("2026-04-02"),
    );
    let actor = |account: &str| Actor {
        account: account.into(),
        name: account.into(),
        role: Role::SigningLeader,
    };
    assert_eq!(
        codes(approve_recommendation(&batch, &actor("officer"), date("2026-04-03")).expect_err("the same person")),
        ["two_persons"]
    );
    assert!(
        approve_recommendation(&batch, &actor("leader"), date("2026-04-01")).is_err(),
        "before it was drafted"
    );
    assert!(approve_recommendation(&batch, &actor("leader"), date("2026-04-03")).is_ok());
    assert!(
        answer(&batch, date("2026-05-01"), "样", &ids(&["a"]), "").is_err(),
        "not before it is approved"
    );
    let approved = crate::Event::RecommendationApproved(RecommendationApproved { paper: "p".into() });
    batch.apply(&approved, "leader", date("2026-04-03"));
    assert!(
        answer(&batch, date("2026-05-01"), "样", &[], "").is_err(),
        "a declined one has a reason"
    );
    let answered = answer(&batch, date("2026-05-01"), "样", &ids(&["a"]), "").expect("answered");
    assert_eq!((answered.filed, answered.declined), (ids(&["a"]), Vec::new()));
}

#[test]
fn a_batch_is_named_and_closes_after_it_opens() {
    let opened = BatchOpened {
        name: " ".into(),
        policy: "wuhu-plan".into(),
        opens_on: date("2026-03-02"),
        closes_on: date("2026-03-01"),
        quota: Some(0),
    };
    let refused = open(opened, version("wuhu-plan"));
    assert_eq!(
        codes(refused.expect_err("three faults")),
        ["blank", "too_early", "quota_zero"]
    );
}

#[test]
fn a_batch_opens_under_a_version_in_effect_on_its_opening_day() {
    let opening = |policy: &crate::policy::Policy, on: &str| {
        let batch = BatchOpened {
            name: "样例".into(),
            policy: policy.id.clone(),
            opens_on: date(on),
            closes_on: date("2027-12-31"),
            quota: None,
        };
        open(batch, policy)
    };
    let national = version("national-2026");
    let refused = opening(national, "2025-12-31").expect_err("the day before it takes effect");
    let only = &refused.0[0];
    assert_eq!(
        (
            refused.0.len(),
            only.code.as_str(),
            only.clause.0.as_str(),
            only.field.as_deref()
        ),
        (1, "policy_not_in_effect", "细则12", Some("policy"))
    );
    assert!(only.message.zh.contains("2026-01-01起适用"), "{}", only.message.zh);
    assert!(opening(national, "2026-01-01").is_ok());
    for day in ["2025-12-31", "2026-01-01"] {
        assert!(opening(version("wuhu-plan"), day).is_ok(), "the plan has no end");
    }
    let mut ended = national.clone();
    ended.effective_until = Some(date("2026-12-31"));
    assert!(opening(&ended, "2026-12-31").is_ok());
    let refused = opening(&ended, "2027-01-01").expect_err("it has ended");
    assert!(refused.0[0].message.zh.contains("2026-01-01至2026-12-31适用"));
}

#[test]
fn nobody_is_selected_only_where_nobody_passed_and_with_a_reason() {
    let failed: Vec<Candidate> = candidates()
        .into_iter()
        .map(|c| Candidate { passed: false, ..c })
        .collect();
    let mut batch = opened(Some(2));
    assert_eq!(
        codes(decide(&batch, day(), None, "1", &[], "", &candidates()).expect_err("some passed")),
        ["nobody_selected"]
    );
    assert_eq!(
        codes(decide(&batch, day(), None, "1", &[], " ", &failed).expect_err("no reason")),
        ["blank"]
    );
    let decided = decide(&batch, day(), None, "1", &[], "样例：均未达合格线", &failed).expect("closed");
    assert_eq!((decided.selected.len(), decided.passed_over.len()), (0, 5));
    batch.apply(&Event::BatchDecided(decided), "a", day());
    let refused = draft_recommendation(&batch, day(), "甲", "乙", "1").expect_err("nobody to recommend");
    assert_eq!(codes(refused), ["wrong_state"]);
}

#[test]
fn each_step_is_dated_no_earlier_than_the_one_before_it() {
    let (early, late) = (date("2026-03-31"), date("2026-04-02"));
    let mut batch = opened(None);
    let at = |on, concluded| {
        decide(
            &batch,
            on,
            Some(concluded),
            "1",
            &ids(&["a", "b", "c"]),
            "",
            &candidates(),
        )
    };
    assert_eq!(
        codes(at(early, day()).expect_err("before the review ended")),
        ["too_early"]
    );
    let decided = at(day(), day()).expect("on the same day");
    batch.apply(&Event::BatchDecided(decided), "a", day());
    assert_eq!(
        codes(draft_recommendation(&batch, early, "甲", "乙", "1").expect_err("before the decision")),
        ["too_early"]
    );
    assert!(draft_recommendation(&batch, late, "甲", "乙", "1").is_ok());
}
