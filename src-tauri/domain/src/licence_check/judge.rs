//! The conditions one by one.

use super::{LicenceFacts, LicenceRules, NO_TERM, valid_until, vehicle};
use crate::{Fact, Finding, Say, Verdict, clause::plan, vehicle::use_life::FactsError};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// May the licence be issued?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LicenceVerdict {
    Ok,
    Refused,
    ToVerify,
}

impl From<Verdict> for LicenceVerdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Ok,
            Verdict::ToVerify => Self::ToVerify,
            Verdict::NotMet => Self::Refused,
        }
    }
}

/// The answer on one vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LicenceAnswer {
    pub id: String,
    /// Any condition not met refuses, else any unknown one is to be verified.
    pub verdict: LicenceVerdict,
    /// One for each condition, met or not, in the order of the office's check sheet.
    pub findings: Vec<Finding>,
    /// The last day of a licence issued on the day judged; `None` where it is refused, or the vehicle's use-life is not
    /// known yet.
    pub valid_until: Option<NaiveDate>,
}

/// Judges one vehicle under a policy's parameters.
///
/// # Errors
/// Vehicle facts that contradict each other; the field begins with `vehicle.`.
pub fn check(parameters: &LicenceRules, facts: &LicenceFacts) -> Result<LicenceAnswer, FactsError> {
    let mut findings = enterprise(facts);
    findings.extend(vehicle::vin(facts));
    findings.push(owner(facts));
    let (finding, life) = vehicle::use_life(facts)?;
    findings.push(finding);
    findings.extend(condition(facts));
    findings.extend(vehicle::maker_confirmation(parameters, facts));
    let verdict = LicenceVerdict::from(Verdict::overall(findings.iter().map(|f| f.verdict)));
    let valid_until = life
        .filter(|_| verdict != LicenceVerdict::Refused)
        .map(|life| valid_until(facts.on, life.refused_from, parameters));
    Ok(LicenceAnswer {
        id: facts.id.clone(),
        verdict,
        findings,
        valid_until,
    })
}

fn enterprise(facts: &LicenceFacts) -> Vec<Finding> {
    let enterprise = facts.enterprise.clone().unwrap_or_default();
    let until = enterprise.filed_until;
    vec![
        plain(
            "enterprise_filed",
            plan::SELECTION,
            ("enterprise.filed", enterprise.filed, true),
            Texts {
                met: ("企业已备案", "the enterprise is filed"),
                not_met: ("企业未备案，不得开展二手车出口", "the enterprise is not filed"),
                unknown: ("企业是否备案待核", "whether the enterprise is filed is to be verified"),
            },
        ),
        finding(
            "filing_valid",
            plan::SELECTION,
            three(until.map(|day| facts.on <= day)),
            vec![
                fact("enterprise.filed_until", json!(until)),
                fact("on", json!(facts.on)),
            ],
            match until {
                None => Say::new("备案有效期待核", "the end of the filing is to be verified"),
                until if until == NO_TERM => Say::new("备案未设期限，持续有效", "the filing has no term"),
                Some(day) if facts.on <= day => {
                    Say::new(format!("备案有效至 {day}"), format!("the filing is valid until {day}"))
                }
                Some(day) => Say::new(format!("备案已于 {day} 到期"), format!("the filing ended on {day}")),
            },
        ),
        plain(
            "not_suspended",
            plan::SUPERVISION,
            ("enterprise.suspended", enterprise.suspended, false),
            Texts {
                met: ("企业未被停发许可证", "the enterprise is not suspended"),
                not_met: ("企业在停发出口许可证期间", "the enterprise is suspended from licences"),
                unknown: (
                    "企业是否被停发待核",
                    "whether the enterprise is suspended is to be verified",
                ),
            },
        ),
    ]
}

fn owner(facts: &LicenceFacts) -> Finding {
    plain(
        "owner",
        plan::LAWFUL_CARS,
        ("owner_is_exporter", facts.owner_is_exporter, true),
        Texts {
            met: (
                "车辆已转让待出口至出口企业名下",
                "the car is registered to the exporter (转让待出口)",
            ),
            not_met: ("车辆所有人不是出口企业", "the owner is not the exporter"),
            unknown: ("车辆所有人待核", "the owner is to be verified"),
        },
    )
}

fn condition(facts: &LicenceFacts) -> Vec<Finding> {
    let inspection = facts.inspection.clone().unwrap_or_default();
    vec![
        plain(
            "inspection_passed",
            plan::LAWFUL_CARS,
            ("inspection.passed", inspection.passed, true),
            Texts {
                met: ("检测合格", "the inspection was passed"),
                not_met: ("检测不合格，不符合质量安全技术标准", "the inspection was not passed"),
                unknown: ("检测结果待核", "the result of the inspection is to be verified"),
            },
        ),
        plain(
            "inspection_body",
            plan::DUTIES,
            ("inspection.body_listed", inspection.body_listed, true),
            Texts {
                met: ("检测机构在市监名单内", "the inspection body is listed"),
                not_met: ("检测机构不在市监名单内", "the inspection body is not listed"),
                unknown: ("检测机构待核", "the inspection body is to be verified"),
            },
        ),
        plain(
            "lawful_source",
            plan::LAWFUL_CARS,
            ("lawful_source", facts.lawful_source, true),
            Texts {
                met: ("来源合法、资料完备", "the source is lawful and the papers complete"),
                not_met: (
                    "来源不合法或资料不完备",
                    "the source is not lawful or the papers not complete",
                ),
                unknown: ("车辆来源待核", "the source is to be verified"),
            },
        ),
        plain(
            "not_encumbered",
            plan::LAWFUL_CARS,
            ("encumbered", facts.encumbered, false),
            Texts {
                met: ("无抵押、查封", "neither mortgaged nor sealed"),
                not_met: ("车辆有抵押或被查封，产权不明晰", "the car is mortgaged or sealed"),
                unknown: ("抵押、查封情况待核", "mortgage and seal are to be verified"),
            },
        ),
        plain(
            "not_customs_supervised",
            plan::LAWFUL_CARS,
            ("customs_supervised", facts.customs_supervised, false),
            Texts {
                met: ("不在海关监管期", "not under customs supervision"),
                not_met: ("车辆在海关监管期内", "the car is under customs supervision"),
                unknown: ("海关监管情况待核", "customs supervision is to be verified"),
            },
        ),
        plain(
            "destination_access",
            plan::ORDERLY_EXPORT,
            ("access_ok", facts.access_ok, true),
            Texts {
                met: ("符合目标国准入要求", "the destination lets the car in"),
                not_met: ("不符合目标国准入要求", "the destination does not let the car in"),
                unknown: (
                    "目标国准入情况待核",
                    "the destination's access rules are to be verified",
                ),
            },
        ),
        plain(
            "not_exported",
            plan::LAWFUL_CARS,
            ("exported", facts.exported, false),
            Texts {
                met: ("车辆未曾出口", "the car was not exported before"),
                not_met: ("车辆已经出口，不得再次申领", "the car was exported already"),
                unknown: ("车辆是否已出口待核", "whether the car was exported is to be verified"),
            },
        ),
        plain(
            "not_deregistered",
            plan::LAWFUL_CARS,
            ("deregistered", facts.deregistered, false),
            Texts {
                met: ("车辆未注销", "the car is not deregistered"),
                not_met: (
                    "车辆已注销；已注销车辆不得回运",
                    "the car is deregistered; such a car may not come back",
                ),
                unknown: (
                    "车辆是否已注销待核",
                    "whether the car is deregistered is to be verified",
                ),
            },
        ),
    ]
}

/// The sentences of a condition that one fact decides.
pub(super) struct Texts {
    pub met: (&'static str, &'static str),
    pub not_met: (&'static str, &'static str),
    pub unknown: (&'static str, &'static str),
}

/// A condition that is met where the fact (name, value) has the wanted value.
pub(super) fn plain(rule: &str, clause: &str, fact_: (&str, Option<bool>, bool), texts: Texts) -> Finding {
    let (name, value, wanted) = fact_;
    let verdict = three(value.map(|v| v == wanted));
    let (zh, en) = match verdict {
        Verdict::Met => texts.met,
        Verdict::NotMet => texts.not_met,
        Verdict::ToVerify => texts.unknown,
    };
    finding(rule, clause, verdict, vec![fact(name, json!(value))], Say::new(zh, en))
}

pub(super) fn three(met: Option<bool>) -> Verdict {
    match met {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::ToVerify,
    }
}

pub(super) fn fact(name: &str, value: Value) -> Fact {
    Fact {
        name: name.to_owned(),
        value,
    }
}

pub(super) fn finding(rule: &str, clause: &str, verdict: Verdict, facts: Vec<Fact>, message: Say) -> Finding {
    Finding {
        rule: rule.to_owned(),
        clause: clause.into(),
        verdict,
        facts,
        message,
    }
}
