//! The score sheets that ship: for the panel which the suggested seed text draws from the sample pool.

use super::{experts, filings, sheets_for};
use crate::read::{ExpertRow, ScoreRow};
use crate::terms::Terms;
use chrono::NaiveDate;
use domain::Verdict;
use domain::expert::ExpertEnrolled;
use domain::meeting::{Meeting, MeetingCalled, UnderReview, draw};
use domain::policy::Policy;
use domain::review::{DrawRequest, Entries};

/// The seed text the sample suggests. Its panel includes `Z01`, and `Z05`, who is recused from two applicants.
pub const DRAW_SEED: &str = "样例见证：甲32 乙66 丙88";

/// The enrolment a pool's row stands for.
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

/// Sheets of the panel drawn by [`DRAW_SEED`] for the applicants who meet every condition, each named by its code.
/// Empty where the terms are of no shipped policy version.
pub fn sheets(terms: &Terms, seed: u64) -> Vec<ScoreRow> {
    let Some(policy) = Policy::shipped(&terms.policy) else {
        return Vec::new();
    };
    let under_review: Vec<UnderReview> = filings(terms, seed)
        .into_iter()
        .filter(|row| domain::eligibility::judge(policy, "样例", &row.value.facts).verdict == Verdict::Met)
        .map(|row| row.value.applicant)
        .map(|a| UnderReview {
            application: a.uscc.clone(),
            uscc: a.uscc,
            name: a.name,
        })
        .collect();
    let codes: Vec<String> = under_review.iter().map(|u| u.uscc.clone()).collect();
    let meeting = Meeting {
        called: MeetingCalled {
            batch: String::new(),
            // The sample's ties have no end, so the day decides nothing.
            held_on: NaiveDate::default(),
            place: String::new(),
            applications: codes.clone(),
        },
        drawn: None,
        drawn_on: None,
        drawn_by: None,
        revealed: None,
        concluded: None,
    };
    let pool: Vec<ExpertEnrolled> = experts(terms, seed).iter().map(ExpertEnrolled::from).collect();
    let request = DrawRequest {
        seats: Entries(
            policy
                .review
                .specialties
                .iter()
                .map(|s| (s.id.clone(), s.quota))
                .collect(),
        ),
        reserves: policy.review.reserves,
        applications: codes.clone(),
    };
    let Ok(drawn) = draw(&meeting, policy, &pool, &under_review, request, DRAW_SEED) else {
        return Vec::new();
    };
    let recused: Vec<(String, String)> = drawn
        .recusals
        .iter()
        .map(|r| (r.recusal.expert.clone(), r.application.clone()))
        .collect();
    sheets_for(&drawn.draw.panel, &codes, &recused, terms, seed)
}
