//! A batch under `national-2026`: when it may be opened, and what a workbook that leaves the new columns blank makes of
//! its cases.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's failure is its answer"
)]

use domain::{application::ApplicationForm, policy::Policy};
use exchange::{Row, Terms, sample};
use office::{Office, Settings, cast, clock::PinnedClock, ids::CountedIds, wire::*};
use serde::{Serialize, de::DeserializeOwned};
use tempfile::TempDir;

const DAY: &str = "2026-03-09";

fn office(folder: &TempDir) -> Office {
    let books = folder.path().join("books");
    let mut office = Office::new(Settings {
        folder: books.clone(),
        papers: folder.path().join("papers"),
        clock: Box::new(PinnedClock("2026-03-02T01:00:00Z".parse().unwrap())),
        ids: Box::new(CountedIds::new(1)),
    });
    drop(office.create_sample(&books).unwrap());
    office.sign_in(&books, "jingban", cast::PASSWORD).unwrap();
    let _: SessionView = call(&mut office, "session.set_date", &SetDate { date: DAY.into() });
    office
}

fn call<Q: Serialize, R: DeserializeOwned>(office: &mut Office, verb: &str, request: &Q) -> R {
    office::ask(office, verb, request).unwrap_or_else(|f: Failure| panic!("{verb}: {} {:#?}", f.message.zh, f.faults))
}

fn opening(policy: &str, opens_on: &str) -> OpenBatch {
    OpenBatch {
        name: format!("样例 {policy}"),
        policy: policy.into(),
        opens_on: opens_on.into(),
        closes_on: "2026-12-31".into(),
        quota: None,
    }
}

/// Two enterprises that meet the plan; `fill` writes the new columns.
fn workbook(terms: &Terms, fill: impl Fn(&mut ApplicationForm)) -> Vec<u8> {
    let mut rows: Vec<Row<ApplicationForm>> = sample::filings(terms, sample::SEED);
    rows.truncate(2);
    rows.iter_mut().for_each(|row| fill(&mut row.value));
    exchange::write::filings(&rows, terms).unwrap()
}

/// Imports a workbook into a new batch: each case's verdict, and the rules of its findings that are not met.
fn judged(office: &mut Office, policy: &str, bytes: &[u8]) -> Vec<(String, Vec<(String, String)>)> {
    let opened: Receipt = call(office, "batch.open", &opening(policy, "2026-03-02"));
    let batch = opened.id.unwrap();
    let report = office.take_filings(&batch, "样例.xlsx", bytes, false, DAY).unwrap();
    assert_eq!(report.faults, []);
    let again = office.take_filings(&batch, "样例.xlsx", bytes, false, DAY).unwrap();
    assert_eq!(again.unchanged, 2, "the same file again changes nothing");
    let page: BatchPage = call(office, "batch.view", &ById { id: batch });
    let mut cases = Vec::new();
    for row in page.applications {
        let case: CasePage = call(office, "case.view", &ById { id: row.id });
        assert_eq!(case.policy, policy);
        let open = case.findings.into_iter().filter(|f| f.verdict != "met");
        cases.push((row.verdict, open.map(|f| (f.rule, f.clause.id)).collect()));
    }
    cases
}

#[test]
fn a_version_not_in_effect_on_the_opening_day_is_refused_with_its_clause() {
    let folder = TempDir::new().unwrap();
    let mut office = office(&folder);
    let refused = office::ask::<_, Receipt>(&mut office, "batch.open", &opening("national-2026", "2025-12-31"))
        .expect_err("not in effect yet");
    let fault = &refused.faults[0];
    assert_eq!(
        (fault.code.as_str(), fault.clause.as_deref(), fault.field.as_deref()),
        ("policy_not_in_effect", Some("细则12"), Some("policy"))
    );
    let _: Receipt = call(&mut office, "batch.open", &opening("national-2026", "2026-01-01"));
    let listed: Vec<PolicyRow> = call(&mut office, "policy.list", &Nothing {});
    let listed: Vec<(&str, &str)> = listed
        .iter()
        .map(|p| (p.id.as_str(), p.effective_from.as_str()))
        .collect();
    assert_eq!(listed, [("wuhu-plan", "2021-01-01"), ("national-2026", "2026-01-01")]);
}

#[test]
fn columns_left_blank_are_to_verify_under_the_national_version_only() {
    let folder = TempDir::new().unwrap();
    let mut office = office(&folder);
    let bytes = workbook(&Terms::from(Policy::shipped("national-2026").unwrap()), |_| ());
    for (verdict, open) in judged(&mut office, "national-2026", &bytes) {
        assert_eq!(verdict, "to_verify");
        let expected = ["premises", "display_site", "vehicle_trade_experience", "appraisers"];
        assert_eq!(
            open,
            expected.map(|rule| (rule.to_owned(), "公告2024年第6号".to_owned()))
        );
    }
    for case in judged(&mut office, "wuhu-plan", &bytes) {
        assert_eq!(case, ("met".to_owned(), Vec::new()), "the plan asks for none of them");
    }
}

#[test]
fn columns_filled_in_are_judged_by_the_national_version_only() {
    let folder = TempDir::new().unwrap();
    let mut office = office(&folder);
    let national = Policy::shipped("national-2026").unwrap();
    for (appraisers, verdict) in [(3, "met"), (2, "not_met")] {
        let bytes = workbook(&Terms::from(national), |form| {
            form.facts.premises = Some(Some(true));
            form.facts.display_site = Some(Some(true));
            form.facts.vehicle_trade_experience = Some(Some(true));
            form.facts.appraisers = Some(Some(appraisers));
        });
        let under = |policy: &str, office: &mut Office| -> Vec<String> {
            judged(office, policy, &bytes).into_iter().map(|(v, _)| v).collect()
        };
        assert_eq!(
            under("national-2026", &mut office),
            [verdict; 2],
            "{appraisers} appraisers"
        );
        assert_eq!(under("wuhu-plan", &mut office), ["met"; 2]);
    }
}
