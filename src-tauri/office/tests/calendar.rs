//! 节假日表 through the office's verbs: a missing year is entered from its notice, and the deadlines follow.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's failure is its answer"
)]

#[path = "consultation/books.rs"]
#[allow(
    dead_code,
    reason = "the same hands as the departments' journey; not all are needed here"
)]
mod books;

use books::Desk;
use office::wire::*;

const NOTICE: &str = "2027-01-01至2027-01-03 休 元旦\n2027-01-09 班 元旦\n";

fn notice(text: &str, reason: &str, on: &str) -> AdoptCalendar {
    AdoptCalendar {
        year: "2027".into(),
        document: "样例〔2026〕1号".into(),
        text: text.into(),
        reason: reason.into(),
        on: on.into(),
    }
}

fn due(desk: &mut Desk, application: &str) -> Option<String> {
    let page: ConsultationPage = desk.call("consultation.view", &ById { id: application.into() });
    let police = page.departments.into_iter().find(|d| d.department == "police");
    police.unwrap().due
}

#[test]
fn a_missing_year_is_entered_from_its_notice_and_the_deadlines_follow() {
    let mut desk = Desk::new();
    let a = desk.receive(1, None).remove(0);
    desk.on("jingban", "2026-12-25");
    let done = desk.ask(std::slice::from_ref(&a), &["police"], "2026-12-25");
    assert!(done.receipt.id.is_some() || !done.receipt.entries.is_empty());
    assert_eq!(due(&mut desk, &a), None, "2027 is not entered, so no date is guessed");
    let today: Today = desk.call("today.view", &Nothing {});
    assert_eq!(today.calendar_missing, Some(2027));

    let page: CalendarPage = desk.call("calendar.view", &Nothing {});
    assert_eq!((page.years[0].year, page.next), (2026, 2027));
    let preview: CalendarPreview = desk.call("calendar.preview", &notice(NOTICE, "", "2026-12-25"));
    assert_eq!((preview.days_off, preview.workdays), (3, 1));
    assert_eq!(due(&mut desk, &a), None, "a preview changes nothing");

    let done: Receipt = desk.call("calendar.adopt", &notice(NOTICE, "", "2026-12-25"));
    assert_eq!(done.entries.len(), 1);
    // Ten working days after Friday 25 December: four to the 31st, then 4 to 8 January, then Saturday the 9th, worked.
    assert_eq!(due(&mut desk, &a).as_deref(), Some("2027-01-09"));
    desk.on("jingban", "2026-12-25");
    assert_eq!(
        due(&mut desk, &a).as_deref(),
        Some("2027-01-09"),
        "and after signing in anew"
    );
    let today: Today = desk.call("today.view", &Nothing {});
    assert_eq!(today.calendar_missing, None);
    let report: VerifyReport = {
        desk.on("shenji", "2026-12-25");
        desk.call("ledger.verify", &Nothing {})
    };
    assert!(report.ok, "the table is folded from its entry");
}

#[test]
fn a_table_is_corrected_for_a_reason_and_only_by_those_who_may() {
    let mut desk = Desk::new();
    desk.on("jingban", "2026-12-25");
    let _: Receipt = desk.call("calendar.adopt", &notice(NOTICE, "", "2026-12-25"));
    let law = |code: &str| (code.to_owned(), "行政许可法§82".to_owned());
    assert_eq!(
        desk.refused("calendar.adopt", &notice(NOTICE, "", "2026-12-25")),
        [law("unchanged"), law("blank")]
    );
    let longer = format!("{NOTICE}2027-02-05 休 春节\n");
    assert_eq!(
        desk.refused("calendar.adopt", &notice(&longer, "补录", "2026-12-24")),
        [law("too_early")],
        "no correction before what it corrects"
    );
    let preview: CalendarPreview = desk.call("calendar.preview", &notice(&longer, "补录", "2026-12-25"));
    let new: Vec<&str> = preview
        .days
        .iter()
        .filter(|d| d.change == "new")
        .map(|d| d.on.as_str())
        .collect();
    assert_eq!(new, ["2027-02-05"]);
    let _: Receipt = desk.call("calendar.adopt", &notice(&longer, "补录", "2026-12-25"));
    let page: CalendarPage = desk.call("calendar.view", &Nothing {});
    let act = page.years[0].adopted.clone().unwrap();
    assert_eq!((act.reason.as_str(), page.years[0].days_off), ("补录", 4));
    assert_eq!(
        desk.refused(
            "calendar.adopt",
            &notice("2027-01-01 放 元旦\n2027-02-30 休 元旦", "更正", "2026-12-25")
        ),
        [law("bad_line"), law("bad_line")]
    );

    desk.on("xianqu", "2026-12-25");
    let failure = desk
        .try_call::<_, Receipt>("calendar.adopt", &notice(NOTICE, "更正", "2026-12-25"))
        .unwrap_err();
    assert_eq!(failure.code, "not_allowed");
}
