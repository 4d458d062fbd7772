//! 回避 (细则4): who may not review whom.

use crate::clause::rules::RECUSAL;
use crate::policy::ReviewRules;
use crate::{Clause, Say};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// What ties an expert to an applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// 任职
    Employment,
    /// 持股
    Shareholding,
    /// 亲属
    Kinship,
    /// 顾问
    Advisory,
    /// 纠纷
    Dispute,
}

impl Tie {
    fn say(self) -> (&'static str, &'static str) {
        match self {
            Tie::Employment => ("任职", "employment"),
            Tie::Shareholding => ("持股", "shareholding"),
            Tie::Kinship => ("亲属", "kinship"),
            Tie::Advisory => ("顾问", "advisory work"),
            Tie::Dispute => ("纠纷", "a dispute"),
        }
    }
}

/// What an expert declares about one applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// The applicant's name, as declared.
    pub applicant: String,
    pub tie: Tie,
    /// The day it ended; `None` while it lasts.
    pub ended: Option<NaiveDate>,
    pub remark: String,
}

/// What is known of an expert when recusal is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpertTies {
    pub expert: String,
    pub employer: String,
    pub declarations: Vec<Declaration>,
}

/// An expert kept from one applicant's file and sheets, with every ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    pub expert: String,
    pub applicant: String,
    /// Never empty.
    pub grounds: Vec<Ground>,
    pub clause: Clause,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    pub tie: Tie,
    pub source: Source,
    pub message: Say,
}

/// How the tie came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The expert said so.
    Declared,
    /// The data say so.
    Found,
}

/// Whether an expert is recused from an applicant (by its registered name) at a meeting on a day (细则4). A tie recuses
/// while it lasts and for the policy's years after its end, the last day included.
pub fn recused(rules: &ReviewRules, expert: &ExpertTies, applicant: &str, on: NaiveDate) -> Option<Recusal> {
    let mut grounds: Vec<Ground> = expert
        .declarations
        .iter()
        .filter(|d| same_name(&d.applicant, applicant) && still_counts(d.ended, on, rules.recusal_years))
        .map(declared)
        .collect();
    if same_name(&expert.employer, applicant) {
        grounds.push(Ground {
            tie: Tie::Employment,
            source: Source::Found,
            message: Say::new(
                format!("专家的工作单位即申请企业：{applicant}"),
                format!("the expert's employer is the applicant: {applicant}"),
            ),
        });
    }
    (!grounds.is_empty()).then(|| Recusal {
        expert: expert.expert.clone(),
        applicant: applicant.to_owned(),
        grounds,
        clause: RECUSAL.into(),
    })
}

fn declared(d: &Declaration) -> Ground {
    let (zh, en) = d.tie.say();
    let (until, until_en) = match d.ended {
        Some(ended) => (format!("，{ended} 终止"), format!(", ended {ended}")),
        None => Default::default(),
    };
    Ground {
        tie: d.tie,
        source: Source::Declared,
        message: Say::new(format!("专家申报：{zh}{until}"), format!("declared: {en}{until_en}")),
    }
}

fn still_counts(ended: Option<NaiveDate>, on: NaiveDate, years: u32) -> bool {
    let Some(ended) = ended else { return true };
    // Before the calendar's beginning nothing has ended.
    on.checked_sub_months(Months::new(years.saturating_mul(12)))
        .is_none_or(|since| ended >= since)
}

/// Names written with other brackets, blanks or letter case are the same name. A blank name is nobody's.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    !a.is_empty() && a == b
}

fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            // Full-width ASCII lies at a fixed distance from ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    const APPLICANT: &str = "样例（芜湖）汽车出口有限公司";

    fn ask(employer: &str, declarations: Vec<Declaration>, on: &str) -> Option<Recusal> {
        let rules = &Policy::shipped("wuhu-plan").expect("ships").review;
        let expert = ExpertTies {
            expert: "E-07".into(),
            employer: employer.into(),
            declarations,
        };
        recused(rules, &expert, APPLICANT, on.parse().expect("a date"))
    }

    fn advised(applicant: &str, ended: Option<&str>) -> Declaration {
        Declaration {
            applicant: applicant.into(),
            tie: Tie::Advisory,
            ended: ended.map(|day| day.parse().expect("a date")),
            remark: String::new(),
        }
    }

    #[test]
    fn the_same_employer_is_found_however_it_is_written() {
        for employer in [
            APPLICANT,
            "样例(芜湖)汽车出口有限公司",
            " 样例（芜湖） 汽车出口有限公司 ",
        ] {
            let recusal = ask(employer, vec![], "2026-11-22").expect("the applicant's own employee");
            assert_eq!(
                (recusal.grounds[0].tie, recusal.grounds[0].source),
                (Tie::Employment, Source::Found)
            );
            assert_eq!(recusal.clause.0, "细则4");
        }
        assert_eq!(ask("样例大学", vec![], "2026-11-22"), None);
        assert_eq!(ask("", vec![], "2026-11-22"), None);
    }

    #[test]
    fn a_tie_counts_while_it_lasts_and_three_years_after() {
        let on = "2026-11-22";
        for (ended, counts) in [
            (None, true),
            (Some("2023-11-22"), true),
            (Some("2023-11-21"), false),
            (Some("2026-12-31"), true),
        ] {
            let recusal = ask("样例大学", vec![advised(APPLICANT, ended)], on);
            assert_eq!(recusal.is_some(), counts, "ended {ended:?}, judged on {on}");
        }
        assert_eq!(
            ask("样例大学", vec![advised("样例二公司", None)], on),
            None,
            "another applicant"
        );
    }

    #[test]
    fn every_ground_is_named() {
        let recusal = ask(APPLICANT, vec![advised(APPLICANT, None)], "2026-11-22").expect("two grounds");
        let ties: Vec<Tie> = recusal.grounds.iter().map(|g| g.tie).collect();
        assert_eq!(ties, [Tie::Advisory, Tie::Employment]);
    }
}
