//! What is written is read back.

use super::{Raw, filings_of, good_cells, terms};
use crate::columns::{FILINGS, MATERIALS, filings as columns};
use crate::{read, sample, template, write};
use calamine::{Reader, Xlsx};
use std::io::Cursor;

#[test]
fn the_template_has_every_column_and_no_row() {
    let bytes = template::filings(&terms()).expect("a template");
    let fault = read::filings(&bytes, &terms(), None).expect_err("no rows yet");
    assert_eq!(fault.code(), "no_rows");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), [FILINGS, MATERIALS, "说明", "选项"]);
    let range = book.worksheet_range(FILINGS).expect("the sheet");
    let captions: Vec<String> = range.headers().expect("a header");
    let expected: Vec<String> = columns::columns().iter().map(|c| c.caption.to_string()).collect();
    assert_eq!(captions, expected);
}

#[test]
fn drop_downs_draw_from_the_policy() {
    let bytes = template::filings(&terms()).expect("a template");
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
    let part = zip.by_name("xl/worksheets/sheet1.xml").expect("the first sheet");
    let xml = std::io::read_to_string(part).expect("text");
    assert!(xml.contains("选项!$D$1:$D$13"), "the policy's thirteen divisions");
    assert!(xml.contains("state=\"frozen\""), "the header stays in sight");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
    let lists = book.worksheet_range("选项").expect("the lists");
    assert_eq!(
        lists.get_value((0, 3)).map(ToString::to_string).as_deref(),
        Some("镜湖区")
    );
}

#[test]
fn applications_come_back_as_they_were() {
    let rows = sample::batch(7, 60, &terms());
    let bytes = write::filings(&rows, &terms()).expect("a workbook");
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!(import.faults, []);
    assert_eq!(import.cleaned, []);
    assert_eq!(import.good, rows);
    let again = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!(again.sha256, import.sha256);
}

/// Corrected by hand in the returned workbook, the rows are taken.
#[test]
fn a_return_holds_the_rejected_rows_with_reasons_and_can_be_sent_again() {
    let code = super::GOOD_CODE;
    let mut other = good_cells();
    other[2] = Raw::Text("91350100M000100Y44");
    let material = |code: &'static str| vec![Raw::Text(code), Raw::Text("01"), Raw::Text("是")];
    let bytes = filings_of(
        &[good_cells(), other],
        &[material(code), material("91350100M000100Y44")],
    );
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    let returned = write::rejected_filings(&bytes, &import, &terms()).expect("a workbook");

    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&returned)).expect("a workbook");
    let sheet = book.worksheet_range(FILINGS).expect("the sheet");
    assert_eq!(sheet.height(), 2, "the header and the one rejected row");
    let last = sheet
        .get_value((1, columns::columns().len() as u32))
        .map(ToString::to_string);
    let reason = last.expect("a reason");
    assert!(
        reason.contains("C 统一社会信用代码") && reason.contains("GB 32100-2015"),
        "{reason}"
    );
    let lines = book.worksheet_range(MATERIALS).expect("the sheet");
    assert_eq!(lines.height(), 2, "and its material row");

    let second = read::filings(&returned, &terms(), None).expect("the template's shape");
    assert_eq!(
        second.faults.iter().map(|f| f.code).collect::<Vec<_>>(),
        ["wrong_check_digit"],
        "uncorrected, the same fault is found"
    );
    assert!(
        second.warnings.iter().all(|w| w.code != "column_ignored"),
        "our own column of reasons is known"
    );
}
