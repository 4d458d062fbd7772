use super::{EligibilityFacts, conditions};
use crate::policy::Policy;
use crate::{Finding, Verdict};
use serde::{Deserialize, Serialize};

/// The answer for one applicant: every condition with its finding, and the verdict over all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    pub id: String,
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
    /// The id of the policy version judged by.
    pub policy: String,
}

/// Judges the basic conditions (§二(一)) one by one. A fact not known leaves its condition `ToVerify` unless the other
/// facts decide it. Overall any `NotMet` decides, else any `ToVerify`.
///
/// Rules, in order: `standing`, `violations`, `capital`, `sourcing`, `experience`; where the version has conditions on
/// traders and the fact is asked, also `premises`, `display_site`, `vehicle_trade_experience`, `appraisers`.
pub fn judge(policy: &Policy, id: &str, facts: &EligibilityFacts) -> Judgement {
    let rules = &policy.eligibility;
    let mut findings = vec![
        conditions::standing(rules, facts),
        conditions::violations(policy, facts),
        conditions::capital(rules, facts),
        conditions::sourcing(facts),
        conditions::experience(facts),
    ];
    findings.extend(
        rules
            .traders
            .iter()
            .flat_map(|traders| conditions::traders(traders, facts)),
    );
    Judgement {
        id: id.to_owned(),
        verdict: Verdict::overall(findings.iter().map(|f| f.verdict)),
        findings,
        policy: policy.id.clone(),
    }
}
