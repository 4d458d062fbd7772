//! Drafts: unsent forms and unsigned sheets, one for each account, form and case.

use crate::{Books, Reader, StoreFault, Tx, fault::Context};
use rusqlite::{OptionalExtension, params};

impl Books {
    /// Saves a draft at once, in a transaction of its own.
    pub fn save_draft(
        &mut self,
        account: &str,
        scope: &str,
        key: &str,
        body: &str,
        saved_at: &str,
    ) -> Result<(), StoreFault> {
        self.conn
            .execute(
                "INSERT INTO drafts (account, scope, key, body, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (account, scope, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
                params![account, scope, key, body, saved_at],
            )
            .context("save a draft")?;
        Ok(())
    }
}

impl Tx<'_> {
    /// Drops a draft that has become official.
    pub fn drop_drafts(&mut self, scope: &str, key: &str) -> Result<(), StoreFault> {
        self.transaction()
            .execute("DELETE FROM drafts WHERE scope = ?1 AND key = ?2", params![scope, key])
            .context("drop a draft")?;
        Ok(())
    }
}

impl Reader<'_> {
    pub fn draft(&self, account: &str, scope: &str, key: &str) -> Result<Option<String>, StoreFault> {
        self.conn
            .prepare_cached("SELECT body FROM drafts WHERE account = ?1 AND scope = ?2 AND key = ?3")
            .context("prepare a draft")?
            .query_row(params![account, scope, key], |r| r.get(0))
            .optional()
            .context("read a draft")
    }

    /// The keys under which anyone has a draft of this form, starting with `prefix`. Keys only, never a body.
    pub fn draft_keys(&self, scope: &str, prefix: &str) -> Result<Vec<String>, StoreFault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT DISTINCT key FROM drafts WHERE scope = ?1 AND substr(key, 1, length(?2)) = ?2")
            .context("prepare draft keys")?;
        let keys = statement
            .query_map(params![scope, prefix], |r| r.get(0))
            .context("read draft keys")?;
        keys.collect::<Result<_, _>>().context("read draft keys")
    }
}
