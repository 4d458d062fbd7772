//! Opening books: the one way to a connection.

use super::{
    Books, DATABASE, LOCK,
    keys::{KeyFile, MasterKey},
};
use crate::{
    fault::{BooksFault, Context},
    schema,
};
use rusqlite::Connection;
use std::{
    fs::{File, TryLockError},
    path::Path,
};

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
        let lock = lock(folder)?;
        let (master, account) = keys.unlock(account, password)?;
        let mut conn = connect(&database, &master)?;
        schema::migrate(&mut conn)?;
        Ok(Books { conn, info: keys.info(folder), account, _lock: lock })
    }
}

fn lock(folder: &Path) -> Result<File, BooksFault> {
    let path = folder.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(|e| {
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
pub(super) fn connect(path: &Path, master: &MasterKey) -> Result<Connection, BooksFault> {
    let conn = Connection::open(path).context("open the database")?;
    let key = master.database();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.as_str())).context("set the key")?;
    // The first read decides whether the key fits.
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))
        .map_err(|e| BooksFault::Damaged(format!("{DATABASE}: {e}")))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )
    .context("set up the connection")?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}
