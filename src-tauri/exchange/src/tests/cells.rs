//! Single cells, right and wrong.

use super::Raw::{Bool, Date, Formula, Nothing, Number, Shared, Text};
use super::{GOOD_CODE, Raw, filings_of, good_cells, header, row, terms, workbook};
use crate::columns::filings::Filing;
use crate::columns::{filings, materials};
use crate::import::Import;
use crate::read;
use chrono::NaiveDate;
use domain::Fen;
use domain::application::ApplicationForm;
use domain::eligibility::Bearer;

fn import(rows: &[Vec<Raw<'_>>], material_rows: &[Vec<Raw<'_>>]) -> Import<ApplicationForm> {
    let as_of = NaiveDate::from_ymd_opt(2026, 3, 1);
    read::filings(&filings_of(rows, material_rows), &terms(), as_of).expect("a workbook")
}

fn with(column: Filing, cell: Raw<'static>) -> Vec<Raw<'static>> {
    let mut cells = good_cells();
    cells.resize(filings::columns().len(), Nothing);
    cells[column as usize] = cell;
    cells
}

/// Code and clause of the only fault a cell brings.
fn fault(column: Filing, cell: Raw<'static>) -> (&'static str, String) {
    let import = import(&[with(column, cell)], &[]);
    assert_eq!(import.good, [], "a row with a fault is not taken");
    let [fault] = &import.faults[..] else {
        panic!("one fault expected: {:?}", import.faults)
    };
    assert_eq!(fault.place.row, 2);
    assert_eq!(
        fault.place.letter,
        crate::import::letter(column as u32),
        "the fault names its cell"
    );
    assert!(!fault.remedy.zh.is_empty() && !fault.remedy.en.is_empty());
    (fault.code, fault.clause.clone().map(|c| c.0).unwrap_or_default())
}

fn taken(column: Filing, cell: Raw<'static>) -> ApplicationForm {
    let import = import(&[with(column, cell)], &[]);
    assert_eq!(import.faults, []);
    import.good[0].value.clone()
}

#[test]
fn the_good_row_is_good() {
    let import = import(&[good_cells()], &[]);
    assert_eq!(import.faults, []);
    let form = &import.good[0].value;
    assert_eq!(form.applicant.uscc, GOOD_CODE);
    assert_eq!(
        form.facts.paid_in_capital,
        Some(Fen(800_000_050)),
        "8000000.5 yuan to the fen"
    );
    assert_eq!(form.facts.violations.customs, Some(false));
    assert_eq!(form.facts.market_knowledge, None, "a blank optional cell was not asked");
    assert_eq!(import.good[0].reference.as_deref(), Some("1"));
}

#[test]
fn codes_are_held_to_the_standard() {
    let standard = || "GB 32100-2015".to_owned();
    for (cell, code) in [
        (Text("91350100M000100Y44"), "wrong_check_digit"),
        (Text("91350100M000100Y4"), "wrong_length"),
        (Text("91350100M000100I43"), "wrong_character"),
        (Number("9.1340200123456E+17"), "digits_destroyed"),
        (Number("913402001234560000"), "digits_destroyed"),
        (Text("9.1340200123456E+17"), "digits_destroyed"),
        (Text("913402001234567000"), "digits_destroyed"),
    ] {
        assert_eq!(fault(Filing::Uscc, cell), (code, standard()));
    }
    assert_eq!(fault(Filing::Uscc, Nothing), ("missing", "细则12".to_owned()));
    let form = taken(Filing::Uscc, Text(" ９1350100m000100y43 "));
    assert_eq!(form.applicant.uscc, GOOD_CODE);
}

#[test]
fn formulas_are_refused_where_identity_and_money_stand() {
    for column in [
        Filing::Uscc,
        Filing::Name,
        Filing::County,
        Filing::Phone,
        Filing::PaidInCapital,
    ] {
        assert_eq!(fault(column, Formula("A1", Some("8000000"))).0, "formula", "{column:?}");
    }
    let import = import(&[with(Filing::LegalPerson, Formula("IF(1,\"是\")", Some("是")))], &[]);
    assert_eq!(import.good[0].value.facts.legal_person, Some(true));
    assert!(
        import.cleaned.iter().any(|c| c.code == "formula_result"),
        "taken and told"
    );
    assert_eq!(
        fault(Filing::LegalPerson, Formula("X1", None)).0,
        "formula_without_value"
    );
}

#[test]
fn amounts_are_exact_or_refused() {
    let read = |cell| taken(Filing::NetAssets, cell).facts.net_assets;
    for (cell, fen) in [
        (Number("8000000"), 800_000_000),
        (Number("8E6"), 800_000_000),
        (Number("0.1"), 10),
        (Number("1234.5599999999999"), 123_456),
        (Text("８，０００，０００．５０元"), 800_000_050),
        (Text("￥ 12,345.60"), 1_234_560),
        (Number("-250000"), -25_000_000),
    ] {
        assert_eq!(read(cell), Some(Fen(fen)));
    }
    assert_eq!(read(Text("待核")), None);
    for (cell, code) in [
        (Number("-1"), "negative_capital"),
        (Text("-800"), "negative_capital"),
        (Text("800万元"), "amount_in_ten_thousands"),
        (Text("八百万"), "amount_in_ten_thousands"),
        (Number("1.234"), "amount_out_of_form"),
        (Number("1E+40"), "amount_out_of_form"),
        (Text("约800"), "not_an_amount"),
        (Bool(true), "not_an_amount"),
    ] {
        assert_eq!(fault(Filing::PaidInCapital, cell), (code, "§二(一)2".to_owned()));
    }
    let small = import(&[with(Filing::PaidInCapital, Number("800"))], &[]);
    assert!(
        small.warnings.iter().any(|w| w.code == "amount_small"),
        "800 yuan is meant in ten-thousands"
    );
    assert_eq!(small.good.len(), 1, "but it is only asked");
}

#[test]
fn dates_come_in_the_forms_the_office_writes() {
    let day = NaiveDate::from_ymd_opt(2024, 2, 29);
    for cell in [
        Text("2024-02-29"),
        Text("2024年2月29日"),
        Text("2024.2.29"),
        Text("2024/02/29"),
        Text("２０２４－０２－２９"),
        Number("20240229"),
        Date("45351"),
        Date("45351.75"),
    ] {
        assert_eq!(taken(Filing::Founded, cell).applicant.founded, day);
    }
    for cell in [
        Text("2023-02-29"),
        Text("24-2-29"),
        Text("2024年"),
        Number("45351"),
        Text("02/29/2024"),
    ] {
        assert_eq!(fault(Filing::Founded, cell).0, "not_a_date");
    }
    assert_eq!(fault(Filing::Founded, Text("2026-03-02")).0, "date_in_future");
}

#[test]
fn phones_and_counties_are_checked() {
    assert_eq!(
        taken(Filing::Phone, Number("13000000000")).applicant.phone,
        "13000000000"
    );
    assert_eq!(fault(Filing::Phone, Number("5530000001")).0, "leading_zero_lost");
    assert_eq!(fault(Filing::Phone, Text("1.3E+10")).0, "digits_destroyed");
    assert_eq!(fault(Filing::Phone, Text("见附件")).0, "not_a_phone");
    assert_eq!(
        fault(Filing::County, Text("包河区")),
        ("county_unknown", "细则12".to_owned())
    );
    assert_eq!(
        taken(Filing::County, Text("无为县")).applicant.county,
        "无为市",
        "a former name"
    );
}

#[test]
fn facts_are_three_valued() {
    for (cell, fact) in [
        (Text("是"), Some(true)),
        (Bool(false), Some(false)),
        (Text("待核"), None),
        (Nothing, None),
    ] {
        assert_eq!(taken(Filing::Sourcing, cell).facts.sourcing, fact);
    }
    assert_eq!(fault(Filing::Sourcing, Text("可能")).0, "not_in_list");
    assert_eq!(fault(Filing::Sourcing, Number("1")).0, "not_in_list");
    let form = taken(Filing::SourcingBy, Text("投资方"));
    assert_eq!(form.facts.sourcing_by, Some(Some(Bearer::Investor)));
    let form = taken(Filing::Appraisers, Text("待核"));
    assert_eq!(form.facts.appraisers, Some(None), "asked and not known");
    assert_eq!(taken(Filing::Appraisers, Text("３人")).facts.appraisers, Some(Some(3)));
}

#[test]
fn every_fault_of_every_row_is_told_at_once() {
    let mut bad = with(Filing::Uscc, Text("91350100M000100Y44"));
    bad[Filing::County as usize] = Text("某区");
    bad[Filing::PaidInCapital as usize] = Number("-5");
    let import = import(&[bad, good_cells()], &[]);
    let codes: Vec<(u32, &str)> = import.faults.iter().map(|f| (f.place.row, f.code)).collect();
    assert_eq!(
        codes,
        [(2, "wrong_check_digit"), (2, "county_unknown"), (2, "negative_capital")]
    );
    assert_eq!(import.good.len(), 1, "the good row is kept");
    assert_eq!((import.good[0].row, import.rows), (3, 2));
}

#[test]
fn an_enterprise_twice_names_both_rows() {
    let import = import(&[good_cells(), good_cells()], &[]);
    assert_eq!(import.good, []);
    let rows: Vec<u32> = import.faults.iter().map(|f| f.place.row).collect();
    assert_eq!(rows, [2, 3]);
    for fault in &import.faults {
        assert_eq!(fault.code, "enterprise_twice");
        assert!(fault.message.zh.contains("第 2、3 行"), "{}", fault.message.zh);
    }
}

#[test]
fn material_rows_are_matched_and_checked() {
    let line = |no: Raw<'static>| {
        vec![
            Text(GOOD_CODE),
            no,
            Text("是"),
            Text("２份"),
            Number("12"),
            Text("是"),
            Text("长期"),
        ]
    };
    let good = import(&[good_cells()], &[line(Number("5")), line(Text("06 验资报告"))]);
    assert_eq!(good.faults, []);
    let materials = &good.good[0].value.materials;
    let numbers: Vec<&str> = materials.iter().map(|m| m.no.as_str()).collect();
    assert_eq!(numbers, ["05", "06"]);
    assert_eq!(
        (materials[0].copies, materials[0].pages, materials[0].valid_until),
        (2, 12, None)
    );

    let stranger = vec![Text("91340202YLX000011P"), Text("01")];
    for (row, code) in [
        (line(Text("21")), "item_unknown"),
        (line(Text("申请表")), "item_unknown"),
        (vec![Text(GOOD_CODE), Text("01"), Text("待核")], "not_in_list"),
        (
            vec![Text(GOOD_CODE), Text("01"), Text("是"), Number("1.5")],
            "not_a_count",
        ),
    ] {
        let import = import(&[good_cells()], &[row]);
        assert_eq!(import.faults.iter().map(|f| f.code).collect::<Vec<_>>(), [code]);
        assert_eq!(import.faults[0].place.sheet, "材料");
        assert_eq!(import.good, [], "half of an enterprise's materials is not taken");
    }
    let twice = import(&[good_cells()], &[line(Text("01")), line(Text("1"))]);
    assert_eq!(twice.faults[0].code, "item_twice");
    assert!(twice.faults[0].message.zh.contains("第 2 行"));
    let import = import(&[good_cells()], &[stranger]);
    assert!(["enterprise_unknown", "wrong_check_digit"].contains(&import.faults[0].code));
    assert_eq!(import.good.len(), 1, "a stranger's row is nobody's fault");
}

/// A row of 材料 whose enterprise has a wrong code in 申请 too is not called a stranger.
#[test]
fn a_wrong_code_is_told_once() {
    let wrong = "91350100M000100Y44";
    let import = import(
        &[with(Filing::Uscc, Text(wrong))],
        &[vec![Text(wrong), Text("01"), Text("是")]],
    );
    assert_eq!(import.faults.len(), 1);
}

#[test]
fn shared_strings_and_error_values_are_read() {
    let mut cells = good_cells();
    cells[Filing::Name as usize] = Shared(0);
    let mut data = header(&filings::columns());
    data.push_str(&row(2, &cells));
    data.push_str(r#"<row r="3"><c r="B3" t="e"><v>#REF!</v></c></row>"#);
    let bytes = workbook(
        &[("申请", data), ("材料", header(&materials::columns()))],
        &["芜湖样例\u{a0}乙车业有限公司\u{200b}"],
    );
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!(import.good[0].value.applicant.name, "芜湖样例 乙车业有限公司");
    assert!(import.cleaned.iter().any(|c| c.place.caption == "企业名称"));
    assert_eq!(import.faults.iter().filter(|f| f.code == "error_value").count(), 1);
}
