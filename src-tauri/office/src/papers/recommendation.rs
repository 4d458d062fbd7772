//! The facts of the recommendation (推荐请示), from the batch's entries.

use super::memo::basis;
use crate::{load, wire::Failure};
use documents::{Enterprise, RecommendationFacts};
use domain::{
    application::Stage,
    batch::{Batch, RecommendationDrafted},
    clause::plan,
};
use ledger::Reader;

pub(crate) fn facts(
    reader: Reader<'_>,
    batch_id: &str,
    batch: &Batch,
    draft: &RecommendationDrafted,
) -> Result<RecommendationFacts, Failure> {
    let policy = load::policy_of(batch)?;
    let meeting = match &batch.meeting {
        Some(id) => load::meeting(reader, id)?.state,
        None => return Err(Failure::internal("a recommendation without a review")),
    };
    let rows = reader.applications_of_batch(batch_id)?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut enterprises = Vec::with_capacity(draft.applications.len());
    for id in &draft.applications {
        let state = load::application(reader, id)?.state;
        let (Some(reviewed), form) = (&state.reviewed, &state.form) else {
            return Err(Failure::internal(format!(
                "application {id} is recommended but was never reviewed"
            )));
        };
        enterprises.push(Enterprise {
            rank: reviewed.rank.unwrap_or_default(),
            name: form.applicant.name.clone(),
            uscc: form.applicant.uscc.clone(),
            county: form.applicant.county.clone(),
            legal_representative: form.applicant.legal_representative.clone(),
            registered_capital: form.facts.registered_capital,
            paid_in_capital: form.facts.paid_in_capital,
            score: reviewed.score.unwrap_or_default(),
        });
    }
    enterprises.sort_by_key(|e| e.rank);
    let form = &policy.papers.recommendation;
    Ok(RecommendationFacts {
        bureau: policy.papers.bureau.zh.clone(),
        signer: draft.signer.clone(),
        addressee: form.to.zh.clone(),
        forward: form.forward_to.as_ref().map(|body| body.zh.clone()),
        cc: form.cc.iter().map(|c| c.zh.clone()).collect(),
        batch: batch.opened.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
        policy_title: policy.title.zh.clone(),
        // 细则8 also asks for the public notice, which the books do not hold yet: a paper cites nothing it cannot show.
        basis: basis(policy, &[plan::SELECTION]),
        received: count(rows.len()),
        reviewed: count(meeting.called.applications.len()),
        met_on: meeting.called.held_on,
        passed: count(
            rows.iter()
                .filter(|r| r.passed == Some(true) && r.stage != Stage::Refused)
                .count(),
        ),
        notice: None,
        enterprises,
        contact: draft.contact.clone(),
        phone: draft.phone.clone(),
    })
}
