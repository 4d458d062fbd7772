//! Files that are refused as a whole, and files whose size must not matter.

use super::{archive, filings_of, good_cells, header, row, terms, workbook};
use crate::columns::{filings, materials};
use crate::fault::FileFaultKind;
use crate::read;
use std::fmt::Write as _;

fn refused(bytes: &[u8]) -> FileFaultKind {
    read::filings(bytes, &terms(), None).expect_err("refused").0
}

#[test]
fn what_is_no_workbook_is_refused_by_its_kind() {
    assert_eq!(refused(b""), FileFaultKind::Empty);
    assert_eq!(refused("序号,企业名称\n1,样例".as_bytes()), FileFaultKind::NotAWorkbook);
    assert_eq!(refused(b"%PDF-1.7"), FileFaultKind::NotAWorkbook);
    assert_eq!(
        refused(&archive(&[("word/document.xml", "<w/>")])),
        FileFaultKind::NotAWorkbook,
        "a .docx is a zip too"
    );
    let compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let mut old = compound.to_vec();
    old.resize(2048, 0);
    assert_eq!(refused(&old), FileFaultKind::OldFormat);
    let mut locked = old.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&locked), FileFaultKind::Encrypted);
    let whole = filings_of(&[good_cells()], &[]);
    let torn = refused(&whole[..whole.len() / 2]);
    assert_eq!(torn.code(), "damaged", "half a download: {torn:?}");
}

#[test]
fn other_sheets_are_named() {
    let bytes = workbook(&[("Sheet1", row(1, &[])), ("汇总", row(1, &[]))], &[]);
    assert_eq!(
        refused(&bytes),
        FileFaultKind::WrongSheets {
            missing: vec!["申请".into(), "材料".into()],
            found: vec!["Sheet1".into(), "汇总".into()],
        }
    );
    let message = refused(&bytes).message();
    assert!(
        message.zh.contains("汇总") && message.en.contains("Sheet1"),
        "{message:?}"
    );
}

/// Files written from a template older than the national conditions.
#[test]
fn a_workbook_without_the_national_columns_is_taken_and_says_nothing_of_them() {
    let mut columns = filings::columns();
    columns.truncate(filings::Filing::Premises as usize);
    let sheet = header(&columns) + &row(2, &good_cells());
    let bytes = workbook(&[("申请", sheet), ("材料", header(&materials::columns()))], &[]);
    let import = read::filings(&bytes, &terms(), None).expect("importable");
    assert_eq!((import.faults.len(), import.good.len()), (0, 1));
    let facts = &import.good[0].value.facts;
    assert_eq!((facts.premises, facts.display_site), (None, None));
    assert_eq!((facts.vehicle_trade_experience, facts.appraisers), (None, None));
}

#[test]
fn all_missing_columns_are_named_at_once() {
    let mut columns = filings::columns();
    columns.retain(|c| c.caption != "联系电话" && c.caption != "净资产（元）" && c.caption != "序号");
    let bytes = workbook(
        &[("申请", header(&columns)), ("材料", header(&materials::columns()))],
        &[],
    );
    assert_eq!(
        refused(&bytes),
        FileFaultKind::WrongColumns {
            sheet: "申请".into(),
            missing: vec!["联系电话".into(), "净资产（元）".into()],
            twice: vec![],
        },
        "序号 may be missing"
    );
    let empty = workbook(&[("申请", String::new()), ("材料", String::new())], &[]);
    let FileFaultKind::WrongColumns { missing, .. } = refused(&empty) else {
        panic!("an empty sheet lacks its columns")
    };
    assert_eq!(missing.len(), filings::columns().iter().filter(|c| c.required).count());
}

#[test]
fn a_caption_twice_is_refused() {
    let mut columns = filings::columns();
    columns.push(columns[2].clone());
    let bytes = workbook(
        &[("申请", header(&columns)), ("材料", header(&materials::columns()))],
        &[],
    );
    let FileFaultKind::WrongColumns { missing, twice, .. } = refused(&bytes) else {
        panic!("two columns of codes: which one?")
    };
    assert_eq!((missing.len(), twice), (0, vec!["统一社会信用代码".to_owned()]));
}

#[test]
fn a_header_without_rows_is_told() {
    assert_eq!(
        refused(&filings_of(&[], &[])),
        FileFaultKind::NoRows { sheet: "申请".into() }
    );
}

/// The sheet claims the whole grid and holds a million rows of formatting; the one application stands at the end.
#[test]
fn a_million_blank_rows_are_gone_through_and_not_kept() {
    let mut data = header(&filings::columns());
    data.reserve(60_000_000);
    for at in 2..=1_000_001 {
        write!(data, r#"<row r="{at}"><c r="A{at}" s="1"/></row>"#).expect("text");
    }
    data.push_str(&row(1_000_002, &good_cells()));
    let bytes = workbook(&[("申请", data), ("材料", header(&materials::columns()))], &[]);
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!(import.rows, 1);
    assert_eq!(import.good[0].row, 1_000_002);
    assert_eq!(import.faults, []);
}

/// The reader would reserve room for what the part claims.
#[test]
fn a_claim_of_a_trillion_strings_is_refused() {
    let honest = workbook(&[("申请", String::new())], &[]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(honest)).expect("a zip");
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let text = std::io::read_to_string(&mut part).expect("text");
        parts.push((name, text.replace("uniqueCount=\"0\"", "uniqueCount=\"999999999999\"")));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    assert_eq!(refused(&archive(&parts)).code(), "damaged");
}

#[test]
fn columns_may_stand_in_any_order_under_a_title_beside_others() {
    let mut columns = filings::columns();
    columns.reverse();
    let mut cells = good_cells();
    cells.resize(columns.len(), super::Raw::Nothing);
    cells.reverse();
    let captions: Vec<super::Raw<'_>> = columns.iter().map(|c| super::Raw::Text(&c.caption)).collect();
    let mut with_extra = captions.clone();
    with_extra.push(super::Raw::Text("县区内部备注"));
    let data = format!(
        "{}{}{}",
        row(1, &[super::Raw::Text("2026 年第一批二手车出口企业申请汇总表")]),
        row(3, &with_extra),
        row(4, &cells)
    );
    let bytes = workbook(&[("申请", data), ("材料", header(&materials::columns()))], &[]);
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!(import.faults, []);
    assert_eq!(import.good[0].value.applicant.name, "芜湖样例甲车业有限公司");
    let ignored: Vec<&str> = import
        .warnings
        .iter()
        .filter(|w| w.code == "column_ignored")
        .map(|w| w.value.as_str())
        .collect();
    assert_eq!(ignored, ["县区内部备注"]);
}
