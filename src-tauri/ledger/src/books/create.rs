//! Making new books.

use super::{
    Books, DATABASE, FORMAT, KEYS, LOCK,
    keys::{KeyFile, MasterKey, NEW_KEYS, Wrapped},
    open,
};
use crate::{fault::BooksFault, fault::Context, local, schema};
use rusqlite::OpenFlags;
use std::path::Path;

/// An account to make with the books.
#[derive(Debug, Clone)]
pub struct NewAccount {
    pub name: String,
    pub display_name: String,
    pub roles: Vec<domain::actor::Role>,
    /// The pool's number, for an expert's account.
    pub expert: Option<String>,
    pub password: String,
}

impl Books {
    /// Makes new books in an empty or missing folder, with these accounts, and opens them as the first.
    ///
    /// The key file is written last: a folder without it holds no books, whatever else was left there. What fails
    /// leaves an empty folder. Errors: the folder holds anything; no account, or two of one name.
    pub fn create(
        folder: &Path,
        office: &str,
        sample: bool,
        program: &str,
        accounts: &[NewAccount],
    ) -> Result<Books, BooksFault> {
        let Some(first) = accounts.first() else {
            return Err(BooksFault::Damaged("books need an account".into()));
        };
        std::fs::create_dir_all(folder).map_err(BooksFault::io(folder))?;
        if std::fs::read_dir(folder)
            .map_err(BooksFault::io(folder))?
            .next()
            .is_some()
        {
            return Err(BooksFault::NotEmpty(folder.to_owned()));
        }
        let lock = open::lock(folder)?;
        let made = make(folder, office, sample, program, accounts);
        drop(lock);
        if made.is_err() {
            for file in [DATABASE, "books.db-wal", "books.db-shm", NEW_KEYS, KEYS, LOCK] {
                // Nothing more can be done about a file that does not go; the fault that is told is the first.
                let _ = std::fs::remove_file(folder.join(file));
            }
        }
        made?;
        Books::open(folder, &first.name, &first.password)
    }
}

fn make(folder: &Path, office: &str, sample: bool, program: &str, accounts: &[NewAccount]) -> Result<(), BooksFault> {
    let master = MasterKey::random()?;
    {
        let mut conn = open::connect(folder, &master, OpenFlags::SQLITE_OPEN_CREATE)?;
        let tx = conn.transaction().context("begin making books")?;
        schema::create(&tx)?;
        for account in accounts {
            local::accounts::insert(&tx, account)?;
        }
        tx.commit().context("commit new books")?;
    }
    let mut wrapped = Vec::with_capacity(accounts.len());
    for account in accounts {
        let roles = account.roles.iter().map(|r| r.code().to_owned()).collect();
        wrapped.push(Wrapped::seal(
            &account.name,
            &account.display_name,
            roles,
            &account.password,
            &master,
        )?);
    }
    let keys = KeyFile {
        format: FORMAT,
        program: program.to_owned(),
        office: office.to_owned(),
        sample,
        accounts: wrapped,
    };
    keys.write(folder)
}
