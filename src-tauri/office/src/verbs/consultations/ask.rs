//! Asking departments by letter, and looking into the bureau's own record.

use super::*;
use crate::desk::date;
use domain::{
    Refusal, Refusals,
    consultation::{self, Reply, already_asked},
};
use ledger::Expected;
use std::collections::BTreeSet;

/// What one act of asking came to.
#[derive(Default)]
struct Tally {
    asked: usize,
    skipped: usize,
    dues: BTreeSet<chrono::NaiveDate>,
    missing: BTreeSet<i32>,
    refused: Vec<Refusal>,
}

impl Office {
    /// One or all departments about one or many applications: all of it, or nothing and every reason why.
    pub(crate) fn consultation_ask(&mut self, request: AskDepartments) -> Result<ConsultationDone, Failure> {
        some(&request.applications, "applications")?;
        let calendar = self.calendar().clone();
        self.consult("consultation.ask", &request.on, |desk, notes| {
            let cause = desk.new_id();
            desk.because(format!("consultation:{cause}"));
            let mut tally = Tally::default();
            let mut seen = BTreeSet::new();
            for id in request.applications.iter().filter(|id| seen.insert(*id)) {
                ask_about(desk, &request, id, &calendar, &mut tally)?;
            }
            if tally.refused.is_empty() && tally.asked == 0 {
                tally.refused.push(nothing_to_ask());
            }
            if !tally.refused.is_empty() {
                return Err(Refusals(tally.refused).into());
            }
            tell(&tally, notes);
            Ok(request.applications.first().filter(|_| seen.len() == 1).cloned())
        })
    }

    pub(crate) fn consultation_record_own(&mut self, request: RecordOwn) -> Result<ConsultationDone, Failure> {
        let reply = Reply {
            // The day of the act; the domain sets it.
            replied_on: date(&request.on, "on")?,
            document_no: Some(request.document_no),
            record: record(&request.record)?,
            description: request.description,
            scans: request.scans,
        };
        self.consult("consultation.record_own", &request.on, |desk, notes| {
            let (application, department) = (&request.application, &request.department);
            let case = load::application(desk.tx.reader(), application)?.state;
            let policy = policy(&case.received.policy)?;
            let own = consultation::own_record(application, &case, policy, department, reply, desk.on)?;
            let claim = claim(application, department);
            if desk.tx.reader().claim_holder(&claim)?.is_some()
                && let Some(named) = policy.department(department)
            {
                return Err(Refusals::from(already_asked(&case.form.applicant.name, named)).into());
            }
            let id = desk.new_id();
            desk.because(format!("consultation:{id}"));
            let (fact, words) = (own.reply.record.fact(), own.reply.record.label().zh);
            let note = match &own.reply.document_no {
                Some(no) => format!("查核本局记录（{no}）：{words}"),
                None => format!("查核本局记录：{words}"),
            };
            desk.append(
                &policy.id,
                &load::stream("consultation", &id),
                Expected::New,
                vec![article(Event::OwnRecordConsulted(own)).taking(claim)],
            )?;
            let name = super::department(policy, department);
            settle(desk, application, &case, (department, name), fact, &note, notes)?;
            Ok(Some(id))
        })
    }
}

fn ask_about(
    desk: &mut Desk<'_, '_>,
    request: &AskDepartments,
    id: &str,
    calendar: &Calendar,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let case = load::application(desk.tx.reader(), id)?.state;
    let policy = policy(&case.received.policy)?;
    let all = request.departments.is_empty();
    let wanted: BTreeSet<&str> = if all {
        let consulted = policy.departments.iter().filter(|d| d.consulted);
        consulted.map(|d| d.id.as_str()).collect()
    } else {
        request.departments.iter().map(String::as_str).collect()
    };
    for department in wanted {
        let asked = match consultation::ask(id, &case, policy, department, &request.letter_no, calendar, desk.on) {
            Ok(asked) => asked,
            Err(refusals) => {
                for refusal in refusals.0 {
                    // The same fault of the case stands against each of its departments: told once.
                    if !tally.refused.contains(&refusal) {
                        tally.refused.push(refusal);
                    }
                }
                continue;
            }
        };
        let claim = claim(id, department);
        if desk.tx.reader().claim_holder(&claim)?.is_some() {
            match policy.department(department) {
                Some(named) if !all => tally.refused.push(already_asked(&case.form.applicant.name, named)),
                _ => tally.skipped += 1,
            }
            continue;
        }
        tally.asked += 1;
        tally.dues.extend(asked.due);
        tally.missing.extend(&asked.missing_years);
        let stream = load::stream("consultation", &desk.new_id());
        let new = article(Event::ConsultationAsked(asked)).taking(claim);
        desk.append(&policy.id, &stream, Expected::New, vec![new])?;
    }
    desk.touch(format!("case:{id}"));
    Ok(())
}

fn tell(tally: &Tally, notes: &mut Vec<Words>) {
    let Tally { asked, skipped, .. } = tally;
    let dues: Vec<String> = tally.dues.iter().map(ToString::to_string).collect();
    if !dues.is_empty() {
        notes.push(
            Say::new(
                format!("已征求{asked}件，回复期限{}", dues.join("、")),
                format!("{asked} asked, to be answered by {}", dues.join(", ")),
            )
            .into(),
        );
    }
    for year in &tally.missing {
        notes.push(
            Say::new(
                format!("{year}年未维护节假日，回复期限待补录后确定"),
                format!("The holidays of {year} are not entered yet: the due date waits for them"),
            )
            .into(),
        );
    }
    if *skipped > 0 {
        notes.push(
            Say::new(
                format!("另有{skipped}件此前已征求，未重复发出"),
                format!("{skipped} had been asked before and were not asked again"),
            )
            .into(),
        );
    }
}

fn nothing_to_ask() -> Refusal {
    Refusal::new(
        "nothing_to_ask",
        rules::CONSULTATION,
        Say::new(
            "所选申请的各部门均已征求",
            "Every department has been asked about these applications",
        ),
        Say::new("可催办，或等待答复", "Remind them, or wait for their replies"),
    )
    .at("departments")
}
