//! `desk use-life --facts FILE`

use super::all_or_none;
use crate::{
    facts::FactsArg,
    fault::Refused,
    out::{Answer, Printer, pick},
};
use chrono::NaiveDate;
use clap::Args;
use domain::{
    clause::law,
    say::Lang,
    vehicle::use_life::{self, UseLifeFacts, UseLifeVerdict},
};
use serde::Serialize;

#[derive(Debug, Args)]
pub struct UseLife {
    #[command(flatten)]
    facts: FactsArg,
}

impl UseLife {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let Some(source) = self.facts.read::<Vec<UseLifeFacts>>(printer)? else {
            return Ok(());
        };
        let lang = printer.lang;
        let rows = source.rows::<UseLifeFacts>()?;
        let judged = rows
            .iter()
            .enumerate()
            .map(|(row, facts)| match use_life::judge(facts) {
                Ok(judged) => Ok(Line::new(judged, lang)),
                Err(error) => Err(Box::new(source.contradiction(row, &error, law::USE_LIFE))),
            });
        all_or_none(printer, judged)
    }
}

#[derive(Serialize)]
struct Line {
    id: String,
    years: Option<u32>,
    required_end: Option<NaiveDate>,
    refused_from: Option<NaiveDate>,
    verdict: UseLifeVerdict,
    clause: String,
    years_clause: String,
    start: NaiveDate,
    message: String,
}

impl Line {
    fn new(judged: use_life::UseLife, lang: Lang) -> Self {
        Self {
            message: judged.message.pick(lang).to_owned(),
            id: judged.id,
            years: judged.years,
            required_end: judged.required_end,
            refused_from: judged.refused_from,
            verdict: judged.verdict,
            clause: judged.clause.0,
            years_clause: judged.years_clause.0,
            start: judged.start,
        }
    }
}

impl Answer for Line {
    fn text(&self, lang: Lang) -> String {
        let verdict = match self.verdict {
            UseLifeVerdict::Ok => pick(lang, "可以出口", "ok"),
            UseLifeVerdict::Refused => pick(lang, "不得出口", "refused"),
            UseLifeVerdict::NoLimit => pick(lang, "无年限", "no limit"),
        };
        format!(
            "{}  {verdict}  {} [{}{}{}]",
            self.id,
            self.message,
            self.clause,
            pick(lang, "、", ", "),
            self.years_clause
        )
    }

    fn found(&self) -> bool {
        self.verdict == UseLifeVerdict::Refused
    }
}
