//! Recording what a department wrote, and correcting the record of it.

use super::*;
use crate::desk::date;
use domain::consultation::{self, Reply};

impl Office {
    pub(crate) fn consultation_answer(&mut self, request: AnswerConsultation) -> Result<ConsultationDone, Failure> {
        let reply = Reply {
            replied_on: date(&request.replied_on, "replied_on")?,
            document_no: Some(request.document_no),
            record: record(&request.record)?,
            description: request.description,
            scans: request.scans,
        };
        let calendar = self.calendar().clone();
        self.consult("consultation.answer", &request.on, |desk, notes| {
            desk.because(format!("consultation:{}", request.consultation));
            let matter = Matter::load(desk, &request.consultation)?;
            let event = consultation::answer(&matter.at.state, &matter.case, reply, matter.due(&calendar), desk.on)?;
            if event.late == Some(true) {
                let name = matter.department();
                let late = Say::new(
                    format!("{}的答复逾期收到，已标明", name.zh),
                    format!("The reply of {} is late, and marked so", name.en),
                );
                notes.push(late.into());
            }
            let reply = event.reply.clone();
            matter.append(desk, article(Event::ConsultationAnswered(event)))?;
            matter.heard(desk, &reply, "", notes)
        })
    }

    pub(crate) fn consultation_correct(&mut self, request: CorrectConsultation) -> Result<ConsultationDone, Failure> {
        let reply = Reply {
            replied_on: date(&request.replied_on, "replied_on")?,
            document_no: Some(request.document_no),
            record: record(&request.record)?,
            description: request.description,
            scans: request.scans,
        };
        self.consult("consultation.correct", &request.on, |desk, notes| {
            desk.because(format!("consultation:{}", request.consultation));
            let matter = Matter::load(desk, &request.consultation)?;
            let event = consultation::correct(&matter.at.state, &matter.case, reply, &request.reason, desk.on)?;
            let (reply, reason) = (event.reply.clone(), event.reason.clone());
            matter.append(desk, article(Event::ConsultationCorrected(event)))?;
            matter.heard(desk, &reply, &reason, notes)
        })
    }
}

impl Matter {
    /// The case follows the reply.
    fn heard(
        &self,
        desk: &mut Desk<'_, '_>,
        reply: &Reply,
        corrected: &str,
        notes: &mut Vec<Words>,
    ) -> Result<Option<String>, Failure> {
        let c = &self.at.state;
        let no = reply.document_no.as_deref().unwrap_or("无文号");
        let mut note = format!("{}（{no}，{}）{}", c.body.zh, reply.replied_on, reply.record.label().zh);
        if !corrected.is_empty() {
            note = format!("{note}；更正：{corrected}");
        }
        let department = (c.department.as_str(), self.department());
        settle(
            desk,
            &c.application,
            &self.case,
            department,
            reply.record.fact(),
            &note,
            notes,
        )?;
        Ok(Some(self.id.clone()))
    }
}
