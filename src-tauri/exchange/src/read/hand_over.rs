//! Rows of experts and sheets as the review's own types.

use super::{ExpertRow, ScoreRow};
use domain::expert::ExpertEnrolled;
use domain::review::{Score, SheetBody, Veto};

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

/// The enrolment a pool's row stands for. Which applicants it recuses from, the domain decides.
impl From<&ExpertRow> for ExpertEnrolled {
    fn from(row: &ExpertRow) -> Self {
        Self {
            no: row.id.clone(),
            name: row.name.clone(),
            specialty: row.specialty.clone(),
            employer: row.employer.clone(),
            history: row.history.clone(),
            shareholdings: row.shareholdings.clone(),
            ties: row.ties.clone(),
        }
    }
}
