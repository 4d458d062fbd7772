//! The three-valued verdicts against brute force: a condition is met iff every completion of the unknown facts meets it,
//! not met iff none does. The two-valued conditions are written out here anew, from the plan's words.

use super::{Bearer, EligibilityFacts, Violations, judge};
use crate::policy::{CapitalReading, Policy};
use crate::{Fen, Verdict};

/// A complete assignment: what one would know if one knew everything.
type World = [bool; 21];

const CITY: usize = 0;
const LEGAL: usize = 1;
const TRADE: usize = 2;
const RECORDS: std::ops::Range<usize> = 3..8;
const REGISTERED: usize = 8;
const PAID: usize = 9;
const ASSETS: usize = 10;
const SOURCES: usize = 11;
const EXPERIENCE: usize = 12;
const REPAIR: usize = 13;
const MARKET: usize = 14;
const SOURCES_WHOSE: usize = 15;
const EXPERIENCE_WHOSE: usize = 16;
const PREMISES: usize = 17;
const SITE: usize = 18;
const APPRAISERS: usize = 19;
const VEHICLES: usize = 20;

/// A rule, the facts it reads, and its two-valued meaning.
type Rule = (&'static str, Vec<usize>, fn(&World) -> bool);

fn rules(reading: CapitalReading) -> Vec<Rule> {
    let capital: fn(&World) -> bool = match reading {
        CapitalReading::RegisteredAndPaidInOrNetAssets => |w| (w[REGISTERED] && w[PAID]) || w[ASSETS],
        CapitalReading::RegisteredAndEither => |w| w[REGISTERED] && (w[PAID] || w[ASSETS]),
    };
    vec![
        ("standing", vec![CITY, LEGAL, TRADE], |w| {
            w[CITY] && w[LEGAL] && w[TRADE]
        }),
        ("violations", RECORDS.collect(), |w| !w[RECORDS].contains(&true)),
        ("capital", vec![REGISTERED, PAID, ASSETS], capital),
        ("sourcing", vec![SOURCES, SOURCES_WHOSE], |w| {
            w[SOURCES] && w[SOURCES_WHOSE]
        }),
        ("experience", vec![EXPERIENCE, REPAIR, MARKET, EXPERIENCE_WHOSE], |w| {
            w[EXPERIENCE] && w[REPAIR] && w[MARKET] && w[EXPERIENCE_WHOSE]
        }),
        ("premises", vec![PREMISES], |w| w[PREMISES]),
        ("display_site", vec![SITE], |w| w[SITE]),
        ("vehicle_trade_experience", vec![VEHICLES], |w| w[VEHICLES]),
        ("appraisers", vec![APPRAISERS], |w| w[APPRAISERS]),
    ]
}

fn policy(reading: CapitalReading) -> Policy {
    let mut policy = Policy::shipped("national-2026").expect("ships").clone();
    policy.eligibility.capital_reading = reading;
    policy
}

/// The facts as a file would state them, each term true, false or unknown.
fn facts(terms: &[Option<bool>; 21]) -> EligibilityFacts {
    let t = |i: usize| terms[i];
    let amount = |i: usize, min: i64| t(i).map(|enough| if enough { Fen::yuan(min) } else { Fen(min * 100 - 1) });
    // A known "nobody's" cannot be written in a file: the oracle never asks for it.
    let whose = |i: usize| t(i).map(|_| Bearer::Investor);
    EligibilityFacts {
        city: t(CITY).map(|inside| if inside { "镜湖区" } else { "合肥市" }.into()),
        legal_person: t(LEGAL),
        import_export: t(TRADE),
        violations: Violations {
            police: t(3),
            market: t(4),
            customs: t(5),
            commerce: t(6),
            safety: t(7),
        },
        registered_capital: amount(REGISTERED, 10_000_000),
        paid_in_capital: amount(PAID, 8_000_000),
        net_assets: amount(ASSETS, 10_000_000),
        sourcing: t(SOURCES),
        trade_experience: t(EXPERIENCE),
        repair_network: t(REPAIR),
        market_knowledge: Some(t(MARKET)),
        sourcing_by: Some(whose(SOURCES_WHOSE)),
        experience_by: Some(whose(EXPERIENCE_WHOSE)),
        premises: Some(t(PREMISES)),
        display_site: Some(t(SITE)),
        vehicle_trade_experience: Some(t(VEHICLES)),
        appraisers: Some(t(APPRAISERS).map(|enough| if enough { 3 } else { 2 })),
    }
}

fn by_completions(rule: &Rule, terms: &[Option<bool>; 21]) -> Verdict {
    let (_, reads, meaning) = rule;
    let open: Vec<usize> = reads.iter().copied().filter(|i| terms[*i].is_none()).collect();
    let outcomes: Vec<bool> = (0..1usize << open.len())
        .map(|bits| {
            let mut world: World = terms.map(|t| t.unwrap_or(false));
            for (n, i) in open.iter().enumerate() {
                world[*i] = bits >> n & 1 == 1;
            }
            meaning(&world)
        })
        .collect();
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (true, false) => Verdict::Met,
        (false, true) => Verdict::NotMet,
        _ => Verdict::ToVerify,
    }
}

#[test]
fn every_condition_agrees_with_every_completion_of_its_unknowns() {
    let mut compared = 0;
    for reading in [
        CapitalReading::RegisteredAndPaidInOrNetAssets,
        CapitalReading::RegisteredAndEither,
    ] {
        let policy = policy(reading);
        for rule in rules(reading) {
            let (name, reads, _) = &rule;
            // All 3^n combinations of the facts the rule reads; the rest is not known, and must not matter.
            for mut code in 0..3usize.pow(reads.len() as u32) {
                let mut terms = [None; 21];
                for i in reads {
                    terms[*i] = [None, Some(false), Some(true)][code % 3];
                    code /= 3;
                }
                if [SOURCES_WHOSE, EXPERIENCE_WHOSE]
                    .iter()
                    .any(|i| terms[*i] == Some(false))
                {
                    continue;
                }
                let judged = judge(&policy, "样例", &facts(&terms));
                let finding = judged.findings.iter().find(|f| f.rule == *name).expect("judged");
                assert_eq!(
                    finding.verdict,
                    by_completions(&rule, &terms),
                    "{name}: {}",
                    finding.message.zh
                );
                compared += 1;
            }
        }
    }
    assert_eq!(
        compared,
        2 * (27 + 243 + 27 + 6 + 54 + 3 + 3 + 3 + 3),
        "nothing was skipped by mistake"
    );
}

#[test]
fn the_overall_verdict_is_that_of_all_conditions_together() {
    let reading = CapitalReading::RegisteredAndPaidInOrNetAssets;
    let (policy, rules) = (policy(reading), rules(reading));
    let known_good = {
        let mut terms = [Some(true); 21];
        terms[RECORDS].fill(Some(false));
        terms
    };
    // Any two facts in any two of three states, all others in order: 21 * 20 / 2 * 9 cases.
    for a in 0..21 {
        for b in a + 1..21 {
            for code in 0..9 {
                let mut terms = known_good;
                let states = [None, Some(false), Some(true)];
                (terms[a], terms[b]) = (states[code % 3], states[code / 3]);
                if [SOURCES_WHOSE, EXPERIENCE_WHOSE]
                    .iter()
                    .any(|i| terms[*i] == Some(false))
                {
                    continue;
                }
                let expected: Vec<Verdict> = rules.iter().map(|rule| by_completions(rule, &terms)).collect();
                let overall = if expected.contains(&Verdict::NotMet) {
                    Verdict::NotMet
                } else if expected.contains(&Verdict::ToVerify) {
                    Verdict::ToVerify
                } else {
                    Verdict::Met
                };
                assert_eq!(
                    judge(&policy, "样例", &facts(&terms)).verdict,
                    overall,
                    "facts {a} and {b}"
                );
            }
        }
    }
}
