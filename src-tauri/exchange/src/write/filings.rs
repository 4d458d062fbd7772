//! The workbook of applications: what the template is, with rows.

use super::cell::{Out, put};
use super::layout::{Formats, add_lists, lay_out};
use super::{WriteFault, guide, new_workbook};
use crate::columns::{FILINGS, MATERIALS, filings as main, materials};
use crate::import::Row;
use crate::terms::Terms;
use domain::application::{ApplicationForm, MaterialLine};
use rust_xlsxwriter::Worksheet;

/// Writes applications in the template's shape; without any it is the template. `Row::row` is not used.
pub fn filings(rows: &[Row<ApplicationForm>], terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    let mut workbook = new_workbook("二手车出口企业申请汇总表")?;
    let formats = Formats::new();
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(FILINGS)?;
        lay_out(sheet, &main::columns(), terms, &formats, 3)?;
        for (at, row) in (1u32..).zip(rows) {
            application(sheet, at, row, &formats)?;
        }
    }
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(MATERIALS)?;
        lay_out(sheet, &materials::columns(), terms, &formats, 2)?;
        let lines = rows.iter().flat_map(|r| {
            r.value
                .materials
                .iter()
                .map(move |line| (r.value.applicant.uscc.as_str(), line))
        });
        for (at, (code, line)) in (1u32..).zip(lines) {
            material(sheet, at, code, line, &formats)?;
        }
    }
    guide::add(&mut workbook, terms, guide::FOR_FILINGS, true)?;
    add_lists(&mut workbook, terms, &formats)?;
    Ok(workbook.save_to_buffer()?)
}

fn application(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row<ApplicationForm>,
    formats: &Formats,
) -> Result<(), WriteFault> {
    let ApplicationForm {
        applicant: a, facts: f, ..
    } = &row.value;
    // In the order of `columns::filings`.
    let cells = [
        Out::Text(row.reference.as_deref().unwrap_or_default()),
        Out::Text(&a.name),
        Out::Text(&a.uscc),
        Out::Text(&a.county),
        Out::Text(&a.legal_representative),
        Out::Text(&a.contact),
        Out::Text(&a.phone),
        Out::Date(a.founded),
        Out::Text(f.city.as_deref().unwrap_or_default()),
        Out::Fact(f.legal_person),
        Out::Fact(f.import_export),
        Out::Fact(f.violations.police),
        Out::Fact(f.violations.market),
        Out::Fact(f.violations.customs),
        Out::Fact(f.violations.commerce),
        Out::Fact(f.violations.safety),
        Out::Money(f.registered_capital),
        Out::Money(f.paid_in_capital),
        Out::Money(f.net_assets),
        Out::Fact(f.sourcing),
        Out::Fact(f.trade_experience),
        Out::Fact(f.repair_network),
        Out::Asked(f.market_knowledge),
        Out::Bearer(f.sourcing_by),
        Out::Bearer(f.experience_by),
        Out::Asked(f.premises),
        Out::Asked(f.display_site),
        Out::Asked(f.vehicle_trade_experience),
        match f.appraisers {
            None => Out::Blank,
            Some(None) => Out::Fact(None),
            Some(Some(n)) => Out::Count(n),
        },
    ];
    for (column, out) in (0u16..).zip(&cells) {
        put(sheet, at, column, out, formats)?;
    }
    Ok(())
}

fn material(
    sheet: &mut Worksheet,
    at: u32,
    code: &str,
    line: &MaterialLine,
    formats: &Formats,
) -> Result<(), WriteFault> {
    let cells = [
        Out::Text(code),
        Out::Text(&line.no),
        Out::YesNo(line.provided),
        Out::Count(line.copies),
        Out::Count(line.pages),
        Out::YesNo(line.original_seen),
        Out::Date(line.valid_until),
        Out::Text(&line.remark),
    ];
    for (column, out) in (0u16..).zip(&cells) {
        put(sheet, at, column, out, formats)?;
    }
    Ok(())
}
