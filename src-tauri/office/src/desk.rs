//! The one door: every write of official data passes here.

use crate::{
    ids::Ids,
    roles,
    state::{Office, not_allowed, not_signed_in},
    wire::{EntryRef, Failure, Receipt},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Event, Say, actor::Actor, faults::Gather};
use ledger::{Act, Entry, Expected, New, Tx};
use std::collections::BTreeSet;

/// What a use case works at while its transaction is open.
pub(crate) struct Desk<'d, 't> {
    pub tx: &'d mut Tx<'t>,
    pub actor: Actor,
    /// The date of the act.
    pub on: NaiveDate,
    /// The date it is recorded.
    pub today: NaiveDate,
    pub sample: bool,
    pub expert: Option<String>,
    ids: &'d mut dyn Ids,
    recorded_at: DateTime<Utc>,
    cause: Option<String>,
    changed: BTreeSet<String>,
}

impl Desk<'_, '_> {
    pub fn new_id(&mut self) -> String {
        self.ids.id(self.recorded_at)
    }

    pub fn new_salt(&mut self) -> [u8; 32] {
        self.ids.salt()
    }

    /// What the entries to come share, e.g. one import.
    pub fn because(&mut self, cause: String) {
        self.cause = Some(cause);
    }

    /// Appends to one stream under a policy version.
    pub fn append(
        &mut self,
        policy: &str,
        stream: &str,
        expected: Expected,
        events: Vec<New>,
    ) -> Result<Vec<Entry>, Failure> {
        let act = Act {
            by: self.actor.clone(),
            effective_on: self.on,
            recorded_at: self.recorded_at,
            policy: policy.to_owned(),
            cause: self.cause.clone(),
        };
        Ok(self.tx.append(&act, stream, expected, events)?)
    }

    /// Refuses an act dated before the one it follows.
    pub fn not_before(&self, floor: Option<NaiveDate>, clause: &str, what: Say) -> Result<(), Failure> {
        let mut faults = Gather::new();
        if let Some(floor) = floor {
            faults.not_before(self.on, floor, "on", clause, what);
        }
        Ok(faults.answer(())?)
    }

    /// Names a topic that goes stale with this act.
    pub fn touch(&mut self, topic: impl Into<String>) {
        self.changed.insert(topic.into());
    }
}

/// What an act returned, and what it did to the books.
pub(crate) struct Done<T> {
    pub value: T,
    pub receipt: Receipt,
}

impl Office {
    /// Runs one act through the door: authorise, decide, append, and only then tell what changed.
    ///
    /// `on` is the date of the act as the user gave it: Monday may record Friday's decision, nobody records tomorrow's.
    pub(crate) fn act<T>(
        &mut self,
        verb: &str,
        on: &str,
        decide: impl FnOnce(&mut Desk<'_, '_>) -> Result<T, Failure>,
    ) -> Result<Done<T>, Failure> {
        let today = self.today();
        let on = date(on, "on")?;
        let session = self.session.as_mut().ok_or_else(not_signed_in)?;
        let role = roles::acting(&session.account.roles, verb).ok_or_else(|| not_allowed(session, verb))?;
        if on > today {
            return Err(Failure::invalid(
                "on",
                Say::new(
                    format!("办理日期{on}晚于今天（{today}）"),
                    format!("The date {on} is after today ({today})"),
                ),
                Say::new("请填写今天或以前的日期", "Give today or an earlier date"),
            ));
        }
        let actor = Actor {
            account: session.account.name.clone(),
            name: session.account.display_name.clone(),
            role,
        };
        let recorded_at = self.settings.clock.now();
        let ids = self.settings.ids.as_mut();
        let (sample, expert) = (session.books.info.sample, session.account.expert.clone());
        session.books.write(|tx| {
            let mut desk = Desk {
                tx,
                actor,
                on,
                today,
                sample,
                expert,
                ids,
                recorded_at,
                cause: None,
                changed: BTreeSet::from(["today".to_owned()]),
            };
            let value = decide(&mut desk)?;
            let changed = std::mem::take(&mut desk.changed);
            let entries: Vec<EntryRef> = desk
                .tx
                .appended()
                .iter()
                .map(|(n, kind, hash)| EntryRef {
                    n: n.to_string(),
                    kind: (*kind).to_owned(),
                    label: Event::label(kind).into(),
                    hash16: hash16(hash),
                })
                .collect();
            // Where nothing was appended nothing went stale.
            let changed = if entries.is_empty() {
                Vec::new()
            } else {
                changed.into_iter().collect()
            };
            Ok(Done {
                value,
                receipt: Receipt {
                    id: None,
                    entries,
                    changed,
                },
            })
        })
    }

    /// An act whose answer is the receipt with the id of what was made or changed.
    pub(crate) fn act_id(
        &mut self,
        verb: &str,
        on: &str,
        decide: impl FnOnce(&mut Desk<'_, '_>) -> Result<String, Failure>,
    ) -> Result<Receipt, Failure> {
        let done = self.act(verb, on, decide)?;
        Ok(Receipt {
            id: Some(done.value),
            ..done.receipt
        })
    }
}

/// The first 16 hex digits of a hash.
pub(crate) fn hash16(hash: &ledger::Hash) -> String {
    hex::encode(&hash[..8])
}

/// A date of the wire.
pub(crate) fn date(text: &str, field: &str) -> Result<NaiveDate, Failure> {
    text.trim().parse().map_err(|_| {
        Failure::invalid(
            field,
            Say::new(format!("“{text}”不是日期"), format!("{text:?} is not a date")),
            Say::new("请按2026-03-01的形式填写", "Write it as 2026-03-01"),
        )
    })
}
