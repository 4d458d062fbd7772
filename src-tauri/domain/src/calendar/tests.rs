use super::*;
use chrono::Days;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Sakamoto's rule, 0 = Sunday: a weekday that owes nothing to chrono.
fn weekday(y: i32, m: u32, d: u32) -> i32 {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let y = if m < 3 { y - 1 } else { y };
    (y + y / 4 - y / 100 + y / 400 + shift[m as usize - 1] + d as i32) % 7
}

/// 2026 as its notice words it: first and last days off, then the weekend days worked.
fn works_in_2026(day: NaiveDate) -> bool {
    let at = (day.month(), day.day());
    let off = [
        ((1, 1), (1, 3)),
        ((2, 15), (2, 23)),
        ((4, 4), (4, 6)),
        ((5, 1), (5, 5)),
        ((6, 19), (6, 21)),
        ((9, 25), (9, 27)),
        ((10, 1), (10, 7)),
    ];
    let worked = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)];
    let weekend = matches!(weekday(2026, at.0, at.1), 0 | 6);
    worked.contains(&at) || !(weekend || off.iter().any(|(first, last)| *first <= at && at <= *last))
}

#[test]
fn the_shipped_tables_are_whole() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.years().collect::<Vec<_>>(), (2019..=2026).collect::<Vec<_>>());
    // Counted by another program from another package's data, day by day (see PROVENANCE.md).
    for (year, expected) in (2019..=2026).zip([250, 249, 250, 249, 249, 251, 248, 248]) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let count = first
            .iter_days()
            .take_while(|d| d.year() == year)
            .filter(|d| calendar.is_working_day(*d).expect("the table is there"))
            .count();
        assert_eq!(count, expected, "working days of {year}");
        assert!(
            !calendar.table(year).expect("shipped").documents.is_empty(),
            "{year} names its source"
        );
    }
    let spring = calendar.holiday(day("2026-02-17")).expect("a holiday");
    assert_eq!((spring.zh.as_str(), spring.en.as_str()), ("春节", "Spring Festival"));
    assert_eq!(calendar.holiday(day("2026-02-14")), None, "a day worked is no holiday");
}

#[test]
fn every_day_of_2026_is_as_the_notice_words_it() {
    let calendar = Calendar::shipped();
    for d in day("2026-01-01").iter_days().take(365) {
        assert_eq!(calendar.is_working_day(d), Ok(works_in_2026(d)), "{d}");
    }
}

#[test]
fn a_year_without_a_table_is_never_guessed() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.is_working_day(day("2027-01-04")), Err(MissingYear(2027)));
    let due = calendar.add_working_days(day("2026-12-25"), 10);
    assert_eq!((due.due, due.provisional, due.missing_years), (None, true, vec![2027]));
    let far = calendar.add_working_days(day("2018-12-20"), 400);
    assert_eq!(far.missing_years, [2018], "2019 and 2020 are there");
    let further = calendar.add_working_days(day("2026-12-20"), 500);
    assert_eq!(
        further.missing_years,
        [2027, 2028],
        "500 working days reach 2028 for certain"
    );
    let last = calendar.add_working_days(day("2026-12-30"), 1);
    assert_eq!(last.due, Some(day("2026-12-31")), "2027 is not needed");
    let from_unknown = calendar.add_working_days(day("2018-12-31"), 1);
    assert_eq!(
        from_unknown.due,
        Some(day("2019-01-02")),
        "the first day is not counted, so not asked for"
    );
}

#[test]
fn worked_examples_of_working_days() {
    let calendar = Calendar::shipped();
    for (from, n, due) in [
        ("2026-02-12", 5, "2026-02-26"),
        ("2026-09-18", 20, "2026-10-22"),
        ("2026-02-12", 0, "2026-02-12"),
        ("2026-02-13", 1, "2026-02-14"),
    ] {
        let answer = calendar.add_working_days(day(from), n);
        assert_eq!(answer.due, Some(day(due)), "{n} working days from {from}");
        assert!(!answer.provisional && answer.missing_years.is_empty());
        println!("{}", serde_json::to_string(&answer).expect("json"));
    }
}

#[test]
fn worked_examples_of_periods() {
    let calendar = Calendar::shipped();
    let period = |from: &str, months, kind| calendar.period(day(from), months, kind).expect("within range");

    let suspension = period("2026-11-30", 3, Kind::Sanction);
    assert_eq!(
        suspension.last_day,
        day("2027-02-28"),
        "February has no 30th, and a Sunday ends a sanction too"
    );
    assert_eq!(suspension.resumes, Some(day("2027-03-01")));
    assert!(!suspension.provisional, "a sanction asks no table");
    println!("{}", serde_json::to_string(&suspension).expect("json"));

    let rolled = period("2026-07-03", 3, Kind::Deadline);
    assert_eq!(
        (rolled.last_day, rolled.resumes),
        (day("2026-10-08"), None),
        "10-03 lies in the National Day holiday"
    );
    println!("{}", serde_json::to_string(&rolled).expect("json"));
    assert_eq!(
        period("2026-01-14", 1, Kind::Deadline).last_day,
        day("2026-02-14"),
        "a Saturday that is worked ends a deadline"
    );

    let unknown = period("2026-11-30", 3, Kind::Deadline);
    assert_eq!(
        (unknown.last_day, unknown.provisional, unknown.missing_years),
        (day("2027-02-28"), true, vec![2027]),
        "without the table of 2027 the day is not rolled"
    );
}

#[test]
fn a_deadline_that_would_roll_into_a_missing_year_is_provisional() {
    let table = YearTable {
        year: 2022,
        documents: vec!["样例".into()],
        holidays: vec![Holiday {
            name: Say::new("元旦", "New Year's Day"),
            days: vec![day("2022-12-31")],
        }],
        workdays: vec![],
    };
    let calendar = Calendar::new([table]).expect("a table");
    let period = calendar
        .period(day("2022-11-30"), 1, Kind::Deadline)
        .expect("within range");
    assert_eq!((period.last_day, period.provisional), (day("2022-12-30"), false));
    let period = calendar
        .period(day("2022-10-31"), 2, Kind::Deadline)
        .expect("within range");
    assert_eq!((period.last_day, period.provisional), (day("2022-12-31"), true));
}

#[test]
fn tables_that_contradict_themselves_are_refused() {
    let good = Calendar::shipped().table(2026).expect("shipped").clone();
    let with = |change: fn(&mut YearTable)| {
        let mut table = good.clone();
        change(&mut table);
        Calendar::new([table]).expect_err("refused")
    };
    assert_eq!(
        with(|t| t.holidays[0].days.push(day("2025-12-31"))),
        CalendarError::OutsideYear {
            day: day("2025-12-31"),
            year: 2026
        }
    );
    assert_eq!(
        with(|t| t.holidays[0].days.push(day("2026-02-14"))),
        CalendarError::DayTwice(day("2026-02-14"))
    );
    assert_eq!(
        with(|t| t.workdays[0].on = day("2026-01-05")),
        CalendarError::NoWeekend(day("2026-01-05"))
    );
    assert_eq!(
        Calendar::new([good.clone(), good]).expect_err("refused"),
        CalendarError::YearTwice(2026)
    );
    assert!(matches!(Calendar::from_json("[]"), Err(CalendarError::Shape(_))));
}

#[test]
fn a_corrected_table_replaces_the_old_one() {
    let calendar = Calendar::shipped();
    let mut table = calendar.table(2026).expect("shipped").clone();
    table.holidays.retain(|h| h.name.zh != "国庆节");
    let corrected = calendar.with_year(table).expect("a table");
    assert_eq!(corrected.is_working_day(day("2026-10-01")), Ok(true));
    assert_eq!(
        corrected.is_working_day(day("2025-10-01")),
        Ok(false),
        "other years stand"
    );
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..2922).prop_map(|n| day("2019-01-01") + Days::new(n))
}

proptest! {
    /// Counting one by one from the day after must give back the number.
    #[test]
    fn the_due_day_is_the_nth_working_day(from in any_day(), n in 1u32..300) {
        let calendar = Calendar::shipped();
        let answer = calendar.add_working_days(from, n);
        let works = |d: &NaiveDate| calendar.is_working_day(*d) == Ok(true);
        match answer.due {
            Some(due) => {
                prop_assert!(works(&due));
                let counted = from.iter_days().skip(1).take_while(|d| *d <= due).filter(works).count();
                prop_assert_eq!(counted, n as usize);
                prop_assert!(!answer.provisional && answer.missing_years.is_empty());
            }
            None => {
                let left = from.iter_days().skip(1).take_while(|d| d.year() <= 2026).filter(works).count();
                prop_assert!(left < n as usize, "only a count that runs out of tables has no answer");
                prop_assert_eq!(answer.missing_years.first(), Some(&2027));
            }
        }
    }

    /// A deadline never ends before the sanction of the same length, nor on a day off, and skips only days off.
    #[test]
    fn a_deadline_rolls_over_days_off_only(from in any_day(), months in 0u32..24) {
        let calendar = Calendar::shipped();
        let sanction = calendar.period(from, months, Kind::Sanction).expect("within range");
        let deadline = calendar.period(from, months, Kind::Deadline).expect("within range");
        prop_assert_eq!(sanction.resumes, sanction.last_day.succ_opt());
        prop_assert!(deadline.last_day >= sanction.last_day);
        if deadline.provisional {
            prop_assert_eq!(deadline.last_day, sanction.last_day);
            prop_assert!(!deadline.missing_years.is_empty());
        } else {
            prop_assert_eq!(calendar.is_working_day(deadline.last_day), Ok(true));
            for d in sanction.last_day.iter_days().take_while(|d| *d < deadline.last_day) {
                prop_assert_eq!(calendar.is_working_day(d), Ok(false));
            }
        }
    }

    /// The corresponding day by plain arithmetic on year, month and day.
    #[test]
    fn months_are_added_as_the_code_says(from in any_day(), months in 0u32..240) {
        let sum = from.month0() + months;
        let (year, month) = (from.year() + (sum / 12) as i32, sum % 12 + 1);
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month { 2 if leap => 29, 2 => 28, 4 | 6 | 9 | 11 => 30, _ => 31 };
        let expected = NaiveDate::from_ymd_opt(year, month, from.day().min(length));
        prop_assert_eq!(add_months(from, months), expected);
        if months % 12 == 0 {
            prop_assert_eq!(add_years(from, (months / 12) as i32), expected);
        }
    }
}
