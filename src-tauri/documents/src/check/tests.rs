use crate::facts::PaperFacts;
use crate::{PaperFaults, PaperRequest, render, samples};

fn fields(faults: &PaperFaults) -> Vec<&str> {
    faults.0.iter().map(|f| f.field.as_str()).collect()
}

fn recommendation() -> PaperRequest {
    samples::request(PaperFacts::Recommendation(samples::recommendation(4)))
}

fn with(change: impl FnOnce(&mut crate::RecommendationFacts)) -> Result<crate::Paper, PaperFaults> {
    let mut facts = samples::recommendation(4);
    change(&mut facts);
    render(&samples::request(PaperFacts::Recommendation(facts)))
}

#[test]
fn all_faults_are_told_at_once() {
    let mut request = recommendation();
    request.head.as_mut().expect("a head").hash16 = "xyz".to_owned();
    let PaperFacts::Recommendation(facts) = &mut request.facts else {
        panic!("a recommendation")
    };
    facts.bureau = "甲".repeat(41);
    facts.enterprises[1].name = "样例\u{202e}公司".to_owned();
    facts.enterprises[2].legal_representative = "王\u{1f600}".to_owned();
    facts.signer = " ".to_owned();
    facts.passed = 99;
    facts.basis.clear();
    let faults = render(&request).expect_err("a faulty request");
    let mut found = fields(&faults);
    found.sort_unstable();
    let expected = [
        "basis",
        "bureau",
        "enterprises[1].name",
        "enterprises[2].legal_representative",
        "head.hash16",
        "passed",
        "signer",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unprintable_character_is_named_with_its_field() {
    let faults = with(|f| f.enterprises[3].name.push('\u{2b740}')).expect_err("no font has it");
    assert_eq!(fields(&faults), ["enterprises[3].name"]);
    assert!(faults.0[0].message.zh.contains("𫝀") && faults.0[0].message.zh.contains("U+2B740"));
    assert!(faults.0[0].message.en.contains("U+2B740"));
}

#[test]
fn marks_that_print_nothing_are_refused() {
    for mark in "\n\t\0\u{200b}\u{200f}\u{202e}\u{2066}\u{feff}\u{ad}\u{fe00}".chars() {
        let faults = with(|f| f.enterprises[0].name.insert(3, mark)).expect_err("an invisible mark");
        assert_eq!(fields(&faults), ["enterprises[0].name"], "U+{:04X}", u32::from(mark));
    }
}

#[test]
fn figures_that_disagree_are_refused() {
    for (change, field) in [
        (
            (|f| f.reviewed = f.received + 1) as fn(&mut crate::RecommendationFacts),
            "reviewed",
        ),
        (|f| f.passed = f.reviewed + 1, "passed"),
        (|f| f.passed = 3, "enterprises"),
        (|f| f.enterprises.clear(), "enterprises"),
        (
            |f| f.notice.as_mut().expect("a notice").until = chrono::NaiveDate::default(),
            "notice.until",
        ),
    ] {
        assert_eq!(fields(&with(change).expect_err(field)), [field]);
    }
}

#[test]
fn a_memo_needs_its_panel_its_scores_and_its_reasons() {
    let mut facts = samples::memo(4);
    facts.panel[1].chair = true;
    facts.received = 1;
    facts.outcomes[0].score = None;
    facts.outcomes[3].reason = None;
    facts.outcomes[1].eligibility.clauses.clear();
    facts.opinion.clear();
    let faults = render(&samples::request(PaperFacts::Memo(facts))).expect_err("a faulty memo");
    let mut found = fields(&faults);
    found.sort_unstable();
    let expected = [
        "opinion",
        "outcomes[0].score",
        "outcomes[1].eligibility.clauses",
        "outcomes[3].reason",
        "panel",
        "received",
    ];
    assert_eq!(found, expected);
}
