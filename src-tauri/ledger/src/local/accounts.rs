//! Accounts and what they may do.

use crate::{NewAccount, Reader, StoreFault, fault::Context};
use domain::actor::Role;
use rusqlite::{OptionalExtension, Transaction, params};

/// An account as the encrypted tables hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    pub name: String,
    pub display_name: String,
    pub roles: Vec<Role>,
    pub expert: Option<String>,
}

pub(crate) fn insert(tx: &Transaction<'_>, account: &NewAccount) -> Result<(), StoreFault> {
    let roles = account.roles.iter().map(|r| r.code()).collect::<Vec<_>>().join(",");
    tx.execute(
        "INSERT INTO accounts (name, display_name, roles, expert) VALUES (?1, ?2, ?3, ?4)",
        params![account.name, account.display_name, roles, account.expert],
    )
    .context("insert an account")?;
    Ok(())
}

impl Reader<'_> {
    pub fn account(&self, name: &str) -> Result<Option<AccountRow>, StoreFault> {
        self.conn
            .prepare_cached("SELECT name, display_name, roles, expert FROM accounts WHERE name = ?1")
            .context("prepare an account")?
            .query_row([name], |r| {
                let roles: String = r.get(2)?;
                Ok(AccountRow {
                    name: r.get(0)?,
                    display_name: r.get(1)?,
                    roles: roles
                        .split(',')
                        .filter_map(|c| Role::ALL.into_iter().find(|r| r.code() == c))
                        .collect(),
                    expert: r.get(3)?,
                })
            })
            .optional()
            .context("read an account")
    }
}
