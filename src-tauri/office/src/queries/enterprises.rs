//! Enterprises: the list and one page.

use super::{batches::application_row, entry_views, field, pinyin};
use crate::{Office, labels, load, papers, wire::*};
use chrono::NaiveDate;
use domain::{Event, Say, clause::plan, enterprise::Suspension, licence::Licence};
use ledger::{Reader, projections};

impl Office {
    pub(crate) fn enterprise_list(&mut self, _: Nothing) -> Result<Vec<EnterpriseRow>, Failure> {
        let (session, _) = self.asking("enterprise.list")?;
        let reader = session.books.reader();
        let today = self.today();
        let licences = reader.licences()?;
        let suspended: std::collections::BTreeSet<String> =
            reader.suspensions()?.into_iter().map(|s| s.enterprise).collect();
        reader
            .enterprises()?
            .into_iter()
            .map(|row| {
                // Only an enterprise that was ever suspended needs its stream folded.
                let now = match suspended.contains(&row.id) {
                    true => load::enterprise(reader, &row.id)?.state.suspended_on(today),
                    false => false,
                };
                let issued = licences
                    .iter()
                    .filter(|l| l.enterprise == row.id && l.state == "issued")
                    .count();
                Ok(enterprise_row(row, now, issued))
            })
            .collect()
    }

    pub(crate) fn enterprise_view(&mut self, request: ById) -> Result<EnterprisePage, Failure> {
        let (session, _) = self.asking("enterprise.view")?;
        let reader = session.books.reader();
        let (id, today) = (request.id, self.today());
        let state = load::enterprise(reader, &id)?.state;
        let policy = crate::load::policy_of_enterprise(reader, &state)?;
        let r = &state.registered;
        let mut fields = vec![
            field("name", Some(r.name.clone())),
            field("uscc", Some(r.uscc.clone())),
            field("county", Some(r.county.clone())),
            field("legal_representative", Some(r.legal_representative.clone())),
            field("contact", Some(r.contact.clone())),
            field("phone", Some(r.phone.clone())),
            field("founded", r.founded.map(|d| d.to_string())),
            Field {
                name: "document_no".into(),
                label: Say::new("备案文号", "Filing document").into(),
                value: state.filed.as_ref().map(|f| f.event.document_no.clone()),
            },
        ];
        let until = state.filed.as_ref().and_then(|f| f.event.until);
        fields.extend(until.map(|day| field("filed_until", Some(day.to_string()))));
        let mut licences = Vec::new();
        for row in reader.licences()?.into_iter().filter(|l| l.enterprise == id) {
            licences.push(licence_view(reader, row, today, policy)?);
        }
        let entries = entry_views(reader, &load::stream("enterprise", &id))?;
        let name_of = |suspension: &str, kind: &str| {
            entries
                .iter()
                .find(|e| e.kind == kind && e.body.contains(suspension))
                .map(|e| e.by.clone())
        };
        let suspensions = state
            .suspensions
            .iter()
            .map(|s| {
                let id = &s.draft.suspension;
                suspension_view(
                    s,
                    today,
                    name_of(id, "suspension.drafted").unwrap_or_default(),
                    name_of(id, "suspension.approved"),
                    labels::clause(plan::SUPERVISION, policy),
                )
            })
            .collect();
        let applications = reader.applications_of_enterprise(&id)?;
        let mut paper_rows = Vec::new();
        for application in &applications {
            for row in reader.papers_about(&load::stream("batch", &application.batch))? {
                if !paper_rows.iter().any(|p: &PaperRow| p.id == row.id) {
                    paper_rows.push(papers::row(row));
                }
            }
        }
        let issued = licences.iter().filter(|l| l.number.is_some()).count();
        let row = reader
            .enterprises()?
            .into_iter()
            .find(|e| e.id == id)
            .ok_or_else(|| Failure::not_found(Say::new("企业", "enterprise"), &id))?;
        Ok(EnterprisePage {
            enterprise: enterprise_row(row, state.suspended_on(today), issued),
            fields,
            applications: applications.into_iter().map(application_row).collect(),
            licences,
            suspensions,
            papers: paper_rows,
            entries,
        })
    }
}

fn enterprise_row(row: projections::EnterpriseRow, suspended: bool, licences: usize) -> EnterpriseRow {
    let (state, label) = match (row.filed_on.is_some(), suspended) {
        (true, true) => ("suspended", Say::new("停发期间", "Suspended")),
        (true, false) => ("filed", Say::new("已备案", "Filed")),
        (false, _) => ("registered", Say::new("未备案", "Not filed")),
    };
    EnterpriseRow {
        pinyin: pinyin(&row.name),
        id: row.id,
        name: row.name,
        uscc: row.uscc,
        county: row.county,
        state: state.to_owned(),
        state_label: label.into(),
        filed_on: row.filed_on.map(|d| d.to_string()),
        licences: u32::try_from(licences).unwrap_or(u32::MAX),
    }
}

fn licence_view(
    reader: Reader<'_>,
    row: projections::LicenceRow,
    today: NaiveDate,
    policy: &domain::policy::Policy,
) -> Result<LicenceView, Failure> {
    let state = load::licence(reader, &row.id)?.state;
    let entries = reader.stream(&load::stream("licence", &row.id))?;
    let name = |kind: fn(&Event) -> bool| entries.iter().find(|e| kind(&e.event)).map(|e| e.by.name.clone());
    let expired = row.valid_until.is_some_and(|until| today > until);
    let (code, label) = match (&state, expired) {
        (Licence::Drafted { .. }, _) => ("drafted", Say::new("待审批", "To be approved")),
        (Licence::Refused { .. }, _) => ("refused", Say::new("不予签发", "Refused")),
        (Licence::Issued { .. }, true) => ("expired", Say::new("已过期", "Expired")),
        (Licence::Issued { .. }, false) => ("issued", Say::new("已签发", "Issued")),
    };
    let findings = match &state {
        Licence::Drafted { draft, .. } => &draft.findings,
        Licence::Issued { issued, .. } => &issued.findings,
        Licence::Refused { refused, .. } => &refused.findings,
    };
    let request = state.request();
    Ok(LicenceView {
        id: row.id,
        state: code.to_owned(),
        state_label: label.into(),
        number: row.number,
        vin: row.vin,
        country: request.country.clone(),
        value: request.value.grouped(),
        currency: request.currency.clone(),
        drafted_by: name(|e| matches!(e, Event::LicenceDrafted(_) | Event::LicenceRefused(_))).unwrap_or_default(),
        drafted_on: row.drafted_on.to_string(),
        issued_on: row.issued_on.map(|d| d.to_string()),
        approved_by: name(|e| matches!(e, Event::LicenceIssued(_))),
        valid_until: row.valid_until.map(|d| d.to_string()),
        findings: findings.iter().cloned().map(|f| labels::finding(f, policy)).collect(),
    })
}

fn suspension_view(
    s: &Suspension,
    today: NaiveDate,
    drafted_by: String,
    approved_by: Option<String>,
    clause: ClauseText,
) -> SuspensionView {
    let (state, label) = if s.approved.is_none() {
        ("drafted", Say::new("待审批", "To be approved"))
    } else if s.delivered.is_none() {
        ("approved", Say::new("待送达", "To be delivered"))
    } else if !s.stops_on(today) && s.resumes_on().is_some() {
        ("ended", Say::new("已恢复", "Ended"))
    } else if s.delivered.as_ref().is_some_and(|(d, _)| today > d.last_day) && s.rectified.is_none() {
        (
            "awaiting_rectification",
            Say::new("期满待整改验收", "Awaiting rectification"),
        )
    } else {
        ("running", Say::new("停发中", "Running"))
    };
    SuspensionView {
        id: s.draft.suspension.clone(),
        state: state.to_owned(),
        state_label: label.into(),
        ground: s.draft.ground.words().into(),
        facts: s.draft.facts.clone(),
        rectify: s.draft.rectify.clone(),
        rectify_by: s.draft.rectify_by.to_string(),
        statement: s.draft.statement.clone(),
        drafted_by,
        drafted_on: s.drafted_on.to_string(),
        approved_by,
        approved_on: s.approved.as_ref().map(|(_, on)| on.to_string()),
        delivered_on: s.delivered.as_ref().map(|(_, on)| on.to_string()),
        last_day: s.delivered.as_ref().map(|(d, _)| d.last_day.to_string()),
        resumes_on: s.resumes_on().map(|d| d.to_string()),
        rectified_on: s.rectified.as_ref().map(|(_, on)| on.to_string()),
        clause,
    }
}
