//! Write the sample papers into a folder, to be looked at: `cargo run -p documents --example samples -- FOLDER`.

use documents::{Mark, PaperFacts, PaperRequest, render, samples};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let memo = samples::request(PaperFacts::Memo(samples::memo(8)));
    let paper = samples::request(PaperFacts::Recommendation(samples::recommendation(6)));
    let draft = PaperRequest {
        number: None,
        head: None,
        document_id: String::new(),
        mark: Mark::Draft,
        ..paper.clone()
    };
    let long = samples::request(PaperFacts::Recommendation(samples::recommendation(60)));
    for (name, request) in [
        ("memo", memo),
        ("recommendation", paper),
        ("draft", draft),
        ("long", long),
    ] {
        let paper = render(&request)?;
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), &paper.pdf)?;
        println!(
            "{name}: {} pages, {} bytes, {:?}",
            paper.pages,
            paper.pdf.len(),
            paper.template.id
        );
    }
    Ok(())
}
