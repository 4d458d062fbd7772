//! The review meeting: panel, sheets, outcome.

use super::{EntryRef, PaperRow, StepView, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallMeeting {
    pub batch: String,
    pub held_on: String,
    pub place: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawPanel {
    pub meeting: String,
    /// The seed text entered before witnesses.
    pub seed: String,
    pub seats: Vec<SeatQuota>,
    pub reserves: u32,
    pub on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeatQuota {
    pub specialty: String,
    pub seats: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingPage {
    pub id: String,
    pub batch: String,
    pub batch_name: String,
    pub held_on: String,
    pub place: String,
    /// `called`, `drawn`, `revealed` or `concluded` (memo issued).
    pub state: String,
    pub steps: Vec<StepView>,
    pub pool: u32,
    pub suggested_seats: Vec<SeatQuota>,
    pub suggested_reserves: u32,
    /// Sample books suggest the seed whose panel the sample sheets were made for.
    pub suggested_seed: Option<String>,
    pub draw: Option<DrawView>,
    pub panel: Vec<PanelMember>,
    pub reserves: Vec<PanelMember>,
    /// Progress by file and seat: who has signed, never a score.
    pub files: Vec<FileProgress>,
    pub memo: Option<PaperRow>,
    pub entries: Vec<EntryRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DrawView {
    pub seed: String,
    pub algorithm: String,
    pub pool_sha256: String,
    pub drawn_on: String,
    pub by: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PanelMember {
    /// The expert's number in the pool.
    pub expert: String,
    pub name: String,
    pub specialty: String,
    pub employer: String,
    /// Applications this expert is recused from: application id and reason.
    pub recused: Vec<RecusalView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecusalView {
    pub application: String,
    pub reason: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileProgress {
    pub application: String,
    pub name: String,
    pub county: String,
    pub seats: Vec<SeatProgress>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeatProgress {
    pub expert: String,
    /// `recused`, `open`, `draft` or `signed`.
    pub state: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetRequest {
    pub meeting: String,
    pub application: String,
    pub expert: String,
}

/// The scoring screen: one file, the rubric, the sheet as far as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoringPage {
    pub meeting: String,
    pub application: String,
    pub expert: PanelMember,
    pub name: String,
    pub county: String,
    pub brief: Vec<super::Field>,
    pub materials: Vec<super::MaterialView>,
    pub findings: Vec<super::FindingView>,
    pub rubric: Vec<Dimension>,
    pub step: String,
    /// The grounds a veto may name.
    pub vetoes: Vec<VetoOption>,
    pub sheet: SheetDraft,
    pub signed: bool,
    /// The other files of this expert at this meeting, in order, for "next".
    pub files: Vec<FileProgress>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dimension {
    pub id: String,
    pub name: Words,
    pub max: String,
    pub items: Vec<RubricItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RubricItem {
    pub id: String,
    pub name: Words,
    pub max: String,
    pub objective: bool,
}

/// A sheet being filled. A blank is absent or empty, never `0`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct SheetDraft {
    pub scores: std::collections::BTreeMap<String, String>,
    /// The reason, where the expert abstains from this file.
    pub abstain: Option<String>,
    /// Where the expert vetoes this file.
    pub veto: Option<VetoDraft>,
}

/// 一票否决: one of the policy's grounds, and the reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct VetoDraft {
    pub ground: String,
    pub reason: String,
}

/// A ground the policy knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VetoOption {
    pub id: String,
    pub name: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveSheet {
    pub meeting: String,
    pub application: String,
    pub expert: String,
    pub sheet: SheetDraft,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RevealMeeting {
    pub meeting: String,
    pub on: String,
    /// Order the chair decides for ties that nothing else breaks, application ids, first the better.
    pub chair_order: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomePage {
    pub meeting: String,
    pub batch: String,
    pub batch_name: String,
    pub pass_line: String,
    pub clause: super::ClauseText,
    pub ranking: Vec<RankRow>,
    pub memo: Option<PaperRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RankRow {
    pub application: String,
    pub name: String,
    pub county: String,
    pub rank: Option<u32>,
    pub score: Option<String>,
    pub passed: bool,
    pub valid_sheets: u32,
    /// The experts whose totals were dropped.
    pub dropped: Vec<String>,
    /// `E`, `B`, `paid_in_capital` or `chair`.
    pub tie_broken_by: Option<String>,
    pub reason: Words,
    /// Each valid sheet's total, by expert, after the reveal: expert, total, kept.
    pub sheets: Vec<SheetTotal>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetTotal {
    pub expert: String,
    /// `None` for an abstention.
    pub total: Option<String>,
    pub kept: bool,
    pub veto: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemoRequest {
    pub meeting: String,
    pub on: String,
    pub chair: String,
    /// The panel's opinion in its own words; the facts are filled in by the program.
    pub opinion: String,
}
