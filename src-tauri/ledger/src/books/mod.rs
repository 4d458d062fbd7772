//! A books folder: `books.db` (encrypted), `keys.json` (the books' key, wrapped once an account), `books.lock`.

mod create;
mod keys;
mod open;
#[cfg(test)]
mod tests;

pub use create::NewAccount;
pub use keys::Account;

use crate::{
    Reader, StoreFault, Tx,
    fault::{BooksFault, Context},
};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fs::File,
    path::{Path, PathBuf},
};

const DATABASE: &str = "books.db";
const KEYS: &str = "keys.json";
const LOCK: &str = "books.lock";
/// The newest books format this program reads and writes; also SQLite's `user_version`.
pub const FORMAT: u32 = 1;

/// Books as they can be seen without a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BooksInfo {
    pub folder: PathBuf,
    pub office: String,
    pub sample: bool,
    /// Accounts: sign-in name, shown name, role codes as shown before sign-in.
    pub accounts: Vec<(String, String, Vec<String>)>,
}

/// Open books, held by one signed-in account. The folder stays locked until this is dropped.
pub struct Books {
    pub(crate) conn: Connection,
    pub info: BooksInfo,
    pub account: Account,
    _lock: File,
}

impl std::fmt::Debug for Books {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Books")
            .field("info", &self.info)
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}

/// What books a folder holds, without opening them.
pub fn look(folder: &Path) -> Result<BooksInfo, BooksFault> {
    Ok(keys::KeyFile::read(folder)?.info(folder))
}

impl Books {
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.conn)
    }

    /// Runs `act` in one transaction: all of it is kept, or nothing.
    pub fn write<T, E: From<StoreFault>>(&mut self, act: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .context("begin a write")?;
        let mut tx = Tx::begin(&transaction)?;
        let result = act(&mut tx)?;
        tx.finish()?;
        transaction.commit().context("commit a write")?;
        Ok(result)
    }
}
