//! The review meeting: calling it, drawing the panel, revealing, the memo.

use super::batches::{move_application, touch_batch};
use crate::{
    Office, cast,
    desk::{Desk, date},
    labels, load, papers,
    wire::*,
};
use documents::PaperFacts;
use domain::{
    Event, Say,
    application::{ApplicationEnteredReview, ApplicationReviewed, Stage},
    batch::ReviewAssigned,
    clause::{plan, rules},
    faults::wrong_state,
    meeting::{self, MeetingCalled, OpenedSheet, UnderReview},
    review::{DrawRequest, Entries, Salt, SheetBody},
};
use ledger::{Expected, New};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What lies sealed until the reveal.
#[derive(Serialize, Deserialize)]
pub(super) struct Sealed {
    pub salt: Salt,
    pub body: SheetBody,
}

impl Office {
    pub(crate) fn meeting_call(&mut self, request: CallMeeting) -> Result<Receipt, Failure> {
        let held_on = date(&request.held_on, "held_on")?;
        let today = self.today().to_string();
        self.act_id("meeting.call", &today, |desk| {
            let at = load::batch(desk.tx.reader(), &request.batch)?;
            let version = load::policy_of(&at.state)?;
            if at.state.meeting.is_some() {
                let what = Say::new("召集评审会", "Calling the meeting");
                return Err(domain::Refusals::from(wrong_state(
                    plan::SELECTION,
                    what,
                    Say::new("本批次已召集", "already called for this batch"),
                ))
                .into());
            }
            let rows = desk.tx.reader().applications_of_batch(&request.batch)?;
            let open = rows.iter().filter(|r| r.stage == Stage::Judged).count();
            let called = meeting::call(
                MeetingCalled {
                    batch: request.batch.clone(),
                    held_on,
                    place: request.place.trim().to_owned(),
                    applications: rows
                        .into_iter()
                        .filter(|r| r.stage == Stage::Accepted)
                        .map(|r| r.id)
                        .collect(),
                },
                open,
                desk.on,
            )?;
            let id = desk.new_id();
            for application in &called.applications {
                let entered = Event::ApplicationEnteredReview(ApplicationEnteredReview { meeting: id.clone() });
                move_application(
                    desk,
                    &version.id,
                    application,
                    Stage::InReview,
                    entered,
                    plan::SELECTION,
                )?;
            }
            desk.append(
                &version.id,
                &load::stream("meeting", &id),
                Expected::New,
                vec![New::new(Event::MeetingCalled(called), plan::SELECTION)],
            )?;
            desk.append(
                &version.id,
                &load::stream("batch", &request.batch),
                at.expected(),
                vec![New::new(
                    Event::ReviewAssigned(ReviewAssigned { meeting: id.clone() }),
                    plan::SELECTION,
                )],
            )?;
            touch_batch(desk, &request.batch);
            desk.touch(format!("meeting:{id}"));
            Ok(id)
        })
    }

    pub(crate) fn meeting_draw(&mut self, request: DrawPanel) -> Result<Receipt, Failure> {
        self.act_id("meeting.draw", &request.on, |desk| {
            let reader = desk.tx.reader();
            let at = load::meeting(reader, &request.meeting)?;
            let batch = load::batch(reader, &at.state.called.batch)?;
            let version = load::policy_of(&batch.state)?;
            let mut pool = Vec::new();
            for row in reader.experts()? {
                pool.push(load::expert(reader, &row.id)?.state);
            }
            let mut under_review = Vec::new();
            for id in &at.state.called.applications {
                let applicant = load::application(reader, id)?.state.form.applicant;
                under_review.push(UnderReview {
                    application: id.clone(),
                    uscc: applicant.uscc,
                    name: applicant.name,
                });
            }
            let codes = under_review.iter().map(|u| u.uscc.clone()).collect();
            let drawn = meeting::draw(
                &at.state,
                version,
                &pool,
                &under_review,
                DrawRequest {
                    seats: Entries(request.seats.iter().map(|s| (s.specialty.clone(), s.seats)).collect()),
                    reserves: request.reserves,
                    applications: codes,
                },
                request.seed.trim(),
            )?;
            desk.append(
                &version.id,
                &load::stream("meeting", &request.meeting),
                at.expected(),
                vec![New::new(Event::PanelDrawn(drawn), rules::DRAW)],
            )?;
            desk.touch(format!("meeting:{}", request.meeting));
            touch_batch(desk, &at.state.called.batch);
            Ok(request.meeting.clone())
        })
    }

    pub(crate) fn meeting_reveal(&mut self, request: RevealMeeting) -> Result<Receipt, Failure> {
        self.act_id("meeting.reveal", &request.on, |desk| reveal(desk, &request))
    }

    pub(crate) fn memo_preview(&mut self, request: MemoRequest) -> Result<PaperView, Failure> {
        let on = date(&request.on, "on")?;
        let (session, _) = self.asking("memo.preview")?;
        let facts = papers::memo::facts(session.books.reader(), &request)?;
        papers::preview(PaperFacts::Memo(facts), on, "评审意见-草稿.pdf")
    }

    pub(crate) fn memo_issue(&mut self, request: MemoRequest) -> Result<Receipt, Failure> {
        self.act_id("memo.issue", &request.on, |desk| {
            let concluded = concluded_on(desk.tx.reader(), &request.meeting)?;
            desk.not_before(concluded, rules::PAPERS, Say::new("评分揭示日", "the reveal"))?;
            let facts = papers::memo::facts(desk.tx.reader(), &request)?;
            let about = load::stream("meeting", &request.meeting);
            if desk
                .tx
                .reader()
                .papers_about(&about)?
                .iter()
                .any(|p| p.kind == papers::MEMO)
            {
                let what = Say::new("印发评审意见", "Issuing the memo");
                return Err(domain::Refusals::from(wrong_state(
                    rules::PAPERS,
                    what,
                    Say::new("已印发", "issued already"),
                ))
                .into());
            }
            let batch = load::meeting(desk.tx.reader(), &request.meeting)?.state.called.batch;
            let version = load::policy_of(&load::batch(desk.tx.reader(), &batch)?.state)?;
            let title = format!("{}评审意见", facts.batch);
            let paper = papers::issue(desk, version, papers::MEMO, &title, &about, PaperFacts::Memo(facts))?;
            desk.touch(format!("meeting:{}", request.meeting));
            touch_batch(desk, &batch);
            Ok(paper)
        })
    }
}

fn reveal(desk: &mut Desk<'_, '_>, request: &RevealMeeting) -> Result<String, Failure> {
    let reader = desk.tx.reader();
    let at = load::meeting(reader, &request.meeting)?;
    desk.not_before(
        Some(at.state.called.held_on),
        rules::OUTCOME,
        Say::new("会议日期", "the day of the meeting"),
    )?;
    let batch = load::batch(reader, &at.state.called.batch)?;
    let version = load::policy_of(&batch.state)?;
    let mut signed = BTreeMap::new();
    for row in reader.sheets(&request.meeting)? {
        for entry in reader.stream(&load::stream("sheet", &row.id))? {
            if let Event::SheetSigned(sheet) = entry.event {
                signed.insert(row.id.clone(), sheet);
            }
        }
    }
    let mut opened = Vec::new();
    for (sheet, plain) in desk.tx.open_sheets(&request.meeting)? {
        let Sealed { salt, body } = serde_json::from_slice(&plain).map_err(Failure::internal)?;
        opened.push(OpenedSheet { sheet, salt, body });
    }
    let (mut capital, mut names) = (BTreeMap::new(), BTreeMap::new());
    for id in &at.state.called.applications {
        let form = load::application(reader, id)?.state.form;
        capital.insert(id.clone(), form.facts.paid_in_capital);
        names.insert(id.clone(), form.applicant.name);
    }
    let quota = batch.state.opened.as_ref().and_then(|b| b.quota);
    let (revealed, concluded) = meeting::reveal(
        &at.state,
        version,
        &signed,
        opened,
        &capital,
        request.chair_order.clone(),
        quota,
    )?;
    for ranked in &concluded.outcome.ranking {
        let reviewed = Event::ApplicationReviewed(ApplicationReviewed {
            meeting: request.meeting.clone(),
            score: ranked.score,
            rank: ranked.rank.and_then(|r| u32::try_from(r).ok()),
            passed: ranked.passed,
            reason: labels::named(&ranked.reason, &names),
        });
        move_application(
            desk,
            &version.id,
            &ranked.application,
            Stage::Reviewed,
            reviewed,
            &ranked.clause.0,
        )?;
    }
    desk.append(
        &version.id,
        &load::stream("meeting", &request.meeting),
        at.expected(),
        vec![
            New::new(Event::SheetsRevealed(revealed), rules::SCORING),
            New::new(Event::ReviewConcluded(concluded), rules::OUTCOME),
        ],
    )?;
    desk.touch(format!("meeting:{}", request.meeting));
    touch_batch(desk, &at.state.called.batch);
    Ok(request.meeting.clone())
}

/// The day a meeting was concluded, if it was.
pub(super) fn concluded_on(reader: ledger::Reader<'_>, meeting: &str) -> Result<Option<chrono::NaiveDate>, Failure> {
    Ok(reader
        .meetings()?
        .into_iter()
        .find(|m| m.id == meeting)
        .and_then(|m| m.concluded_on))
}

/// The seed sample books suggest.
pub(crate) fn suggested_seed(sample: bool) -> Option<String> {
    sample.then(|| cast::SEED.to_owned())
}
