//! 样例: an invented batch for demonstrations, tests and measurements. Every enterprise, person, code and number in it is
//! made up and says so; the same seed gives the same batch on every machine.

mod batch;
mod code;
mod drawn;
mod enterprises;
mod experts;
mod files;
mod rng;
mod sheets;

pub use batch::batch;
pub use code::code;
pub use drawn::{DRAW_SEED, sheets};
pub use enterprises::filings;
pub use experts::experts;
pub use files::{FILES, write_all};
pub use sheets::{prefilled, sheets_for};

/// The seed of the batch that ships with the program.
pub const SEED: u64 = 20_260_301;
