//! 部门会商: asking departments, waiting for them, and what their words make of a case.

mod answer;
mod ask;
mod wait;

use crate::{
    Office,
    desk::Desk,
    load::{self, At},
    state::policy,
    wire::*,
};
use domain::{
    Event, Say, Verdict,
    application::{AmendGround, Application, takes_facts},
    calendar::Calendar,
    clause::rules,
    consultation::{Consultation, Record, fact_of},
    policy::Policy,
};
use ledger::{Claim, New};

/// A consultation with the case it is about.
struct Matter {
    id: String,
    at: At<Consultation>,
    case: Application,
    policy: &'static Policy,
}

impl Office {
    /// An act whose answer also says in words what it did to the case.
    fn consult(
        &mut self,
        verb: &str,
        on: &str,
        decide: impl FnOnce(&mut Desk<'_, '_>, &mut Vec<Words>) -> Result<Option<String>, Failure>,
    ) -> Result<ConsultationDone, Failure> {
        let done = self.act(verb, on, |desk| {
            let mut notes = Vec::new();
            let id = decide(desk, &mut notes)?;
            desk.touch("consultations");
            Ok((id, notes))
        })?;
        let (id, notes) = done.value;
        let receipt = Receipt { id, ..done.receipt };
        Ok(ConsultationDone { receipt, notes })
    }
}

impl Matter {
    fn load(desk: &Desk<'_, '_>, id: &str) -> Result<Self, Failure> {
        let at = load::consultation(desk.tx.reader(), id)?;
        let case = load::application(desk.tx.reader(), &at.state.application)?.state;
        let policy = policy(&case.received.policy)?;
        Ok(Self {
            id: id.to_owned(),
            at,
            case,
            policy,
        })
    }

    /// Appends the consultation's next event.
    fn append(&self, desk: &mut Desk<'_, '_>, new: New) -> Result<(), Failure> {
        let stream = load::stream("consultation", &self.id);
        desk.append(&self.policy.id, &stream, self.at.expected(), vec![new])?;
        desk.touch(format!("case:{}", self.at.state.application));
        Ok(())
    }

    fn due(&self, calendar: &Calendar) -> Option<chrono::NaiveDate> {
        load::due_of(&self.at.state, calendar)
    }

    /// What the department is called.
    fn department(&self) -> Say {
        department(self.policy, &self.at.state.department)
    }

    /// The fact as the case is judged on it now.
    fn fact(&self) -> Option<bool> {
        let mut violations = self.case.form.facts.violations.clone();
        fact_of(&mut violations, &self.at.state.department).and_then(|fact| *fact)
    }
}

fn department(policy: &Policy, id: &str) -> Say {
    policy
        .department(id)
        .map_or_else(|| Say::new(id, id), |d| d.name.clone())
}

fn claim(application: &str, department: &str) -> Claim {
    Claim::new("consultation", format!("{application}/{department}"))
}

fn article(event: Event) -> New {
    New::new(event, rules::CONSULTATION)
}

fn record(code: &str) -> Result<Record, Failure> {
    Record::from_code(code).ok_or_else(|| {
        Failure::invalid(
            "record",
            Say::new("未选择答复结论", "What the department answered is not chosen"),
            Say::new(
                "请选择：无严重记录、有严重记录、不能确认",
                "Choose: no serious record, a serious record, cannot say",
            ),
        )
    })
}

/// Makes the case's fact what is known now and judges its conditions anew, in the same act. A case that is before the
/// experts keeps the facts they judge by, and the answer says so.
fn settle(
    desk: &mut Desk<'_, '_>,
    application: &str,
    case: &Application,
    department: (&str, Say),
    fact: Option<bool>,
    note: &str,
    notes: &mut Vec<Words>,
) -> Result<(), Failure> {
    let (id, name) = department;
    if !takes_facts(case.stage) {
        let (stage, applicant) = (case.stage.label(), &case.form.applicant.name);
        notes.push(
            Say::new(
                format!(
                    "{applicant}已处于“{}”：{}的意见已记入会商，但不改变已核对的条件，需另行研究处理",
                    stage.zh, name.zh
                ),
                format!(
                    "{applicant} is in \"{}\": the word of {} is recorded, but the conditions judged do not change by it",
                    stage.en, name.en
                ),
            )
            .into(),
        );
        return Ok(());
    }
    crate::verbs::amend::amend(desk, application, AmendGround::Reply, note, |form| {
        if let Some(known) = fact_of(&mut form.facts.violations, id) {
            *known = fact;
        }
    })?;
    let now = load::application(desk.tx.reader(), application)?.state;
    let verdict = now
        .judged
        .iter()
        .flat_map(|j| &j.findings)
        .find(|f| f.rule == "violations")
        .map_or(Verdict::ToVerify, |f| f.verdict);
    let (zh, en) = match verdict {
        Verdict::Met => ("满足", "met"),
        Verdict::ToVerify => ("待核", "to verify"),
        Verdict::NotMet => ("不满足", "not met"),
    };
    let applicant = &now.form.applicant.name;
    notes.push(
        Say::new(
            format!("{applicant}：{}一项已更新，“无严重违法违规记录”重新判定为{zh}", name.zh),
            format!(
                "{applicant}: {} is updated; \"no serious violation\" is now {en}",
                name.en
            ),
        )
        .into(),
    );
    Ok(())
}

/// Refuses an act that names nothing.
fn some(chosen: &[String], field: &str) -> Result<(), Failure> {
    if !chosen.is_empty() {
        return Ok(());
    }
    Err(Failure::invalid(
        field,
        Say::new("未选择任何一项", "Nothing is chosen"),
        Say::new("请至少选择一项", "Choose at least one"),
    ))
}
