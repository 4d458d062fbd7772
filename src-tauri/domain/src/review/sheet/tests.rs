use super::*;
use crate::Points;
use crate::policy::{Policy, ReviewRules};
use crate::review::{Entries, Fault, FaultCode, Score};
use std::collections::BTreeMap;

fn rules() -> &'static ReviewRules {
    &Policy::shipped("wuhu-plan").expect("ships with the program").review
}

/// Every item one point below its maximum: 100 − 23 = 77.
fn sheet() -> SheetBody {
    SheetBody {
        application: "A-1".into(),
        expert: "E-07".into(),
        scores: Some(
            rules()
                .items()
                .map(|i| (i.item.clone(), Score::Points(Points(i.max.0 - 100))))
                .collect(),
        ),
        abstention: None,
        veto: None,
        changes: Entries::default(),
    }
}

fn set(sheet: &mut SheetBody, item: &str, score: &str) {
    let scores = sheet.scores.as_mut().expect("has scores");
    let entry = scores.0.iter_mut().find(|(i, _)| i == item).expect("an item");
    entry.1 = Score::read(score);
}

fn told(sheet: &SheetBody, prefilled: &BTreeMap<String, Points>) -> Vec<(String, FaultCode)> {
    let faults = check_sheet(rules(), prefilled, sheet).expect_err("something is wrong");
    faults.into_iter().map(|f: Fault| (f.path, f.code)).collect()
}

fn at(path: &str, code: FaultCode) -> (String, FaultCode) {
    (path.into(), code)
}

#[test]
fn a_complete_sheet_has_its_total_in_any_order() {
    let mut body = sheet();
    let none = BTreeMap::new();
    assert_eq!(
        check_sheet(rules(), &none, &body).expect("complete").total(),
        Some(Points::whole(77))
    );
    body.scores.as_mut().expect("has scores").0.reverse();
    assert_eq!(
        check_sheet(rules(), &none, &body).expect("complete").total(),
        Some(Points::whole(77))
    );
}

#[test]
fn all_faults_of_a_sheet_are_told_at_once() {
    let mut body = sheet();
    set(&mut body, "A1", "6.5");
    set(&mut body, "A2", "-0.5");
    set(&mut body, "B1", "4.25");
    set(&mut body, "C1", " ");
    set(&mut body, "C2", "五");
    let scores = body.scores.as_mut().expect("has scores");
    scores.0.retain(|(item, _)| item != "H3");
    scores.0.push(("Z9".into(), Score::read("1")));
    scores.0.push(("D1".into(), Score::read("1")));
    body.abstention = Some("利益无关".into());
    body.veto = Some(Veto {
        ground: "mood".into(),
        reason: "  ".into(),
    });
    let expected = [
        at("/scores/A1", FaultCode::OutOfRange),
        at("/scores/A2", FaultCode::OutOfRange),
        at("/scores/B1", FaultCode::OffStep),
        at("/scores/C1", FaultCode::Missing),
        at("/scores/C2", FaultCode::NotAScore),
        at("/scores/Z9", FaultCode::Unknown),
        at("/scores/D1", FaultCode::Duplicate),
        at("/scores/H3", FaultCode::Missing),
        at("/abstention", FaultCode::NotAllowed),
        at("/veto/ground", FaultCode::Unknown),
        at("/veto/reason", FaultCode::ReasonMissing),
    ];
    assert_eq!(told(&body, &BTreeMap::new()), expected);
}

#[test]
fn an_abstention_needs_a_reason_and_is_no_score() {
    let mut body = SheetBody {
        scores: None,
        ..sheet()
    };
    let none = BTreeMap::new();
    assert_eq!(told(&body, &none), [at("/abstention", FaultCode::ReasonMissing)]);
    body.abstention = Some("不熟悉该市场".into());
    assert_eq!(check_sheet(rules(), &none, &body).expect("abstains").total(), None);
    body.veto = Some(Veto {
        ground: "false_material".into(),
        reason: "验资报告系伪造".into(),
    });
    assert!(
        check_sheet(rules(), &none, &body).is_ok(),
        "whoever abstains may still veto"
    );
}

#[test]
fn a_changed_objective_item_asks_for_its_reason() {
    let mut body = sheet();
    let prefilled = BTreeMap::from([("A1".into(), Points::whole(5)), ("F1".into(), Points::whole(5))]);
    // A1 stands as it was pre-filled, F1 was changed from 5 to 4.
    assert_eq!(told(&body, &prefilled), [at("/changes/F1", FaultCode::ReasonMissing)]);
    body.changes = [("F1", "进出口额按海关口径核减".to_owned())].into_iter().collect();
    assert!(check_sheet(rules(), &prefilled, &body).is_ok());
    body.changes = [("F1", " ".to_owned()), ("A1", "无".to_owned())].into_iter().collect();
    let expected = [
        at("/changes/F1", FaultCode::ReasonMissing),
        at("/changes/A1", FaultCode::Unknown),
    ];
    assert_eq!(told(&body, &prefilled), expected);
}

#[test]
fn a_seal_opens_for_its_own_sheet_only() {
    let salt = Salt([7; 32]);
    let body = sheet();
    let sealed = commitment(&salt, &body);
    assert!(opens(&sealed, &salt, &body));
    assert!(!opens(&sealed, &Salt([8; 32]), &body), "another salt");
    let mut changed = body.clone();
    set(&mut changed, "G3", "1.5");
    assert!(!opens(&sealed, &salt, &changed), "another score");
    changed = body.clone();
    changed.scores.as_mut().expect("has scores").0.reverse();
    set(&mut changed, "G3", "1.00");
    assert!(
        opens(&sealed, &salt, &changed),
        "order and zeros are no part of what was signed"
    );
    let written = serde_json::to_string(&(salt, &body)).expect("serialises");
    let (salt, read): (Salt, SheetBody) = serde_json::from_str(&written).expect("reads back");
    assert!(opens(&sealed, &salt, &read), "a sheet from the books opens too");
}

#[test]
fn the_commitment_can_be_redone_elsewhere() {
    // Python: hashlib.sha256(json.dumps({"salt": "00"*32, "sheet": {...}}, sort_keys=True, ensure_ascii=False,
    // separators=(",", ":")).encode()).hexdigest()
    let body = SheetBody {
        application: "样例-1".into(),
        expert: "E-07".into(),
        scores: Some(
            [("A1", Score::read("5.50")), ("A2", Score::read("4"))]
                .into_iter()
                .collect(),
        ),
        abstention: None,
        veto: Some(Veto {
            ground: "false_material".into(),
            reason: "称“已实缴”，查无此事\n见第3页".into(),
        }),
        changes: [("A1", "按审计报告".to_owned())].into_iter().collect(),
    };
    assert_eq!(
        commitment(&Salt([0; 32]), &body),
        "6157711670aac87249cb05da9f4994ce7bc12802951a700705d838dc1a121c37"
    );
}

#[test]
fn only_totals_beyond_the_spread_ask_for_a_reason() {
    let totals = |list: &[(&'static str, &str)]| -> Vec<(&'static str, Points)> {
        list.iter().map(|(e, t)| (*e, t.parse().expect("points"))).collect()
    };
    // Median 75: 55 and 95 lie exactly 20 from it.
    let odd = totals(&[("a", "55"), ("b", "95"), ("c", "75"), ("d", "54.5"), ("e", "95.5")]);
    assert_eq!(outliers(rules(), &odd), ["d", "e"]);
    // Median of an even number: (70 + 70.5) / 2 = 70.25.
    let even = totals(&[("a", "70"), ("b", "70.5"), ("c", "50"), ("d", "90.5")]);
    assert_eq!(outliers(rules(), &even), ["c", "d"]);
    assert!(outliers(rules(), &[]).is_empty());
}
