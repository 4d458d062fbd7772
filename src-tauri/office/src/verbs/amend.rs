//! Amending a case: what is known changes, and its conditions are judged anew in the same act.

use crate::{desk::Desk, load, wire::Failure};
use domain::{
    application::{self, AmendGround, ApplicationForm, ApplicationJudged},
    clause::{plan, rules},
    eligibility::judge,
};
use ledger::New;

/// Amends one application and judges its conditions on what is known now. `change` edits the form as it stands.
pub(super) fn amend(
    desk: &mut Desk<'_, '_>,
    id: &str,
    ground: AmendGround,
    note: &str,
    change: impl FnOnce(&mut ApplicationForm),
) -> Result<(), Failure> {
    let at = load::application(desk.tx.reader(), id)?;
    let policy = crate::state::policy(&at.state.received.policy)?;
    let mut form = at.state.form.clone();
    change(&mut form);
    let judgement = judge(policy, id, &form.facts);
    let amended = application::amend(&at.state, ground, form, note, desk.on)?;
    let judged = domain::Event::ApplicationJudged(ApplicationJudged {
        verdict: judgement.verdict,
        findings: judgement.findings,
        policy: judgement.policy,
    });
    desk.append(
        &policy.id,
        &load::stream("application", id),
        at.expected(),
        vec![New::new(amended, rules::RECEIPT), New::new(judged, plan::SELECTION)],
    )?;
    desk.touch(format!("case:{id}"));
    super::batches::touch_batch(desk, &at.state.received.batch);
    Ok(())
}
