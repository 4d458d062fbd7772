//! The papers as an independent reader sees them: poppler and qpdf measure what this crate wrote.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a test may fail, and a ruler measures in fractions"
)]

mod reader;

use documents::{Mark, Paper, PaperFacts, PaperRequest, render, samples};
use reader::{Word, dense, picture, run, text_of, words};

/// A ruler's tolerance.
const NEAR: f64 = 0.5;

fn memo() -> PaperRequest {
    samples::request(PaperFacts::Memo(samples::memo(8)))
}

fn recommendation(selected: u32) -> PaperRequest {
    samples::request(PaperFacts::Recommendation(samples::recommendation(selected)))
}

fn made(request: &PaperRequest) -> Paper {
    render(request).unwrap_or_else(|faults| panic!("{faults}"))
}

fn near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= NEAR, "{what}: {found:.2} mm, not {wanted:.2}");
}

fn find<'w>(words: &'w [Word], start: &str) -> &'w Word {
    words
        .iter()
        .find(|w| w.text.starts_with(start))
        .unwrap_or_else(|| panic!("no word starts with {start}"))
}

#[test]
fn the_page_is_the_standard_one() {
    let words = words(&made(&recommendation(6)).pdf);
    let pitch = 225.0 / 22.0;
    let cell = 156.0 / 28.0;

    let letterhead = find(&words, "芜湖市商务局文件");
    near(
        (letterhead.left + letterhead.right) / 2.0,
        28.0 + 78.0,
        "the letterhead is centred",
    );
    near(letterhead.top, 37.0 + 35.0, "the letterhead's top");

    near(
        find(&words, "芜商〔2026〕12号").left,
        28.0 + cell,
        "the number, one character in",
    );
    near(find(&words, "商务部：").left, 28.0, "the addressee, flush left");
    near(
        find(&words, "按照").left,
        28.0 + 2.0 * cell,
        "a first line, two characters in",
    );
    near(find(&words, "附件：").left, 28.0 + 2.0 * cell, "the note on the annex");

    let second = words
        .iter()
        .filter(|w| w.page == 2 && w.bottom < 263.0)
        .collect::<Vec<_>>();
    let top = second.iter().map(|w| w.top).fold(f64::MAX, f64::min);
    near(top, 37.0, "the first line of page 2");
    let mut tops: Vec<f64> = second.iter().map(|w| w.bottom).collect();
    tops.sort_by(f64::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < 1.5);
    assert!(tops.len() > 10, "page 2 has text");
    for pair in tops.windows(2) {
        // A blank line, as before the note on the annex, is a line of the grid too.
        let lines = ((pair[1] - pair[0]) / pitch).round().max(1.0);
        near(pair[1] - pair[0], lines * pitch, "from line to line");
    }
    let left = second.iter().map(|w| w.left).fold(f64::MAX, f64::min);
    let right = second.iter().map(|w| w.right).fold(0.0, f64::max);
    near(left, 28.0, "the left edge of the text");
    assert!(right <= 28.0 + 156.0 + cell / 2.0 + NEAR, "the right edge: {right}");

    let annex = words
        .iter()
        .find(|w| w.page > 1 && w.text == "附件")
        .expect("the annex");
    let date = words
        .iter()
        .rfind(|w| w.page == annex.page - 1 && w.text == "2026年11月23日")
        .expect("a date of issue");
    near(
        date.right,
        28.0 + 156.0 - 4.0 * cell,
        "the date ends four characters from the right",
    );

    near(annex.left, 28.0, "附件 flush left");
    near(annex.top, 37.0, "附件 at the first line");
    let title = words
        .iter()
        .find(|w| w.page == annex.page && w.text.starts_with("推荐备案的"))
        .expect("its title");
    near(
        (title.left + title.right) / 2.0,
        28.0 + 78.0,
        "the annex's title is centred",
    );
}

/// Tenths of a millimetre of the rows where `is` holds for more than half of the type area's width.
fn ruled(width: usize, pixels: &[[u8; 3]], is: impl Fn([u8; 3]) -> bool) -> Vec<usize> {
    pixels
        .chunks(width)
        .enumerate()
        .filter(|(_, row)| row.iter().filter(|p| is(**p)).count() > 780)
        .map(|(y, _)| y)
        .collect()
}

#[test]
fn rules_and_page_numbers_stand_where_a_ruler_finds_them() {
    let paper = made(&recommendation(6));
    let (width, height, pixels) = picture(&paper.pdf, 1);
    assert!(
        width.abs_diff(2100) <= 1 && height.abs_diff(2970) <= 1,
        "A4 at ten pixels a millimetre"
    );
    let red = |p: [u8; 3]| p[0] > 200 && p[1] < 90 && p[2] < 90;
    let dark = |p: [u8; 3]| p.iter().all(|c| *c < 110);
    let rules = ruled(width, &pixels, red);
    let rule = *rules.first().expect("a red rule");
    assert!(rules.len() <= 6, "one rule: {rules:?}");
    let bbox = words(&paper.pdf);
    let number = find(&bbox, "芜商");
    // The bounding box ends with the em square: 4 mm above the rule.
    near(rule as f64 / 10.0 - number.bottom, 4.0, "the rule below the number");
    let letterhead: Vec<usize> = pixels
        .chunks(width)
        .enumerate()
        .filter(|(_, row)| row.iter().any(|p| red(*p)))
        .map(|(y, _)| y)
        .collect();
    let first = *letterhead.first().expect("a letterhead") as f64 / 10.0;
    assert!(
        (71.5..74.0).contains(&first),
        "the letterhead's ink starts at {first} mm, its square at 72"
    );

    // The dashes of the page number: the first dark rows below the type area are digits; the dashes are the widest.
    let foot: Vec<(usize, usize)> = pixels
        .chunks(width)
        .enumerate()
        .filter(|(y, _)| (2640..2760).contains(y))
        .map(|(y, row)| (row.iter().take(1840).filter(|p| dark(**p)).count(), y))
        .collect();
    let (_, dash) = foot.iter().max().expect("dashes");
    near(
        *dash as f64 / 10.0,
        262.0 + 7.0,
        "the dashes lie 7 mm below the type area",
    );
    let row = &pixels[dash * width..(dash + 1) * width];
    let right = row.iter().rposition(|p| dark(*p)).expect("a dash") as f64 / 10.0;
    near(
        right,
        28.0 + 156.0 - 156.0 / 28.0,
        "the number of an odd page, one character in from the right",
    );

    let (width, _, pixels) = picture(&paper.pdf, paper.pages);
    let rules = ruled(width, &pixels, dark);
    let last = *rules.last().expect("rules") as f64 / 10.0;
    near(
        last,
        37.0 + 225.0,
        "the imprint's last rule is the foot of the type area",
    );
}

#[test]
fn text_copies_out_in_reading_order() {
    let text = dense(&text_of(&made(&memo()).pdf));
    let mut from = 0;
    for part in [
        "芜湖市商务局评审备忘录",
        "芜商评〔2026〕12号",
        "关于2026年第一批二手车出口企业申报材料的专家评审意见",
        "一、评审依据",
        "1．§二(一)1：在芜湖市行政区域内依法注册",
        "二、评审会议",
        "三、评审结果",
        "四、逐件结论",
        "1．样例甲辰汽车进出口有限公司。资格条件：满足（依据§二(一)1、§二(一)2、§二(一)3、§二(一)4）。",
        "结论为一票否决",
        "五、专家组意见",
        "专家组全体成员签名：",
        "2026年11月23日",
        "分送：市公安局，芜湖海关，市市场监管局。",
        "2026年11月23日印发",
    ] {
        let at = text[from..]
            .find(part)
            .unwrap_or_else(|| panic!("{part} is missing or out of order"));
        from += at + part.len();
    }
}

#[test]
fn the_footer_carries_the_head_of_the_books_on_each_page() {
    let paper = made(&memo());
    let text = text_of(&paper.pdf);
    let pages: Vec<&str> = text.split('\u{c}').filter(|p| !p.trim().is_empty()).collect();
    assert_eq!(pages.len(), usize::try_from(paper.pages).expect("a count"));
    for (number, page) in (1..).zip(pages) {
        let page = dense(page);
        assert!(page.contains("账本第1024号记录9f2c41d07be3a856"), "page {number}");
        assert!(
            page.contains("文件编号0199c0de-7a11-7000-8000-00000000001c"),
            "page {number}"
        );
        assert!(page.contains("样例：本文件所载数据均为虚构"), "page {number}");
        assert!(page.contains(&format!("—{number}—")), "page {number}");
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for request in [memo(), recommendation(30)] {
        let first = made(&request);
        let json = serde_json::to_string(&request).expect("stored");
        let again: PaperRequest = serde_json::from_str(&json).expect("read back");
        assert_eq!(again, request, "what the books store is what was asked");
        assert!(first.pdf == made(&again).pdf, "the bytes differ");
        let mut other = request.clone();
        other.document_id = "0199c0de-7a11-7000-8000-00000000001d".to_owned();
        assert!(first.pdf != made(&other).pdf, "another id, other bytes");
    }
}

#[test]
fn the_file_is_sound_and_says_it_is_an_archive_file() {
    for request in [memo(), recommendation(200)] {
        let paper = made(&request);
        let report = run("qpdf", &["--check", "FILE"], &paper.pdf);
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
        let meta = run("pdfinfo", &["-meta", "FILE"], &paper.pdf);
        assert!(
            meta.contains("<pdfaid:part>2</pdfaid:part>") && meta.contains("<pdfaid:conformance>B<"),
            "{meta}"
        );
        let info = run("pdfinfo", &["-rawdates", "FILE"], &paper.pdf);
        assert!(
            info.contains("D:20261123000000+08'00'"),
            "the date is the paper's: {info}"
        );
        assert!(info.contains("595.276 x 841.89 pts (A4)"), "{info}");
        let fonts = run("pdffonts", &["FILE"], &paper.pdf);
        let lines: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(
            lines.len(),
            paper.fonts.len(),
            "the fonts reported are the fonts embedded"
        );
        for line in lines {
            assert!(
                line.contains("Identity-H       yes yes yes"),
                "embedded, cut, with text: {line}"
            );
        }
        let none = |what: &str| info.lines().any(|l| l.starts_with(what) && l.ends_with(" no"));
        assert!(none("JavaScript:") && none("Encrypted:"), "{info}");
    }
}

#[test]
fn rare_names_long_names_and_braces_are_printed_as_they_are() {
    let mut facts = samples::recommendation(5);
    let rare = "喆堃珺玥祎镕赟旸";
    let braces = "样例{{甲}}{name:text}{公司}";
    let long: String = "样例名称很长的二手车进出口贸易有限责任公司"
        .chars()
        .cycle()
        .take(60)
        .collect();
    facts.enterprises[0].legal_representative = rare.to_owned();
    facts.enterprises[1].name = braces.to_owned();
    facts.enterprises[2].name = long.clone();
    facts.contact = "镕赟旸".to_owned();
    let paper = made(&samples::request(PaperFacts::Recommendation(facts)));
    // Cells that wrap stand beside each other: read them column by column.
    let raw = dense(&run("pdftotext", &["-raw", "-enc", "UTF-8", "FILE", "-"], &paper.pdf));
    for name in [rare, braces, long.as_str()] {
        assert!(raw.contains(name), "{name} cannot be copied out of {raw}");
    }
    assert!(dense(&text_of(&paper.pdf)).contains("（联系人：镕赟旸；联系电话：0553-0000000）"));
    assert!(
        paper.fonts.iter().any(|f| f.name == "FandolFang R") && paper.fonts.len() > 4,
        "{:?}",
        paper.fonts
    );
    assert!(
        paper
            .fonts
            .iter()
            .all(|f| f.sha256.len() == 64 && !f.version.is_empty())
    );
}

#[test]
fn two_hundred_rows_all_arrive() {
    let paper = made(&recommendation(200));
    let text = dense(&run("pdftotext", &["-raw", "-enc", "UTF-8", "FILE", "-"], &paper.pdf));
    for n in 0..200 {
        assert!(text.contains(&samples::uscc(n)), "row {n}");
    }
}

#[test]
fn a_draft_is_marked_and_numberless() {
    let request = PaperRequest {
        number: None,
        head: None,
        document_id: String::new(),
        mark: Mark::Draft,
        ..recommendation(3)
    };
    let text = dense(&text_of(&made(&request).pdf));
    assert!(!text.contains("账本") && !text.contains("〔2026〕12号") && !text.contains("样例：本文件"));
    let (_, _, pixels) = picture(&made(&request).pdf, 1);
    let grey = pixels
        .iter()
        .filter(|p| p[0] == p[1] && (200..235).contains(&p[0]))
        .count();
    assert!(grey > 20_000, "草稿 stands across the page: {grey} pixels");
}
