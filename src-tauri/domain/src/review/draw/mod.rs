//! 专家抽取 (细则3): a draw that anyone can redo by hand.

mod check;
mod lots;
mod types;

#[cfg(test)]
mod tests;

pub use check::panel_size;
pub use lots::draw;
pub use types::{Draw, DrawPool, DrawRequest, Drawn, Lot, PoolMember};
