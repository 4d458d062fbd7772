//! Books to work on: the demonstration's, made once by the binary and copied for each test; and workbooks for them.

use crate::run::{Ran, desk, desk_reading};
use domain::{application::ApplicationForm, policy::Policy};
use exchange::{Row, Terms, sample};
use ledger::Books;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

pub const PASSWORD: &str = "yangli-2026";
pub const BATCH: &str = "2026年第一批";
/// Within the sample batch's days of receipt.
pub const DAY: &str = "2026-03-20";

/// What `demo --json` left and printed. Read only.
pub fn demo() -> &'static (TempDir, Ran) {
    static MADE: OnceLock<(TempDir, Ran)> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let ran = desk(&["demo", "--out", path(&folder.path().join("out")), "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        (folder, ran)
    })
}

/// The demonstration's books in a folder of their own.
pub struct Copy {
    folder: TempDir,
}

impl Copy {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&demo().0.path().join("out/books"), &folder.path().join("books"));
        Self { folder }
    }

    pub fn books(&self) -> PathBuf {
        self.folder.path().join("books")
    }

    /// A file beside the books.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.beside(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A command on these books as one of the cast.
    pub fn as_account(&self, account: &str, args: &[&str]) -> Ran {
        self.with_password(account, PASSWORD, args)
    }

    pub fn with_password(&self, account: &str, password: &str, args: &[&str]) -> Ran {
        let books = self.books();
        let mut all = vec!["--books", path(&books), "--as", account];
        all.extend(args);
        desk_reading(&all, format!("{password}\n").as_bytes())
    }

    /// `import filings` into the sample batch on a day of its receipt.
    pub fn import(&self, file: &Path, more: &[&str]) -> Ran {
        let mut args = vec!["import", "filings", path(file), "--batch", BATCH, "--on", DAY, "--json"];
        args.extend(more);
        self.as_account("jingban", &args)
    }

    /// The head's number and hash, read by the ledger's own crate.
    pub fn head(&self) -> (i64, String) {
        let books = Books::open(&self.books(), "jingban", PASSWORD).unwrap();
        let (n, hash) = books.reader().head().unwrap();
        (n, hex::encode(hash))
    }

    /// The names in the books folder and their bytes' hashes.
    pub fn files(&self) -> BTreeMap<String, String> {
        files(&self.books())
    }
}

pub fn files(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let bytes = fs::read(entry.path()).unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, hex::encode(Sha256::digest(bytes)))
        })
        .collect()
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

pub fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn terms() -> Terms {
    Terms::from(Policy::shipped("wuhu-plan").unwrap())
}

/// Applications of enterprises that the sample batch does not know.
pub fn newcomers(count: usize) -> Vec<Row<ApplicationForm>> {
    let known: Vec<String> = sample::filings(&terms(), sample::SEED)
        .into_iter()
        .map(|row| row.value.applicant.uscc)
        .collect();
    let rows: Vec<_> = sample::batch(sample::SEED, 60, &terms())
        .into_iter()
        .filter(|row| !known.contains(&row.value.applicant.uscc))
        .take(count)
        .zip(2..)
        .map(|(row, at)| Row { row: at, ..row })
        .collect();
    assert_eq!(rows.len(), count);
    rows
}

pub fn workbook(rows: &[Row<ApplicationForm>]) -> Vec<u8> {
    exchange::write::filings(rows, &terms()).unwrap()
}

/// The same code with another check character, which is never right.
pub fn wrong_check(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &code[..17])
}
