//! `desk eligibility --policy ID --facts FILE`

use super::finding::{ShownFinding, word};
use crate::{
    facts::FactsArg,
    fault::Refused,
    out::{Answer, Printer},
    policy::PolicyArg,
};
use clap::Args;
use domain::{
    Verdict,
    eligibility::{self, EligibilityCase, Judgement},
    say::Lang,
};
use serde::Serialize;

#[derive(Debug, Args)]
pub struct Eligibility {
    #[command(flatten)]
    policy: PolicyArg,
    #[command(flatten)]
    facts: FactsArg,
}

impl Eligibility {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let policy = self.policy.find()?;
        let Some(source) = self.facts.read::<Vec<EligibilityCase>>(printer)? else {
            return Ok(());
        };
        let cases = source.rows::<EligibilityCase>()?;
        let judged: Vec<Judgement> = cases
            .iter()
            .map(|case| eligibility::judge(policy, &case.id, &case.facts))
            .collect();
        let lang = printer.lang;
        judged.iter().try_for_each(|one| printer.answer(&Line::new(one, lang)))
    }
}

#[derive(Serialize)]
struct Line<'j> {
    id: &'j str,
    verdict: Verdict,
    findings: Vec<ShownFinding<'j>>,
    policy: &'j str,
}

impl<'j> Line<'j> {
    fn new(judged: &'j Judgement, lang: Lang) -> Self {
        Self {
            id: &judged.id,
            verdict: judged.verdict,
            findings: ShownFinding::all(&judged.findings, lang),
            policy: &judged.policy,
        }
    }
}

impl Answer for Line<'_> {
    fn text(&self, lang: Lang) -> String {
        let mut text = format!("{}  {}  ({})", self.id, word(self.verdict, lang), self.policy);
        for finding in &self.findings {
            text.push('\n');
            text.push_str(&finding.line(lang));
        }
        text
    }

    fn found(&self) -> bool {
        self.verdict != Verdict::Met
    }
}
