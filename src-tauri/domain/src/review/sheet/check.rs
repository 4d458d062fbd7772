use super::SheetBody;
use crate::Points;
use crate::clause::rules::SCORING;
use crate::policy::ReviewRules;
use crate::review::fault::{Fault, FaultCode, token};
use crate::review::marking::Marking;
use std::collections::{BTreeMap, HashSet};

/// A sheet in which nothing is missing or wrong. Only [`check_sheet`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignableSheet<'s> {
    body: &'s SheetBody,
    total: Option<Points>,
}

impl<'s> SignableSheet<'s> {
    pub fn body(&self) -> &'s SheetBody {
        self.body
    }

    /// `None` for an abstention.
    pub fn total(&self) -> Option<Points> {
        self.total
    }
}

/// Holds a sheet against the rubric (细则5): every item scored, in range and on its step; an abstention with its reason
/// and no scores; a veto on a ground of the policy, with its reason; a changed objective item (`prefilled`: item and
/// score set by staff) with its reason. Errors: every fault together, at JSON Pointers into the sheet.
pub fn check_sheet<'s>(
    rules: &ReviewRules,
    prefilled: &BTreeMap<String, Points>,
    body: &'s SheetBody,
) -> Result<SignableSheet<'s>, Vec<Fault>> {
    let mut sheet = Sheet {
        rules,
        body,
        faults: Vec::new(),
    };
    sheet.names();
    let total = sheet.scores();
    sheet.abstention();
    sheet.veto();
    sheet.changes(prefilled);
    if sheet.faults.is_empty() {
        Ok(SignableSheet { body, total })
    } else {
        Err(sheet.faults)
    }
}

struct Sheet<'s> {
    rules: &'s ReviewRules,
    body: &'s SheetBody,
    faults: Vec<Fault>,
}

impl Sheet<'_> {
    fn tell(&mut self, path: impl Into<String>, code: FaultCode, zh: impl Into<String>, en: impl Into<String>) {
        self.faults
            .push(Fault::new(path, code, SCORING, (zh.into(), en.into())));
    }

    fn names(&mut self) {
        if self.body.application.trim().is_empty() {
            self.tell("/application", FaultCode::Blank, "申请编号为空", "names no application");
        }
        if self.body.expert.trim().is_empty() {
            self.tell("/expert", FaultCode::Blank, "专家编号为空", "names no expert");
        }
    }

    fn scores(&mut self) -> Option<Points> {
        let scores = self.body.scores.as_ref()?;
        let items = self
            .rules
            .rubric
            .iter()
            .flat_map(|d| d.items.iter().map(|i| (i.item.as_str(), d.id.as_str(), i.max)));
        match Marking::new(items, &[], self.rules.step).mark(scores, || "/scores".into()) {
            Ok(marks) => Some(Points(marks.total)),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        }
    }

    fn abstention(&mut self) {
        let reason = self.body.abstention.as_deref().map(str::trim);
        match (self.body.scores.is_some(), reason) {
            (false, None | Some("")) => self.tell(
                "/abstention",
                FaultCode::ReasonMissing,
                "弃权须说明理由",
                "an abstention needs a reason",
            ),
            (true, Some(_)) => self.tell(
                "/abstention",
                FaultCode::NotAllowed,
                "已评分的表不能同时弃权",
                "a sheet with scores is no abstention",
            ),
            _ => {}
        }
    }

    fn veto(&mut self) {
        let Some(veto) = &self.body.veto else { return };
        if !self.rules.vetoes.iter().any(|ground| ground.id == veto.ground) {
            let ground = &veto.ground;
            self.tell(
                "/veto/ground",
                FaultCode::Unknown,
                format!("不是否决情形：{ground}"),
                format!("no ground for a veto: {ground}"),
            );
        }
        if veto.reason.trim().is_empty() {
            self.tell(
                "/veto/reason",
                FaultCode::ReasonMissing,
                "否决须说明理由",
                "a veto needs a reason",
            );
        }
    }

    fn changes(&mut self, prefilled: &BTreeMap<String, Points>) {
        let mut explained = HashSet::new();
        for (item, why) in self.body.changes.iter() {
            let at = format!("/changes/{}", token(item));
            if self.changed(prefilled, item).is_none() {
                self.tell(
                    &at,
                    FaultCode::Unknown,
                    format!("{item} 项没有改动预填分"),
                    format!("item {item} does not differ from a pre-filled score"),
                );
            }
            if !explained.insert(item.as_str()) {
                self.tell(
                    &at,
                    FaultCode::Duplicate,
                    format!("{item} 项重复"),
                    format!("item {item} stands twice"),
                );
            }
            if why.trim().is_empty() {
                self.tell(
                    &at,
                    FaultCode::ReasonMissing,
                    "改动预填分须说明理由",
                    "a change needs a reason",
                );
            }
        }
        for item in prefilled.keys() {
            if let Some((from, to)) = self.changed(prefilled, item)
                && !explained.contains(item.as_str())
            {
                self.tell(
                    format!("/changes/{}", token(item)),
                    FaultCode::ReasonMissing,
                    format!("{item} 项预填 {from} 分改为 {to} 分，须说明理由"),
                    format!("item {item} was pre-filled with {from} and is now {to}: say why"),
                );
            }
        }
    }

    /// The pre-filled and the new score of an objective item that was changed.
    fn changed(&self, prefilled: &BTreeMap<String, Points>, item: &str) -> Option<(Points, Points)> {
        let from = *prefilled.get(item)?;
        let to = self.body.scores.as_ref()?.get(item)?.points()?;
        let objective = self.rules.item(item)?.objective;
        (objective && from != to).then_some((from, to))
    }
}
