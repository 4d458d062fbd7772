//! Settings of these books.

use crate::{Books, Reader, StoreFault, fault::Context};
use rusqlite::{OptionalExtension, params};

impl Books {
    /// Sets a setting, or removes it.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<(), StoreFault> {
        match value {
            Some(value) => self.conn.execute(
                "INSERT INTO settings (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                params![name, value],
            ),
            None => self.conn.execute("DELETE FROM settings WHERE name = ?1", [name]),
        }
        .context("set a setting")?;
        Ok(())
    }
}

impl Reader<'_> {
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreFault> {
        self.conn
            .prepare_cached("SELECT value FROM settings WHERE name = ?1")
            .context("prepare a setting")?
            .query_row([name], |r| r.get(0))
            .optional()
            .context("read a setting")
    }
}
