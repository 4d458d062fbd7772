use super::*;
use crate::testing::*;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fs, process::Command};
use tempfile::TempDir;

/// Every file of a folder with the hash of its bytes; the lock is no part of the books.
fn listing(folder: &Path) -> BTreeMap<String, String> {
    let Ok(files) = fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    let files = files.map(|f| f.unwrap()).filter(|f| f.file_name() != LOCK);
    files
        .map(|f| {
            (
                f.file_name().into_string().unwrap(),
                hex::encode(Sha256::digest(fs::read(f.path()).unwrap())),
            )
        })
        .collect()
}

/// Closed books with the story in them.
fn closed() -> (TempDir, PathBuf) {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    let (path, Desk { books, folder }) = (desk.path(), desk);
    drop(books);
    (folder, path)
}

/// Opening fails in these words, and the folder is as it was.
fn refused(path: &Path, account: &str, password: &str) -> BooksFault {
    let before = listing(path);
    let fault = Books::open(path, account, password).map(drop).unwrap_err();
    assert_eq!(listing(path), before, "{fault}: nothing is changed");
    worded(fault)
}

fn worded(fault: BooksFault) -> BooksFault {
    let (message, remedy) = fault.say();
    for say in [message, remedy] {
        assert!(!say.zh.is_ascii() && !say.en.trim().is_empty(), "{say:?}");
    }
    fault
}

fn edit_keys(path: &Path, from: &str, to: &str) {
    let keys = fs::read_to_string(path.join(KEYS)).unwrap();
    assert!(keys.contains(from), "{keys}");
    fs::write(path.join(KEYS), keys.replacen(from, to, 1)).unwrap();
}

#[test]
fn books_can_be_looked_at_and_opened_by_each_account() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("new/books");
    let books = Books::create(&path, OFFICE, true, "test 1", &accounts()).unwrap();
    assert_eq!(
        books.account,
        Account {
            name: "lin".into(),
            display_name: "林样例".into()
        }
    );
    let expected = BooksInfo {
        folder: path.clone(),
        office: OFFICE.into(),
        sample: true,
        accounts: vec![
            ("lin".into(), "林样例".into(), vec!["bureau_officer".into()]),
            ("wu".into(), "吴样例".into(), vec!["signing_leader".into()]),
        ],
    };
    assert_eq!(
        (&books.info, &look(&path).unwrap()),
        (&expected, &expected),
        "also while they are open"
    );
    drop(books);
    assert_eq!(
        listing(&path).into_keys().collect::<Vec<_>>(),
        ["books.db", "keys.json"]
    );
    let books = Books::open(&path, "wu", "样例口令-wu").unwrap();
    assert_eq!(books.account.display_name, "吴样例");
}

#[test]
fn no_folder_and_no_books() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing");
    assert!(matches!(refused(&missing, "lin", PASSWORD), BooksFault::NotBooks(p) if p == missing));
    assert!(!missing.exists());
    assert!(matches!(
        refused(folder.path(), "lin", PASSWORD),
        BooksFault::NotBooks(_)
    ));
    fs::write(folder.path().join(KEYS), r#"{"another": "program's"}"#).unwrap();
    assert!(matches!(
        refused(folder.path(), "lin", PASSWORD),
        BooksFault::NotBooks(_)
    ));
    assert!(matches!(look(folder.path()), Err(BooksFault::NotBooks(_))));
    assert!(!folder.path().join(LOCK).exists(), "not even a lock is left");
}

#[test]
fn a_key_file_that_is_garbage() {
    let (_folder, path) = closed();
    let keys = fs::read_to_string(path.join(KEYS)).unwrap();
    let broken = [
        "garbage".to_owned(),
        String::new(),
        r#"{"format":1}"#.to_owned(),
        keys.replace("argon2id", "md5"),
        keys.replace("\"memory_kib\": 65536", "\"memory_kib\": 4294967295"),
        keys.replace("\"lanes\": 1", "\"lanes\": 0"),
        keys.replace("\"nonce\": \"", "\"nonce\": \"zz"),
        keys.replace("\"nonce\": \"", "\"nonce\": \"00"),
        keys.replace("\"salt\": \"", "\"salt\": \"g"),
    ];
    for text in broken {
        assert_ne!(text, keys);
        fs::write(path.join(KEYS), &text).unwrap();
        assert!(
            matches!(refused(&path, "lin", PASSWORD), BooksFault::Damaged(_)),
            "{text}"
        );
    }
    fs::write(path.join(KEYS), keys).unwrap();
    Books::open(&path, "lin", PASSWORD).unwrap();
}

#[test]
fn a_newer_key_file() {
    let (_folder, path) = closed();
    edit_keys(&path, "\"format\": 1", "\"format\": 2, \"unheard_of\": []");
    assert!(matches!(
        refused(&path, "lin", PASSWORD),
        BooksFault::Newer { found: 2, known: 1 }
    ));
    assert!(matches!(look(&path), Err(BooksFault::Newer { found: 2, known: 1 })));
}

#[test]
fn a_newer_database() {
    let (_folder, path) = closed();
    let books = Books::open(&path, "lin", PASSWORD).unwrap();
    books.conn.pragma_update(None, "user_version", FORMAT + 6).unwrap();
    drop(books);
    assert!(matches!(
        refused(&path, "lin", PASSWORD),
        BooksFault::Newer { found: 7, known: 1 }
    ));
}

#[test]
fn a_read_only_database() {
    let (_folder, path) = closed();
    let database = path.join(DATABASE);
    let writable = fs::metadata(&database).unwrap().permissions();
    let mut readonly = writable.clone();
    readonly.set_readonly(true);
    fs::set_permissions(&database, readonly).unwrap();
    assert!(matches!(refused(&path, "lin", PASSWORD), BooksFault::ReadOnly(p) if p == path));
    fs::set_permissions(&database, writable).unwrap();
    Books::open(&path, "lin", PASSWORD).unwrap();
}

#[test]
fn wrong_passwords_and_unknown_accounts_sound_the_same() {
    let (_folder, path) = closed();
    let wrong = refused(&path, "lin", "样例口令-Lin");
    let unknown = refused(&path, "Lin", PASSWORD);
    assert!(matches!(&wrong, BooksFault::WrongPassword(name) if name == "lin"));
    assert!(matches!(&unknown, BooksFault::NoSuchAccount(name) if name == "Lin"));
    assert_eq!((wrong.say(), wrong.code()), (unknown.say(), unknown.code()));
    Books::open(&path, "lin", PASSWORD).expect("a failed sign-in leaves no lock");
}

/// Another's wrapped key put under one's own name does not open the books, though its password is known.
#[test]
fn a_wrapped_key_is_bound_to_its_account() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("books");
    drop(Books::create(&path, OFFICE, true, "test", &accounts()).unwrap());
    edit_keys(&path, "\"name\": \"lin\"", "\"name\": \"zhou\"");
    assert!(matches!(refused(&path, "zhou", PASSWORD), BooksFault::WrongPassword(_)));
}

#[test]
fn the_key_file_of_other_books() {
    let ((_one, path), (_other, other)) = (closed(), closed());
    fs::copy(other.join(KEYS), path.join(KEYS)).unwrap();
    let fault = refused(&path, "lin", PASSWORD);
    assert!(matches!(&fault, BooksFault::KeyDoesNotFit(p) if *p == path), "{fault}");
    assert_eq!(fault.code(), "damaged");
}

#[test]
fn a_database_that_is_empty_or_missing() {
    let (_folder, path) = closed();
    fs::write(path.join(DATABASE), b"").unwrap();
    assert!(matches!(refused(&path, "lin", PASSWORD), BooksFault::Damaged(_)));
    fs::remove_file(path.join(DATABASE)).unwrap();
    assert!(matches!(refused(&path, "lin", PASSWORD), BooksFault::NotBooks(_)));
}

#[test]
fn a_flipped_bit_is_found() {
    let (_folder, path) = closed();
    let whole = fs::read(path.join(DATABASE)).unwrap();
    // SQLCipher's check gives a row for every page that is not as it was written.
    let noticed = |books: &Books| !texts(&books.conn, "PRAGMA cipher_integrity_check").is_empty();
    assert!(!noticed(&Books::open(&path, "lin", PASSWORD).unwrap()));
    for page in [0, 1, whole.len() / 4096 - 1] {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 1234] ^= 4;
        fs::write(path.join(DATABASE), &flipped).unwrap();
        assert!(
            Books::open(&path, "lin", PASSWORD).map_or(true, |books| noticed(&books)),
            "page {page}"
        );
    }
}

/// Only sample books accept a set date, and their papers say so: the key file alone does not make them that.
#[test]
fn a_key_file_that_calls_sample_books_real() {
    let (_folder, path) = closed();
    edit_keys(&path, "\"sample\": true", "\"sample\": false");
    assert!(matches!(refused(&path, "lin", PASSWORD), BooksFault::Damaged(_)));
    edit_keys(&path, "\"sample\": false", "\"sample\": true");
    Books::open(&path, "lin", PASSWORD).unwrap();
}

#[test]
fn books_are_open_once() {
    let desk = Desk::new();
    let fault = worded(Books::open(&desk.path(), "lin", PASSWORD).map(drop).unwrap_err());
    assert!(matches!(fault, BooksFault::AlreadyOpen(p) if p == desk.path()));
    let elsewhere = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "books::tests::open_in_another_process",
            "--nocapture",
            "--ignored",
        ])
        .env("LEDGER_TEST_BOOKS", desk.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&elsewhere.stdout).into_owned();
    assert!(
        elsewhere.status.success() && said.contains("fault: already_open"),
        "{said}"
    );
    let desk = desk.reopen();
    assert_eq!(desk.books.reader().head().unwrap().0, 0);
}

#[test]
#[ignore = "run by books_are_open_once in a process of its own"]
fn open_in_another_process() {
    let path = PathBuf::from(std::env::var_os("LEDGER_TEST_BOOKS").unwrap());
    println!(
        "fault: {}",
        Books::open(&path, "lin", PASSWORD).map(drop).unwrap_err().code()
    );
}

#[test]
fn books_are_not_made_where_something_is() {
    let (_folder, path) = closed();
    let other = TempDir::new().unwrap();
    fs::write(other.path().join("样例.docx"), "of someone").unwrap();
    for folder in [&path, &other.path().to_owned()] {
        let before = listing(folder);
        let fault = Books::create(folder, OFFICE, true, "test", &accounts())
            .map(drop)
            .unwrap_err();
        assert!(matches!(worded(fault), BooksFault::NotEmpty(p) if p == *folder));
        assert_eq!(listing(folder), before);
    }
    assert!(!other.path().join(LOCK).exists());
}

#[test]
fn books_that_cannot_be_made_leave_an_empty_folder() {
    let folder = TempDir::new().unwrap();
    let twice = [accounts(), accounts()].concat();
    for accounts in [&[][..], &twice] {
        assert!(Books::create(folder.path(), OFFICE, true, "test", accounts).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    drop(Books::create(folder.path(), OFFICE, true, "test", &accounts()[..1]).expect("the folder can be used"));
}

#[test]
fn the_files_hold_no_plain_text() {
    let mut desk = Desk::new();
    story::tell(&mut desk.books);
    desk.books
        .save_draft("lin", "sheet", "k", KNOWN_NAME, "2026-03-02T00:00:00Z")
        .unwrap();
    let open = plain_texts(&desk.path());
    assert!(desk.path().join("books.db-wal").exists(), "the log was looked at too");
    let (path, Desk { books, folder: _folder }) = (desk.path(), desk);
    drop(books);
    assert_eq!((open, plain_texts(&path)), (vec![], vec![]));
    let keys = fs::read_to_string(path.join(KEYS)).unwrap();
    assert!(
        !keys.contains(PASSWORD) && keys.contains("林样例"),
        "the sign-in screen's names are all that is open"
    );
}

fn plain_texts(path: &Path) -> Vec<String> {
    let known: [&[u8]; 6] = [
        KNOWN_NAME.as_bytes(),
        "样例".as_bytes(),
        b"SQLite format 3",
        b"91340200MA",
        b"CREATE TABLE",
        PAPER,
    ];
    let mut found = Vec::new();
    for file in ["books.db", "books.db-wal"] {
        let bytes = fs::read(path.join(file)).unwrap_or_default();
        for text in known {
            if bytes.windows(text.len()).any(|w| w == text) {
                found.push(format!("{file}: {}", String::from_utf8_lossy(text)));
            }
        }
    }
    found
}
