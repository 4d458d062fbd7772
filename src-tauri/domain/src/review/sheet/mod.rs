//! 评分表 (细则5): what a sheet must hold before it is signed, and how it is sealed until the reveal.

mod body;
mod check;
mod seal;
mod spread;

#[cfg(test)]
mod tests;

pub use body::{SheetBody, Veto};
pub use check::{SignableSheet, check_sheet};
pub use seal::{Salt, commitment, opens};
pub use spread::outliers;
