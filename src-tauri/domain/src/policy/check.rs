//! What a policy file must hold beyond its shape.

use super::{Policy, PolicyFault, Requirement, ReviewRules, TieStep};
use crate::Points;
use std::collections::BTreeSet;

/// The rubric's maxima add to this (domain rule: 100 points).
const FULL_MARKS: Points = Points::whole(100);

pub(super) fn check(policy: &Policy) -> Vec<PolicyFault> {
    let mut faults = Faults(Vec::new());
    head(policy, &mut faults);
    clauses(policy, &mut faults);
    lists(policy, &mut faults);
    thresholds(policy, &mut faults);
    rubric(&policy.review, &mut faults);
    review(&policy.review, &mut faults);
    faults.0
}

struct Faults(Vec<PolicyFault>);

impl Faults {
    fn unless(&mut self, holds: bool, path: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) {
        if !holds {
            self.0.push(PolicyFault::new(path, zh, en));
        }
    }

    /// Names the second and later members that repeat an earlier one, and blank ones.
    fn unique<'a>(&mut self, path: &str, field: &str, ids: impl IntoIterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (i, id) in ids.into_iter().enumerate() {
            let at = format!("{path}/{i}{field}");
            self.unless(!id.trim().is_empty(), &at, "为空", "is blank");
            self.unless(
                seen.insert(id),
                &at,
                format!("重复：{id}"),
                format!("appears twice: {id}"),
            );
        }
    }
}

fn head(policy: &Policy, faults: &mut Faults) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    faults.unless(
        !policy.id.is_empty() && policy.id.chars().all(plain),
        "/id",
        "编号只能用小写字母、数字和短横",
        "an id is lower-case letters, digits and dashes",
    );
    faults.unless(
        policy
            .effective_until
            .is_none_or(|until| policy.effective_from <= until),
        "/effective_until",
        "早于施行日期",
        "lies before the day of effect",
    );
    faults.unless(
        !policy.basis.is_empty(),
        "/basis",
        "没有依据文件",
        "names no basis document",
    );
}

fn clauses(policy: &Policy, faults: &mut Faults) {
    faults.unique("/clauses", "/id", policy.clauses.iter().map(|c| c.id.as_str()));
    for (i, clause) in policy.clauses.iter().enumerate() {
        let worded = !clause.text.trim().is_empty() && !clause.en.trim().is_empty();
        faults.unless(
            worded,
            format!("/clauses/{i}"),
            "条款缺少文字",
            "the clause lacks its text",
        );
    }
    let cited = policy
        .deadlines
        .all()
        .map(|(name, d)| (format!("/deadlines/{name}/clause"), d.clause.as_str()))
        .into_iter()
        .chain([
            ("/licences/clause".into(), policy.licences.clause.as_str()),
            ("/suspension/clause".into(), policy.suspension.clause.as_str()),
            ("/suspension/procedure".into(), policy.suspension.procedure.as_str()),
            (
                "/papers/recommendation/clause".into(),
                policy.papers.recommendation.clause.as_str(),
            ),
        ])
        .chain(
            policy
                .eligibility
                .traders
                .iter()
                .map(|t| ("/eligibility/traders/clause".to_owned(), t.clause.as_str())),
        )
        .chain(
            policy
                .filing
                .iter()
                .map(|f| ("/filing/clause".to_owned(), f.clause.as_str())),
        );
    let of_silence = policy
        .consultation
        .iter()
        .map(|c| ("/consultation/clause".to_owned(), c.clause.as_str()));
    for (path, clause) in cited.chain(of_silence) {
        faults.unless(
            policy.clause(clause).is_some(),
            path,
            format!("所引条款未列出：{clause}"),
            format!("cites a clause that is not listed: {clause}"),
        );
    }
}

fn lists(policy: &Policy, faults: &mut Faults) {
    let city = &policy.eligibility.city;
    faults.unless(!city.name.is_empty(), "/eligibility/city/name", "为空", "is blank");
    faults.unique(
        "/eligibility/city/divisions",
        "/name",
        city.divisions.iter().map(|d| d.name.as_str()),
    );
    faults.unique("/materials", "/no", policy.materials.iter().map(|m| m.no.as_str()));
    for (i, material) in policy.materials.iter().enumerate() {
        faults.unless(
            (material.requirement == Requirement::Conditional) == material.condition.is_some(),
            format!("/materials/{i}/condition"),
            "有条件的材料须写明条件，必备材料不得写条件",
            "a conditional item states its condition, a required one has none",
        );
        faults.unless(
            material.copies > 0,
            format!("/materials/{i}/copies"),
            "份数为零",
            "asks for no copy",
        );
    }
    faults.unique("/departments", "/id", policy.departments.iter().map(|d| d.id.as_str()));
    faults.unique(
        "/papers/series",
        "/mark",
        policy.papers.series.iter().map(|s| s.mark.as_str()),
    );
    let kinds = policy.papers.series.iter().flat_map(|s| &s.kinds).map(String::as_str);
    faults.unique("/papers/series/kinds", "", kinds);
}

fn thresholds(policy: &Policy, faults: &mut Faults) {
    let rules = &policy.eligibility;
    for (name, amount) in [
        ("registered_capital_min", rules.registered_capital_min),
        ("paid_in_capital_min", rules.paid_in_capital_min),
        ("net_assets_min", rules.net_assets_min),
    ] {
        faults.unless(
            !amount.is_negative(),
            format!("/eligibility/{name}"),
            "为负数",
            "is negative",
        );
    }
    let day = policy.supervision.report_due_day;
    let at = "/supervision/report_due_day";
    // 28 is the last day every month has.
    faults.unless((1..=28).contains(&day), at, "须为1至28日", "is a day from 1 to 28");
    for (at, n) in [
        ("/licences/per_licence", policy.licences.per_licence),
        ("/licences/validity_months", policy.licences.validity_months),
        ("/licences/contract_no_max", policy.licences.contract_no_max),
        ("/suspension/months", policy.suspension.months),
    ]
    .into_iter()
    .chain(policy.filing.iter().map(|f| ("/filing/months", f.months)))
    {
        faults.unless(n > 0, at, "不得为零", "must not be zero");
    }
}

/// A file may hold any number; adding must not overflow before it is told.
fn add(maxima: impl Iterator<Item = Points>) -> Points {
    Points(maxima.fold(0, |sum, max| sum.saturating_add(max.0)))
}

fn rubric(review: &ReviewRules, faults: &mut Faults) {
    let at = "/review/rubric";
    faults.unique(at, "/id", review.rubric.iter().map(|d| d.id.as_str()));
    faults.unique(at, "/items", review.items().map(|i| i.item.as_str()));
    faults.unless(
        review.step.0 > 0,
        "/review/step",
        "分档须为正数",
        "the step must be positive",
    );
    for (d, dimension) in review.rubric.iter().enumerate() {
        let sum = add(dimension.items.iter().map(|i| i.max));
        faults.unless(
            sum == dimension.max,
            format!("{at}/{d}/max"),
            format!("各项满分之和为 {sum}，维度满分为 {}", dimension.max),
            format!("its items add to {sum}, the dimension says {}", dimension.max),
        );
        for (i, item) in dimension.items.iter().enumerate() {
            faults.unless(
                item.max.0 > 0 && (review.step.0 <= 0 || item.max.0 % review.step.0 == 0),
                format!("{at}/{d}/items/{i}/max"),
                format!("满分须为正数且为分档 {} 的整倍数", review.step),
                format!("a maximum is positive and a multiple of the step {}", review.step),
            );
        }
    }
    let sum = add(review.rubric.iter().map(|d| d.max));
    faults.unless(
        sum == FULL_MARKS,
        at,
        format!("满分合计 {sum}，应为 {FULL_MARKS}"),
        format!("the maxima add to {sum}, not {FULL_MARKS}"),
    );
}

fn review(review: &ReviewRules, faults: &mut Faults) {
    faults.unique(
        "/review/specialties",
        "/id",
        review.specialties.iter().map(|s| s.id.as_str()),
    );
    faults.unique("/review/vetoes", "/id", review.vetoes.iter().map(|v| v.id.as_str()));
    let seats: u64 = review.specialties.iter().map(|s| u64::from(s.quota)).sum();
    faults.unless(
        review.panel_sizes.iter().any(|size| u64::from(*size) == seats),
        "/review/specialties",
        format!("默认名额合计 {seats}，不是允许的人数"),
        format!("the default quotas add to {seats}, which is no panel size"),
    );
    for (i, size) in review.panel_sizes.iter().enumerate() {
        faults.unless(
            *size >= review.min_valid_sheets,
            format!("/review/panel_sizes/{i}"),
            format!("少于最少有效评分表 {} 份", review.min_valid_sheets),
            format!("is below the {} valid sheets a result needs", review.min_valid_sheets),
        );
    }
    faults.unless(
        u64::from(review.min_valid_sheets) > u64::from(review.trim_lowest) + u64::from(review.trim_highest),
        "/review/min_valid_sheets",
        "去掉最高最低后没有剩余",
        "nothing would be left after the extremes are dropped",
    );
    faults.unless(
        (0..=FULL_MARKS.0).contains(&review.pass_line.0),
        "/review/pass_line",
        "合格线超出满分范围",
        "the pass line lies outside the marks",
    );
    for (i, step) in review.ties.iter().enumerate() {
        let known = match step {
            TieStep::Dimension(id) => review.rubric.iter().any(|d| d.id == *id),
            TieStep::PaidInCapital | TieStep::Chair => true,
        };
        faults.unless(
            known && !review.ties[..i].contains(step),
            format!("/review/ties/{i}"),
            "同分比较的步骤未知或者重复",
            "the step is unknown or appears twice",
        );
    }
}
