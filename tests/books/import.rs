//! `desk import`: previews, good rows, rows given back, the same file twice.

use crate::sample::{BATCH, Copy, DAY, newcomers, path, terms, workbook, wrong_check};
use crate::xlsx::replaced;
use domain::Fen;
use serde_json::Value;
use std::fs;

/// The committed sample workbook.
fn sample_file(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/samples")
        .join(name)
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let copy = Copy::new();
    let head = copy.head();
    // The demonstration has imported both already; the only batch there is need not be named.
    for (account, kind, file, rows) in [
        ("jingban", "filings", "filings.xlsx", 24),
        ("mishu", "experts", "experts.xlsx", 30),
    ] {
        let file = sample_file(file);
        let ran = copy.as_account(account, &["import", kind, path(&file), "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let report = ran.one();
        let counts = ["rows", "unchanged", "taken", "appended"].map(|key| report[key].as_i64().unwrap());
        assert_eq!(counts, [rows, rows, 0, 0], "{report}");
        assert_eq!(copy.head(), head);
    }

    let file = copy.file("new.xlsx", &workbook(&newcomers(5)));
    let first = copy.import(&file, &[]);
    assert_eq!(
        (first.code, first.one()["appended"].as_i64()),
        (0, Some(15)),
        "{first:?}"
    );
    let after = copy.head();
    assert_eq!(after.0, head.0 + 15);
    let second = copy.import(&file, &[]);
    assert_eq!(
        (second.code, second.one()["unchanged"].as_i64()),
        (0, Some(5)),
        "{second:?}"
    );
    assert_eq!(copy.head(), after);
    assert_eq!(second.one()["ledger"]["head"], after.1);
}

#[test]
fn a_preview_tells_all_and_writes_nothing() {
    let copy = Copy::new();
    let (head, files) = (copy.head(), copy.files());
    let file = copy.file("new.xlsx", &workbook(&newcomers(4)));
    let ran = copy.import(&file, &["--preview"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let report = ran.one();
    let counts = ["rows", "good", "unchanged", "taken", "appended"].map(|key| report[key].as_i64().unwrap());
    assert_eq!(counts, [4, 4, 0, 4, 0]);
    assert_eq!((copy.head(), copy.files()), (head.clone(), files));

    // Outside the batch's days the preview says what the import would.
    let late = copy.as_account(
        "jingban",
        &[
            "import",
            "filings",
            path(&file),
            "--batch",
            BATCH,
            "--on",
            "2026-04-01",
            "--preview",
            "--json",
        ],
    );
    assert_eq!(late.code, 1, "{late:?}");
    assert_eq!(late.one()["faults"][0]["code"], "outside_batch");
    assert_eq!(copy.head(), head);
}

/// Six applications; the second's code and the fourth's capital are wrong.
fn faulty() -> (Vec<u8>, [(String, String); 2]) {
    let mut rows = newcomers(6);
    let code = rows[1].value.applicant.uscc.clone();
    let wrong = wrong_check(&code);
    rows[1].value.applicant.uscc = wrong.clone();
    rows[3].value.facts.registered_capital = Some(Fen::yuan(-23_456_789));
    (
        workbook(&rows),
        [(wrong, code), ("-23456789".into(), "23456789".into())],
    )
}

#[test]
fn good_rows_are_taken_and_the_others_given_back_to_be_corrected() {
    let copy = Copy::new();
    let (head, files) = (copy.head(), copy.files());
    let (bytes, corrections) = faulty();
    let (file, rejects) = (copy.file("faulty.xlsx", &bytes), copy.beside("rejects.xlsx"));

    let refused = copy.import(&file, &[]);
    assert_eq!(refused.code, 2, "{refused:?}");
    let faults = refused.one()["error"]["faults"].clone();
    let places: Vec<[&Value; 3]> = faults
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["sheet"] == "申请")
        .map(|f| [&f["row"], &f["field"], &f["code"]])
        .collect();
    assert_eq!(places.len(), 2, "both faults at once: {faults}");
    assert_eq!((places[0][0], places[0][2]), (&3.into(), &"wrong_check_digit".into()));
    assert_eq!(places[1][0], &5, "the row as Excel shows it");
    assert_eq!(
        (copy.head(), copy.files()),
        (head.clone(), files),
        "nothing was imported"
    );

    let taken = copy.import(&file, &["--accept-good", "--rejects", path(&rejects)]);
    assert_eq!(taken.code, 1, "rows were left out: {taken:?}");
    let report = taken.one();
    assert_eq!(
        (report["taken"].as_i64(), report["appended"].as_i64()),
        (Some(4), Some(12)),
        "{report}"
    );
    assert_eq!(report["rejects"], path(&rejects));
    assert_eq!(copy.head().0, head.0 + 12);

    let given_back = fs::read(&rejects).unwrap();
    let read = exchange::read::filings(&given_back, &terms(), DAY.parse().ok()).unwrap();
    assert_eq!(
        (read.rows, read.good.len()),
        (2, 0),
        "the two rows, with the same faults"
    );

    let corrected = corrections
        .iter()
        .fold(given_back, |bytes, (wrong, right)| replaced(&bytes, wrong, right));
    let again = copy.import(&copy.file("corrected.xlsx", &corrected), &[]);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(again.one()["taken"], 2);
    assert_eq!(copy.head().0, head.0 + 18, "six enterprises in the end");
    let verified = copy.as_account("shenji", &["ledger", "verify"]);
    assert_eq!(verified.code, 0, "{verified:?}");
}

#[test]
fn a_row_the_books_refuse_is_given_back_with_the_rules_words() {
    let copy = Copy::new();
    let mut rows = newcomers(3);
    let first = copy.file("first.xlsx", &workbook(&rows[..2]));
    assert_eq!(copy.import(&first, &[]).code, 0);
    // The second enterprise applies once more, with other facts.
    rows[1].value.applicant.phone = "0553-1111111".into();
    let (second, rejects) = (copy.file("second.xlsx", &workbook(&rows)), copy.beside("rejects.xlsx"));
    let ran = copy.import(&second, &["--accept-good", "--rejects", path(&rejects)]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let report = ran.one();
    assert_eq!(
        (report["taken"].as_i64(), report["unchanged"].as_i64()),
        (Some(1), Some(1)),
        "{report}"
    );
    let fault = &report["faults"][0];
    assert_eq!(
        (&fault["sheet"], &fault["row"]),
        (&"申请".into(), &3.into()),
        "{report}"
    );
    let back = exchange::read::filings(&fs::read(&rejects).unwrap(), &terms(), None).unwrap();
    let names: Vec<&str> = back.good.iter().map(|r| r.value.applicant.name.as_str()).collect();
    assert_eq!(names, [rows[1].value.applicant.name.as_str()], "only the refused row");
    let shown = crate::xlsx::texts(&fs::read(&rejects).unwrap());
    assert!(shown.contains(fault["message"].as_str().unwrap()), "with its reason");
}

#[test]
fn the_rows_given_back_do_not_overwrite_the_file() {
    let copy = Copy::new();
    let (bytes, _) = faulty();
    let file = copy.file("faulty.xlsx", &bytes);
    let ran = copy.import(&file, &["--accept-good", "--rejects", path(&file)]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn sheets_go_to_the_meeting_of_the_batch() {
    let copy = Copy::new();
    let head = copy.head();
    let file = sample_file("experts.xlsx");
    let ran = copy.as_account("mishu", &["import", "sheets", path(&file), "--json"]);
    assert_eq!(ran.code, 2, "a pool is no workbook of sheets: {ran:?}");
    assert_eq!(ran.one()["error"]["faults"][0]["code"], "wrong_sheets");
    let ran = copy.as_account(
        "mishu",
        &["import", "sheets", path(&file), "--meeting", "none", "--json"],
    );
    assert_eq!(
        (ran.code, ran.one()["error"]["code"].as_str()),
        (2, Some("not_found")),
        "{ran:?}"
    );
    let ran = copy.as_account(
        "jingban",
        &["import", "filings", path(&file), "--batch", "2027年", "--json"],
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    let fault = &ran.one()["error"]["faults"][0];
    assert!(
        fault["remedy"].as_str().unwrap().contains(BATCH),
        "the batches there are: {fault}"
    );
    assert_eq!(copy.head(), head);
}
