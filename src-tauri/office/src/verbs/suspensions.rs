//! 停发 and 整改: drafted, approved by another, delivered, put right.

use crate::{
    Office,
    desk::{Desk, date},
    load::{self, At},
    wire::*,
};
use domain::{
    Event,
    clause::{plan, rules},
    enterprise::{self, Enterprise, SuspensionDrafted, SuspensionGround},
};
use ledger::New;

impl Office {
    pub(crate) fn suspension_draft(&mut self, request: DraftSuspension) -> Result<Receipt, Failure> {
        let ground: SuspensionGround = serde_json::from_value(serde_json::Value::String(request.ground.clone()))
            .map_err(|_| {
                Failure::invalid(
                    "ground",
                    domain::Say::new(
                        format!("没有“{}”这一事由", request.ground),
                        format!("No ground {}", request.ground),
                    ),
                    domain::Say::new("请从列表中选择", "Choose one of the list"),
                )
            })?;
        let (rectify_by, noticed_on) = (
            date(&request.rectify_by, "rectify_by")?,
            date(&request.noticed_on, "noticed_on")?,
        );
        self.act_id("suspension.draft", &request.on, |desk| {
            let suspension = desk.new_id();
            let draft = SuspensionDrafted {
                suspension: suspension.clone(),
                ground,
                facts: request.facts.trim().to_owned(),
                rectify: request.rectify.trim().to_owned(),
                rectify_by,
                noticed_on,
                statement: request.statement.trim().to_owned(),
            };
            let at = load::enterprise(desk.tx.reader(), &request.enterprise)?;
            let drafted = enterprise::draft(&at.state, draft, desk.on)?;
            append(
                desk,
                &request.enterprise,
                &at,
                Event::SuspensionDrafted(drafted),
                plan::SUPERVISION,
            )?;
            Ok(suspension)
        })
    }

    pub(crate) fn suspension_approve(&mut self, request: SuspensionAct) -> Result<Receipt, Failure> {
        self.act_id("suspension.approve", &request.on, |desk| {
            let at = load::enterprise(desk.tx.reader(), &request.enterprise)?;
            let policy = load::policy_of_enterprise(desk.tx.reader(), &at.state)?;
            let approved =
                enterprise::approve(&at.state, &request.suspension, &policy.suspension, &desk.actor, desk.on)?;
            append(
                desk,
                &request.enterprise,
                &at,
                Event::SuspensionApproved(approved),
                plan::SUPERVISION,
            )?;
            Ok(request.suspension.clone())
        })
    }

    pub(crate) fn suspension_deliver(&mut self, request: SuspensionAct) -> Result<Receipt, Failure> {
        self.act_id("suspension.deliver", &request.on, |desk| {
            let at = load::enterprise(desk.tx.reader(), &request.enterprise)?;
            let delivered = enterprise::deliver(&at.state, &request.suspension, &request.note, desk.on)?;
            append(
                desk,
                &request.enterprise,
                &at,
                Event::SuspensionDelivered(delivered),
                rules::SUSPENSION,
            )?;
            Ok(request.suspension.clone())
        })
    }

    pub(crate) fn suspension_rectify(&mut self, request: SuspensionAct) -> Result<Receipt, Failure> {
        self.act_id("suspension.rectify", &request.on, |desk| {
            let at = load::enterprise(desk.tx.reader(), &request.enterprise)?;
            let accepted = enterprise::rectify(&at.state, &request.suspension, &request.note, desk.on)?;
            append(
                desk,
                &request.enterprise,
                &at,
                Event::RectificationAccepted(accepted),
                plan::SUPERVISION,
            )?;
            Ok(request.suspension.clone())
        })
    }
}

fn append(
    desk: &mut Desk<'_, '_>,
    enterprise: &str,
    at: &At<Enterprise>,
    event: Event,
    clause: &str,
) -> Result<(), Failure> {
    let policy = load::policy_of_enterprise(desk.tx.reader(), &at.state)?;
    desk.append(
        &policy.id,
        &load::stream("enterprise", enterprise),
        at.expected(),
        vec![New::new(event, clause)],
    )?;
    desk.touch("enterprises");
    desk.touch(format!("enterprise:{enterprise}"));
    Ok(())
}
