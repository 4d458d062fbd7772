//! The conditions, one function each.

use super::phrase::{Term, all_of, at_least, fact, finding, yes};
use super::{Bearer, EligibilityFacts, Kleene};
use crate::clause::plan;
use crate::policy::{CapitalReading, EligibilityRules, Policy, TraderRules};
use crate::{Finding, Say};

/// Registered in the city, an independent legal person, an import/export enterprise (§二(一)1, first half).
pub(super) fn standing(rules: &EligibilityRules, facts: &EligibilityFacts) -> Finding {
    // A blank cell says nothing about where the enterprise is.
    let place = facts.city.as_deref().filter(|place| !place.trim().is_empty());
    let truth = Kleene::of(place, |place| rules.city.covers(place));
    let name = &rules.city.name;
    let say = match (place, truth) {
        (Some(place), Kleene::True) => Say::new(
            format!("注册地 {place} 在{name}行政区域内"),
            format!("registered in {place}, within {name}"),
        ),
        (Some(place), _) => Say::new(
            format!("注册地 {place} 不在{name}行政区域内"),
            format!("registered in {place}, outside {name}"),
        ),
        (None, _) => Say::new(
            format!("注册地未知，须在{name}行政区域内"),
            format!("place of registration not known, must be within {name}"),
        ),
    };
    let city = Term {
        fact: fact("city", &facts.city),
        truth,
        say,
    };
    all_of(
        "standing",
        plan::STANDING,
        vec![
            city,
            yes(
                "legal_person",
                facts.legal_person,
                "独立法人资格",
                "independent legal person",
            ),
            yes(
                "import_export",
                facts.import_export,
                "进出口企业",
                "import/export enterprise",
            ),
        ],
    )
}

/// No serious violation at any of the five departments (§二(一)1, second half).
pub(super) fn violations(policy: &Policy, facts: &EligibilityFacts) -> Finding {
    let on_record = &facts.violations;
    let terms = [
        ("police", on_record.police),
        ("market", on_record.market),
        ("customs", on_record.customs),
        ("commerce", on_record.commerce),
        ("safety", on_record.safety),
    ]
    .map(|(id, record)| {
        let name = policy
            .departments
            .iter()
            .find(|d| d.id == id)
            .map_or_else(|| Say::new(id, id), |d| d.name.clone());
        let (is, is_en) = match record {
            Some(true) => ("有严重违法违规记录", "a serious violation on record"),
            Some(false) => ("无严重违法违规记录", "no serious violation on record"),
            None => ("未答复", "no reply yet"),
        };
        Term {
            fact: fact(&format!("violations.{id}"), &record),
            truth: !Kleene::from(record),
            say: Say::new(format!("{}{is}", name.zh), format!("{}: {is_en}", name.en)),
        }
    });
    all_of("violations", plan::STANDING, terms.into())
}

/// Capital, in the reading the policy version prescribes (§二(一)2).
pub(super) fn capital(rules: &EligibilityRules, facts: &EligibilityFacts) -> Finding {
    let registered = at_least(
        "registered_capital",
        facts.registered_capital,
        rules.registered_capital_min,
        "注册资本",
        "registered capital",
    );
    let paid_in = at_least(
        "paid_in_capital",
        facts.paid_in_capital,
        rules.paid_in_capital_min,
        "实缴资本",
        "paid-in capital",
    );
    let assets = at_least(
        "net_assets",
        facts.net_assets,
        rules.net_assets_min,
        "净资产",
        "net assets",
    );
    let truth = match rules.capital_reading {
        CapitalReading::RegisteredAndPaidInOrNetAssets => registered.truth.and(paid_in.truth).or(assets.truth),
        CapitalReading::RegisteredAndEither => registered.truth.and(paid_in.truth.or(assets.truth)),
    };
    finding("capital", plan::CAPITAL, truth, vec![registered, paid_in, assets])
}

/// Sourcing capacity, of the enterprise or its investor (§二(一)3).
pub(super) fn sourcing(facts: &EligibilityFacts) -> Finding {
    let mut terms = vec![yes(
        "sourcing",
        facts.sourcing,
        "稳定的国内车源供应渠道",
        "stable domestic sources of used cars",
    )];
    terms.extend(
        facts
            .sourcing_by
            .map(|by| borne("sourcing_by", by, "车源能力", "sourcing capacity")),
    );
    all_of("sourcing", plan::SOURCING, terms)
}

/// Trade experience, repair and parts abroad, knowledge of the market (§二(一)4).
pub(super) fn experience(facts: &EligibilityFacts) -> Finding {
    let mut terms = vec![
        yes(
            "trade_experience",
            facts.trade_experience,
            "对外贸易或二手车出口经验",
            "experience in foreign trade or used-car export",
        ),
        yes(
            "repair_network",
            facts.repair_network,
            "目标国维修及零配件供应体系",
            "repair and parts supply in the target country",
        ),
    ];
    terms.extend(facts.market_knowledge.map(|known| {
        yes(
            "market_knowledge",
            known,
            "熟知目标国市场政策法规",
            "knowledge of the target market's rules",
        )
    }));
    terms.extend(
        facts
            .experience_by
            .map(|by| borne("experience_by", by, "经验", "experience")),
    );
    all_of("experience", plan::EXPERIENCE, terms)
}

/// The national conditions on traders: those whose fact is asked.
pub(super) fn traders(rules: &TraderRules, facts: &EligibilityFacts) -> Vec<Finding> {
    let one = |rule: &'static str, known: Option<bool>, zh: &str, en: &str| {
        all_of(rule, &rules.clause, vec![yes(rule, known, zh, en)])
    };
    let mut findings = Vec::new();
    findings.extend(
        facts
            .premises
            .map(|known| one("premises", known, "固定经营场所", "fixed premises")),
    );
    findings.extend(
        facts
            .display_site
            .map(|known| one("display_site", known, "展示销售场地", "display and sales site")),
    );
    findings.extend(facts.vehicle_trade_experience.map(|known| {
        one(
            "vehicle_trade_experience",
            known,
            "汽车贸易经验",
            "experience in vehicle trade",
        )
    }));
    findings.extend(facts.appraisers.map(|known| appraisers(rules, known)));
    findings
}

fn appraisers(rules: &TraderRules, known: Option<u32>) -> Finding {
    let min = rules.appraisers_min;
    let say = match known {
        Some(n) => Say::new(
            format!("鉴定评估人员 {n} 人，须不少于 {min} 人"),
            format!("{n} certified appraisers, at least {min} needed"),
        ),
        None => Say::new(
            format!("鉴定评估人员数未知，须不少于 {min} 人"),
            format!("number of appraisers not known, at least {min} needed"),
        ),
    };
    let term = Term {
        fact: fact("appraisers", &known),
        truth: Kleene::of(known, |n| n >= min),
        say,
    };
    all_of("appraisers", &rules.clause, vec![term])
}

/// Whose capacity it is. Either bearer satisfies the plan; an open answer may turn out to be neither.
fn borne(name: &str, by: Option<Bearer>, zh: &str, en: &str) -> Term {
    let (whose, whose_en) = match by {
        Some(Bearer::Enterprise) => ("企业自身", "the enterprise's own"),
        Some(Bearer::Investor) => ("企业投资方", "the investor's"),
        None => ("归属未知", "not known whose"),
    };
    Term {
        fact: fact(name, &by),
        truth: Kleene::of(by, |_| true),
        say: Say::new(format!("{zh}：{whose}"), format!("{en}: {whose_en}")),
    }
}
