//! Rows of experts and sheets as the review's own types.

use super::{Conflict, ExpertRow, ScoreRow};
use domain::review::{Declaration, DrawPool, ExpertTies, PoolMember, Score, SheetBody, Tie, Veto};

/// An application under review, as far as recusal asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    pub application: String,
    pub uscc: String,
    /// The registered name.
    pub name: String,
}

impl From<ScoreRow> for SheetBody {
    fn from(row: ScoreRow) -> Self {
        Self {
            application: row.application,
            expert: row.expert,
            scores: row.scores.map(|list| {
                list.into_iter()
                    .map(|(item, points)| (item, Score::Points(points)))
                    .collect()
            }),
            abstention: row.abstention,
            veto: row.veto.map(|(ground, reason)| Veto { ground, reason }),
            changes: row.changes.into_iter().collect(),
        }
    }
}

impl ExpertRow {
    /// The ties to these applicants, as declarations by the applicant's name. The pool's workbook holds no end dates: a
    /// former employer is listed only while it counts.
    pub fn ties(&self, applicants: &[Reviewed]) -> ExpertTies {
        let declarations = applicants
            .iter()
            .flat_map(|a| self.conflicts(&a.uscc, &a.name).into_iter().map(move |c| (a, c)))
            .filter_map(|(applicant, conflict)| {
                let (tie, remark) = match conflict {
                    // Found by the domain from the employer itself.
                    Conflict::Employer => return None,
                    Conflict::History => (Tie::Employment, "专家库：近三年任职"),
                    Conflict::Shareholding => (Tie::Shareholding, "专家库：持股企业"),
                    Conflict::Tie => (Tie::Advisory, "专家库：其他利害关系"),
                };
                Some(Declaration {
                    applicant: applicant.name.clone(),
                    tie,
                    ended: None,
                    remark: remark.to_owned(),
                })
            })
            .collect();
        ExpertTies {
            expert: self.id.clone(),
            employer: self.employer.clone(),
            declarations,
        }
    }
}

/// The pool a panel is drawn from, each expert with the applications their row speaks against.
pub fn pool(experts: &[ExpertRow], applicants: &[Reviewed]) -> DrawPool {
    let member = |e: &ExpertRow| PoolMember {
        id: e.id.clone(),
        name: e.name.clone(),
        specialty: e.specialty.clone(),
        employer: e.employer.clone(),
        recused_from: applicants
            .iter()
            .filter(|a| !e.conflicts(&a.uscc, &a.name).is_empty())
            .map(|a| a.application.clone())
            .collect(),
    };
    DrawPool(experts.iter().map(member).collect())
}
