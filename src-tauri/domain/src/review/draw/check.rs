use super::{DrawPool, DrawRequest};
use crate::clause::rules::DRAW;
use crate::policy::ReviewRules;
use crate::review::fault::{Fault, FaultCode, token};
use std::collections::{HashMap, HashSet};

/// Everything wrong with a draw before it is made.
pub(super) fn check(pool: &DrawPool, request: &DrawRequest, seed: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_seed(seed, &mut faults);
    check_pool(pool, &mut faults);
    check_seats(pool, request, &mut faults);
    let mut seen = HashSet::new();
    for (i, application) in request.applications.iter().enumerate() {
        if !seen.insert(application) {
            let say = (
                format!("申请重复：{application}"),
                format!("the application stands twice: {application}"),
            );
            faults.push(Fault::new(
                format!("/request/applications/{i}"),
                FaultCode::Duplicate,
                DRAW,
                say,
            ));
        }
    }
    faults
}

fn check_seed(seed: &str, faults: &mut Vec<Fault>) {
    if seed.trim().is_empty() {
        let say = ("种子为空".into(), "the seed is empty".into());
        faults.push(Fault::new("/seed", FaultCode::Blank, DRAW, say));
    }
    // The seed is one line of the hashed text; a line break in it is a slip of the paste, and invisible in the record.
    if seed.contains(['\n', '\r']) {
        let say = ("种子只能是一行文字".into(), "the seed must be a single line".into());
        faults.push(Fault::new("/seed", FaultCode::NotAllowed, DRAW, say));
    }
}

fn check_pool(pool: &DrawPool, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for (i, member) in pool.0.iter().enumerate() {
        if member.id.trim().is_empty() {
            let say = ("专家编号为空".into(), "the expert's id is empty".into());
            faults.push(Fault::new(format!("/pool/{i}/id"), FaultCode::Blank, DRAW, say));
        } else if !seen.insert(&member.id) {
            let say = (
                format!("专家编号重复：{}", member.id),
                format!("the id stands twice: {}", member.id),
            );
            faults.push(Fault::new(format!("/pool/{i}/id"), FaultCode::Duplicate, DRAW, say));
        }
    }
}

fn check_seats(pool: &DrawPool, request: &DrawRequest, faults: &mut Vec<Fault>) {
    let mut available: HashMap<&str, u64> = HashMap::new();
    let mut counted = HashSet::new();
    for member in &pool.0 {
        if !member.recused_from_all(&request.applications) && counted.insert(&member.id) {
            *available.entry(&member.specialty).or_default() += 1;
        }
    }
    let (mut wanted, mut seen) = (0u64, HashSet::new());
    for (specialty, n) in request.seats.iter() {
        let at = format!("/request/seats/{}", token(specialty));
        if !seen.insert(specialty) {
            let say = (
                format!("专业重复：{specialty}"),
                format!("the specialty stands twice: {specialty}"),
            );
            faults.push(Fault::new(&at, FaultCode::Duplicate, DRAW, say));
            continue;
        }
        wanted += u64::from(*n);
        let there = available.get(specialty.as_str()).copied().unwrap_or_default();
        if there < u64::from(*n) {
            let say = (
                format!("{specialty}需 {n} 人，可抽取 {there} 人"),
                format!("{specialty}: {n} seats, {there} experts who may be drawn"),
            );
            faults.push(Fault::new(&at, FaultCode::TooFew, DRAW, say));
        }
    }
    if wanted == 0 {
        let say = ("没有要抽取的名额".into(), "there is no seat to draw".into());
        faults.push(Fault::new("/request/seats", FaultCode::Blank, DRAW, say));
    }
    let left = available.values().sum::<u64>().saturating_sub(wanted);
    if left < u64::from(request.reserves) {
        let n = request.reserves;
        let say = (
            format!("候补需 {n} 人，抽取专家组后余 {left} 人"),
            format!("{n} reserves, but {left} experts remain after the panel"),
        );
        faults.push(Fault::new("/request/reserves", FaultCode::TooFew, DRAW, say));
    }
}

/// Whether the request's seats make a panel of a size the policy allows; otherwise the fault.
pub fn panel_size(rules: &ReviewRules, request: &DrawRequest) -> Result<(), Fault> {
    let seats: u64 = request.seats.iter().map(|(_, n)| u64::from(*n)).sum();
    if rules.panel_sizes.iter().any(|size| u64::from(*size) == seats) {
        return Ok(());
    }
    let sizes: Vec<String> = rules.panel_sizes.iter().map(u32::to_string).collect();
    let say = (
        format!("专家组 {seats} 人，应为 {} 人", sizes.join("、")),
        format!("a panel of {seats}, where {} are allowed", sizes.join(", ")),
    );
    Err(Fault::new("/request/seats", FaultCode::NotAllowed, DRAW, say))
}
