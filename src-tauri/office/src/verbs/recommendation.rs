//! 推荐请示 to the Ministry: drafted by one, approved by another, answered.

use super::batches::{move_application, touch_batch};
use crate::{Office, desk::date, load, papers, wire::*};
use documents::PaperFacts;
use domain::{
    Event,
    application::{ApplicationDeclined, ApplicationFiled, ApplicationRecommended, Stage},
    batch::{self, RecommendationApproved},
    clause::{plan, rules},
    enterprise::EnterpriseFiled,
};
use ledger::New;

impl Office {
    pub(crate) fn recommendation_draft(&mut self, request: DraftRecommendation) -> Result<Receipt, Failure> {
        self.act_id("recommendation.draft", &request.on, |desk| {
            let at = load::batch(desk.tx.reader(), &request.batch)?;
            let version = load::policy_of(&at.state)?;
            let drafted =
                batch::draft_recommendation(&at.state, desk.on, &request.signer, &request.contact, &request.phone)?;
            desk.append(
                &version.id,
                &load::stream("batch", &request.batch),
                at.expected(),
                vec![New::new(Event::RecommendationDrafted(drafted), rules::RECOMMENDATION)],
            )?;
            touch_batch(desk, &request.batch);
            Ok(request.batch.clone())
        })
    }

    pub(crate) fn recommendation_preview(&mut self, request: DraftRecommendation) -> Result<PaperView, Failure> {
        let on = date(&request.on, "on")?;
        let (session, _) = self.asking("recommendation.preview")?;
        let reader = session.books.reader();
        let at = load::batch(reader, &request.batch)?;
        let draft = batch::draft_recommendation(&at.state, on, &request.signer, &request.contact, &request.phone)?;
        let facts = papers::recommendation::facts(reader, &request.batch, &at.state, &draft)?;
        papers::preview(PaperFacts::Recommendation(facts), on, "推荐请示-草稿.pdf")
    }

    pub(crate) fn recommendation_approve(&mut self, request: ApproveRecommendation) -> Result<Receipt, Failure> {
        self.act_id("recommendation.approve", &request.on, |desk| {
            let at = load::batch(desk.tx.reader(), &request.batch)?;
            let version = load::policy_of(&at.state)?;
            let draft = batch::approve_recommendation(&at.state, &desk.actor, desk.on)?
                .draft
                .clone();
            for id in &draft.applications {
                let event = Event::ApplicationRecommended(ApplicationRecommended {});
                move_application(desk, &version.id, id, Stage::Recommended, event, plan::SELECTION)?;
            }
            let mut facts = papers::recommendation::facts(desk.tx.reader(), &request.batch, &at.state, &draft)?;
            // 签发人 is whoever signs, whatever the draft expected.
            facts.signer = desk.actor.name.clone();
            let title = format!("关于推荐{}二手车出口企业备案的请示", facts.batch);
            let about = load::stream("batch", &request.batch);
            let paper = papers::issue(
                desk,
                version,
                papers::RECOMMENDATION,
                &title,
                &about,
                PaperFacts::Recommendation(facts),
            )?;
            let approved = Event::RecommendationApproved(RecommendationApproved { paper: paper.clone() });
            desk.append(
                &version.id,
                &about,
                at.expected(),
                vec![New::new(approved, rules::RECOMMENDATION)],
            )?;
            touch_batch(desk, &request.batch);
            Ok(paper)
        })
    }

    pub(crate) fn recommendation_answer(&mut self, request: RecordAnswer) -> Result<Receipt, Failure> {
        self.act_id("recommendation.answer", &request.on, |desk| {
            let at = load::batch(desk.tx.reader(), &request.batch)?;
            let version = load::policy_of(&at.state)?;
            let answered = batch::answer(
                &at.state,
                desk.on,
                &request.document_no,
                &request.filed,
                &request.reason_declined,
            )?;
            for id in &answered.filed {
                let filed = Event::ApplicationFiled(ApplicationFiled {
                    document_no: answered.document_no.clone(),
                });
                move_application(desk, &version.id, id, Stage::Filed, filed, plan::SELECTION)?;
                let enterprise = load::application(desk.tx.reader(), id)?.state.received.enterprise;
                let to = load::enterprise(desk.tx.reader(), &enterprise)?;
                let filed = Event::EnterpriseFiled(EnterpriseFiled {
                    application: id.clone(),
                    document_no: answered.document_no.clone(),
                    until: version.filed_until(desk.on),
                });
                desk.append(
                    &version.id,
                    &load::stream("enterprise", &enterprise),
                    to.expected(),
                    vec![New::new(filed, plan::SELECTION)],
                )?;
                desk.touch(format!("enterprise:{enterprise}"));
            }
            for id in &answered.declined {
                let declined = Event::ApplicationDeclined(ApplicationDeclined {
                    document_no: answered.document_no.clone(),
                    reason: answered.reason_declined.clone(),
                });
                move_application(desk, &version.id, id, Stage::Declined, declined, plan::SELECTION)?;
            }
            desk.append(
                &version.id,
                &load::stream("batch", &request.batch),
                at.expected(),
                vec![New::new(Event::MinistryAnswered(answered), plan::SELECTION)],
            )?;
            desk.touch("enterprises");
            touch_batch(desk, &request.batch);
            Ok(request.batch.clone())
        })
    }
}
