//! 部门会商 through the office's verbs: what each department's word, and its silence, makes of a case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's failure is its answer"
)]

#[path = "consultation/books.rs"]
mod books;
#[path = "consultation/many.rs"]
mod many;

use books::{Desk, asking};
use office::wire::*;

fn pair(code: &str, clause: &str) -> (String, String) {
    (code.to_owned(), clause.to_owned())
}

fn states(departments: &[DepartmentView]) -> Vec<(&str, &str, Option<&str>, Option<&str>)> {
    departments
        .iter()
        .map(|d| {
            let fact = (d.fact.as_deref(), d.fact_from.as_deref());
            (d.department.as_str(), d.state.as_str(), fact.0, fact.1)
        })
        .collect()
}

/// Asked on Tuesday 10 March 2026, ten working days end on Tuesday the 24th.
#[test]
fn one_answers_serious_one_none_one_late_and_one_not_at_all() {
    let mut desk = Desk::new();
    let a = desk.receive(1, None).remove(0);
    assert!(states(&desk.departments(&a)).iter().all(|s| s.1 == "not_asked"));
    assert_eq!(desk.verdict(&a), ("to_verify".into(), "to_verify".into()));

    desk.on("jingban", "2026-03-10");
    let done = desk.ask(std::slice::from_ref(&a), &[], "2026-03-10");
    assert_eq!(
        done.receipt.entries.len(),
        4,
        "one letter each; the own record is not asked"
    );
    assert!(done.receipt.changed.contains(&format!("case:{a}")));
    assert!(done.notes[0].zh.contains("2026-03-24"), "{:?}", done.notes);
    let police = desk.department(&a, "police");
    assert_eq!(
        (
            police.asked_on.as_deref(),
            police.due.as_deref(),
            police.letter_no.as_deref()
        ),
        (Some("2026-03-10"), Some("2026-03-24"), Some("芜商函〔2026〕7号"))
    );
    assert_eq!(desk.verdict(&a).0, "to_verify", "asking is no answer");

    let one = std::slice::from_ref(&a);
    let again = desk.refused("consultation.ask", &asking(one, &["police"], "2026-03-10"));
    assert_eq!(again, [pair("already_asked", "细则14")]);
    let again = desk.refused("consultation.ask", &asking(one, &[], "2026-03-10"));
    assert_eq!(again, [pair("nothing_to_ask", "细则14")]);
    let own = desk.refused("consultation.ask", &asking(one, &["commerce"], "2026-03-10"));
    assert_eq!(own, [pair("own_record", "细则14")]);

    desk.on("jingban", "2026-03-18");
    desk.answer(&a, "police", "none", "2026-03-18");
    assert_eq!(desk.verdict(&a).0, "to_verify", "the others are still awaited");
    let done = desk.answer(&a, "customs", "serious", "2026-03-18");
    assert!(done.notes.iter().any(|n| n.zh.contains("不满足")), "{:?}", done.notes);
    let kinds: Vec<_> = done.receipt.entries.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["consultation.answered", "application.amended", "application.judged"],
        "answered, amended and judged anew in one act"
    );
    assert_eq!(desk.verdict(&a), ("not_met".into(), "not_met".into()));
    let accept = AcceptApplications {
        batch: desk.batch.clone(),
        applications: vec![a.clone()],
        on: "2026-03-18".into(),
    };
    let refused = desk.refused("application.accept", &accept);
    assert_eq!(refused, [pair("condition_not_met", "§二(一)1")]);

    // The reply was about another enterprise of a like name: a further act, with its reason.
    desk.on("jingban", "2026-03-19");
    let customs = desk.id(&a, "customs");
    let mut correct = CorrectConsultation {
        consultation: customs,
        on: "2026-03-19".into(),
        replied_on: "2026-03-18".into(),
        document_no: "样函〔2026〕3号".into(),
        record: "none".into(),
        description: String::new(),
        scans: String::new(),
        reason: " ".into(),
    };
    assert_eq!(
        desk.refused("consultation.correct", &correct),
        [pair("blank", "细则14")]
    );
    correct.reason = "海关来电：记录属同名企业".into();
    let _: ConsultationDone = desk.call("consultation.correct", &correct);
    assert_eq!(desk.verdict(&a).0, "to_verify", "judged anew by the correction");
    let reply = desk.department(&a, "customs").reply.unwrap();
    assert_eq!(reply.record, "none");
    assert_eq!(reply.corrections.len(), 1);
    assert_eq!(reply.corrections[0].record_label.en, "Answered: a serious record");

    silence(&mut desk, &a);

    let departments = desk.departments(&a);
    assert_eq!(
        states(&departments),
        [
            ("police", "answered_none", Some("none"), Some("reply")),
            ("market", "answered_none", Some("none"), Some("reply")),
            ("customs", "answered_none", Some("none"), Some("reply")),
            ("commerce", "answered_none", Some("none"), Some("reply")),
            ("safety", "no_reply", None, None),
        ]
    );
    let late: Vec<_> = departments
        .iter()
        .map(|d| d.reply.as_ref().and_then(|r| r.late))
        .collect();
    assert_eq!(late, [Some(false), Some(true), Some(false), None, None]);
    assert_eq!(
        desk.verdict(&a),
        ("to_verify".into(), "to_verify".into()),
        "silence is never \"no problem\""
    );
    let accept = AcceptApplications {
        on: "2026-03-27".into(),
        ..accept
    };
    let refused = desk.refused("application.accept", &accept);
    assert_eq!(refused, [pair("condition_to_verify", "§二(一)1")]);

    desk.answer(&a, "safety", "none", "2026-03-27");
    assert_eq!(desk.verdict(&a), ("met".into(), "met".into()), "the last word was in");
    let _: Receipt = desk.call("application.accept", &accept);
    for report in [desk.call("ledger.verify", &Nothing {}), desk.office.rebuild().unwrap()] {
        let report: VerifyReport = report;
        assert!(report.ok, "verify and rebuild hold: {:?}", report.differences);
    }
}

/// Market and safety let the due date pass; market answers after all, and the bureau looks into its own record.
fn silence(desk: &mut Desk, a: &str) {
    desk.on("jingban", "2026-03-24");
    let mut silent = RecordNoReply {
        consultations: vec![desk.id(a, "market"), desk.id(a, "safety")],
        on: "2026-03-24".into(),
        note: String::new(),
    };
    assert_eq!(
        desk.department(a, "market").state,
        "waiting",
        "the last day is not over"
    );
    let refused = desk.refused("consultation.no_reply", &silent);
    assert_eq!(refused.len(), 2, "each of them is told");
    assert_eq!(refused[0], pair("not_due_yet", "细则14"));

    desk.on("jingban", "2026-03-25");
    assert_eq!(
        desk.department(a, "market").state,
        "overdue",
        "derived from the day, without an act"
    );
    let remind = RemindDepartments {
        consultations: silent.consultations.clone(),
        on: "2026-03-25".into(),
        note: "电话催办，样科长".into(),
    };
    let _: ConsultationDone = desk.call("consultation.remind", &remind);
    silent.on = "2026-03-25".into();
    let done: ConsultationDone = desk.call("consultation.no_reply", &silent);
    assert_eq!(done.receipt.entries.len(), 2, "nothing was known, so no fact changes");
    let market = desk.department(a, "market");
    assert_eq!((market.state.as_str(), market.fact), ("no_reply", None));
    assert_eq!(market.silence.unwrap().rule, "stays_to_verify");
    assert_eq!(market.reminders.len(), 1);

    desk.on("jingban", "2026-03-27");
    let done = desk.answer(a, "market", "none", "2026-03-27");
    assert!(done.notes.iter().any(|n| n.zh.contains("逾期")), "{:?}", done.notes);
    assert!(
        desk.department(a, "market").silence.is_some(),
        "that it was silent is not forgotten"
    );
    let mut own = RecordOwn {
        application: a.into(),
        department: "commerce".into(),
        on: "2026-03-27".into(),
        document_no: "样例处罚台账".into(),
        record: "none".into(),
        description: String::new(),
        scans: String::new(),
    };
    let _: ConsultationDone = desk.call("consultation.record_own", &own);
    let again = desk.refused("consultation.record_own", &own);
    assert_eq!(again, [pair("already_asked", "细则14")]);
    own.department = "police".into();
    let again = desk.refused("consultation.record_own", &own);
    assert_eq!(again, [pair("not_own_record", "细则14")]);
}

#[test]
fn a_reply_after_the_case_went_before_the_experts_is_kept_and_changes_nothing() {
    let mut desk = Desk::new();
    let applications = desk.receive(1, Some(false));
    let a = &applications[0];
    desk.on("jingban", "2026-03-10");
    desk.ask(&applications, &["police", "market"], "2026-03-10");
    let accept = AcceptApplications {
        batch: desk.batch.clone(),
        applications: applications.clone(),
        on: "2026-03-10".into(),
    };
    let _: Receipt = desk.call("application.accept", &accept);
    let call = CallMeeting {
        batch: desk.batch.clone(),
        held_on: "2026-03-20".into(),
        place: "样例会议室".into(),
    };
    let meeting = desk.call::<_, Receipt>("meeting.call", &call).id.unwrap();
    desk.on("mishu", "2026-03-12");
    let terms = exchange::Terms::from(domain::policy::Policy::shipped("wuhu-plan").unwrap());
    let pool = exchange::write::experts(&exchange::sample::experts(&terms, exchange::sample::SEED), &terms).unwrap();
    desk.office
        .take_experts("样例-专家库.xlsx", &pool, false, "2026-03-12")
        .unwrap();
    let page: MeetingPage = desk.call("meeting.view", &ById { id: meeting.clone() });
    let draw = DrawPanel {
        meeting,
        seed: office::cast::SEED.into(),
        seats: page.suggested_seats,
        reserves: page.suggested_reserves,
        on: "2026-03-12".into(),
    };
    let _: Receipt = desk.call("meeting.draw", &draw);

    desk.on("jingban", "2026-03-13");
    let before: CasePage = desk.call("case.view", &ById { id: a.clone() });
    assert_eq!(before.application.state, "in_review");
    let done = desk.answer(a, "police", "serious", "2026-03-13");
    assert_eq!(done.receipt.entries.len(), 1, "the reply alone");
    assert!(
        done.notes.iter().any(|n| n.zh.contains("不改变")),
        "said in words: {:?}",
        done.notes
    );
    let after: CasePage = desk.call("case.view", &ById { id: a.clone() });
    assert_eq!((before.facts, before.findings), (after.facts, after.findings));
    let police = desk.department(a, "police");
    assert_eq!(
        (
            police.state.as_str(),
            police.fact.as_deref(),
            police.fact_from.as_deref()
        ),
        ("answered_serious", Some("none"), Some("declared")),
        "the page shows both: what was answered, and what the experts judge by"
    );
    assert!(!police.reply.unwrap().applied);
    let refused = desk.refused("consultation.ask", &asking(&applications, &["customs"], "2026-03-13"));
    assert_eq!(refused, [pair("wrong_state", "细则14")]);
    let verified: VerifyReport = desk.call("ledger.verify", &Nothing {});
    assert!(verified.ok);
}

#[test]
fn what_an_applicant_declares_does_not_outlive_a_department_s_silence_and_a_withdrawn_request_may_be_repeated() {
    let mut desk = Desk::new();
    let applications = desk.receive(1, Some(false));
    let a = &applications[0];
    assert_eq!(desk.verdict(a).0, "met");
    assert_eq!(
        states(&desk.departments(a))[0],
        ("police", "not_asked", Some("none"), Some("declared")),
        "declared, and plainly not asked"
    );
    desk.on("jingban", "2026-03-10");
    desk.ask(&applications, &["police"], "2026-03-10");
    let withdraw = WithdrawConsultation {
        consultation: desk.id(a, "police"),
        on: "2026-03-11".into(),
        reason: "主送单位有误".into(),
    };
    desk.on("jingban", "2026-03-11");
    let early = WithdrawConsultation {
        on: "2026-03-09".into(),
        ..withdraw.clone()
    };
    assert_eq!(
        desk.refused("consultation.withdraw", &early),
        [pair("too_early", "细则14")]
    );
    let _: ConsultationDone = desk.call("consultation.withdraw", &withdraw);
    let police = desk.department(a, "police");
    assert_eq!((police.state.as_str(), police.withdrawn.len()), ("not_asked", 1));
    desk.ask(&applications, &["police"], "2026-03-11");
    assert_eq!(
        desk.department(a, "police").due.as_deref(),
        Some("2026-03-25"),
        "a new letter, a new limit"
    );

    desk.on("jingban", "2026-03-26");
    let silent = RecordNoReply {
        consultations: vec![desk.id(a, "police")],
        on: "2026-03-26".into(),
        note: String::new(),
    };
    let _: ConsultationDone = desk.call("consultation.no_reply", &silent);
    assert_eq!(desk.verdict(a), ("to_verify".into(), "to_verify".into()));
    let done = desk.answer(a, "police", "cannot_say", "2026-03-26");
    assert_eq!(
        desk.verdict(a).0,
        "to_verify",
        "an answer that leaves it open: {:?}",
        done.notes
    );
    assert_eq!(desk.department(a, "police").state, "answered_cannot_say");
}
