//! Opening books: the one way to a connection.

use super::{
    Books, DATABASE, FORMAT, KEYS, LOCK,
    keys::{KeyFile, MasterKey},
};
use crate::{
    Reader,
    fault::{BooksFault, Context},
    schema,
};
use domain::Event;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::{
    fs::{File, TryLockError},
    path::Path,
};
use zeroize::Zeroizing;

impl Books {
    /// Opens the books of a folder as an account.
    ///
    /// Errors: no books there, newer books, read-only, open elsewhere, wrong password, damaged.
    pub fn open(folder: &Path, account: &str, password: &str) -> Result<Books, BooksFault> {
        let keys = KeyFile::read(folder)?;
        let database = folder.join(DATABASE);
        let metadata = std::fs::metadata(&database).map_err(|_| BooksFault::NotBooks(folder.to_owned()))?;
        if metadata.permissions().readonly() {
            return Err(BooksFault::ReadOnly(folder.to_owned()));
        }
        if metadata.len() == 0 {
            return Err(BooksFault::Damaged(format!("{DATABASE}: 0 B")));
        }
        let lock = lock(folder)?;
        let (master, account) = keys.unlock(account, password)?;
        let mut conn = connect(folder, &master, OpenFlags::empty())?;
        schema::migrate(&mut conn)?;
        // The key file is open to anyone; whether books are a sample is what their first entry says.
        if let Some(first) = Reader::new(&conn).entry(1)?
            && let Event::BooksOpened(opened) = &first.entry.event
            && opened.sample != keys.sample
        {
            return Err(BooksFault::Damaged(format!(
                "{KEYS}: sample {} / {}",
                keys.sample, opened.sample
            )));
        }
        Ok(Books {
            conn,
            info: keys.info(folder),
            account,
            _lock: lock,
        })
    }
}

/// Takes the folder's lock, which the system lets go when the file is dropped or the process dies.
pub(super) fn lock(folder: &Path) -> Result<File, BooksFault> {
    let path = folder.join(LOCK);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|e| {
            if e.kind() == std::io::ErrorKind::PermissionDenied || e.kind() == std::io::ErrorKind::ReadOnlyFilesystem {
                BooksFault::ReadOnly(folder.to_owned())
            } else {
                BooksFault::io(&path)(e)
            }
        })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(BooksFault::AlreadyOpen(folder.to_owned())),
        Err(TryLockError::Error(e)) => Err(BooksFault::io(path)(e)),
    }
}

/// A keyed connection with the settings that keep every acknowledged commit: WAL with `synchronous=FULL`.
///
/// `how` adds to reading and writing, so that only new books create a file.
pub(super) fn connect(folder: &Path, master: &MasterKey, how: OpenFlags) -> Result<Connection, BooksFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | how;
    let conn = Connection::open_with_flags(folder.join(DATABASE), flags).map_err(|e| unreadable(folder, e))?;
    let key = master.database();
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.as_str()));
    conn.execute_batch(&pragma).context("set the key")?;
    // Faults come back as errors; SQLCipher's own notes on standard error would only garble the program's.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")
        .context("silence the log")?;
    // The first read decides whether the key fits; nothing is set before it is known that the format is ours.
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))
        .map_err(|e| unreadable(folder, e))?;
    let found = schema::version(&conn)?;
    if found > FORMAT {
        return Err(BooksFault::Newer { found, known: FORMAT });
    }
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )
    .context("set up the connection")?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

fn unreadable(folder: &Path, source: rusqlite::Error) -> BooksFault {
    match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => BooksFault::KeyDoesNotFit(folder.to_owned()),
        Some(ErrorCode::DatabaseCorrupt) => BooksFault::Damaged(format!("{DATABASE}: {source}")),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            BooksFault::ReadOnly(folder.to_owned())
        }
        _ => crate::StoreFault::Sqlite {
            context: "open the database",
            source,
        }
        .into(),
    }
}
