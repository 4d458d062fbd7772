use super::*;
use proptest::prelude::*;

const NOTICE: &str = "\
# 样例，并非真实的放假安排
2027-01-01至2027-01-03 休 元旦
2027-02-05至2027-02-11 休 春节

2027-01-30 班 春节
2027-02-14，班，春节
";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn table(year: i32, text: &str) -> YearTable {
    let (holidays, workdays) = read_notice(text).unwrap();
    YearTable {
        year,
        documents: vec!["样例〔2026〕1号".to_owned()],
        holidays,
        workdays,
    }
}

fn codes(refusals: Refusals) -> Vec<(String, Option<String>)> {
    for refusal in &refusals.0 {
        assert_eq!(refusal.clause.0, law::WORKING_DAYS, "each names its clause");
    }
    refusals.0.into_iter().map(|r| (r.code, r.field)).collect()
}

fn code(code: &str, field: &str) -> (String, Option<String>) {
    (code.to_owned(), Some(field.to_owned()))
}

#[test]
fn a_year_that_was_missing_can_be_counted_in_once_adopted() {
    let calendar = Calendar::shipped();
    assert_eq!(
        calendar.add_working_days(day("2027-02-01"), 5).due,
        None,
        "2027 is not guessed"
    );
    let adopted = adopt(&calendar, table(2027, NOTICE), "", day("2026-11-20")).unwrap();
    let calendar = calendar.with_year(adopted.table).unwrap();
    // Tue 2, Wed 3, Thu 4 February; the 5th to the 11th are off; Fri 12, and Sun 14 is worked.
    assert_eq!(
        calendar.add_working_days(day("2027-02-01"), 5).due,
        Some(day("2027-02-14"))
    );
}

#[test]
fn every_faulty_line_is_told_with_its_number() {
    let refused = read_notice(
        "2027-01-01 休 元旦\n2027-13-01 休 元旦\n\n2027-02-06 放 春节\n2027-02-06 休\n2027-03-01至2027-02-01 休 春节",
    )
    .unwrap_err();
    let lines: Vec<&str> = refused
        .0
        .iter()
        .map(|r| r.message.zh.split('：').next().unwrap())
        .collect();
    assert_eq!(lines, ["第2行", "第4行", "第5行", "第6行"]);
}

#[test]
fn what_a_notice_cannot_say_is_refused_all_at_once() {
    let mut wrong = table(
        2027,
        "2027-01-01 休 元旦\n2027-01-01 休 春节\n2026-12-31 休 元旦\n2027-02-03 班 春节",
    );
    wrong.documents = vec![" ".to_owned()];
    let refused = adopt(&Calendar::shipped(), wrong, "", day("2026-11-20")).unwrap_err();
    assert_eq!(
        codes(refused),
        [
            code("blank", "document"),
            code("outside_year", "text"),
            code("day_twice", "text"),
            code("worked_anyway", "text"),
        ]
    );
    let empty = adopt(&Calendar::shipped(), table(2029, ""), "", day("2026-11-20")).unwrap_err();
    assert_eq!(
        codes(empty),
        [code("year_not_announced", "year"), code("no_holidays", "text")]
    );
}

#[test]
fn a_table_that_stands_is_replaced_for_a_reason_and_never_by_itself() {
    let shipped = Calendar::shipped();
    let stands = shipped.table(2026).unwrap().clone();
    let on = day("2026-11-20");
    let refused = adopt(&shipped, stands.clone(), "", on).unwrap_err();
    assert_eq!(codes(refused), [code("unchanged", "text"), code("blank", "reason")]);
    let mut corrected = stands;
    corrected.workdays.pop();
    assert!(adopt(&shipped, corrected.clone(), "", on).is_err());
    let adopted = adopt(&shipped, corrected, " 通知更正 ", on).unwrap();
    assert_eq!(adopted.reason, "通知更正");
}

#[test]
fn every_shipped_table_reads_back_from_what_is_written_of_it() {
    let calendar = Calendar::shipped();
    for year in calendar.years() {
        let table = calendar.table(year).unwrap();
        let (holidays, workdays) = read_notice(&write_notice(table)).unwrap();
        let back = YearTable {
            year,
            documents: table.documents.clone(),
            holidays,
            workdays,
        };
        assert_eq!(days_of(&back), days_of(table), "{year}");
    }
}

proptest! {
    /// Whatever is accepted, the calendar takes; and a day is worked exactly as the notice and the week say.
    #[test]
    fn what_is_adopted_the_calendar_takes(days in proptest::collection::vec((0u64..365, any::<bool>()), 1..30)) {
        let first = day("2027-01-01");
        let text: String = days
            .iter()
            .map(|(n, worked)| format!("{} {} 样例节\n", first + Days::new(*n), if *worked { "班" } else { "休" }))
            .collect();
        let table = table(2027, &text);
        let calendar = Calendar::shipped();
        let direct = calendar.clone().with_year(table.clone());
        match adopt(&calendar, table.clone(), "", day("2026-12-01")) {
            Ok(adopted) => {
                let calendar = calendar.with_year(adopted.table).unwrap();
                for n in 0..365 {
                    let on = first + Days::new(n);
                    let weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
                    let expected = days_of(&table).get(&on).copied().unwrap_or(!weekend);
                    prop_assert_eq!(calendar.is_working_day(on).unwrap(), expected);
                }
            }
            Err(refusals) => {
                let only_empty = refusals.0.iter().all(|r| r.code == "no_holidays");
                prop_assert!(direct.is_err() || only_empty, "refused what the calendar takes: {:?}", refusals);
            }
        }
    }
}
