//! A bare SQLCipher database with the settings of the books and nothing of their code: the floors are measured on it.

use rusqlite::Connection;
use std::path::Path;

/// 32 bytes in hex: a raw key, so that no key is derived.
const KEY: &str = "2dd29ca851e7b56e4697b0e1f08507293d761a05ce4d1b628663f411a8086d99";

pub fn open(path: &Path) -> rusqlite::Result<Connection> {
    let db = Connection::open(path)?;
    db.execute_batch(&format!("PRAGMA key = \"x'{KEY}'\"; PRAGMA cipher_log_level = NONE;"))?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )?;
    Ok(db)
}
