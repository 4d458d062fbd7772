//! The commands that work on books: `demo`, `import`, `ledger`.

mod access;
mod answer;
pub mod demo;
pub mod import;
pub mod ledger;
pub mod samples;

pub use access::Access;
