//! Templates: text with typed placeholders, checked when they are loaded, never when they are filled.
//!
//! `{name:kind}` stands for a field; `{{` and `}}` for braces. A field's value is put in as it is and never read for
//! placeholders.

mod fill;
mod parse;
mod schema;

pub use fill::{Filled, FilledAnnex, FilledBlock, FilledTable, fill};
pub use schema::{Item, Kind, Schema, Value, Values, written_date};

use crate::faults::PaperFaults;
use crate::request::TemplateUsed;
use parse::Pattern;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A template file, its placeholders parsed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub id: String,
    pub version: u32,
    pub letterhead: Pattern,
    /// Word by word: a line may end between two of them.
    pub title: Vec<Pattern>,
    /// 主送机关 with its colon.
    pub addressee: Option<Pattern>,
    /// 签发人, of a paper that goes up: its number then stands at the left.
    #[serde(default)]
    pub signer: Option<Pattern>,
    pub body: Vec<Block>,
    pub signature: Pattern,
    /// 附注, in brackets.
    pub note: Option<Pattern>,
    #[serde(default)]
    pub annexes: Vec<Annex>,
    /// `抄送：` or `分送：`; the list's name is `cc`.
    pub cc_label: String,
    pub imprint: Pattern,
}

/// A paragraph or a table of the body.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    #[serde(rename = "as", default)]
    pub role: Role,
    /// Only if this list has entries.
    pub when: Option<String>,
    /// Only if this list is empty.
    pub unless: Option<String>,
    /// Once for each entry of this list.
    pub each: Option<String>,
    pub text: Option<Pattern>,
    pub table: Option<Table>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[default]
    Body,
    /// 一、 in 黑体.
    Heading1,
    /// （一） in 楷体.
    Heading2,
    /// 1. in 仿宋, kept with what follows.
    Heading3,
}

/// A table: one row for each entry of a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub each: String,
    /// The least height of a row, in millimetres: room for handwriting.
    #[serde(default)]
    pub row_mm: i64,
    pub columns: Vec<Column>,
}

/// A column; the widths of a table's columns make 156 mm.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub head: String,
    pub text: Pattern,
    /// In tenths of a millimetre.
    pub width_dmm: i64,
    #[serde(default)]
    pub left: bool,
}

/// An annex on pages of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Annex {
    pub title: Vec<Pattern>,
    pub body: Vec<Block>,
}

/// Read a template and hold it against the paper's schema.
///
/// # Errors
/// What is wrong with the file: it is no JSON of this shape, a placeholder names no field or the wrong kind, a table's
/// widths do not make the type area.
pub fn load(json: &str, schema: &Schema) -> Result<(Template, TemplateUsed), String> {
    let template: Template = serde_json::from_str(json).map_err(|e| e.to_string())?;
    schema.check(&template).map_err(|faults| faults.join("; "))?;
    let used = TemplateUsed {
        id: template.id.clone(),
        version: template.version,
        sha256: hex::encode(Sha256::digest(json.as_bytes())),
    };
    Ok((template, used))
}

/// The fault of a template that does not load.
pub fn broken(reason: &str) -> PaperFaults {
    PaperFaults::one(
        "template",
        format!("模板有误：{reason}"),
        format!("the template is wrong: {reason}"),
    )
}

#[cfg(test)]
mod tests;
