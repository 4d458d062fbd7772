use super::*;
use proptest::prelude::*;

const USCC: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const VIN: &str = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

fn verdict(kind: Kind, input: &str) -> (Outcome, &'static str) {
    let checked = check(kind, input);
    (checked.verdict, checked.code)
}

/// The whole sum of the standard without any reduction: code and check character together are divisible by 31.
fn uscc_balances(code: &str) -> bool {
    let value = |c: char| USCC.chars().position(|a| a == c).expect("in the alphabet") as u128;
    let (body, last) = code.split_at(17);
    let sum: u128 = body
        .chars()
        .enumerate()
        .map(|(i, c)| value(c) * 3u128.pow(i as u32))
        .sum();
    (sum + value(last.chars().next().expect("18 characters"))).is_multiple_of(31)
}

/// The letters stand in rows of ten so that a letter's column is its value.
fn vin_balances(vin: &str) -> bool {
    let rows = ["0123456789", ".ABCDEFGH.", ".JKLMN.P.R", "..STUVWXYZ"];
    let value = |c: char| rows.iter().find_map(|row| row.find(c)).expect("in a row");
    let weight = |i: usize| match i {
        7 => 10,
        0..7 => 8 - i,
        8 => 0,
        _ => 18 - i,
    };
    let sum: usize = vin.chars().enumerate().map(|(i, c)| value(c) * weight(i)).sum();
    "0123456789X".chars().nth(sum % 11) == vin.chars().nth(8)
}

/// ISO 7064 MOD 11-2 as a recursion, which needs no table of weights.
fn resident_id_balances(id: &str) -> bool {
    let value = |c: char| c.to_digit(10).unwrap_or(10);
    let (body, last) = id.split_at(17);
    let product = body.chars().fold(0, |p, c| (p + value(c)) * 2 % 11);
    (product + value(last.chars().next().expect("18 characters"))) % 11 == 1
}

fn replaced(text: &str, at: usize, by: char) -> String {
    text.chars()
        .enumerate()
        .map(|(i, c)| if i == at { by } else { c })
        .collect()
}

#[test]
fn known_values() {
    use Outcome::*;
    for (kind, input, expected) in [
        // The standard's own worked example.
        (Kind::Uscc, "91350100M000100Y43", (Ok, "ok")),
        (Kind::Uscc, "91350100M000100Y44", (Error, "wrong_check_digit")),
        (Kind::Uscc, "91350100M000100Y4", (Error, "wrong_length")),
        (Kind::Uscc, "91350100M000100Y4Z", (Error, "wrong_character")),
        (Kind::Uscc, "", (Error, "empty")),
        (Kind::Vin, "11111111111111111", (Ok, "ok")),
        // The textbook example with X in position 9.
        (Kind::Vin, "1M8GDM9AXKP042788", (Ok, "ok")),
        (Kind::Vin, "1M8GDM9A1KP042788", (Warning, "wrong_check_digit")),
        (Kind::Vin, "1M8GDM9AXKP04278", (Error, "wrong_length")),
        (Kind::Vin, "1M8GDM9AXKP04278O", (Error, "wrong_character")),
        (Kind::Vin, "IM8GDM9AXKP042788", (Error, "wrong_character")),
        (Kind::Vin, "1M8GDM9AXKQ042788", (Error, "wrong_character")),
        // The standard's own worked examples.
        (Kind::ResidentId, "11010519491231002X", (Ok, "ok")),
        (Kind::ResidentId, "440524188001010014", (Ok, "ok")),
        (Kind::ResidentId, "110105194912310021", (Error, "wrong_check_digit")),
        (Kind::ResidentId, "110105194913310021", (Error, "wrong_date")),
        (Kind::ResidentId, "110105194902290021", (Error, "wrong_date")),
        (Kind::ResidentId, "1101051949X2310021", (Error, "wrong_character")),
        (Kind::ResidentId, "110105491231002", (Error, "wrong_length")),
        (Kind::Declaration, "330120260000000001", (Ok, "ok")),
        (Kind::Declaration, "33012026000000000", (Error, "wrong_length")),
        (Kind::Declaration, "3.30120E+17", (Error, "wrong_character")),
        (Kind::Hs, "8703234110", (Ok, "ok")),
        (Kind::Hs, "870323", (Error, "wrong_length")),
        (Kind::Hs, "870323411A", (Error, "wrong_character")),
        (Kind::Plate, "皖B12345", (Ok, "ok")),
        (Kind::Plate, "皖BD12345", (Ok, "ok")),
        (Kind::Plate, "皖B1234挂", (Ok, "ok")),
        (Kind::Plate, "皖B1234", (Error, "wrong_length")),
        (Kind::Plate, "皖BD123456", (Error, "wrong_length")),
        (Kind::Plate, "晥B12345", (Error, "wrong_character")),
        (Kind::Plate, "皖B1234I", (Error, "wrong_character")),
        (Kind::Plate, "皖112345", (Error, "wrong_character")),
        (Kind::Plate, "皖BD1234挂", (Error, "wrong_character")),
    ] {
        assert_eq!(verdict(kind, input), expected, "{kind} {input}");
    }
}

#[test]
fn the_answer_has_the_keys_of_the_command() {
    let checked = check(Kind::Uscc, " ９1350100-m000100y43");
    let json = serde_json::to_value(&checked).expect("json");
    println!("{json}");
    assert_eq!(json["input"], " ９1350100-m000100y43");
    assert_eq!(json["normalised"], "91350100M000100Y43");
    assert_eq!(json["verdict"], "ok");
    assert_eq!(json["clause"], "GB 32100-2015");
    assert_eq!(
        (&json["region"], &json["organisation_code"]),
        (&"350100".into(), &"M000100Y4".into())
    );
    let told: Vec<&str> = checked.cleaned.iter().map(|say| say.zh.as_str()).collect();
    assert_eq!(
        told,
        [
            "全角字母、数字已转为半角",
            "小写字母已转为大写",
            "空格已删除",
            "连接号已删除"
        ]
    );

    let vin = serde_json::to_value(check(Kind::Vin, "1M8GDM9A1KP042788")).expect("json");
    println!("{vin}");
    assert_eq!(vin["verdict"], "warning");
    assert_eq!(
        (&vin["serial"], &vin["expected_check_digit"]),
        (&"042788".into(), &"X".into())
    );
    assert_eq!(vin["model_year"], serde_json::json!([1989, 2019]));
    let id = serde_json::to_value(check(Kind::ResidentId, "11010519491231002x")).expect("json");
    assert_eq!(
        (&id["birth_date"], &id["region"]),
        (&"1949-12-31".into(), &"110105".into())
    );
}

#[test]
fn customary_spellings_are_normalised() {
    for (kind, input, normalised) in [
        (Kind::Plate, "皖B·12345", "皖B12345"),
        (Kind::Plate, "皖ｂ 12345", "皖B12345"),
        (Kind::Hs, "8703.2341.10", "8703234110"),
        (Kind::Vin, "\u{feff}1m8gdm9axkp042788\r\n", "1M8GDM9AXKP042788"),
        (Kind::Declaration, "３３０１ 2026 0 000000001", "330120260000000001"),
    ] {
        let checked = check(kind, input);
        assert_eq!(
            (checked.normalised.as_str(), checked.verdict),
            (normalised, Outcome::Ok),
            "{input:?}"
        );
        assert!(!checked.cleaned.is_empty(), "{input:?} was changed, and that is told");
    }
    let checked = check(Kind::Vin, "1M8GDM9AXKP.042788");
    assert_eq!(checked.verdict, Outcome::Error, "no one writes a VIN with dots");
}

#[test]
fn newtypes_admit_only_what_passes() {
    let uscc = Uscc::parse("91350100m000100y43").expect("well formed");
    assert_eq!(serde_json::to_string(&uscc).expect("json"), "\"91350100M000100Y43\"");
    assert!(serde_json::from_str::<Uscc>("\"91350100M000100Y44\"").is_err());
    assert!(
        serde_json::from_str::<HsCode>("8703234110").is_err(),
        "a number is no HS code"
    );
    let right = Vin::parse("1M8GDM9AXKP042788").expect("well formed");
    let wrong = Vin::parse("1M8GDM9A1KP042788").expect("a wrong check digit is a warning");
    assert!(right.check_digit_ok() && !wrong.check_digit_ok());
    let refusal = Vin::parse("1M8GDM9AXKP04278O").expect_err("refused").refusal("vin");
    assert_eq!(
        (refusal.field.as_deref(), refusal.code.as_str()),
        (Some("vin"), "wrong_character")
    );
    assert!(refusal.message.zh.contains("第 17 位“O”"), "{}", refusal.message.zh);
    for (name, kind) in ["uscc", "vin", "declaration", "resident-id", "plate", "hs"]
        .into_iter()
        .zip(Kind::ALL)
    {
        assert_eq!(name.parse(), std::result::Result::Ok(kind));
        assert_eq!(serde_json::to_value(kind).expect("json"), name);
    }
}

/// GB 32100 promises to catch every single wrong character.
#[test]
fn every_single_substitution_in_a_uscc_is_caught() {
    let good = "91350100M000100Y43";
    for at in 0..18 {
        for by in USCC.chars().filter(|c| good.chars().nth(at) != Some(*c)) {
            let bad = replaced(good, at, by);
            assert_eq!(
                verdict(Kind::Uscc, &bad),
                (Outcome::Error, "wrong_check_digit"),
                "{bad}"
            );
        }
    }
}

#[test]
fn every_single_substitution_in_a_resident_id_is_caught() {
    let good = "11010519491231002X";
    for at in 0..18 {
        for by in "0123456789X".chars().filter(|c| good.chars().nth(at) != Some(*c)) {
            let bad = replaced(good, at, by);
            assert_eq!(verdict(Kind::ResidentId, &bad).0, Outcome::Error, "{bad}");
        }
    }
}

fn of(alphabet: &'static str, length: usize) -> impl Strategy<Value = String> {
    let letters: Vec<char> = alphabet.chars().collect();
    proptest::collection::vec(proptest::sample::select(letters), length).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn uscc_agrees_with_the_unreduced_sum(body in of(USCC, 17)) {
        let passing: Vec<String> = USCC.chars().map(|c| format!("{body}{c}")).filter(|code| Uscc::parse(code).is_ok()).collect();
        prop_assert_eq!(passing.len(), 1, "exactly one check character fits");
        prop_assert!(uscc_balances(&passing[0]));
    }

    #[test]
    fn vin_agrees_with_the_rows_of_ten(vin in of(VIN, 17)) {
        let parsed = Vin::parse(&vin).expect("right length and letters");
        prop_assert_eq!(parsed.check_digit_ok(), vin_balances(&vin));
        let expected = if vin_balances(&vin) { Outcome::Ok } else { Outcome::Warning };
        prop_assert_eq!(check(Kind::Vin, &vin).verdict, expected);
        let told = check(Kind::Vin, &vin).parts["expected_check_digit"].as_str().expect("text").to_owned();
        let mended = replaced(&vin, 8, told.chars().next().expect("one character"));
        prop_assert!(vin_balances(&mended), "the digit told is the right one");
    }

    #[test]
    fn resident_id_agrees_with_the_recursion(region in of("0123456789", 6), days in 0u64..60_000, sequence in of("0123456789", 3), last in of("0123456789X", 1)) {
        let born = chrono::NaiveDate::from_ymd_opt(1880, 1, 1).expect("a date") + chrono::Days::new(days);
        let id = format!("{region}{}{sequence}{last}", born.to_string().replace('-', ""));
        prop_assert_eq!(ResidentId::parse(&id).is_ok(), resident_id_balances(&id));
    }

    /// Whatever is typed, a check answers, and its normal form is judged the same.
    #[test]
    fn the_normal_form_is_stable(kind in proptest::sample::select(Kind::ALL.to_vec()), input in "\\PC{0,20}|[0-9A-Za-z０-９ａ-ｚ \u{3000}\u{200b}·.—-]{0,20}") {
        let once = check(kind, &input);
        let again = check(kind, &once.normalised);
        prop_assert_eq!(&again.normalised, &once.normalised);
        prop_assert_eq!(again.verdict, once.verdict);
        prop_assert!(again.cleaned.is_empty());
        prop_assert_eq!(once.cleaned.is_empty(), once.normalised == input);
    }

    /// The customary ways to spoil a good value never change what is judged.
    #[test]
    fn spoiling_does_not_matter(spoil in proptest::collection::vec(0u8..6, 18)) {
        let good = "91350100M000100Y43";
        let spoiled: String = good.chars().zip(spoil).map(|(c, how)| match how {
            0 => format!("{c} "),
            1 => format!("-{c}"),
            2 => c.to_lowercase().to_string(),
            3 => char::from_u32(u32::from(c) + 0xFEE0).expect("full width").to_string(),
            4 => format!("\u{200b}{c}\u{3000}"),
            _ => c.to_string(),
        }).collect();
        prop_assert_eq!(check(Kind::Uscc, &spoiled).normalised, good);
    }
}
