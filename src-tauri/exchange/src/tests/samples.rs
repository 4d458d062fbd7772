//! The sample batch is what its README says, and the committed files are what the generator writes.

use super::terms;
use crate::sample::{self, FILES, SEED};
use crate::{read, write};
use domain::Verdict;
use domain::ident::Uscc;
use domain::policy::Policy;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn the_committed_files_are_the_generated_ones() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/samples");
    let folder = tempfile::tempdir().expect("a folder");
    sample::write_all(folder.path(), &terms()).expect("written");
    for name in FILES {
        let fresh = std::fs::read(folder.path().join(name)).expect(name);
        let kept = std::fs::read(committed.join(name)).unwrap_or_default();
        assert!(
            fresh == kept,
            "{name} differs: run `cargo test -p exchange -- --ignored renew` after a wanted change"
        );
    }
}

/// Not a test: writes the committed files anew.
#[test]
#[ignore = "writes into the source tree"]
fn renew() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/samples");
    sample::write_all(&committed, &terms()).expect("written");
}

#[test]
fn fourteen_meet_the_conditions_seven_fail_and_three_wait() {
    let policy = Policy::shipped("wuhu-plan").expect("ships");
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut failed: BTreeSet<String> = BTreeSet::new();
    let rows = sample::filings(&terms(), SEED);
    for row in &rows {
        let answer = domain::eligibility::judge(policy, "样例", &row.value.facts);
        *verdicts.entry(answer.verdict).or_default() += 1;
        failed.extend(
            answer
                .findings
                .iter()
                .filter(|f| f.verdict == Verdict::NotMet)
                .map(|f| f.rule.clone()),
        );
    }
    assert_eq!(
        verdicts,
        BTreeMap::from([(Verdict::Met, 14), (Verdict::ToVerify, 3), (Verdict::NotMet, 7)])
    );
    assert!(failed.len() >= 5, "failures of many kinds: {failed:?}");
    let counties: BTreeSet<&str> = rows.iter().map(|r| r.value.applicant.county.as_str()).collect();
    assert_eq!(counties.len(), 5);
}

#[test]
fn the_sample_can_be_imported_whole() {
    let rows = sample::filings(&terms(), SEED);
    let bytes = write::filings(&rows, &terms()).expect("a workbook");
    let import = read::filings(&bytes, &terms(), None).expect("a workbook");
    assert_eq!((import.faults, import.good), (vec![], rows));
    let experts = sample::experts(&terms(), SEED);
    let bytes = write::experts(&experts, &terms()).expect("a workbook");
    let import = read::experts(&bytes, &terms()).expect("a workbook");
    let back: Vec<_> = import.good.into_iter().map(|r| r.value).collect();
    assert_eq!((import.faults, back), (vec![], experts));
}

#[test]
fn everything_invented_says_so_and_every_code_is_right() {
    let rows = sample::batch(SEED, 3_000, &terms());
    let codes: BTreeSet<&str> = rows.iter().map(|r| r.value.applicant.uscc.as_str()).collect();
    assert_eq!(codes.len(), rows.len(), "no code twice");
    for row in rows.iter().chain(&sample::filings(&terms(), SEED)) {
        let a = &row.value.applicant;
        assert_eq!(Uscc::parse(&a.uscc).expect("a right code").as_str(), a.uscc);
        assert!(a.name.contains("样例") && a.legal_representative.starts_with('样'));
        assert_eq!(row.value.materials.len(), 20);
    }
    assert_eq!(
        sample::batch(SEED, 50, &terms()),
        rows[..50],
        "a smaller batch is the beginning of a larger"
    );
}

#[test]
fn three_experts_are_tied_to_applicants() {
    let experts = sample::experts(&terms(), SEED);
    assert_eq!(experts.len(), 30);
    let tied: Vec<(String, usize)> = experts
        .iter()
        .map(|e| {
            let count = sample::filings(&terms(), SEED)
                .iter()
                .filter(|r| !e.conflicts(&r.value.applicant.uscc, &r.value.applicant.name).is_empty())
                .count();
            (e.id.clone(), count)
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(tied, [("Z05".into(), 2), ("Z11".into(), 1), ("Z17".into(), 1)]);
    for specialty in &terms().specialties {
        let members = experts.iter().filter(|e| e.specialty == specialty.id).count();
        assert!(
            members as u32 >= 2 * specialty.seats,
            "{} can be drawn and redrawn",
            specialty.id
        );
    }
}

#[test]
fn the_shipped_sheets_tie_veto_abstain_and_recuse() {
    let rows = sample::sheets(&terms(), SEED);
    let panel: BTreeSet<&str> = rows.iter().map(|r| r.expert.as_str()).collect();
    assert_eq!(panel.len(), 7, "the whole panel has sheets");
    assert!(
        panel.contains("Z01") && panel.contains("Z05"),
        "as the seed text promises: {panel:?}"
    );
    let of = |expert: &str| rows.iter().filter(|r| r.expert == expert).count();
    assert_eq!((of("Z01"), of("Z05")), (14, 12), "Z05 is recused from two of fourteen");
    assert_eq!(rows.iter().filter(|r| r.veto.is_some()).count(), 1);
    assert_eq!(rows.iter().filter(|r| r.scores.is_none()).count(), 1);
}
