//! No sequence of acts leads an application to a state the plan does not know.

use super::*;
use crate::{Finding, Verdict, eligibility::EligibilityFacts};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a date") + chrono::Days::new(n)
}

fn received(name: &str) -> Event {
    Event::ApplicationReceived(ApplicationReceived {
        batch: "b".into(),
        enterprise: "e".into(),
        policy: "wuhu-plan".into(),
        form: ApplicationForm {
            applicant: Applicant {
                uscc: "91340202YLX0000128".into(),
                name: name.into(),
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
    })
}

fn judged(verdict: Verdict) -> Event {
    Event::ApplicationJudged(ApplicationJudged {
        verdict,
        findings: vec![Finding {
            rule: "capital".into(),
            clause: "§二(一)2".into(),
            verdict,
            facts: Vec::new(),
            message: Say::new("样例", "sample"),
        }],
        policy: "wuhu-plan".into(),
    })
}

/// The event that would lead to a stage.
fn leading_to(stage: Stage, verdict: Verdict) -> Event {
    match stage {
        Stage::Received => received("样例公司"),
        Stage::Judged => judged(verdict),
        Stage::Accepted => Event::ApplicationAccepted(ApplicationAccepted {}),
        Stage::Refused => Event::ApplicationRefused(ApplicationRefused {
            reason: "样例".into()
        }),
        Stage::Returned => Event::ApplicationReturned(ApplicationReturned {
            reason: "样例".into()
        }),
        Stage::Withdrawn => Event::ApplicationWithdrawn(ApplicationWithdrawn {
            reason: "样例".into()
        }),
        Stage::InReview => Event::ApplicationEnteredReview(ApplicationEnteredReview { meeting: "m".into() }),
        Stage::Reviewed => Event::ApplicationReviewed(ApplicationReviewed {
            meeting: "m".into(),
            score: None,
            rank: None,
            passed: false,
            reason: Say::new("样例", "sample"),
        }),
        Stage::Selected => Event::ApplicationSelected(ApplicationSelected {}),
        Stage::PassedOver => Event::ApplicationPassedOver(ApplicationPassedOver {}),
        Stage::Recommended => Event::ApplicationRecommended(ApplicationRecommended {}),
        Stage::Filed => Event::ApplicationFiled(ApplicationFiled {
            document_no: "样".into(),
        }),
        Stage::Declined => Event::ApplicationDeclined(ApplicationDeclined {
            document_no: "样".into(),
            reason: "样例".into(),
        }),
    }
}

/// Every whole life of an application the plan knows (§二(二)), written out by hand.
const LIVES: &[&[Stage]] = {
    use Stage::*;
    &[
        &[Received, Judged, Refused],
        &[Received, Returned],
        &[Received, Judged, Returned],
        &[Received, Withdrawn],
        &[Received, Judged, Withdrawn],
        &[Received, Judged, Accepted, Withdrawn],
        &[Received, Judged, Accepted, InReview, Reviewed, PassedOver],
        &[
            Received,
            Judged,
            Accepted,
            InReview,
            Reviewed,
            Selected,
            Recommended,
            Filed,
        ],
        &[
            Received,
            Judged,
            Accepted,
            InReview,
            Reviewed,
            Selected,
            Recommended,
            Declined,
        ],
    ]
};

proptest! {
    #[test]
    fn every_path_is_the_beginning_of_a_life_the_plan_knows(
        wanted in proptest::collection::vec(1usize..Stage::ALL.len(), 0..40),
    ) {
        let mut state = Application::apply(None, &received("样例公司"), day(0)).expect("received");
        let mut path = vec![state.stage];
        for at in wanted {
            let to = Stage::ALL[at];
            match may_become(&state, to) {
                Ok(()) => {
                    state = Application::apply(Some(state), &leading_to(to, Verdict::Met), day(1)).expect("it lives");
                    prop_assert_eq!(state.stage, to, "the event leads where the gate let it");
                    path.push(to);
                }
                Err(refusals) => {
                    prop_assert!(!refusals.0.is_empty());
                    for refusal in refusals.0 {
                        prop_assert!(refusal.clause.0.starts_with('§'), "a refusal names its clause: {:?}", refusal);
                        prop_assert!(!refusal.remedy.zh.is_empty() && !refusal.message.en.is_empty());
                    }
                }
            }
            prop_assert!(LIVES.iter().any(|life| life.starts_with(&path)), "{:?} is no path of the plan", path);
        }
    }
}

#[test]
fn every_life_can_be_lived() {
    for life in LIVES {
        let mut state: Option<Application> = None;
        for stage in *life {
            if let Some(state) = &state {
                may_become(state, *stage).unwrap_or_else(|r| panic!("{stage:?} of {life:?}: {r}"));
            }
            state = Application::apply(state, &leading_to(*stage, Verdict::Met), day(0));
        }
        assert_eq!(state.map(|s| s.stage), life.last().copied());
    }
}

#[test]
fn only_conditions_met_are_accepted_and_each_unmet_one_is_named() {
    for (verdict, code) in [
        (Verdict::Met, None),
        (Verdict::NotMet, Some("condition_not_met")),
        (Verdict::ToVerify, Some("condition_to_verify")),
    ] {
        let state = Application::apply(None, &received("样例公司"), day(0));
        let state = Application::apply(state, &judged(verdict), day(0)).expect("judged");
        let answer = accept(&state, day(1));
        match code {
            None => assert!(answer.is_ok(), "all conditions met"),
            Some(code) => {
                let refusals = answer.expect_err("not every condition is met").0;
                assert_eq!(
                    (refusals[0].code.as_str(), refusals[0].clause.0.as_str()),
                    (code, "§二(一)2")
                );
            }
        }
    }
    let state = Application::apply(None, &received("样例公司"), day(5));
    let state = Application::apply(state, &judged(Verdict::Met), day(5)).expect("judged");
    assert!(
        accept(&state, day(4)).is_err(),
        "nothing is accepted before it was received"
    );
    assert!(refuse(&state, day(5), " ").is_err(), "a refusal has a reason");
}
