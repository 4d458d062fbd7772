use crate::run::desk;
use serde_json::{Value, json};

fn add(from: &str, days: &str) -> Value {
    let ran = desk(&["calendar", "add", "--from", from, "--working-days", days, "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.one()
}

fn period(from: &str, months: &str, kind: &str) -> Value {
    let ran = desk(&[
        "calendar", "period", "--from", from, "--months", months, "--kind", kind, "--json",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.one()
}

#[test]
fn working_days_of_the_worked_examples() {
    for (from, days, due) in [
        // 14 February 2026 is a Saturday that is worked; the Spring Festival follows.
        ("2026-02-12", "5", "2026-02-26"),
        ("2026-09-18", "20", "2026-10-22"),
        ("2026-02-12", "0", "2026-02-12"),
        // By hand from the notice: 1 to 7 October 2025 and the Mid-Autumn Festival are off until the 8th; the
        // Saturday 11 October is worked.
        ("2025-09-30", "1", "2025-10-09"),
        ("2025-09-30", "3", "2025-10-11"),
    ] {
        let answer = add(from, days);
        assert_eq!(answer["due"], due, "{days} working days from {from}");
        assert_eq!(answer["provisional"], false);
        assert_eq!(answer["missing_years"], json!([]));
        assert_eq!(
            (&answer["from"], answer["working_days"].to_string()),
            (&from.into(), days.to_owned())
        );
    }
}

#[test]
fn a_missing_year_is_told_and_never_guessed() {
    let answer = add("2026-12-30", "5");
    assert_eq!(answer["due"], Value::Null);
    assert_eq!(answer["provisional"], true);
    assert_eq!(answer["missing_years"], json!([2027]));
    assert_eq!(
        add("2018-12-01", "1")["missing_years"],
        json!([2018]),
        "before the first table"
    );
    let text = desk(&["calendar", "add", "--from", "2026-12-30", "--working-days", "5"]).out;
    assert!(text.contains("2027 年未维护节假日"), "{text}");
}

#[test]
fn a_sanction_ends_on_its_last_day_and_a_deadline_rolls() {
    let sanction = period("2026-11-30", "3", "sanction");
    assert_eq!(
        (&sanction["last_day"], &sanction["resumes"], &sanction["provisional"]),
        (&"2027-02-28".into(), &"2027-03-01".into(), &false.into()),
        "a sanction needs no holiday table"
    );
    // 3 October 2026 lies in the National Day holiday, which ends on the 7th.
    let rolled = period("2026-07-03", "3", "deadline");
    assert_eq!(
        (&rolled["last_day"], &rolled["resumes"]),
        (&"2026-10-08".into(), &Value::Null)
    );
    let unrolled = period("2026-07-03", "3", "sanction");
    assert_eq!(
        (&unrolled["last_day"], &unrolled["resumes"]),
        (&"2026-10-03".into(), &"2026-10-04".into())
    );
    let waits = period("2026-11-30", "3", "deadline");
    assert_eq!(
        (&waits["provisional"], &waits["resumes"]),
        (&true.into(), &Value::Null),
        "2027 has no table"
    );
}

#[test]
fn a_person_reads_it_in_either_language() {
    let args = [
        "calendar",
        "period",
        "--from",
        "2026-11-30",
        "--months",
        "3",
        "--kind",
        "sanction",
    ];
    assert_eq!(
        desk(&args).out,
        "自 2026-11-30 起 3 个月：最后一日 2027-02-28，2027-03-01 起恢复 [民法典§201、民法典§202]\n"
    );
    let en = desk(&[&args[..], &["--lang", "en"]].concat()).out;
    assert!(
        en.starts_with("3 months from 2026-11-30: last day 2027-02-28, resumes 2027-03-01"),
        "{en}"
    );
}

#[test]
fn only_a_whole_date_is_a_date() {
    for day in [
        "2026-2-1",
        "2026-02-30",
        "20260201",
        "+2026-02-01",
        "2026-02-01 ",
        "today",
        "",
        "２０２６-02-01",
    ] {
        let args = ["calendar", "add", "--from", day, "--working-days", "1", "--json"];
        let faults = desk(&args).faults();
        assert_eq!(faults[0]["field"], "--from <DATE>", "{day:?} is no date");
    }
    for days in ["-1", "1.5", "five", "4294967296", "100001"] {
        let value = format!("--working-days={days}");
        let faults = desk(&["calendar", "add", "--from", "2026-02-01", &value, "--json"]).faults();
        assert_eq!(
            faults[0]["field"], "--working-days <N>",
            "{days:?} is no number of days"
        );
    }
    let beyond = [
        "calendar",
        "period",
        "--from",
        "9999-01-01",
        "--months",
        "12001",
        "--kind",
        "sanction",
        "--json",
    ];
    assert_eq!(desk(&beyond).code, 2);
}
