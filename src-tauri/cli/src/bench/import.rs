//! Importing a county's workbook: reading, judging and appending, against reading it and keeping the same rows.

use super::{Failed, RUNS, figure::Figure, plain, progress, told};
use crate::stopwatch::Stopwatch;
use calamine::{DataRef, Reader, Xlsx};
use exchange::{Terms, sample, write};
use office::{
    Office, Settings, cast,
    wire::{OpenBatch, Receipt, SessionView, SetDate},
};
use rusqlite::params_from_iter;
use std::{io::Cursor, time::Duration};

/// Applications.
pub const SIZE: u32 = 10_000;
const DAY: &str = "2026-03-10";

pub fn measure(size: u32) -> Result<Vec<Figure>, Failed> {
    let terms = Terms::from(crate::policy::PolicyArg::shipped("wuhu-plan").map_err(|_| "no policy")?);
    let book = write::filings(&sample::batch(sample::SEED, size, &terms), &terms)?;
    let bar = progress("import");
    let (mut values, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floors.push(floor(&book)?);
        values.push(value(&book, size)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let name = "calamine over all sheets + the same rows into SQLCipher in one transaction";
    Ok(vec![
        Figure::of("import", "filings", size, &values).over(&values, name, &floors),
    ])
}

/// The office's own way into fresh books. Making and opening them is not counted: that is key derivation.
fn value(book: &[u8], size: u32) -> Result<Duration, Failed> {
    let folder = tempfile::tempdir()?;
    let books = folder.path().join("books");
    let mut office = Office::new(Settings::real(books.clone(), folder.path().join("papers")));
    drop(office.create_sample(&books).map_err(told)?);
    office.sign_in(&books, "jingban", cast::PASSWORD).map_err(told)?;
    let date = SetDate { date: DAY.into() };
    let _: SessionView = office::ask(&mut office, "session.set_date", &date).map_err(told)?;
    let open = OpenBatch {
        name: "样例".into(),
        policy: "wuhu-plan".into(),
        opens_on: "2026-03-02".into(),
        closes_on: "2026-03-31".into(),
        quota: None,
    };
    let batch: Receipt = office::ask(&mut office, "batch.open", &open).map_err(told)?;
    let batch = batch.id.unwrap_or_default();

    let watch = Stopwatch::start();
    let report = office
        .take_filings(&batch, "样例.xlsx", book, false, DAY)
        .map_err(told)?;
    let passed = watch.passed();
    // An enterprise, its application and its judgement: what was measured is the whole import.
    let appended = report.receipt.map_or(0, |r| r.entries.len());
    if appended != size as usize * 3 {
        return Err(Failed(format!("{appended} entries for {size} applications")));
    }
    Ok(passed)
}

fn floor(book: &[u8]) -> Result<Duration, Failed> {
    let folder = tempfile::tempdir()?;
    let mut db = plain::open(&folder.path().join("floor.db"))?;
    let watch = Stopwatch::start();
    keep(book, &mut db)?;
    Ok(watch.passed())
}

/// Every row of every sheet as text; the two sheets that are imported go into two tables.
fn keep(book: &[u8], db: &mut rusqlite::Connection) -> Result<(), Failed> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book))?;
    let tx = db.transaction()?;
    for sheet in book.sheet_names() {
        let table = match sheet.as_str() {
            exchange::columns::FILINGS => Some("filings"),
            exchange::columns::MATERIALS => Some("materials"),
            _ => None,
        };
        let mut cells = book.worksheet_cells_reader(&sheet)?;
        let width = cells.dimensions().end.1 as usize + 1;
        let mut insert = match table {
            Some(table) => {
                let columns: Vec<String> = (0..width).map(|c| format!("c{c} TEXT")).collect();
                let places = vec!["?"; width];
                tx.execute_batch(&format!("CREATE TABLE {table} ({}) STRICT", columns.join(", ")))?;
                Some(tx.prepare(&format!("INSERT INTO {table} VALUES ({})", places.join(", ")))?)
            }
            None => None,
        };
        let mut row: (u32, Vec<Option<String>>) = (0, vec![None; width]);
        while let Some(cell) = cells.next_cell()? {
            let (at, column) = cell.get_position();
            if at != row.0 {
                if let Some(insert) = &mut insert {
                    insert.execute(params_from_iter(&row.1))?;
                }
                row.0 = at;
                row.1.fill(None);
            }
            if let Some(slot) = row.1.get_mut(column as usize) {
                *slot = text(cell.get_value());
            }
        }
        if let Some(insert) = &mut insert {
            insert.execute(params_from_iter(&row.1))?;
        }
    }
    tx.commit()?;
    Ok(())
}

fn text(value: &DataRef<'_>) -> Option<String> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => Some(text.clone()),
        DataRef::SharedString(text) => Some((*text).to_owned()),
        other => Some(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_keeps_every_row() {
        let terms = Terms::from(domain::policy::Policy::shipped("wuhu-plan").unwrap());
        let rows = sample::batch(1, 7, &terms);
        let book = write::filings(&rows, &terms).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut db = plain::open(&folder.path().join("floor.db")).unwrap();
        keep(&book, &mut db).map_err(|f| f.0).unwrap();
        let count = |table: &str| -> u32 {
            db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))
                .unwrap()
        };
        let materials: u32 = rows.iter().map(|r| r.value.materials.len() as u32).sum();
        // The header is a row to the bare reader.
        assert_eq!((count("filings"), count("materials")), (8, materials + 1));
    }

    #[test]
    fn the_import_that_is_measured_is_a_whole_one() {
        let terms = Terms::from(domain::policy::Policy::shipped("wuhu-plan").unwrap());
        let book = write::filings(&sample::batch(1, 3, &terms), &terms).unwrap();
        assert!(value(&book, 3).is_ok());
        assert!(value(&book, 4).is_err(), "a smaller import than announced is told");
    }
}
