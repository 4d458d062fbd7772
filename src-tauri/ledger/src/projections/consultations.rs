//! Departments asked about applicants: by application, and those whose reply is awaited.

use super::{Projection, id, run};
use crate::{Entry, Reader, StoreFault, fault::Context};
use chrono::NaiveDate;
use domain::{
    Event,
    application::Stage,
    consultation::{Record, Reply},
    policy::NoReply,
};
use rusqlite::{Connection, Row, params};

pub(super) const PROJECTION: Projection = Projection {
    name: "consultations",
    version: 1,
    ddl: include_str!("sql/consultations.sql"),
    tables: &["consultations"],
    fold,
};

fn fold(conn: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let consultation = id(&entry.stream);
    let on = entry.effective_on.to_string();
    match &entry.event {
        Event::ConsultationAsked(e) => run(
            conn,
            "INSERT INTO consultations (id, application, department, own, letter_no, asked_on, working_days, due, state,
               reminders, corrections, n)
             VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, 'waiting', 0, 0, ?8)",
            params![
                consultation,
                e.application,
                e.department,
                e.letter_no,
                on,
                e.working_days,
                e.due.map(|due| due.to_string()),
                entry.n
            ],
        ),
        Event::OwnRecordConsulted(e) => {
            run(
                conn,
                "INSERT INTO consultations (id, application, department, own, asked_on, state, reminders, corrections, n)
                 VALUES (?1, ?2, ?3, 1, ?4, 'answered', 0, 0, ?5)",
                params![consultation, e.application, e.department, on, entry.n],
            )?;
            answered(conn, consultation, &on, &e.reply, None, e.applied)
        }
        Event::ConsultationReminded(_) => run(
            conn,
            "UPDATE consultations SET reminders = reminders + 1, reminded_on = ?2 WHERE id = ?1",
            params![consultation, on],
        ),
        Event::ConsultationUnanswered(e) => run(
            conn,
            "UPDATE consultations SET state = 'no_reply', no_reply_on = ?2, no_reply_rule = ?3, applied = ?4 WHERE id = ?1",
            params![consultation, on, rule_code(e.rule), e.applied],
        ),
        Event::ConsultationAnswered(e) => answered(conn, consultation, &on, &e.reply, e.late, e.applied),
        Event::ConsultationCorrected(e) => run(
            conn,
            "UPDATE consultations SET replied_on = ?2, document_no = ?3, record = ?4, applied = ?5,
               corrections = corrections + 1
             WHERE id = ?1",
            params![
                consultation,
                e.reply.replied_on.to_string(),
                e.reply.document_no,
                e.reply.record.code(),
                e.applied
            ],
        ),
        Event::ConsultationWithdrawn(_) => run(
            conn,
            "UPDATE consultations SET state = 'withdrawn' WHERE id = ?1",
            params![consultation],
        ),
        _ => Ok(()),
    }
}

fn answered(
    conn: &Connection,
    consultation: &str,
    on: &str,
    reply: &Reply,
    late: Option<bool>,
    applied: bool,
) -> rusqlite::Result<()> {
    run(
        conn,
        "UPDATE consultations SET state = 'answered', answered_on = ?2, replied_on = ?3, document_no = ?4, record = ?5,
           late = ?6, applied = ?7
         WHERE id = ?1",
        params![
            consultation,
            on,
            reply.replied_on.to_string(),
            reply.document_no,
            reply.record.code(),
            late,
            applied
        ],
    )
}

const fn rule_code(rule: NoReply) -> &'static str {
    match rule {
        NoReply::StaysToVerify => "stays_to_verify",
        NoReply::NoObjection => "no_objection",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationRow {
    pub id: String,
    pub application: String,
    pub department: String,
    pub own: bool,
    pub letter_no: Option<String>,
    pub asked_on: NaiveDate,
    pub working_days: Option<u32>,
    pub due: Option<NaiveDate>,
    /// `waiting`, `no_reply`, `answered`, `withdrawn`.
    pub state: String,
    pub reminders: u32,
    pub reminded_on: Option<NaiveDate>,
    pub no_reply_on: Option<NaiveDate>,
    pub answered_on: Option<NaiveDate>,
    pub record: Option<Record>,
    pub late: Option<bool>,
    pub applied: Option<bool>,
}

/// A reply that is awaited, with the application it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwaitedRow {
    pub consultation: ConsultationRow,
    /// The applicant.
    pub name: String,
    pub county: String,
    pub batch: String,
    /// Where the application stands: after some stages no reply is waited for any more.
    pub stage: Stage,
}

const COLUMNS: &str =
    "c.id, c.application, c.department, c.own, c.letter_no, c.asked_on, c.working_days, c.due, c.state,
    c.reminders, c.reminded_on, c.no_reply_on, c.answered_on, c.record, c.late, c.applied";

fn row(r: &Row<'_>) -> rusqlite::Result<ConsultationRow> {
    let record: Option<String> = r.get(13)?;
    Ok(ConsultationRow {
        id: r.get(0)?,
        application: r.get(1)?,
        department: r.get(2)?,
        own: r.get(3)?,
        letter_no: r.get(4)?,
        asked_on: r.get(5)?,
        working_days: r.get(6)?,
        due: r.get(7)?,
        state: r.get(8)?,
        reminders: r.get(9)?,
        reminded_on: r.get(10)?,
        no_reply_on: r.get(11)?,
        answered_on: r.get(12)?,
        record: record.as_deref().and_then(Record::from_code),
        late: r.get(14)?,
        applied: r.get(15)?,
    })
}

fn stage(r: &Row<'_>, column: usize) -> rusqlite::Result<Stage> {
    let code: String = r.get(column)?;
    Stage::from_code(&code).ok_or_else(|| {
        let fault = format!("stage {code}").into();
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, fault)
    })
}

impl Reader<'_> {
    /// An application's consultations, withdrawn ones too, in the order they began.
    pub fn consultations_of_application(&self, application: &str) -> Result<Vec<ConsultationRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM consultations c WHERE c.application = ?1 ORDER BY c.n"
            ))
            .context("prepare consultations")?;
        statement
            .query_map([application], row)
            .context("read consultations")?
            .collect::<Result<_, _>>()
            .context("read consultations")
    }

    /// Consultations without a reply, the earliest due first; those whose due date cannot be told stand last.
    pub fn awaited_consultations(&self) -> Result<Vec<AwaitedRow>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached(&format!(
                "SELECT {COLUMNS}, a.name, a.county, a.batch, a.stage
                 FROM consultations c JOIN applications a ON a.id = c.application
                 WHERE c.state IN ('waiting', 'no_reply') ORDER BY c.due IS NULL, c.due, c.n"
            ))
            .context("prepare awaited consultations")?;
        let rows = statement.query_map([], |r| {
            Ok(AwaitedRow {
                consultation: row(r)?,
                name: r.get(16)?,
                county: r.get(17)?,
                batch: r.get(18)?,
                stage: stage(r, 19)?,
            })
        });
        rows.context("read awaited consultations")?
            .collect::<Result<_, _>>()
            .context("read awaited consultations")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    #[test]
    fn each_department_stands_where_its_last_entry_put_it() {
        let mut desk = Desk::new();
        story::tell(&mut desk.books);
        let reader = desk.books.reader();
        let rows = reader.consultations_of_application(&application(1)).unwrap();
        let stands: Vec<_> = rows
            .iter()
            .map(|r| (r.id.clone(), r.department.as_str(), r.state.as_str(), r.record, r.due))
            .collect();
        let due = Some(date("2026-03-24"));
        assert_eq!(
            stands,
            [
                (consultation(1), "police", "answered", Some(Record::Serious), due),
                (consultation(2), "market", "no_reply", None, due),
                (consultation(3), "customs", "withdrawn", None, None),
                (consultation(4), "customs", "waiting", None, None),
                (consultation(5), "commerce", "answered", Some(Record::CannotSay), None),
            ]
        );
        let police = ConsultationRow {
            id: consultation(1),
            application: application(1),
            department: "police".into(),
            own: false,
            letter_no: Some("样商函1".into()),
            asked_on: date(story::consultations::ASKED),
            working_days: Some(10),
            due,
            state: "answered".into(),
            reminders: 1,
            reminded_on: Some(date("2026-03-17")),
            no_reply_on: None,
            answered_on: Some(date(story::consultations::REPLIED)),
            record: Some(Record::Serious),
            late: Some(false),
            applied: Some(true),
        };
        assert_eq!(rows[0], police, "a correction changes the reply, not the day it came");
        assert_eq!(rows[1].no_reply_on, Some(date(story::consultations::SILENT)));
        assert!(rows[4].own && rows[4].working_days.is_none());
        assert!(reader.consultations_of_application(&application(2)).unwrap().is_empty());
    }

    #[test]
    fn only_those_without_a_reply_are_awaited_the_earliest_due_first() {
        let mut desk = Desk::new();
        story::tell(&mut desk.books);
        let awaited = desk.books.reader().awaited_consultations().unwrap();
        let ids: Vec<_> = awaited.iter().map(|a| a.consultation.id.clone()).collect();
        assert_eq!(
            ids,
            [consultation(2), consultation(4)],
            "an unknown due date stands last"
        );
        assert_eq!(
            (
                awaited[0].name.as_str(),
                awaited[0].county.as_str(),
                &awaited[0].batch,
                awaited[0].stage
            ),
            (KNOWN_NAME, "镜湖区", &batch(1), Stage::Filed)
        );
    }
}
