//! Loading aggregates: a stream's entries folded into its state, with the version the decision rests on.

use crate::wire::Failure;
use domain::{
    Event, Say, application::Application, batch::Batch, calendar::Calendar, consultation::Consultation,
    enterprise::Enterprise, expert::ExpertEnrolled, licence::Licence, meeting::Meeting,
};
use ledger::{Entry, Expected, Reader};

/// An aggregate's state and where its stream stands.
pub(crate) struct At<T> {
    pub state: T,
    pub version: i64,
}

impl<T> At<T> {
    pub fn expected(&self) -> Expected {
        Expected::At(self.version)
    }
}

/// Stream names, by aggregate.
pub(crate) fn stream(kind: &str, id: &str) -> String {
    format!("{kind}/{id}")
}

/// The id within a stream's name.
pub(crate) fn id_of(stream: &str) -> &str {
    stream.split_once('/').map_or(stream, |(_, id)| id)
}

fn fold<T>(
    reader: Reader<'_>,
    kind: &str,
    id: &str,
    what: Say,
    apply: impl Fn(Option<T>, &Entry) -> Option<T>,
) -> Result<At<T>, Failure> {
    let entries = reader.stream(&stream(kind, id))?;
    let version = entries.last().map_or(0, |e| e.version);
    let state = entries
        .iter()
        .fold(None, &apply)
        .ok_or_else(|| Failure::not_found(what, id))?;
    Ok(At { state, version })
}

pub(crate) fn batch(reader: Reader<'_>, id: &str) -> Result<At<Batch>, Failure> {
    fold(
        reader,
        "batch",
        id,
        Say::new("批次", "batch"),
        |state: Option<Batch>, e| {
            let mut state = state.unwrap_or_default();
            state.apply(&e.event, &e.by.account, e.effective_on);
            Some(state)
        },
    )
}

pub(crate) fn application(reader: Reader<'_>, id: &str) -> Result<At<Application>, Failure> {
    fold(
        reader,
        "application",
        id,
        Say::new("申请", "application"),
        |state, e| Application::apply(state, &e.event, e.effective_on),
    )
}

pub(crate) fn consultation(reader: Reader<'_>, id: &str) -> Result<At<Consultation>, Failure> {
    fold(
        reader,
        "consultation",
        id,
        Say::new("部门会商", "consultation"),
        |state, e| Consultation::apply(state, &e.event, &e.by.name, e.effective_on),
    )
}

/// The last day to reply: as the letter gave it, or as the calendar tells it since the missing year was entered.
pub(crate) fn due_of(consultation: &Consultation, calendar: &Calendar) -> Option<chrono::NaiveDate> {
    let request = consultation.request.as_ref()?;
    request
        .due
        .or_else(|| calendar.add_working_days(request.sent_on, request.working_days).due)
}

pub(crate) fn enterprise(reader: Reader<'_>, id: &str) -> Result<At<Enterprise>, Failure> {
    fold(
        reader,
        "enterprise",
        id,
        Say::new("企业", "enterprise"),
        |state, e| Enterprise::apply(state, &e.event, &e.by.account, e.effective_on),
    )
}

pub(crate) fn meeting(reader: Reader<'_>, id: &str) -> Result<At<Meeting>, Failure> {
    fold(reader, "meeting", id, Say::new("评审会", "meeting"), |state, e| {
        Meeting::apply(state, &e.event, &e.by.name, e.effective_on)
    })
}

pub(crate) fn licence(reader: Reader<'_>, id: &str) -> Result<At<Licence>, Failure> {
    fold(reader, "licence", id, Say::new("许可证", "licence"), |state, e| {
        Licence::apply(state, &e.event, &e.by.account, e.effective_on)
    })
}

pub(crate) fn expert(reader: Reader<'_>, id: &str) -> Result<At<ExpertEnrolled>, Failure> {
    fold(
        reader,
        "expert",
        id,
        Say::new("专家", "expert"),
        |state, e| match &e.event {
            Event::ExpertEnrolled(enrolled) => Some(enrolled.clone()),
            _ => state,
        },
    )
}

/// The policy version a batch is judged by.
pub(crate) fn policy_of(batch: &Batch) -> Result<&'static domain::policy::Policy, Failure> {
    let id = batch.opened.as_ref().map(|b| b.policy.as_str()).unwrap_or_default();
    crate::state::policy(id)
}

/// The policy version an enterprise is held to: that of the application it was filed by, or the default before one.
pub(crate) fn policy_of_enterprise(
    reader: Reader<'_>,
    enterprise: &Enterprise,
) -> Result<&'static domain::policy::Policy, Failure> {
    match &enterprise.filed {
        Some(filing) => {
            let received = application(reader, &filing.event.application)?.state.received;
            crate::state::policy(&received.policy)
        }
        None => crate::state::default_policy(),
    }
}
