//! Asking for a licence, and issuing it.

use super::*;
use crate::{
    Refusal, Refusals, Say, Verdict,
    actor::{Actor, second_person},
    clause::{law, rules},
    enterprise::Enterprise,
    faults::{Gather, wrong_state},
    ident::{HsCode, Plate, Vin},
    licence_check::{EnterpriseFacts, LicenceAnswer, LicenceVerdict, check, valid_until},
    policy::Policy,
    vehicle::use_life::{self, FactsError},
};
use chrono::Datelike;

/// What the office knows of the enterprise on the day a licence is judged.
pub fn enterprise_facts(enterprise: &Enterprise, on: NaiveDate) -> EnterpriseFacts {
    EnterpriseFacts {
        filed: Some(enterprise.filed.as_ref().is_some_and(|f| f.on <= on)),
        filed_until: enterprise.filed.as_ref().and_then(|f| f.event.until),
        suspended: Some(enterprise.suspended_on(on)),
    }
}

/// The fields of a request that no condition of the plan covers but the licence's form needs (细则9).
pub fn check_request(request: LicenceRequest, policy: &Policy) -> Result<LicenceRequest, Refusals> {
    let mut faults = Gather::new();
    let mut request = request;
    match Vin::parse(&request.vin) {
        Ok(vin) => request.vin = vin.as_str().to_owned(),
        Err(malformed) => faults.push(malformed.refusal("vin")),
    }
    match Plate::parse(&request.plate) {
        Ok(plate) => request.plate = plate.as_str().to_owned(),
        Err(malformed) => faults.push(malformed.refusal("plate")),
    }
    match HsCode::parse(&request.hs_code) {
        Ok(hs) => request.hs_code = hs.as_str().to_owned(),
        Err(malformed) => faults.push(malformed.refusal("hs_code")),
    }
    faults.filled(
        &request.contract_no,
        "contract_no",
        rules::LICENCE,
        Say::new("合同号", "The contract number"),
    );
    let most = policy.licences.contract_no_max as usize;
    faults.require(request.contract_no.chars().count() <= most, || {
        Refusal::new(
            "contract_no_too_long",
            rules::LICENCE,
            Say::new(
                format!("合同号超过{most}个字符"),
                format!("The contract number has more than {most} characters"),
            ),
            Say::new("请按合同缩写", "Shorten it"),
        )
        .at("contract_no")
    });
    faults.filled(&request.port, "port", rules::LICENCE, Say::new("出境口岸", "The port"));
    faults.filled(
        &request.country,
        "country",
        rules::LICENCE,
        Say::new("目的国", "The country"),
    );
    let is_currency = request.currency.len() == 3 && request.currency.bytes().all(|b| b.is_ascii_uppercase());
    faults.require(is_currency, || {
        Refusal::new(
            "currency",
            rules::LICENCE,
            Say::new(
                "币种应为三个大写字母，如USD",
                "The currency is three capital letters, such as USD",
            ),
            Say::new("请更正", "Correct it"),
        )
        .at("currency")
    });
    faults.require(request.value > Fen(0), || {
        Refusal::new(
            "value",
            rules::LICENCE,
            Say::new("申报价值应大于零", "The declared value must be above zero"),
            Say::new("请更正", "Correct it"),
        )
        .at("value")
    });
    faults.answer(request)
}

/// Contradicting vehicle facts as a refusal at their field.
pub fn vehicle_fault(fault: FactsError) -> Refusals {
    Refusal::new(
        "vehicle_facts",
        law::USE_LIFE,
        fault.message,
        Say::new("请对照行驶证更正", "Check the vehicle licence"),
    )
    .at(&fault.field)
    .into()
}

/// Judges a request: drafted when every condition is met, refused as an act of its own when one is not.
///
/// A condition still to verify is neither: it is answered with what to verify, and nothing is entered.
pub fn ask(request: LicenceRequest, facts: LicenceFacts, policy: &Policy, today: NaiveDate) -> Result<Event, Refusals> {
    only_today(facts.on, today, Say::new("申领许可证", "Asking for a licence"))?;
    let request = check_request(request, policy)?;
    let LicenceAnswer { verdict, findings, .. } = check(&policy.licences, &facts).map_err(vehicle_fault)?;
    match verdict {
        LicenceVerdict::Ok => Ok(Event::LicenceDrafted(LicenceDrafted {
            request,
            facts,
            findings,
        })),
        LicenceVerdict::Refused => Ok(Event::LicenceRefused(LicenceRefused {
            request,
            facts,
            findings,
        })),
        LicenceVerdict::ToVerify => Err(unmet(&findings)),
    }
}

/// Issues a drafted licence after judging it again on the day; never by its drafter (细则1).
///
/// `facts` are the draft's with what the books know today: the enterprise's standing, a live licence for the VIN.
pub fn issue(
    licence: &Licence,
    facts: LicenceFacts,
    number: String,
    policy: &Policy,
    actor: &Actor,
    today: NaiveDate,
) -> Result<LicenceIssued, Refusals> {
    let Licence::Drafted { by, on: drafted_on, .. } = licence else {
        let state = if matches!(licence, Licence::Issued { .. }) {
            Say::new("已签发", "issued")
        } else {
            Say::new("不予签发", "refused")
        };
        return Err(wrong_state(rules::LICENCE, Say::new("签发许可证", "Issuing the licence"), state).into());
    };
    let on = facts.on;
    only_today(on, today, Say::new("签发许可证", "Issuing a licence"))?;
    let mut faults = Gather::new();
    if let Err(refusals) = second_person(by, actor) {
        faults.merge(refusals);
    }
    faults.not_before(
        on,
        *drafted_on,
        "on",
        rules::LICENCE,
        Say::new("拟办日", "the day of the draft"),
    );
    let answer = check(&policy.licences, &facts).map_err(vehicle_fault)?;
    if answer.verdict != LicenceVerdict::Ok {
        faults.merge(unmet(&answer.findings));
    }
    let refused_from = match facts.vehicle.as_ref().and_then(|v| v.use_life(&facts.id, on)) {
        Some(vehicle) => use_life::judge(&vehicle).map_err(vehicle_fault)?.refused_from,
        None => None,
    };
    let valid_until = valid_until(on, refused_from, &policy.licences);
    faults.answer(LicenceIssued {
        number,
        valid_until,
        facts,
        findings: answer.findings,
    })
}

/// A licence is asked for and issued as of the day it is recorded: the program itself does the act now, and what the
/// books know is today's (细则9).
fn only_today(on: NaiveDate, today: NaiveDate, what: Say) -> Result<(), Refusals> {
    if on == today {
        return Ok(());
    }
    Err(Refusal::new(
        "only_today",
        rules::LICENCE,
        Say::new(
            format!("{}只能按当日（{today}）办理，不能补记为{on}", what.zh),
            format!("{}: done today ({today}), never as of {on}", what.en),
        ),
        Say::new("请填写今天的日期", "Give today's date"),
    )
    .at("on")
    .into())
}

/// The number of the next licence, 代字〔year〕n号: gapless within the year, since licences are numbered as they are
/// issued and none is ever unissued (细则9, 细则11). `issued` are the numbers of all licences so far.
pub fn next_number<'a>(policy: &Policy, on: NaiveDate, issued: impl Iterator<Item = &'a str>) -> String {
    let mark = policy
        .papers
        .series_of("licence_certificate")
        .map_or("证", |series| series.mark.as_str());
    let prefix = format!("{mark}〔{}〕", on.year());
    let n = issued.filter(|number| number.starts_with(&prefix)).count() + 1;
    format!("{prefix}{n}号")
}

/// Every condition that is not met or not known, as refusals under their clauses.
pub fn unmet(findings: &[Finding]) -> Refusals {
    Refusals(
        findings
            .iter()
            .filter(|f| f.verdict != Verdict::Met)
            .map(|f| {
                let (code, remedy) = if f.verdict == Verdict::NotMet {
                    (
                        "condition_not_met",
                        Say::new("条件不满足，不予签发", "Not met: the licence cannot be issued"),
                    )
                } else {
                    ("condition_to_verify", Say::new("请先核实该项", "Verify it first"))
                };
                Refusal::new(code, &f.clause.0, f.message.clone(), remedy).at(&f.rule)
            })
            .collect(),
    )
}
