//! 使用年限: how long a vehicle may be used (机动车强制报废标准规定, 商务部令2012年第12号), and whether it may still be
//! exported: not within one year, inclusive, of the required end (plan §四(一)).

mod facts;
mod history;
mod judge;
mod table;

pub use facts::{Change, Class, FactsError, Use, UseLifeFacts};
pub use judge::{UseLife, UseLifeVerdict, judge};
pub use table::{Limit, limit};

#[cfg(test)]
mod tests;
