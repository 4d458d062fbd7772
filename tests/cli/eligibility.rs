use crate::run::{Files, Ran, desk};
use serde_json::{Value, json};

/// An applicant that meets every condition. Invented (样例).
pub fn applicant(id: &str) -> Value {
    json!({
        "id": id, "city": "无为市", "legal_person": true, "import_export": true,
        "violations": {"police": false, "market": false, "customs": false, "commerce": false, "safety": false},
        "registered_capital": "10000000", "paid_in_capital": "8000000.00", "net_assets": null,
        "sourcing": true, "trade_experience": true, "repair_network": true
    })
}

fn with(id: &str, changes: &[(&str, Value)]) -> Value {
    let mut facts = applicant(id);
    for (pointer, value) in changes {
        *facts.pointer_mut(pointer).expect(pointer) = value.clone();
    }
    facts
}

fn judge(facts: &Value, lang: &str, json: bool) -> Ran {
    let files = Files::new();
    let path = files.json("applicants.json", facts);
    let mut args = vec!["eligibility", "--policy", "wuhu-plan", "--facts", &path, "--lang", lang];
    if json {
        args.push("--json");
    }
    desk(&args)
}

#[test]
fn three_values_and_the_clause_of_each() {
    let cases = [
        ("met", "met", "", with("met", &[])),
        (
            "a fen short",
            "not_met",
            "capital",
            with(
                "a fen short",
                &[
                    ("/paid_in_capital", json!("7999999.99")),
                    ("/net_assets", json!("9999999.99")),
                ],
            ),
        ),
        (
            "paid-in not known, net assets enough",
            "met",
            "",
            with(
                "paid-in not known, net assets enough",
                &[("/paid_in_capital", Value::Null), ("/net_assets", json!("10000000"))],
            ),
        ),
        (
            "paid-in not known",
            "to_verify",
            "capital",
            with(
                "paid-in not known",
                &[("/paid_in_capital", Value::Null), ("/net_assets", json!("9999999.99"))],
            ),
        ),
        (
            "elsewhere",
            "not_met",
            "standing",
            with("elsewhere", &[("/city", json!("合肥市"))]),
        ),
        (
            "no reply",
            "to_verify",
            "violations",
            with("no reply", &[("/violations/customs", Value::Null)]),
        ),
        (
            "one no and one unknown",
            "not_met",
            "violations",
            with(
                "one no and one unknown",
                &[
                    ("/violations/police", json!(true)),
                    ("/violations/customs", Value::Null),
                ],
            ),
        ),
        (
            "no sources",
            "not_met",
            "sourcing",
            with("no sources", &[("/sourcing", json!(false))]),
        ),
        (
            "no parts",
            "not_met",
            "experience",
            with("no parts", &[("/repair_network", json!(false))]),
        ),
    ];
    let clauses = [
        ("standing", "§二(一)1"),
        ("violations", "§二(一)1"),
        ("capital", "§二(一)2"),
        ("sourcing", "§二(一)3"),
        ("experience", "§二(一)4"),
    ];
    let facts: Vec<Value> = cases.iter().map(|(.., facts)| facts.clone()).collect();
    let ran = judge(&facts.into(), "zh", true);
    assert_eq!(ran.code, 1);
    let lines = ran.lines();
    assert_eq!(lines.len(), cases.len());
    for (line, (id, verdict, at_fault, _)) in lines.iter().zip(&cases) {
        assert_eq!(
            (&line["id"], &line["verdict"]),
            (&(*id).into(), &(*verdict).into()),
            "{line}"
        );
        assert_eq!(line["policy"], "wuhu-plan");
        let findings = line["findings"].as_array().expect("findings");
        assert_eq!(findings.len(), clauses.len());
        for (finding, (rule, clause)) in findings.iter().zip(clauses) {
            assert_eq!((&finding["rule"], &finding["clause"]), (&rule.into(), &clause.into()));
            let want = if rule == *at_fault { *verdict } else { "met" };
            assert_eq!(finding["verdict"], want, "{id}: {rule}");
            assert!(!finding["facts"].as_array().expect("facts").is_empty());
            assert!(!finding["message"].as_str().expect("message").is_empty());
        }
    }
}

#[test]
fn all_met_ends_with_zero_and_to_verify_with_one() {
    assert_eq!(judge(&json!([applicant("a")]), "zh", true).code, 0);
    let waits = with("b", &[("/sourcing", Value::Null)]);
    assert_eq!(judge(&json!([applicant("a"), waits]), "zh", true).code, 1);
    let none = judge(&json!([]), "zh", true);
    assert_eq!(
        (none.code, none.out.as_str()),
        (0, ""),
        "nothing asked, nothing answered"
    );
}

#[test]
fn an_optional_fact_is_judged_only_where_it_is_asked() {
    let mut asked = applicant("asked");
    asked["market_knowledge"] = Value::Null;
    let ran = judge(&json!([applicant("not asked"), asked]), "zh", true);
    let verdicts: Vec<_> = ran.lines().iter().map(|line| line["verdict"].clone()).collect();
    assert_eq!(verdicts, ["met", "to_verify"]);
}

#[test]
fn a_person_reads_it_in_either_language() {
    let facts = json!([with(
        "样例甲",
        &[("/paid_in_capital", json!("1")), ("/net_assets", json!("1"))]
    )]);
    let zh = judge(&facts, "zh", false);
    assert!(
        zh.out.starts_with("样例甲  不满足  (wuhu-plan)\n  满足：注册地"),
        "{}",
        zh.out
    );
    assert!(
        zh.out.contains("\n  不满足：") && zh.out.contains("[§二(一)2]"),
        "{}",
        zh.out
    );
    let en = judge(&facts, "en", false);
    assert!(
        en.out.starts_with("样例甲  not met  (wuhu-plan)\n  Met: "),
        "{}",
        en.out
    );
}

#[test]
fn a_policy_that_is_not_there_is_a_wrong_call() {
    let files = Files::new();
    let path = files.json("a.json", &json!([applicant("a")]));
    let faults = desk(&["eligibility", "--policy", "wuhu-plan-2", "--facts", &path, "--json"]).faults();
    assert_eq!(faults[0]["field"], "--policy");
    assert!(
        faults[0]["remedy"].as_str().expect("remedy").contains("wuhu-plan"),
        "the ids there are, are told"
    );
}

/// Invented (样例): the facts asked only by the national version, all in order.
fn trader(id: &str, change: (&str, Value)) -> Value {
    let mut facts = applicant(id);
    for (name, value) in [
        ("premises", json!(true)),
        ("display_site", json!(true)),
        ("vehicle_trade_experience", json!(true)),
        ("appraisers", json!(3)),
        change,
    ] {
        facts[name] = value;
    }
    facts
}

#[test]
fn the_national_version_judges_traders_and_the_plan_does_not() {
    let cases = [
        ("appraisers", json!(3), "met"),
        ("appraisers", json!(2), "not_met"),
        ("appraisers", Value::Null, "to_verify"),
        ("premises", json!(false), "not_met"),
        ("premises", Value::Null, "to_verify"),
        ("display_site", json!(false), "not_met"),
        ("vehicle_trade_experience", json!(false), "not_met"),
    ];
    let mut facts: Vec<Value> = cases
        .iter()
        .map(|(name, value, _)| trader(name, (name, value.clone())))
        .collect();
    facts.push(applicant("not asked"));
    let files = Files::new();
    let path = files.json("traders.json", &json!(facts));
    let under = |policy: &str| desk(&["eligibility", "--policy", policy, "--facts", &path, "--json"]);

    let national = under("national-2026");
    assert_eq!(national.code, 1);
    let lines = national.lines();
    for (line, (rule, _, verdict)) in lines.iter().zip(&cases) {
        assert_eq!(
            (&line["verdict"], &line["policy"]),
            (&(*verdict).into(), &"national-2026".into())
        );
        let findings = line["findings"].as_array().expect("findings");
        assert_eq!(findings.len(), 9);
        for finding in &findings[5..] {
            assert_eq!(finding["clause"], "公告2024年第6号");
            let want = if finding["rule"] == *rule { *verdict } else { "met" };
            assert_eq!(finding["verdict"], want, "{line}");
        }
    }
    let last = lines.last().expect("not asked");
    assert_eq!(
        (&last["verdict"], last["findings"].as_array().map(Vec::len)),
        (&"met".into(), Some(5))
    );

    let plan = under("wuhu-plan");
    assert_eq!(plan.code, 0, "the same facts: the plan has no such conditions");
    assert!(plan.lines().iter().all(|line| line["verdict"] == "met"));
}
