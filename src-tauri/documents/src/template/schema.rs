//! What a template may name: the paper's fields and lists, with their kinds.

use super::parse::{Part, Pattern};
use super::{Block, Table, Template};
use chrono::{Datelike, NaiveDate};
use domain::{Fen, Points};
use std::collections::BTreeMap;

/// The kinds of a value, and so how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A count or a rank; an absent one is written —.
    Count,
    /// `2026年11月22日`.
    Date,
    /// Two decimals; an absent score is written —.
    Points,
    /// In 万元; an absent amount is written —.
    Money,
}

impl Kind {
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Kind::Text,
            "count" => Kind::Count,
            "date" => Kind::Date,
            "points" => Kind::Points,
            "money" => Kind::Money,
            _ => return None,
        })
    }
}

/// A value to be put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Count(Option<u64>),
    Date(NaiveDate),
    Points(Option<Points>),
    Money(Option<Fen>),
}

const ABSENT: &str = "—";

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into())
    }

    pub fn count(n: u32) -> Self {
        Value::Count(Some(u64::from(n)))
    }

    #[cfg(test)]
    pub const fn kind(&self) -> Kind {
        match self {
            Value::Text(_) => Kind::Text,
            Value::Count(_) => Kind::Count,
            Value::Date(_) => Kind::Date,
            Value::Points(_) => Kind::Points,
            Value::Money(_) => Kind::Money,
        }
    }

    /// As the paper prints it.
    pub fn written(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Count(n) => n.map_or_else(|| ABSENT.to_owned(), |n| n.to_string()),
            Value::Date(date) => written_date(*date),
            Value::Points(points) => points.map_or_else(|| ABSENT.to_owned(), Points::published),
            Value::Money(fen) => fen.map_or_else(|| ABSENT.to_owned(), wan),
        }
    }
}

/// `2026年11月22日`: full year, no leading zeros.
pub fn written_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// An amount in 万元, exact: at most six decimals, no trailing zeros.
fn wan(fen: Fen) -> String {
    let sign = if fen.0 < 0 { "-" } else { "" };
    let abs = fen.0.unsigned_abs();
    let text = format!("{sign}{}.{:06}", abs / 1_000_000, abs % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The values of one entry of a list.
pub type Item = BTreeMap<&'static str, Value>;

/// All values of one paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    pub fields: Item,
    pub lists: BTreeMap<&'static str, Vec<Item>>,
}

type Fields = &'static [(&'static str, Kind)];

/// What a paper offers its template.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    pub fields: Fields,
    pub lists: &'static [(&'static str, Fields)],
}

impl Schema {
    fn list(&self, name: &str) -> Option<Fields> {
        self.lists.iter().find(|(n, _)| *n == name).map(|(_, fields)| *fields)
    }

    /// All that is wrong with a template.
    pub fn check(&self, template: &Template) -> Result<(), Vec<String>> {
        let mut faults = Vec::new();
        let plain = [
            Some(&template.letterhead),
            template.addressee.as_ref(),
            template.signer.as_ref(),
        ]
        .into_iter()
        .chain([
            Some(&template.signature),
            template.note.as_ref(),
            Some(&template.imprint),
        ])
        .flatten()
        .chain(&template.title)
        .chain(template.annexes.iter().flat_map(|a| &a.title));
        for pattern in plain {
            self.check_pattern(pattern, None, &mut faults);
        }
        for block in template
            .body
            .iter()
            .chain(template.annexes.iter().flat_map(|a| &a.body))
        {
            self.check_block(block, &mut faults);
        }
        if self.list("cc").is_none() {
            faults.push("no list cc".to_owned());
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn check_block(&self, block: &Block, faults: &mut Vec<String>) {
        let items = block.each.as_deref().map(|name| {
            self.list(name).unwrap_or_else(|| {
                faults.push(format!("no list {name}"));
                &[]
            })
        });
        for name in block.when.iter().chain(&block.unless) {
            if self.list(name).is_none() {
                faults.push(format!("no list {name}"));
            }
        }
        match (&block.text, &block.table) {
            (Some(text), None) => self.check_pattern(text, items, faults),
            (None, Some(table)) if block.each.is_none() => self.check_table(table, faults),
            _ => faults.push("a block is a text, or a table that names its own list".to_owned()),
        }
    }

    fn check_table(&self, table: &Table, faults: &mut Vec<String>) {
        let Some(items) = self.list(&table.each) else {
            faults.push(format!("no list {}", table.each));
            return;
        };
        for column in &table.columns {
            self.check_pattern(&column.text, Some(items), faults);
        }
        let width: i64 = table.columns.iter().map(|c| c.width_dmm).sum();
        if width != 1560 || table.columns.iter().any(|c| c.width_dmm < 80) {
            faults.push(format!(
                "the columns of {} are {width} tenths of a millimetre wide, not 1560, or one is under 80",
                table.each
            ));
        }
    }

    fn check_pattern(&self, pattern: &Pattern, items: Option<Fields>, faults: &mut Vec<String>) {
        for part in &pattern.0 {
            let Part::Field { name, kind } = part else { continue };
            let known = items.unwrap_or(&[]).iter().chain(self.fields).find(|(n, _)| n == name);
            match known {
                None => faults.push(format!("no field {name}")),
                Some((_, actual)) if actual != kind => faults.push(format!("{name} is {actual:?}, not {kind:?}")),
                Some(_) => {}
            }
        }
    }
}
