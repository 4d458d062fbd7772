//! Changing a workbook as someone does in Excel: its parts unpacked, a text replaced, packed again.

use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Every part through `change`, by its name.
pub fn edited(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        new.start_file(&name, SimpleFileOptions::default()).unwrap();
        new.write_all(change(&name, text).as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// A text replaced wherever it stands.
pub fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    edited(bytes, |_, text| text.replace(from, to))
}

/// The main sheet with something done to it.
pub fn main_sheet(bytes: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    edited(bytes, |name, text| {
        if name == "xl/worksheets/sheet1.xml" {
            change(text)
        } else {
            text
        }
    })
}

/// All texts of a workbook, one after the other.
pub fn texts(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name("xl/sharedStrings.xml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}
