use crate::run::{Files, desk};
use serde_json::{Value, json};

fn car(id: &str, class: &str, used: &str, registered: &str, on: &str) -> Value {
    json!({"id": id, "class": class, "use": used, "registered": registered, "manufactured": null, "changes": [], "on": on})
}

#[test]
fn the_last_year_of_a_taxi_begins_on_its_day() {
    let files = Files::new();
    let facts = files.json(
        "cars.json",
        &json!([
            car("last day", "car_small", "taxi", "2020-03-01", "2027-02-28"),
            car("first day", "car_small", "taxi", "2020-03-01", "2027-03-01"),
            car("free", "car_small", "private", "2020-03-01", "2027-03-01"),
        ]),
    );
    let ran = desk(&["use-life", "--facts", &facts, "--json"]);
    assert_eq!(ran.code, 1, "one is refused");
    let lines = ran.lines();
    for (line, verdict) in lines.iter().zip(["ok", "refused", "no_limit"]) {
        assert_eq!(line["verdict"], verdict, "{line}");
        assert_eq!(line["clause"], "§四(一)");
    }
    for line in &lines[..2] {
        assert_eq!(
            (&line["years"], &line["required_end"], &line["refused_from"]),
            (&8.into(), &"2028-03-01".into(), &"2027-03-01".into())
        );
    }
    let free = &lines[2];
    assert_eq!((&free["years"], &free["required_end"]), (&Value::Null, &Value::Null));
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().expect("id")).collect();
    assert_eq!(
        ids,
        ["last day", "first day", "free"],
        "answers keep the order of the facts"
    );
}

#[test]
fn years_follow_article_five() {
    let table = [
        ("car_small", "taxi", 8),
        ("car_medium", "taxi", 10),
        ("car_large", "taxi", 12),
        ("car_small", "rental", 15),
        ("car_small", "driving_school", 10),
        ("car_medium", "driving_school", 12),
        ("car_large", "driving_school", 15),
        ("car_large", "bus", 13),
        ("car_small", "commercial", 10),
        ("car_large", "commercial", 15),
        ("car_medium", "school_bus", 15),
        ("car_medium", "private", 20),
        ("car_large", "private", 20),
        ("low_speed_single", "commercial", 9),
        ("low_speed_multi", "commercial", 12),
        ("truck_micro", "commercial", 12),
        ("truck", "hazardous", 10),
        ("truck", "commercial", 15),
        ("tractor", "commercial", 15),
        ("special_with_load", "commercial", 15),
        ("special_without_load", "commercial", 30),
        ("trailer_full", "commercial", 10),
        ("semi_hazardous", "hazardous", 10),
        ("semi_container", "commercial", 20),
        ("semi_trailer", "commercial", 15),
        ("motorcycle_three_wheel", "private", 12),
        ("motorcycle", "private", 13),
    ];
    let facts: Vec<_> = table
        .iter()
        .map(|(class, used, _)| car("x", class, used, "2020-01-01", "2020-01-01"))
        .collect();
    let files = Files::new();
    let ran = desk(&["use-life", "--facts", &files.json("f.json", &facts.into()), "--json"]);
    assert_eq!(ran.code, 0, "none is in its last year: {ran:?}");
    for (line, (class, used, years)) in ran.lines().iter().zip(table) {
        assert_eq!(line["years"], years, "{class} as {used}");
        assert_eq!(line["required_end"], format!("{}-01-01", 2020 + years));
    }
}

#[test]
fn a_change_of_use_counts_from_its_day() {
    let files = Files::new();
    let mut before = car("before", "car_small", "private", "2020-01-01", "2024-01-01");
    // By the formula of annex 1, with 4 years used: 4 + (1 − 4/17) × 8 = 10.1…, so 10.
    before["changes"] = json!([{"on": "2024-01-01", "to_use": "taxi"}]);
    let mut after = before.clone();
    after["id"] = "after".into();
    after["on"] = "2023-12-31".into();
    let facts = files.json("f.json", &json!([before, after]));
    let lines = desk(&["use-life", "--facts", &facts, "--json"]).lines();
    assert_eq!(lines[0]["years"], 10, "{}", lines[0]);
    assert_eq!(
        lines[1]["verdict"], "no_limit",
        "a change after the day judged is ignored"
    );
}

#[test]
fn facts_that_contradict_each_other_are_refused_all_at_once() {
    let files = Files::new();
    let mut made_later = car("made later", "car_small", "taxi", "2020-03-01", "2021-01-01");
    made_later["manufactured"] = "2020-03-02".into();
    let mut turned = car("turned", "car_small", "taxi", "2020-03-01", "2022-01-01");
    turned["changes"] = json!([{"on": "2021-01-01", "to_use": "private"}, {"on": "2021-02-01", "to_class": "truck"}]);
    let facts = json!([
        car("good", "car_small", "taxi", "2020-03-01", "2021-01-01"),
        made_later,
        car("bus that is a truck", "truck", "bus", "2020-03-01", "2021-01-01"),
        turned,
        car("unborn", "car_small", "taxi", "2020-03-01", "2020-02-29"),
    ]);
    let ran = desk(&["use-life", "--facts", &files.json("f.json", &facts), "--json"]);
    let told: Vec<_> = ran
        .faults()
        .iter()
        .map(|f| {
            (
                f["row"].as_u64().expect("row"),
                f["field"].as_str().expect("field").to_owned(),
            )
        })
        .collect();
    let want = [(2, "manufactured"), (3, "use"), (4, "changes[1].to_class"), (5, "on")];
    assert_eq!(told, want.map(|(row, field)| (row, field.to_owned())));
    assert!(
        ran.err.contains("第 4 项（turned），changes[1].to_class"),
        "{}",
        ran.err
    );
}

#[test]
fn a_person_reads_it_in_either_language() {
    let files = Files::new();
    let facts = files.json(
        "f.json",
        &json!([car("皖B", "car_small", "taxi", "2020-03-01", "2027-03-01")]),
    );
    let zh = desk(&["use-life", "--facts", &facts]);
    assert!(
        zh.code == 1 && zh.out.contains("皖B  不得出口") && zh.out.contains("2027-03-01"),
        "{zh:?}"
    );
    let en = desk(&["--lang", "en", "use-life", "--facts", &facts]);
    assert!(
        en.code == 1 && en.out.contains("皖B  refused  limit of 8 years, ends 2028-03-01"),
        "{en:?}"
    );
}
