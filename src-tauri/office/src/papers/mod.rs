//! Papers: a paper is made once. Entry n gives its number and facts; it is rendered with the head at n in its footer;
//! the bytes are stored and entry n + 1 keeps their hash. A reprint reads the stored bytes.

pub(crate) mod memo;
pub(crate) mod recommendation;

use crate::{
    desk::{Desk, hash16},
    load,
    wire::{Failure, PaperRow, PaperView},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{Datelike, NaiveDate};
use documents::{LedgerHead, Mark, PaperFacts, PaperRequest};
use domain::{
    Event, Say,
    clause::rules,
    paper::{FontStamp, PaperIssued, PaperNumber, PaperStored},
    policy::Policy,
};
use ledger::{Claim, Expected, New};
use sha2::{Digest, Sha256};

/// Kinds of paper, as the policy's series list them.
pub(crate) const MEMO: &str = "review_memo";
pub(crate) const RECOMMENDATION: &str = "recommendation";

/// Issues a paper within the act that decides it. Answers the paper's id.
pub(crate) fn issue(
    desk: &mut Desk<'_, '_>,
    policy: &Policy,
    kind: &str,
    title: &str,
    about: &str,
    facts: PaperFacts,
) -> Result<String, Failure> {
    let series = policy
        .papers
        .series_of(kind)
        .ok_or_else(|| Failure::internal(format!("no series for {kind}")))?;
    let year = desk.on.year();
    let n = desk.tx.reader().next_paper_number(&series.mark, year)?;
    // A later number never bears an earlier date, or the series could not be read as one.
    let before = desk.tx.reader().papers()?;
    let last = before
        .iter()
        .filter(|p| p.number.series == series.mark)
        .map(|p| p.dated)
        .max();
    desk.not_before(
        last,
        rules::PAPERS,
        Say::new("该代字上一件文书的日期", "the series' last paper"),
    )?;
    let number = PaperNumber {
        series: series.mark.clone(),
        year,
        n,
    };
    let id = desk.new_id();
    let stream = load::stream("paper", &id);
    let issued = Event::PaperIssued(PaperIssued {
        kind: kind.to_owned(),
        number: number.clone(),
        title: title.to_owned(),
        about: about.to_owned(),
        facts: serde_json::to_value(&facts).map_err(Failure::internal)?,
        template: kind.to_owned(),
    });
    let claim = Claim::new("paper-no", number.to_string());
    desk.append(
        &policy.id,
        &stream,
        Expected::New,
        vec![New::new(issued, rules::PAPERS).taking(claim)],
    )?;
    let (entry, hash) = desk.tx.head();
    let paper = documents::render(&PaperRequest {
        facts,
        number: Some(documents::PaperNumber {
            code: number.series,
            year: number.year,
            n: number.n,
        }),
        date: desk.on,
        head: Some(LedgerHead {
            entry: entry.unsigned_abs(),
            hash16: hash16(&hash),
        }),
        document_id: id.clone(),
        mark: if desk.sample { Mark::Sample } else { Mark::None },
    })?;
    let sha256 = hex::encode(Sha256::digest(&paper.pdf));
    desk.tx.store_blob(&sha256, &paper.pdf)?;
    let stored = Event::PaperStored(PaperStored {
        sha256,
        pages: paper.pages,
        size: paper.pdf.len() as u64,
        fonts: paper
            .fonts
            .into_iter()
            .map(|f| FontStamp {
                name: f.name,
                sha256: f.sha256,
            })
            .collect(),
    });
    desk.append(
        &policy.id,
        &stream,
        Expected::At(1),
        vec![New::new(stored, rules::PAPERS)],
    )?;
    desk.touch("papers");
    Ok(id)
}

/// The same renderer, marked 草稿, without number or head.
pub(crate) fn preview(facts: PaperFacts, on: NaiveDate, file_name: &str) -> Result<PaperView, Failure> {
    let paper = documents::render(&PaperRequest {
        facts,
        number: None,
        date: on,
        head: None,
        document_id: String::new(),
        mark: Mark::Draft,
    })?;
    Ok(PaperView {
        paper: None,
        pdf: STANDARD.encode(&paper.pdf),
        file_name: file_name.to_owned(),
    })
}

/// A row of the register on the wire.
pub(crate) fn row(row: ledger::projections::PaperRow) -> PaperRow {
    PaperRow {
        id: row.id,
        title: Say::new(
            row.title.clone(),
            format!("{}: {}", kind_label(&row.kind).en, row.title),
        )
        .into(),
        kind: row.kind,
        number: row.number.to_string(),
        dated: row.dated.to_string(),
        pages: row.pages.unwrap_or_default(),
        sha256: row.sha256.unwrap_or_default(),
        entry: row.issued.to_string(),
    }
}

fn kind_label(kind: &str) -> Say {
    match kind {
        MEMO => Say::new("评审意见", "Review memo"),
        RECOMMENDATION => Say::new("推荐请示", "Recommendation"),
        other => Say::new(other, other),
    }
}

/// A file name that says which paper it is and passes on every system: `芜商评〔2026〕1号 2026年第一批评审意见.pdf`.
pub fn file_name(row: &PaperRow) -> String {
    plain_name(&format!("{} {}.pdf", row.number, row.title.zh))
}

/// A file name without what file systems take for something else; never a path.
pub(crate) fn plain_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if "/\\:*?\"<>|".contains(c) || c.is_control() {
                '_'
            } else {
                c
            }
        })
        .collect();
    match name.trim_matches(['.', ' ']) {
        "" => "未命名".to_owned(),
        name => name.to_owned(),
    }
}
