//! After the memo: what one person drafts and another approves, clicked by both.

use crate::{books, page::Page, sign_in};

/// Invented VINs with right check digits.
const FIRST_VIN: &str = "LSVAA4182E2184847";
const SECOND_VIN: &str = "LSVNV2187E2100001";

/// Sample books take any date; Enter sets it.
async fn on(page: &Page, day: &str) {
    page.fill("session-date", day).await;
    page.enter("session-date").await;
    page.has("session-date", "data-set", day).await;
}

async fn open_batch(page: &Page, tab: &str) {
    page.press("nav-batches").await;
    page.press("batch-open").await;
    page.reads("page-title", books::BATCH).await;
    page.press(tab).await;
}

async fn open_enterprise(page: &Page, name: &str, tab: &str) {
    page.press("nav-enterprises").await;
    page.fill("enterprise-filter", name).await;
    page.count("enterprise-row", 1).await;
    page.press_first("enterprise-open-").await;
    page.reads("page-title", name).await;
    page.press(tab).await;
}

/// The bureau's decision as the ranking has it, and the 请示: its drafter is not offered its approval.
pub async fn the_recommendation_is_drafted_by_one_and_approved_by_another(page: &Page) {
    sign_in(page, "jingban", "样经办").await;
    on(page, "2026-04-01").await;
    open_batch(page, "tab-decision").await;
    page.fill("decision-minutes", "局务会纪要〔2026〕样例1号").await;
    page.shot("decision").await;
    page.press("decide").await;
    page.reads("decision-record", "局务会纪要〔2026〕样例1号").await;

    page.press("tab-recommendation").await;
    page.fill("rec-signer", "样领导").await;
    page.fill("rec-phone", "0553-0000000").await;
    page.has("pdf-viewer", "data-drawn", "true").await;
    page.absent("preview-failure").await;
    page.shot("recommendation-draft").await;
    page.press("rec-draft").await;
    page.has("recommendation", "data-state", "drafted").await;
    page.absent("rec-approve").await;
    page.press("sign-out").await;

    sign_in(page, "lingdao", "样领导").await;
    open_batch(page, "tab-recommendation").await;
    page.press("rec-approve").await;
    page.shot("recommendation-approve").await;
    page.press("rec-approve-confirm").await;
    page.has("recommendation", "data-state", "approved").await;
    page.press("rec-paper").await;
    page.reads("paper-number", "〔2026〕").await;
    page.has("pdf-viewer", "data-drawn", "true").await;
    page.shot("recommendation-paper").await;
    page.press("sign-out").await;
}

/// The Ministry's answer files all of them. Answers the name of one.
pub async fn the_ministry_files_them(page: &Page) -> String {
    sign_in(page, "jingban", "样经办").await;
    on(page, "2026-05-20").await;
    open_batch(page, "tab-recommendation").await;
    page.fill("answer-document", "商贸函〔2026〕样例1号").await;
    page.shot("answer").await;
    page.press("answer").await;
    page.reads("answer-record", "商贸函〔2026〕样例1号").await;
    let name = page.text("rec-enterprise").await;
    page.press("sign-out").await;
    name
}

/// The licence's form, filled; what the plan says of it stands beside it.
async fn fill_licence(page: &Page, vin: &str) {
    page.press("licence-new").await;
    let texts = [
        ("vin", vin),
        ("plate", "皖B12345"),
        ("registered", "2019-05-20"),
        ("manufactured", "2019-03-01"),
        ("contract_no", "YL-2026-001"),
        ("hs_code", "8703234190"),
        ("country", "哈萨克斯坦"),
        ("port", "芜湖港（样例）"),
        ("value", "8500.00"),
        ("currency", "USD"),
    ];
    for (field, text) in texts {
        page.fill(&format!("licence-{field}"), text).await;
    }
    page.choose("licence-class", "car_small").await;
    page.choose("licence-use", "private").await;
    for fact in [
        "owner_is_exporter",
        "lawful_source",
        "inspection_passed",
        "inspection_body_listed",
        "access_ok",
        "use_unchanged",
    ] {
        page.press(&format!("licence-{fact}-yes")).await;
    }
    // What nobody answered yet is never taken for an answer.
    page.lacks("licence-check", "data-verdict", "ok").await;
    for fact in ["encumbered", "customs_supervised", "exported", "deregistered"] {
        page.press(&format!("licence-{fact}-no")).await;
    }
}

/// One car, once: the officer drafts and is not offered the approval, the reviewer approves.
pub async fn a_licence_is_drafted_by_one_and_approved_by_another(page: &Page, enterprise: &str) {
    sign_in(page, "jingban", "样经办").await;
    on(page, "2026-08-14").await;
    page.press("nav-enterprises").await;
    page.shot("enterprises").await;
    open_enterprise(page, enterprise, "tab-licences").await;
    issue(page, enterprise, FIRST_VIN).await;
    // 2026-08-15 would be the same: not beyond 31 December of the year of issue.
    page.reads(&format!("licence-until-{FIRST_VIN}"), "2026-12-31").await;
    page.shot("licence-issued").await;
    page.press("sign-out").await;
}

/// Drafts as the officer who is signed in; approved and looked at as the reviewer, who stays signed in.
async fn issue(page: &Page, enterprise: &str, vin: &str) {
    fill_licence(page, vin).await;
    page.has("licence-check", "data-verdict", "ok").await;
    page.shot("licence-form").await;
    page.press("licence-draft").await;
    page.there(&licence(vin, "drafted")).await;
    page.none("licence-approve-").await;
    page.press("sign-out").await;
    sign_in(page, "fuhe", "样复核").await;
    open_enterprise(page, enterprise, "tab-licences").await;
    page.press_first("licence-approve-").await;
    page.press("licence-approve-confirm").await;
    page.there(&licence(vin, "issued")).await;
}

/// Drafted, decided by another, delivered on 2026-11-30: the last day is 2027-02-28. Refused in between, with its clause;
/// open again on 2027-03-01, the rectification accepted.
pub async fn licences_stop_for_three_months_and_open_again(page: &Page, enterprise: &str) {
    sign_in(page, "jingban", "样经办").await;
    on(page, "2026-11-25").await;
    open_enterprise(page, enterprise, "tab-suspensions").await;
    page.press("suspension-new").await;
    page.choose("suspension-ground", "duties_not_done").await;
    page.fill("suspension-facts", "样例：连续三个月未按要求报送业务情况")
        .await;
    page.fill("suspension-rectify", "补报三个月业务情况").await;
    page.fill("suspension-rectify-by", "2027-01-31").await;
    page.fill("suspension-noticed-on", "2026-11-16").await;
    page.fill("suspension-statement", "样例：企业承认事实").await;
    page.shot("suspension-form").await;
    page.press("suspension-draft").await;
    page.absent("suspension-do-approve").await;
    page.press("sign-out").await;

    sign_in(page, "lingdao", "样领导").await;
    on(page, "2026-11-27").await;
    open_enterprise(page, enterprise, "tab-suspensions").await;
    do_suspension(page, "approve", None).await;
    page.press("sign-out").await;

    sign_in(page, "jingban", "样经办").await;
    on(page, "2026-11-30").await;
    open_enterprise(page, enterprise, "tab-suspensions").await;
    do_suspension(page, "deliver", Some("样例：直接送达，样法人签收")).await;
    page.is("suspension-last_day", "2027-02-28").await;
    page.shot("suspension-running").await;

    // What the day gathers goes by the date set for putting right, not by the suspension's end.
    on(page, "2026-12-10").await;
    page.press("nav-today").await;
    page.reads("todos", "2027-01-31").await;
    page.shot("today-rectification").await;
    open_enterprise(page, enterprise, "tab-licences").await;
    fill_licence(page, SECOND_VIN).await;
    page.has("licence-check", "data-verdict", "refused").await;
    page.reads("licence-check", "§三(一)").await;
    page.shot("licence-refused").await;
    page.press("licence-draft").await;
    page.there(&licence(SECOND_VIN, "refused")).await;

    on(page, "2027-01-15").await;
    page.press("tab-suspensions").await;
    do_suspension(page, "rectify", Some("样例：已补报，复查合格")).await;
    page.is("suspension-rectified_on", "2027-01-15").await;
    page.is("suspension-resumes_on", "2027-03-01").await;

    a_missing_year_is_entered(page).await;

    on(page, "2027-03-01").await;
    open_enterprise(page, enterprise, "tab-licences").await;
    issue(page, enterprise, SECOND_VIN).await;
    page.press("sign-out").await;
}

/// 2027 has no table in the program: the day says so and leads to where its notice is entered.
async fn a_missing_year_is_entered(page: &Page) {
    page.press("nav-today").await;
    page.press("calendar-go").await;
    page.fill("calendar-year", "2027").await;
    page.fill("calendar-document", "样例〔2026〕1号").await;
    page.fill("calendar-text", "2027-01-01至2027-01-03 放 元旦").await;
    page.reads("fault-text", "第1行").await;
    page.fill("calendar-text", "2027-01-01至2027-01-03 休 元旦").await;
    page.reads("calendar-counts", "3").await;
    page.shot("calendar").await;
    page.press("calendar-adopt").await;
    page.reads("calendar-year-2027", "样例〔2026〕1号").await;
    page.press("nav-today").await;
    page.absent("calendar-missing").await;
}

/// The row of a car's licence in a state.
fn licence(vin: &str, state: &str) -> String {
    format!("li[data-vin=\"{vin}\"][data-state=\"{state}\"]")
}

async fn do_suspension(page: &Page, step: &str, note: Option<&str>) {
    page.press(&format!("suspension-do-{step}")).await;
    if let Some(note) = note {
        page.fill("suspension-note", note).await;
    }
    page.press("suspension-act-confirm").await;
    page.gone(&format!("suspension-do-{step}")).await;
}

/// Pictures of every screen in both languages, light and dark, for whoever asked for pictures.
pub async fn tour(page: &Page) {
    if !page.is_drawn() {
        return;
    }
    for (account, name) in [
        ("jingban", "样经办"),
        ("xianqu", "样县区"),
        ("shenji", "样审计"),
        ("guanli", "样系管"),
    ] {
        sign_in(page, account, name).await;
        for (language, theme) in [("zh", "light"), ("en", "dark")] {
            page.choose("language", language).await;
            page.choose("theme", theme).await;
            for screen in ["today", "batches", "enterprises", "papers", "ledger", "calendar"] {
                if page.shows(&format!("nav-{screen}")).await {
                    // The window's engine takes a hundred changes of the address in ten seconds.
                    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                    page.press(&format!("nav-{screen}")).await;
                    page.shot(&format!("tour-{account}-{language}-{screen}")).await;
                }
            }
        }
        page.choose("language", "zh").await;
        page.choose("theme", "light").await;
        page.press("sign-out").await;
    }
}
