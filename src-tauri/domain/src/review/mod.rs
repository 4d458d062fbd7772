//! 专家评审: the panel is drawn, conflicts of interest recuse, sheets are checked and sealed, and the result is computed
//! so that anyone can compute it again (plan §二(二), 细则3–6).

mod canonical;
mod draw;
mod entries;
mod fault;
mod marking;
mod outcome;
mod recusal;
mod score;
mod sheet;

pub use canonical::Canon;
pub use draw::{Draw, DrawPool, DrawRequest, Drawn, Lot, PoolMember, draw, panel_size};
pub use entries::Entries;
pub use fault::{Fault, FaultCode};
pub use outcome::{Assessed, Outcome, OutcomeFacts, Ranked, RubricLine, SheetLine, outcome};
pub use recusal::{Declaration, ExpertTies, Ground, Recusal, Source, Tie, recused};
pub use score::Score;
pub use sheet::{Salt, SheetBody, SignableSheet, Veto, check_sheet, commitment, opens, outliers};
