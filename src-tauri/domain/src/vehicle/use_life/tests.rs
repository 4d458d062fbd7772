use super::*;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn facts(class: Class, use_: Use, registered: &str, on: &str) -> UseLifeFacts {
    UseLifeFacts {
        id: "样例".into(),
        class,
        use_,
        registered: day(registered),
        manufactured: None,
        changes: vec![],
        on: day(on),
    }
}

fn to(on: &str, use_: Use) -> Change {
    Change {
        on: day(on),
        to_class: None,
        to_use: Some(use_),
    }
}

fn years(facts: &UseLifeFacts) -> Option<u32> {
    judge(facts).expect("facts that agree").years
}

#[test]
fn worked_example_of_a_taxi() {
    let json = r#"{"id":"T1","class":"car_small","use":"taxi","registered":"2020-03-01","manufactured":null,"changes":[],"on":"2027-02-28"}"#;
    let mut facts: UseLifeFacts = serde_json::from_str(json).expect("the command's shape");
    let before = judge(&facts).expect("facts that agree");
    assert_eq!(before.verdict, UseLifeVerdict::Ok);
    assert_eq!(
        (before.years, before.required_end, before.refused_from),
        (Some(8), Some(day("2028-03-01")), Some(day("2027-03-01")))
    );
    facts.on = day("2027-03-01");
    let on_the_day = judge(&facts).expect("facts that agree");
    assert_eq!(
        on_the_day.verdict,
        UseLifeVerdict::Refused,
        "one year counts as within one year"
    );
    let json = serde_json::to_value(&on_the_day).expect("json");
    println!("{json}");
    assert_eq!(
        (&json["verdict"], &json["clause"]),
        (&"refused".into(), &"§四(一)".into())
    );
}

#[test]
fn article_5_line_by_line() {
    use Class::*;
    use Use::*;
    for (class, use_, expected) in [
        (CarSmall, Taxi, Some(8)),
        (CarMedium, Taxi, Some(10)),
        (CarLarge, Taxi, Some(12)),
        (SedanLarge, Taxi, Some(12)),
        (CarSmall, Rental, Some(15)),
        (CarLarge, Rental, Some(15)),
        (CarSmall, DrivingSchool, Some(10)),
        (CarMedium, DrivingSchool, Some(12)),
        (CarLarge, DrivingSchool, Some(15)),
        (CarMedium, Bus, Some(13)),
        (CarLarge, Bus, Some(13)),
        (CarSmall, Commercial, Some(10)),
        (CarMedium, Commercial, Some(15)),
        (CarLarge, Commercial, Some(15)),
        (CarMedium, SchoolBus, Some(15)),
        (CarMedium, Private, Some(20)),
        (CarLarge, Private, Some(20)),
        (SedanLarge, Private, None),
        (CarSmall, Private, None),
        (LowSpeedSingle, Commercial, Some(9)),
        (LowSpeedMulti, Private, Some(12)),
        (TruckMicro, Commercial, Some(12)),
        (Truck, Hazardous, Some(10)),
        (Truck, Commercial, Some(15)),
        (Truck, Private, Some(15)),
        (Tractor, Commercial, Some(15)),
        (SpecialWithLoad, Private, Some(15)),
        (SpecialWithoutLoad, Commercial, Some(30)),
        (TrailerFull, Commercial, Some(10)),
        (SemiHazardous, Hazardous, Some(10)),
        (SemiContainer, Commercial, Some(20)),
        (SemiTrailer, Private, Some(15)),
        (MotorcycleThreeWheel, Private, Some(12)),
        (Motorcycle, Private, Some(13)),
        (WheeledMachinery, Private, None),
    ] {
        let answer = judge(&facts(class, use_, "2020-01-01", "2021-01-01")).expect("a pair the article knows");
        assert_eq!(answer.years, expected, "{class:?} in {use_:?}");
        assert_eq!(answer.required_end.is_none(), expected.is_none());
        assert_eq!(answer.verdict == UseLifeVerdict::NoLimit, expected.is_none());
    }
}

#[test]
fn a_pair_that_cannot_be_is_an_error_at_its_field() {
    use Class::*;
    use Use::*;
    for (class, use_) in [
        (Truck, Bus),
        (Truck, Taxi),
        (CarSmall, Hazardous),
        (Motorcycle, SchoolBus),
        (WheeledMachinery, Taxi),
    ] {
        let error = judge(&facts(class, use_, "2020-01-01", "2021-01-01")).expect_err("impossible");
        assert_eq!(
            (error.field.as_str(), error.id.as_str()),
            ("use", "样例"),
            "{class:?} in {use_:?}"
        );
    }
    let mut car = facts(CarSmall, Private, "2020-01-01", "2025-01-01");
    car.changes = vec![to("2022-01-01", Taxi), to("2023-01-01", Hazardous)];
    assert_eq!(judge(&car).expect_err("impossible").field, "changes[1].to_use");
    car.changes = vec![Change {
        on: day("2022-01-01"),
        to_class: Some(Truck),
        to_use: None,
    }];
    assert_eq!(judge(&car).expect_err("impossible").field, "changes[0].to_class");
}

#[test]
fn facts_that_contradict_each_other_are_errors() {
    let good = facts(Class::CarSmall, Use::Taxi, "2020-01-01", "2021-01-01");
    let field = |change: fn(&mut UseLifeFacts)| {
        let mut facts = good.clone();
        change(&mut facts);
        judge(&facts).expect_err("a contradiction").field
    };
    assert_eq!(field(|f| f.manufactured = Some(day("2020-01-02"))), "manufactured");
    assert_eq!(field(|f| f.on = day("2019-12-31")), "on");
    assert_eq!(
        field(|f| f.changes = vec![to("2019-12-31", Use::Private)]),
        "changes[0].on"
    );
    let unknown =
        r#"{"id":"1","class":"car_small","use":"taxi","registered":"2020-01-01","on":"2021-01-01","colour":"red"}"#;
    assert!(
        serde_json::from_str::<UseLifeFacts>(unknown).is_err(),
        "an unknown field is a slip"
    );
}

#[test]
fn late_registration_counts_from_manufacture() {
    for (made, registered, start) in [
        ("2018-05-10", "2020-05-10", "2020-05-10"),
        ("2018-05-10", "2020-05-11", "2018-05-10"),
        ("2020-02-29", "2022-02-28", "2022-02-28"),
        ("2020-02-29", "2022-03-01", "2020-02-29"),
        ("2020-05-10", "2020-05-10", "2020-05-10"),
    ] {
        let mut car = facts(Class::CarSmall, Use::Taxi, registered, "2023-01-01");
        car.manufactured = Some(day(made));
        assert_eq!(
            judge(&car).expect("facts that agree").start,
            day(start),
            "made {made}, registered {registered}"
        );
    }
}

#[test]
fn the_leap_day_ends_on_the_28th_in_a_common_year() {
    for (class, use_, end, from) in [
        (Class::CarSmall, Use::Taxi, "2028-02-29", "2027-02-28"),
        (Class::CarMedium, Use::Taxi, "2030-02-28", "2029-02-28"),
        (Class::LowSpeedSingle, Use::Private, "2029-02-28", "2028-02-28"),
    ] {
        let answer = judge(&facts(class, use_, "2020-02-29", "2021-01-01")).expect("facts that agree");
        assert_eq!(
            (answer.required_end, answer.refused_from),
            (Some(day(end)), Some(day(from)))
        );
    }
}

#[test]
fn changes_of_use() {
    use Class::*;
    use Use::*;
    let after = |class, use_, changes: &[(&str, Use)]| {
        let mut car = facts(class, use_, "2015-06-01", "2030-01-01");
        car.changes = changes.iter().map(|(on, use_)| to(on, *use_)).collect();
        years(&car)
    };
    // 营运 → 非营运 keeps the 营运 limit.
    assert_eq!(after(CarSmall, Taxi, &[("2018-06-01", Private)]), Some(8));
    assert_eq!(after(CarLarge, Bus, &[("2018-06-01", Private)]), Some(13));
    // 大中型非营运 → 营运 takes the 营运 limit.
    assert_eq!(after(CarMedium, Private, &[("2018-06-01", Taxi)]), Some(10));
    assert_eq!(after(CarLarge, Private, &[("2018-06-01", Commercial)]), Some(15));
    // Between 营运 kinds the stricter, whichever came first, and through private use.
    assert_eq!(after(CarSmall, Rental, &[("2018-06-01", Taxi)]), Some(8));
    assert_eq!(after(CarSmall, Taxi, &[("2018-06-01", Rental)]), Some(8));
    assert_eq!(
        after(CarSmall, Taxi, &[("2018-06-01", Private), ("2019-06-01", Rental)]),
        Some(8)
    );
    assert_eq!(
        after(CarSmall, Rental, &[("2018-06-01", Private), ("2019-06-01", Taxi)]),
        Some(8)
    );
    // Dangerous goods, either way, and for semi-trailers by class.
    assert_eq!(after(Truck, Commercial, &[("2018-06-01", Hazardous)]), Some(10));
    assert_eq!(after(Truck, Hazardous, &[("2018-06-01", Commercial)]), Some(10));
    assert_eq!(after(SemiContainer, Hazardous, &[("2018-06-01", Commercial)]), Some(10));
    let mut semi = facts(SemiHazardous, Hazardous, "2015-06-01", "2020-01-01");
    semi.changes = vec![Change {
        on: day("2017-01-01"),
        to_class: Some(SemiTrailer),
        to_use: Some(Commercial),
    }];
    assert_eq!(years(&semi), Some(10));
    // Goods without danger change nothing.
    assert_eq!(after(Truck, Private, &[("2018-06-01", Commercial)]), Some(15));
}

/// Worked by hand: used + (17 − used) × new ÷ 17, downwards, at most 15.
#[test]
fn unlimited_private_use_into_commercial_use() {
    use Class::*;
    use Use::*;
    for (class, changed, use_, expected) in [
        (CarSmall, "2015-06-01", Taxi, 8),        // 0 used: 8
        (CarSmall, "2015-06-02", Taxi, 8),        // 1 used: 1 + 16×8/17 = 8.53
        (CarSmall, "2016-06-01", Taxi, 8),        // exactly one year: 1 used
        (CarSmall, "2017-12-01", Taxi, 9),        // 2.5 years: 3 used: 3 + 14×8/17 = 9.59
        (CarSmall, "2017-12-01", Commercial, 11), // 3 + 14×10/17 = 11.24
        (CarSmall, "2017-12-01", Rental, 15),     // 3 + 14×15/17 = 15.35, capped
        (CarSmall, "2025-06-01", Commercial, 14), // 10 + 7×10/17 = 14.12
        (CarSmall, "2029-06-01", Taxi, 15),       // 14 + 3×8/17 = 15.41, capped
        (SedanLarge, "2020-06-01", Taxi, 13),     // 5 + 12×12/17 = 13.47
        (SedanLarge, "2020-06-01", Commercial, 15),
    ] {
        let mut car = facts(class, Private, "2015-06-01", "2030-01-01");
        car.changes = vec![to(changed, use_)];
        assert_eq!(years(&car), Some(expected), "{class:?} into {use_:?} on {changed}");
        car.changes.push(to("2029-12-01", Private));
        assert_eq!(years(&car), Some(expected), "and back again it keeps the limit");
    }
}

#[test]
fn later_changes_are_ignored_and_order_does_not_matter() {
    let mut car = facts(Class::CarSmall, Use::Private, "2015-06-01", "2020-01-01");
    car.changes = vec![to("2020-01-02", Use::Taxi)];
    assert_eq!(years(&car), None, "the change comes the day after");
    car.on = day("2020-01-02");
    assert_eq!(years(&car), Some(10), "5 used: 5 + 12×8/17 = 10.6");
    let mut shuffled = facts(Class::CarSmall, Use::Private, "2015-06-01", "2020-01-01");
    shuffled.changes = vec![to("2018-01-01", Use::Taxi), to("2016-01-01", Use::Commercial)];
    let mut sorted = shuffled.clone();
    sorted.changes.reverse();
    // 1 used: 1 + 16×10/17 = 10.4, then the stricter 8; taxi first would come to 3 + 14×8/17 = 9.6.
    assert_eq!((years(&shuffled), years(&sorted)), (Some(8), Some(8)));
}

const CLASSES: [Class; 18] = [
    Class::CarSmall,
    Class::CarMedium,
    Class::CarLarge,
    Class::SedanLarge,
    Class::TruckMicro,
    Class::Truck,
    Class::Tractor,
    Class::LowSpeedSingle,
    Class::LowSpeedMulti,
    Class::SpecialWithLoad,
    Class::SpecialWithoutLoad,
    Class::TrailerFull,
    Class::SemiHazardous,
    Class::SemiContainer,
    Class::SemiTrailer,
    Class::MotorcycleThreeWheel,
    Class::Motorcycle,
    Class::WheeledMachinery,
];
const USES: [Use; 8] = [
    Use::Taxi,
    Use::Rental,
    Use::DrivingSchool,
    Use::Bus,
    Use::Commercial,
    Use::SchoolBus,
    Use::Hazardous,
    Use::Private,
];

#[test]
fn the_wire_names_are_the_commands() {
    let names = |values: Vec<serde_json::Value>| {
        values
            .iter()
            .map(|v| v.as_str().expect("text").to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        names(CLASSES.iter().map(|c| serde_json::to_value(c).expect("json")).collect()),
        "car_small car_medium car_large sedan_large truck_micro truck tractor low_speed_single low_speed_multi \
         special_with_load special_without_load trailer_full semi_hazardous semi_container semi_trailer \
         motorcycle_three_wheel motorcycle wheeled_machinery"
    );
    assert_eq!(
        names(USES.iter().map(|u| serde_json::to_value(u).expect("json")).collect()),
        "taxi rental driving_school bus commercial school_bus hazardous private"
    );
}

#[test]
fn the_schema_says_what_must_be_there() {
    let schema = schemars::schema_for!(UseLifeFacts).to_value();
    assert_eq!(
        schema["required"],
        serde_json::json!(["id", "class", "use", "registered", "on"])
    );
    assert_eq!(schema["additionalProperties"], serde_json::json!(false));
    let classes = schema["$defs"]["Class"]["oneOf"].as_array().map(Vec::len);
    assert_eq!(classes, Some(CLASSES.len()));
}

fn any_day(years: std::ops::Range<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1u32..=366).prop_filter_map("a day of the year", |(y, n)| NaiveDate::from_yo_opt(y, n))
}

proptest! {
    /// Refused exactly where the same day next year is on or after the required end, the leap day aside.
    #[test]
    fn refused_within_one_year(class in proptest::sample::select(CLASSES.to_vec()), use_ in proptest::sample::select(USES.to_vec()), registered in any_day(2000..2020), on in any_day(2020..2060)) {
        let mut car = facts(class, use_, "2020-01-01", "2020-01-01");
        (car.registered, car.on) = (registered, on);
        let Ok(answer) = judge(&car) else {
            prop_assert!(limit(class, use_).is_none());
            return Ok(());
        };
        let key = |d: NaiveDate| (d.year(), d.month(), d.day());
        match (answer.years, answer.required_end) {
            (Some(n), Some(end)) => {
                let (y, m, d) = key(registered);
                let d = if (m, d) == (2, 29) && end.day() == 28 { 28 } else { d };
                prop_assert_eq!(key(end), (y + n as i32, m, d));
                let (ey, em, ed) = key(end);
                let ed = if (em, ed) == (2, 29) { 28 } else { ed };
                let refused = key(on) >= (ey - 1, em, ed);
                prop_assert_eq!(answer.verdict == UseLifeVerdict::Refused, refused);
            }
            (None, None) => prop_assert_eq!(answer.verdict, UseLifeVerdict::NoLimit),
            other => prop_assert!(false, "years without an end: {:?}", other),
        }
    }

    /// The formula against its own definition: the largest n ≤ 15 with n ≤ used + (17 − used) × new ÷ 17.
    #[test]
    fn the_formula_is_exact(months in 0u32..240, taxi in any::<bool>()) {
        let registered = day("2000-03-15");
        let changed = registered.checked_add_months(chrono::Months::new(months)).expect("in range");
        let (use_, new) = if taxi { (Use::Taxi, 8) } else { (Use::Commercial, 10) };
        let mut car = facts(Class::CarSmall, Use::Private, "2000-03-15", "2040-01-01");
        car.changes = vec![Change { on: changed, to_class: None, to_use: Some(use_) }];
        let used = i64::from(months.div_ceil(12));
        let expected = (0..=15).rev().find(|n| 17 * (n - used) <= (17 - used) * new).expect("zero at least");
        prop_assert_eq!(years(&car).map(i64::from), Some(expected));
    }

    /// No change ever lengthens a limit that a car in 营运 use, or with dangerous goods, once had.
    #[test]
    fn a_strict_past_is_never_shaken_off(class in proptest::sample::select(CLASSES.to_vec()), uses in proptest::collection::vec(proptest::sample::select(USES.to_vec()), 1..6)) {
        let possible: Vec<Use> = uses.into_iter().filter(|u| limit(class, *u).is_some()).collect();
        prop_assume!(!possible.is_empty());
        let mut car = facts(class, possible[0], "2015-06-01", "2030-01-01");
        car.changes = possible[1..].iter().enumerate().map(|(i, u)| Change { on: day("2016-01-01") + chrono::Days::new(300 * i as u64), to_class: None, to_use: Some(*u) }).collect();
        let mut strictest: Option<u32> = None;
        for (n, use_) in possible.iter().enumerate() {
            let mut so_far = car.clone();
            so_far.changes.truncate(n);
            let limit = years(&so_far);
            if let (Some(before), Some(now)) = (strictest, limit) {
                prop_assert!(now <= before, "{before} became {now}");
            }
            prop_assert!(strictest.is_none() || limit.is_some());
            if *use_ != Use::Private {
                strictest = limit.or(strictest);
            }
        }
    }
}
