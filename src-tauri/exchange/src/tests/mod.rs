//! Workbooks good and bad. The bad ones are written by hand as XML in a zip: an oracle that shares no code with the
//! writer under test.

mod cells;
mod files;
mod meeting;
mod pool_and_scores;
mod round_trip;
mod samples;

use crate::terms::Terms;
use domain::policy::Policy;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn terms() -> Terms {
    Policy::shipped("wuhu-plan").expect("the default policy ships").into()
}

/// A zip of parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of sheets, each with the XML of its `sheetData`; style 1 is a date.
pub fn workbook(sheets: &[(&str, String)], shared: &[&str]) -> Vec<u8> {
    let list: String = (1..)
        .zip(sheets)
        .map(|(n, (name, _))| format!(r#"<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>"#))
        .collect();
    let relations: String = (1..=sheets.len())
        .map(|n| format!(r#"<Relationship Id="rId{n}" Type="{RELS}/worksheet" Target="worksheets/sheet{n}.xml"/>"#))
        .collect();
    let strings: String = shared.iter().map(|s| format!("<si><t>{s}</t></si>")).collect();
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>{list}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(r#"<Relationships xmlns="{PACKAGE}">{relations}</Relationships>"#),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                r#"<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#
            ),
        ),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!(r#"<sst xmlns="{MAIN}" uniqueCount="{}">{strings}</sst>"#, shared.len()),
        ),
    ];
    for (n, (_, data)) in (1..).zip(sheets) {
        parts.push((
            format!("xl/worksheets/sheet{n}.xml"),
            format!(
                r#"<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{data}</sheetData></worksheet>"#
            ),
        ));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    archive(&parts)
}

/// One cell by hand: `Number` is a raw `<v>`, `Formula` has its stored result.
#[derive(Clone, Copy)]
pub enum Raw<'t> {
    Nothing,
    Text(&'t str),
    Shared(usize),
    Number(&'t str),
    Date(&'t str),
    Bool(bool),
    Formula(&'t str, Option<&'t str>),
}

/// A row's XML. `at` counts from 1.
pub fn row(at: u32, cells: &[Raw<'_>]) -> String {
    let cells: String = (0u32..)
        .zip(cells)
        .map(|(column, cell)| {
            let place = format!("{}{at}", crate::import::letter(column));
            match cell {
                Raw::Nothing => String::new(),
                Raw::Text(t) => format!(r#"<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{t}</t></is></c>"#),
                Raw::Shared(n) => format!(r#"<c r="{place}" t="s"><v>{n}</v></c>"#),
                Raw::Number(n) => format!(r#"<c r="{place}"><v>{n}</v></c>"#),
                Raw::Date(n) => format!(r#"<c r="{place}" s="1"><v>{n}</v></c>"#),
                Raw::Bool(b) => format!(r#"<c r="{place}" t="b"><v>{}</v></c>"#, i32::from(*b)),
                Raw::Formula(f, Some(v)) => format!(r#"<c r="{place}" t="str"><f>{f}</f><v>{v}</v></c>"#),
                Raw::Formula(f, None) => format!(r#"<c r="{place}"><f>{f}</f></c>"#),
            }
        })
        .collect();
    format!(r#"<row r="{at}">{cells}</row>"#)
}

pub fn header(columns: &[crate::columns::Column]) -> String {
    let captions: Vec<Raw<'_>> = columns.iter().map(|c| Raw::Text(&c.caption)).collect();
    row(1, &captions)
}

/// A code that passes, from the standard's own example (GB 32100-2015, appendix).
pub const GOOD_CODE: &str = "91350100M000100Y43";

/// The cells of an application that is right in every way, in the template's order.
pub fn good_cells() -> Vec<Raw<'static>> {
    let mut cells = vec![
        Raw::Text("1"),
        Raw::Text("芜湖样例甲车业有限公司"),
        Raw::Text(GOOD_CODE),
        Raw::Text("镜湖区"),
        Raw::Text("样甲"),
        Raw::Text("样乙"),
        Raw::Text("0553-0000001"),
        Raw::Text("2018-06-01"),
        Raw::Text("芜湖市"),
    ];
    cells.extend([Raw::Text("是"); 2]);
    cells.extend([Raw::Text("否"); 5]);
    cells.extend([
        Raw::Number("12000000"),
        Raw::Number("8000000.5"),
        Raw::Number("9000000"),
    ]);
    cells.extend([Raw::Text("是"); 3]);
    cells
}

/// A filings workbook of rows by hand; material rows likewise.
pub fn filings_of(rows: &[Vec<Raw<'_>>], material_rows: &[Vec<Raw<'_>>]) -> Vec<u8> {
    let sheet = |columns: &[crate::columns::Column], rows: &[Vec<Raw<'_>>]| {
        let mut data = header(columns);
        for (at, cells) in (2..).zip(rows) {
            data.push_str(&row(at, cells));
        }
        data
    };
    workbook(
        &[
            ("申请", sheet(&crate::columns::filings::columns(), rows)),
            ("材料", sheet(&crate::columns::materials::columns(), material_rows)),
        ],
        &[],
    )
}
