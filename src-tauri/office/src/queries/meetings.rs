//! The meeting's page, the scoring screen and the outcome.

use super::{Step, applicant_fields, entry_refs, fact_fields, materials, steps};
use crate::{
    Office, labels, load, papers,
    verbs::{draft_of, drafts_at, suggested_seed},
    wire::*,
};
use domain::{
    Say,
    actor::Role,
    clause::rules,
    meeting::{self, Meeting},
    policy::{Policy, TieStep},
};
use ledger::Reader;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    pub(crate) fn meeting_view(&mut self, request: ById) -> Result<MeetingPage, Failure> {
        let (session, role) = self.asking("meeting.view")?;
        let reader = session.books.reader();
        let id = request.id;
        let state = load::meeting(reader, &id)?.state;
        let batch = load::batch(reader, &state.called.batch)?.state;
        let policy = load::policy_of(&batch)?;
        let drafts: BTreeSet<String> = drafts_at(session, &id)?.into_iter().collect();
        let mut files = files(reader, &id, &state, &drafts)?;
        let all_signed = state.drawn.is_some()
            && files
                .iter()
                .flat_map(|f| &f.seats)
                .all(|s| s.state == "signed" || s.state == "recused");
        let own = session.account.expert.clone().unwrap_or_default();
        // Another expert's ties are nobody's business at the table.
        let shown = |mut members: Vec<PanelMember>| {
            if role == Role::Expert {
                members
                    .iter_mut()
                    .filter(|m| m.expert != own)
                    .for_each(|m| m.recused.clear());
            }
            members
        };
        if role == Role::Expert {
            // An expert sees its own seat, and nothing of a file it is recused from.
            for file in &mut files {
                file.seats.retain(|s| s.expert == own);
            }
            files.retain(|f| f.seats.iter().any(|s| s.state != "recused"));
        }
        let memo = reader
            .papers_about(&load::stream("meeting", &id))?
            .into_iter()
            .find(|p| p.kind == papers::MEMO);
        let concluded_on = reader
            .meetings()?
            .into_iter()
            .find(|m| m.id == id)
            .and_then(|m| m.concluded_on);
        let called_on = reader
            .stream(&load::stream("meeting", &id))?
            .first()
            .map(|e| e.effective_on);
        let step_list = vec![
            Step::new("call", "召集", "Called", called_on),
            Step::new("draw", "抽取专家", "Panel drawn", state.drawn_on),
            Step::new(
                "score",
                "评分签署",
                "Sheets signed",
                concluded_on.or(all_signed.then_some(state.called.held_on)),
            ),
            Step::new("reveal", "揭示与排名", "Revealed", concluded_on),
            Step::new("memo", "评审意见", "Memo", memo.as_ref().map(|m| m.dated)),
        ];
        Ok(MeetingPage {
            batch_name: batch.opened.as_ref().map(|b| b.name.clone()).unwrap_or_default(),
            batch: state.called.batch.clone(),
            held_on: state.called.held_on.to_string(),
            place: state.called.place.clone(),
            state: match (&memo, &state.concluded, &state.drawn) {
                (Some(_), _, _) => "concluded",
                (None, Some(_), _) => "revealed",
                (None, None, Some(_)) => "drawn",
                (None, None, None) => "called",
            }
            .to_owned(),
            steps: steps(step_list),
            pool: u32::try_from(reader.experts()?.len()).unwrap_or(u32::MAX),
            suggested_seats: policy
                .review
                .specialties
                .iter()
                .map(|s| SeatQuota {
                    specialty: s.id.clone(),
                    seats: s.quota,
                })
                .collect(),
            suggested_reserves: policy.review.reserves,
            suggested_seed: suggested_seed(session.books.info.sample),
            draw: state.drawn.as_ref().map(|d| DrawView {
                seed: d.draw.seed.clone(),
                algorithm: d.draw.algorithm.clone(),
                pool_sha256: d.draw.pool_sha256.clone(),
                drawn_on: state.drawn_on.map(|d| d.to_string()).unwrap_or_default(),
                by: state.drawn_by.clone().unwrap_or_default(),
            }),
            panel: shown(members(&state, policy, |d| &d.draw.panel)),
            reserves: shown(members(&state, policy, |d| &d.draw.reserves)),
            files,
            memo: memo.map(papers::row),
            entries: entry_refs(reader, &load::stream("meeting", &id))?,
            id,
        })
    }

    pub(crate) fn sheet_view(&mut self, request: SheetRequest) -> Result<ScoringPage, Failure> {
        let (session, role) = self.asking("sheet.view")?;
        let reader = session.books.reader();
        if role == Role::Expert && session.account.expert.as_deref() != Some(request.expert.as_str()) {
            return Err(Failure::not_found(
                Say::new("本人的评分表", "sheet of your own"),
                &request.expert,
            ));
        }
        let state = load::meeting(reader, &request.meeting)?.state;
        let signed = reader
            .sheets(&request.meeting)?
            .iter()
            .any(|s| s.application == request.application && s.expert == request.expert);
        // After the reveal the sheet is shown as it was opened; until then a recused expert sees not even the file.
        let opened = state
            .revealed
            .iter()
            .flat_map(|r| &r.sheets)
            .find(|s| s.body.application == request.application && s.body.expert == request.expert);
        if opened.is_none() {
            meeting::may_score(&state, &request.application, &request.expert)?;
        }
        let application = load::application(reader, &request.application)?.state;
        let policy = crate::state::policy(&application.received.policy)?;
        let drafts: BTreeSet<String> = drafts_at(session, &request.meeting)?.into_iter().collect();
        let mut own_files = files(reader, &request.meeting, &state, &drafts)?;
        for file in &mut own_files {
            file.seats.retain(|s| s.expert == request.expert);
        }
        own_files.retain(|f| f.seats.iter().any(|s| s.state != "recused"));
        let sheet = match opened {
            Some(sheet) => SheetDraft {
                scores: sheet
                    .body
                    .scores
                    .iter()
                    .flat_map(|s| s.iter())
                    .map(|(item, score)| (item.clone(), score.to_string()))
                    .collect(),
                abstain: sheet.body.abstention.clone(),
                veto: sheet.body.veto.as_ref().map(|v| VetoDraft {
                    ground: v.ground.clone(),
                    reason: v.reason.clone(),
                }),
            },
            // A signed sheet is sealed: nobody sees it before the reveal.
            None if signed => SheetDraft::default(),
            None => draft_of(session, &request)?.unwrap_or_default(),
        };
        let expert = members(&state, policy, |d| &d.draw.panel)
            .into_iter()
            .find(|m| m.expert == request.expert)
            .ok_or_else(|| Failure::not_found(Say::new("专家", "expert"), &request.expert))?;
        let form = &application.form;
        let mut brief = applicant_fields(form);
        brief.extend(fact_fields(form)?);
        Ok(ScoringPage {
            meeting: request.meeting,
            application: request.application,
            expert,
            name: form.applicant.name.clone(),
            county: form.applicant.county.clone(),
            brief,
            materials: materials(policy, &form.materials),
            findings: application
                .judged
                .map(|j| j.findings)
                .unwrap_or_default()
                .into_iter()
                .map(|f| labels::finding(f, policy))
                .collect(),
            rubric: policy
                .review
                .rubric
                .iter()
                .map(|d| Dimension {
                    id: d.id.clone(),
                    name: d.name.clone().into(),
                    max: d.max.to_string(),
                    items: d
                        .items
                        .iter()
                        .map(|i| RubricItem {
                            id: i.item.clone(),
                            name: i.name.clone().into(),
                            max: i.max.to_string(),
                            objective: i.objective,
                        })
                        .collect(),
                })
                .collect(),
            step: policy.review.step.to_string(),
            vetoes: policy
                .review
                .vetoes
                .iter()
                .map(|v| VetoOption {
                    id: v.id.clone(),
                    name: v.name.clone().into(),
                })
                .collect(),
            sheet,
            signed,
            files: own_files,
        })
    }

    pub(crate) fn outcome_view(&mut self, request: ById) -> Result<OutcomePage, Failure> {
        let (session, _) = self.asking("outcome.view")?;
        let reader = session.books.reader();
        let state = load::meeting(reader, &request.id)?.state;
        let batch = load::batch(reader, &state.called.batch)?.state;
        let policy = load::policy_of(&batch)?;
        let memo = reader
            .papers_about(&load::stream("meeting", &request.id))?
            .into_iter()
            .find(|p| p.kind == papers::MEMO);
        let mut names = BTreeMap::new();
        for id in &state.called.applications {
            names.insert(id.clone(), load::application(reader, id)?.state.form.applicant.name);
        }
        let mut ranking = Vec::new();
        // Before the reveal there is nothing to show, to nobody.
        for ranked in state.concluded.iter().flat_map(|c| &c.outcome.ranking) {
            let applicant = load::application(reader, &ranked.application)?
                .state
                .received
                .form
                .applicant;
            let sheets = state
                .revealed
                .iter()
                .flat_map(|r| &r.sheets)
                .filter(|s| s.body.application == ranked.application)
                .map(|s| SheetTotal {
                    expert: s.body.expert.clone(),
                    total: s.body.scores.as_ref().map(|scores| {
                        scores
                            .iter()
                            .filter_map(|(_, score)| score.points())
                            .sum::<domain::Points>()
                            .to_string()
                    }),
                    kept: s.body.scores.is_some() && !ranked.dropped.contains(&s.body.expert),
                    veto: s.body.veto.as_ref().map(|v| v.reason.clone()),
                });
            let mut sheets: Vec<SheetTotal> = sheets.collect();
            sheets.sort_by(|a, b| a.expert.cmp(&b.expert));
            ranking.push(RankRow {
                application: ranked.application.clone(),
                name: applicant.name,
                county: applicant.county,
                rank: ranked.rank.and_then(|r| u32::try_from(r).ok()),
                score: ranked.score.map(|p| p.published()),
                passed: ranked.passed,
                valid_sheets: u32::try_from(ranked.valid_sheets).unwrap_or(u32::MAX),
                dropped: ranked.dropped.clone(),
                tie_broken_by: ranked.tie_broken_by.as_ref().map(tie),
                reason: labels::named(&ranked.reason, &names).into(),
                sheets,
            });
        }
        Ok(OutcomePage {
            meeting: request.id,
            batch: state.called.batch.clone(),
            batch_name: batch.opened.map(|b| b.name).unwrap_or_default(),
            pass_line: policy.review.pass_line.published(),
            clause: labels::clause(rules::OUTCOME, policy),
            ranking,
            memo: memo.map(papers::row),
        })
    }
}

fn tie(step: &TieStep) -> String {
    step.clone().into()
}

fn files(
    reader: Reader<'_>,
    id: &str,
    meeting: &Meeting,
    drafts: &BTreeSet<String>,
) -> Result<Vec<FileProgress>, Failure> {
    let signed: BTreeSet<(String, String)> = reader
        .sheets(id)?
        .into_iter()
        .map(|s| (s.application, s.expert))
        .collect();
    let panel = meeting
        .drawn
        .as_ref()
        .map(|d| d.draw.panel.as_slice())
        .unwrap_or_default();
    let mut files = Vec::new();
    for application in &meeting.called.applications {
        let row = reader
            .application(application)?
            .ok_or_else(|| Failure::internal(format!("application {application} has no row")))?;
        let seats = panel
            .iter()
            .map(|expert| SeatProgress {
                expert: expert.clone(),
                state: if meeting.recusal(expert, application).is_some() {
                    "recused"
                } else if signed.contains(&(application.clone(), expert.clone())) {
                    "signed"
                } else if drafts.contains(&format!("{application}/{expert}")) {
                    "draft"
                } else {
                    "open"
                }
                .to_owned(),
            })
            .collect();
        files.push(FileProgress {
            application: application.clone(),
            name: row.name,
            county: row.county,
            seats,
        });
    }
    Ok(files)
}

fn members(
    meeting: &Meeting,
    policy: &Policy,
    which: fn(&domain::meeting::PanelDrawn) -> &Vec<String>,
) -> Vec<PanelMember> {
    let Some(drawn) = &meeting.drawn else { return Vec::new() };
    which(drawn)
        .iter()
        .filter_map(|no| drawn.pool.0.iter().find(|m| &m.id == no))
        .map(|m| PanelMember {
            expert: m.id.clone(),
            name: m.name.clone(),
            specialty: policy
                .review
                .specialties
                .iter()
                .find(|s| s.id == m.specialty)
                .map_or_else(|| m.specialty.clone(), |s| s.name.zh.clone()),
            employer: m.employer.clone(),
            recused: drawn
                .recusals
                .iter()
                .filter(|r| r.recusal.expert == m.id)
                .map(|r| RecusalView {
                    application: r.application.clone(),
                    reason: Say::new(
                        r.recusal
                            .grounds
                            .iter()
                            .map(|g| g.message.zh.as_str())
                            .collect::<Vec<_>>()
                            .join("；"),
                        r.recusal
                            .grounds
                            .iter()
                            .map(|g| g.message.en.as_str())
                            .collect::<Vec<_>>()
                            .join("; "),
                    )
                    .into(),
                })
                .collect(),
        })
        .collect()
}
