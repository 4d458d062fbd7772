//! `desk --books FOLDER --as NAME ledger verify|rebuild`

use super::{
    Access,
    answer::{pick, refused},
};
use crate::{
    fault::Refused,
    out::{Answer, Printer},
};
use clap::Subcommand;
use domain::say::Lang;
use indicatif::ProgressBar;
use office::wire::{Nothing, VerifyReport};
use serde::Serialize;
use std::time::Duration;

#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// 核验：逐条重算，逐行比对 · Hash every entry anew, compare every row
    Verify,
    /// 重建：由账本重新生成各表 · Fold all tables from the entries again
    Rebuild,
}

impl Ledger {
    pub fn run(&self, access: &Access, printer: &mut Printer) -> Result<(), Refused> {
        let mut office = access.open()?;
        let spinner = ProgressBar::new_spinner();
        spinner.enable_steady_tick(Duration::from_millis(100));
        let report: Result<VerifyReport, _> = match self {
            Self::Verify => office::ask(&mut office, "ledger.verify", &Nothing {}),
            Self::Rebuild => office.rebuild(),
        };
        spinner.finish_and_clear();
        let report = report.map_err(|failure| refused(&failure))?;
        printer.answer(&Found::new(matches!(self, Self::Rebuild), report, printer.lang))
    }
}

#[derive(Serialize)]
struct Found {
    ok: bool,
    /// Whether the tables were folded again before this was found.
    rebuilt: bool,
    entries: i64,
    head: String,
    first_bad_entry: Option<i64>,
    differences: Vec<String>,
}

impl Found {
    fn new(rebuilt: bool, report: VerifyReport, lang: Lang) -> Self {
        Self {
            ok: report.ok,
            rebuilt,
            // The wire carries 64-bit integers as text; these come from integers.
            entries: report.entries.parse().unwrap_or_default(),
            head: report.head,
            first_bad_entry: report.first_bad_entry.and_then(|n| n.parse().ok()),
            differences: report.differences.iter().map(|d| pick(d, lang).to_owned()).collect(),
        }
    }
}

impl Answer for Found {
    fn text(&self, lang: Lang) -> String {
        let Self { entries, head, .. } = self;
        let mut lines = Vec::new();
        if let Some(n) = self.first_bad_entry {
            lines.push(match lang {
                Lang::Zh => format!("第一条有误的记录：第 {n} 条"),
                Lang::En => format!("the first bad entry: {n}"),
            });
        }
        lines.extend(self.differences.iter().cloned());
        lines.push(match (lang, self.ok, self.rebuilt) {
            (Lang::Zh, true, false) => format!("核验无误：{entries} 条，末条 {head}"),
            (Lang::Zh, true, true) => format!("已重建并核验无误：{entries} 条，末条 {head}"),
            (Lang::Zh, false, _) => format!("核验有误：{entries} 条；请勿继续使用，用最近的备份恢复"),
            (Lang::En, true, false) => format!("verified: {entries} entries, head {head}"),
            (Lang::En, true, true) => format!("rebuilt and verified: {entries} entries, head {head}"),
            (Lang::En, false, _) => {
                format!("NOT as it should be: {entries} entries; stop using the books and restore the latest backup")
            }
        });
        lines.join("\n")
    }

    fn found(&self) -> bool {
        !self.ok
    }
}
