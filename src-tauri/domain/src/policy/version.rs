use super::{
    ConsultationRules, Deadlines, Department, EligibilityRules, FilingRules, LicenceRules, Material, NoReply,
    PaperRules, ReviewRules, SupervisionRules, SuspensionRules,
};
use crate::Say;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One dated policy version, complete. Obtained by [`Policy::parse`] or [`Policy::shipped`], so always checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// Stable id, e.g. `wuhu-plan`.
    pub id: String,
    pub title: Say,
    pub issuing_body: Say,
    pub basis: Vec<Basis>,
    pub effective_from: NaiveDate,
    /// The last day of effect; `None` while no end is set.
    pub effective_until: Option<NaiveDate>,
    /// What a reader of the version must know about its sources.
    pub note: Say,
    pub mode: Mode,
    pub clauses: Vec<PolicyClause>,
    pub eligibility: EligibilityRules,
    /// `None`: a filing has no term.
    pub filing: Option<FilingRules>,
    pub materials: Vec<Material>,
    pub review: ReviewRules,
    pub deadlines: Deadlines,
    pub licences: LicenceRules,
    pub suspension: SuspensionRules,
    pub supervision: SupervisionRules,
    pub departments: Vec<Department>,
    /// `None`: the version says nothing of silence, so it never counts.
    pub consultation: Option<ConsultationRules>,
    pub papers: PaperRules,
}

/// A document the version rests on, by its 文号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    pub number: String,
    pub title: Say,
}

/// Who issues the export licences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// 本局签发
    A,
    /// 本局预审、省厅签发
    B,
}

/// A clause with its text, so that a verdict can be read years later without the book it cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyClause {
    pub id: String,
    pub source: ClauseSource,
    /// Plan: its own words. Default: the office's rule. Law: a paraphrase.
    pub text: String,
    pub en: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseSource {
    Plan,
    Default,
    Law,
}

impl Policy {
    /// The clause with this id, if the version lists it.
    pub fn clause(&self, id: &str) -> Option<&PolicyClause> {
        self.clauses.iter().find(|c| c.id == id)
    }

    /// Whether the version is in effect on a day, both ends included.
    pub fn in_effect(&self, on: NaiveDate) -> bool {
        self.effective_from <= on && self.effective_until.is_none_or(|until| on <= until)
    }

    /// The last day of a filing made on a day; `None` where the version sets no term.
    pub fn filed_until(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.filing.as_ref().and_then(|filing| filing.until(on))
    }

    /// What a department's silence means under this version.
    pub fn no_reply(&self) -> NoReply {
        self.consultation.as_ref().map(|c| c.no_reply).unwrap_or_default()
    }

    pub fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|d| d.id == id)
    }

    pub fn material(&self, no: &str) -> Option<&Material> {
        self.materials.iter().find(|m| m.no == no)
    }
}
