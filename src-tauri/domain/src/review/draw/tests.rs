//! The fixture was written once by a few lines of Python (`hashlib`, and `json.dumps` with sorted keys, no blanks and
//! `ensure_ascii` off), which share nothing with the code under test.

use super::*;
use crate::review::{Entries, FaultCode, draw, panel_size};
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde::Deserialize;
use std::collections::HashSet;

#[derive(Deserialize)]
struct Fixture {
    pool: DrawPool,
    request: DrawRequest,
    draws: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    seed: String,
    pool_sha256: String,
    panel: Vec<String>,
    reserves: Vec<String>,
    lots: Vec<(String, String)>,
}

fn fixture() -> Fixture {
    serde_json::from_str(include_str!("fixture.json")).expect("the fixture's shape")
}

#[test]
fn every_draw_of_the_fixture_comes_out_the_same() {
    let Fixture { pool, request, draws } = fixture();
    for expected in draws {
        let drawn = draw(&pool, &request, &expected.seed).expect("drawn");
        assert_eq!(drawn.algorithm, "sha256-lots-1");
        assert_eq!(drawn.pool_sha256, expected.pool_sha256);
        assert_eq!(drawn.panel, expected.panel, "seed {}", expected.seed);
        assert_eq!(drawn.reserves, expected.reserves, "seed {}", expected.seed);
        let lots: Vec<(String, String)> = drawn.lots.into_iter().map(|l| (l.id, l.lot)).collect();
        assert_eq!(lots, expected.lots, "every lot can be redone by hand");
    }
}

#[test]
fn whoever_is_recused_from_all_applications_is_not_drawn() {
    let Fixture { pool, mut request, .. } = fixture();
    let recused = |drawn: &Draw| -> Vec<String> {
        let lots = drawn.lots.iter().filter(|l| l.drawn == Drawn::Recused);
        let mut ids: Vec<String> = lots.map(|l| l.id.clone()).collect();
        ids.sort();
        ids
    };
    let both: Vec<String> = [3, 9].map(|i| pool.0[i].id.clone()).into();
    let drawn = draw(&pool, &request, "1").expect("drawn");
    assert_eq!(recused(&drawn), {
        let mut b = both;
        b.sort();
        b
    });
    request.applications.clear();
    assert!(
        recused(&draw(&pool, &request, "1").expect("drawn")).is_empty(),
        "no application recuses nobody"
    );
}

#[test]
fn everything_wrong_is_told_at_once_and_nothing_is_drawn() {
    let Fixture {
        mut pool, mut request, ..
    } = fixture();
    pool.0[1].id = pool.0[0].id.clone();
    pool.0[2].id = " ".into();
    request.seats = [("law", 9), ("astro/nomy", 1), ("law", 1)].into_iter().collect();
    request.reserves = 20;
    request.applications.push("A-1".into());
    let faults = draw(&pool, &request, "a\nb").expect_err("wrong in seven places");
    let told: Vec<(&str, FaultCode)> = faults.iter().map(|f| (f.path.as_str(), f.code)).collect();
    let expected = [
        ("/seed", FaultCode::NotAllowed),
        ("/pool/1/id", FaultCode::Duplicate),
        ("/pool/2/id", FaultCode::Blank),
        ("/request/seats/law", FaultCode::TooFew),
        ("/request/seats/astro~1nomy", FaultCode::TooFew),
        ("/request/seats/law", FaultCode::Duplicate),
        ("/request/reserves", FaultCode::TooFew),
        ("/request/applications/2", FaultCode::Duplicate),
    ];
    assert_eq!(told, expected);
    assert!(faults.iter().all(|f| f.clause.0 == "细则3"));
    request.seats = Entries::default();
    let faults = draw(&pool, &request, " ").expect_err("no seats, no seed");
    assert!(faults.iter().any(|f| f.path == "/seed" && f.code == FaultCode::Blank));
    assert!(
        faults
            .iter()
            .any(|f| f.path == "/request/seats" && f.code == FaultCode::Blank)
    );
}

#[test]
fn a_seat_named_twice_in_the_file_is_seen() {
    let text = r#"{"seats": {"law": 1, "law": 2}, "reserves": 0, "applications": []}"#;
    let request: DrawRequest = serde_json::from_str(text).expect("the shape is right");
    let faults = draw(&fixture().pool, &request, "1").expect_err("twice");
    assert_eq!(faults[0].code, FaultCode::Duplicate);
    let misspelt = r#"{"seats": {}, "reserves": 0, "applications": [], "reserve": 1}"#;
    assert!(
        serde_json::from_str::<DrawRequest>(misspelt).is_err(),
        "unknown fields are refused"
    );
}

#[test]
fn the_panel_s_size_is_the_policy_s() {
    let rules = &crate::policy::Policy::shipped("wuhu-plan").expect("ships").review;
    let mut request = fixture().request;
    assert_eq!(panel_size(rules, &request), Ok(()), "seven");
    request.seats.0.pop();
    assert_eq!(
        panel_size(rules, &request).map_err(|f| f.code),
        Err(FaultCode::NotAllowed),
        "six"
    );
}

#[test]
fn pool_and_request_have_a_schema() {
    let pool = serde_json::to_value(schemars::schema_for!(DrawPool)).expect("a schema");
    assert_eq!(pool["type"], "array");
    assert_eq!(
        pool["$defs"]["PoolMember"]["required"].as_array().map(Vec::len),
        Some(5)
    );
    let request = serde_json::to_value(schemars::schema_for!(DrawRequest)).expect("a schema");
    assert_eq!(
        request["required"],
        serde_json::json!(["seats", "reserves", "applications"])
    );
}

fn pools() -> impl Strategy<Value = (DrawPool, DrawRequest)> {
    let member = (
        "[a-c]",
        "[甲乙丙]{1,2}",
        subsequence(vec!["A-1".to_owned(), "A-2".to_owned()], 0..=2),
    );
    (proptest::collection::vec(member, 1..30), 0u32..3, 0u32..3, 0u32..4).prop_map(|(members, a, b, reserves)| {
        let pool = members
            .into_iter()
            .enumerate()
            .map(|(i, (specialty, name, recused_from))| PoolMember {
                id: format!("E-{i}"),
                name,
                specialty,
                employer: "样例单位".into(),
                recused_from,
            });
        let request = DrawRequest {
            seats: [("a", a), ("b", b)].into_iter().collect(),
            reserves,
            applications: vec!["A-1".into(), "A-2".into()],
        };
        (DrawPool(pool.collect()), request)
    })
}

proptest! {
    #[test]
    fn a_draw_fills_every_seat_or_none((pool, request) in pools(), seed in "[0-9]{1,6}", turn in 0usize..30) {
        let free = |s: &str| pool.0.iter().filter(|m| m.specialty == s && m.recused_from.len() < 2).count() as u32;
        let wanted = |s: &str| *request.seats.get(s).expect("asked");
        let all_free = pool.0.iter().filter(|m| m.recused_from.len() < 2).count() as u32;
        let (a, b) = (wanted("a"), wanted("b"));
        let can = a <= free("a") && b <= free("b") && a + b > 0 && all_free >= a + b + request.reserves;
        let drawn = draw(&pool, &request, &seed);
        prop_assert_eq!(drawn.is_ok(), can);
        if let Ok(drawn) = drawn {
            let member = |id: &String| pool.0.iter().find(|m| m.id == *id).expect("from the pool");
            for (specialty, n) in [("a", a), ("b", b)] {
                let seated = drawn.panel.iter().filter(|id| member(id).specialty == specialty).count();
                prop_assert_eq!(seated as u32, n);
            }
            prop_assert_eq!(drawn.reserves.len() as u32, request.reserves);
            let persons: HashSet<&String> = drawn.panel.iter().chain(&drawn.reserves).collect();
            prop_assert_eq!(persons.len(), drawn.panel.len() + drawn.reserves.len(), "nobody sits twice");
            prop_assert!(persons.iter().all(|id| member(id).recused_from.len() < 2));
            // The pool's order is nobody's business.
            let mut turned = pool.clone();
            let len = turned.0.len();
            turned.0.rotate_left(turn % len);
            prop_assert_eq!(draw(&turned, &request, &seed).ok(), Some(drawn));
        }
    }
}
