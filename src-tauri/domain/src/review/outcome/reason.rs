//! How a place came about, in words that can be checked with a pencil.

use super::rank::{Mean, Standing, parting};
use crate::policy::{ReviewRules, TieStep};
use crate::{Points, Say};
use std::cmp::Ordering;

/// The veto in its experts' own words, or too few sheets.
pub(super) fn unranked(rules: &ReviewRules, standing: &Standing) -> Say {
    if standing.vetoes.is_empty() {
        let (valid, min) = (standing.valid, rules.min_valid_sheets);
        return Say::new(
            format!("有效评分表 {valid} 份，不足 {min} 份，不产生结果，须重新抽取专家。"),
            format!("{valid} valid sheets, fewer than {min}: no result, a new panel must be drawn."),
        );
    }
    let mut words: Vec<&str> = Vec::new();
    for (_, reason) in &standing.vetoes {
        if !words.contains(reason) {
            words.push(reason);
        }
    }
    Say::new(words.join("；"), words.join("; "))
}

/// The arithmetic, the pass line, and what parted a tie.
pub(super) fn ranked(
    rules: &ReviewRules,
    standing: &Standing,
    neighbour: Option<&Standing>,
    parted: Option<(&TieStep, Ordering)>,
) -> Say {
    let Some(mean) = &standing.mean else {
        return unranked(rules, standing);
    };
    let mut say = arithmetic(standing, mean);
    let (score, line) = (mean.published, rules.pass_line);
    if score >= line {
        append(
            &mut say,
            format!("；不低于合格线 {line}"),
            format!("; not below the pass line {line}"),
        );
    } else {
        append(
            &mut say,
            format!("；低于合格线 {line}"),
            format!("; below the pass line {line}"),
        );
    }
    if let Some(other) = neighbour {
        tie(rules, &mut say, (standing, mean), other, parted);
    }
    append(&mut say, "。".into(), ".".into());
    say
}

/// Added to each of those who share the rank at the quota's edge.
pub(super) fn left_to_the_chair(say: &mut Say, quota: usize) {
    append(
        say,
        format!("名额 {quota} 个，名额线上并列，由主席决定并记入纪要。"),
        format!(" The quota of {quota} ends within a shared rank: the chair decides, minuted."),
    );
}

fn append(say: &mut Say, zh: String, en: String) {
    say.zh.push_str(&zh);
    say.en.push_str(&en);
}

fn arithmetic(standing: &Standing, mean: &Mean) -> Say {
    let named: Vec<String> = standing
        .dropped
        .iter()
        .map(|(expert, total)| format!("{expert} {total}"))
        .collect();
    let (valid, kept) = (standing.valid, mean.kept);
    let (total, score) = (Points(mean.total), mean.published.published());
    if named.is_empty() {
        return Say::new(
            format!("有效评分表 {valid} 份，总分合计 {total}，平均 {score}"),
            format!("{valid} valid sheets add to {total}, mean {score}"),
        );
    }
    Say::new(
        format!(
            "有效评分表 {valid} 份，去掉 {}，其余 {kept} 份总分合计 {total}，平均 {score}",
            named.join("、")
        ),
        format!(
            "{valid} valid sheets; dropped {}; the other {kept} add to {total}, mean {score}",
            named.join(", ")
        ),
    )
}

fn tie(
    rules: &ReviewRules,
    say: &mut Say,
    (standing, mean): (&Standing, &Mean),
    other: &Standing,
    parted: Option<(&TieStep, Ordering)>,
) {
    debug_assert_eq!(parting(rules, standing, other), parted);
    let name = &other.application.id;
    append(say, format!("；与 {name} 同分"), format!("; tied with {name}"));
    let Some((step, order)) = parted else {
        append(
            say,
            "，无从区分，并列".into(),
            ", nothing parts them: equal rank".into(),
        );
        return;
    };
    let (place, place_en) = match order {
        Ordering::Less => ("列其前", "stands above it"),
        _ => ("列其后", "stands below it"),
    };
    match step {
        TieStep::Dimension(id) => {
            let place_of = super::check::ladder_dimensions(rules).iter().position(|d| d == id);
            let sum = |m: &Mean| Points(place_of.and_then(|p| m.sums.get(p)).copied().unwrap_or_default());
            let (mine, n) = (sum(mean), mean.kept);
            let (theirs, m) = other.mean.as_ref().map_or((Points(0), 0), |o| (sum(o), o.kept));
            append(
                say,
                format!("，{id} 平均分 {mine}÷{n} 对 {theirs}÷{m}，{place}"),
                format!(", mean of {id} {mine}÷{n} against {theirs}÷{m}: {place_en}"),
            );
        }
        TieStep::PaidInCapital => {
            let shown = |s: &Standing| s.application.paid_in_capital.map(crate::Fen::grouped);
            let (mine, theirs) = (shown(standing), shown(other));
            let zh = |c: &Option<String>| c.as_ref().map_or("未知".into(), |c| format!("{c} 元"));
            let en = |c: &Option<String>| c.as_ref().map_or("not known".into(), |c| format!("CNY {c}"));
            append(
                say,
                format!("，实缴资本 {} 对 {}，{place}", zh(&mine), zh(&theirs)),
                format!(", paid-in capital {} against {}: {place_en}", en(&mine), en(&theirs)),
            );
        }
        TieStep::Chair => append(
            say,
            format!("，由主席决定，{place}"),
            format!(", by the chair's decision: {place_en}"),
        ),
    }
}
