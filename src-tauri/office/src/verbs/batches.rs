//! Batches: opening one, accepting and refusing its applications, the bureau's decision.

use crate::{
    Office,
    desk::{Desk, date},
    load,
    state::policy,
    verbs::imports::application_claim,
    wire::*,
};
use domain::{
    Event, Refusals,
    application::{self, ApplicationPassedOver, ApplicationSelected, Stage},
    batch::{self, BatchOpened, Candidate},
    clause::{plan, rules},
};
use ledger::{Expected, New};

impl Office {
    pub(crate) fn batch_open(&mut self, request: OpenBatch) -> Result<Receipt, Failure> {
        let version = policy(&request.policy)?;
        let opened = BatchOpened {
            name: request.name.trim().to_owned(),
            policy: version.id.clone(),
            opens_on: date(&request.opens_on, "opens_on")?,
            closes_on: date(&request.closes_on, "closes_on")?,
            quota: request.quota,
        };
        let today = self.today().to_string();
        self.act_id("batch.open", &today, |desk| {
            let opened = batch::open(opened, version)?;
            let id = desk.new_id();
            desk.append(
                &opened.policy.clone(),
                &load::stream("batch", &id),
                Expected::New,
                vec![New::new(Event::BatchOpened(opened), rules::RECEIPT)],
            )?;
            desk.touch("batches");
            Ok(id)
        })
    }

    pub(crate) fn application_accept(&mut self, request: AcceptApplications) -> Result<Receipt, Failure> {
        if request.applications.is_empty() {
            return Err(Failure::invalid(
                "applications",
                domain::Say::new("未选择申请", "No application is chosen"),
                domain::Say::new("请至少选择一份", "Choose at least one"),
            ));
        }
        self.act_id("application.accept", &request.on, |desk| {
            let mut refused = Vec::new();
            for id in &request.applications {
                match accept(desk, id) {
                    Ok(()) => {}
                    Err(Refused::Rule(refusals)) => refused.extend(refusals.0),
                    Err(Refused::Other(failure)) => return Err(failure),
                }
            }
            // All or nothing, and every reason of every application at once.
            if !refused.is_empty() {
                return Err(Refusals(refused).into());
            }
            touch_batch(desk, &request.batch);
            Ok(request.batch.clone())
        })
    }

    pub(crate) fn application_refuse(&mut self, request: RefuseApplication) -> Result<Receipt, Failure> {
        self.act_id("application.refuse", &request.on, |desk| {
            let at = load::application(desk.tx.reader(), &request.application)?;
            let event = application::refuse(&at.state, desk.on, &request.reason)?;
            let received = &at.state.received;
            desk.append(
                &received.policy,
                &load::stream("application", &request.application),
                at.expected(),
                vec![New::new(event, plan::SELECTION)],
            )?;
            desk.touch(format!("case:{}", request.application));
            touch_batch(desk, &received.batch);
            Ok(request.application.clone())
        })
    }

    pub(crate) fn batch_decide(&mut self, request: DecideBatch) -> Result<Receipt, Failure> {
        self.act_id("batch.decide", &request.on, |desk| {
            let at = load::batch(desk.tx.reader(), &request.batch)?;
            let version = load::policy_of(&at.state)?;
            let rows = desk.tx.reader().applications_of_batch(&request.batch)?;
            let concluded = match &at.state.meeting {
                Some(meeting) => super::meetings::concluded_on(desk.tx.reader(), meeting)?,
                None => None,
            };
            let candidates: Vec<Candidate> = rows
                .iter()
                .filter(|r| r.stage == Stage::Reviewed)
                .map(|r| Candidate {
                    application: r.id.clone(),
                    name: r.name.clone(),
                    rank: r.rank,
                    passed: r.passed == Some(true),
                })
                .collect();
            let decided = batch::decide(
                &at.state,
                desk.on,
                concluded,
                &request.minutes_no,
                &request.selected,
                &request.reason,
                &candidates,
            )?;
            let moves = decided
                .selected
                .iter()
                .map(|id| (id, Stage::Selected, Event::ApplicationSelected(ApplicationSelected {})))
                .chain(decided.passed_over.iter().map(|id| {
                    (
                        id,
                        Stage::PassedOver,
                        Event::ApplicationPassedOver(ApplicationPassedOver {}),
                    )
                }));
            for (id, stage, event) in moves {
                move_application(desk, &version.id, id, stage, event, plan::SELECTION)?;
            }
            desk.append(
                &version.id,
                &load::stream("batch", &request.batch),
                at.expected(),
                vec![New::new(Event::BatchDecided(decided), rules::RECOMMENDATION)],
            )?;
            touch_batch(desk, &request.batch);
            Ok(request.batch.clone())
        })
    }

    pub(crate) fn application_return(&mut self, request: RefuseApplication) -> Result<Receipt, Failure> {
        self.act_id("application.return", &request.on, |desk| {
            free(desk, &request, application::hand_back)
        })
    }

    pub(crate) fn application_withdraw(&mut self, request: RefuseApplication) -> Result<Receipt, Failure> {
        self.act_id("application.withdraw", &request.on, |desk| {
            free(desk, &request, application::withdraw)
        })
    }
}

/// Ends a case before the experts and frees its enterprise to apply again in the batch.
fn free(
    desk: &mut Desk<'_, '_>,
    request: &RefuseApplication,
    decide: impl FnOnce(&application::Application, chrono::NaiveDate, &str) -> Result<Event, Refusals>,
) -> Result<String, Failure> {
    let at = load::application(desk.tx.reader(), &request.application)?;
    let event = decide(&at.state, desk.on, &request.reason)?;
    let claim = application_claim(&at.state.received.batch, &at.state.form.applicant);
    desk.append(
        &at.state.received.policy,
        &load::stream("application", &request.application),
        at.expected(),
        vec![New::new(event, plan::SELECTION).releasing(claim)],
    )?;
    desk.touch(format!("case:{}", request.application));
    touch_batch(desk, &at.state.received.batch);
    Ok(request.application.clone())
}

enum Refused {
    Rule(Refusals),
    Other(Failure),
}

fn accept(desk: &mut Desk<'_, '_>, id: &str) -> Result<(), Refused> {
    let at = load::application(desk.tx.reader(), id).map_err(Refused::Other)?;
    let event = application::accept(&at.state, desk.on).map_err(Refused::Rule)?;
    desk.append(
        &at.state.received.policy,
        &load::stream("application", id),
        at.expected(),
        vec![New::new(event, plan::SELECTION)],
    )
    .map_err(Refused::Other)?;
    desk.touch(format!("case:{id}"));
    Ok(())
}

/// Moves one application along the state machine, through its gate.
pub(super) fn move_application(
    desk: &mut Desk<'_, '_>,
    policy: &str,
    id: &str,
    to: Stage,
    event: Event,
    clause: &str,
) -> Result<(), Failure> {
    let at = load::application(desk.tx.reader(), id)?;
    application::may_become(&at.state, to)?;
    desk.append(
        policy,
        &load::stream("application", id),
        at.expected(),
        vec![New::new(event, clause)],
    )?;
    desk.touch(format!("case:{id}"));
    Ok(())
}

pub(super) fn touch_batch(desk: &mut Desk<'_, '_>, batch: &str) {
    desk.touch("batches");
    desk.touch(format!("batch:{batch}"));
}
