//! From bytes to a workbook, or the reason why not.

use super::{LARGEST_FILE, LARGEST_PART, LARGEST_SHEET};
use crate::fault::{FileFault, FileFaultKind};
use calamine::{Reader, Xlsx, XlsxError};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use std::path::Path;

/// An open workbook and the hash of its bytes.
pub(crate) struct Book<'b> {
    pub xlsx: Xlsx<Cursor<&'b [u8]>>,
    pub sheets: Vec<String>,
    pub sha256: String,
}

/// Reads a file from the disk, unless it is larger than [`LARGEST_FILE`].
pub fn load(path: &Path) -> Result<Vec<u8>, FileFault> {
    let unreadable = |e: std::io::Error| FileFault(FileFaultKind::Unreadable(e.to_string()));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // The length may grow between asking and reading, so the limit is held while reading.
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    within(bytes.len() as u64, LARGEST_FILE)?;
    Ok(bytes)
}

pub(crate) fn open(bytes: &[u8]) -> Result<Book<'_>, FileFault> {
    if bytes.is_empty() {
        return Err(FileFaultKind::Empty.into());
    }
    within(bytes.len() as u64, LARGEST_FILE)?;
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    if bytes.starts_with(COMPOUND) {
        // Both .xls and an encrypted .xlsx are compound files; only the second has this directory entry (UTF-16).
        let entry: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(entry.len()).any(|w| w == entry);
        return Err(if encrypted {
            FileFaultKind::Encrypted
        } else {
            FileFaultKind::OldFormat
        }
        .into());
    }
    if !bytes.starts_with(ZIP) {
        return Err(FileFaultKind::NotAWorkbook.into());
    }
    weigh(bytes)?;
    let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|e| damaged("workbook", &e))?;
    let sheets = xlsx.sheet_names();
    Ok(Book {
        xlsx,
        sheets,
        sha256: hex::encode(Sha256::digest(bytes)),
    })
}

pub(crate) fn damaged(part: &str, error: &XlsxError) -> FileFault {
    FileFaultKind::Damaged {
        part: part.to_owned(),
        detail: error.to_string(),
    }
    .into()
}

/// Looks at the archive's directory before anything is unpacked: is a workbook inside, and of a sane size?
fn weigh(bytes: &[u8]) -> Result<(), FileFault> {
    let archive_fault = |e: zip::result::ZipError| {
        FileFault(FileFaultKind::Damaged {
            part: "zip".to_owned(),
            detail: e.to_string(),
        })
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(archive_fault)?;
    let mut is_workbook = false;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(archive_fault)?;
        let name = part.name().map_err(archive_fault)?.to_ascii_lowercase();
        is_workbook |= name.ends_with("workbook.xml");
        let limit = if name.contains("worksheets/") {
            LARGEST_SHEET
        } else {
            LARGEST_PART
        };
        within(part.size(), limit)?;
        if name.ends_with("sharedstrings.xml") {
            let mut head = [0; 2048];
            let read = part.read(&mut head).unwrap_or(0);
            let claimed = claimed_strings(&head[..read]);
            // A string takes 7 bytes at the least (<si/> and a separator), and the reader reserves room for the
            // number that is claimed: a claim the part cannot hold is an attack or damage.
            if claimed.is_some_and(|n| n > part.size()) {
                return Err(FileFaultKind::Damaged {
                    part: "sharedStrings".to_owned(),
                    detail: "uniqueCount".to_owned(),
                }
                .into());
            }
        }
    }
    if is_workbook {
        Ok(())
    } else {
        Err(FileFaultKind::NotAWorkbook.into())
    }
}

fn within(bytes: u64, limit: u64) -> Result<(), FileFault> {
    if bytes > limit {
        Err(FileFaultKind::TooLarge { bytes, limit }.into())
    } else {
        Ok(())
    }
}

fn claimed_strings(head: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(head);
    let after = text.split_once("uniqueCount=")?.1;
    let digits: String = after
        .chars()
        .skip(1)
        .take_while(char::is_ascii_digit)
        .take(20)
        .collect();
    Some(digits.parse().unwrap_or(u64::MAX))
}
