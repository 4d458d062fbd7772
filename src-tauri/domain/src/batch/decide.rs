//! The bureau's acts on a batch.

use super::*;
use crate::{
    Refusal, Refusals, Say,
    actor::{Actor, second_person},
    clause::{plan, rules},
    faults::{Gather, wrong_state},
    policy::Policy,
};

/// One reviewed application as the bureau sees it when it decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub application: String,
    pub name: String,
    /// `None`: vetoed or without a result.
    pub rank: Option<u32>,
    pub passed: bool,
}

/// Opens a batch (细则12): named, under a policy version in effect on its opening day, closing no earlier than it opens.
pub fn open(batch: BatchOpened, policy: &Policy) -> Result<BatchOpened, Refusals> {
    let mut faults = Gather::new();
    faults.require(policy.in_effect(batch.opens_on), || {
        not_in_effect(policy, batch.opens_on)
    });
    faults.filled(
        &batch.name,
        "name",
        rules::RECEIPT,
        Say::new("批次名称", "The batch's name"),
    );
    faults.not_before(
        batch.closes_on,
        batch.opens_on,
        "closes_on",
        rules::RECEIPT,
        Say::new("开始受理日", "the opening day"),
    );
    faults.require(batch.quota != Some(0), || {
        Refusal::new(
            "quota_zero",
            rules::RECEIPT,
            Say::new("名额不能为零", "A quota of zero selects nobody"),
            Say::new("不设名额请留空", "Leave it blank for no quota"),
        )
        .at("quota")
    });
    faults.answer(batch)
}

fn not_in_effect(policy: &Policy, on: NaiveDate) -> Refusal {
    let (id, from, title) = (&policy.id, policy.effective_from, &policy.title);
    let (until, until_en) = policy.effective_until.map_or_else(
        || ("起".to_owned(), " on".to_owned()),
        |until| (format!("至{until}"), format!(" to {until}")),
    );
    Refusal::new(
        "policy_not_in_effect",
        rules::RECEIPT,
        Say::new(
            format!(
                "政策版本“{id}”（{}）自{from}{until}适用，批次{on}开始受理，不在其内",
                title.zh
            ),
            format!(
                "policy version {id} ({}) is in effect from {from}{until_en}; the batch opens on {on}",
                title.en
            ),
        ),
        Say::new(
            "请选择当日有效的政策版本，或更正开始受理日",
            "Choose a policy version in effect on that day, or correct the opening day",
        ),
    )
    .at("policy")
}

/// 局务会决定 (细则8): not before the review ended; only passed applications are selected, within the quota; a departure
/// from the ranking says why, and so does selecting nobody, which is possible only where nobody passed.
///
/// `selected` holds application ids. The event lists them best rank first, then all others as passed over.
pub fn decide(
    batch: &Batch,
    on: NaiveDate,
    concluded_on: Option<NaiveDate>,
    minutes_no: &str,
    selected: &[String],
    reason: &str,
    candidates: &[Candidate],
) -> Result<BatchDecided, Refusals> {
    let mut faults = Gather::new();
    if batch.decision.is_some() {
        faults.push(wrong_state(
            rules::RECOMMENDATION,
            Say::new("局务会决定", "The bureau's decision"),
            Say::new("已决定", "decided"),
        ));
    }
    if let Some(concluded) = concluded_on {
        faults.not_before(
            on,
            concluded,
            "on",
            rules::RECOMMENDATION,
            Say::new("评审结论日", "the end of the review"),
        );
    }
    faults.filled(
        minutes_no,
        "minutes_no",
        rules::RECOMMENDATION,
        Say::new("会议纪要编号", "The minutes' number"),
    );
    let nobody_passed = !candidates.iter().any(|c| c.passed && c.rank.is_some());
    faults.require(!selected.is_empty() || nobody_passed, || {
        Refusal::new(
            "nobody_selected",
            plan::SELECTION,
            Say::new("未选择任何企业", "No enterprise is selected"),
            Say::new("有企业通过评审，请至少选择一家", "Some passed: select at least one"),
        )
        .at("selected")
    });
    if selected.is_empty() && nobody_passed {
        faults.filled(
            reason,
            "reason",
            rules::RECOMMENDATION,
            Say::new("不推荐任何企业的理由", "The reason for selecting nobody"),
        );
    }
    for id in selected {
        match candidates.iter().find(|c| &c.application == id) {
            Some(c) if c.passed && c.rank.is_some() => {}
            Some(c) => faults.push(
                Refusal::new(
                    "not_passed",
                    rules::OUTCOME,
                    Say::new(
                        format!("{}未通过专家评审，不能推荐", c.name),
                        format!("{} did not pass the expert review and cannot be selected", c.name),
                    ),
                    Say::new("请从名单中移除", "Take it off the list"),
                )
                .at("selected"),
            ),
            None => faults.push(
                Refusal::new(
                    "not_reviewed",
                    plan::SELECTION,
                    Say::new(
                        format!("申请{id}不在本批次评审结果中"),
                        format!("{id} is not in this batch's review"),
                    ),
                    Say::new("请从名单中移除", "Take it off the list"),
                )
                .at("selected"),
            ),
        }
    }
    if let Some(quota) = batch.opened.as_ref().and_then(|b| b.quota) {
        faults.require(selected.len() <= quota as usize, || {
            Refusal::new(
                "over_quota",
                rules::RECOMMENDATION,
                Say::new(
                    format!("选择了{}家，超过名额{quota}家", selected.len()),
                    format!("{} selected, the quota is {quota}", selected.len()),
                ),
                Say::new("请减少至名额以内", "Select no more than the quota"),
            )
            .at("selected")
        });
    }
    let mut ranked: Vec<&Candidate> = candidates.iter().collect();
    ranked.sort_by_key(|c| (c.rank.is_none(), c.rank, c.application.clone()));
    let is_selected = |c: &Candidate| selected.contains(&c.application);
    let best_unselected = ranked
        .iter()
        .filter(|c| c.passed && !is_selected(c))
        .filter_map(|c| c.rank)
        .min();
    let worst_selected = ranked.iter().filter(|c| is_selected(c)).filter_map(|c| c.rank).max();
    if let (Some(left_out), Some(taken)) = (best_unselected, worst_selected) {
        faults.require(left_out >= taken || !reason.trim().is_empty(), || {
            Refusal::new(
                "departs_from_ranking",
                plan::SELECTION,
                Say::new(
                    format!("第{left_out}名未选而第{taken}名入选，与排名不一致"),
                    format!("Rank {left_out} is left out while rank {taken} is selected"),
                ),
                Say::new("请写明理由", "Say why"),
            )
            .at("reason")
        });
    }
    let ids = |wanted: bool| {
        ranked
            .iter()
            .filter(|c| is_selected(c) == wanted)
            .map(|c| c.application.clone())
            .collect::<Vec<_>>()
    };
    faults.answer(BatchDecided {
        minutes_no: minutes_no.trim().to_owned(),
        selected: ids(true),
        passed_over: ids(false),
        reason: reason.trim().to_owned(),
    })
}

/// Drafts the 推荐请示 for the selected applications. A draft may be replaced until it is approved.
pub fn draft_recommendation(
    batch: &Batch,
    on: NaiveDate,
    signer: &str,
    contact: &str,
    phone: &str,
) -> Result<RecommendationDrafted, Refusals> {
    let mut faults = Gather::new();
    let what = || Say::new("拟制推荐请示", "Drafting the recommendation");
    if batch.decision.is_none() {
        faults.push(wrong_state(
            rules::RECOMMENDATION,
            what(),
            Say::new("尚未决定", "not decided yet"),
        ));
    }
    if let Some(decided) = batch.decided_on {
        faults.not_before(
            on,
            decided,
            "on",
            rules::RECOMMENDATION,
            Say::new("局务会决定日", "the bureau's decision"),
        );
    }
    faults.require(batch.decision.as_ref().is_none_or(|d| !d.selected.is_empty()), || {
        wrong_state(
            plan::SELECTION,
            what(),
            Say::new("局务会决定不推荐任何企业", "nobody was selected"),
        )
    });
    if batch.recommendation.as_ref().is_some_and(|r| r.approved_on.is_some()) {
        faults.push(wrong_state(
            rules::RECOMMENDATION,
            what(),
            Say::new("已签发", "approved"),
        ));
    }
    faults.filled(
        signer,
        "signer",
        rules::PAPERS,
        Say::new("签发人", "The signing leader"),
    );
    faults.filled(contact, "contact", rules::PAPERS, Say::new("联系人", "The contact"));
    faults.filled(
        phone,
        "phone",
        rules::PAPERS,
        Say::new("联系电话", "The telephone number"),
    );
    let applications = batch.decision.as_ref().map(|d| d.selected.clone()).unwrap_or_default();
    faults.answer(RecommendationDrafted {
        applications,
        signer: signer.trim().to_owned(),
        contact: contact.trim().to_owned(),
        phone: phone.trim().to_owned(),
    })
}

/// Approves the drafted 推荐请示; never by its drafter (细则1).
pub fn approve_recommendation<'a>(
    batch: &'a Batch,
    actor: &Actor,
    on: NaiveDate,
) -> Result<&'a Recommendation, Refusals> {
    let what = || Say::new("签发推荐请示", "Approving the recommendation");
    let Some(recommendation) = &batch.recommendation else {
        return Err(wrong_state(rules::RECOMMENDATION, what(), Say::new("尚未拟稿", "not drafted")).into());
    };
    let mut faults = Gather::new();
    if recommendation.approved_on.is_some() {
        faults.push(wrong_state(
            rules::RECOMMENDATION,
            what(),
            Say::new("已签发", "approved"),
        ));
    }
    if let Err(refusals) = second_person(&recommendation.drafted_by, actor) {
        faults.merge(refusals);
    }
    faults.not_before(
        on,
        recommendation.drafted_on,
        "on",
        rules::RECOMMENDATION,
        Say::new("拟稿日", "the day of the draft"),
    );
    faults.answer(recommendation)
}

/// Records the Ministry's answer: those of the recommendation that are filed, and all others as declined.
pub fn answer(
    batch: &Batch,
    on: NaiveDate,
    document_no: &str,
    filed: &[String],
    reason_declined: &str,
) -> Result<MinistryAnswered, Refusals> {
    let what = || Say::new("登记商务部备案结果", "Recording the Ministry's answer");
    let Some((recommendation, approved_on)) = batch
        .recommendation
        .as_ref()
        .and_then(|r| r.approved_on.map(|on| (r, on)))
    else {
        return Err(wrong_state(plan::SELECTION, what(), Say::new("推荐尚未签发", "not recommended")).into());
    };
    let mut faults = Gather::new();
    if recommendation.answer.is_some() {
        faults.push(wrong_state(plan::SELECTION, what(), Say::new("已登记", "recorded")));
    }
    faults.not_before(
        on,
        approved_on,
        "on",
        plan::SELECTION,
        Say::new("推荐签发日", "the day of the recommendation"),
    );
    faults.filled(
        document_no,
        "document_no",
        plan::SELECTION,
        Say::new("来文文号", "The answer's document number"),
    );
    for id in filed
        .iter()
        .filter(|id| !recommendation.draft.applications.contains(id))
    {
        faults.push(
            Refusal::new(
                "not_recommended",
                plan::SELECTION,
                Say::new(format!("申请{id}不在推荐名单中"), format!("{id} was not recommended")),
                Say::new("请核对名单", "Check the list"),
            )
            .at("filed"),
        );
    }
    let (filed, declined): (Vec<_>, Vec<_>) = recommendation
        .draft
        .applications
        .iter()
        .cloned()
        .partition(|id| filed.contains(id));
    if !declined.is_empty() {
        faults.filled(
            reason_declined,
            "reason_declined",
            plan::SELECTION,
            Say::new("不予备案理由", "The reason for declining"),
        );
    }
    faults.answer(MinistryAnswered {
        document_no: document_no.trim().to_owned(),
        filed,
        declined,
        reason_declined: reason_declined.trim().to_owned(),
    })
}
