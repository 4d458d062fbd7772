//! `desk bench NAME [--size N]`: makes its own books from a fixed seed in a temporary folder, measures, and prints one
//! object a figure. What the names mean stands in docs/bench.md and stays.

mod figure;
mod import;
mod ledger;
mod outcome;
mod papers;
mod plain;

use crate::{
    fault::{Code, Fault, Refused},
    out::Printer,
};
use clap::{Args, ValueEnum};
use domain::Say;
use indicatif::{ProgressBar, ProgressStyle};

#[derive(Debug, Args)]
pub struct Bench {
    #[arg(value_enum)]
    name: Name,
    /// 规模，代替各项的默认值 · The size, in place of each one's own
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    size: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// 导入申请 · importing applications
    Import,
    /// 核验账本 · verifying the ledger
    Ledger,
    /// 计算评审结果 · the outcome of a review
    Outcome,
    /// 生成评审意见 · rendering memos
    Papers,
    /// 全部 · all of them
    All,
}

/// Measured this many times; the median counts.
const RUNS: usize = 5;

impl Bench {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let all = [Name::Import, Name::Ledger, Name::Outcome, Name::Papers];
        for name in all.into_iter().filter(|n| self.name == Name::All || self.name == *n) {
            let figures = match name {
                Name::Import => import::measure(self.size.unwrap_or(import::SIZE)),
                Name::Ledger => ledger::measure(self.size.unwrap_or(ledger::SIZE)),
                Name::Outcome => outcome::measure(self.size.unwrap_or(outcome::SIZE)),
                Name::Papers => papers::measure(self.size.unwrap_or(papers::SIZE)),
                Name::All => continue,
            };
            for figure in &figures.map_err(|Failed(why)| failed(&why))? {
                printer.answer(figure)?;
            }
        }
        Ok(())
    }
}

/// Why a measurement could not be made: the disk, or a fault of the program.
struct Failed(String);

impl<E: std::fmt::Display> From<E> for Failed {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The office's failure has no `Display`.
fn told(failure: office::wire::Failure) -> String {
    failure.message.en
}

fn failed(why: &str) -> Refused {
    Refused {
        code: Code::Internal,
        faults: vec![Fault::argument(
            "bench",
            "failed",
            Say::new(format!("实测未能完成：{why}"), format!("could not measure: {why}")),
            Say::new("请检查临时文件夹的磁盘空间", "Check the space of the temporary folder"),
        )],
    }
}

/// Shows on standard error which run it is.
fn progress(name: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(RUNS as u64).with_message(name);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:20} {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar.tick();
    bar
}

/// A number without a pattern, the same on every machine (splitmix64).
fn scatter(n: u64) -> u64 {
    let mut z = n.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
