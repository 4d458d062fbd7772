//! Departments of one application, and the replies that are awaited.

use super::{entry_refs, pinyin};
use crate::{Office, labels, load, wire::*};
use chrono::NaiveDate;
use domain::{
    Say,
    application::{Application, takes_facts},
    calendar::{Calendar, MissingYear},
    clause::rules,
    consultation::{Answer, Consultation, State, fact_of},
    policy::{Department, NoReply},
};
use ledger::Reader;
use std::collections::BTreeMap;

impl Office {
    /// All departments the case's policy version names, each with its state; nothing is left out for not being asked.
    pub(crate) fn consultation_view(&mut self, request: ById) -> Result<ConsultationPage, Failure> {
        let (session, _) = self.asking("consultation.view")?;
        let reader = session.books.reader();
        let id = request.id;
        let case = load::application(reader, &id)?.state;
        let policy = crate::state::policy(&case.received.policy)?;
        let rows = reader.consultations_of_application(&id)?;
        let day = Day {
            reader,
            calendar: self.calendar(),
            today: self.today(),
        };
        let mut departments = Vec::new();
        for department in &policy.departments {
            let mut view = unasked(department, &case);
            for row in rows.iter().filter(|r| r.department == department.id) {
                day.add(&mut view, &row.id)?;
            }
            departments.push(view);
        }
        let rule = policy.no_reply();
        Ok(ConsultationPage {
            application: id,
            name: case.form.applicant.name.clone(),
            batch: case.received.batch.clone(),
            open: takes_facts(case.stage),
            stage_label: case.stage.label().into(),
            clause: labels::clause(rules::CONSULTATION, policy),
            working_days: policy.deadlines.consultation_reply.working_days,
            no_reply: labels::code(&rule),
            no_reply_label: rule.label().into(),
            departments,
        })
    }

    /// Every reply that is awaited, the earliest due first.
    pub(crate) fn consultation_list(&mut self, _: Nothing) -> Result<Vec<AwaitedReply>, Failure> {
        let (session, _) = self.asking("consultation.list")?;
        let (reader, today) = (session.books.reader(), self.today());
        let policies: BTreeMap<String, String> = reader.batches()?.into_iter().map(|b| (b.id, b.policy)).collect();
        let mut list = Vec::new();
        for row in reader.awaited_consultations()? {
            let policy = crate::state::policy(policies.get(&row.batch).map(String::as_str).unwrap_or_default())?;
            let c = row.consultation;
            let due = c.due.or_else(|| {
                let limit = c.working_days?;
                self.calendar().add_working_days(c.asked_on, limit).due
            });
            let (state, label) = waiting(c.state == "no_reply", due, today);
            list.push(AwaitedReply {
                consultation: c.id,
                application: c.application,
                pinyin: pinyin(&row.name),
                name: row.name,
                county: row.county,
                batch: row.batch,
                department_name: policy
                    .department(&c.department)
                    .map_or_else(|| Say::new(&*c.department, &*c.department), |d| d.name.clone())
                    .into(),
                department: c.department,
                state: state.to_owned(),
                state_label: label.into(),
                asked_on: c.asked_on.to_string(),
                letter_no: c.letter_no,
                due: due.map(|d| d.to_string()),
                reminders: c.reminders,
                reminded_on: c.reminded_on.map(|d| d.to_string()),
            });
        }
        Ok(list)
    }
}

/// A department before anyone asked it. The fact may be known all the same: as the applicant declared it.
fn unasked(department: &Department, case: &Application) -> DepartmentView {
    let mut violations = case.form.facts.violations.clone();
    let fact = fact_of(&mut violations, &department.id).and_then(|fact| *fact);
    let label = if department.consulted {
        Say::new("未征求", "Not asked")
    } else {
        Say::new("本局记录未查核", "Own record not consulted")
    };
    DepartmentView {
        department: department.id.clone(),
        name: department.name.clone().into(),
        body: department.body.clone().into(),
        consulted: department.consulted,
        consultation: None,
        state: "not_asked".to_owned(),
        state_label: label.into(),
        asked_on: None,
        letter_no: None,
        due: None,
        due_note: None,
        reminders: Vec::new(),
        silence: None,
        reply: None,
        fact: fact.map(|serious| if serious { "serious" } else { "none" }.to_owned()),
        fact_from: fact.map(|_| "declared".to_owned()),
        withdrawn: Vec::new(),
        entries: Vec::new(),
    }
}

/// The day a page is looked at, which decides what is overdue.
struct Day<'a> {
    reader: Reader<'a>,
    calendar: &'a Calendar,
    today: NaiveDate,
}

impl Day<'_> {
    fn add(&self, view: &mut DepartmentView, id: &str) -> Result<(), Failure> {
        let c = load::consultation(self.reader, id)?.state;
        view.entries
            .extend(entry_refs(self.reader, &load::stream("consultation", id))?);
        if let State::Withdrawn { on, by, reason } = &c.state {
            view.withdrawn.push(note(*on, by, reason));
            return Ok(());
        }
        view.consultation = Some(id.to_owned());
        self.dates(view, &c);
        view.reminders = c.reminders.iter().map(|r| note(r.on, &r.by, &r.note)).collect();
        view.silence = c.no_reply.as_ref().map(|s| SilenceView {
            on: s.on.to_string(),
            by: s.by.clone(),
            due: s.due.to_string(),
            rule: labels::code(&s.rule),
            label: s.rule.label().into(),
            note: s.note.clone(),
        });
        let (state, label) = match &c.state {
            State::Answered(answer) => {
                view.reply = Some(reply(answer));
                let code = answer.reply.record.code();
                (format!("answered_{code}"), answer.reply.record.label())
            }
            State::NoReply => ("no_reply".to_owned(), c.state.label()),
            State::Waiting | State::Withdrawn { .. } => {
                let (state, label) = waiting(false, load::due_of(&c, self.calendar), self.today);
                (state.to_owned(), label)
            }
        };
        view.state = state;
        view.state_label = label.into();
        view.fact_from = view.fact.as_ref().map(|_| rests_on(&c).to_owned());
        Ok(())
    }

    fn dates(&self, view: &mut DepartmentView, c: &Consultation) {
        let Some(request) = &c.request else {
            return;
        };
        let due = load::due_of(c, self.calendar);
        view.asked_on = Some(request.sent_on.to_string());
        view.letter_no = request.letter_no.clone();
        view.due = due.map(|d| d.to_string());
        view.due_note = request
            .missing_years
            .first()
            .filter(|_| due.is_none())
            .map(|year| MissingYear(*year).say().into());
    }
}

/// What the fact as it stands rests on. A reply that came once the case was before the experts did not make it, nor
/// does one that said nothing either way.
fn rests_on(c: &Consultation) -> &'static str {
    match &c.state {
        State::Answered(answer) if answer.applied && answer.reply.record.fact().is_some() => "reply",
        State::NoReply if c.no_reply.as_ref().is_some_and(|s| s.rule == NoReply::NoObjection) => "silence",
        _ => "declared",
    }
}

fn waiting(recorded: bool, due: Option<NaiveDate>, today: NaiveDate) -> (&'static str, Say) {
    if recorded {
        ("no_reply", State::NoReply.label())
    } else if due.is_some_and(|due| today > due) {
        ("overdue", Say::new("逾期未复（待登记）", "Overdue, no reply yet"))
    } else {
        ("waiting", State::Waiting.label())
    }
}

fn note(on: NaiveDate, by: &str, note: &str) -> NoteView {
    NoteView {
        on: on.to_string(),
        by: by.to_owned(),
        note: note.to_owned(),
    }
}

fn reply(answer: &Answer) -> ReplyView {
    let r = &answer.reply;
    ReplyView {
        on: answer.on.to_string(),
        by: answer.by.clone(),
        replied_on: r.replied_on.to_string(),
        document_no: r.document_no.clone(),
        record: r.record.code().to_owned(),
        record_label: r.record.label().into(),
        description: r.description.clone(),
        scans: r.scans.clone(),
        late: answer.late,
        applied: answer.applied,
        corrections: answer
            .corrections
            .iter()
            .map(|c| CorrectionView {
                on: c.on.to_string(),
                by: c.by.clone(),
                reason: c.reason.clone(),
                record_label: c.before.record.label().into(),
                document_no: c.before.document_no.clone(),
                description: c.before.description.clone(),
            })
            .collect(),
    }
}
