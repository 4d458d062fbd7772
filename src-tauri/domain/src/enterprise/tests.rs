//! 停发: when licences stop and when they open again.

use super::*;
use crate::{
    Event, Refusals,
    actor::{Actor, Role},
    policy::{Policy, Resumes},
};
use chrono::Days;
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn actor(account: &str) -> Actor {
    Actor {
        account: account.into(),
        name: account.into(),
        role: Role::SigningLeader,
    }
}

fn filed() -> Enterprise {
    let registered = Event::EnterpriseRegistered(EnterpriseRegistered {
        uscc: "91340202YLX0000128".into(),
        name: "样例公司".into(),
        county: "镜湖区".into(),
        legal_representative: "样某".into(),
        contact: "样某".into(),
        phone: "0553-0000000".into(),
        founded: None,
    });
    let filed = Event::EnterpriseFiled(EnterpriseFiled {
        application: "a".into(),
        document_no: "样".into(),
        until: None,
    });
    let state = Enterprise::apply(None, &registered, "officer", date("2020-01-01"));
    Enterprise::apply(state, &filed, "officer", date("2020-02-01")).expect("registered")
}

fn drafted(id: &str, on: NaiveDate) -> SuspensionDrafted {
    SuspensionDrafted {
        suspension: id.into(),
        ground: SuspensionGround::DutiesNotDone,
        facts: "样例".into(),
        rectify: "样例".into(),
        rectify_by: on + Days::new(30),
        noticed_on: on,
        statement: String::new(),
    }
}

/// Drafts, approves and delivers a suspension on one day.
fn suspended(state: Enterprise, id: &str, on: NaiveDate) -> Result<Enterprise, Refusals> {
    let rules = &Policy::shipped("wuhu-plan").expect("ships").suspension;
    let step = |state: Enterprise, event: Event| Enterprise::apply(Some(state), &event, "officer", on).expect("there");
    let event = draft(&state, drafted(id, on), on)?;
    let state = step(state, Event::SuspensionDrafted(event));
    let event = approve(&state, id, rules, &actor("leader"), on)?;
    let state = step(state, Event::SuspensionApproved(event));
    let event = deliver(&state, id, "样例", on)?;
    Ok(step(state, Event::SuspensionDelivered(event)))
}

fn rectified(state: Enterprise, id: &str, on: NaiveDate) -> Result<Enterprise, Refusals> {
    let event = Event::RectificationAccepted(rectify(&state, id, "样例", on)?);
    Ok(Enterprise::apply(Some(state), &event, "officer", on).expect("there"))
}

#[test]
fn the_worked_example_of_the_plan_s_time_rules() {
    let state = suspended(filed(), "s", date("2026-11-30")).expect("suspended");
    let (delivered, _) = state.suspensions[0].delivered.clone().expect("delivered");
    assert_eq!(
        delivered.last_day,
        date("2027-02-28"),
        "the corresponding day is missing, so the month's last"
    );
    let state = rectified(state, "s", date("2027-01-15")).expect("rectified");
    assert!(
        state.suspended_on(date("2026-11-30")),
        "blocked from the day of delivery"
    );
    assert!(state.suspended_on(date("2027-02-28")), "the last day is still blocked");
    assert!(!state.suspended_on(date("2027-03-01")), "open on the day after");
}

#[test]
fn a_late_rectification_holds_the_door_shut() {
    let state = suspended(filed(), "s", date("2026-03-02")).expect("suspended");
    assert!(state.suspended_on(date("2030-01-01")), "nothing was put right yet");
    let state = rectified(state, "s", date("2026-07-10")).expect("rectified");
    assert!(state.suspended_on(date("2026-07-10")));
    assert!(
        !state.suspended_on(date("2026-07-11")),
        "the day after the rectification, being the later"
    );
}

#[test]
fn whoever_drafts_does_not_approve() {
    let state = filed();
    let on = date("2026-03-02");
    let event = draft(&state, drafted("s", on), on).expect("drafted");
    let state = Enterprise::apply(Some(state), &Event::SuspensionDrafted(event), "officer", on).expect("there");
    let rules = &Policy::shipped("wuhu-plan").expect("ships").suspension;
    let refused = approve(&state, "s", rules, &actor("officer"), on).expect_err("the same person");
    assert_eq!(refused.0[0].clause.0, "细则1");
    approve(&state, "s", rules, &actor("leader"), on).expect("another person");
}

#[test]
fn an_enterprise_that_is_not_filed_cannot_be_suspended() {
    let mut state = filed();
    state.filed = None;
    let refused = draft(&state, drafted("s", date("2026-03-02")), date("2026-03-02")).expect_err("not filed");
    assert_eq!(refused.0[0].clause.0, "§三(一)");
}

/// The corresponding day, found by counting days and not by the library's months.
fn last_day_by_hand(from: NaiveDate, months: u32) -> NaiveDate {
    use chrono::Datelike;
    let (mut year, mut month) = (from.year(), from.month());
    for _ in 0..months {
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    (1..=from.day())
        .rev()
        .find_map(|d| NaiveDate::from_ymd_opt(year, month, d))
        .expect("every month has a first")
}

proptest! {
    #[test]
    fn the_last_day_is_the_corresponding_day_or_the_month_s_last(days in 0u64..40_000, months in 1u32..40) {
        let from = date("2000-01-01") + Days::new(days);
        prop_assert_eq!(sanction_last_day(from, months), Some(last_day_by_hand(from, months)));
    }

    #[test]
    fn overlapping_suspensions_run_side_by_side(
        first in 0u64..200, gap in 0u64..120, put_right in 0u64..200, put_right_too in 0u64..200, asked in 0u64..600,
    ) {
        let base = date("2026-01-05");
        let (a, b) = (base + Days::new(first), base + Days::new(first + gap));
        let (ra, rb) = (a + Days::new(put_right), b + Days::new(put_right_too));
        let state = suspended(filed(), "a", a).expect("first");
        let state = suspended(state, "b", b).expect("second");
        let state = rectified(state, "a", ra).expect("first put right");
        let state = rectified(state, "b", rb).expect("second put right");
        let on = base + Days::new(asked);
        // By hand: each runs from its delivery to the later of its two ends, the ends included.
        let runs = |from: NaiveDate, right: NaiveDate| on >= from && on <= last_day_by_hand(from, 3).max(right);
        prop_assert_eq!(state.suspended_on(on), runs(a, ra) || runs(b, rb));
    }
}

#[test]
fn a_policy_may_let_the_end_alone_decide() {
    let mut state = suspended(filed(), "s", date("2026-03-02")).expect("suspended");
    if let Some((approved, _)) = &mut state.suspensions[0].approved {
        approved.resumes = Resumes::AtEnd;
    }
    assert!(
        !state.suspended_on(date("2026-06-03")),
        "ended on 06-02, rectified or not"
    );
}
