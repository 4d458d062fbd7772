use super::*;
use crate::policy::Policy;
use crate::{Fen, Verdict};
use serde_json::json;

pub(super) fn plan() -> &'static Policy {
    Policy::shipped("wuhu-plan").expect("ships with the program")
}

pub(super) fn good() -> EligibilityFacts {
    EligibilityFacts {
        city: Some("芜湖市镜湖区".into()),
        legal_person: Some(true),
        import_export: Some(true),
        violations: Violations {
            police: Some(false),
            market: Some(false),
            customs: Some(false),
            commerce: Some(false),
            safety: Some(false),
        },
        registered_capital: Some(Fen::yuan(10_000_000)),
        paid_in_capital: Some(Fen::yuan(8_000_000)),
        net_assets: None,
        sourcing: Some(true),
        trade_experience: Some(true),
        repair_network: Some(true),
        ..EligibilityFacts::default()
    }
}

pub(super) fn finding<'j>(judged: &'j Judgement, rule: &str) -> &'j crate::Finding {
    judged
        .findings
        .iter()
        .find(|f| f.rule == rule)
        .expect("the rule is judged")
}

#[test]
fn the_thresholds_themselves_are_enough() {
    let judged = judge(plan(), "A-1", &good());
    assert_eq!(judged.verdict, Verdict::Met, "{judged:#?}");
    assert_eq!((judged.id.as_str(), judged.policy.as_str()), ("A-1", "wuhu-plan"));
    let rules: Vec<(&str, &str)> = judged
        .findings
        .iter()
        .map(|f| (f.rule.as_str(), f.clause.0.as_str()))
        .collect();
    let expected = [
        ("standing", "§二(一)1"),
        ("violations", "§二(一)1"),
        ("capital", "§二(一)2"),
        ("sourcing", "§二(一)3"),
        ("experience", "§二(一)4"),
    ];
    assert_eq!(rules, expected);
}

#[test]
fn one_fen_short_is_not_met_and_the_message_states_the_numbers() {
    let facts = EligibilityFacts {
        paid_in_capital: Some(Fen(799_999_999)),
        net_assets: Some(Fen(999_999_999)),
        ..good()
    };
    let judged = judge(plan(), "A-1", &facts);
    let capital = finding(&judged, "capital");
    assert_eq!((judged.verdict, capital.verdict), (Verdict::NotMet, Verdict::NotMet));
    assert_eq!(
        capital.message.zh,
        "不满足：注册资本 10,000,000.00 元 ≥ 10,000,000.00 元；实缴资本 7,999,999.99 元 < 8,000,000.00 元；\
         净资产 9,999,999.99 元 < 10,000,000.00 元。"
    );
    assert!(
        capital
            .message
            .en
            .contains("paid-in capital CNY 7,999,999.99, below CNY 8,000,000.00")
    );
    let used: Vec<(&str, &serde_json::Value)> = capital.facts.iter().map(|f| (f.name.as_str(), &f.value)).collect();
    assert_eq!(
        used,
        [
            ("registered_capital", &json!("10000000.00")),
            ("paid_in_capital", &json!("7999999.99")),
            ("net_assets", &json!("9999999.99")),
        ]
    );
}

#[test]
fn net_assets_decide_where_paid_in_capital_is_not_known() {
    let facts = EligibilityFacts {
        paid_in_capital: None,
        net_assets: Some(Fen::yuan(10_000_000)),
        ..good()
    };
    assert_eq!(finding(&judge(plan(), "A-1", &facts), "capital").verdict, Verdict::Met);
    let neither = EligibilityFacts {
        net_assets: None,
        ..facts
    };
    assert_eq!(
        finding(&judge(plan(), "A-1", &neither), "capital").verdict,
        Verdict::ToVerify
    );
}

#[test]
fn a_blank_place_is_not_known_rather_than_elsewhere() {
    let facts = EligibilityFacts {
        city: Some("  ".into()),
        ..good()
    };
    assert_eq!(
        finding(&judge(plan(), "A-1", &facts), "standing").verdict,
        Verdict::ToVerify
    );
}

#[test]
fn optional_facts_count_only_where_they_are_asked() {
    let asked = EligibilityFacts {
        market_knowledge: Some(None),
        sourcing_by: Some(Some(Bearer::Investor)),
        premises: Some(Some(false)),
        ..good()
    };
    let judged = judge(plan(), "A-1", &asked);
    assert_eq!(
        finding(&judged, "experience").verdict,
        Verdict::ToVerify,
        "asked and not known"
    );
    assert_eq!(
        finding(&judged, "sourcing").verdict,
        Verdict::Met,
        "the investor's capacity is enough"
    );
    assert!(
        judged.findings.iter().all(|f| f.rule != "premises"),
        "the plan has no condition on premises"
    );
}

#[test]
fn the_file_s_line_is_read_whole_and_nothing_else() {
    let line = json!({"id": "A-1", "city": "无为市", "legal_person": true, "import_export": null,
        "violations": {"police": false, "market": null, "customs": false, "commerce": false, "safety": false},
        "registered_capital": "12000000", "paid_in_capital": null, "net_assets": null,
        "sourcing": true, "trade_experience": true, "repair_network": true, "market_knowledge": null});
    let case: EligibilityCase = serde_json::from_value(line.clone()).expect("the shape of the facts");
    assert_eq!((case.id.as_str(), case.facts.market_knowledge), ("A-1", Some(None)));
    assert_eq!(case.facts.premises, None);
    let mut wrong = line;
    wrong["paidin_capital"] = json!("1");
    let refused = serde_json::from_value::<EligibilityCase>(wrong).expect_err("a misspelt fact");
    assert!(refused.to_string().contains("paidin_capital"), "{refused}");
}

#[test]
fn the_schema_lists_every_fact_and_the_id() {
    let schema = serde_json::to_value(schemars::schema_for!(EligibilityCase)).expect("a schema");
    let properties = schema["properties"].as_object().expect("properties");
    for name in ["id", "city", "violations", "paid_in_capital", "appraisers"] {
        assert!(properties.contains_key(name), "{name} is in {properties:?}");
    }
    assert_eq!(schema["additionalProperties"], json!(false));
    assert!(schema["required"].as_array().expect("required").contains(&json!("id")));
}
