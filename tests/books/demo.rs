//! `desk demo`: two runs give the same head and the same papers.

use crate::run::desk;
use crate::sample::{demo, newcomers, path, workbook};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use tempfile::TempDir;

fn summary(folder: &TempDir) -> Value {
    serde_json::from_slice(&fs::read(folder.path().join("out/summary.json")).unwrap()).unwrap()
}

#[test]
fn two_runs_give_the_same_head_and_the_same_papers() {
    let (first, printed) = demo();
    let one = summary(first);
    assert_eq!(printed.one(), one, "what is printed is what is left");

    let second = TempDir::new().unwrap();
    let out = second.path().join("out");
    let told = desk(&["demo", "--out", path(&out)]);
    assert_eq!(told.code, 0, "{told:?}");
    let two = summary(&second);
    assert_eq!(one["ledger"], two["ledger"], "clock and ids are pinned");
    assert_eq!(one["papers"], two["papers"], "the renderer is deterministic");

    let (entries, head) = (
        one["ledger"]["entries"].as_i64().unwrap(),
        one["ledger"]["head"].as_str().unwrap(),
    );
    let steps = one["steps"].as_array().unwrap();
    let of_steps: i64 = steps.iter().map(|step| step["entries"].as_i64().unwrap()).sum();
    assert_eq!(of_steps, entries, "every entry belongs to a step");
    assert!(steps.iter().all(|s| s["seconds"].is_number() && s["step"].is_string()));
    assert_eq!(one["refused_by"][0], "§三(一)", "the suspension refuses by its clause");
    assert_eq!(
        one["papers"].as_array().unwrap().len(),
        2,
        "the memo and the recommendation"
    );
    for paper in one["papers"].as_array().unwrap() {
        let bytes = fs::read(first.path().join("out").join(paper["file"].as_str().unwrap())).unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        assert_eq!(hex::encode(Sha256::digest(&bytes)), paper["sha256"], "{paper}");
    }
    for words in [
        head,
        path(&out.join("papers")),
        path(&out.join("books")),
        "jingban",
        "yangli-2026",
    ] {
        assert!(told.out.contains(words), "a person is told {words}: {}", told.out);
    }
    for step in steps {
        assert!(told.out.contains(step["label"].as_str().unwrap()), "{step}");
    }
}

#[test]
fn a_folder_that_holds_files_is_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    let ran = desk(&["demo", "--out", path(folder.path()), "--json"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(ran.one()["error"]["faults"][0]["code"], "not_empty");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing was added");
}

#[test]
fn another_countys_workbook_takes_the_place_of_the_sample() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("county.xlsx");
    fs::write(&file, workbook(&newcomers(9))).unwrap();
    let ran = desk(&[
        "demo",
        "--out",
        path(&folder.path().join("out")),
        "--workbook",
        path(&file),
        "--json",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let import = ran.one()["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["step"] == "import")
        .unwrap()["entries"]
        .clone();
    assert_eq!(import, 27, "nine enterprises, applications and judgements");
}

#[test]
fn a_workbook_that_cannot_be_read_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let (file, out) = (folder.path().join("county.xlsx"), folder.path().join("out"));
    fs::write(&file, "企业名称,统一社会信用代码").unwrap();
    let ran = desk(&["demo", "--out", path(&out), "--workbook", path(&file), "--json"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(ran.one()["error"]["faults"][0]["code"], "not_a_workbook");
    assert!(!out.exists(), "no half-made books");
}
