//! What an import did, or would do.

use super::Kind;
use crate::{books::answer::Remark, out::Answer};
use domain::say::Lang;
use office::wire::{Fault, ImportReport};
use serde::Serialize;

#[derive(Serialize)]
pub struct Report {
    kind: Kind,
    file: String,
    sha256: String,
    preview: bool,
    rows: u32,
    good: u32,
    /// Good rows that the books hold already.
    unchanged: u32,
    /// Rows that are, or would be, new to the books.
    taken: u32,
    /// Entries appended.
    appended: usize,
    faults: Vec<Remark>,
    warnings: Vec<Remark>,
    cleaned: Vec<Remark>,
    /// The workbook of rows that were not taken.
    rejects: Option<String>,
    ledger: Head,
}

#[derive(Serialize)]
struct Head {
    entries: i64,
    head: String,
}

impl Report {
    pub fn new(
        kind: Kind,
        report: &ImportReport,
        preview: bool,
        rejects: Option<String>,
        (entries, head): (i64, String),
        lang: Lang,
    ) -> Self {
        let remarks = |list: &[Fault]| list.iter().map(|f| Remark::new(f, lang)).collect();
        Self {
            kind,
            file: report.file_name.clone(),
            sha256: report.sha256.clone(),
            preview,
            rows: report.rows,
            good: report.good,
            unchanged: report.unchanged,
            taken: report.good.saturating_sub(report.unchanged),
            appended: report.receipt.as_ref().map_or(0, |r| r.entries.len()),
            faults: remarks(&report.faults),
            warnings: remarks(&report.warnings),
            cleaned: remarks(&report.cleaned),
            rejects,
            ledger: Head { entries, head },
        }
    }
}

/// Remarks of one sort that are told to a person; a program is told all.
const TOLD: usize = 100;

impl Answer for Report {
    fn text(&self, lang: Lang) -> String {
        let mut lines = Vec::new();
        for (zh, en, list) in [
            ("错误", "fault", &self.faults),
            ("请核对", "look at", &self.warnings),
            ("已清理", "cleaned", &self.cleaned),
        ] {
            for remark in list.iter().take(TOLD) {
                lines.push(match lang {
                    Lang::Zh => format!("{zh}：{}", remark.line(lang)),
                    Lang::En => format!("{en}: {}", remark.line(lang)),
                });
            }
            let more = list.len().saturating_sub(TOLD);
            if more > 0 {
                lines.push(match lang {
                    Lang::Zh => format!("{zh}另有 {more} 处，用 --json 查看全部"),
                    Lang::En => format!("{more} more ({en}); --json tells all of them"),
                });
            }
        }
        let Self {
            file,
            rows,
            taken,
            unchanged,
            appended,
            ..
        } = self;
        let rejected = rows.saturating_sub(self.good);
        lines.push(match (lang, self.preview) {
            (Lang::Zh, true) => format!(
                "预览 {file}：共 {rows} 行，将导入 {taken} 行，{unchanged} 行已在账套中，{rejected} 行有误；未写入任何内容"
            ),
            (Lang::Zh, false) => format!(
                "已导入 {file}：共 {rows} 行，导入 {taken} 行，{unchanged} 行已在账套中，{rejected} 行有误；记账 {appended} 条"
            ),
            (Lang::En, true) => format!(
                "preview of {file}: {rows} rows, {taken} would be taken, {unchanged} are there already, {rejected} have \
                 faults; nothing was written"
            ),
            (Lang::En, false) => format!(
                "imported {file}: {rows} rows, {taken} taken, {unchanged} were there already, {rejected} have faults; \
                 {appended} entries appended"
            ),
        });
        if let Some(rejects) = &self.rejects {
            lines.push(match lang {
                Lang::Zh => format!("未导入的行已写入 {rejects}，改正后可直接再次导入"),
                Lang::En => format!("the rows not taken are in {rejects}; correct them and import it"),
            });
        }
        lines.join("\n")
    }

    fn found(&self) -> bool {
        !self.faults.is_empty()
    }
}
