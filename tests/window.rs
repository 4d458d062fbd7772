//! One journey through the real window: an expert's last sheet, the reveal, the memo on the screen, the recommendation,
//! a licence, and a suspension.
//!
//! The built program runs in a real WebKitGTK window and is driven over WebDriver. The sample books lie ready up to the
//! last score sheet; from there on everything is done by clicks and keys. What the screens must show is computed here
//! by another way than the program's, and what they did is read back from the books afterwards.

// Helpers stand outside test functions, where a failure is the answer too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "window/after.rs"]
mod after;
#[path = "window/books.rs"]
mod books;
#[path = "window/driver.rs"]
mod driver;
#[path = "window/page.rs"]
mod page;

use books::{Prepared, hundredths, short};
use driver::Driver;
use page::Page;

const OPINION: &str = "样例：专家组审阅了全部参评材料，同意按排名择优推荐。";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_last_sheet_to_the_day_licences_open_again() {
    let folder = tempfile::tempdir().expect("a folder for the books");
    let prepared = books::prepare(folder.path());
    let driver = Driver::start(&prepared.folder, &prepared.papers);
    let page = Page::open(&driver).await;

    the_secretary_looks_at_the_file(&page, &prepared).await;
    the_expert_signs_the_last_sheet(&page, &prepared).await;
    the_secretary_reveals(&page, &prepared).await;
    let number = the_secretary_issues_the_memo(&page, &prepared).await;
    page.press("sign-out").await;
    after::the_recommendation_is_drafted_by_one_and_approved_by_another(&page).await;
    let enterprise = after::the_ministry_files_them(&page).await;
    after::a_licence_is_drafted_by_one_and_approved_by_another(&page, &enterprise).await;
    after::licences_stop_for_three_months_and_open_again(&page, &enterprise).await;
    after::tour(&page).await;
    assert_eq!(
        page.complaints().await,
        Vec::<String>::new(),
        "no script failed and nothing was blocked by the content policy"
    );
    page.close().await;
    drop(driver);

    let left = prepared.read_back();
    assert!(left.verified, "the ledger holds after what the window wrote");
    assert_eq!(left.memos.len(), 1, "one memo was issued, once");
    assert_eq!(
        left.licences,
        ["expired", "refused", "issued"],
        "one before, one during and one after the suspension, as of the last day"
    );
    assert_eq!(
        left.memos[0].number, number,
        "the number on the screen is the one in the books"
    );
    assert_eq!(
        left.signed_in_manner, "own_account",
        "the last sheet was signed at the expert's own account"
    );
}

pub(crate) async fn sign_in(page: &Page, account: &str, name: &str) {
    page.press(&format!("account-{account}")).await;
    page.press("sign-in").await;
    page.reads("who", name).await;
}

/// Batch, then case: found by typing, with its verdict and the reasons for it.
async fn the_secretary_looks_at_the_file(page: &Page, prepared: &Prepared) {
    sign_in(page, "mishu", "样秘书").await;
    page.reads("sample-badge", "样例").await;
    page.press("nav-batches").await;
    page.press("batch-open").await;
    page.reads("page-title", books::BATCH).await;
    page.fill("case-filter", &prepared.file.name).await;
    page.count("case-row", 1).await;
    page.press(&format!("case-open-{}", prepared.file.application)).await;
    page.reads("page-title", &prepared.file.name).await;
    page.has("case-state", "data-state", "in_review").await;
    page.has("finding-capital", "data-verdict", "met").await;
    page.shot("case").await;
    for tab in ["materials", "papers", "entries"] {
        page.press(&format!("tab-{tab}")).await;
        page.shot(&format!("case-{tab}")).await;
    }

    page.press("back").await;
    page.press("tab-decision").await;
    page.press("meeting-open").await;
    page.has("progress", "data-seats", &prepared.seats.to_string()).await;
    page.has("progress", "data-signed", &(prepared.seats - 1).to_string())
        .await;
    page.press("sign-out").await;
}

/// Every score by keys, the running total held against a sum of integers, then the signature.
async fn the_expert_signs_the_last_sheet(page: &Page, prepared: &Prepared) {
    let file = &prepared.file;
    sign_in(page, "zhuanjia", "样安之").await;
    page.press("todo-go-meeting").await;
    // Nothing of another expert's is to be seen, not even who has signed.
    page.has("progress", "data-seats", &prepared.own_seats.to_string())
        .await;
    page.has("progress", "data-signed", &(prepared.own_seats - 1).to_string())
        .await;
    page.absent("reveal").await;
    page.press(&format!("sheet-open-{}-{}", file.application, books::EXPERT))
        .await;
    page.has("sheet", "data-signed", "false").await;

    let mut sum = 0;
    for (n, (item, points)) in file.own.iter().enumerate() {
        page.has("sheet-missing", "data-count", &(file.own.len() - n).to_string())
            .await;
        page.fill(&format!("score-{item}"), points).await;
        sum += hundredths(points);
        page.is("sheet-total", &short(sum)).await;
    }
    page.has("sheet-saved", "data-state", "saved").await;
    page.shot("scoring").await;
    let (last, _) = file.own.last().expect("a rubric has items");
    page.enter(&format!("score-{last}")).await;
    page.press("sign-confirm").await;
    page.has("progress", "data-signed", &prepared.own_seats.to_string())
        .await;
    page.press("sign-out").await;
}

/// The reveal, and the score of the file as the rule has it: one highest and one lowest dropped, the mean of the rest.
async fn the_secretary_reveals(page: &Page, prepared: &Prepared) {
    sign_in(page, "mishu", "样秘书").await;
    page.press("nav-batches").await;
    page.press("batch-open").await;
    page.press("tab-decision").await;
    page.press("meeting-open").await;
    page.has("progress", "data-signed", &prepared.seats.to_string()).await;
    page.press("reveal").await;
    page.press("reveal-confirm").await;
    page.press("outcome-open").await;
    page.count("rank-row", prepared.files).await;
    let score = page.within("rank-row", &prepared.file.application, "rank-score").await;
    assert_eq!(
        score,
        prepared.file.score(),
        "the published score of {}",
        prepared.file.name
    );
}

/// The memo: the real paper beside the form while it is written, then issued and drawn. Answers its number.
async fn the_secretary_issues_the_memo(page: &Page, prepared: &Prepared) -> String {
    page.shot("outcome").await;
    page.press("tab-memo").await;
    page.choose("memo-chair", &prepared.chair).await;
    page.fill("memo-opinion", OPINION).await;
    page.has("pdf-viewer", "data-drawn", "true").await;
    page.absent("preview-failure").await;
    page.shot("memo-form").await;
    page.press("memo-issue").await;
    let number = page.text("paper-number").await;
    assert!(
        number.contains("〔2026〕"),
        "the year stands in six-angle brackets: {number}"
    );
    page.has("pdf-viewer", "data-drawn", "true").await;
    let ink = page.ink("pdf-canvas").await;
    assert!(
        ink.dark > 1000 && ink.red > 1000 && ink.dark + ink.red < ink.all / 2,
        "a paper has black text, a red head and mostly white paper: {ink:?}"
    );
    number
}
