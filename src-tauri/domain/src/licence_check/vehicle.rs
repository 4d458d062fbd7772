//! The conditions that need more than one fact of the vehicle.

use super::judge::{Texts, fact, finding, plain, three};
use super::{LicenceFacts, LicenceRules, MAKER_CONFIRMATION, VehicleFacts, confirmation_needed};
use crate::{
    Finding, Say, Verdict,
    clause::{plan, rules},
    ident::{self, Outcome},
    vehicle::use_life::{self, FactsError, UseLife, UseLifeVerdict},
};
use serde_json::json;

/// The VIN is well formed (a wrong check digit is told, not refused) and has no live licence.
pub(super) fn vin(facts: &LicenceFacts) -> Vec<Finding> {
    let (verdict, message) = match &facts.vin {
        None => (Verdict::ToVerify, Say::new("VIN 待核", "the VIN is to be verified")),
        Some(vin) => {
            let checked = ident::check(ident::Kind::Vin, vin);
            (three(Some(checked.verdict != Outcome::Error)), checked.message)
        }
    };
    vec![
        finding(
            "vin",
            rules::LICENCE,
            verdict,
            vec![fact("vin", json!(facts.vin))],
            message,
        ),
        plain(
            "no_live_licence",
            rules::LICENCE,
            ("live_licence", facts.live_licence, false),
            Texts {
                met: ("该 VIN 无有效许可证", "the VIN has no live licence"),
                not_met: ("该 VIN 已有有效许可证", "the VIN has a live licence"),
                unknown: (
                    "该 VIN 有无有效许可证待核",
                    "whether the VIN has a live licence is to be verified",
                ),
            },
        ),
    ]
}

/// Not within one year, inclusive, of the required end. With the finding comes the use-life, where it is known.
pub(super) fn use_life(facts: &LicenceFacts) -> Result<(Finding, Option<UseLife>), FactsError> {
    let unknown = VehicleFacts::default();
    let vehicle = facts.vehicle.as_ref().unwrap_or(&unknown);
    let clause = plan::LAWFUL_CARS;
    let Some(known) = vehicle.use_life(&facts.id, facts.on) else {
        let used = vec![
            fact("vehicle.class", json!(vehicle.class)),
            fact("vehicle.use", json!(vehicle.use_)),
            fact("vehicle.registered", json!(vehicle.registered)),
            fact("vehicle.changes", json!(vehicle.changes)),
        ];
        let message = Say::new(
            "使用年限待核：车辆登记情况不全",
            "the use-life is to be verified: the registration is not fully known",
        );
        return Ok((finding("use_life", clause, Verdict::ToVerify, used, message), None));
    };
    let answer = use_life::judge(&known).map_err(|error| FactsError {
        // A day that came from the application itself keeps its own name.
        field: match error.field.as_str() {
            "on" => "on".to_owned(),
            field => format!("vehicle.{field}"),
        },
        ..error
    })?;
    let used = vec![
        fact("vehicle.class", json!(known.class)),
        fact("vehicle.use", json!(known.use_)),
        fact("vehicle.registered", json!(known.registered)),
        fact("vehicle.manufactured", json!(known.manufactured)),
        fact("vehicle.changes", json!(known.changes)),
        fact("on", json!(known.on)),
        fact("required_end", json!(answer.required_end)),
        fact("refused_from", json!(answer.refused_from)),
    ];
    let verdict = three(Some(answer.verdict != UseLifeVerdict::Refused));
    let message = answer.message.clone();
    Ok((finding("use_life", clause, verdict, used, message), Some(answer)))
}

/// Only where the policy asks; a vehicle old enough meets the rule without the paper.
pub(super) fn maker_confirmation(parameters: &LicenceRules, facts: &LicenceFacts) -> Option<Finding> {
    let days = parameters.maker_confirmation_days?;
    let registered = facts.vehicle.as_ref().and_then(|v| v.registered);
    let needed = registered.map(|day| confirmation_needed(day, facts.on, parameters));
    let (met, message) = match (needed, facts.maker_confirmation) {
        (Some(false), _) => (
            Some(true),
            Say::new(
                format!("注册登记已超过 {days} 日，无需售后维修服务确认书"),
                format!("registered more than {days} days ago: no confirmation needed"),
            ),
        ),
        (_, Some(true)) => (
            Some(true),
            Say::new("已提交生产企业售后维修服务确认书", "the maker's confirmation is there"),
        ),
        (Some(true), Some(false)) => (
            Some(false),
            Say::new(
                format!("注册登记 {days} 日以内（含），缺生产企业售后维修服务确认书"),
                format!("registered within {days} days, inclusive, and the maker's confirmation is missing"),
            ),
        ),
        (Some(true), None) => (
            None,
            Say::new(
                "生产企业售后维修服务确认书待核",
                "the maker's confirmation is to be verified",
            ),
        ),
        (None, _) => (
            None,
            Say::new(
                "注册登记日期待核，是否需要售后维修服务确认书未定",
                "the registration is to be verified before it is known whether a confirmation is needed",
            ),
        ),
    };
    let used = vec![
        fact("vehicle.registered", json!(registered)),
        fact("on", json!(facts.on)),
        fact("maker_confirmation", json!(facts.maker_confirmation)),
    ];
    Some(finding(
        "maker_confirmation",
        MAKER_CONFIRMATION,
        three(met),
        used,
        message,
    ))
}
