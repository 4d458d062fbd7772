//! While a reply is awaited: reminding, recording the silence, taking a request back.

use super::*;
use domain::consultation;

impl Office {
    pub(crate) fn consultation_remind(&mut self, request: RemindDepartments) -> Result<ConsultationDone, Failure> {
        some(&request.consultations, "consultations")?;
        self.consult("consultation.remind", &request.on, |desk, _| {
            each(desk, &request.consultations, |desk, matter| {
                let event = consultation::remind(&matter.at.state, &request.note, desk.on)?;
                matter.append(desk, article(Event::ConsultationReminded(event)))
            })
        })
    }

    pub(crate) fn consultation_no_reply(&mut self, request: RecordNoReply) -> Result<ConsultationDone, Failure> {
        some(&request.consultations, "consultations")?;
        let calendar = self.calendar().clone();
        self.consult("consultation.no_reply", &request.on, |desk, notes| {
            each(desk, &request.consultations, |desk, matter| {
                let rule = matter.policy.no_reply();
                let due = matter.due(&calendar);
                let (c, case) = (&matter.at.state, &matter.case);
                let event = consultation::no_reply(c, case, rule, due, &request.note, desk.on)?;
                matter.append(desk, article(Event::ConsultationUnanswered(event)))?;
                notes.push(rule.label().into());
                let note = format!("{}{}", c.body.zh, rule.label().zh);
                matter.unheard(desk, rule.fact(matter.fact()), &note, notes)
            })
        })
    }

    pub(crate) fn consultation_withdraw(&mut self, request: WithdrawConsultation) -> Result<ConsultationDone, Failure> {
        self.consult("consultation.withdraw", &request.on, |desk, notes| {
            each(desk, std::slice::from_ref(&request.consultation), |desk, matter| {
                let c = &matter.at.state;
                let event = consultation::withdraw(c, &request.reason, desk.on)?;
                let note = format!("撤回征求{}意见：{}", c.body.zh, event.reason);
                let new = article(Event::ConsultationWithdrawn(event));
                matter.append(desk, new.releasing(claim(&c.application, &c.department)))?;
                match &c.no_reply {
                    Some(silence) => {
                        let fact = silence.rule.fact_after_withdrawal(matter.fact());
                        matter.unheard(desk, fact, &note, notes)
                    }
                    None => Ok(()),
                }
            })
        })
    }
}

impl Matter {
    /// Silence, or its end, touches the case only where the fact changes by it.
    fn unheard(
        &self,
        desk: &mut Desk<'_, '_>,
        fact: Option<bool>,
        note: &str,
        notes: &mut Vec<Words>,
    ) -> Result<(), Failure> {
        if fact == self.fact() {
            return Ok(());
        }
        let c = &self.at.state;
        let department = (c.department.as_str(), self.department());
        settle(desk, &c.application, &self.case, department, fact, note, notes)
    }
}

/// The same act on several consultations: on all of them, or on none with every reason why.
fn each(
    desk: &mut Desk<'_, '_>,
    ids: &[String],
    mut act: impl FnMut(&mut Desk<'_, '_>, &Matter) -> Result<(), Failure>,
) -> Result<Option<String>, Failure> {
    let mut faults: Vec<Fault> = Vec::new();
    for id in ids {
        let matter = Matter::load(desk, id)?;
        match act(desk, &matter) {
            Ok(()) => {}
            Err(failure) if failure.code == "refused" => {
                // A blank field stands against each of them: told once.
                for fault in failure.faults {
                    if !faults.contains(&fault) {
                        faults.push(fault);
                    }
                }
            }
            Err(failure) => return Err(failure),
        }
    }
    match faults.as_slice() {
        [] => Ok(ids.first().filter(|_| ids.len() == 1).cloned()),
        [fault] => Err(Failure::one("refused", fault.clone())),
        many => {
            let message = Say::new(
                format!("不能办理：共{}项不符合要求", many.len()),
                format!("Not possible: {} points stand against it", many.len()),
            );
            Err(Failure::new("refused", message, faults))
        }
    }
}
