//! What a workbook needs to know of a policy version: its lists, not its rules.

use domain::Points;
use domain::policy::{Policy, Requirement};

/// The lists a workbook is written and read with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The policy version's id, printed on the instructions.
    pub policy: String,
    /// The divisions whose offices forward applications.
    pub counties: Vec<County>,
    pub materials: Vec<MaterialItem>,
    pub rubric: Vec<RubricItem>,
    /// The smallest step of a score.
    pub step: Points,
    /// The specialties of the expert pool, with their default seats.
    pub specialties: Vec<Specialty>,
    pub vetoes: Vec<VetoGround>,
}

/// A ground for a veto.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VetoGround {
    pub id: String,
    pub name: String,
}

/// A division by its full name; `also` holds short and former names, which are understood and told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    pub name: String,
    pub also: Vec<String>,
}

/// A specialty: `trade`, 国际贸易, and its seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specialty {
    pub id: String,
    pub name: String,
    pub seats: u32,
}

/// One item of the list of materials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaterialItem {
    /// `01` …
    pub no: String,
    pub title: String,
    pub required: bool,
}

/// One item of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubricItem {
    /// `A1` …
    pub code: String,
    pub title: String,
    pub max: Points,
    /// Pre-filled by staff.
    pub objective: bool,
}

impl From<&Policy> for Terms {
    fn from(policy: &Policy) -> Self {
        Self {
            policy: policy.id.clone(),
            counties: policy
                .eligibility
                .city
                .divisions
                .iter()
                .map(|d| County {
                    name: d.name.clone(),
                    also: d.also.clone(),
                })
                .collect(),
            materials: policy
                .materials
                .iter()
                .map(|m| MaterialItem {
                    no: m.no.clone(),
                    title: m.name.zh.clone(),
                    required: m.requirement == Requirement::Required,
                })
                .collect(),
            rubric: policy
                .review
                .items()
                .map(|i| RubricItem {
                    code: i.item.clone(),
                    title: i.name.zh.clone(),
                    max: i.max,
                    objective: i.objective,
                })
                .collect(),
            step: policy.review.step,
            specialties: policy
                .review
                .specialties
                .iter()
                .map(|s| Specialty {
                    id: s.id.clone(),
                    name: s.name.zh.clone(),
                    seats: s.quota,
                })
                .collect(),
            vetoes: policy
                .review
                .vetoes
                .iter()
                .map(|v| VetoGround {
                    id: v.id.clone(),
                    name: v.name.zh.clone(),
                })
                .collect(),
        }
    }
}

impl Terms {
    /// The full name of a division, from that or another of its names.
    pub fn county(&self, name: &str) -> Option<&str> {
        self.counties
            .iter()
            .find(|c| c.name == name || c.also.iter().any(|a| a == name))
            .map(|c| c.name.as_str())
    }

    /// Place of an item in the list, by its number.
    pub fn material(&self, no: &str) -> Option<usize> {
        self.materials.iter().position(|m| m.no == no)
    }

    /// A specialty by its id or its name.
    pub fn specialty(&self, word: &str) -> Option<&Specialty> {
        self.specialties.iter().find(|s| s.id == word || s.name == word)
    }
}
