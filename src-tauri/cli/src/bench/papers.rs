//! Rendering review memos in a batch.

use super::{Failed, RUNS, figure::Figure, progress};
use crate::stopwatch::Stopwatch;
use documents::{PaperFacts, PaperRequest, render, samples};
use std::hint::black_box;

/// Memos in the batch.
pub const SIZE: u32 = 100;
/// Applications in each memo: enough that its table goes over several pages.
const APPLICATIONS: u32 = 24;

pub fn measure(size: u32) -> Result<Vec<Figure>, Failed> {
    let requests: Vec<PaperRequest> = (0..size).map(request).collect();
    let bar = progress("papers");
    let mut values = Vec::new();
    for _ in 0..RUNS {
        let watch = Stopwatch::start();
        for request in &requests {
            let paper = render(request).map_err(|faults| format!("{faults:?}"))?;
            black_box(paper.pdf);
        }
        values.push(watch.passed());
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(vec![Figure::of("papers", "memo", size, &values).each(&values, size)])
}

/// Memos of one batch differ in number, id and how many applications they tell of.
fn request(n: u32) -> PaperRequest {
    let request = samples::request(PaperFacts::Memo(samples::memo(APPLICATIONS + n % 5)));
    PaperRequest {
        number: request
            .number
            .map(|number| documents::PaperNumber { n: n + 1, ..number }),
        document_id: format!("00000000-0000-7000-8000-{n:012}"),
        ..request
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_memo_of_the_batch_has_several_pages() {
        let paper = documents::render(&super::request(0)).unwrap();
        assert!(paper.pages >= 4, "{} pages", paper.pages);
    }
}
