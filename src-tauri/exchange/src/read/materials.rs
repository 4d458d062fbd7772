//! Sheet 材料: the lines of each application's list.

use super::filings::Drafts;
use super::line::{Formula, Line};
use super::{tell_other_columns, uscc};
use crate::book::{Book, Grid, Value};
use crate::cell::{self, Bad, Taken};
use crate::columns::materials::{Material, columns};
use crate::columns::{FILINGS, MATERIALS};
use crate::fault::FileFault;
use crate::import::{Log, Place, Remark};
use crate::terms::Terms;
use calamine::DataRef;
use domain::Say;
use domain::application::MaterialLine;
use domain::clause::rules;

pub(super) fn read(book: &mut Book<'_>, terms: &Terms, drafts: &mut Drafts, log: &mut Log) -> Result<(), FileFault> {
    let (mut grid, head) = Grid::open(book, MATERIALS, columns())?;
    tell_other_columns(&head, log);
    let mut cells = grid.cells();
    while grid.next(&mut cells)? {
        let mut line = Line::new(&cells, &head, log);
        let owner = owner(&mut line, drafts);
        let item = item(&mut line, terms);
        let read = MaterialLine {
            no: item.map(str::to_owned).unwrap_or_default(),
            provided: yes(&mut line, Material::Provided),
            copies: number(&mut line, Material::Copies),
            pages: number(&mut line, Material::Pages),
            original_seen: yes(&mut line, Material::OriginalSeen),
            valid_until: line
                .take(Material::ValidUntil as usize, Formula::Taken, cell::date)
                .flatten(),
            remark: line
                .text(Material::Remark as usize)
                .map(|r| r.into_owned())
                .unwrap_or_default(),
        };
        let Some(draft) = owner.and_then(|at| drafts.list.get_mut(at)) else {
            continue;
        };
        let earlier = draft
            .form
            .materials
            .iter()
            .position(|m| item.is_some() && m.no == read.no);
        if let Some(first) = earlier.and_then(|at| draft.material_rows.get(at)) {
            line.fault(
                Material::No as usize,
                Bad::new(
                    "item_twice",
                    (
                        &format!("该企业的材料 {} 已在第 {first} 行填写", read.no),
                        &format!("item {} of this enterprise already stands in row {first}", read.no),
                    ),
                    ("每项材料只保留一行", "keep one row for each item"),
                )
                .by(rules::RECEIPT),
            );
        }
        draft.faulty |= line.faulty;
        if item.is_some() {
            draft.form.materials.push(read);
            draft.material_rows.push(line.cells.row);
        }
    }
    tell_without_materials(drafts, log);
    Ok(())
}

/// The application the row belongs to.
fn owner(line: &mut Line<'_, '_>, drafts: &Drafts) -> Option<usize> {
    let slot = Material::Uscc as usize;
    let value = line.cell(slot)?;
    if !value.formula
        && let DataRef::SharedString(text) = &value.data
        && let Some(at) = drafts.by_code.get(*text)
    {
        return Some(*at);
    }
    if value.is_blank() && !value.formula {
        line.fault(slot, Bad::missing());
        return None;
    }
    let read = line.take(slot, Formula::Refused, |v| uscc::read(v).map(Taken::as_is))?;
    if let Some(at) = drafts.by_code.get(&read.text) {
        if let Ok(Some(note)) = read.outcome {
            line.note(slot, note);
        }
        return Some(*at);
    }
    match read.outcome {
        Err(bad) => line.fault(slot, bad),
        Ok(_) => line.fault(
            slot,
            Bad::new(
                "enterprise_unknown",
                (
                    &format!("该企业不在“{FILINGS}”表中"),
                    &format!("this enterprise is not in sheet {FILINGS}"),
                ),
                (
                    "请核对代码，或在“申请”表补填该企业",
                    "check the code, or enter the enterprise in the sheet of applications",
                ),
            )
            .by(rules::RECEIPT),
        ),
    }
    None
}

/// The item's number as the policy lists it.
fn item<'t>(line: &mut Line<'_, '_>, terms: &'t Terms) -> Option<&'t str> {
    let slot = Material::No as usize;
    let value = line.cell(slot)?;
    if value.is_blank() && !value.formula {
        line.fault(slot, Bad::missing());
        return None;
    }
    let at = line.take(slot, Formula::Refused, |v| item_place(v, terms).map(Taken::as_is))?;
    terms.materials.get(at).map(|m| m.no.as_str())
}

/// `05`, `5`, 5, `05 海关备案回执`: the number counts.
fn item_place(value: &Value<'_>, terms: &Terms) -> Result<usize, Bad> {
    let text = match &value.data {
        DataRef::SharedString(s) => std::borrow::Cow::Borrowed(*s),
        data => std::borrow::Cow::Owned(cell::shown(data)),
    };
    if let Some(at) = terms.material(&text) {
        return Ok(at);
    }
    let plain = domain::text::clean(&text).text;
    let end = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let looks_right = !digits.is_empty() && !rest.starts_with(['.', '-', '/']);
    let known = terms
        .materials
        .iter()
        .position(|m| looks_right && m.no.trim_start_matches('0') == digits.trim_start_matches('0'));
    known.ok_or_else(|| {
        let (first, last) = (terms.materials.first(), terms.materials.last());
        let range = |m: Option<&crate::terms::MaterialItem>| m.map(|m| m.no.clone()).unwrap_or_default();
        Bad::new(
            "item_unknown",
            (
                "不在政策版本的材料清单之内",
                "not an item of the policy version's list of materials",
            ),
            (
                &format!("请填 {} 至 {} 的两位编号", range(first), range(last)),
                &format!("write a number from {} to {}", range(first), range(last)),
            ),
        )
        .by(rules::RECEIPT)
    })
}

fn yes(line: &mut Line<'_, '_>, column: Material) -> bool {
    line.take(column as usize, Formula::Taken, cell::yes_no)
        .unwrap_or(false)
}

fn number(line: &mut Line<'_, '_>, column: Material) -> u32 {
    line.take(column as usize, Formula::Taken, cell::count).unwrap_or(0)
}

fn tell_without_materials(drafts: &Drafts, log: &mut Log) {
    for draft in drafts.list.iter().filter(|d| !d.faulty && d.form.materials.is_empty()) {
        log.warn(Remark {
            place: Place {
                sheet: FILINGS.to_owned(),
                row: draft.row,
                letter: String::new(),
                caption: String::new(),
            },
            code: "no_materials",
            value: draft.form.applicant.name.clone(),
            taken: None,
            message: Say::new(
                "“材料”表中没有该企业的材料，将按一项未交处理。",
                "The sheet of materials has no row for this enterprise: nothing counts as handed in.",
            ),
        });
    }
}
