//! The words of a finding: each fact as it is known, then what follows from it.

use super::Kleene;
use crate::{Fact, Fen, Finding, Say, Verdict};
use serde::Serialize;
use serde_json::Value;

/// A term of a condition: the fact, its truth, and how to say it.
pub(super) struct Term {
    pub fact: Fact,
    pub truth: Kleene,
    pub say: Say,
}

pub(super) fn fact(name: &str, value: &impl Serialize) -> Fact {
    Fact {
        name: name.to_owned(),
        value: serde_json::to_value(value).unwrap_or(Value::Null),
    }
}

/// A yes-or-no fact that must be yes.
pub(super) fn yes(name: &str, known: Option<bool>, zh: &str, en: &str) -> Term {
    let truth = Kleene::from(known);
    let (is, is_en) = match truth {
        Kleene::True => ("是", "yes"),
        Kleene::False => ("否", "no"),
        Kleene::Unknown => ("未知", "not known"),
    };
    Term {
        fact: fact(name, &known),
        truth,
        say: Say::new(format!("{zh}：{is}"), format!("{en}: {is_en}")),
    }
}

/// An amount that must reach a threshold.
pub(super) fn at_least(name: &str, known: Option<Fen>, min: Fen, zh: &str, en: &str) -> Term {
    let truth = Kleene::of(known, |amount| amount >= min);
    let least = min.grouped();
    let say = match known {
        Some(amount) => {
            let shown = amount.grouped();
            let (sign, sign_en) = if amount >= min {
                ("≥", "at least")
            } else {
                ("<", "below")
            };
            Say::new(
                format!("{zh} {shown} 元 {sign} {least} 元"),
                format!("{en} CNY {shown}, {sign_en} CNY {least}"),
            )
        }
        None => Say::new(
            format!("{zh}未知，须不低于 {least} 元"),
            format!("{en} not known, at least CNY {least} needed"),
        ),
    };
    Term {
        fact: fact(name, &known),
        truth,
        say,
    }
}

/// The finding of a rule: its verdict first, then every term in words.
pub(super) fn finding(rule: &str, clause: &str, truth: Kleene, terms: Vec<Term>) -> Finding {
    let verdict = Verdict::from(truth);
    let (head, head_en) = match verdict {
        Verdict::Met => ("满足", "Met"),
        Verdict::ToVerify => ("待核", "To verify"),
        Verdict::NotMet => ("不满足", "Not met"),
    };
    let zh: Vec<&str> = terms.iter().map(|t| t.say.zh.as_str()).collect();
    let en: Vec<&str> = terms.iter().map(|t| t.say.en.as_str()).collect();
    Finding {
        rule: rule.to_owned(),
        clause: clause.into(),
        verdict,
        message: Say::new(
            format!("{head}：{}。", zh.join("；")),
            format!("{head_en}: {}.", en.join("; ")),
        ),
        facts: terms.into_iter().map(|t| t.fact).collect(),
    }
}

/// The finding of a rule all of whose terms must hold.
pub(super) fn all_of(rule: &str, clause: &str, terms: Vec<Term>) -> Finding {
    let truth = Kleene::all(terms.iter().map(|t| t.truth));
    finding(rule, clause, truth, terms)
}
