//! Licences: asked for and checked, issued by a second person, or refused with the clause.

use crate::{Office, labels, load, wire::*};
use domain::{
    Event, Fen, Refusal, Refusals, Say,
    clause::{plan, rules},
    enterprise::Enterprise,
    licence::{self, Licence, LicenceRequest},
    licence_check::{InspectionFacts, LicenceFacts, NO_TERM, VehicleFacts, check},
    policy::Policy,
};
use ledger::{Claim, Expected, New, Reader};

impl Office {
    pub(crate) fn licence_check(&mut self, request: DraftLicence) -> Result<LicenceCheck, Failure> {
        let (session, _) = self.asking("licence.check")?;
        let reader = session.books.reader();
        let on = crate::desk::date(&request.on, "on")?;
        let enterprise = load::enterprise(reader, &request.enterprise)?.state;
        let policy = policy_of(reader, &enterprise)?;
        let facts = facts(reader, &request, &enterprise, on, "preview")?;
        let answer = check(&policy.licences, &facts).map_err(licence::vehicle_fault)?;
        let valid_until = answer.valid_until.map(|d| d.to_string());
        Ok(LicenceCheck {
            verdict: labels::code(&answer.verdict),
            findings: answer
                .findings
                .into_iter()
                .map(|f| labels::finding(f, policy))
                .collect(),
            valid_until,
        })
    }

    pub(crate) fn licence_draft(&mut self, request: DraftLicence) -> Result<Receipt, Failure> {
        self.act_id("licence.draft", &request.on, |desk| {
            let at = load::enterprise(desk.tx.reader(), &request.enterprise)?;
            let policy = policy_of(desk.tx.reader(), &at.state)?;
            let asked = asked(&request)?;
            let id = desk.new_id();
            let facts = facts(desk.tx.reader(), &request, &at.state, desk.on, &id)?;
            let event = licence::ask(asked, facts, policy, desk.today)?;
            let stream = load::stream("licence", &id);
            let new = match &event {
                // The VIN is held from the draft on, so that two drafts for one car cannot both be approved.
                Event::LicenceDrafted(e) => {
                    let claim = Claim::new("licence-vin", &e.request.vin);
                    New::new(event, rules::LICENCE).taking(claim)
                }
                Event::LicenceRefused(e) => {
                    let clause = e.findings.iter().find(|f| f.verdict == domain::Verdict::NotMet);
                    let clause = clause.map_or_else(|| rules::LICENCE.to_owned(), |f| f.clause.0.clone());
                    New::new(event, &clause)
                }
                _ => return Err(Failure::internal("a licence request led to another event")),
            };
            // What was read to decide must still stand: the enterprise's filing and suspensions.
            desk.tx
                .expect(&load::stream("enterprise", &request.enterprise), at.version)?;
            desk.append(&policy.id, &stream, Expected::New, vec![new])?;
            desk.touch(format!("enterprise:{}", request.enterprise));
            Ok(id)
        })
    }

    pub(crate) fn licence_approve(&mut self, request: ActOn) -> Result<Receipt, Failure> {
        self.act_id("licence.approve", &request.on, |desk| {
            let at = load::licence(desk.tx.reader(), &request.id)?;
            let asked = at.state.request().clone();
            let enterprise = load::enterprise(desk.tx.reader(), &asked.enterprise)?;
            let policy = policy_of(desk.tx.reader(), &enterprise.state)?;
            let facts = match &at.state {
                Licence::Drafted { draft, .. } | Licence::Issued { draft, .. } => LicenceFacts {
                    on: desk.on,
                    enterprise: Some(standing(&enterprise.state, desk.on)),
                    // Its own claim on the VIN is not another licence's.
                    live_licence: Some(live_licence(desk.tx.reader(), &asked.vin, &request.id)?),
                    ..draft.facts.clone()
                },
                Licence::Refused { refused, .. } => refused.facts.clone(),
            };
            let licences = desk.tx.reader().licences()?;
            let number = licence::next_number(policy, desk.on, licences.iter().filter_map(|l| l.number.as_deref()));
            let issued = licence::issue(&at.state, facts, number.clone(), policy, &desk.actor, desk.today)?;
            desk.append(
                &policy.id,
                &load::stream("licence", &request.id),
                at.expected(),
                vec![New::new(Event::LicenceIssued(issued), plan::DUTIES).taking(Claim::new("licence-no", number))],
            )?;
            desk.touch(format!("enterprise:{}", asked.enterprise));
            Ok(request.id.clone())
        })
    }
}

/// The policy version of the application by which the enterprise was filed.
pub(crate) fn policy_of(reader: Reader<'_>, enterprise: &Enterprise) -> Result<&'static Policy, Failure> {
    match &enterprise.filed {
        Some(filing) => {
            let received = load::application(reader, &filing.event.application)?.state.received;
            crate::state::policy(&received.policy)
        }
        None => super::imports::default_policy(),
    }
}

/// The enterprise's standing. A filing without a term runs until it is cancelled, which the check needs as a date.
fn standing(enterprise: &Enterprise, on: chrono::NaiveDate) -> domain::licence_check::EnterpriseFacts {
    let mut facts = licence::enterprise_facts(enterprise, on);
    if enterprise.filed.is_some() && facts.filed_until.is_none() {
        facts.filed_until = NO_TERM;
    }
    facts
}

fn live_licence(reader: Reader<'_>, vin: &str, own: &str) -> Result<bool, Failure> {
    let holder = reader.claim_holder(&Claim::new("licence-vin", vin))?;
    Ok(holder.is_some_and(|stream| load::id_of(&stream) != own))
}

fn facts(
    reader: Reader<'_>,
    request: &DraftLicence,
    enterprise: &Enterprise,
    on: chrono::NaiveDate,
    id: &str,
) -> Result<LicenceFacts, Failure> {
    let vin = domain::ident::normalise(domain::ident::Kind::Vin, &request.vin).text;
    Ok(LicenceFacts {
        id: id.to_owned(),
        on,
        live_licence: Some(live_licence(reader, &vin, id)?),
        vin: (!vin.is_empty()).then_some(vin),
        vehicle: Some(VehicleFacts {
            id: None,
            class: Some(term(&request.class, "class")?),
            use_: Some(term(&request.use_kind, "use")?),
            registered: Some(crate::desk::date(&request.registered, "registered")?),
            manufactured: match request.manufactured.as_deref().map(str::trim) {
                None | Some("") => None,
                Some(text) => Some(crate::desk::date(text, "manufactured")?),
            },
            // Never assumed: an unasked history of use is to be verified, not "none".
            changes: (request.use_unchanged == Some(true)).then(Vec::new),
            on: None,
        }),
        owner_is_exporter: request.owner_is_exporter,
        lawful_source: request.lawful_source,
        inspection: Some(InspectionFacts {
            passed: request.inspection_passed,
            body_listed: request.inspection_body_listed,
        }),
        encumbered: request.encumbered,
        customs_supervised: request.customs_supervised,
        exported: request.exported,
        deregistered: request.deregistered,
        access_ok: request.access_ok,
        maker_confirmation: None,
        enterprise: Some(standing(enterprise, on)),
    })
}

/// A word of a closed list, such as a vehicle's class.
fn term<T: serde::de::DeserializeOwned>(word: &str, field: &str) -> Result<T, Failure> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| {
        Refusals::from(
            Refusal::new(
                "unknown_term",
                plan::LAWFUL_CARS,
                Say::new(
                    format!("“{word}”不是已知的车辆类别或使用性质"),
                    format!("{word:?} is no known class or use"),
                ),
                Say::new("请从列表中选择", "Choose one of the list"),
            )
            .at(field),
        )
        .into()
    })
}

fn asked(request: &DraftLicence) -> Result<LicenceRequest, Failure> {
    let value: Fen = request.value.trim().parse().map_err(|_| {
        Failure::invalid(
            "value",
            Say::new(
                format!("“{}”不是金额", request.value),
                format!("{:?} is not an amount", request.value),
            ),
            Say::new(
                "请填写至多两位小数的数字，不带千分号",
                "Give a number with at most two decimals",
            ),
        )
    })?;
    Ok(LicenceRequest {
        enterprise: request.enterprise.clone(),
        vin: request.vin.clone(),
        plate: request.plate.clone(),
        hs_code: request.hs_code.clone(),
        contract_no: request.contract_no.trim().to_owned(),
        port: request.port.trim().to_owned(),
        country: request.country.trim().to_owned(),
        currency: request.currency.trim().to_owned(),
        value,
    })
}
