//! What can go wrong with books, in words.

use crate::{Claim, UnreadableEntry};
use domain::Say;
use std::path::PathBuf;

/// Books cannot be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum BooksFault {
    #[error("{0} holds no books")]
    NotBooks(PathBuf),
    #[error("{0} already holds files")]
    NotEmpty(PathBuf),
    #[error("books of format {found}, this program knows {known}")]
    Newer { found: u32, known: u32 },
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    #[error("{0} is open elsewhere")]
    AlreadyOpen(PathBuf),
    #[error("no account {0}")]
    NoSuchAccount(String),
    #[error("wrong password for {0}")]
    WrongPassword(String),
    /// The key file opens, but its key does not open the database: one of the two is another's, or damaged.
    #[error("the key file of {0} does not open its database")]
    KeyDoesNotFit(PathBuf),
    #[error("damaged: {0}")]
    Damaged(String),
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
}

impl BooksFault {
    /// A stable code for the wire.
    pub fn code(&self) -> &'static str {
        match self {
            BooksFault::NotBooks(_) => "not_books",
            BooksFault::NotEmpty(_) => "not_empty",
            BooksFault::Newer { .. } => "newer_books",
            BooksFault::ReadOnly(_) => "read_only",
            BooksFault::AlreadyOpen(_) => "already_open",
            BooksFault::NoSuchAccount(_) | BooksFault::WrongPassword(_) => "sign_in",
            BooksFault::KeyDoesNotFit(_) | BooksFault::Damaged(_) => "damaged",
            BooksFault::Store(fault) if fault.is_damage() => "damaged",
            BooksFault::Store(_) => "store",
            BooksFault::Io { .. } => "io",
        }
    }

    /// What happened and what to do.
    pub fn say(&self) -> (Say, Say) {
        let p = |path: &PathBuf| path.display().to_string();
        match self {
            BooksFault::NotBooks(path) => (
                Say::new(
                    format!("文件夹“{}”中没有账套", p(path)),
                    format!("The folder {} holds no books", p(path)),
                ),
                Say::new(
                    "请选择账套所在文件夹，或新建账套",
                    "Choose the folder of the books, or make new ones",
                ),
            ),
            BooksFault::NotEmpty(path) => (
                Say::new(
                    format!("文件夹“{}”已有文件，不能新建账套", p(path)),
                    format!("The folder {} already holds files", p(path)),
                ),
                Say::new(
                    "请选择空文件夹；原有文件未被改动",
                    "Choose an empty folder; nothing there was changed",
                ),
            ),
            BooksFault::Newer { found, known } => (
                Say::new(
                    format!("账套格式为第{found}版，本程序只认识到第{known}版"),
                    format!("The books have format {found}; this program knows up to {known}"),
                ),
                Say::new(
                    "请用新版程序打开；账套未被改动",
                    "Open them with a newer program; nothing was changed",
                ),
            ),
            BooksFault::ReadOnly(path) => (
                Say::new(
                    format!("账套“{}”为只读，不能写入", p(path)),
                    format!("The books in {} are read-only", p(path)),
                ),
                Say::new(
                    "请取消只读属性，或把账套复制到可写的磁盘",
                    "Make them writable, or copy them to a writable disk",
                ),
            ),
            BooksFault::AlreadyOpen(path) => (
                Say::new(
                    format!("账套“{}”已在另一窗口或程序中打开", p(path)),
                    format!("The books in {} are already open elsewhere", p(path)),
                ),
                Say::new("请先关闭那一处再打开", "Close them there first"),
            ),
            BooksFault::NoSuchAccount(_) | BooksFault::WrongPassword(_) => (
                Say::new("用户名或口令不对", "The account or the password is wrong"),
                Say::new("请重新输入；注意大小写", "Try again; mind upper and lower case"),
            ),
            BooksFault::KeyDoesNotFit(path) => (
                Say::new(
                    format!("账套“{}”的密钥文件打不开其数据库", p(path)),
                    format!("The key file of the books in {} does not open their database", p(path)),
                ),
                Say::new(
                    "keys.json 与 books.db 须出自同一账套；如未换过文件，请用最近的备份恢复",
                    "keys.json and books.db must be of the same books; if neither was replaced, restore the latest backup",
                ),
            ),
            BooksFault::Store(StoreFault::Unreadable { n, .. }) => (
                Say::new(
                    format!("账套第{n}条记录，本程序读不懂"),
                    format!("This program cannot read entry {n} of the books"),
                ),
                Say::new(
                    "请用新版程序打开；账套未被改动",
                    "Open them with a newer program; nothing was changed",
                ),
            ),
            BooksFault::Damaged(detail) => damaged(detail),
            // Trying again would not mend it.
            BooksFault::Store(fault) if fault.is_damage() => damaged(&fault.to_string()),
            BooksFault::Store(fault) => (
                Say::new(
                    format!("账套读写失败：{fault}"),
                    format!("Reading or writing the books failed: {fault}"),
                ),
                Say::new(
                    "本次办理未写入任何内容，请重试",
                    "Nothing of this act was written; try again",
                ),
            ),
            BooksFault::Io { path, source } => (
                Say::new(format!("文件“{}”：{source}", p(path)), format!("{}: {source}", p(path))),
                Say::new("请检查磁盘和权限", "Check the disk and the permissions"),
            ),
        }
    }

    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> BooksFault {
        let path = path.into();
        move |source| BooksFault::Io { path, source }
    }
}

fn damaged(detail: &str) -> (Say, Say) {
    (
        Say::new(
            format!("账套已损坏：{detail}"),
            format!("The books are damaged: {detail}"),
        ),
        Say::new(
            "请勿继续使用，用最近的备份恢复",
            "Stop using them and restore the latest backup",
        ),
    )
}

/// A read or write of open books failed. Nothing of the transaction was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    #[error("{context}: {source}")]
    Sqlite {
        context: &'static str,
        source: rusqlite::Error,
    },
    /// Someone was faster: the stream is not at the version the decision was made on.
    #[error("{stream} is at version {found}, expected {expected}")]
    Stale { stream: String, expected: i64, found: i64 },
    /// A stream holds the claim already.
    #[error("{} {} is held by {holder}", claim.scope, claim.key)]
    Claimed { claim: Claim, holder: String },
    #[error("entry {n}: {source}")]
    Unreadable { n: i64, source: UnreadableEntry },
    #[error("the payload cannot be written: {0}")]
    Encode(#[from] serde_json::Error),
    #[error("{0}")]
    Sealed(&'static str),
    /// The store failed in the middle of an append, and the write was to be finished all the same.
    #[error("an append failed half-way: the write cannot be finished")]
    HalfDone,
    /// Bytes to be stored under a hash that is not theirs.
    #[error("{sha256} is not the hash of the bytes")]
    WrongHash { sha256: String },
}

impl StoreFault {
    /// Whether a page of the database is not what was written: SQLCipher finds every flipped bit.
    fn is_damage(&self) -> bool {
        let StoreFault::Sqlite { source, .. } = self else {
            return false;
        };
        let Some(error) = source.sqlite_error() else {
            return false;
        };
        // SQLCipher gives the generic error, or a lack of memory, for a page that does not decrypt (a real lack of memory
        // ends the program before it could be told). Of the program's own statements none can
        // fail so while it runs: a wrong one is refused when it is prepared, and a trigger's refusal is a constraint.
        matches!(
            error.code,
            rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::OutOfMemory
        ) || error.extended_code == rusqlite::ffi::SQLITE_ERROR
    }
}

/// Gives every SQLite failure the statement's purpose.
pub(crate) trait Context<T> {
    fn context(self, context: &'static str) -> Result<T, StoreFault>;
}

impl<T> Context<T> for Result<T, rusqlite::Error> {
    fn context(self, context: &'static str) -> Result<T, StoreFault> {
        self.map_err(|source| StoreFault::Sqlite { context, source })
    }
}
