//! The office's acts on a consultation (细则14).

use super::*;
use crate::{
    Refusal, Refusals,
    application::{Application, takes_facts},
    calendar::Calendar,
    clause::{plan, rules},
    eligibility::Violations,
    faults::{Gather, wrong_state},
    policy::{Department, Policy},
};

/// Asks one department by letter about the application `id`. Possible from receipt until the case goes before the experts.
pub fn ask(
    id: &str,
    application: &Application,
    policy: &Policy,
    department: &str,
    letter_no: &str,
    calendar: &Calendar,
    on: NaiveDate,
) -> Result<ConsultationAsked, Refusals> {
    let named = open_for(application, policy, department, on)?;
    if !named.consulted {
        return Err(Refusal::new(
            "own_record",
            rules::CONSULTATION,
            Say::new(
                format!("{}方面的记录由本局自行查核，不发函征求", named.name.zh),
                format!(
                    "{}: the bureau looks it up in its own record, no letter asks",
                    named.name.en
                ),
            ),
            Say::new("请改为“查核本局记录”", "Use \"Consult own record\" instead"),
        )
        .at("departments")
        .into());
    }
    let limit = &policy.deadlines.consultation_reply;
    let due = calendar.add_working_days(on, limit.working_days);
    Ok(ConsultationAsked {
        application: id.to_owned(),
        department: named.id.clone(),
        body: named.body.clone(),
        letter_no: filled(letter_no),
        working_days: limit.working_days,
        due: due.due,
        missing_years: due.missing_years,
    })
}

/// Records what the bureau's own record of the enterprise holds.
pub fn own_record(
    id: &str,
    application: &Application,
    policy: &Policy,
    department: &str,
    reply: Reply,
    on: NaiveDate,
) -> Result<OwnRecordConsulted, Refusals> {
    let named = open_for(application, policy, department, on)?;
    let mut faults = Gather::new();
    faults.require(!named.consulted, || {
        Refusal::new(
            "not_own_record",
            rules::CONSULTATION,
            Say::new(
                format!("{}方面的记录须发函征求{}意见", named.name.zh, named.body.zh),
                format!("{}: {} must be asked by letter", named.name.en, named.body.en),
            ),
            Say::new("请改为“征求意见”", "Ask the department instead"),
        )
        .at("department")
    });
    let reply = Reply {
        replied_on: on,
        ..tidy(reply)
    };
    described(&mut faults, &reply);
    faults.answer(OwnRecordConsulted {
        application: id.to_owned(),
        department: named.id.clone(),
        body: named.body.clone(),
        reply,
        applied: true,
    })
}

/// A department is asked once about one application, until its request is withdrawn.
pub fn already_asked(name: &str, department: &Department) -> Refusal {
    let what = if department.consulted {
        Say::new(
            format!("{name}：已征求{}意见", department.body.zh),
            format!("{name}: {} has been asked already", department.body.en),
        )
    } else {
        Say::new(
            format!("{name}：{}方面的本局记录已查核", department.name.zh),
            format!(
                "{name}: the own record on {} has been consulted already",
                department.name.en
            ),
        )
    };
    Refusal::new(
        "already_asked",
        rules::CONSULTATION,
        what,
        Say::new(
            "可催办；答复有误的请更正，发函有误的请先撤回",
            "Remind it, correct its reply, or withdraw the request first",
        ),
    )
    .at("departments")
}

/// Reminds a department that has not replied.
pub fn remind(consultation: &Consultation, note: &str, on: NaiveDate) -> Result<ConsultationReminded, Refusals> {
    let mut faults = Gather::new();
    let what = Say::new("催办", "Reminding");
    awaited(&mut faults, consultation, &what);
    follows(&mut faults, consultation, on);
    let name = Say::new("催办方式和对象", "How, and who was reminded");
    faults.filled(note, "note", rules::CONSULTATION, name);
    faults.answer(ConsultationReminded {
        note: note.trim().to_owned(),
    })
}

/// Records a reply, however late: a reply is never lost. `due` is the last day as the calendar tells it today.
pub fn answer(
    consultation: &Consultation,
    application: &Application,
    reply: Reply,
    due: Option<NaiveDate>,
    on: NaiveDate,
) -> Result<ConsultationAnswered, Refusals> {
    let mut faults = Gather::new();
    awaited(&mut faults, consultation, &Say::new("登记答复", "Recording the reply"));
    follows(&mut faults, consultation, on);
    let reply = tidy(reply);
    dated(&mut faults, consultation, &reply, on);
    described(&mut faults, &reply);
    faults.answer(ConsultationAnswered {
        reply,
        late: due.map(|due| on > due),
        applied: takes_facts(application.stage),
    })
}

/// Replaces the reply that stands, with a reason.
pub fn correct(
    consultation: &Consultation,
    application: &Application,
    reply: Reply,
    reason: &str,
    on: NaiveDate,
) -> Result<ConsultationCorrected, Refusals> {
    let State::Answered(stands) = &consultation.state else {
        return Err(wrong_state(
            rules::CONSULTATION,
            Say::new("更正答复", "Correcting the reply"),
            consultation.state.label(),
        )
        .into());
    };
    let mut faults = Gather::new();
    follows(&mut faults, consultation, on);
    let reply = tidy(reply);
    dated(&mut faults, consultation, &reply, on);
    described(&mut faults, &reply);
    faults.filled(
        reason,
        "reason",
        rules::CONSULTATION,
        Say::new("更正理由", "The reason"),
    );
    faults.require(reply != stands.reply, || {
        Refusal::new(
            "nothing_changes",
            rules::CONSULTATION,
            Say::new("更正后的答复与原答复相同", "The corrected reply is the one that stands"),
            Say::new("请填写更正后的内容，或取消", "Change what is wrong, or leave it"),
        )
        .at("record")
    });
    faults.answer(ConsultationCorrected {
        reply,
        reason: reason.trim().to_owned(),
        applied: takes_facts(application.stage),
    })
}

/// Takes a request back that has no reply yet.
pub fn withdraw(consultation: &Consultation, reason: &str, on: NaiveDate) -> Result<ConsultationWithdrawn, Refusals> {
    let mut faults = Gather::new();
    awaited(
        &mut faults,
        consultation,
        &Say::new("撤回征求意见", "Withdrawing the request"),
    );
    follows(&mut faults, consultation, on);
    faults.filled(
        reason,
        "reason",
        rules::CONSULTATION,
        Say::new("撤回理由", "The reason"),
    );
    faults.answer(ConsultationWithdrawn {
        reason: reason.trim().to_owned(),
    })
}

/// Records that the due date passed without a reply, under the policy version's rule. `due` is the last day as the
/// calendar tells it today; where it cannot be told, nobody is late.
pub fn no_reply(
    consultation: &Consultation,
    application: &Application,
    rule: NoReply,
    due: Option<NaiveDate>,
    note: &str,
    on: NaiveDate,
) -> Result<ConsultationUnanswered, Refusals> {
    let what = Say::new("登记逾期未复", "Recording that no reply came");
    if consultation.state != State::Waiting {
        return Err(wrong_state(rules::CONSULTATION, what, consultation.state.label()).into());
    }
    let Some(due) = due else {
        return Err(Refusal::new(
            "due_unknown",
            rules::CONSULTATION,
            Say::new(
                "未维护节假日，回复期限尚不能确定，不能登记逾期未复",
                "A holiday table is missing, so the due date cannot be told, and nobody is late",
            ),
            Say::new("请先补录该年度节假日", "Enter that year's holidays first"),
        )
        .at("on")
        .into());
    };
    let mut faults = Gather::new();
    follows(&mut faults, consultation, on);
    faults.require(on > due, || {
        Refusal::new(
            "not_due_yet",
            rules::CONSULTATION,
            Say::new(
                format!("{}的回复期限为{due}，尚未逾期", consultation.body.zh),
                format!("{} may reply until {due}", consultation.body.en),
            ),
            Say::new("请在期限届满后登记", "Record it after the due date"),
        )
        .at("on")
    });
    faults.answer(ConsultationUnanswered {
        rule,
        due,
        note: note.trim().to_owned(),
        applied: takes_facts(application.stage),
    })
}

/// The department as the version names it, if the case may still be consulted on.
fn open_for<'p>(
    application: &Application,
    policy: &'p Policy,
    department: &str,
    on: NaiveDate,
) -> Result<&'p Department, Refusals> {
    let mut faults = Gather::new();
    let name = &application.form.applicant.name;
    faults.require(takes_facts(application.stage), || {
        wrong_state(
            rules::CONSULTATION,
            Say::new(format!("{name}：部门会商"), format!("{name}: consulting departments")),
            application.stage.label(),
        )
    });
    faults.not_before(
        on,
        application.received_on,
        "on",
        rules::CONSULTATION,
        Say::new("收件日", "the day of receipt"),
    );
    // A department without a fact to answer for could be asked, but not heard.
    let known = fact_of(&mut Violations::default(), department).is_some();
    let named = policy.department(department).filter(|_| known);
    let missing = || {
        Refusal::new(
            "no_such_department",
            plan::STANDING,
            Say::new(
                format!("政策版本没有列出部门“{department}”"),
                format!("The policy version names no department {department:?}"),
            ),
            Say::new("请从列表中选择", "Choose one of the list"),
        )
        .at("departments")
    };
    faults.require(named.is_some(), missing);
    faults.answer(named)?.ok_or_else(|| missing().into())
}

fn awaited(faults: &mut Gather, consultation: &Consultation, what: &Say) {
    faults.require(matches!(consultation.state, State::Waiting | State::NoReply), || {
        wrong_state(rules::CONSULTATION, what.clone(), consultation.state.label())
    });
}

/// Acts of one consultation never go back in time.
fn follows(faults: &mut Gather, consultation: &Consultation, on: NaiveDate) {
    faults.not_before(
        on,
        consultation.last_on,
        "on",
        rules::CONSULTATION,
        Say::new("该会商的上一步", "the step before it"),
    );
}

/// A reply is dated between the letter and its receipt.
fn dated(faults: &mut Gather, consultation: &Consultation, reply: &Reply, on: NaiveDate) {
    if let Some(request) = &consultation.request {
        faults.not_before(
            reply.replied_on,
            request.sent_on,
            "replied_on",
            rules::CONSULTATION,
            Say::new("发函日", "the day of the letter"),
        );
    }
    faults.require(reply.replied_on <= on, || {
        Refusal::new(
            "too_late",
            rules::CONSULTATION,
            Say::new(
                format!("答复日期{}晚于收到日期{on}", reply.replied_on),
                format!("The reply is dated {}, after it was received ({on})", reply.replied_on),
            ),
            Say::new("请核对日期", "Check the date"),
        )
        .at("replied_on")
    });
}

/// A serious record is told in words: the applicant is refused on it.
fn described(faults: &mut Gather, reply: &Reply) {
    if reply.record == Record::Serious {
        faults.filled(
            &reply.description,
            "description",
            plan::STANDING,
            Say::new("违法违规情况", "What the record is"),
        );
    }
}

fn tidy(reply: Reply) -> Reply {
    Reply {
        document_no: reply.document_no.as_deref().and_then(filled),
        description: reply.description.trim().to_owned(),
        scans: reply.scans.trim().to_owned(),
        ..reply
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
