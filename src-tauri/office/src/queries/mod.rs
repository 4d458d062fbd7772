//! Reading for the screens. Queries derive "late", "suspended now" and "expired" from the date; nothing here writes.

mod batches;
mod calendar;
mod cases;
mod consultations;
mod enterprises;
mod ledger_page;
mod meetings;
mod papers;
mod today;

pub use ledger_page::verify_report;

use crate::{
    desk::hash16,
    wire::{EntryRef, EntryView, Failure, Field, MaterialView},
};
use domain::{
    Event, Say,
    application::{ApplicationForm, MaterialLine},
    policy::{Policy, Requirement},
};
use ledger::{Reader, Stored};

pub(crate) fn entry_view(stored: Stored) -> EntryView {
    let e = stored.entry;
    EntryView {
        n: e.n.to_string(),
        label: Event::label(&e.kind).into(),
        kind: e.kind,
        stream: e.stream,
        by: e.by.name,
        role: e.by.role.title().zh,
        effective_on: e.effective_on.to_string(),
        recorded_at: e.recorded_at.to_rfc3339(),
        policy: e.policy,
        clause: e.clause,
        hash: hex::encode(stored.hash),
        body: String::from_utf8_lossy(&stored.body).into_owned(),
    }
}

fn entry_views(reader: Reader<'_>, stream: &str) -> Result<Vec<EntryView>, Failure> {
    Ok(reader.stored_stream(stream)?.into_iter().map(entry_view).collect())
}

fn entry_refs(reader: Reader<'_>, stream: &str) -> Result<Vec<EntryRef>, Failure> {
    let stored = reader.stored_stream(stream)?;
    Ok(stored
        .into_iter()
        .map(|s| EntryRef {
            n: s.entry.n.to_string(),
            label: Event::label(&s.entry.kind).into(),
            kind: s.entry.kind,
            hash16: hash16(&s.hash),
        })
        .collect())
}

fn field(name: &str, value: Option<String>) -> Field {
    Field {
        name: name.to_owned(),
        label: crate::labels::name(name).into(),
        value,
    }
}

/// The applicant's own fields as received.
fn applicant_fields(form: &ApplicationForm) -> Vec<Field> {
    let a = &form.applicant;
    let text = |s: &String| (!s.is_empty()).then(|| s.clone());
    vec![
        field("name", text(&a.name)),
        field("uscc", text(&a.uscc)),
        field("county", text(&a.county)),
        field("legal_representative", text(&a.legal_representative)),
        field("contact", text(&a.contact)),
        field("phone", text(&a.phone)),
        field("founded", a.founded.map(|d| d.to_string())),
    ]
}

/// The facts the conditions are judged on, in the order of the form; amounts grouped for reading.
fn fact_fields(form: &ApplicationForm) -> Result<Vec<Field>, Failure> {
    let facts = &form.facts;
    let mut fields = Vec::new();
    let value = serde_json::to_value(facts).map_err(Failure::internal)?;
    let amounts = [
        ("registered_capital", facts.registered_capital),
        ("paid_in_capital", facts.paid_in_capital),
        ("net_assets", facts.net_assets),
    ];
    for (name, value) in value.as_object().into_iter().flatten() {
        if let Some((_, amount)) = amounts.iter().find(|(n, _)| n == name) {
            fields.push(field(name, amount.map(|a| a.grouped())));
        } else if let Some(inner) = value.as_object() {
            fields.extend(
                inner
                    .iter()
                    .map(|(name, value)| field(name, crate::labels::shown(value))),
            );
        } else {
            fields.push(field(name, crate::labels::shown(value)));
        }
    }
    Ok(fields)
}

/// The policy's list of materials with what was handed in of each.
fn materials(policy: &Policy, handed: &[MaterialLine]) -> Vec<MaterialView> {
    policy
        .materials
        .iter()
        .map(|item| {
            let line = handed.iter().find(|l| l.no == item.no);
            MaterialView {
                no: item.no.clone(),
                name: item.name.clone().into(),
                required: item.requirement == Requirement::Required,
                provided: line.is_some_and(|l| l.provided),
                copies: line.map_or(0, |l| l.copies),
                pages: line.map_or(0, |l| l.pages),
                original_seen: line.is_some_and(|l| l.original_seen),
                valid_until: line.and_then(|l| l.valid_until).map(|d| d.to_string()),
                remark: line.map(|l| l.remark.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Initials and full pinyin of a name, blank-separated, for filtering: `yl yangli`.
fn pinyin(name: &str) -> String {
    use pinyin::ToPinyin;
    let (mut initials, mut full) = (String::new(), String::new());
    for (c, p) in name.chars().zip(name.to_pinyin()) {
        match p {
            Some(p) => {
                initials.extend(p.plain().chars().next());
                full.push_str(p.plain());
            }
            None => {
                initials.extend(c.to_lowercase());
                full.extend(c.to_lowercase());
            }
        }
    }
    format!("{initials} {full}")
}

/// A step of a case; `state` is worked out by [`steps`].
struct Step {
    name: &'static str,
    label: Say,
    on: Option<chrono::NaiveDate>,
    due: Option<chrono::NaiveDate>,
    by: Option<String>,
}

impl Step {
    fn new(name: &'static str, zh: &str, en: &str, on: Option<chrono::NaiveDate>) -> Self {
        Self {
            name,
            label: Say::new(zh, en),
            on,
            due: None,
            by: None,
        }
    }
}

/// Done steps have a date; the first without one is now, the rest next.
fn steps(list: Vec<Step>) -> Vec<crate::wire::StepView> {
    let mut now_seen = false;
    list.into_iter()
        .map(|s| {
            let state = match s.on {
                Some(_) => "done",
                None if !now_seen => {
                    now_seen = true;
                    "now"
                }
                None => "next",
            };
            crate::wire::StepView {
                step: s.name.to_owned(),
                label: s.label.into(),
                state: state.to_owned(),
                on: s.on.map(|d| d.to_string()),
                due: s.due.map(|d| d.to_string()),
                by: s.by,
                note: None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_is_found_by_its_initials_and_its_pinyin() {
        assert_eq!(super::pinyin("样例A"), "yla yanglia");
    }
}
