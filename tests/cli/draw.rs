use crate::run::{Dice, Files, Ran, desk};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A pool, a request and the draws for some seeds, computed once outside this program by the algorithm's description.
const PINNED: &str = include_str!("draw.json");

fn draw(pool: &Value, request: &Value, seed: &str, more: &[&str]) -> Ran {
    let files = Files::new();
    let pool = files.json("pool.json", pool);
    let request = files.json("request.json", request);
    let args = ["review", "draw", "--pool", &pool, "--request", &request, "--seed", seed];
    desk(&[&args[..], more].concat())
}

/// The draw by its description, with nothing of the program's: JSON members by hand, lots as hex texts.
fn by_hand(pool: &Value, request: &Value, seed: &str) -> (String, Vec<String>, Vec<String>) {
    let hex = |text: &str| {
        Sha256::digest(text)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect::<String>()
    };
    let text = |value: &Value| {
        let mut out = String::from("\"");
        for c in value.as_str().expect("text").chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\u{8}' => out.push_str("\\b"),
                '\t' => out.push_str("\\t"),
                '\n' => out.push_str("\\n"),
                '\u{c}' => out.push_str("\\f"),
                '\r' => out.push_str("\\r"),
                c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => out.push(c),
            }
        }
        out + "\""
    };
    let mut members: Vec<&Value> = pool.as_array().expect("pool").iter().collect();
    members.sort_by_key(|m| m["id"].as_str().expect("id").chars().collect::<Vec<_>>());
    let canonical: Vec<String> = members
        .iter()
        .map(|m| {
            let recused: Vec<String> = m["recused_from"].as_array().expect("list").iter().map(text).collect();
            format!(
                "{{\"employer\":{},\"id\":{},\"name\":{},\"recused_from\":[{}],\"specialty\":{}}}",
                text(&m["employer"]),
                text(&m["id"]),
                text(&m["name"]),
                recused.join(","),
                text(&m["specialty"])
            )
        })
        .collect();
    let hash = hex(&format!("[{}]", canonical.join(",")));
    let applications = request["applications"].as_array().expect("applications");
    members.retain(|m| {
        let recused = m["recused_from"].as_array().expect("list");
        applications.is_empty() || !applications.iter().all(|a| recused.contains(a))
    });
    members.sort_by_key(|m| hex(&format!("{seed}\n{hash}\n{}", m["id"].as_str().expect("id"))));
    let mut panel = Vec::new();
    for (specialty, seats) in request["seats"].as_object().expect("seats") {
        let seats = usize::try_from(seats.as_u64().expect("seats")).expect("few");
        let of_it = members.iter().filter(|m| m["specialty"] == *specialty);
        panel.extend(of_it.take(seats).map(|m| m["id"].as_str().expect("id").to_owned()));
    }
    let order: Vec<String> = members
        .iter()
        .map(|m| m["id"].as_str().expect("id").to_owned())
        .collect();
    let reserves = usize::try_from(request["reserves"].as_u64().expect("reserves")).expect("few");
    let (panel, rest): (Vec<_>, Vec<_>) = order.into_iter().partition(|id| panel.contains(id));
    (hash, panel, rest.into_iter().take(reserves).collect())
}

#[test]
fn the_pinned_draws_come_out_on_every_machine() {
    let pinned: Value = serde_json::from_str(PINNED).expect("JSON");
    for want in pinned["draws"].as_array().expect("draws") {
        let seed = want["seed"].as_str().expect("seed");
        let ran = draw(&pinned["pool"], &pinned["request"], seed, &["--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let answer = ran.one();
        assert_eq!(answer["algorithm"], "sha256-lots-1");
        for key in ["seed", "pool_sha256", "panel", "reserves"] {
            assert_eq!(answer[key], want[key], "{seed}: {key}");
        }
    }
}

#[test]
fn random_draws_agree_with_one_made_by_hand() {
    let mut dice = Dice::new(20_260_218);
    let specialties = ["trade", "vehicle", "finance", "law"];
    let names = [
        "样例甲",
        "样例 \"乙\"",
        "丙\\",
        "\u{1}丁",
        "𠮷",
        "é\t戊",
        "\u{7f}己",
        "",
    ];
    for round in 0..60 {
        let size = 8 + dice.roll(30);
        let mut pool: Vec<Value> = (0..size)
            .map(|i| {
                let recused = [vec![], vec!["A"], vec!["B", "A"], vec!["C", "B", "A"]];
                json!({
                    "id": format!("{}{i}", dice.pick(&["E", "专", "🎓", "e-"])),
                    "name": dice.pick(&names), "specialty": dice.pick(&specialties),
                    "employer": dice.pick(&names), "recused_from": dice.pick(&recused),
                })
            })
            .collect();
        let applications = dice
            .pick(&[vec![], vec!["A"], vec!["A", "B"], vec!["A", "B", "C"]])
            .clone();
        let free = |specialty: &str| {
            let may = |m: &&Value| {
                let recused = m["recused_from"].as_array().expect("list");
                m["specialty"] == specialty
                    && (applications.is_empty() || !applications.iter().all(|a| recused.contains(&json!(a))))
            };
            pool.iter().filter(may).count()
        };
        let seats: Vec<(&str, usize, usize)> = specialties
            .iter()
            .map(|s| (*s, dice.roll(free(s) + 1), free(s)))
            .collect();
        let left: usize = seats.iter().map(|(_, n, free)| free - n).sum();
        if seats.iter().all(|(_, n, _)| *n == 0) {
            continue;
        }
        let request = json!({
            "seats": seats.iter().map(|(s, n, _)| ((*s).to_owned(), json!(n))).collect::<serde_json::Map<_, _>>(),
            "reserves": dice.roll(left + 1), "applications": applications,
        });
        let seed = format!("第 {round} 次 {}", dice.roll(1_000_000));
        let (hash, panel, reserves) = by_hand(&json!(pool), &request, &seed);
        let answer = draw(&json!(pool), &request, &seed, &["--json"]).one();
        assert_eq!(
            (&answer["pool_sha256"], &answer["panel"]),
            (&json!(hash), &json!(panel)),
            "round {round}"
        );
        assert_eq!(answer["reserves"], json!(reserves), "round {round}");
        dice.shuffle(&mut pool);
        let again = draw(&json!(pool), &request, &seed, &["--json"]).one();
        assert_eq!(answer, again, "the order of the pool's file does not matter");
    }
}

#[test]
fn too_few_of_a_specialty_draws_nobody() {
    let pinned: Value = serde_json::from_str(PINNED).expect("JSON");
    let mut request = pinned["request"].clone();
    request["seats"]["law"] = 9.into();
    request["seats"]["theology"] = 1.into();
    let ran = draw(&pinned["pool"], &request, "x", &["--json"]);
    let faults = ran.faults();
    let fields: Vec<_> = faults.iter().map(|f| f["field"].as_str().expect("field")).collect();
    assert!(
        fields.contains(&"seats.law") && fields.contains(&"seats.theology"),
        "{fields:?}"
    );
    assert!(faults.iter().all(|f| f["rule"] == "细则3"), "each names its clause");
    assert!(!ran.out.contains("panel"), "nothing is drawn");
}

#[test]
fn faults_of_both_files_and_the_seed_are_told_together() {
    let pinned: Value = serde_json::from_str(PINNED).expect("JSON");
    let mut pool = pinned["pool"].clone();
    pool[4]["id"] = pool[2]["id"].clone();
    let mut request = pinned["request"].clone();
    request["applications"] = json!(["A-1", "A-1"]);
    let faults = draw(&pool, &request, "two\nlines", &["--json"]).faults();
    let told: Vec<_> = faults
        .iter()
        .map(|f| {
            let file = f["file"]
                .as_str()
                .and_then(|name| name.rsplit('/').next())
                .unwrap_or("");
            (
                file,
                f["row"].as_u64(),
                f["field"].as_str().unwrap_or(""),
                f["code"].as_str().expect("code"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("", None, "--seed", "not_allowed"),
            ("pool.json", Some(5), "id", "duplicate"),
            ("request.json", Some(2), "", "duplicate"),
        ]
    );
    pool[0].as_object_mut().expect("member").remove("name");
    request["reserves"] = json!(-1);
    let shapes = draw(&pool, &request, "x", &["--json"]).faults();
    assert_eq!(shapes.len(), 2, "one in each file: {shapes:?}");
}

#[test]
fn a_person_reads_it_in_either_language() {
    let pinned: Value = serde_json::from_str(PINNED).expect("JSON");
    let zh = draw(&pinned["pool"], &pinned["request"], "x", &[]);
    for part in ["种子：x", "算法：sha256-lots-1", "专家组：", "候补：", "回避"] {
        assert!(zh.out.contains(part), "{part}: {}", zh.out);
    }
    let en = draw(&pinned["pool"], &pinned["request"], "x", &["--lang", "en"]);
    assert!(en.out.contains("panel: ") && en.out.contains("recused"), "{}", en.out);
}
