//! Putting the values in. One pass: what is put in is never read again.

use super::parse::{Part, Pattern};
use super::{Block, Item, Role, Table, Template, Value, Values};

/// A template with its values in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    pub letterhead: String,
    pub title: Vec<String>,
    pub addressee: Option<String>,
    pub signer: Option<String>,
    pub body: Vec<FilledBlock>,
    pub signature: String,
    pub note: Option<String>,
    pub annexes: Vec<FilledAnnex>,
    pub cc_label: String,
    pub cc: Vec<String>,
    pub imprint: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledAnnex {
    pub title: Vec<String>,
    pub body: Vec<FilledBlock>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilledBlock {
    Paragraph { role: Role, text: String },
    Table(FilledTable),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledTable {
    /// In tenths of a millimetre.
    pub widths_dmm: Vec<i64>,
    pub left: Vec<bool>,
    pub row_mm: i64,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Fill a loaded template.
pub fn fill(template: &Template, values: &Values) -> Filled {
    let one = |pattern: &Pattern| written(pattern, None, values);
    let many = |patterns: &[Pattern]| patterns.iter().map(one).filter(|w| !w.is_empty()).collect();
    let cc = values.lists.get("cc").map(Vec::as_slice).unwrap_or_default();
    Filled {
        letterhead: one(&template.letterhead),
        title: many(&template.title),
        addressee: template.addressee.as_ref().map(one),
        signer: template.signer.as_ref().map(one),
        body: blocks(&template.body, values),
        signature: one(&template.signature),
        note: template.note.as_ref().map(one),
        annexes: template
            .annexes
            .iter()
            .map(|annex| FilledAnnex {
                title: many(&annex.title),
                body: blocks(&annex.body, values),
            })
            .collect(),
        cc_label: template.cc_label.clone(),
        cc: cc
            .iter()
            .filter_map(|item| item.get("name").map(Value::written))
            .collect(),
        imprint: one(&template.imprint),
    }
}

fn blocks(blocks: &[Block], values: &Values) -> Vec<FilledBlock> {
    let mut out = Vec::new();
    for block in blocks {
        let entries = block.each.as_deref().map(|name| list(values, name));
        match (entries, &block.table) {
            (None, Some(table)) if holds(block, values) => out.push(FilledBlock::Table(table_of(table, values))),
            (Some(items), None) if holds(block, values) => {
                for item in items {
                    out.extend(paragraph(block, Some(item), values));
                }
            }
            (None, None) if holds(block, values) => out.extend(paragraph(block, None, values)),
            _ => {}
        }
    }
    out
}

fn list<'v>(values: &'v Values, name: &str) -> &'v [Item] {
    values.lists.get(name).map(Vec::as_slice).unwrap_or_default()
}

fn holds(block: &Block, values: &Values) -> bool {
    let any = |name: &String| !list(values, name).is_empty();
    block.when.as_ref().is_none_or(any) && !block.unless.as_ref().is_some_and(any)
}

fn paragraph(block: &Block, item: Option<&Item>, values: &Values) -> Option<FilledBlock> {
    block.text.as_ref().map(|pattern| FilledBlock::Paragraph {
        role: block.role,
        text: written(pattern, item, values),
    })
}

fn table_of(table: &Table, values: &Values) -> FilledTable {
    FilledTable {
        widths_dmm: table.columns.iter().map(|c| c.width_dmm).collect(),
        left: table.columns.iter().map(|c| c.left).collect(),
        row_mm: table.row_mm,
        head: table.columns.iter().map(|c| c.head.clone()).collect(),
        rows: list(values, &table.each)
            .iter()
            .map(|item| {
                table
                    .columns
                    .iter()
                    .map(|c| written(&c.text, Some(item), values))
                    .collect()
            })
            .collect(),
    }
}

fn find<'v>(name: &str, item: Option<&'v Item>, values: &'v Values) -> Option<&'v Value> {
    item.and_then(|i| i.get(name)).or_else(|| values.fields.get(name))
}

fn written(pattern: &Pattern, item: Option<&Item>, values: &Values) -> String {
    pattern
        .0
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Field { name, .. } => find(name, item, values).map(Value::written).unwrap_or_default(),
        })
        .collect()
}
