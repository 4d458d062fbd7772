//! The national conditions on traders, rule by rule, and the same facts under both versions.

use super::tests::{finding, good, plan};
use super::*;
use crate::Verdict;
use crate::policy::Policy;

const RULES: [&str; 4] = ["premises", "display_site", "vehicle_trade_experience", "appraisers"];

fn national() -> &'static Policy {
    Policy::shipped("national-2026").expect("ships with the program")
}

/// 样例: meets every condition of both versions, the appraisers exactly.
fn trader() -> EligibilityFacts {
    EligibilityFacts {
        premises: Some(Some(true)),
        display_site: Some(Some(true)),
        vehicle_trade_experience: Some(Some(true)),
        appraisers: Some(Some(3)),
        ..good()
    }
}

/// A change of the facts, the rule it touches, and what the national version then says.
type Change = (&'static str, fn(&mut EligibilityFacts), Verdict);

#[test]
fn each_rule_at_its_boundary_flips_the_national_verdict_and_never_the_plan_s() {
    let changes: [Change; 12] = [
        ("premises", |f| f.premises = Some(Some(false)), Verdict::NotMet),
        ("premises", |f| f.premises = Some(None), Verdict::ToVerify),
        ("display_site", |f| f.display_site = Some(Some(false)), Verdict::NotMet),
        ("display_site", |f| f.display_site = Some(None), Verdict::ToVerify),
        (
            "vehicle_trade_experience",
            |f| f.vehicle_trade_experience = Some(Some(false)),
            Verdict::NotMet,
        ),
        (
            "vehicle_trade_experience",
            |f| f.vehicle_trade_experience = Some(None),
            Verdict::ToVerify,
        ),
        ("appraisers", |f| f.appraisers = Some(Some(0)), Verdict::NotMet),
        ("appraisers", |f| f.appraisers = Some(Some(2)), Verdict::NotMet),
        ("appraisers", |f| f.appraisers = Some(Some(3)), Verdict::Met),
        ("appraisers", |f| f.appraisers = Some(Some(4)), Verdict::Met),
        ("appraisers", |f| f.appraisers = Some(Some(u32::MAX)), Verdict::Met),
        ("appraisers", |f| f.appraisers = Some(None), Verdict::ToVerify),
    ];
    for (rule, change, expected) in changes {
        let mut facts = trader();
        change(&mut facts);
        let (new, old) = (judge(national(), "样例", &facts), judge(plan(), "样例", &facts));
        assert_eq!(
            (new.verdict, old.verdict),
            (expected, Verdict::Met),
            "{rule}: {facts:?}"
        );
        let one = finding(&new, rule);
        assert_eq!((one.verdict, one.clause.0.as_str()), (expected, "公告2024年第6号"));
        assert_eq!(one.facts[0].name, rule);
        assert!(
            new.findings.iter().all(|f| f.rule == rule || f.verdict == Verdict::Met),
            "{rule} alone is touched"
        );
        assert!(old.findings.iter().all(|f| !RULES.contains(&f.rule.as_str())));
    }
    let two = EligibilityFacts {
        appraisers: Some(Some(2)),
        ..trader()
    };
    assert_eq!(
        finding(&judge(national(), "样例", &two), "appraisers").message.zh,
        "不满足：鉴定评估人员 2 人，须不少于 3 人。"
    );
}

#[test]
fn the_plan_s_conditions_hold_beneath_the_national_ones() {
    let judged = judge(national(), "样例", &trader());
    let rules: Vec<&str> = judged.findings.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(
        rules[..5],
        ["standing", "violations", "capital", "sourcing", "experience"]
    );
    assert_eq!(rules[5..], RULES);
    assert_eq!(
        (judged.verdict, judged.policy.as_str()),
        (Verdict::Met, "national-2026")
    );
    let poor = EligibilityFacts {
        registered_capital: Some(crate::Fen(999_999_999)),
        net_assets: Some(crate::Fen::yuan(0)),
        ..trader()
    };
    for policy in [plan(), national()] {
        let judged = judge(policy, "样例", &poor);
        assert_eq!(
            (judged.verdict, finding(&judged, "capital").verdict),
            (Verdict::NotMet, Verdict::NotMet)
        );
    }
}

#[test]
fn a_fact_that_is_not_asked_is_not_judged() {
    let judged = judge(national(), "样例", &good());
    assert_eq!((judged.verdict, judged.findings.len()), (Verdict::Met, 5));
}

#[test]
fn an_office_asks_for_what_its_version_has_rules_on_and_nothing_else() {
    let mut asked = EligibilityFacts {
        appraisers: Some(Some(3)),
        ..good()
    };
    let before = asked.clone();
    asked.ask_under(&plan().eligibility);
    assert_eq!(asked, before, "the plan asks for none of them");

    asked.ask_under(&national().eligibility);
    assert_eq!((asked.premises, asked.display_site), (Some(None), Some(None)));
    assert_eq!(asked.vehicle_trade_experience, Some(None));
    assert_eq!(asked.appraisers, Some(Some(3)), "what is known stays");
    assert_eq!((asked.market_knowledge, asked.sourcing_by), (None, None));
    let judged = judge(national(), "样例", &asked);
    let verdicts: Vec<Verdict> = RULES.iter().map(|rule| finding(&judged, rule).verdict).collect();
    let open = Verdict::ToVerify;
    assert_eq!(verdicts, [open, open, open, Verdict::Met]);
    assert_eq!(judged.verdict, Verdict::ToVerify);

    let once = asked.clone();
    asked.ask_under(&national().eligibility);
    assert_eq!(asked, once, "asking twice changes nothing");
}
