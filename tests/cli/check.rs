use crate::run::desk;

fn verdict(kind: &str, value: &str) -> (i32, String, String) {
    let ran = desk(&["check", kind, value, "--json"]);
    let answer = ran.one();
    let text = |key: &str| answer[key].as_str().expect(key).to_owned();
    assert_eq!(answer["input"], value, "the input comes back as typed");
    assert!(
        !text("message").is_empty() && !text("clause").is_empty(),
        "every verdict explains itself"
    );
    (ran.code, text("verdict"), text("code"))
}

#[test]
fn every_kind_has_a_good_value_and_a_bad_one() {
    let told = |exit: i32, verdict: &str, code: &str| (exit, verdict.to_owned(), code.to_owned());
    for (kind, value, want) in [
        ("uscc", "91350100M000100Y43", told(0, "ok", "ok")),
        ("uscc", "91350100M000100Y44", told(1, "error", "wrong_check_digit")),
        ("uscc", "91350100M000100Y4", told(1, "error", "wrong_length")),
        ("uscc", "91350100M000100Y4O", told(1, "error", "wrong_character")),
        ("uscc", "", told(1, "error", "empty")),
        // 1HGCM82633A004352 is the common worked example of ISO 3779's check digit.
        ("vin", "1HGCM82633A004352", told(0, "ok", "ok")),
        ("vin", "1HGCM82643A004352", told(0, "warning", "wrong_check_digit")),
        ("vin", "1HGCM8263IA004352", told(1, "error", "wrong_character")),
        ("vin", "1HGCM82633A00435", told(1, "error", "wrong_length")),
        ("declaration", "330120261000000001", told(0, "ok", "ok")),
        ("declaration", "3.3012E+17", told(1, "error", "wrong_character")),
        // The check character of GB 11643's own example.
        ("resident-id", "11010519491231002X", told(0, "ok", "ok")),
        (
            "resident-id",
            "110105194912310021",
            told(1, "error", "wrong_check_digit"),
        ),
        ("resident-id", "11010519490231002X", told(1, "error", "wrong_date")),
        ("plate", "皖B12345", told(0, "ok", "ok")),
        ("plate", "皖BD12345", told(0, "ok", "ok")),
        ("plate", "皖B1234", told(1, "error", "wrong_length")),
        ("hs", "8703234110", told(0, "ok", "ok")),
        ("hs", "870323", told(1, "error", "wrong_length")),
    ] {
        assert_eq!(verdict(kind, value), want, "{kind} {value}");
    }
}

#[test]
fn a_value_is_normalised_first_and_that_is_told() {
    let ran = desk(&["check", "uscc", "９1350100-m000 100y43", "--json"]);
    let answer = ran.one();
    assert_eq!((ran.code, &answer["normalised"]), (0, &"91350100M000100Y43".into()));
    assert_eq!(
        answer["cleaned"].as_array().map(Vec::len),
        Some(4),
        "full width, lower case, blank and dash: {answer}"
    );
    assert_eq!(
        answer["region"], "350100",
        "what the value says besides stands under keys of its own"
    );
}

#[test]
fn several_values_are_a_line_each_and_one_error_is_found() {
    let ran = desk(&["check", "hs", "8703234110", "87", "8703234110", "--json"]);
    let verdicts: Vec<_> = ran.lines().iter().map(|line| line["verdict"].clone()).collect();
    assert_eq!(
        (ran.code, verdicts),
        (1, vec!["ok".into(), "error".into(), "ok".into()])
    );
}

#[test]
fn a_person_reads_it_in_either_language() {
    let zh = desk(&["check", "uscc", "91350100M000100Y43", "9"]);
    assert_eq!(zh.code, 1);
    assert!(zh.out.starts_with("符合  91350100M000100Y43"), "{}", zh.out);
    assert!(
        zh.out.contains("错误  9  应为 18 位，实为 1 位 [GB 32100-2015]"),
        "{}",
        zh.out
    );
    let en = desk(&["--lang", "en", "check", "uscc", "9"]);
    assert_eq!(en.out, "error  9  should have 18 characters, has 1 [GB 32100-2015]\n");
    assert!(en.out.is_ascii(), "no Chinese is left in the English answer");
    let json = desk(&["check", "uscc", "9", "--lang", "en", "--json"]).one();
    assert_eq!(json["message"], "should have 18 characters, has 1");
}
