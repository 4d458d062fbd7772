//! Score sheets: drafts that save themselves, and signing.

use super::meetings::Sealed;
use crate::{
    Office,
    desk::Desk,
    load,
    state::{Session, not_signed_in},
    wire::*,
};
use domain::{
    Event, Refusal, Say,
    actor::Role,
    clause::rules,
    meeting::{self, Manner},
    policy::Policy,
    review::{Entries, Salt, Score, SheetBody, Veto},
};
use ledger::{Claim, Expected, New};

const DRAFTS: &str = "sheet";

impl Office {
    pub(crate) fn sheet_save_draft(&mut self, request: SaveSheet) -> Result<Nothing, Failure> {
        let saved_at = self.settings.clock.now().to_rfc3339();
        let (session, role) = self.asking("sheet.save_draft")?;
        own_sheet(session.account.expert.as_deref(), role, &request.expert)?;
        let at = load::meeting(session.books.reader(), &request.meeting)?;
        meeting::may_score(&at.state, &request.application, &request.expert)?;
        let body = serde_json::to_string(&request.sheet).map_err(Failure::internal)?;
        let key = draft_key(&request.meeting, &request.application, &request.expert);
        let session = self.session.as_mut().ok_or_else(not_signed_in)?;
        let account = session.account.name.clone();
        session.books.save_draft(&account, DRAFTS, &key, &body, &saved_at)?;
        Ok(Nothing {})
    }

    pub(crate) fn sheet_sign(&mut self, request: SaveSheet) -> Result<Receipt, Failure> {
        let today = self.today().to_string();
        self.act_id("sheet.sign", &today, |desk| {
            own_sheet(desk.expert.as_deref(), desk.actor.role, &request.expert)?;
            let manner = if desk.actor.role == Role::Expert { Manner::OwnAccount } else { Manner::Paper };
            let version = policy_of_meeting(desk, &request.meeting)?;
            let body = body(&request, version);
            let sheet = sign(desk, version, &request.meeting, body, manner)?;
            desk.touch(format!("meeting:{}", request.meeting));
            Ok(sheet)
        })
    }
}

/// An expert fills its own sheets; the secretary enters signed paper sheets for others.
fn own_sheet(expert: Option<&str>, role: Role, of: &str) -> Result<(), Failure> {
    if role != Role::Expert || expert == Some(of) {
        return Ok(());
    }
    Err(domain::Refusals::from(Refusal::new(
        "not_own_sheet",
        rules::SCORING,
        Say::new("专家只能填写本人的评分表", "An expert fills its own sheets only"),
        Say::new("请打开本人名下的评分表", "Open a sheet of your own"),
    ))
    .into())
}

pub(crate) fn draft_key(meeting: &str, application: &str, expert: &str) -> String {
    format!("{meeting}/{application}/{expert}")
}

/// The draft this account has of a sheet.
pub(crate) fn draft_of(session: &Session, request: &SheetRequest) -> Result<Option<SheetDraft>, Failure> {
    let key = draft_key(&request.meeting, &request.application, &request.expert);
    let stored = session.books.reader().draft(&session.account.name, DRAFTS, &key)?;
    stored.map(|body| serde_json::from_str(&body).map_err(Failure::internal)).transpose()
}

/// Keys of drafts at a meeting, `application/expert` each; never their contents.
pub(crate) fn drafts_at(session: &Session, meeting: &str) -> Result<Vec<String>, Failure> {
    let prefix = format!("{meeting}/");
    let keys = session.books.reader().draft_keys(DRAFTS, &prefix)?;
    Ok(keys.into_iter().filter_map(|k| k.strip_prefix(&prefix).map(str::to_owned)).collect())
}

fn policy_of_meeting(desk: &Desk<'_, '_>, meeting: &str) -> Result<&'static Policy, Failure> {
    let at = load::meeting(desk.tx.reader(), meeting)?;
    load::policy_of(&load::batch(desk.tx.reader(), &at.state.called.batch)?.state)
}

/// The sheet as it is signed: every item of the rubric named, a blank one as blank, never as zero.
fn body(request: &SaveSheet, policy: &Policy) -> SheetBody {
    let sheet = &request.sheet;
    let abstains = sheet.abstain.as_deref().is_some_and(|r| !r.trim().is_empty());
    let mut scores: Vec<(String, Score)> = policy
        .review
        .items()
        .map(|item| {
            let text = sheet.scores.get(&item.item).map(String::as_str).unwrap_or_default();
            (item.item.clone(), Score::read(text.trim()))
        })
        .collect();
    // What is no item of the rubric is told, not dropped.
    for (item, text) in &sheet.scores {
        if policy.review.item(item).is_none() {
            scores.push((item.clone(), Score::read(text)));
        }
    }
    SheetBody {
        application: request.application.clone(),
        expert: request.expert.clone(),
        scores: (!abstains).then_some(Entries(scores)),
        abstention: sheet.abstain.clone().filter(|r| !r.trim().is_empty()),
        veto: sheet.veto.as_ref().map(|v| Veto { ground: v.ground.clone(), reason: v.reason.trim().to_owned() }),
        changes: Entries::default(),
    }
}

/// Signs and seals one sheet: the ledger gets its commitment, the sealed sheet waits for the reveal.
pub(super) fn sign(
    desk: &mut Desk<'_, '_>,
    policy: &Policy,
    meeting_id: &str,
    body: SheetBody,
    manner: Manner,
) -> Result<String, Failure> {
    let at = load::meeting(desk.tx.reader(), meeting_id)?;
    let claim = Claim::new("sheet", draft_key(meeting_id, &body.application, &body.expert));
    if desk.tx.reader().claim_holder(&claim)?.is_some() {
        return Err(domain::Refusals::from(signed_already(&body.expert)).into());
    }
    let salt = Salt(desk.new_salt());
    let signed = meeting::sign(&at.state, meeting_id, policy, &body, &salt, manner)?;
    let id = desk.new_id();
    let sealed = serde_json::to_vec(&Sealed { salt, body }).map_err(Failure::internal)?;
    desk.tx.seal_sheet(meeting_id, &id, &sealed)?;
    desk.tx.drop_drafts(DRAFTS, &claim.key)?;
    desk.append(
        &policy.id,
        &load::stream("sheet", &id),
        Expected::New,
        vec![New::new(Event::SheetSigned(signed), rules::SCORING).taking(claim)],
    )?;
    Ok(id)
}

fn signed_already(expert: &str) -> Refusal {
    Refusal::new(
        "signed_already",
        rules::SCORING,
        Say::new(
            format!("专家{expert}对该企业的评分表已签署，签署后不能改动"),
            format!("Expert {expert} has signed this sheet; a signed sheet is not changed"),
        ),
        Say::new("如需更正，揭示后按更正程序办理", "A correction is made after the reveal, as an act of its own"),
    )
}

/// How many due sheets of a meeting are not signed yet: of one expert, or of all.
pub(crate) fn due_sheets_left(reader: ledger::Reader<'_>, meeting: &str, expert: Option<&str>) -> Result<usize, Failure> {
    let state = load::meeting(reader, meeting)?.state;
    let signed: std::collections::BTreeSet<(String, String)> =
        reader.sheets(meeting)?.into_iter().map(|s| (s.application, s.expert)).collect();
    Ok(state
        .due_sheets()
        .filter(|(_, e)| expert.is_none_or(|own| own == *e))
        .filter(|(a, e)| !signed.contains(&((*a).to_owned(), (*e).to_owned())))
        .count())
}
