//! 停发出口许可证3个月 (plan §三(一)); its form is 细则10: 告知 → 陈述申辩 → decision → delivery → rectification.

use super::*;
use crate::{
    Refusal, Refusals, Say,
    actor::{Actor, second_person},
    clause::{plan, rules},
    faults::{Gather, wrong_state},
    policy::{Resumes, SuspensionRules},
};
use chrono::{Days, Months};

impl SuspensionGround {
    pub fn words(self) -> Say {
        match self {
            SuspensionGround::DutiesNotDone => Say::new("未按要求开展工作", "Work not done as required"),
            SuspensionGround::ResponsibilityNotBorne => Say::new("未履行主体责任", "Responsibility not borne"),
            SuspensionGround::ViolationWithEffect => {
                Say::new("其他违法违规行为造成不良影响", "Another violation with adverse effect")
            }
        }
    }
}

impl Suspension {
    /// The day licences open again, if it is known: under the default rule it waits for the rectification.
    pub fn resumes_on(&self) -> Option<NaiveDate> {
        let (approved, _) = self.approved.as_ref()?;
        let (delivered, _) = self.delivered.as_ref()?;
        match approved.resumes {
            Resumes::AtEnd => Some(delivered.resumes),
            Resumes::LaterOfEndAndRectification => {
                let (_, rectified_on) = self.rectified.as_ref()?;
                Some(delivered.resumes.max(*rectified_on + Days::new(1)))
            }
        }
    }

    /// Whether it stops licences on `on`: from the day of delivery until the day before it resumes.
    pub fn stops_on(&self, on: NaiveDate) -> bool {
        let Some((_, delivered_on)) = &self.delivered else {
            return false;
        };
        on >= *delivered_on && self.resumes_on().is_none_or(|resumes| on < resumes)
    }
}

/// The last day of a period of `months` that starts on `from`, by 民法典 201–202: the first day is not counted, the
/// period ends on the corresponding day, or the month's last. A sanction's end does not roll off a holiday.
pub fn sanction_last_day(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(months))
}

/// Drafts a suspension for a filed enterprise.
pub fn draft(enterprise: &Enterprise, draft: SuspensionDrafted, on: NaiveDate) -> Result<SuspensionDrafted, Refusals> {
    let mut faults = Gather::new();
    let Some(filing) = &enterprise.filed else {
        return Err(wrong_state(
            plan::SUPERVISION,
            Say::new("停发出口许可证", "Suspending licences"),
            Say::new("企业未备案", "the enterprise is not filed"),
        )
        .into());
    };
    faults.filled(
        &draft.facts,
        "facts",
        plan::SUPERVISION,
        Say::new("违规事实", "The facts"),
    );
    faults.filled(
        &draft.rectify,
        "rectify",
        plan::SUPERVISION,
        Say::new("整改要求", "What is to be put right"),
    );
    faults.not_before(
        draft.noticed_on,
        filing.on,
        "noticed_on",
        rules::SUSPENSION,
        Say::new("备案日", "the day of filing"),
    );
    faults.not_before(
        on,
        draft.noticed_on,
        "on",
        rules::SUSPENSION,
        Say::new("告知日", "the day of the notice"),
    );
    faults.not_before(
        draft.rectify_by,
        on,
        "rectify_by",
        plan::SUPERVISION,
        Say::new("拟办日", "the day of the draft"),
    );
    faults.answer(draft)
}

/// Approves a drafted suspension; never by its drafter (细则1).
pub fn approve(
    enterprise: &Enterprise,
    suspension: &str,
    rules_of: &SuspensionRules,
    actor: &Actor,
    on: NaiveDate,
) -> Result<SuspensionApproved, Refusals> {
    let s = find(enterprise, suspension)?;
    let mut faults = Gather::new();
    if s.approved.is_some() {
        faults.push(wrong_state(
            rules::SUSPENSION,
            Say::new("审批停发决定", "Approving the suspension"),
            Say::new("已审批", "approved"),
        ));
    }
    if let Err(refusals) = second_person(&s.drafted_by, actor) {
        faults.merge(refusals);
    }
    faults.not_before(
        on,
        s.drafted_on,
        "on",
        rules::SUSPENSION,
        Say::new("拟办日", "the day of the draft"),
    );
    faults.answer(SuspensionApproved {
        suspension: suspension.to_owned(),
        months: rules_of.months,
        resumes: rules_of.resumes,
    })
}

/// Records the delivery: licences stop from this day, and the last day is fixed.
pub fn deliver(
    enterprise: &Enterprise,
    suspension: &str,
    note: &str,
    on: NaiveDate,
) -> Result<SuspensionDelivered, Refusals> {
    let s = find(enterprise, suspension)?;
    let what = || Say::new("登记送达", "Recording the delivery");
    let Some((approved, approved_on)) = &s.approved else {
        return Err(wrong_state(rules::SUSPENSION, what(), Say::new("尚未审批", "not approved")).into());
    };
    let mut faults = Gather::new();
    if s.delivered.is_some() {
        faults.push(wrong_state(rules::SUSPENSION, what(), Say::new("已送达", "delivered")));
    }
    faults.filled(
        note,
        "note",
        rules::SUSPENSION,
        Say::new("送达方式和签收人", "How it was delivered and to whom"),
    );
    faults.not_before(
        on,
        *approved_on,
        "on",
        rules::SUSPENSION,
        Say::new("决定日", "the day of the decision"),
    );
    let last_day = sanction_last_day(on, approved.months).ok_or_else(|| out_of_range("on"))?;
    faults.answer(SuspensionDelivered {
        suspension: suspension.to_owned(),
        note: note.trim().to_owned(),
        last_day,
        resumes: last_day + Days::new(1),
    })
}

/// Records that the rectification was accepted (复查).
pub fn rectify(
    enterprise: &Enterprise,
    suspension: &str,
    note: &str,
    on: NaiveDate,
) -> Result<RectificationAccepted, Refusals> {
    let s = find(enterprise, suspension)?;
    let what = || Say::new("登记整改验收", "Accepting the rectification");
    let Some((_, delivered_on)) = &s.delivered else {
        return Err(wrong_state(rules::SUSPENSION, what(), Say::new("尚未送达", "not delivered")).into());
    };
    let mut faults = Gather::new();
    if s.rectified.is_some() {
        faults.push(wrong_state(rules::SUSPENSION, what(), Say::new("已验收", "accepted")));
    }
    faults.filled(note, "note", rules::SUSPENSION, Say::new("复查意见", "What was seen"));
    faults.not_before(
        on,
        *delivered_on,
        "on",
        rules::SUSPENSION,
        Say::new("送达日", "the day of delivery"),
    );
    faults.answer(RectificationAccepted {
        suspension: suspension.to_owned(),
        note: note.trim().to_owned(),
    })
}

fn find<'a>(enterprise: &'a Enterprise, suspension: &str) -> Result<&'a Suspension, Refusals> {
    enterprise.suspension(suspension).ok_or_else(|| {
        Refusal::new(
            "no_such_suspension",
            rules::SUSPENSION,
            Say::new("该企业没有这一停发事项", "This enterprise has no such suspension"),
            Say::new("请刷新页面", "Refresh the page"),
        )
        .into()
    })
}

fn out_of_range(field: &str) -> Refusals {
    Refusal::new(
        "date_out_of_range",
        rules::SUSPENSION,
        Say::new("日期超出可计算范围", "The date is out of range"),
        Say::new("请核对日期", "Check the date"),
    )
    .at(field)
    .into()
}
