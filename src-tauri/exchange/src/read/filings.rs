//! Sheets 申请 and 材料 become application forms.

use super::line::{Formula, Line};
use super::{expect_sheets, materials, tell_other_columns, tell_other_sheets, uscc};
use crate::book::{self, Grid, Head};
use crate::cell::{self, Bad, Note};
use crate::columns::filings::{Filing, columns};
use crate::columns::{FILINGS, MATERIALS};
use crate::fault::{FileFault, FileFaultKind};
use crate::import::{Import, Log, Row};
use crate::terms::Terms;
use chrono::NaiveDate;
use domain::application::{Applicant, ApplicationForm};
use domain::clause::{plan, rules};
use domain::eligibility::{EligibilityFacts, Violations};
use domain::{Fen, Say};
use std::collections::HashMap;

/// An application while its two sheets are read.
pub(super) struct Draft {
    pub row: u32,
    reference: Option<String>,
    pub form: ApplicationForm,
    /// Rows of its material lines, in step with `form.materials`.
    pub material_rows: Vec<u32>,
    pub faulty: bool,
}

/// All applications of a file, found by their codes, right or wrong.
#[derive(Default)]
pub(super) struct Drafts {
    pub list: Vec<Draft>,
    pub by_code: HashMap<String, usize>,
}

/// Reads the workbook a county office filled.
///
/// An application is good when neither its own row nor any of its material rows has a fault: half of an enterprise's
/// materials is never taken. `as_of` is the day of import; a founding date after it is a fault.
///
/// # Errors
/// A [`FileFault`] where the file as a whole cannot be read.
pub fn filings(bytes: &[u8], terms: &Terms, as_of: Option<NaiveDate>) -> Result<Import<ApplicationForm>, FileFault> {
    let mut book = book::open(bytes)?;
    let sheets = [FILINGS, MATERIALS];
    expect_sheets(&book, &sheets)?;
    let mut log = Log::default();
    tell_other_sheets(&book, &sheets, &mut log);

    let mut drafts = Drafts::default();
    let mut repeats: HashMap<usize, Vec<usize>> = HashMap::new();
    let head = {
        let (mut grid, head) = Grid::open(&mut book, FILINGS, columns())?;
        tell_other_columns(&head, &mut log);
        let mut cells = grid.cells();
        while grid.next(&mut cells)? {
            let mut line = Line::new(&cells, &head, &mut log);
            let draft = application(&mut line, terms, as_of);
            let at = drafts.list.len();
            let code = draft.form.applicant.uscc.as_str();
            if !code.is_empty() {
                match drafts.by_code.get(code) {
                    Some(first) => repeats.entry(*first).or_default().push(at),
                    None => {
                        drafts.by_code.insert(code.to_owned(), at);
                    }
                }
            }
            drafts.list.push(draft);
        }
        head
    };
    let rows = drafts.list.len();
    name_repeats(&head, &repeats, &mut drafts, &mut log);
    materials::read(&mut book, terms, &mut drafts, &mut log)?;
    if rows == 0 {
        return Err(FileFaultKind::NoRows {
            sheet: FILINGS.to_owned(),
        }
        .into());
    }
    let good = drafts
        .list
        .into_iter()
        .filter(|d| !d.faulty)
        .map(|d| Row {
            row: d.row,
            reference: d.reference,
            value: d.form,
        })
        .collect();
    Ok(log.finish(good, rows, book.sha256, &sheets))
}

fn application(line: &mut Line<'_, '_>, terms: &Terms, as_of: Option<NaiveDate>) -> Draft {
    let reference = line
        .take(Filing::Reference as usize, Formula::Taken, |v| cell::plain(v))
        .map(|text| text.into_owned());
    let applicant = Applicant {
        name: line.required_text(Filing::Name as usize, Formula::Refused),
        uscc: code(line),
        county: county(line, terms),
        legal_representative: line.required_text(Filing::LegalRepresentative as usize, Formula::Refused),
        contact: line.required_text(Filing::Contact as usize, Formula::Taken),
        phone: phone(line),
        founded: founded(line, as_of),
    };
    let facts = facts(line);
    Draft {
        row: line.cells.row,
        reference,
        form: ApplicationForm {
            applicant,
            facts,
            materials: Vec::new(),
        },
        material_rows: Vec::new(),
        faulty: line.faulty,
    }
}

/// The code, normalised; empty where there is none.
fn code(line: &mut Line<'_, '_>) -> String {
    let slot = Filing::Uscc as usize;
    let Some(value) = line.cell(slot) else {
        return String::new();
    };
    if value.is_blank() && !value.formula {
        line.fault(slot, Bad::missing());
        return String::new();
    }
    let Some(read) = line.take(slot, Formula::Refused, |v| uscc::read(v).map(cell::Taken::as_is)) else {
        return String::new();
    };
    match read.outcome {
        Ok(None) => {}
        Ok(Some(note)) => line.note(slot, note),
        Err(bad) => line.fault(slot, bad),
    }
    read.text
}

fn county(line: &mut Line<'_, '_>, terms: &Terms) -> String {
    let slot = Filing::County as usize;
    let written = line.required_text(slot, Formula::Refused);
    if written.is_empty() {
        return written;
    }
    match terms.county(&written) {
        Some(name) if name == written => written,
        Some(name) => {
            let name = name.to_owned();
            line.note(
                slot,
                Note {
                    code: "county_named",
                    taken: name.clone(),
                    message: Say::new(
                        "简称或曾用名已换为全称",
                        "a short or former name was replaced by the full one",
                    ),
                },
            );
            name
        }
        None => {
            let list: Vec<&str> = terms.counties.iter().map(|c| c.name.as_str()).collect();
            line.fault(
                slot,
                Bad::new(
                    "county_unknown",
                    (
                        "不在政策版本列出的县（市）区、开发区之内",
                        "not a division the policy version lists",
                    ),
                    (
                        &format!("请从下列名称中选择：{}", list.join("、")),
                        &format!("choose one of: {}", list.join(", ")),
                    ),
                )
                .by(rules::RECEIPT),
            );
            written
        }
    }
}

/// A mobile number, or a fixed line with its area code; perhaps an extension.
fn phone(line: &mut Line<'_, '_>) -> String {
    let slot = Filing::Phone as usize;
    let Some(value) = line.cell(slot) else {
        return String::new();
    };
    if value.is_blank() && !value.formula {
        line.fault(slot, Bad::missing());
        return String::new();
    }
    let is_number = super::line_is_number(value);
    let Some(text) = line.take(slot, Formula::Refused, |v| cell::digits(v, 11)) else {
        return String::new();
    };
    if is_number && !(text.len() == 11 && text.starts_with('1')) {
        line.fault(slot, Bad::zero_lost());
        return String::new();
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let allowed = |c: char| {
        c.is_ascii_digit() || matches!(c, '-' | '+' | ' ' | '(' | ')' | '（' | '）' | '转' | '、' | '/' | ',')
    };
    if !(7..=24).contains(&digits) || !text.chars().all(allowed) {
        line.fault(
            slot,
            Bad::new(
                "not_a_phone",
                ("不是电话号码", "not a telephone number"),
                (
                    "请填 11 位手机号码，或带区号的固定电话",
                    "write a mobile number of 11 digits, or a fixed line with its area code",
                ),
            )
            .by(rules::RECEIPT),
        );
    }
    text.into_owned()
}

fn founded(line: &mut Line<'_, '_>, as_of: Option<NaiveDate>) -> Option<NaiveDate> {
    let slot = Filing::Founded as usize;
    let on = line.take(slot, Formula::Taken, cell::date).flatten()?;
    if as_of.is_some_and(|today| on > today) {
        line.fault(
            slot,
            Bad::new(
                "date_in_future",
                ("成立日期晚于导入日期", "founded after the day of import"),
                ("请对照营业执照更正", "correct it against the business licence"),
            )
            .by(rules::RECEIPT),
        );
    }
    Some(on)
}

fn facts(line: &mut Line<'_, '_>) -> EligibilityFacts {
    let city = line.text(Filing::City as usize).map(|c| c.into_owned());
    let mut known = |column: Filing| line.take(column as usize, Formula::Taken, cell::three_valued).flatten();
    let legal_person = known(Filing::LegalPerson);
    let import_export = known(Filing::ImportExport);
    let violations = Violations {
        police: known(Filing::Police),
        market: known(Filing::Market),
        customs: known(Filing::Customs),
        commerce: known(Filing::Commerce),
        safety: known(Filing::Safety),
    };
    let sourcing = known(Filing::Sourcing);
    let trade_experience = known(Filing::TradeExperience);
    let repair_network = known(Filing::RepairNetwork);
    // A blank optional cell was not asked; 待核 was asked and is not known.
    let mut asked = |column: Filing| line.take(column as usize, Formula::Taken, cell::three_valued);
    let market_knowledge = asked(Filing::MarketKnowledge);
    let premises = asked(Filing::Premises);
    let display_site = asked(Filing::DisplaySite);
    let vehicle_trade_experience = asked(Filing::VehicleTradeExperience);
    let facts = EligibilityFacts {
        city,
        legal_person,
        import_export,
        violations,
        registered_capital: amount(line, Filing::RegisteredCapital, Floor::Zero),
        paid_in_capital: amount(line, Filing::PaidInCapital, Floor::Zero),
        net_assets: amount(line, Filing::NetAssets, Floor::None),
        sourcing,
        trade_experience,
        repair_network,
        market_knowledge,
        sourcing_by: line.take(Filing::SourcingBy as usize, Formula::Taken, cell::bearer),
        experience_by: line.take(Filing::ExperienceBy as usize, Formula::Taken, cell::bearer),
        premises,
        display_site,
        vehicle_trade_experience,
        appraisers: line.take(Filing::Appraisers as usize, Formula::Taken, |v| {
            super::unless_unknown(v, cell::count)
        }),
    };
    if let (Some(registered), Some(paid_in)) = (facts.registered_capital, facts.paid_in_capital)
        && paid_in > registered
    {
        line.warn(
            Filing::PaidInCapital as usize,
            "paid_in_above_registered",
            Say::new(
                "实缴资本大于注册资本，请核对。",
                "Paid-in capital exceeds registered capital; please check.",
            ),
        );
    }
    facts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Floor {
    Zero,
    /// Net assets may be negative.
    None,
}

/// Amounts below this look as if they had been given in units of ten thousand.
const LOOKS_LIKE_TEN_THOUSANDS: Fen = Fen::yuan(100_000);

fn amount(line: &mut Line<'_, '_>, column: Filing, floor: Floor) -> Option<Fen> {
    let slot = column as usize;
    let fen = line.take(slot, Formula::Refused, |v| {
        super::unless_unknown(v, cell::money).map_err(|bad| bad.by(plan::CAPITAL))
    })??;
    if floor == Floor::Zero {
        if fen.is_negative() {
            line.fault(
                slot,
                Bad::new(
                    "negative_capital",
                    ("资本不能为负数", "capital cannot be negative"),
                    (
                        "请对照营业执照或验资报告更正",
                        "correct it against the business licence or capital report",
                    ),
                )
                .by(plan::CAPITAL),
            );
            return None;
        }
        if fen.0 > 0 && fen < LOOKS_LIKE_TEN_THOUSANDS {
            line.warn(
                slot,
                "amount_small",
                Say::new(
                    format!("金额仅 {} 元，是否误以万元填写？", fen.grouped()),
                    format!(
                        "The amount is only {} yuan: was it given in ten-thousands?",
                        fen.grouped()
                    ),
                ),
            );
        }
    }
    Some(fen)
}

/// The same enterprise on several rows: each row is told of all.
fn name_repeats(head: &Head, repeats: &HashMap<usize, Vec<usize>>, drafts: &mut Drafts, log: &mut Log) {
    for (first, others) in repeats {
        let all: Vec<usize> = std::iter::once(*first).chain(others.iter().copied()).collect();
        let rows: Vec<String> = all
            .iter()
            .filter_map(|at| drafts.list.get(*at))
            .map(|d| d.row.to_string())
            .collect();
        for at in &all {
            let Some(draft) = drafts.list.get_mut(*at) else {
                continue;
            };
            draft.faulty = true;
            log.fault(crate::import::CellFault {
                place: crate::import::Place {
                    sheet: FILINGS.to_owned(),
                    row: draft.row,
                    letter: head.letters.get(Filing::Uscc as usize).cloned().unwrap_or_default(),
                    caption: columns()
                        .get(Filing::Uscc as usize)
                        .map(|c| c.caption.to_string())
                        .unwrap_or_default(),
                },
                code: "enterprise_twice",
                value: draft.form.applicant.uscc.clone(),
                message: Say::new(
                    format!("同一企业在本表出现 {} 次：第 {} 行", rows.len(), rows.join("、")),
                    format!(
                        "the same enterprise stands in the sheet {} times: rows {}",
                        rows.len(),
                        rows.join(", ")
                    ),
                ),
                remedy: Say::new(
                    "每家企业每批次只报一份申请，请保留一行",
                    "an enterprise applies once in a batch: keep one row",
                ),
                clause: Some(rules::RECEIPT.into()),
            });
        }
    }
}
