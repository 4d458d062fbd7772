use crate::facts::PaperFacts;
use crate::fonts::embedded;
use crate::grid::{CELL, HEIGHT, LEFT, LINE, Nm, RIGHT, SIZE_3, SIZE_5, TOP, em};
use crate::page::{Ink, Page, Run};
use crate::papers;
use crate::request::{Mark, PaperRequest};
use crate::samples;

fn laid(request: &PaperRequest) -> Vec<Page> {
    let fonts = embedded().expect("fonts");
    papers::lay_out(request, fonts).expect("a paper").pages
}

fn text(run: &Run) -> String {
    run.glyphs.iter().map(|g| g.ch).collect()
}

fn page_text(page: &Page) -> String {
    page.runs.iter().map(text).collect()
}

fn memo_with_opinion(paragraphs: usize) -> PaperRequest {
    let mut facts = samples::memo(3);
    facts.opinion = (0..paragraphs).map(|n| format!("第{n}条意见。")).collect();
    facts.panel.truncate(1);
    samples::request(PaperFacts::Memo(facts))
}

#[test]
fn the_signature_never_stands_alone() {
    for filling in 1..30 {
        let mut facts = samples::recommendation(2);
        facts.basis[0].text = "依据条款的文字".repeat(4 * filling);
        let pages = laid(&samples::request(PaperFacts::Recommendation(facts)));
        let signed = pages
            .iter()
            .find(|p| page_text(p).contains("2026年11月23日（联系人"))
            .expect("a signed page");
        let all = page_text(signed);
        assert!(
            all.contains("妥否，请批示。"),
            "{filling}: the request stands with its signature: {all}"
        );
        let before = all.split("妥否").next().unwrap_or_default();
        assert!(!before.is_empty(), "{filling}: and some text before it");
    }
}

#[test]
fn everything_of_the_body_stays_in_the_type_area() {
    for filling in 1..24 {
        for page in laid(&memo_with_opinion(filling)) {
            let body = page.runs.iter().filter(|r| r.size == SIZE_3 || r.size == SIZE_5);
            for run in body.filter(|r| r.y < TOP + HEIGHT + CELL) {
                let (first, last) = (&run.glyphs[0], &run.glyphs[run.glyphs.len() - 1]);
                assert!(run.y - em(run.size) * 88 / 100 >= TOP - 2, "above: {}", text(run));
                assert!(run.y <= TOP + HEIGHT, "below: {}", text(run));
                // A mark at the line's end may leave its empty half outside.
                assert!(
                    first.x >= LEFT && last.x + em(run.size) / 2 <= RIGHT + 50_000,
                    "beside: {}",
                    text(run)
                );
            }
        }
    }
}

#[test]
fn the_body_stands_on_the_grid() {
    let pages = laid(&samples::request(PaperFacts::Memo(samples::memo(12))));
    for run in pages
        .iter()
        .flat_map(|p| &p.runs)
        .filter(|r| r.size == SIZE_3 && !text(r).contains('〔'))
    {
        let top = run.y - em(SIZE_3) * 88 / 100 - TOP;
        let off = top.rem_euclid(LINE);
        assert!(off.min(LINE - off) < 30, "{} is {off} nm off its line", text(run));
    }
}

#[test]
fn no_text_lies_over_a_rule() {
    let mut facts = samples::recommendation(40);
    facts.enterprises[3].name = "样例超长名称汽车贸易进出口".repeat(5).chars().take(60).collect();
    facts.enterprises[4].legal_representative = "阿卜杜热合曼·买买提吐尔逊".to_owned();
    facts.enterprises[5].uscc = "W".repeat(18);
    for page in laid(&samples::request(PaperFacts::Recommendation(facts))) {
        let rules: Vec<_> = page
            .fills
            .iter()
            .filter(|f| f.ink == Ink::Black && f.y < TOP + HEIGHT)
            .collect();
        for run in page.runs.iter().filter(|r| r.size == SIZE_5 && r.y < TOP + HEIGHT) {
            let top: Nm = run.y - em(run.size) * 88 / 100;
            let bottom = run.y + em(run.size) * 12 / 100;
            let fonts = embedded().expect("fonts");
            for glyph in &run.glyphs {
                let right = glyph.x + fonts.advance(run.face, glyph.id) * em(run.size) / 1000;
                for rule in &rules {
                    let apart = right <= rule.x
                        || glyph.x >= rule.x + rule.width
                        || bottom <= rule.y
                        || top >= rule.y + rule.height;
                    assert!(apart, "{} touches a rule", text(run));
                }
            }
        }
    }
}

#[test]
fn each_page_of_a_table_has_its_header_once_and_whole_rows() {
    let pages = laid(&samples::request(PaperFacts::Recommendation(samples::recommendation(
        200,
    ))));
    let listed: Vec<&Page> = pages
        .iter()
        .filter(|p| page_text(p).contains("样例") && page_text(p).contains("MA0"))
        .collect();
    assert!(listed.len() > 8, "200 rows take many pages");
    let mut seen = 0;
    for page in listed {
        let all = page_text(page);
        assert_eq!(all.matches("统一社会信用代码").count(), 1, "one header a page");
        assert!(
            all.matches("91340200").count() > 0,
            "a header never stands without a row"
        );
        seen += all.matches("91340200").count();
        let bottom = page
            .fills
            .iter()
            .filter(|f| f.y < TOP + HEIGHT)
            .map(|f| f.y + f.height)
            .max()
            .expect("rules");
        assert!(
            bottom <= TOP + HEIGHT + em(SIZE_5) / 10,
            "the table ends in the type area"
        );
    }
    assert_eq!(seen, 200, "no row is lost or doubled");
}

#[test]
fn page_numbers_stand_outside_by_turns() {
    let pages = laid(&samples::request(PaperFacts::Memo(samples::memo(8))));
    for (number, page) in (1..).zip(&pages) {
        let run = page
            .runs
            .iter()
            .find(|r| text(r) == format!("— {number} —"))
            .expect("a page number");
        let first = run.glyphs[0].x;
        if number % 2 == 0 {
            assert_eq!(first, LEFT + CELL, "page {number} at the left");
        } else {
            assert!(first > RIGHT - CELL * 5, "page {number} at the right");
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_has_no_head() {
    let request = PaperRequest {
        number: None,
        head: None,
        document_id: String::new(),
        mark: Mark::Draft,
        ..samples::request(PaperFacts::Memo(samples::memo(8)))
    };
    for page in laid(&request) {
        assert_eq!(page.runs.iter().filter(|r| r.slanted && text(r) == "草稿").count(), 1);
        assert!(!page_text(&page).contains("账本"));
        assert!(!page_text(&page).contains('〔'), "no number");
    }
    let official = PaperRequest {
        mark: Mark::None,
        ..samples::request(PaperFacts::Memo(samples::memo(8)))
    };
    let all: String = laid(&official).iter().map(page_text).collect();
    assert!(
        !all.contains("草稿") && !all.contains("样例：本文件"),
        "an official paper carries no mark"
    );
}

#[test]
fn the_imprint_ends_the_last_page() {
    for filling in 1..24 {
        let all = laid(&memo_with_opinion(filling));
        let (last, before) = all.split_last().expect("pages");
        assert!(page_text(last).contains("印发"));
        assert!(before.iter().all(|p| !page_text(p).contains("印发")));
        let bottom = last
            .fills
            .iter()
            .filter(|f| f.width > CELL)
            .map(|f| f.y + f.height / 2)
            .max()
            .expect("rules");
        assert_eq!(
            bottom / 1000,
            (TOP + HEIGHT) / 1000,
            "its last rule is the foot of the type area"
        );
        let top = last
            .fills
            .iter()
            .filter(|f| f.height == 350_000)
            .map(|f| f.y)
            .min()
            .expect("outer rules");
        let text = last
            .runs
            .iter()
            .filter(|r| r.size == SIZE_3)
            .map(|r| r.y)
            .max()
            .unwrap_or(0);
        assert!(text < top, "{filling}: the text ends above it");
    }
}

#[test]
fn something_taller_than_a_page_is_a_fault() {
    use super::piece::{Piece, paginate};
    let tall = Piece {
        height: HEIGHT + 1,
        ..Piece::default()
    };
    let fault = paginate(&[tall], 0).expect_err("it cannot be placed");
    assert_eq!(fault.0[0].field, "layout");
}
