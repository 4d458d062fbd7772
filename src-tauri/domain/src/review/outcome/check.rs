use super::{Assessed, OutcomeFacts, SheetLine};
use crate::Points;
use crate::clause::rules::{OUTCOME, SCORING};
use crate::policy::{ReviewRules, TieStep};
use crate::review::fault::{Fault, FaultCode};
use crate::review::marking::{Marking, Marks};
use std::collections::{HashMap, HashSet};

/// One application with its valid sheets, ready to be averaged.
pub(super) struct Tally<'f> {
    pub application: &'f Assessed,
    /// (expert, marks) of each sheet with scores, as they came. The sums are those of the ladder's dimensions.
    pub sheets: Vec<(&'f str, Marks)>,
    /// (expert, reason), as they came.
    pub vetoes: Vec<(&'f str, &'f str)>,
    /// The place in the chair's order, if named there.
    pub chair: Option<usize>,
}

/// The dimensions of the tie ladder, in its order.
pub(super) fn ladder_dimensions(rules: &ReviewRules) -> Vec<&str> {
    rules
        .ties
        .iter()
        .filter_map(|step| match step {
            TieStep::Dimension(id) => Some(id.as_str()),
            TieStep::PaidInCapital | TieStep::Chair => None,
        })
        .collect()
}

/// Checks the facts and adds up every sheet once. Errors: every fault together.
pub(super) fn tally<'f>(rules: &ReviewRules, facts: &'f OutcomeFacts) -> Result<Vec<Tally<'f>>, Vec<Fault>> {
    let mut faults = Vec::new();
    check_rubric(facts, &mut faults);
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(facts.applications.len());
    let mut tallies = Vec::with_capacity(facts.applications.len());
    for (i, application) in facts.applications.iter().enumerate() {
        named(&application.id, || format!("/applications/{i}/id"), &mut faults);
        if places.insert(&application.id, i).is_some() {
            twice(&application.id, format!("/applications/{i}/id"), &mut faults);
        }
        tallies.push(Tally {
            application,
            sheets: Vec::new(),
            vetoes: Vec::new(),
            chair: None,
        });
    }
    chair_order(facts, &places, &mut tallies, &mut faults);

    let apart = ladder_dimensions(rules);
    let items = facts
        .rubric
        .iter()
        .map(|r| (r.item.as_str(), r.dimension.as_str(), r.max));
    let marking = Marking::new(items, &apart, rules.step);
    let mut seen = HashSet::with_capacity(facts.sheets.len());
    for (i, sheet) in facts.sheets.iter().enumerate() {
        named(&sheet.expert, || format!("/sheets/{i}/expert"), &mut faults);
        let place = places.get(sheet.application.as_str()).copied();
        match place {
            None => unknown(&sheet.application, format!("/sheets/{i}/application"), &mut faults),
            Some(place) if !seen.insert((place, sheet.expert.as_str())) => {
                let say = (
                    format!("专家 {} 对 {} 的评分表重复", sheet.expert, sheet.application),
                    format!("a second sheet of {} on {}", sheet.expert, sheet.application),
                );
                faults.push(Fault::new(format!("/sheets/{i}"), FaultCode::Duplicate, SCORING, say));
            }
            Some(_) => {}
        }
        let marks = read_sheet(i, sheet, &marking, &mut faults);
        if let Some(tally) = place.and_then(|place| tallies.get_mut(place)) {
            tally.sheets.extend(marks.map(|marks| (sheet.expert.as_str(), marks)));
            tally
                .vetoes
                .extend(sheet.veto.as_deref().map(|veto| (sheet.expert.as_str(), veto)));
        }
    }
    if faults.is_empty() { Ok(tallies) } else { Err(faults) }
}

fn read_sheet(i: usize, sheet: &SheetLine, marking: &Marking, faults: &mut Vec<Fault>) -> Option<Marks> {
    if sheet.veto.as_deref().is_some_and(|reason| reason.trim().is_empty()) {
        let say = ("否决没有理由".into(), "the veto gives no reason".into());
        faults.push(Fault::new(
            format!("/sheets/{i}/veto"),
            FaultCode::ReasonMissing,
            SCORING,
            say,
        ));
    }
    match marking.mark(sheet.scores.as_ref()?, || format!("/sheets/{i}/scores")) {
        Ok(marks) => Some(marks),
        Err(wrong) => {
            faults.extend(wrong);
            None
        }
    }
}

fn check_rubric(facts: &OutcomeFacts, faults: &mut Vec<Fault>) {
    if facts.rubric.is_empty() {
        let say = ("评分标准为空".into(), "the rubric is empty".into());
        faults.push(Fault::new("/rubric", FaultCode::Blank, SCORING, say));
    }
    let mut seen = HashSet::new();
    for (i, line) in facts.rubric.iter().enumerate() {
        named(&line.item, || format!("/rubric/{i}/item"), faults);
        if !seen.insert(&line.item) {
            twice(&line.item, format!("/rubric/{i}/item"), faults);
        }
        // A maximum beyond what a hundred-point rubric can hold is a slip of the decimal point; the bound also keeps
        // every sum far inside 64 bits.
        if line.max <= Points(0) || line.max > Points::whole(1_000_000) {
            let say = (
                format!("满分 {} 不可用", line.max),
                format!("{} cannot be a maximum", line.max),
            );
            faults.push(Fault::new(
                format!("/rubric/{i}/max"),
                FaultCode::OutOfRange,
                SCORING,
                say,
            ));
        }
    }
}

fn chair_order<'f>(
    facts: &'f OutcomeFacts,
    places: &HashMap<&str, usize>,
    tallies: &mut [Tally<'f>],
    faults: &mut Vec<Fault>,
) {
    for (i, id) in facts.chair_order.iter().enumerate() {
        let at = format!("/chair_order/{i}");
        match places.get(id.as_str()).and_then(|place| tallies.get_mut(*place)) {
            None => unknown(id, at, faults),
            Some(tally) if tally.chair.is_some() => twice(id, at, faults),
            Some(tally) => tally.chair = Some(i),
        }
    }
}

fn named(id: &str, at: impl Fn() -> String, faults: &mut Vec<Fault>) {
    if id.trim().is_empty() {
        let say = ("编号为空".into(), "the id is empty".into());
        faults.push(Fault::new(at(), FaultCode::Blank, OUTCOME, say));
    }
}

fn twice(id: &str, at: String, faults: &mut Vec<Fault>) {
    let say = (format!("重复：{id}"), format!("stands twice: {id}"));
    faults.push(Fault::new(at, FaultCode::Duplicate, OUTCOME, say));
}

fn unknown(id: &str, at: String, faults: &mut Vec<Fault>) {
    let say = (format!("没有该申请：{id}"), format!("there is no application {id}"));
    faults.push(Fault::new(at, FaultCode::Unknown, OUTCOME, say));
}
