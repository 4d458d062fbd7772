//! 今日: what is due, with its clause and one button.

mod consultations;

use super::batches::batch_row;
use crate::{Office, roles, state::Session, verbs::due_sheets_left, wire::*};
use chrono::{Datelike, NaiveDate};
use domain::{
    Say,
    application::Stage,
    calendar::Calendar,
    clause::{plan, rules},
    policy::Deadline,
};
use ledger::{Reader, projections};

/// A deadline is "soon" within so many days.
const SOON_DAYS: i64 = 5;

impl Office {
    pub(crate) fn today_view(&mut self, _: Nothing) -> Result<Today, Failure> {
        let (session, _) = self.asking("today.view")?;
        let today = self.today();
        let reader = session.books.reader();
        let mut list = Todos {
            session,
            calendar: &self.calendar,
            today,
            todos: Vec::new(),
        };
        let rows = reader.batches()?;
        for row in &rows {
            list.batch(reader, row)?;
        }
        list.consultations(reader, &rows)?;
        list.enterprises(reader)?;
        let mut todos = list.todos;
        let rank = |urgency: &str| ["late", "today", "soon", "open"].iter().position(|u| *u == urgency);
        todos.sort_by(|a, b| (rank(&a.urgency), &a.due).cmp(&(rank(&b.urgency), &b.due)));
        let sees_cases = roles::acting(&session.account.roles, "batch.list").is_some();
        let (batches, figures) = if sees_cases {
            let open: Result<Vec<BatchRow>, Failure> = rows
                .into_iter()
                .filter(|b| b.answered_on.is_none())
                .map(|row| batch_row(reader, row))
                .collect();
            (open?, figures(reader, today)?)
        } else {
            (Vec::new(), Vec::new())
        };
        let missing = [today.year(), today.year() + 1]
            .into_iter()
            .find(|year| self.calendar.table(*year).is_none() && (*year == today.year() || today.month() == 12));
        Ok(Today {
            date: today.to_string(),
            calendar_missing: missing.and_then(|y| u32::try_from(y).ok()),
            todos,
            batches,
            figures,
        })
    }
}

fn figures(reader: Reader<'_>, today: NaiveDate) -> Result<Vec<Figure>, Failure> {
    let this_year = |on: Option<NaiveDate>| on.is_some_and(|d| d.year() == today.year());
    let enterprises = reader.enterprises()?;
    let licences = reader.licences()?;
    let received = reader.applications_received_in(today.year())?;
    let figure = |name: &str, zh: &str, en: &str, value: usize| Figure {
        name: name.to_owned(),
        label: Say::new(zh, en).into(),
        value: value.to_string(),
    };
    Ok(vec![
        figure("received", "本年收件", "Applications this year", received as usize),
        figure(
            "filed",
            "本年备案企业",
            "Enterprises filed this year",
            enterprises.iter().filter(|e| this_year(e.filed_on)).count(),
        ),
        figure(
            "licences",
            "本年签发许可证",
            "Licences issued this year",
            licences.iter().filter(|l| this_year(l.issued_on)).count(),
        ),
        figure(
            "refused",
            "本年不予签发",
            "Licences refused this year",
            licences
                .iter()
                .filter(|l| l.state == "refused" && this_year(Some(l.drafted_on)))
                .count(),
        ),
    ])
}

struct Todos<'a> {
    session: &'a Session,
    calendar: &'a Calendar,
    today: NaiveDate,
    todos: Vec<Todo>,
}

/// What is to be done: the verb that does it, the words, the clause, the place.
struct Item<'i> {
    verb: &'i str,
    title: Say,
    detail: Say,
    clause: &'i str,
    due: Option<NaiveDate>,
    action: (&'i str, &'i str),
    screen: &'i str,
    id: &'i str,
}

impl Todos<'_> {
    fn add(&mut self, item: Item<'_>) {
        // Only what this account may do is its business.
        if roles::acting(&self.session.account.roles, item.verb).is_none() {
            return;
        }
        let urgency = match item.due {
            Some(due) if due < self.today => "late",
            Some(due) if due == self.today => "today",
            Some(due) if (due - self.today).num_days() <= SOON_DAYS => "soon",
            _ => "open",
        };
        self.todos.push(Todo {
            title: item.title.into(),
            detail: item.detail.into(),
            clause: Some(item.clause.to_owned()),
            due: item.due.map(|d| d.to_string()),
            urgency: urgency.to_owned(),
            action: Say::new(item.action.0, item.action.1).into(),
            screen: item.screen.to_owned(),
            id: item.id.to_owned(),
        });
    }

    /// A deadline in working days; `None` where the year's table is missing, and never guessed.
    fn due(&self, from: NaiveDate, limit: &Deadline) -> Option<NaiveDate> {
        self.calendar.add_working_days(from, limit.working_days).due
    }

    fn batch(&mut self, reader: Reader<'_>, row: &projections::BatchRow) -> Result<(), Failure> {
        let limits = &crate::state::policy(&row.policy)?.deadlines;
        let (name, id) = (row.name.as_str(), row.id.as_str());
        let of_batch = || Say::new(name, name);
        let applications = reader.applications_of_batch(id)?;
        let judged: Vec<_> = applications.iter().filter(|a| a.stage == Stage::Judged).collect();
        if applications.is_empty() {
            self.add(Item {
                verb: "import.filings",
                title: Say::new("导入县（市）区申请汇总表", "Import a county's workbook of applications"),
                detail: of_batch(),
                clause: plan::SELECTION,
                due: Some(row.closes_on),
                action: ("导入", "Import"),
                screen: "batch",
                id,
            });
        }
        if let Some(first) = judged.iter().map(|a| a.received_on).min() {
            self.add(Item {
                verb: "application.accept",
                title: Say::new(
                    format!("{}份申请待受理", judged.len()),
                    format!("{} applications to be accepted or refused", judged.len()),
                ),
                detail: of_batch(),
                clause: &limits.acceptance.clause,
                due: self.due(first, &limits.acceptance),
                action: ("去受理", "Accept"),
                screen: "batch",
                id,
            });
        }
        let accepted = applications.iter().filter(|a| a.stage == Stage::Accepted).count();
        match &row.meeting {
            None if accepted > 0 && judged.is_empty() => self.add(Item {
                verb: "meeting.call",
                title: Say::new(
                    format!("{accepted}份申请待评审"),
                    format!("{accepted} applications to be reviewed"),
                ),
                detail: of_batch(),
                clause: plan::SELECTION,
                due: None,
                action: ("召集评审会", "Call the meeting"),
                screen: "batch",
                id,
            }),
            Some(meeting) => self.meeting(reader, row, meeting)?,
            None => {}
        }
        self.after_review(row, &applications, limits);
        Ok(())
    }

    fn meeting(&mut self, reader: Reader<'_>, row: &projections::BatchRow, meeting: &str) -> Result<(), Failure> {
        let Some(m) = reader.meetings()?.into_iter().find(|m| m.id == meeting) else {
            return Ok(());
        };
        let detail = Say::new(row.name.as_str(), row.name.as_str());
        let mut item = Item {
            verb: "meeting.draw",
            title: Say::new("抽取评审专家", "Draw the panel"),
            detail: detail.clone(),
            clause: rules::DRAW,
            due: Some(m.held_on),
            action: ("去抽取", "Draw"),
            screen: "meeting",
            id: meeting,
        };
        if m.drawn_on.is_none() {
            self.add(item);
        } else if m.concluded_on.is_none() {
            let left = due_sheets_left(reader, meeting, self.session.account.expert.as_deref())?;
            if left > 0 {
                item.verb = "sheet.sign";
                item.title = Say::new(format!("{left}份评分表待签署"), format!("{left} sheets to be signed"));
                item.clause = rules::SCORING;
                item.action = ("去评分", "Score");
            } else {
                item.verb = "meeting.reveal";
                item.title = Say::new("评分表已齐，待揭示", "All sheets are signed: reveal");
                item.clause = rules::OUTCOME;
                item.action = ("去揭示", "Reveal");
            }
            self.add(item);
        } else if reader
            .papers_about(&crate::load::stream("meeting", meeting))?
            .is_empty()
        {
            item.verb = "memo.issue";
            item.title = Say::new("出具评审意见", "Issue the review memo");
            item.clause = rules::PAPERS;
            item.due = None;
            item.action = ("去出文", "Issue");
            self.add(item);
        }
        Ok(())
    }

    fn after_review(
        &mut self,
        row: &projections::BatchRow,
        applications: &[projections::ApplicationRow],
        limits: &domain::policy::Deadlines,
    ) {
        let detail = Say::new(row.name.as_str(), row.name.as_str());
        let reviewed = applications.iter().any(|a| a.stage == Stage::Reviewed);
        let nobody_selected = row.decided_on.is_some()
            && row.drafted_on.is_none()
            && applications.iter().all(|a| a.stage != Stage::Selected);
        let (verb, title, clause, due, action) = if row.answered_on.is_some() || nobody_selected {
            return;
        } else if row.recommended_on.is_some() {
            (
                "recommendation.answer",
                Say::new("登记商务部备案结果", "Record the Ministry's answer"),
                plan::SELECTION,
                None,
                ("去登记", "Record"),
            )
        } else if row.drafted_on.is_some() {
            (
                "recommendation.approve",
                Say::new("推荐请示待签发", "A recommendation waits for approval"),
                rules::TWO_PERSONS,
                row.decided_on.and_then(|d| self.due(d, &limits.recommendation)),
                ("去签发", "Approve"),
            )
        } else if let Some(decided) = row.decided_on {
            (
                "recommendation.draft",
                Say::new("拟制推荐请示", "Draft the recommendation"),
                rules::RECOMMENDATION,
                self.due(decided, &limits.recommendation),
                ("去拟稿", "Draft"),
            )
        } else if reviewed {
            (
                "batch.decide",
                Say::new("登记局务会决定", "Record the bureau's decision"),
                rules::RECOMMENDATION,
                None,
                ("去登记", "Record"),
            )
        } else {
            return;
        };
        self.add(Item {
            verb,
            title,
            detail,
            clause,
            due,
            action,
            screen: "batch",
            id: &row.id,
        });
    }

    fn enterprises(&mut self, reader: Reader<'_>) -> Result<(), Failure> {
        let names: std::collections::BTreeMap<String, String> =
            reader.enterprises()?.into_iter().map(|e| (e.id, e.name)).collect();
        let name_of = |id: &str| names.get(id).cloned().unwrap_or_default();
        for s in reader.suspensions()? {
            let (verb, title, due, action) = if s.approved_on.is_none() {
                let title = Say::new("停发决定待审批", "A suspension waits for approval");
                ("suspension.approve", title, None, ("去审批", "Approve"))
            } else if s.delivered_on.is_none() {
                let title = Say::new("停发决定待送达", "A suspension is to be delivered");
                ("suspension.deliver", title, None, ("去登记", "Record"))
            } else if s.rectified_on.is_none() {
                let title = Say::new("整改待验收", "A rectification is to be accepted");
                let enterprise = crate::load::enterprise(reader, &s.enterprise)?.state;
                let due = enterprise.suspension(&s.id).map(|s| s.draft.rectify_by);
                ("suspension.rectify", title, due, ("去验收", "Accept"))
            } else {
                continue;
            };
            let name = name_of(&s.enterprise);
            let detail = Say::new(name.as_str(), name.as_str());
            self.add(Item {
                verb,
                title,
                detail,
                clause: plan::SUPERVISION,
                due,
                action,
                screen: "enterprise",
                id: &s.enterprise,
            });
        }
        for licence in reader.licences()?.into_iter().filter(|l| l.state == "drafted") {
            let name = name_of(&licence.enterprise);
            self.add(Item {
                verb: "licence.approve",
                title: Say::new(
                    format!("许可证待审批：{}", licence.vin),
                    format!("A licence waits for approval: {}", licence.vin),
                ),
                detail: Say::new(name.as_str(), name.as_str()),
                clause: rules::LICENCE,
                due: None,
                action: ("去审批", "Approve"),
                screen: "enterprise",
                id: &licence.enterprise,
            });
        }
        Ok(())
    }
}
