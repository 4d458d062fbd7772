//! Workbooks that are none, or wrong.

use crate::sample::{Copy, newcomers, path, workbook, wrong_check};
use crate::xlsx::{edited, main_sheet, replaced};
use domain::Fen;
use serde_json::Value;
use std::fmt::Write as _;

/// Imports the bytes and wants them refused as a whole: exit 2, the problem and its remedy in both languages, and the
/// books as they were.
fn refused(name: &str, bytes: &[u8]) -> Vec<Value> {
    let copy = Copy::new();
    refused_by(&copy, name, bytes)
}

fn refused_by(copy: &Copy, name: &str, bytes: &[u8]) -> Vec<Value> {
    let (head, files) = (copy.head(), copy.files());
    let file = copy.file(name, bytes);
    let ran = copy.import(&file, &[]);
    let faults = ran.faults();
    for fault in &faults {
        assert_eq!(fault["file"], path(&file), "the file is named: {fault}");
        for key in ["message", "remedy"] {
            assert!(!fault[key].as_str().unwrap().is_empty(), "{key} of {fault}");
        }
    }
    let english = copy.import(&file, &["--lang", "en"]);
    assert_eq!(english.code, 2);
    assert!(english.err.contains("error: "), "{}", english.err);
    // Even asked to take what is good, a file without a good row leaves nothing.
    assert_eq!((copy.head(), copy.files()), (head, files), "{name} changed the books");
    faults
}

fn codes(faults: &[Value]) -> Vec<&str> {
    faults.iter().map(|f| f["code"].as_str().unwrap()).collect()
}

#[test]
fn what_is_no_workbook() {
    for (name, bytes, code) in [
        ("empty.xlsx", &b""[..], "empty_file"),
        ("text.xlsx", "企业名称,统一社会信用代码".as_bytes(), "not_a_workbook"),
        ("paper.xlsx", b"%PDF-1.7\n", "not_a_workbook"),
    ] {
        assert_eq!(codes(&refused(name, bytes)), [code], "{name}");
    }
    let whole = workbook(&newcomers(2));
    assert_eq!(codes(&refused("torn.xlsx", &whole[..whole.len() / 2])), ["damaged"]);
    let copy = Copy::new();
    let head = copy.head();
    let faults = copy.import(&copy.beside("nowhere.xlsx"), &[]).faults();
    assert_eq!(codes(&faults), ["unreadable_file"]);
    assert_eq!(copy.head(), head);
}

#[test]
fn other_sheets() {
    let renamed = edited(&workbook(&newcomers(2)), |name, text| match name {
        "xl/workbook.xml" => text.replace("申请", "汇总"),
        _ => text,
    });
    let faults = refused("other.xlsx", &renamed);
    assert_eq!(codes(&faults), ["wrong_sheets"]);
    let message = faults[0]["message"].as_str().unwrap();
    assert!(
        message.contains("申请") && message.contains("汇总"),
        "what is missing and what is there: {message}"
    );
}

/// A million rows after the last, as a spreadsheet keeps them that was formatted to the end.
fn with_blank_rows(book: &[u8]) -> Vec<u8> {
    main_sheet(book, |sheet| {
        let mut rows = String::new();
        for n in 100..1_000_100 {
            write!(rows, r#"<row r="{n}"><c r="A{n}" s="1"/></row>"#).unwrap();
        }
        sheet.replace("</sheetData>", &format!("{rows}</sheetData>"))
    })
}

#[test]
fn a_million_blank_rows() {
    assert_eq!(
        codes(&refused("blank.xlsx", &with_blank_rows(&workbook(&[])))),
        ["no_rows"]
    );
    // With two applications above them they are two applications.
    let copy = Copy::new();
    let head = copy.head();
    let file = copy.file("two.xlsx", &with_blank_rows(&workbook(&newcomers(2))));
    let ran = copy.import(&file, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!((ran.one()["rows"].as_i64(), copy.head().0), (Some(2), head.0 + 6));
}

#[test]
fn formulas() {
    let rows = newcomers(2);
    let code = rows[0].value.applicant.uscc.clone();
    let bytes = main_sheet(&workbook(&rows), |sheet| {
        // C2, the code of the first row, becomes a formula with a result.
        let from = sheet.find(r#"<c r="C2""#).unwrap();
        let to = from + sheet[from..].find("</c>").unwrap();
        let cell = format!(r#"<c r="C2" t="str"><f>B9&amp;B10</f><v>{code}</v>"#);
        format!("{}{cell}{}", &sheet[..from], &sheet[to..])
    });
    let faults = refused("formulas.xlsx", &bytes);
    let fault = faults
        .iter()
        .find(|f| f["code"] == "formula")
        .unwrap_or_else(|| panic!("{faults:?}"));
    assert_eq!((&fault["sheet"], &fault["row"]), (&"申请".into(), &2.into()));
    assert!(fault["field"].as_str().unwrap().starts_with('C'), "{fault}");
}

#[test]
fn a_wrong_check_digit() {
    let mut rows = newcomers(2);
    rows[1].value.applicant.uscc = wrong_check(&rows[1].value.applicant.uscc);
    let faults = refused("digit.xlsx", &workbook(&rows));
    assert_eq!(faults[0]["code"], "wrong_check_digit");
    assert_eq!((&faults[0]["sheet"], &faults[0]["row"]), (&"申请".into(), &3.into()));
}

#[test]
fn a_negative_capital() {
    let mut rows = newcomers(2);
    rows[0].value.facts.paid_in_capital = Some(Fen::yuan(-8_000_000));
    let faults = refused("negative.xlsx", &workbook(&rows));
    assert_eq!(codes(&faults), ["negative_capital"]);
    let fault = &faults[0];
    assert_eq!(fault["row"], 2);
    assert!(fault["field"].as_str().unwrap().contains("实缴资本"), "{fault}");
}

#[test]
fn an_enterprise_twice_in_one_file() {
    let rows = newcomers(3);
    let (first, third) = (&rows[0].value.applicant.uscc, &rows[2].value.applicant.uscc);
    let faults = refused("twice.xlsx", &replaced(&workbook(&rows), third, first));
    assert!(
        faults
            .iter()
            .any(|f| f["code"] == "enterprise_twice" && f["sheet"] == "申请"),
        "{faults:?}"
    );
}

#[test]
fn two_applications_of_one_enterprise_in_one_batch() {
    let copy = Copy::new();
    let mut rows = newcomers(2);
    assert_eq!(copy.import(&copy.file("first.xlsx", &workbook(&rows)), &[]).code, 0);
    let taken = copy.head();
    rows[1].value.facts.registered_capital = Some(Fen::yuan(99_000_000));
    let faults = refused_by(&copy, "second.xlsx", &workbook(&rows));
    assert_eq!(codes(&faults), ["already_applied"]);
    assert_eq!((&faults[0]["row"], copy.head()), (&3.into(), taken));
    assert!(!faults[0]["rule"].as_str().unwrap().is_empty(), "the clause is named");
}
