//! The facts of the review memo (评审意见), from the meeting's entries.

use crate::{
    load,
    wire::{Failure, MemoRequest},
};
use documents::{BasisClause, EligibilityLine, MemoFacts, Outcome, PanelMember, Recusal, ScoreVerdict};
use domain::{
    Clause, Refusals, Say, Verdict,
    application::Application,
    clause::{plan, rules},
    faults::wrong_state,
    meeting::Meeting,
    policy::{Policy, TieStep},
    review::Ranked,
};
use ledger::Reader;
use std::collections::BTreeMap;

pub(crate) fn facts(reader: Reader<'_>, request: &MemoRequest) -> Result<MemoFacts, Failure> {
    let meeting = load::meeting(reader, &request.meeting)?.state;
    let batch_id = &meeting.called.batch;
    let batch = load::batch(reader, batch_id)?.state;
    let policy = load::policy_of(&batch)?;
    let (Some(drawn), Some(concluded)) = (&meeting.drawn, &meeting.concluded) else {
        let what = Say::new("出具评审意见", "The review memo");
        return Err(Refusals::from(wrong_state(
            rules::OUTCOME,
            what,
            Say::new("尚未揭示评分", "not revealed"),
        ))
        .into());
    };
    if !drawn.draw.panel.contains(&request.chair) {
        return Err(Failure::invalid(
            "chair",
            Say::new("主持人不在专家组中", "The chair is not on the panel"),
            Say::new("请从专家组中选择组长", "Choose the chair from the panel"),
        ));
    }
    let mut applications = BTreeMap::new();
    for id in &meeting.called.applications {
        applications.insert(id.clone(), load::application(reader, id)?.state);
    }
    let seats: BTreeMap<&str, String> = drawn
        .draw
        .panel
        .iter()
        .enumerate()
        .map(|(i, e)| (e.as_str(), format!("专家{}", i + 1)))
        .collect();
    let seat = |expert: &str| seats.get(expert).cloned().unwrap_or_else(|| expert.to_owned());
    let name_of = |application: &str| {
        applications
            .get(application)
            .map(|a| a.form.applicant.name.clone())
            .unwrap_or_default()
    };
    Ok(MemoFacts {
        bureau: policy.papers.bureau.zh.clone(),
        batch: batch.opened.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
        policy_title: policy.title.zh.clone(),
        met_on: meeting.called.held_on,
        place: meeting.called.place.clone(),
        panel: panel(&meeting, &request.chair, policy, seat),
        recusals: meeting
            .drawn
            .iter()
            .flat_map(|d| &d.recusals)
            .filter(|r| drawn.draw.panel.contains(&r.recusal.expert))
            .map(|r| Recusal {
                expert: seat(&r.recusal.expert),
                enterprise: name_of(&r.application),
                reason: r
                    .recusal
                    .grounds
                    .iter()
                    .map(|g| g.message.zh.as_str())
                    .collect::<Vec<_>>()
                    .join("；"),
                clause: r.recusal.clause.clone(),
            })
            .collect(),
        received: u32::try_from(reader.applications_of_batch(batch_id)?.len()).unwrap_or(u32::MAX),
        pass_line: policy.review.pass_line,
        basis: basis(policy, &[plan::SELECTION, rules::OUTCOME]),
        outcomes: concluded
            .outcome
            .ranking
            .iter()
            .filter_map(|r| {
                applications
                    .get(&r.application)
                    .map(|a| outcome(r, &concluded.outcome.ranking, policy, a, &seat))
            })
            .collect(),
        opinion: request
            .opinion
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .map(str::to_owned)
            .collect(),
        cc: Vec::new(),
    })
}

pub(super) fn basis(policy: &Policy, ids: &[&str]) -> Vec<BasisClause> {
    ids.iter()
        .filter_map(|id| policy.clause(id))
        .map(|c| BasisClause {
            clause: Clause::new(c.id.clone()),
            text: c.text.clone(),
        })
        .collect()
}

fn panel(meeting: &Meeting, chair: &str, policy: &Policy, seat: impl Fn(&str) -> String) -> Vec<PanelMember> {
    let Some(drawn) = &meeting.drawn else { return Vec::new() };
    drawn
        .draw
        .panel
        .iter()
        .filter_map(|no| drawn.pool.0.iter().find(|m| &m.id == no))
        .map(|m| PanelMember {
            seat: seat(&m.id),
            name: m.name.clone(),
            specialty: policy
                .review
                .specialties
                .iter()
                .find(|s| s.id == m.specialty)
                .map_or_else(|| m.specialty.clone(), |s| s.name.zh.clone()),
            chair: m.id == chair,
        })
        .collect()
}

fn outcome(
    ranked: &Ranked,
    ranking: &[Ranked],
    policy: &Policy,
    application: &Application,
    seat: &impl Fn(&str) -> String,
) -> Outcome {
    let applicant = &application.form.applicant;
    let verdict = match (ranked.score, ranked.rank, ranked.passed) {
        (None, _, _) => ScoreVerdict::NoResult,
        (Some(_), None, _) => ScoreVerdict::Vetoed,
        (Some(_), Some(_), true) => ScoreVerdict::Passed,
        (Some(_), Some(_), false) => ScoreVerdict::Failed,
    };
    Outcome {
        rank: ranked.rank.and_then(|r| u32::try_from(r).ok()),
        name: applicant.name.clone(),
        county: applicant.county.clone(),
        valid_sheets: u32::try_from(ranked.valid_sheets).unwrap_or(u32::MAX),
        dropped: ranked.dropped.iter().map(|e| seat(e)).collect(),
        score: ranked.score,
        verdict,
        reason: matches!(verdict, ScoreVerdict::NoResult | ScoreVerdict::Vetoed).then(|| ranked.reason.zh.clone()),
        tie: tie(ranked, ranking, policy),
        clause: ranked.clause.clone(),
        eligibility: eligibility(application),
    }
}

/// How a tie was parted, as a clause of a sentence: with which ranks, and by what.
fn tie(ranked: &Ranked, ranking: &[Ranked], policy: &Policy) -> Option<String> {
    let step = ranked.tie_broken_by.as_ref()?;
    let others: Vec<String> = ranking
        .iter()
        .filter(|r| r.application != ranked.application && r.score == ranked.score)
        .filter_map(|r| r.rank.map(|rank| format!("第{rank}名")))
        .collect();
    let by = match step {
        TieStep::Dimension(id) => {
            let name = policy
                .review
                .rubric
                .iter()
                .find(|d| &d.id == id)
                .map_or(id.as_str(), |d| d.name.zh.as_str());
            format!("{name}（{id}）平均分")
        }
        TieStep::PaidInCapital => "实缴资本".to_owned(),
        TieStep::Chair => "组长的决定".to_owned(),
    };
    Some(format!("与{}同分，按{by}排定先后", others.join("、")))
}

fn eligibility(application: &Application) -> EligibilityLine {
    let findings = application.judged.iter().flat_map(|j| &j.findings);
    let open = findings.clone().filter(|f| f.verdict != Verdict::Met);
    let mut clauses: Vec<Clause> = findings.clone().map(|f| f.clause.clone()).collect();
    clauses.dedup();
    EligibilityLine {
        verdict: application.judged.as_ref().map_or(Verdict::ToVerify, |j| j.verdict),
        note: open.map(|f| f.message.zh.as_str()).collect::<Vec<_>>().join("；"),
        clauses,
    }
}
