use super::{Align, Place, set, wrap};
use crate::grid::{CELL, SIZE_3, WIDTH};
use crate::page::{Glyph, Ink};
use crate::text::Cell;
use proptest::prelude::*;

/// Cells on the body's grid without a font: Latin takes half a cell.
fn cells(text: &str) -> Vec<Cell> {
    text.chars()
        .map(|ch| Cell {
            ch,
            face: 0,
            glyph: 1,
            width: if ch.is_ascii() { CELL / 2 } else { CELL },
            full: !ch.is_ascii(),
        })
        .collect()
}

fn texts(text: &str, indent: i64) -> Vec<String> {
    let cells = cells(text);
    wrap(&cells, WIDTH, indent * CELL)
        .into_iter()
        .map(|line| cells[line.cells].iter().map(|c| c.ch).collect())
        .collect()
}

fn glyphs(text: &str, last: bool) -> Vec<Glyph> {
    let place = Place {
        x: 0,
        y: 0,
        measure: WIDTH,
        align: Align::Justify,
        size: SIZE_3,
        ink: Ink::Black,
    };
    set(&cells(text), last, place)
        .into_iter()
        .flat_map(|r| r.glyphs)
        .collect()
}

#[test]
fn a_line_holds_28_characters_and_the_first_26() {
    let lines = texts(&"芜".repeat(26 + 28 + 5), 2);
    let counts: Vec<usize> = lines.iter().map(|l| l.chars().count()).collect();
    assert_eq!(counts, [26, 28, 5]);
}

#[test]
fn a_mark_is_squeezed_in_before_anything_is_stretched() {
    // 28 characters, then a full stop that may not open the next line; the comma and the stop give half a cell each.
    let line = format!("{}，{}。", "芜".repeat(10), "湖".repeat(17));
    let text = format!("{line}{}", "市".repeat(3));
    assert_eq!(texts(&text, 0), [line.clone(), "市市市".to_owned()]);
    let placed = glyphs(&line, false);
    let stop = placed.last().expect("the stop");
    assert!(
        (stop.x + CELL / 2 - WIDTH).abs() <= 2,
        "its mark ends with the type area, its empty half beyond"
    );
}

#[test]
fn a_number_is_kept_whole_by_stretching_but_not_at_any_price() {
    let text = format!("{}1000万元{}", "芜".repeat(25), "湖".repeat(9));
    assert_eq!(
        texts(&text, 0)[0].chars().count(),
        25,
        "three cells are spread over the line"
    );
    let date = "2026年11月22日";
    let text = format!("{}{date}{}", "芜".repeat(22), "湖".repeat(9));
    assert_ne!(texts(&text, 0)[0].chars().count(), 22, "six cells are too many");
}

#[test]
fn dashes_numbers_and_words_are_not_pulled_apart() {
    let line = "甲——乙……丙Export2026丁";
    let placed = glyphs(line, false);
    let width = |i: usize| placed[i + 1].x - placed[i].x;
    assert_eq!((width(1), width(4)), (CELL, CELL), "—— and …… hold together");
    assert!(width(0) > CELL, "the gaps between are stretched");
    let e = line.chars().position(|c| c == 'E').expect("E");
    for i in e..e + 9 {
        assert_eq!(width(i), CELL / 2, "inside Export2026");
    }
}

#[test]
fn a_word_wider_than_the_line_is_cut() {
    let lines = texts(&"A".repeat(120), 0);
    assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [56, 56, 8]);
}

/// Where a glyph's black lies: Chinese marks leave half of their cell empty.
fn ink(glyph: &Glyph) -> (i64, i64) {
    let (from, to) = match glyph.ch {
        '，' | '。' | '、' | '）' | '》' | '」' | '』' | '〕' | '”' => (0, CELL / 2),
        '；' | '：' | '？' | '！' => (0, CELL * 3 / 4),
        '（' | '《' | '「' | '『' | '〔' | '“' => (CELL / 2, CELL),
        c if c.is_ascii() => (0, CELL / 2),
        _ => (0, CELL),
    };
    (glyph.x + from, glyph.x + to)
}

const HAN: &str = "按照芜湖市二手车出口工作实施方案组织企业申报初审和专家评审择优上报商务部备案";
const BEFORE: [&str; 8] = ["", "", "", "“", "《", "（", "“《", "（《"];
const AFTER: [&str; 16] = [
    "",
    "",
    "",
    "，",
    "，",
    "。",
    "、",
    "；",
    "：",
    "？",
    "！",
    "。”",
    "》，",
    "）。",
    "》”，",
    "」",
];

/// A word with the marks about it, chosen by the digits of a number.
fn word(choice: u32) -> String {
    let mut rest = usize::try_from(choice).expect("a number");
    let mut take = |n: usize| {
        let digit = rest % n;
        rest /= n;
        digit
    };
    let (before, after) = (BEFORE[take(8)], AFTER[take(16)]);
    let (kind, length, number) = (take(10), take(9) + 1, take(1000));
    let word = match kind {
        0 => format!("{number}{}", ["年", "月", "家", "万元", "份", ""][length % 6]),
        1 => "Exportlicencetowuhu"
            .chars()
            .skip(number % 8)
            .take(length + 2)
            .collect(),
        2 => format!("商贸函〔2026〕{number}号"),
        3 => "2026年11月22日".to_owned(),
        4 => ["——", "……"][length % 2].to_owned(),
        _ => HAN.chars().cycle().skip(number % 30).take(length).collect(),
    };
    format!("{before}{word}{after}")
}

/// A paragraph as an office might write it: words with marks before and after them.
fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<u32>(), 6..30).prop_map(|words| words.into_iter().map(word).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_starts_or_ends_with_a_forbidden_mark(text in paragraph(), indent in 0..3i64) {
        let cells = cells(&text);
        let lines = wrap(&cells, WIDTH, indent * CELL);
        let all: String = lines.iter().flat_map(|l| cells[l.cells.clone()].iter().map(|c| c.ch)).collect();
        prop_assert_eq!(&all, &text, "nothing is lost");
        for (i, line) in lines.iter().enumerate() {
            let line_cells = &cells[line.cells.clone()];
            let first = line_cells.first().expect("no empty line").ch;
            let last = line_cells.last().expect("no empty line").ch;
            prop_assert!(i == 0 || !"，。、；：？！）》」』〕”".contains(first), "{first} starts a line");
            if line.last {
                continue;
            }
            prop_assert!(!"（《「『〔“".contains(last), "{last} ends a line");
            let next = cells[line.cells.end].ch;
            prop_assert!(!(last == next && "—…".contains(last)), "{last}{last} is split");

            let measure = if i == 0 { WIDTH - indent * CELL } else { WIDTH };
            let place = Place { x: 0, y: 0, measure, align: Align::Justify, size: SIZE_3, ink: Ink::Black };
            let glyphs: Vec<Glyph> = set(line_cells, false, place).into_iter().flat_map(|r| r.glyphs).collect();
            let clear = glyphs.windows(2).all(|g| ink(&g[1]).0 - ink(&g[0]).1 >= -2);
            prop_assert!(clear, "marks touch their neighbours");
            let end = glyphs.last().expect("a glyph").x + line_cells.last().expect("a cell").width;
            let slack = if "，。、；：？！）》」』〕”".contains(last) { CELL / 2 } else { 0 };
            prop_assert!(end <= measure + slack + 2, "the line ends {} beyond its measure", end - measure);
            prop_assert!(end >= measure - 2, "the line ends {} short of its measure", measure - end);
        }
    }
}
