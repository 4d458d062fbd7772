//! The sample goes through a whole meeting: pool, draw, sheets, result.

use super::terms;
use crate::read::{self, ExpertRow};
use crate::sample::{self, SEED};
use crate::write;
use domain::expert::ExpertEnrolled;
use domain::policy::Policy;
use domain::review::{
    Assessed, DrawPool, DrawRequest, OutcomeFacts, PoolMember, RubricLine, SheetBody, SheetLine, check_sheet, draw,
    outcome, recused,
};
use domain::{Verdict, eligibility::judge};
use std::collections::BTreeMap;

/// An application under review, as far as recusal asks.
struct Reviewed {
    application: String,
    uscc: String,
    name: String,
}

/// The pool with whom the domain recuses.
fn pool_of(experts: &[ExpertRow], reviewed: &[Reviewed]) -> DrawPool {
    let policy = Policy::shipped("wuhu-plan").expect("ships");
    let member = |e: &ExpertRow| PoolMember {
        id: e.id.clone(),
        name: e.name.clone(),
        specialty: e.specialty.clone(),
        employer: e.employer.clone(),
        recused_from: reviewed
            .iter()
            .filter(|r| {
                let ties = ExpertEnrolled::from(e).ties_to(&r.uscc, &r.name);
                recused(&policy.review, &ties, &r.name, chrono::NaiveDate::default()).is_some()
            })
            .map(|r| r.application.clone())
            .collect(),
    };
    DrawPool(experts.iter().map(member).collect())
}

fn eligible() -> Vec<(Reviewed, Assessed)> {
    let policy = Policy::shipped("wuhu-plan").expect("ships");
    sample::filings(&terms(), SEED)
        .into_iter()
        .filter(|r| judge(policy, "样例", &r.value.facts).verdict == Verdict::Met)
        .map(|r| {
            let application = format!("样例-{:0>3}", r.reference.unwrap_or_default());
            let a = r.value.applicant;
            (
                Reviewed {
                    application: application.clone(),
                    uscc: a.uscc,
                    name: a.name,
                },
                Assessed {
                    id: application,
                    paid_in_capital: r.value.facts.paid_in_capital,
                },
            )
        })
        .collect()
}

#[test]
fn the_sample_meeting_has_a_result_with_a_tie_a_veto_and_an_abstention() {
    let policy = Policy::shipped("wuhu-plan").expect("ships");
    let (reviewed, assessed): (Vec<Reviewed>, Vec<Assessed>) = eligible().into_iter().unzip();
    let experts = sample::experts(&terms(), SEED);
    let pool = pool_of(&experts, &reviewed);
    let applications: Vec<String> = reviewed.iter().map(|r| r.application.clone()).collect();
    let request = DrawRequest {
        seats: policy
            .review
            .specialties
            .iter()
            .map(|s| (s.id.clone(), s.quota))
            .collect(),
        reserves: policy.review.reserves,
        applications: applications.clone(),
    };
    let drawn = draw(&pool, &request, "样例：三位见证人").expect("the pool is large enough");
    let panel: Vec<String> = drawn.panel.clone();
    assert_eq!(panel.len(), 7);

    let recusals: Vec<(String, String)> = pool
        .0
        .iter()
        .flat_map(|m| m.recused_from.iter().map(move |a| (m.id.clone(), a.clone())))
        .collect();
    let rows = sample::sheets_for(&panel, &applications, &recusals, &terms(), SEED);
    let bytes = write::sheets(&rows, &terms()).expect("a workbook");
    let import = read::sheets(&bytes, &terms()).expect("a workbook");
    assert_eq!(import.faults, []);

    let prefilled: BTreeMap<String, BTreeMap<_, _>> =
        sample::prefilled(&panel, &applications, &recusals, &terms(), SEED)
            .into_iter()
            .map(|(application, items)| (application, items.into_iter().collect()))
            .collect();
    assert_eq!(prefilled.len(), applications.len());

    let mut lines = Vec::new();
    for row in import.good {
        let body = SheetBody::from(row.value);
        let set = prefilled.get(&body.application).cloned().unwrap_or_default();
        check_sheet(&policy.review, &set, &body).expect("a sheet that can be signed");
        lines.push(SheetLine {
            application: body.application,
            expert: body.expert,
            scores: body.scores,
            veto: body.veto.map(|v| v.reason),
        });
    }
    let result = outcome(
        &policy.review,
        &OutcomeFacts {
            rubric: policy
                .review
                .rubric
                .iter()
                .flat_map(|d| {
                    d.items.iter().map(|i| RubricLine {
                        item: i.item.clone(),
                        dimension: d.id.clone(),
                        max: i.max,
                    })
                })
                .collect(),
            applications: assessed,
            sheets: lines,
            chair_order: Vec::new(),
        },
    )
    .expect("a result");
    let tied = result.ranking.iter().filter(|r| r.tie_broken_by.is_some()).count();
    assert!(
        tied >= 2,
        "two applications share a published score: {:?}",
        result.ranking
    );
    let vetoed: Vec<_> = result.ranking.iter().filter(|r| r.rank.is_none()).collect();
    assert_eq!(vetoed.len(), 1);
    assert!(vetoed[0].score.is_some() && vetoed[0].reason.zh.contains("材料不实"));
    assert!(
        result.ranking.iter().any(|r| r.valid_sheets == panel.len() - 1),
        "one sheet is an abstention"
    );
    let passed = result.ranking.iter().filter(|r| r.passed).count();
    assert!((5..13).contains(&passed), "some pass and some do not: {passed}");
}
