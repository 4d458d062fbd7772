//! The same office without a window: every rule can be asked, from a script, by an auditor, in a test.

mod args;
mod ask;
mod bench;
mod books;
mod export;
mod facts;
mod fault;
mod out;
mod policy;
mod stopwatch;
mod usage;

use args::{Cli, Command};
use clap::Parser;
use fault::Refused;
use out::{Exit, Printer};
use std::{ffi::OsString, process::ExitCode};

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    match Cli::try_parse_from(&typed) {
        Ok(cli) => {
            let mut printer = Printer::new(cli.shown.json, cli.shown.lang.into());
            let answered = run(&cli, &mut printer).and_then(|()| printer.finish());
            answered.unwrap_or_else(|refused| out::refuse(&refused, cli.shown.json, cli.shown.lang.into()))
        }
        Err(error) => usage::answer(&error, &typed),
    }
    .into()
}

fn run(cli: &Cli, printer: &mut Printer) -> Result<(), Refused> {
    match &cli.command {
        Command::Check(check) => check.run(printer),
        Command::Calendar(calendar) => calendar.run(printer),
        Command::UseLife(use_life) => use_life.run(printer),
        Command::Eligibility(eligibility) => eligibility.run(printer),
        Command::Review(review) => review.run(printer),
        Command::Licence(licence) => licence.run(printer),
        Command::Export(export) => export.run(printer),
        Command::Demo(demo) => demo.run(printer),
        Command::Import(import) => import.run(&cli.access, printer),
        Command::Ledger(ledger) => ledger.run(&cli.access, printer),
        Command::Bench(bench) => bench.run(printer),
        Command::Samples(samples) => samples.run(printer),
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Answered => 0,
            Exit::Found => 1,
            Exit::Wrong => 2,
        })
    }
}
