//! Making new books.

use super::{
    Books, DATABASE, FORMAT, KEYS, LOCK,
    keys::{KeyFile, MasterKey, Wrapped},
    open,
};
use crate::{fault::BooksFault, fault::Context, local, schema};
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
    /// The key file is written last: a folder without it holds no books, whatever else was left there.
    pub fn create(
        folder: &Path,
        office: &str,
        sample: bool,
        program: &str,
        accounts: &[NewAccount],
    ) -> Result<Books, BooksFault> {
        std::fs::create_dir_all(folder).map_err(BooksFault::io(folder))?;
        let taken = std::fs::read_dir(folder)
            .map_err(BooksFault::io(folder))?
            .filter_map(Result::ok)
            .any(|f| [DATABASE, KEYS, LOCK].iter().any(|n| f.file_name() == *n));
        if taken {
            return Err(BooksFault::NotEmpty(folder.to_owned()));
        }
        let master = MasterKey::random()?;
        {
            let mut conn = open::connect(&folder.join(DATABASE), &master)?;
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
            wrapped.push(Wrapped::seal(&account.name, &account.display_name, roles, &account.password, &master)?);
        }
        let keys = KeyFile {
            format: FORMAT,
            program: program.to_owned(),
            office: office.to_owned(),
            sample,
            accounts: wrapped,
        };
        keys.write(folder)?;
        let first = accounts.first().ok_or_else(|| BooksFault::Damaged("books need an account".into()))?;
        Books::open(folder, &first.name, &first.password)
    }
}
