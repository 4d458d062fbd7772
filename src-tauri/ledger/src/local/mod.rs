//! Local tables: accounts, drafts, sealed sheets, settings. Not official.

pub mod accounts;
pub mod drafts;
pub mod sealed;
pub mod settings;

#[cfg(test)]
mod tests;
