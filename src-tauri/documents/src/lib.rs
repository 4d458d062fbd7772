//! Facts and a template become pages, and pages become PDF. A pure function: the same request gives the same bytes.
//!
//! Lengths are integers (nanometres) everywhere but in the PDF back end, whose library wants floats.

mod check;
pub mod facts;
mod faults;
mod fonts;
mod grid;
mod layout;
mod page;
mod papers;
mod pdf;
mod request;
pub mod samples;
mod template;
mod text;

pub use facts::{
    BasisClause, EligibilityLine, Enterprise, MemoFacts, Outcome, PanelMember, PaperFacts, PublicNotice,
    RecommendationFacts, Recusal, ScoreVerdict,
};
pub use faults::{PaperFault, PaperFaults};
pub use request::{FontUsed, LedgerHead, Mark, Paper, PaperNumber, PaperRequest, TemplateUsed};

/// Render a paper: check the facts, fill the template, lay out the pages, write PDF/A-2b.
///
/// # Errors
/// All faults of the request at once; each names its field, e.g. `enterprises[3].name`.
pub fn render(request: &PaperRequest) -> Result<Paper, PaperFaults> {
    let fonts = fonts::embedded()?;
    check::request(request, fonts)?;
    let laid = papers::lay_out(request, fonts)?;
    let used = pdf::fonts_used(&laid.pages, fonts);
    let pdf = pdf::write(&laid, request, fonts)?;
    Ok(Paper {
        pdf,
        pages: u32::try_from(laid.pages.len()).unwrap_or(u32::MAX),
        fonts: used,
        template: laid.template,
    })
}
