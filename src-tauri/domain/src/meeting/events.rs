//! What happens at a review meeting.

use crate::review::{Draw, DrawPool, DrawRequest, Outcome, OutcomeFacts, Recusal, Salt, SheetBody};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The meeting is called for a batch's accepted applications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCalled {
    pub batch: String,
    pub held_on: NaiveDate,
    pub place: String,
    /// Application ids, in the order of the files.
    pub applications: Vec<String>,
}

/// The draw with all that is needed to redo it: pool, request, seed and result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelDrawn {
    pub pool: DrawPool,
    pub request: DrawRequest,
    pub draw: Draw,
    /// Who of the pool is recused from which application, with every ground.
    pub recusals: Vec<RecusedFrom>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecusedFrom {
    pub application: String,
    pub recusal: Recusal,
}

/// How a sheet came into the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Signed by the expert's own account.
    OwnAccount,
    /// Entered by the secretary from the signed paper sheet.
    Paper,
    /// Imported by the secretary from a workbook of sheets.
    Workbook,
}

/// Signed: only a salted commitment is entered; the sheet lies sealed until the reveal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSigned {
    pub meeting: String,
    pub application: String,
    pub expert: String,
    pub commitment: String,
    pub manner: Manner,
}

/// All sheets opened at once, with the salts that prove them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsRevealed {
    pub sheets: Vec<OpenedSheet>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedSheet {
    /// The sheet's id, as in its stream.
    pub sheet: String,
    pub salt: Salt,
    pub body: SheetBody,
}

/// The result, with the facts it was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewConcluded {
    pub facts: OutcomeFacts,
    pub outcome: Outcome,
}
