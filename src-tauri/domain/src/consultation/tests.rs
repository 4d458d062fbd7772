//! No sequence of acts takes a consultation where 细则14 does not, its dates never go back, and only an answer makes a
//! fact.

use super::*;
use crate::{
    Refusals, Verdict,
    application::{
        Applicant, Application, ApplicationAccepted, ApplicationEnteredReview, ApplicationForm, ApplicationReceived,
    },
    calendar::Calendar,
    eligibility::{EligibilityFacts, judge},
    policy::Policy,
};
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date") + chrono::Days::new(n)
}

fn plan() -> &'static Policy {
    Policy::shipped("wuhu-plan").expect("ships with the program")
}

fn received() -> Application {
    let event = Event::ApplicationReceived(ApplicationReceived {
        batch: "b".into(),
        enterprise: "e".into(),
        policy: "wuhu-plan".into(),
        form: ApplicationForm {
            applicant: Applicant {
                uscc: "91340202YLX0000128".into(),
                name: "样例公司".into(),
                county: "镜湖区".into(),
                legal_representative: "样某".into(),
                contact: "样某".into(),
                phone: "0553-0000000".into(),
                founded: None,
            },
            facts: EligibilityFacts::default(),
            materials: Vec::new(),
        },
        source: None,
    });
    Application::apply(None, &event, day(0)).expect("received")
}

fn in_review() -> Application {
    let accepted = Event::ApplicationAccepted(ApplicationAccepted {});
    let entered = Event::ApplicationEnteredReview(ApplicationEnteredReview { meeting: "m".into() });
    let state = Application::apply(Some(received()), &accepted, day(0));
    Application::apply(state, &entered, day(0)).expect("in review")
}

fn reply(record: Record, on: NaiveDate) -> Reply {
    Reply {
        replied_on: on,
        document_no: Some("样公函〔2026〕1号".into()),
        record,
        description: "样例".into(),
        scans: String::new(),
    }
}

fn asked_on(on: NaiveDate) -> Consultation {
    let asked = ask("a", &received(), plan(), "police", "样商函1", &Calendar::shipped(), on).expect("may be asked");
    Consultation::apply(None, &Event::ConsultationAsked(asked), "样", on).expect("asked")
}

/// What a user may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Try {
    Remind,
    Answer(Record),
    Correct(Record),
    Withdraw,
    NoReply,
}

fn tries() -> impl Strategy<Value = Try> {
    let record = prop::sample::select(Record::ALL.to_vec());
    prop_oneof![
        2 => Just(Try::Remind),
        1 => record.clone().prop_map(Try::Answer),
        2 => record.prop_map(Try::Correct),
        1 => Just(Try::Withdraw),
        2 => Just(Try::NoReply),
    ]
}

fn decide(c: &Consultation, wanted: Try, rule: NoReply, on: NaiveDate) -> Result<Event, Refusals> {
    let due = c.request.as_ref().and_then(|r| r.due);
    let application = received();
    match wanted {
        Try::Remind => remind(c, "电话催办", on).map(Event::ConsultationReminded),
        Try::Answer(record) => answer(c, &application, reply(record, on), due, on).map(Event::ConsultationAnswered),
        Try::Correct(record) => {
            correct(c, &application, reply(record, on), "原件看错", on).map(Event::ConsultationCorrected)
        }
        Try::Withdraw => withdraw(c, "主送有误", on).map(Event::ConsultationWithdrawn),
        Try::NoReply => no_reply(c, &application, rule, due, "", on).map(Event::ConsultationUnanswered),
    }
}

/// The article written out by hand: the state an act leads to, or that it is not possible. Ten working days from
/// Monday 2 March 2026 end on Monday 16 March, without a holiday between.
fn table(state: &str, wanted: Try, on: NaiveDate) -> Option<&'static str> {
    let due = NaiveDate::from_ymd_opt(2026, 3, 16).expect("a date");
    match (state, wanted) {
        ("waiting", Try::Remind) => Some("waiting"),
        ("no_reply", Try::Remind) => Some("no_reply"),
        ("waiting" | "no_reply", Try::Answer(_)) => Some("answered"),
        ("answered", Try::Correct(_)) => Some("answered"),
        ("waiting" | "no_reply", Try::Withdraw) => Some("withdrawn"),
        ("waiting", Try::NoReply) if on > due => Some("no_reply"),
        _ => None,
    }
}

proptest! {
    #[test]
    fn every_path_is_one_the_article_knows(
        acts in prop::collection::vec((tries(), 0u64..30), 0..24),
        objection in any::<bool>(),
    ) {
        let rule = if objection { NoReply::NoObjection } else { NoReply::StaysToVerify };
        let mut state = asked_on(day(0));
        let (mut last, mut stands): (NaiveDate, Option<Reply>) = (day(0), None);
        for (wanted, at) in acts {
            let on = day(at);
            let same = matches!(wanted, Try::Correct(r) if stands.as_ref() == Some(&reply(r, on)));
            let to = table(state.state.code(), wanted, on).filter(|_| on >= last && !same);
            match decide(&state, wanted, rule, on) {
                Ok(event) => {
                    prop_assert!(to.is_some(), "{:?} on {} after {} in {:?}", wanted, on, last, state.state);
                    state = Consultation::apply(Some(state), &event, "样", on).expect("it lives");
                    prop_assert_eq!(Some(state.state.code()), to);
                    last = on;
                    if let Try::Answer(r) | Try::Correct(r) = wanted {
                        stands = Some(reply(r, on));
                    }
                }
                Err(refusals) => {
                    prop_assert!(to.is_none(), "{:?} on {} in {:?}: {}", wanted, on, state.state, refusals);
                    for refusal in refusals.0 {
                        prop_assert!(plan().clause(&refusal.clause.0).is_some(), "a refusal names its clause");
                        prop_assert!(!refusal.remedy.zh.is_empty() && !refusal.message.en.is_empty());
                    }
                }
            }
            prop_assert_eq!(state.last_on, last, "dates never go back");
            let shown = match &state.state {
                State::Answered(answer) => Some(answer.reply.clone()),
                _ => None,
            };
            prop_assert_eq!(shown, stands.clone(), "the reply shown is the last one recorded");
        }
        let dates: Vec<NaiveDate> = state.reminders.iter().map(|r| r.on).collect();
        prop_assert!(dates.is_sorted());
    }
}

#[test]
fn the_due_date_is_ten_working_days_after_the_letter_and_a_missing_year_is_told() {
    // From 12 February: 13, 14 (worked), 24 to 27, 28 (worked) February; 2, 3, 4 March.
    for (sent, due) in [("2026-03-02", "2026-03-16"), ("2026-02-12", "2026-03-04")] {
        let sent: NaiveDate = sent.parse().expect("a date");
        let mut application = received();
        application.received_on = sent;
        let asked = ask("a", &application, plan(), "police", " ", &Calendar::shipped(), sent).expect("asked");
        assert_eq!(asked.due, due.parse().ok());
        assert_eq!(asked.letter_no, None, "a blank number is none");
    }
    let sent = NaiveDate::from_ymd_opt(2026, 12, 28).expect("a date");
    let asked = ask("a", &received(), plan(), "police", "", &Calendar::shipped(), sent).expect("asked");
    assert_eq!((asked.due, asked.missing_years.as_slice()), (None, &[2027][..]));
    let waiting = Consultation::apply(None, &Event::ConsultationAsked(asked), "样", sent).expect("asked");
    let later = NaiveDate::from_ymd_opt(2027, 6, 1).expect("a date");
    let refused = no_reply(&waiting, &received(), NoReply::StaysToVerify, None, "", later).expect_err("not guessed");
    assert_eq!(refused.0[0].code, "due_unknown");
    let late = answer(&waiting, &received(), reply(Record::None, later), None, later).expect("answered");
    assert_eq!(late.late, None, "nobody is late by a date that cannot be told");
}

#[test]
fn a_reply_on_the_due_date_is_in_time_and_the_day_after_is_late() {
    let c = asked_on(day(0));
    let due = c.request.as_ref().and_then(|r| r.due);
    assert_eq!(due, Some(day(14)));
    for (on, late) in [(day(14), false), (day(15), true)] {
        let answered = answer(&c, &received(), reply(Record::None, day(3)), due, on).expect("answered");
        assert_eq!(
            answered.late,
            Some(late),
            "received on {on}; its own date does not count"
        );
    }
}

#[test]
fn a_reply_is_dated_between_the_letter_and_its_receipt_and_a_serious_record_is_described() {
    let c = asked_on(day(5));
    let mut wrong = reply(Record::Serious, day(4));
    wrong.description = "  ".into();
    let refused = answer(&c, &received(), wrong, None, day(6)).expect_err("two faults");
    let fields: Vec<_> = refused.0.iter().filter_map(|r| r.field.as_deref()).collect();
    assert_eq!(fields, ["replied_on", "description"], "all at once");
    let refused = answer(&c, &received(), reply(Record::None, day(8)), None, day(6)).expect_err("from the future");
    assert_eq!(refused.0[0].code, "too_late");
}

#[test]
fn once_before_the_experts_nobody_is_asked_and_a_reply_changes_no_fact() {
    let refused = ask("a", &in_review(), plan(), "police", "", &Calendar::shipped(), day(1)).expect_err("too late");
    assert_eq!(
        (refused.0[0].code.as_str(), refused.0[0].clause.0.as_str()),
        ("wrong_state", "细则14")
    );
    let c = asked_on(day(0));
    let answered = answer(&c, &in_review(), reply(Record::Serious, day(2)), None, day(2)).expect("never lost");
    assert!(!answered.applied);
}

#[test]
fn the_bureau_is_not_asked_by_letter_and_the_others_have_no_own_record() {
    let calendar = Calendar::shipped();
    for department in ["police", "market", "customs", "safety"] {
        assert!(ask("a", &received(), plan(), department, "", &calendar, day(0)).is_ok());
        let refused = own_record(
            "a",
            &received(),
            plan(),
            department,
            reply(Record::None, day(0)),
            day(0),
        );
        assert_eq!(refused.expect_err("must be asked").0[0].code, "not_own_record");
    }
    let refused = ask("a", &received(), plan(), "commerce", "", &calendar, day(0)).expect_err("its own");
    assert_eq!(refused.0[0].code, "own_record");
    let own = own_record(
        "a",
        &received(),
        plan(),
        "commerce",
        reply(Record::None, day(0)),
        day(3),
    )
    .expect("recorded");
    assert_eq!(own.reply.replied_on, day(3), "dated the day it was looked up");
    let refused = ask("a", &received(), plan(), "weather", "", &calendar, day(0)).expect_err("nobody");
    assert_eq!(refused.0[0].code, "no_such_department");
}

/// Every ending and what the condition then says, written out by hand.
#[test]
fn only_an_answer_makes_a_fact() {
    let ask_form = |value: Option<bool>| {
        let mut facts = EligibilityFacts {
            city: Some("芜湖市".into()),
            legal_person: Some(true),
            import_export: Some(true),
            ..EligibilityFacts::default()
        };
        for department in ["market", "customs", "commerce", "safety"] {
            *fact_of(&mut facts.violations, department).expect("known") = Some(false);
        }
        facts.violations.police = value;
        let judgement = judge(plan(), "a", &facts);
        judgement
            .findings
            .iter()
            .find(|f| f.rule == "violations")
            .map(|f| f.verdict)
    };
    for (record, verdict) in [
        (Record::None, Verdict::Met),
        (Record::Serious, Verdict::NotMet),
        (Record::CannotSay, Verdict::ToVerify),
    ] {
        assert_eq!(ask_form(record.fact()), Some(verdict), "{record:?}");
    }
    let silence = [
        (NoReply::StaysToVerify, None, Verdict::ToVerify),
        (NoReply::StaysToVerify, Some(false), Verdict::ToVerify),
        (NoReply::StaysToVerify, Some(true), Verdict::NotMet),
        (NoReply::NoObjection, None, Verdict::Met),
        (NoReply::NoObjection, Some(false), Verdict::Met),
        (NoReply::NoObjection, Some(true), Verdict::NotMet),
    ];
    for (rule, before, verdict) in silence {
        assert_eq!(ask_form(rule.fact(before)), Some(verdict), "{rule:?} over {before:?}");
    }
    assert_eq!(NoReply::NoObjection.fact_after_withdrawal(Some(false)), None);
    assert_eq!(NoReply::NoObjection.fact_after_withdrawal(Some(true)), Some(true));
    assert_eq!(fact_of(&mut crate::eligibility::Violations::default(), "weather"), None);
}

#[test]
fn a_correction_keeps_what_it_corrected_and_a_late_reply_keeps_the_silence() {
    let silent = asked_on(day(0));
    let due = silent.request.as_ref().and_then(|r| r.due);
    let event = no_reply(&silent, &received(), NoReply::StaysToVerify, due, "", day(15)).expect("late");
    let c = Consultation::apply(Some(silent), &Event::ConsultationUnanswered(event), "甲", day(15)).expect("silent");
    let event = answer(&c, &received(), reply(Record::None, day(16)), due, day(17)).expect("answered at last");
    let c = Consultation::apply(Some(c), &Event::ConsultationAnswered(event), "乙", day(17)).expect("answered");
    let event = correct(&c, &received(), reply(Record::Serious, day(16)), "原件第二页", day(20)).expect("corrected");
    let c = Consultation::apply(Some(c), &Event::ConsultationCorrected(event), "丙", day(20)).expect("corrected");
    assert_eq!(
        c.no_reply.as_ref().map(|s| (s.on, s.by.as_str())),
        Some((day(15), "甲"))
    );
    let State::Answered(answer) = &c.state else {
        panic!("answered: {:?}", c.state);
    };
    assert_eq!(
        (answer.late, answer.on, answer.by.as_str()),
        (Some(true), day(17), "乙")
    );
    assert_eq!(answer.reply.record, Record::Serious);
    let before: Vec<_> = answer
        .corrections
        .iter()
        .map(|x| (x.before.record, x.by.as_str()))
        .collect();
    assert_eq!(before, [(Record::None, "丙")]);
}
