//! 样例演示: the whole main path on the sample batch, through the same verbs as the window.
//!
//! Clock and ids are pinned: two runs give the same head and the same papers.

mod after;
mod review;

use crate::{Office, Settings, cast, clock::PinnedClock, ids::CountedIds, wire::*};
use chrono::{DateTime, Utc};
use domain::Say;
use exchange::Terms;
use serde::{Serialize, de::DeserializeOwned};
use std::path::Path;

/// How many steps the path has, for whoever shows progress.
pub const STEPS: usize = 18;

/// A step that was taken.
#[derive(Debug, Clone)]
pub struct StepDone {
    pub step: &'static str,
    pub label: Say,
    /// Entries appended in it.
    pub entries: i64,
}

/// What the demonstration left in the books.
#[derive(Debug, Clone)]
pub struct Demonstrated {
    pub papers: Vec<PaperRow>,
    pub entries: i64,
    pub head: String,
    /// The licence that was refused during the suspension: its clauses.
    pub refused_by: Vec<String>,
    pub verified: bool,
}

/// A county's workbook to use instead of the sample.
pub struct Workbook {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Walks the main path in fresh sample books at `folder/books`; papers are saved to `folder/papers`.
///
/// `tell` hears of each step as it ends.
pub fn run(
    folder: &Path,
    workbook: Option<Workbook>,
    tell: &mut dyn FnMut(&StepDone),
) -> Result<Demonstrated, Failure> {
    let clock: DateTime<Utc> = "2026-03-02T01:00:00Z".parse().map_err(Failure::internal)?;
    let settings = Settings {
        folder: folder.join("books"),
        papers: folder.join("papers"),
        clock: Box::new(PinnedClock(clock)),
        ids: Box::new(CountedIds::new(exchange::sample::SEED)),
    };
    let mut demo = Demo {
        office: Office::new(settings),
        terms: Terms::from(crate::state::policy("wuhu-plan")?),
        tell,
        entries: 0,
        enterprise: String::new(),
    };
    demo.open()?;
    let batch = demo.receive(workbook)?;
    let meeting = demo.review(&batch)?;
    demo.select(&batch, &meeting)?;
    demo.after_filing(&batch)
}

struct Demo<'a> {
    office: Office,
    terms: Terms,
    tell: &'a mut dyn FnMut(&StepDone),
    /// The head's number when the last step ended.
    entries: i64,
    /// The enterprise that is licensed and suspended.
    enterprise: String,
}

impl Demo<'_> {
    /// One verb through the same door as the window.
    fn call<Q: Serialize, R: DeserializeOwned>(&mut self, verb: &str, request: Q) -> Result<R, Failure> {
        crate::ask(&mut self.office, verb, &request)
    }

    /// Signs in as one of the cast, on a day.
    fn on(&mut self, account: &str, day: &str) -> Result<(), Failure> {
        let folder = self.office.settings.folder.clone();
        self.office.sign_in(&folder, account, cast::PASSWORD)?;
        let _: SessionView = self.call("session.set_date", SetDate { date: day.to_owned() })?;
        Ok(())
    }

    fn done(&mut self, step: &'static str, zh: &str, en: &str) -> Result<(), Failure> {
        let (n, _) = self.office.books()?.reader().head()?;
        let entries = n - self.entries;
        self.entries = n;
        (self.tell)(&StepDone {
            step,
            label: Say::new(zh, en),
            entries,
        });
        Ok(())
    }

    fn open(&mut self) -> Result<(), Failure> {
        let folder = self.office.settings.folder.clone();
        let books = self.office.create_sample(&folder)?;
        self.office.take(books)?;
        self.done("open", "开立样例账套", "Sample books opened")
    }

    fn receive(&mut self, workbook: Option<Workbook>) -> Result<String, Failure> {
        self.on("jingban", "2026-03-02")?;
        let opened: Receipt = self.call(
            "batch.open",
            OpenBatch {
                name: "2026年第一批".into(),
                policy: "wuhu-plan".into(),
                opens_on: "2026-03-02".into(),
                closes_on: "2026-03-31".into(),
                quota: Some(8),
            },
        )?;
        let batch = opened.id.unwrap_or_default();
        self.done("batch", "开启批次", "Batch opened")?;

        let workbook = match workbook {
            Some(workbook) => workbook,
            None => Workbook {
                name: "样例-申请汇总表.xlsx".into(),
                bytes: exchange::write::filings(
                    &exchange::sample::filings(&self.terms, exchange::sample::SEED),
                    &self.terms,
                )
                .map_err(Failure::internal)?,
            },
        };
        self.on("jingban", "2026-03-10")?;
        self.office
            .take_filings(&batch, &workbook.name, &workbook.bytes, true, "2026-03-10")?;
        self.done(
            "import",
            "导入申请汇总表并核对基本条件",
            "Applications imported and judged",
        )?;

        self.on("jingban", "2026-03-12")?;
        let page: BatchPage = self.call("batch.view", ById { id: batch.clone() })?;
        let (met, others): (Vec<_>, Vec<_>) = page.applications.into_iter().partition(|a| a.verdict == "met");
        let accepted = AcceptApplications {
            batch: batch.clone(),
            applications: met.into_iter().map(|a| a.id).collect(),
            on: "2026-03-12".into(),
        };
        let _: Receipt = self.call("application.accept", accepted)?;
        for application in others {
            let reason = if application.verdict == "not_met" {
                "不符合基本条件，详见逐项核对结果"
            } else {
                "规定期限内未能核实有关事实"
            };
            let refused = RefuseApplication {
                application: application.id,
                on: "2026-03-12".into(),
                reason: reason.into(),
            };
            let _: Receipt = self.call("application.refuse", refused)?;
        }
        self.done("accept", "受理与不予受理", "Accepted and refused")?;
        Ok(batch)
    }
}
