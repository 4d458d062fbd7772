//! `desk review outcome --facts FILE`

use super::remedy::{code, remedy};
use crate::{
    facts::FactsArg,
    fault::{Code, Refused},
    out::{Answer, Printer, pick},
    policy::PolicyArg,
};
use clap::Args;
use domain::{
    Points,
    policy::{ReviewRules, TieStep},
    review::{self, OutcomeFacts, Ranked},
    say::Lang,
};
use serde::Serialize;

#[derive(Debug, Args)]
pub struct Outcome {
    #[command(flatten)]
    policy: PolicyArg,
    #[command(flatten)]
    facts: FactsArg,
    /// 推荐名额，代替政策版本的名额 · How many may be selected, in place of the policy's quota
    #[arg(long, value_name = "N")]
    quota: Option<u32>,
}

impl Outcome {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let policy = self.policy.find()?;
        let Some(source) = self.facts.read::<OutcomeFacts>(printer)? else {
            return Ok(());
        };
        let facts = source.whole::<OutcomeFacts>()?;
        let rules = ReviewRules {
            quota: self.quota.or(policy.review.quota),
            ..policy.review.clone()
        };
        let outcome = review::outcome(&rules, &facts).map_err(|faults| Refused {
            code: Code::Facts,
            faults: faults
                .into_iter()
                .map(|f| source.fault(&f.path, code(f.code), &f.clause.0, f.message, remedy(f.code)))
                .collect(),
        })?;
        let lang = printer.lang;
        printer.answer(&Standings {
            ranking: outcome.ranking.iter().map(|row| Row::new(row, lang)).collect(),
            policy: &policy.id,
            pass_line: rules.pass_line,
            quota: rules.quota,
        })
    }
}

#[derive(Serialize)]
struct Standings<'o> {
    ranking: Vec<Row<'o>>,
    policy: &'o str,
    pass_line: Points,
    quota: Option<u32>,
}

#[derive(Serialize)]
struct Row<'o> {
    application: &'o str,
    valid_sheets: usize,
    dropped: &'o [String],
    score: Option<String>,
    rank: Option<usize>,
    passed: bool,
    selected: Option<bool>,
    tie_broken_by: Option<&'o TieStep>,
    reason: &'o str,
    clause: &'o str,
}

impl<'o> Row<'o> {
    fn new(row: &'o Ranked, lang: Lang) -> Self {
        Self {
            application: &row.application,
            valid_sheets: row.valid_sheets,
            dropped: &row.dropped,
            score: row.score.map(Points::published),
            rank: row.rank,
            passed: row.passed,
            selected: row.selected,
            tie_broken_by: row.tie_broken_by.as_ref(),
            reason: row.reason.pick(lang),
            clause: &row.clause.0,
        }
    }

    fn line(&self, lang: Lang) -> String {
        let rank = match (self.rank, lang) {
            (Some(rank), Lang::Zh) => format!("第 {rank} 名"),
            (Some(rank), Lang::En) => format!("rank {rank}"),
            (None, lang) => pick(lang, "不排名", "no rank").to_owned(),
        };
        let passed = match self.passed {
            true => pick(lang, "合格", "passed"),
            false => pick(lang, "不合格", "not passed"),
        };
        let selected = match self.selected {
            Some(true) => pick(lang, "  入选", "  selected"),
            Some(false) => pick(lang, "  未入选", "  not selected"),
            None => "",
        };
        let score = self.score.as_deref().unwrap_or("—");
        format!(
            "{rank}  {}  {score}  {passed}{selected}  {} [{}]",
            self.application, self.reason, self.clause
        )
    }
}

impl Answer for Standings<'_> {
    fn text(&self, lang: Lang) -> String {
        let head = match lang {
            Lang::Zh => format!("政策版本 {}，合格线 {}", self.policy, self.pass_line),
            Lang::En => format!("policy version {}, pass line {}", self.policy, self.pass_line),
        };
        let rows = self.ranking.iter().map(|row| row.line(lang));
        std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n")
    }
}
