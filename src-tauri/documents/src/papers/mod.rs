//! The papers: how the facts of each become the values of its template.

mod memo;
mod recommendation;

use crate::facts::PaperFacts;
use crate::faults::PaperFaults;
use crate::fonts::Fonts;
use crate::layout;
use crate::page::Page;
use crate::request::{PaperRequest, TemplateUsed};
use crate::template::{self, Filled, Item, Template, Value, Values};
use domain::Clause;

/// A paper laid out, and what the back end needs besides its pages.
pub struct LaidOut {
    pub pages: Vec<Page>,
    pub title: String,
    pub author: String,
    pub template: TemplateUsed,
}

type Loaded = Result<(Template, TemplateUsed), String>;

/// Fill the paper's template and lay it out.
///
/// # Errors
/// A template that is wrong, a character it has no font for, a row taller than a page.
pub fn lay_out(request: &PaperRequest, fonts: &Fonts) -> Result<LaidOut, PaperFaults> {
    let (loaded, values, author) = match &request.facts {
        PaperFacts::Memo(facts) => (&*memo::TEMPLATE, memo::values(facts), &facts.bureau),
        PaperFacts::Recommendation(facts) => (&*recommendation::TEMPLATE, recommendation::values(facts), &facts.bureau),
    };
    let (template, used) = loaded.as_ref().map_err(|reason| template::broken(reason))?;
    let filled: Filled = template::fill(template, &values);
    Ok(LaidOut {
        pages: layout::pages(&filled, request, fonts)?,
        title: filled.title.concat(),
        author: author.clone(),
        template: used.clone(),
    })
}

fn names(list: &[String]) -> Vec<Item> {
    list.iter()
        .map(|name| Item::from([("name", Value::text(name))]))
        .collect()
}

fn basis(list: &[crate::facts::BasisClause]) -> Vec<Item> {
    (1..)
        .zip(list)
        .map(|(no, b)| {
            Item::from([
                ("no", Value::count(no)),
                ("clause", Value::text(b.clause.to_string())),
                ("text", Value::text(b.text.trim_end_matches('。'))),
            ])
        })
        .collect()
}

fn joined(clauses: &[Clause]) -> String {
    clauses.iter().map(Clause::to_string).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests;
