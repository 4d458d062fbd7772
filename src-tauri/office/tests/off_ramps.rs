//! 退回 and 撤回 through the office's verbs: the case ends with its reason, and its enterprise may apply again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's failure is its answer"
)]

#[path = "consultation/books.rs"]
#[allow(
    dead_code,
    reason = "the same hands as the departments' journey; not all are needed here"
)]
mod books;

use books::Desk;
use office::wire::*;

fn ending(application: &str, reason: &str, on: &str) -> RefuseApplication {
    RefuseApplication {
        application: application.into(),
        on: on.into(),
        reason: reason.into(),
    }
}

fn state(desk: &mut Desk, application: &str) -> String {
    let page: CasePage = desk.call("case.view", &ById { id: application.into() });
    page.application.state
}

fn pair(code: &str, clause: &str) -> (String, String) {
    (code.to_owned(), clause.to_owned())
}

#[test]
fn a_withdrawn_application_may_come_again_in_another_file_and_never_by_the_same() {
    let mut desk = Desk::new();
    let first = desk.receive(1, Some(false)).remove(0);
    desk.on("jingban", "2026-03-10");
    assert_eq!(
        desk.refused("application.withdraw", &ending(&first, " ", "2026-03-08")),
        [pair("too_early", "细则12"), pair("blank", "细则12")],
        "both faults at once"
    );
    let accept = AcceptApplications {
        batch: desk.batch.clone(),
        applications: vec![first.clone()],
        on: "2026-03-10".into(),
    };
    let _: Receipt = desk.call("application.accept", &accept);
    assert_eq!(
        desk.refused("application.return", &ending(&first, "样例", "2026-03-10")),
        [pair("wrong_state", "§二(二)")],
        "what is accepted is not handed back"
    );
    assert_eq!(
        desk.refused(
            "application.withdraw",
            &ending(&first, "样例：企业来函撤回", "2026-03-09")
        ),
        [pair("too_early", "细则12")],
        "nothing is withdrawn before it was accepted"
    );
    let done: Receipt = desk.call(
        "application.withdraw",
        &ending(&first, "样例：企业来函撤回", "2026-03-10"),
    );
    assert_eq!(done.entries.len(), 1);
    assert_eq!(state(&mut desk, &first), "withdrawn");
    let page: CasePage = desk.call("case.view", &ById { id: first.clone() });
    let last = page.steps.last().unwrap();
    assert_eq!((last.step.as_str(), last.state.as_str()), ("withdrawn", "off"));

    assert_eq!(
        desk.receive(1, Some(false)),
        std::slice::from_ref(&first),
        "the same file changes nothing"
    );
    let all = desk.receive(2, Some(false));
    assert_eq!(all.len(), 3, "the withdrawn one, the same enterprise anew, and another");
    assert_eq!(state(&mut desk, &first), "withdrawn", "what ended stays ended");
    let page: BatchPage = desk.call("batch.view", &ById { id: desk.batch.clone() });
    let uscc = |id: &str| page.applications.iter().find(|a| a.id == id).unwrap().uscc.clone();
    let again: Vec<&String> = all.iter().filter(|id| uscc(id) == uscc(&first)).collect();
    assert_eq!(again.len(), 2, "two applications of one enterprise, one of them live");

    let live = all.iter().find(|id| **id != first && uscc(id) == uscc(&first)).unwrap();
    let _: Receipt = desk.call(
        "application.return",
        &ending(live, "样例：材料未经县区核对", "2026-03-09"),
    );
    assert_eq!(state(&mut desk, live), "returned");
    assert_eq!(
        desk.refused("application.return", &ending(live, "样例", "2026-03-09")),
        [pair("wrong_state", "§二(二)")]
    );
    desk.on("shenji", "2026-03-09");
    let report: VerifyReport = desk.call("ledger.verify", &Nothing {});
    assert!(report.ok, "{:?}", report.differences);
}

#[test]
fn a_county_clerk_records_a_withdrawal_and_hands_nothing_back() {
    let mut desk = Desk::new();
    let a = desk.receive(1, Some(false)).remove(0);
    desk.on("xianqu", "2026-03-09");
    let failure = desk
        .try_call::<_, Receipt>("application.return", &ending(&a, "样例", "2026-03-09"))
        .unwrap_err();
    assert_eq!(failure.code, "not_allowed");
    let _: Receipt = desk.call("application.withdraw", &ending(&a, "样例：企业来函撤回", "2026-03-09"));
    assert_eq!(state(&mut desk, &a), "withdrawn");
}
