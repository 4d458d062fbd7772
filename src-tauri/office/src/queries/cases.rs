//! One case on one page.

use super::{Step, applicant_fields, batches::application_row, entry_views, fact_fields, materials, steps};
use crate::{Office, labels, load, papers, wire::*};
use domain::{Say, application::Stage, clause::rules};

impl Office {
    pub(crate) fn case_view(&mut self, request: ById) -> Result<CasePage, Failure> {
        let (session, _) = self.asking("case.view")?;
        let reader = session.books.reader();
        let id = request.id;
        let row = reader
            .application(&id)?
            .ok_or_else(|| Failure::not_found(Say::new("申请", "application"), &id))?;
        let state = load::application(reader, &id)?.state;
        let policy = crate::state::policy(&state.received.policy)?;
        let batch = load::batch(reader, &state.received.batch)?.state;
        let entries = entry_views(reader, &load::stream("application", &id))?;
        let dated = |kinds: &[&str]| -> Option<(chrono::NaiveDate, String)> {
            let entry = entries.iter().find(|e| kinds.contains(&e.kind.as_str()))?;
            Some((entry.effective_on.parse().ok()?, entry.by.clone()))
        };
        let step = |name, zh: &str, en: &str, kinds: &[&str]| {
            let done = dated(kinds);
            Step {
                by: done.as_ref().map(|d| d.1.clone()),
                ..Step::new(name, zh, en, done.map(|d| d.0))
            }
        };
        let mut list = vec![
            step("received", "收件", "Received", &["application.received"]),
            step("judged", "核对基本条件", "Conditions judged", &["application.judged"]),
        ];
        if state.stage == Stage::Refused {
            list.push(step("refused", "不予受理", "Refused", &["application.refused"]));
        } else if state.stage == Stage::Returned {
            list.push(step("returned", "退回", "Returned", &["application.returned"]));
        } else if state.stage == Stage::Withdrawn {
            list.push(step("withdrawn", "撤回", "Withdrawn", &["application.withdrawn"]));
        } else {
            let mut accept = step("accepted", "受理", "Accepted", &["application.accepted"]);
            if accept.on.is_none() {
                let limit = policy.deadlines.acceptance.working_days;
                accept.due = self.calendar.add_working_days(state.received_on, limit).due;
            }
            list.push(accept);
            list.push(step("reviewed", "专家评审", "Reviewed", &["application.reviewed"]));
            list.push(step(
                "decided",
                "局务会决定",
                "Decided",
                &["application.selected", "application.passed_over"],
            ));
            if state.stage != Stage::PassedOver {
                list.push(step(
                    "recommended",
                    "推荐商务部",
                    "Recommended",
                    &["application.recommended"],
                ));
                list.push(step(
                    "answered",
                    "备案结果",
                    "Answered",
                    &["application.filed", "application.declined"],
                ));
            }
        }
        let mut step_views = steps(list);
        if state.stage.is_off_ramp()
            && let Some(last) = step_views.last_mut()
        {
            last.state = "off".to_owned();
            last.note = Some(state.stage.label().into());
        }
        let review = state.reviewed.as_ref().map(|r| ReviewView {
            meeting: r.meeting.clone(),
            score: r.score.map(|p| p.published()),
            rank: r.rank,
            passed: r.passed,
            reason: (&r.reason).into(),
            clause: labels::clause(rules::OUTCOME, policy),
        });
        let mut rows = reader.papers_about(&load::stream("batch", &state.received.batch))?;
        if let Some(meeting) = &batch.meeting {
            rows.extend(reader.papers_about(&load::stream("meeting", meeting))?);
        }
        let findings = state.judged.map(|j| j.findings).unwrap_or_default();
        Ok(CasePage {
            application: application_row(row),
            batch: state.received.batch.clone(),
            batch_name: batch.opened.map(|b| b.name).unwrap_or_default(),
            policy: policy.id.clone(),
            policy_title: policy.title.clone().into(),
            steps: step_views,
            applicant: applicant_fields(&state.form),
            facts: fact_fields(&state.form)?,
            materials: materials(policy, &state.form.materials),
            findings: findings.into_iter().map(|f| labels::finding(f, policy)).collect(),
            judged_on: dated(&["application.judged"]).map(|d| d.0.to_string()),
            review,
            papers: rows.into_iter().map(papers::row).collect(),
            entries,
        })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_kinds_the_steps_look_for_exist() {
        let source = include_str!("cases.rs").split("#[cfg(test)]").next().unwrap();
        let named = source
            .split('"')
            .filter_map(|w| w.strip_prefix("application."))
            .filter(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        for word in named {
            let kind = format!("application.{word}");
            assert!(
                domain::Event::KINDS.iter().any(|(k, _)| *k == kind),
                "no kind of entry is called {kind}"
            );
        }
    }
}
