//! The append-only, hash-chained store.
//!
//! Three kinds of table: *ledger* (stored bytes, never altered), *local* (accounts, drafts, settings: migrated) and
//! *projections* (folded from entries, rebuilt at will). Everything is encrypted with SQLCipher from the start.

pub mod books;
mod chain;
#[cfg(test)]
mod crash;
mod entry;
pub mod fault;
pub mod local;
pub mod projections;
mod reader;
mod schema;
#[cfg(test)]
mod testing;
mod tx;
mod verify;

pub use books::{Account, Books, BooksInfo, NewAccount, look};
pub use chain::{ChainReport, verify_chain};
pub use entry::{Claim, Entry, GENESIS, Hash, UnreadableEntry, chain};
pub use fault::{BooksFault, StoreFault};
pub use reader::{Reader, Stored};
pub use schema::schema_text;
pub use tx::{Act, Expected, New, Tx};
pub use verify::{Difference, Verification};

/// The library SQLite is built into: for the test that it carries the fix of the WAL-reset bug.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
