//! `desk licence check --policy ID --facts FILE`

use super::{all_or_none, finding::ShownFinding};
use crate::{
    facts::FactsArg,
    fault::Refused,
    out::{Answer, Printer, pick},
    policy::PolicyArg,
};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::{
    clause::law,
    licence_check::{self, LicenceAnswer, LicenceFacts, LicenceVerdict},
    say::Lang,
};
use serde::Serialize;

#[derive(Debug, Subcommand)]
pub enum Licence {
    /// 许可证预审 · May a licence be issued for these vehicles
    Check(Check),
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    policy: PolicyArg,
    #[command(flatten)]
    facts: FactsArg,
}

impl Licence {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        match self {
            Self::Check(check) => check.run(printer),
        }
    }
}

impl Check {
    fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let policy = self.policy.find()?;
        let Some(source) = self.facts.read::<Vec<LicenceFacts>>(printer)? else {
            return Ok(());
        };
        let rows = source.rows::<LicenceFacts>()?;
        let judged: Vec<_> = rows
            .iter()
            .map(|facts| licence_check::check(&policy.licences, facts))
            .collect();
        let lang = printer.lang;
        let lines = judged.iter().enumerate().map(|(row, one)| match one {
            Ok(answer) => Ok(Line::new(answer, &policy.id, lang)),
            Err(error) => Err(Box::new(source.contradiction(row, error, law::USE_LIFE))),
        });
        all_or_none(printer, lines)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    verdict: LicenceVerdict,
    findings: Vec<ShownFinding<'a>>,
    valid_until: Option<NaiveDate>,
    policy: &'a str,
}

impl<'a> Line<'a> {
    fn new(answer: &'a LicenceAnswer, policy: &'a str, lang: Lang) -> Self {
        Self {
            id: &answer.id,
            verdict: answer.verdict,
            findings: ShownFinding::all(&answer.findings, lang),
            valid_until: answer.valid_until,
            policy,
        }
    }
}

impl Answer for Line<'_> {
    fn text(&self, lang: Lang) -> String {
        let verdict = match self.verdict {
            LicenceVerdict::Ok => pick(lang, "可以签发", "ok"),
            LicenceVerdict::Refused => pick(lang, "不予签发", "refused"),
            LicenceVerdict::ToVerify => pick(lang, "待核", "to verify"),
        };
        let mut text = format!("{}  {verdict}  ({})", self.id, self.policy);
        if let Some(day) = self.valid_until {
            text.push_str(&match lang {
                Lang::Zh => format!("  当日签发则有效至 {day}"),
                Lang::En => format!("  issued that day it is valid until {day}"),
            });
        }
        for finding in &self.findings {
            text.push('\n');
            text.push_str(&finding.line(lang));
        }
        text
    }

    fn found(&self) -> bool {
        self.verdict != LicenceVerdict::Ok
    }
}
