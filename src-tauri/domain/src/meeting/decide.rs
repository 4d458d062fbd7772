//! The acts of a review meeting.

use super::*;
use crate::{
    Fen, Refusal, Refusals, Say,
    clause::{plan, rules},
    expert::ExpertEnrolled,
    faults::{Gather, wrong_state},
    policy::Policy,
    review::{
        self, Assessed, DrawPool, DrawRequest, Fault, OutcomeFacts, PoolMember, RubricLine, SheetBody, SheetLine,
        commitment, opens, panel_size, recused,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Review faults as refusals: where they are, by which rule, in both languages.
pub fn refusals(faults: Vec<Fault>) -> Refusals {
    Refusals(
        faults
            .into_iter()
            .map(|f| {
                Refusal::new(
                    "review_fault",
                    &f.clause.0,
                    f.message,
                    Say::new("请改正后再办理", "Correct it and try again"),
                )
                .at(&f.path)
            })
            .collect(),
    )
}

/// Calls a meeting for a batch's accepted applications. `open` of the batch are neither accepted nor refused yet, and
/// would be reviewed by nobody: they are decided first.
pub fn call(called: MeetingCalled, open: usize, on: NaiveDate) -> Result<MeetingCalled, Refusals> {
    let mut faults = Gather::new();
    faults.filled(
        &called.place,
        "place",
        rules::SCORING,
        Say::new("会议地点", "The place"),
    );
    faults.not_before(
        called.held_on,
        on,
        "held_on",
        rules::SCORING,
        Say::new("召集日", "the day it is called"),
    );
    faults.require(open == 0, || {
        Refusal::new(
            "applications_open",
            plan::SELECTION,
            Say::new(
                format!("还有{open}份申请未受理也未作不予受理决定"),
                format!("{open} applications are neither accepted nor refused"),
            ),
            Say::new("请先逐份办结，再召集评审会", "Decide each of them first"),
        )
    });
    faults.require(!called.applications.is_empty(), || {
        Refusal::new(
            "nothing_to_review",
            plan::SELECTION,
            Say::new("本批次没有已受理的申请", "The batch has no accepted application"),
            Say::new("请先受理申请", "Accept applications first"),
        )
    });
    faults.answer(called)
}

/// One applicant under review, as the recusal rule needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderReview {
    pub application: String,
    pub uscc: String,
    pub name: String,
}

/// Draws the panel (细则3) from a snapshot of the pool, recusing whom 细则4 recuses.
///
/// In the draw's record an application is named by its enterprise's USCC, so that anyone can redo the draw from paper.
///
pub fn draw(
    meeting: &Meeting,
    policy: &Policy,
    pool: &[ExpertEnrolled],
    applicants: &[UnderReview],
    request: DrawRequest,
    seed: &str,
) -> Result<PanelDrawn, Refusals> {
    if meeting.drawn.is_some() {
        return Err(wrong_state(
            rules::DRAW,
            Say::new("抽取专家", "Drawing the panel"),
            Say::new("已抽取", "drawn"),
        )
        .into());
    }
    let mut recusals = Vec::new();
    let members = pool.iter().map(|expert| {
        let mut recused_from = Vec::new();
        for a in applicants {
            let ties = expert.ties_to(&a.uscc, &a.name);
            if let Some(recusal) = recused(&policy.review, &ties, &a.name, meeting.called.held_on) {
                recused_from.push(a.uscc.clone());
                recusals.push(RecusedFrom {
                    application: a.application.clone(),
                    recusal,
                });
            }
        }
        PoolMember {
            id: expert.no.clone(),
            name: expert.name.clone(),
            specialty: expert.specialty.clone(),
            employer: expert.employer.clone(),
            recused_from,
        }
    });
    let pool = DrawPool(members.collect());
    let mut faults: Vec<Fault> = panel_size(&policy.review, &request).err().into_iter().collect();
    match review::draw(&pool, &request, seed) {
        Ok(draw) if faults.is_empty() => {
            enough_seats(policy, applicants, &recusals, &draw.panel)?;
            Ok(PanelDrawn {
                pool,
                request,
                draw,
                recusals,
            })
        }
        Ok(_) => Err(refusals(faults)),
        Err(more) => {
            faults.extend(more);
            Err(refusals(faults))
        }
    }
}

/// Each application keeps as many seats as a result needs (细则6); otherwise the draw is made anew, with other words.
fn enough_seats(
    policy: &Policy,
    applicants: &[UnderReview],
    recusals: &[RecusedFrom],
    panel: &[String],
) -> Result<(), Refusals> {
    let mut faults = Gather::new();
    let needed = policy.review.min_valid_sheets as usize;
    for a in applicants {
        let recused = recusals
            .iter()
            .filter(|r| r.application == a.application && panel.contains(&r.recusal.expert));
        let left = panel.len().saturating_sub(recused.count());
        faults.require(left >= needed, || {
            Refusal::new(
                "too_few_seats",
                rules::OUTCOME,
                Say::new(
                    format!("{}回避后只剩{left}位专家，不足{needed}位，不会有结果", a.name),
                    format!(
                        "{}: {left} experts remain after recusal, {needed} are needed for a result",
                        a.name
                    ),
                ),
                Say::new(
                    "请增加席位或更换种子文字后重新抽取；本次未抽取",
                    "Add seats or draw with other words; nothing was drawn",
                ),
            )
        });
    }
    faults.answer(())
}

/// Whether this expert may see and score this application at this meeting.
pub fn may_score(meeting: &Meeting, application: &str, expert: &str) -> Result<(), Refusals> {
    let Some(drawn) = &meeting.drawn else {
        return Err(wrong_state(
            rules::SCORING,
            Say::new("评分", "Scoring"),
            Say::new("尚未抽取专家", "no panel drawn yet"),
        )
        .into());
    };
    let mut faults = Gather::new();
    if meeting.revealed.is_some() {
        faults.push(wrong_state(
            rules::SCORING,
            Say::new("评分", "Scoring"),
            Say::new("已揭示", "revealed"),
        ));
    }
    faults.require(drawn.draw.panel.iter().any(|e| e == expert), || {
        Refusal::new(
            "not_on_panel",
            rules::DRAW,
            Say::new(
                format!("专家{expert}不在本次专家组"),
                format!("Expert {expert} is not on this panel"),
            ),
            Say::new("请核对专家编号", "Check the expert's number"),
        )
        .at("expert")
    });
    faults.require(meeting.called.applications.iter().any(|a| a == application), || {
        Refusal::new(
            "not_under_review",
            rules::SCORING,
            Say::new("该申请不在本次评审之列", "This application is not under review here"),
            Say::new("请核对申请", "Check the application"),
        )
        .at("application")
    });
    if let Some(recused) = meeting.recusal(expert, application) {
        let grounds = |pick: fn(&Say) -> &str| {
            recused
                .recusal
                .grounds
                .iter()
                .map(|g| pick(&g.message).to_owned())
                .collect::<Vec<_>>()
                .join("；")
        };
        faults.push(
            Refusal::new(
                "recused",
                rules::RECUSAL,
                Say::new(
                    format!("专家{expert}对该企业须回避：{}", grounds(|s| &s.zh)),
                    format!(
                        "Expert {expert} is recused from this enterprise: {}",
                        grounds(|s| &s.en)
                    ),
                ),
                Say::new("回避的专家不评该企业", "A recused expert does not score it"),
            )
            .at("expert"),
        );
    }
    faults.answer(())
}

/// Signs a sheet: complete and in the rubric's bounds, by an expert who may score. The event holds only its commitment.
pub fn sign(
    meeting: &Meeting,
    id: &str,
    policy: &Policy,
    sheet: &SheetBody,
    salt: &review::Salt,
    manner: Manner,
) -> Result<SheetSigned, Refusals> {
    let mut faults = Gather::new();
    if let Err(refused) = may_score(meeting, &sheet.application, &sheet.expert) {
        faults.merge(refused);
    }
    // Objective items are not pre-filled by staff yet, so no change of one can be asked to explain itself.
    if let Err(wrong) = review::check_sheet(&policy.review, &BTreeMap::new(), sheet) {
        faults.merge(refusals(wrong));
    }
    faults.answer(SheetSigned {
        meeting: id.to_owned(),
        application: sheet.application.clone(),
        expert: sheet.expert.clone(),
        commitment: commitment(salt, sheet),
        manner,
    })
}

/// Reveals all sheets and computes the result. Refused while a due sheet is missing, and if an opened sheet is not the
/// one that was committed to.
///
/// `signed` are the meeting's signed sheets by their ids, `capital` the applicants' paid-in capital.
pub fn reveal(
    meeting: &Meeting,
    policy: &Policy,
    signed: &BTreeMap<String, SheetSigned>,
    opened: Vec<OpenedSheet>,
    capital: &BTreeMap<String, Option<Fen>>,
    chair_order: Vec<String>,
    quota: Option<u32>,
) -> Result<(SheetsRevealed, ReviewConcluded), Refusals> {
    let mut faults = Gather::new();
    if meeting.revealed.is_some() {
        faults.push(wrong_state(
            rules::OUTCOME,
            Say::new("揭示评分", "Revealing"),
            Say::new("已揭示", "revealed"),
        ));
    }
    if meeting.drawn.is_none() {
        faults.push(wrong_state(
            rules::OUTCOME,
            Say::new("揭示评分", "Revealing"),
            Say::new("尚未抽取专家", "no panel drawn yet"),
        ));
    }
    let there: BTreeSet<(&str, &str)> = signed
        .values()
        .map(|s| (s.application.as_str(), s.expert.as_str()))
        .collect();
    let missing = meeting.due_sheets().filter(|due| !there.contains(due)).count();
    faults.require(missing == 0, || {
        Refusal::new(
            "sheets_missing",
            rules::SCORING,
            Say::new(
                format!("还有{missing}份评分表未签署，不能揭示"),
                format!("{missing} sheets are not signed yet"),
            ),
            Say::new(
                "请等全部专家签署（弃权也须签署）",
                "Wait until all are signed; an abstention is signed too",
            ),
        )
    });
    for (id, sheet) in signed {
        let proven = opened
            .iter()
            .any(|o| &o.sheet == id && opens(&sheet.commitment, &o.salt, &o.body));
        faults.require(proven, || {
            Refusal::new(
                "seal_broken",
                rules::SCORING,
                Say::new(
                    format!("专家{}的评分表与签署时的承诺不一致", sheet.expert),
                    format!("The sheet of expert {} is not the one that was signed", sheet.expert),
                ),
                Say::new("请停止评审并核查账本", "Stop the review and check the ledger"),
            )
        });
    }
    let facts = OutcomeFacts {
        rubric: policy
            .review
            .rubric
            .iter()
            .flat_map(|d| {
                d.items.iter().map(|i| RubricLine {
                    item: i.item.clone(),
                    dimension: d.id.clone(),
                    max: i.max,
                })
            })
            .collect(),
        applications: meeting
            .called
            .applications
            .iter()
            .map(|id| Assessed {
                id: id.clone(),
                paid_in_capital: capital.get(id).copied().flatten(),
            })
            .collect(),
        sheets: opened
            .iter()
            .map(|o| SheetLine {
                application: o.body.application.clone(),
                expert: o.body.expert.clone(),
                scores: o.body.scores.clone(),
                veto: o.body.veto.as_ref().map(|v| v.reason.clone()),
            })
            .collect(),
        chair_order,
    };
    faults.answer(())?;
    let mut rules = policy.review.clone();
    rules.quota = quota.or(rules.quota);
    let outcome = review::outcome(&rules, &facts).map_err(refusals)?;
    Ok((SheetsRevealed { sheets: opened }, ReviewConcluded { facts, outcome }))
}
