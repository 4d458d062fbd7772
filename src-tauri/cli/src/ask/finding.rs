//! A finding as it is shown: one for each condition, with its clause and the facts it used.

use crate::out::pick;
use domain::{Fact, Finding, Verdict, say::Lang};
use serde::Serialize;

#[derive(Serialize)]
pub struct ShownFinding<'f> {
    rule: &'f str,
    clause: &'f str,
    verdict: Verdict,
    facts: &'f [Fact],
    message: &'f str,
}

impl<'f> ShownFinding<'f> {
    pub fn all(findings: &'f [Finding], lang: Lang) -> Vec<Self> {
        let show = |finding: &'f Finding| Self {
            rule: &finding.rule,
            clause: &finding.clause.0,
            verdict: finding.verdict,
            facts: &finding.facts,
            message: finding.message.pick(lang),
        };
        findings.iter().map(show).collect()
    }

    pub fn line(&self, lang: Lang) -> String {
        let word = word(self.verdict, lang);
        let message = self.message;
        // Some rules begin their sentence with the verdict, some leave it to the heading.
        if message.to_lowercase().starts_with(word) {
            format!("  {message} [{}]", self.clause)
        } else {
            format!("  {word}  {message} [{}]", self.clause)
        }
    }
}

pub fn word(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Met => pick(lang, "满足", "met"),
        Verdict::ToVerify => pick(lang, "待核", "to verify"),
        Verdict::NotMet => pick(lang, "不满足", "not met"),
    }
}
