//! The office's acts on an application.

use super::*;
use crate::{
    Event, Refusal, Refusals, Say, Verdict,
    batch::BatchOpened,
    clause::{plan, rules},
    faults::{Gather, wrong_state},
};
use chrono::NaiveDate;

/// Whether an application can be received on `on` into this batch: within its dates, the enterprise founded before.
pub fn receivable(batch: &BatchOpened, form: &ApplicationForm, on: NaiveDate) -> Result<(), Refusals> {
    let mut faults = Gather::new();
    faults.require(on >= batch.opens_on && on <= batch.closes_on, || {
        Refusal::new(
            "outside_batch",
            rules::RECEIPT,
            Say::new(
                format!("收件日{on}不在批次受理期{}至{}之内", batch.opens_on, batch.closes_on),
                format!(
                    "received on {on}, outside the batch's {} to {}",
                    batch.opens_on, batch.closes_on
                ),
            ),
            Say::new("请核对收件日期或选择另一批次", "Check the date or choose another batch"),
        )
        .at("on")
    });
    if let Some(founded) = form.applicant.founded {
        faults.not_before(
            on,
            founded,
            "on",
            rules::RECEIPT,
            Say::new("企业成立日期", "the enterprise's founding"),
        );
    }
    faults.answer(())
}

/// One enterprise, one live application in a batch (细则12).
pub fn already_applied(name: &str) -> Refusal {
    Refusal::new(
        "already_applied",
        rules::RECEIPT,
        Say::new(
            format!("{name}在本批次已有一份申请，内容与本次不同"),
            format!("{name} already has an application in this batch, and it differs from this one"),
        ),
        Say::new(
            "同一批次一家企业只收一份申请；如需更正请走补正",
            "One application an enterprise and batch; correct it by a supplement",
        ),
    )
    .at("uscc")
}

/// Whether the application may enter `to` now. Every move of the state machine passes here.
pub fn may_become(application: &Application, to: Stage) -> Result<(), Refusals> {
    if to.reached_from().contains(&application.stage) {
        return Ok(());
    }
    let name = &application.form.applicant.name;
    let label = to.label();
    Err(wrong_state(
        plan::SELECTION,
        Say::new(
            format!("{name}转为“{}”", label.zh),
            format!("{name} becoming \"{}\"", label.en),
        ),
        application.stage.label(),
    )
    .into())
}

/// Whether what is learnt in this stage may still change the facts the case is judged on.
pub fn takes_facts(stage: Stage) -> bool {
    matches!(stage, Stage::Received | Stage::Judged | Stage::Accepted)
}

/// The facts or materials of a case become what is known now. Possible until it goes before the experts: what they
/// scored is not changed behind their backs.
pub fn amend(
    application: &Application,
    ground: AmendGround,
    form: ApplicationForm,
    note: &str,
    on: NaiveDate,
) -> Result<Event, Refusals> {
    let mut faults = Gather::new();
    faults.require(takes_facts(application.stage), || {
        wrong_state(
            rules::RECEIPT,
            Say::new("更正申请事实", "amending the application"),
            application.stage.label(),
        )
    });
    faults.not_before(
        on,
        application.received_on,
        "on",
        rules::RECEIPT,
        Say::new("收件日", "the day of receipt"),
    );
    faults.filled(note, "note", rules::RECEIPT, Say::new("更正依据", "What it rests on"));
    faults.answer(Event::ApplicationAmended(ApplicationAmended {
        ground,
        facts: form.facts,
        materials: form.materials,
        note: note.trim().to_owned(),
    }))
}

/// 受理: every condition must be met; one not met or still to verify bars acceptance and is named.
pub fn accept(application: &Application, on: NaiveDate) -> Result<Event, Refusals> {
    may_become(application, Stage::Accepted)?;
    let mut faults = Gather::new();
    faults.not_before(
        on,
        application.received_on,
        "on",
        rules::RECEIPT,
        Say::new("收件日", "the day of receipt"),
    );
    let name = &application.form.applicant.name;
    for finding in application.judged.iter().flat_map(|j| &j.findings) {
        if finding.verdict == Verdict::Met {
            continue;
        }
        let code = if finding.verdict == Verdict::NotMet {
            "condition_not_met"
        } else {
            "condition_to_verify"
        };
        faults.push(Refusal::new(
            code,
            &finding.clause.0,
            Say::new(
                format!("{name}：{}", finding.message.zh),
                format!("{name}: {}", finding.message.en),
            ),
            if finding.verdict == Verdict::NotMet {
                Say::new(
                    "条件不满足，应不予受理",
                    "A condition is not met: refuse the application",
                )
            } else {
                Say::new("请先核实该项事实", "Verify the fact first")
            },
        ));
    }
    faults.answer(Event::ApplicationAccepted(ApplicationAccepted {}))
}

/// 不予受理, with a written reason.
pub fn refuse(application: &Application, on: NaiveDate, reason: &str) -> Result<Event, Refusals> {
    let reason = ended(
        application,
        Stage::Refused,
        on,
        reason,
        Say::new("不予受理理由", "The reason"),
    )?;
    Ok(Event::ApplicationRefused(ApplicationRefused { reason }))
}

/// 退回, with a written reason. The enterprise may apply again in the batch.
pub fn hand_back(application: &Application, on: NaiveDate, reason: &str) -> Result<Event, Refusals> {
    let reason = ended(
        application,
        Stage::Returned,
        on,
        reason,
        Say::new("退回理由", "The reason"),
    )?;
    Ok(Event::ApplicationReturned(ApplicationReturned { reason }))
}

/// 撤回 at the applicant's word, until the case goes before the experts. The enterprise may apply again in the batch.
pub fn withdraw(application: &Application, on: NaiveDate, reason: &str) -> Result<Event, Refusals> {
    let what = Say::new("撤回申请的来文和理由", "The applicant's request");
    let reason = ended(application, Stage::Withdrawn, on, reason, what)?;
    Ok(Event::ApplicationWithdrawn(ApplicationWithdrawn { reason }))
}

/// What every act that ends a case before the experts asks for; answers the reason, trimmed.
fn ended(application: &Application, to: Stage, on: NaiveDate, reason: &str, what: Say) -> Result<String, Refusals> {
    may_become(application, to)?;
    let mut faults = Gather::new();
    faults.not_before(
        on,
        application.last_on,
        "on",
        rules::RECEIPT,
        Say::new("上一步办理日", "the last act on it"),
    );
    faults.filled(reason, "reason", rules::RECEIPT, what);
    faults.answer(reason.trim().to_owned())
}
