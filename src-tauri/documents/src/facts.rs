//! What the papers say. These shapes are stored in the ledger with the paper's entry, so a change needs an upcaster.

use chrono::NaiveDate;
use domain::{Clause, Fen, Points, Verdict};
use serde::{Deserialize, Serialize};

/// The facts of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PaperFacts {
    Memo(MemoFacts),
    Recommendation(RecommendationFacts),
}

/// A clause a paper rests on, with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasisClause {
    pub clause: Clause,
    pub text: String,
}

/// The review memo (评审意见) of one meeting [plan §二(二)].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoFacts {
    pub bureau: String,
    /// The batch's name, e.g. `2026年第一批`.
    pub batch: String,
    pub policy_title: String,
    pub met_on: NaiveDate,
    pub place: String,
    pub panel: Vec<PanelMember>,
    pub recusals: Vec<Recusal>,
    /// Applications the office received in the batch.
    pub received: u32,
    pub pass_line: Points,
    pub basis: Vec<BasisClause>,
    /// In the order of the ranking; those without a rank last.
    pub outcomes: Vec<Outcome>,
    /// The panel's opinion, a paragraph each.
    pub opinion: Vec<String>,
    /// 分送.
    pub cc: Vec<String>,
}

/// An expert of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMember {
    /// The label that stands for the expert beside scores, e.g. `专家3`.
    pub seat: String,
    pub name: String,
    pub specialty: String,
    pub chair: bool,
}

/// An expert who did not judge an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    pub expert: String,
    pub enterprise: String,
    pub reason: String,
    pub clause: Clause,
}

/// What the review found on one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub rank: Option<u32>,
    pub name: String,
    pub county: String,
    pub valid_sheets: u32,
    /// Seat labels of the experts whose totals were dropped.
    pub dropped: Vec<String>,
    pub score: Option<Points>,
    pub verdict: ScoreVerdict,
    /// The veto's or the missing result's reason.
    pub reason: Option<String>,
    /// How a tie was broken, as a clause of a sentence, e.g. `与第3名同分，按维度E均值排序`.
    pub tie: Option<String>,
    pub clause: Clause,
    pub eligibility: EligibilityLine,
}

/// The outcome's verdict: 达到合格线 / 未达到合格线 / 一票否决 / 无结果.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreVerdict {
    Passed,
    Failed,
    Vetoed,
    NoResult,
}

/// The conditions of eligibility in one line, with the clauses they rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EligibilityLine {
    pub verdict: Verdict,
    /// What is unmet or open, e.g. `实缴资本待核`; empty where all is met.
    pub note: String,
    pub clauses: Vec<Clause>,
}

/// The recommendation (请示) to the superior body [plan §二(二)].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationFacts {
    pub bureau: String,
    /// 签发人.
    pub signer: String,
    /// 主送机关, one: `商务部`.
    pub addressee: String,
    /// 转报: whom the addressee is asked to forward it to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward: Option<String>,
    /// 抄送机关.
    pub cc: Vec<String>,
    pub batch: String,
    pub policy_title: String,
    pub basis: Vec<BasisClause>,
    pub received: u32,
    pub reviewed: u32,
    pub met_on: NaiveDate,
    pub passed: u32,
    pub notice: Option<PublicNotice>,
    /// The recommended, in rank order.
    pub enterprises: Vec<Enterprise>,
    pub contact: String,
    pub phone: String,
}

/// 公示 and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicNotice {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// 收到异议 and substantiated or not, as a clause of a sentence, e.g. `未收到异议`.
    pub result: String,
}

/// A recommended enterprise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enterprise {
    pub rank: u32,
    pub name: String,
    pub uscc: String,
    pub county: String,
    pub legal_representative: String,
    pub registered_capital: Option<Fen>,
    pub paid_in_capital: Option<Fen>,
    pub score: Points,
}
