use crate::run::{Files, desk};
use calamine::{Reader, Xlsx, open_workbook};
use sha2::{Digest, Sha256};

#[test]
fn every_template_is_a_workbook_with_captions_and_no_rows_of_data() {
    let files = Files::new();
    for (kind, wanted, caption) in [
        ("filings", &["申请", "材料"][..], "统一社会信用代码"),
        ("experts", &["专家"], "专业"),
        ("sheets", &["评分"], "A1"),
    ] {
        let path = files.path(&format!("{kind}.xlsx"));
        let ran = desk(&["export", "template", kind, &path, "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let told = ran.one();
        let bytes = std::fs::read(&path).expect("written");
        assert_eq!((&told["kind"], &told["file"]), (&kind.into(), &path.as_str().into()));
        assert_eq!(told["bytes"], bytes.len());
        let hash: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(told["sha256"], hash);
        let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
        for name in wanted {
            let range = book
                .worksheet_range(name)
                .unwrap_or_else(|_| panic!("{kind} has {name}"));
            assert!(range.height() >= 1, "{name} has captions");
            assert!(
                range.rows().skip(2).flatten().all(|cell| cell.to_string().is_empty()),
                "{name} has no data"
            );
        }
        let first = book.worksheet_range(wanted[0]).expect("first sheet");
        let captions: Vec<String> = first.rows().take(2).flatten().map(ToString::to_string).collect();
        assert!(
            captions.iter().any(|c| c.contains(caption)),
            "{kind} asks for {caption}: {captions:?}"
        );
    }
}

#[test]
fn a_file_that_is_there_is_not_replaced_unasked() {
    let files = Files::new();
    let path = files.write("filled.xlsx", b"a day's work");
    let ran = desk(&["export", "template", "experts", &path, "--json"]);
    assert_eq!(ran.faults()[0]["code"], "exists");
    assert_eq!(std::fs::read(&path).expect("still there"), b"a day's work");
    assert_eq!(desk(&["export", "template", "experts", &path, "--overwrite"]).code, 0);
    assert!(std::fs::read(&path).expect("there").starts_with(b"PK"));
    let reserved = files.write("reserved.xlsx", b"");
    assert_eq!(
        desk(&["export", "template", "sheets", &reserved]).code,
        0,
        "an empty file is nobody's work"
    );
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let files = Files::new();
    let path = files.path("none/x.xlsx");
    let ran = desk(&["export", "template", "filings", &path, "--json"]);
    assert_eq!(
        (&ran.faults()[0]["file"], &ran.one()["error"]["code"]),
        (&path.as_str().into(), &"unwritable".into())
    );
}
