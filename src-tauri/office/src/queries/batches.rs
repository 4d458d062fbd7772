//! The list of batches and one batch's page.

use super::{Step, entry_refs, pinyin, steps};
use crate::{Office, load, papers, wire::*};
use domain::{Event, Say, application::Stage, policy::Policy};
use ledger::{Reader, projections};

impl Office {
    /// The policy versions that ship, the default first.
    pub(crate) fn policy_list(&mut self, _: Nothing) -> Result<Vec<PolicyRow>, Failure> {
        self.asking("policy.list")?;
        let row = |policy: &Policy| PolicyRow {
            id: policy.id.clone(),
            title: (&policy.title).into(),
            effective_from: policy.effective_from.to_string(),
            effective_until: policy.effective_until.map(|day| day.to_string()),
        };
        Ok(Policy::all_shipped().iter().map(row).collect())
    }

    pub(crate) fn batch_list(&mut self, _: Nothing) -> Result<Vec<BatchRow>, Failure> {
        let (session, _) = self.asking("batch.list")?;
        let reader = session.books.reader();
        reader
            .batches()?
            .into_iter()
            .map(|row| batch_row(reader, row))
            .collect()
    }

    pub(crate) fn batch_view(&mut self, request: ById) -> Result<BatchPage, Failure> {
        let (session, _) = self.asking("batch.view")?;
        let reader = session.books.reader();
        let id = request.id;
        let row = reader
            .batches()?
            .into_iter()
            .find(|b| b.id == id)
            .ok_or_else(|| Failure::not_found(Say::new("批次", "batch"), &id))?;
        let state = load::batch(reader, &id)?.state;
        let policy = load::policy_of(&state)?;
        let applications: Vec<ApplicationRow> = reader
            .applications_of_batch(&id)?
            .into_iter()
            .map(application_row)
            .collect();
        let concluded = match &row.meeting {
            Some(meeting) => reader
                .meetings()?
                .into_iter()
                .find(|m| &m.id == meeting)
                .and_then(|m| m.concluded_on),
            None => None,
        };
        let opened = row.opens_on;
        let accepted = applications
            .iter()
            .any(|a| !matches!(a.state.as_str(), "received" | "judged" | "refused"));
        let step_list = vec![
            Step::new("open", "开启批次", "Opened", Some(opened)),
            Step::new(
                "receive",
                "收件",
                "Received",
                applications.first().and_then(|a| a.received_on.parse().ok()),
            ),
            Step::new(
                "accept",
                "受理",
                "Accepted",
                accepted.then(|| accepted_on(reader, &applications)).flatten(),
            ),
            Step::new("review", "专家评审", "Reviewed", concluded),
            Step::new("decide", "局务会决定", "Decided", row.decided_on),
            Step::new("recommend", "推荐商务部", "Recommended", row.recommended_on),
            Step::new("answer", "备案结果", "Answered", row.answered_on),
        ];
        let mut rows = reader.papers_about(&load::stream("batch", &id))?;
        if let Some(meeting) = &row.meeting {
            rows.extend(reader.papers_about(&load::stream("meeting", meeting))?);
        }
        rows.sort_by_key(|p| p.issued);
        let entries = reader.stored_stream(&load::stream("batch", &id))?;
        let decision = state.decision.as_ref().map(|d| {
            let entry = entries.iter().find(|s| matches!(s.entry.event, Event::BatchDecided(_)));
            DecisionView {
                on: entry.map(|s| s.entry.effective_on.to_string()).unwrap_or_default(),
                minutes_no: d.minutes_no.clone(),
                selected: count(d.selected.len()),
                passed_over: count(d.passed_over.len()),
                reason: d.reason.clone(),
                by: entry.map(|s| s.entry.by.name.clone()).unwrap_or_default(),
            }
        });
        let named = |kind: fn(&Event) -> bool| {
            entries
                .iter()
                .rev()
                .find(|s| kind(&s.entry.event))
                .map(|s| s.entry.by.name.clone())
        };
        let recommendation = state.recommendation.as_ref().map(|r| {
            let paper = rows.iter().find(|p| p.kind == papers::RECOMMENDATION);
            RecommendationView {
                state: match (&r.approved_on, &r.answer) {
                    (_, Some(_)) => "answered",
                    (Some(_), None) => "approved",
                    (None, None) => "drafted",
                }
                .to_owned(),
                drafted_by: named(|e| matches!(e, Event::RecommendationDrafted(_))).unwrap_or_default(),
                drafted_on: r.drafted_on.to_string(),
                approved_by: named(|e| matches!(e, Event::RecommendationApproved(_))),
                approved_on: r.approved_on.map(|d| d.to_string()),
                paper: paper.map(|p| p.id.clone()),
                number: paper.map(|p| p.number.to_string()),
                answer: r.answer.as_ref().map(|a| MinistryAnswerView {
                    on: row.answered_on.map(|d| d.to_string()).unwrap_or_default(),
                    document_no: a.document_no.clone(),
                    filed: count(a.filed.len()),
                    declined: count(a.declined.len()),
                }),
                enterprises: r
                    .draft
                    .applications
                    .iter()
                    .filter_map(|id| applications.iter().find(|a| &a.id == id).cloned())
                    .collect(),
            }
        });
        let meeting = row.meeting.clone();
        let batch = batch_row(reader, row)?;
        let funnel = [
            ("收件", "Received", batch.received),
            ("受理", "Accepted", batch.accepted),
            ("评审", "Reviewed", batch.reviewed),
            ("推荐", "Recommended", batch.recommended),
            ("备案", "Filed", batch.filed),
        ]
        .into_iter()
        .map(|(zh, en, count)| FunnelStep {
            label: Say::new(zh, en).into(),
            count,
        })
        .collect();
        Ok(BatchPage {
            batch,
            policy_title: policy.title.clone().into(),
            steps: steps(step_list),
            funnel,
            applications,
            meeting,
            decision,
            recommendation,
            papers: rows.into_iter().map(papers::row).collect(),
            entries: entry_refs(reader, &load::stream("batch", &id))?,
        })
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn accepted_on(reader: Reader<'_>, applications: &[ApplicationRow]) -> Option<chrono::NaiveDate> {
    let first = applications.iter().find(|a| {
        !matches!(
            a.state.as_str(),
            "received" | "judged" | "refused" | "returned" | "withdrawn"
        )
    })?;
    let entries = reader.stream(&load::stream("application", &first.id)).ok()?;
    entries
        .iter()
        .find(|e| matches!(e.event, Event::ApplicationAccepted(_)))
        .map(|e| e.effective_on)
}

/// A batch with its counts: how many came at least so far.
pub(super) fn batch_row(reader: Reader<'_>, row: projections::BatchRow) -> Result<BatchRow, Failure> {
    let counts = reader.batch_counts(&row.id)?;
    let at_least = |stages: &[Stage]| stages.iter().filter_map(|s| counts.get(s.code())).sum::<u32>();
    use Stage::*;
    let accepted = at_least(&[
        Accepted,
        InReview,
        Reviewed,
        Selected,
        PassedOver,
        Recommended,
        Filed,
        Declined,
    ]);
    let reviewed = at_least(&[Reviewed, Selected, PassedOver, Recommended, Filed, Declined]);
    let recommended = at_least(&[Recommended, Filed, Declined]);
    let stage = if row.answered_on.is_some() {
        Say::new("已办结", "Closed")
    } else if row.recommended_on.is_some() {
        Say::new("待登记备案结果", "Waiting for the Ministry's answer")
    } else if row.drafted_on.is_some() {
        Say::new("推荐请示待签发", "Recommendation to be approved")
    } else if row.decided_on.is_some() && at_least(&[Selected]) == 0 {
        Say::new("已办结，未推荐企业", "Closed, nobody recommended")
    } else if row.decided_on.is_some() {
        Say::new("待拟推荐请示", "Recommendation to be drafted")
    } else if reviewed > 0 {
        Say::new("待局务会决定", "Bureau's decision due")
    } else if row.meeting.is_some() {
        Say::new("专家评审中", "In review")
    } else if accepted > 0 {
        Say::new("待召集评审会", "Meeting to be called")
    } else if counts
        .keys()
        .all(|code| Stage::from_code(code).is_some_and(Stage::frees_the_applicant))
    {
        Say::new("待收件", "Waiting for applications")
    } else {
        Say::new("待受理", "To be accepted")
    };
    Ok(BatchRow {
        id: row.id,
        name: row.name,
        policy: row.policy,
        opens_on: row.opens_on.to_string(),
        closes_on: row.closes_on.to_string(),
        quota: row.quota,
        received: counts.values().sum(),
        accepted,
        reviewed,
        recommended,
        filed: at_least(&[Filed]),
        stage: stage.into(),
    })
}

pub(super) fn application_row(row: projections::ApplicationRow) -> ApplicationRow {
    ApplicationRow {
        id: row.id,
        enterprise: row.enterprise,
        pinyin: pinyin(&row.name),
        name: row.name,
        uscc: row.uscc,
        county: row.county,
        state: row.stage.code().to_owned(),
        state_label: row.stage.label().into(),
        verdict: row.verdict.unwrap_or_default(),
        not_met: row.not_met,
        to_verify: row.to_verify,
        score: row.score.map(|p| p.published()),
        rank: row.rank,
        received_on: row.received_on.to_string(),
    }
}
