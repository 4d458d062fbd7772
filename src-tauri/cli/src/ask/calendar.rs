//! `desk calendar add`, `desk calendar period`: the tables that ship.

use crate::{
    fault::{Fault, Refused},
    out::{Answer, Printer, pick},
};
use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};
use domain::{
    Say,
    calendar::{self, MissingYear},
    say::Lang,
};
use serde::Serialize;

#[derive(Debug, Subcommand)]
pub enum Calendar {
    /// 第 N 个工作日 · The N-th working day after a day
    Add {
        /// 起算日，不计入 · The day from which is counted; it is not counted itself
        #[arg(long, value_name = "DATE", value_parser = date)]
        from: NaiveDate,
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
        working_days: u32,
    },
    /// 以月计的期间 · A period of months
    Period {
        /// 起算日，不计入 · The day from which is counted; it is not counted itself
        #[arg(long, value_name = "DATE", value_parser = date)]
        from: NaiveDate,
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=12_000))]
        months: u32,
        #[arg(long, value_enum)]
        kind: KindArg,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum KindArg {
    /// 处分期：到期不顺延 · a sanction: ends on its last day
    Sanction,
    /// 当事人期限：逢休息日顺延 · a deadline: rolls on from a holiday
    Deadline,
}

/// `YYYY-MM-DD` and no other form: 2026-2-1 or a year of five digits is a slip.
fn date(text: &str) -> Result<NaiveDate, String> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    let day = if shape { text.parse().ok() } else { None };
    day.ok_or_else(|| "不是日期（YYYY-MM-DD） · not a date, YYYY-MM-DD".to_owned())
}

impl Calendar {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let tables = calendar::Calendar::shipped();
        match self {
            Self::Add { from, working_days } => {
                let due = tables.add_working_days(*from, *working_days);
                printer.answer(&AddAnswer {
                    message: waits(&due.missing_years, printer.lang),
                    due,
                })
            }
            Self::Period { from, months, kind } => {
                let kind = match kind {
                    KindArg::Sanction => calendar::Kind::Sanction,
                    KindArg::Deadline => calendar::Kind::Deadline,
                };
                let period = tables.period(*from, *months, kind).ok_or_else(|| {
                    Refused::usage(Fault::argument(
                        "--months",
                        "out_of_range",
                        Say::new("日期超出可计算的范围", "the date is out of range"),
                        Say::new("请核对起算日和月数", "Check the day and the months"),
                    ))
                })?;
                printer.answer(&PeriodAnswer {
                    message: waits(&period.missing_years, printer.lang),
                    period,
                })
            }
        }
    }
}

/// Why an answer is provisional.
fn waits(missing: &[i32], lang: Lang) -> Option<String> {
    let told: Vec<String> = missing
        .iter()
        .map(|year| MissingYear(*year).say().pick(lang).to_owned())
        .collect();
    (!told.is_empty()).then(|| told.join(pick(lang, "；", "; ")))
}

#[derive(Serialize)]
struct AddAnswer {
    #[serde(flatten)]
    due: calendar::Due,
    message: Option<String>,
}

impl Answer for AddAnswer {
    fn text(&self, lang: Lang) -> String {
        let calendar::Due {
            from,
            working_days: n,
            due,
            clause,
            ..
        } = &self.due;
        let message = self.message.as_deref().unwrap_or_default();
        match (lang, due) {
            (Lang::Zh, Some(due)) => format!("{from} 后第 {n} 个工作日：{due} [{clause}]"),
            (Lang::En, Some(due)) => format!("working day {n} after {from}: {due} [{clause}]"),
            (Lang::Zh, None) => format!("{from} 后第 {n} 个工作日：未定，{message} [{clause}]"),
            (Lang::En, None) => format!("working day {n} after {from}: not known, {message} [{clause}]"),
        }
    }
}

#[derive(Serialize)]
struct PeriodAnswer {
    #[serde(flatten)]
    period: calendar::Period,
    message: Option<String>,
}

impl Answer for PeriodAnswer {
    fn text(&self, lang: Lang) -> String {
        let period = &self.period;
        let (from, months, last) = (period.from, period.months, period.last_day);
        let mut text = match lang {
            Lang::Zh => format!("自 {from} 起 {months} 个月：最后一日 {last}"),
            Lang::En => format!("{months} months from {from}: last day {last}"),
        };
        if let Some(resumes) = period.resumes {
            text.push_str(&match lang {
                Lang::Zh => format!("，{resumes} 起恢复"),
                Lang::En => format!(", resumes {resumes}"),
            });
        }
        if let Some(message) = &self.message {
            text.push_str(&match lang {
                Lang::Zh => format!("；暂定，{message}"),
                Lang::En => format!("; provisional, {message}"),
            });
        }
        let clauses: Vec<&str> = period.clauses.iter().map(|clause| clause.0.as_str()).collect();
        format!("{text} [{}]", clauses.join(pick(lang, "、", ", ")))
    }
}
