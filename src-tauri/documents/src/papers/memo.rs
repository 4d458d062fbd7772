//! The review memo (评审意见).

use super::{Item, Loaded, Value, Values, basis, joined, names};
use crate::facts::{MemoFacts, Outcome, ScoreVerdict};
use crate::template::{self, Kind, Schema};
use domain::clause::rules;
use domain::{Points, Verdict};
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../../assets/templates/memo.json");

pub static TEMPLATE: LazyLock<Loaded> = LazyLock::new(|| template::load(FILE, &SCHEMA));

pub const SCHEMA: Schema = Schema {
    fields: &[
        ("bureau", Kind::Text),
        ("batch", Kind::Text),
        ("policy_title", Kind::Text),
        ("met_on", Kind::Date),
        ("place", Kind::Text),
        ("panel_size", Kind::Count),
        ("chair", Kind::Text),
        ("received", Kind::Count),
        ("reviewed", Kind::Count),
        ("passed", Kind::Count),
        ("pass_line", Kind::Points),
        ("outcome_clause", Kind::Text),
        ("recusal_clause", Kind::Text),
    ],
    lists: &[
        (
            "basis",
            &[("no", Kind::Count), ("clause", Kind::Text), ("text", Kind::Text)],
        ),
        (
            "panel",
            &[
                ("seat", Kind::Text),
                ("name", Kind::Text),
                ("specialty", Kind::Text),
                ("role", Kind::Text),
            ],
        ),
        (
            "recusals",
            &[
                ("expert", Kind::Text),
                ("enterprise", Kind::Text),
                ("reason", Kind::Text),
                ("clause", Kind::Text),
            ],
        ),
        (
            "outcomes",
            &[
                ("no", Kind::Count),
                ("rank", Kind::Count),
                ("name", Kind::Text),
                ("county", Kind::Text),
                ("valid_sheets", Kind::Count),
                ("dropped", Kind::Text),
                ("score", Kind::Points),
                ("verdict", Kind::Text),
                ("result", Kind::Text),
                ("clause", Kind::Text),
                ("eligibility", Kind::Text),
                ("eligibility_clauses", Kind::Text),
            ],
        ),
        ("opinion", &[("text", Kind::Text)]),
        ("cc", &[("name", Kind::Text)]),
    ],
};

/// The values of a memo's template.
pub fn values(facts: &MemoFacts) -> Values {
    let count = |n: usize| Value::Count(u64::try_from(n).ok());
    let passed = facts
        .outcomes
        .iter()
        .filter(|o| o.verdict == ScoreVerdict::Passed)
        .count();
    let chair = facts.panel.iter().find(|m| m.chair).map_or("", |m| m.name.as_str());
    Values {
        fields: Item::from([
            ("bureau", Value::text(&facts.bureau)),
            ("batch", Value::text(&facts.batch)),
            ("policy_title", Value::text(&facts.policy_title)),
            ("met_on", Value::Date(facts.met_on)),
            ("place", Value::text(&facts.place)),
            ("panel_size", count(facts.panel.len())),
            ("chair", Value::text(chair)),
            ("received", Value::count(facts.received)),
            ("reviewed", count(facts.outcomes.len())),
            ("passed", count(passed)),
            ("pass_line", Value::Points(Some(facts.pass_line))),
            ("outcome_clause", Value::text(rules::OUTCOME)),
            ("recusal_clause", Value::text(rules::RECUSAL)),
        ]),
        lists: [
            ("basis", basis(&facts.basis)),
            ("panel", facts.panel.iter().map(member).collect()),
            ("recusals", facts.recusals.iter().map(recusal).collect()),
            (
                "outcomes",
                (1..)
                    .zip(&facts.outcomes)
                    .map(|(no, o)| outcome(no, o, facts.pass_line))
                    .collect(),
            ),
            (
                "opinion",
                facts
                    .opinion
                    .iter()
                    .map(|text| Item::from([("text", Value::text(text))]))
                    .collect(),
            ),
            ("cc", names(&facts.cc)),
        ]
        .into(),
    }
}

fn member(m: &crate::facts::PanelMember) -> Item {
    Item::from([
        ("seat", Value::text(&m.seat)),
        ("name", Value::text(&m.name)),
        ("specialty", Value::text(&m.specialty)),
        ("role", Value::text(if m.chair { "组长" } else { "成员" })),
    ])
}

fn recusal(r: &crate::facts::Recusal) -> Item {
    Item::from([
        ("expert", Value::text(&r.expert)),
        ("enterprise", Value::text(&r.enterprise)),
        ("reason", Value::text(&r.reason)),
        ("clause", Value::text(r.clause.to_string())),
    ])
}

fn outcome(no: u32, o: &Outcome, pass_line: Points) -> Item {
    let dropped = if o.dropped.is_empty() {
        "—".to_owned()
    } else {
        o.dropped.join("、")
    };
    Item::from([
        ("no", Value::count(no)),
        ("rank", Value::Count(o.rank.map(u64::from))),
        ("name", Value::text(&o.name)),
        ("county", Value::text(&o.county)),
        ("valid_sheets", Value::count(o.valid_sheets)),
        ("dropped", Value::text(dropped)),
        ("score", Value::Points(o.score)),
        ("verdict", Value::text(verdict(o.verdict))),
        ("result", Value::text(result(o, pass_line))),
        ("clause", Value::text(o.clause.to_string())),
        ("eligibility", Value::text(eligibility(o))),
        ("eligibility_clauses", Value::text(joined(&o.eligibility.clauses))),
    ])
}

const fn verdict(verdict: ScoreVerdict) -> &'static str {
    match verdict {
        ScoreVerdict::Passed => "合格",
        ScoreVerdict::Failed => "不合格",
        ScoreVerdict::Vetoed => "一票否决",
        ScoreVerdict::NoResult => "无结果",
    }
}

/// The outcome as a sentence without its full stop.
fn result(o: &Outcome, pass_line: Points) -> String {
    let mut parts = vec![format!("收到有效评分表{}份", o.valid_sheets)];
    if !o.dropped.is_empty() {
        parts.push(format!("去掉{}的总分", o.dropped.join("、")));
    }
    if let Some(score) = o.score {
        parts.push(format!("得分{}分", score.published()));
    }
    if let Some(rank) = o.rank {
        parts.push(format!("排名第{rank}"));
    }
    parts.extend(o.tie.clone());
    let line = format!("合格线{}分", pass_line.published());
    parts.push(match o.verdict {
        ScoreVerdict::Passed => format!("达到{line}，结论为合格"),
        ScoreVerdict::Failed => format!("未达到{line}，结论为不合格"),
        ScoreVerdict::Vetoed => "结论为一票否决".to_owned(),
        ScoreVerdict::NoResult => "本次评审无结果".to_owned(),
    });
    if let Some(reason) = &o.reason {
        parts.push(format!("原因：{}", reason.trim_end_matches('。')));
    }
    parts.join("，")
}

fn eligibility(o: &Outcome) -> String {
    let word = match o.eligibility.verdict {
        Verdict::Met => "满足",
        Verdict::ToVerify => "待核",
        Verdict::NotMet => "不满足",
    };
    match o.eligibility.note.trim_end_matches('。') {
        "" => word.to_owned(),
        note => format!("{word}，{note}"),
    }
}
