//! `desk demo --out FOLDER`: the whole path of the main job in fresh sample books.

use super::{access::file_name, answer::refused};
use crate::{
    fault::{Code, Fault, Refused},
    out::{Answer, Printer},
    stopwatch::{Stopwatch, hundredths},
};
use clap::Args;
use domain::{Say, say::Lang};
use exchange::Terms;
use indicatif::{ProgressBar, ProgressStyle};
use office::{
    cast,
    demo::{Demonstrated, STEPS, StepDone, Workbook},
};
use serde::Serialize;
use std::{
    fs,
    path::{Path, PathBuf},
};

#[derive(Debug, Args)]
pub struct Demo {
    /// 空文件夹，放账套（books）、文书（papers）和 summary.json · An empty folder for books, papers and summary.json
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// 用县区的申请汇总表代替样例 · A county's workbook in place of the sample
    #[arg(long, value_name = "FILE")]
    workbook: Option<PathBuf>,
}

impl Demo {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let there = self.out.exists();
        empty(&self.out)?;
        let workbook = self.workbook.as_deref().map(read).transpose()?;
        let done = self.walk(workbook, printer);
        if done.is_err() {
            self.clear(there);
        }
        printer.answer(&done?)
    }

    fn walk(&self, workbook: Option<Workbook>, printer: &Printer) -> Result<Summary, Refused> {
        let lang = printer.lang;
        let bar = progress();
        let (mut watch, mut steps) = (Stopwatch::start(), Vec::with_capacity(STEPS));
        let done = office::demo::run(&self.out, workbook, &mut |step: &StepDone| {
            steps.push(Step {
                step: step.step,
                label: step.label.pick(lang).to_owned(),
                entries: step.entries,
                seconds: hundredths(watch.lap().as_millis() / 10),
            });
            bar.set_message(step.label.pick(lang).to_owned());
            bar.inc(1);
        });
        bar.finish_and_clear();
        let done = done.map_err(|failure| refused(&failure))?;
        let summary = Summary {
            steps,
            papers: papers(&done),
            ledger: Head {
                entries: done.entries,
                head: done.head,
            },
            refused_by: done.refused_by,
            verified: done.verified,
            books: self.out.join("books").display().to_string(),
            papers_folder: self.out.join("papers").display().to_string(),
        };
        let path = self.out.join("summary.json");
        let text = serde_json::to_string_pretty(&summary).map_err(|e| Refused::unwritable("summary.json", &e))?;
        fs::write(&path, text + "\n").map_err(|e| Refused::unwritable(&path.display().to_string(), &e))?;
        Ok(summary)
    }

    /// Takes away what a walk that failed has left, so that it can be tried again. The folder was empty before.
    fn clear(&self, keep: bool) {
        // The fault that is told is the walk's; what cannot be taken away lies in a folder the user named.
        for name in ["books", "papers"] {
            let _ = fs::remove_dir_all(self.out.join(name));
        }
        let _ = fs::remove_file(self.out.join("summary.json"));
        if !keep {
            let _ = fs::remove_dir(&self.out);
        }
    }
}

fn progress() -> ProgressBar {
    let bar = ProgressBar::new(STEPS as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {elapsed} {msg}") {
        bar.set_style(style);
    }
    bar
}

/// A folder that holds anything is somebody's work.
fn empty(folder: &Path) -> Result<(), Refused> {
    let shown = folder.display().to_string();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Refused::unwritable(&shown, &error)),
        Ok(mut entries) => entries.next(),
    };
    if entries.is_none() {
        return Ok(());
    }
    Err(Refused {
        code: Code::Unwritable,
        faults: vec![Fault::file(
            &shown,
            "not_empty",
            Say::new("文件夹已有文件", "the folder already holds files"),
            Say::new(
                "请给出空文件夹或新文件夹；原有文件未被改动",
                "Name an empty or a new folder; nothing there was changed",
            ),
        )],
    })
}

/// A workbook that cannot be read at all is told before anything is made.
fn read(path: &Path) -> Result<Workbook, Refused> {
    let shown = path.display().to_string();
    let bytes = super::import::bytes(path)?;
    let policy = crate::policy::PolicyArg::shipped("wuhu-plan")?;
    exchange::read::filings(&bytes, &Terms::from(policy), None)
        .map_err(|fault| super::answer::refused_file(&fault.into(), Some(&shown)))?;
    Ok(Workbook {
        name: file_name(path),
        bytes,
    })
}

fn papers(done: &Demonstrated) -> Vec<Paper> {
    done.papers
        .iter()
        .map(|row| Paper {
            kind: row.kind.clone(),
            file: format!("papers/{}", office::paper_file_name(row)),
            number: row.number.clone(),
            sha256: row.sha256.clone(),
        })
        .collect()
}

#[derive(Serialize)]
struct Summary {
    steps: Vec<Step>,
    papers: Vec<Paper>,
    ledger: Head,
    /// The clauses by which the licence was refused during the suspension.
    refused_by: Vec<String>,
    verified: bool,
    #[serde(skip)]
    books: String,
    #[serde(skip)]
    papers_folder: String,
}

#[derive(Serialize)]
struct Step {
    step: &'static str,
    label: String,
    entries: i64,
    seconds: f64,
}

#[derive(Serialize)]
struct Paper {
    kind: String,
    file: String,
    number: String,
    sha256: String,
}

#[derive(Serialize)]
struct Head {
    entries: i64,
    head: String,
}

impl Answer for Summary {
    fn text(&self, lang: Lang) -> String {
        let mut lines: Vec<String> = self.steps.iter().map(|s| s.line(lang)).collect();
        let Head { entries, head } = &self.ledger;
        let (books, folder, password) = (&self.books, &self.papers_folder, cast::PASSWORD);
        let names = |between: &str, own: fn(&str, &str) -> String| {
            let names: Vec<String> = cast::accounts().iter().map(|a| own(&a.name, &a.display_name)).collect();
            names.join(between)
        };
        lines.push(String::new());
        match lang {
            Lang::Zh => {
                let holds = if self.verified { "核验无误" } else { "核验有误" };
                lines.push(format!("账本：{entries} 条，{holds}，末条 {head}"));
                lines.push(format!("文书：{folder}"));
                lines.extend(self.papers.iter().map(|p| format!("  {}  {}", p.number, p.file)));
                lines.push(format!("账套：{books}"));
                lines.push(format!(
                    "在窗口中打开：启动 export-desk，选择上述账套文件夹，以下列样例账户之一登录，口令 {password}"
                ));
                lines.push(format!("  {}", names("、", |name, shown| format!("{name}（{shown}）"))));
            }
            Lang::En => {
                let holds = if self.verified {
                    "verified"
                } else {
                    "NOT as it should be"
                };
                lines.push(format!("ledger: {entries} entries, {holds}, head {head}"));
                lines.push(format!("papers: {folder}"));
                lines.extend(self.papers.iter().map(|p| format!("  {}  {}", p.number, p.file)));
                lines.push(format!("books: {books}"));
                lines.push(format!(
                    "to open them in the window: start export-desk, choose that folder, sign in as one of the sample cast \
                     with the password {password}"
                ));
                lines.push(format!("  {}", names(", ", |name, shown| format!("{name} ({shown})"))));
            }
        }
        lines.join("\n")
    }

    fn found(&self) -> bool {
        !self.verified
    }
}

impl Step {
    fn line(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{:>5.2} 秒  {:>4} 条  {}", self.seconds, self.entries, self.label),
            Lang::En => format!("{:>5.2} s  {:>4} entries  {}", self.seconds, self.entries, self.label),
        }
    }
}
