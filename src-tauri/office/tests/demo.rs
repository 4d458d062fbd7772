//! The whole main path through the office's verbs, without a window.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's failure is its answer"
)]

use office::demo::{STEPS, StepDone, run};

#[test]
fn two_runs_give_the_same_head_and_the_same_papers() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let runs: Vec<_> = folders
        .iter()
        .map(|folder| {
            let mut steps = Vec::new();
            let done = run(folder.path(), None, &mut |s: &StepDone| steps.push((s.step, s.entries)));
            let done = done.unwrap_or_else(|f| panic!("{} {:#?}", f.message.zh, f.faults));
            (done, steps)
        })
        .collect();
    let (first, steps) = &runs[0];
    assert!(first.verified, "verify and rebuild must hold at the end");
    assert_eq!(first.papers.len(), 2, "the memo and the recommendation");
    assert_eq!(steps.len(), STEPS, "progress is shown against this many steps");
    assert!(
        steps.iter().map(|s| s.1).sum::<i64>() == first.entries,
        "every entry belongs to a step"
    );
    assert_eq!(
        first.refused_by,
        ["§三(一)"],
        "the licence asked for during the suspension names its clause"
    );
    assert_eq!(first.head, runs[1].0.head, "clock and ids are pinned");
    for (a, b) in first.papers.iter().zip(&runs[1].0.papers) {
        assert_eq!(a.sha256, b.sha256, "{} must come out the same", a.number);
    }
}
