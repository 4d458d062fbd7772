//! Score sheets and the pool.

use super::{Raw, header, row, terms, workbook};
use crate::columns::{experts, scores};
use crate::sample::{self, SEED};
use crate::terms::Terms;
use crate::{read, write};
use domain::Points;

fn panel() -> Vec<String> {
    (1..=7).map(|n| format!("Z{n:02}")).collect()
}

fn applications() -> Vec<String> {
    (1..=6).map(|n| format!("样例-{n:03}")).collect()
}

fn sheet_of(rows: &[Vec<Raw<'_>>], terms: &Terms) -> Vec<u8> {
    let mut data = header(&scores::columns(terms));
    for (at, cells) in (2..).zip(rows) {
        data.push_str(&row(at, cells));
    }
    workbook(&[("评分", data)], &[])
}

/// Half a point on every item, by hand, after application and expert.
fn low(terms: &Terms) -> Vec<Raw<'static>> {
    let mut cells = vec![Raw::Text("样例-001"), Raw::Text("Z01")];
    cells.extend(terms.rubric.iter().map(|_| Raw::Number("0.5")));
    cells
}

#[test]
fn sheets_come_back_as_they_were() {
    let recused = vec![("Z05".to_owned(), "样例-002".to_owned())];
    let rows = sample::sheets_for(&panel(), &applications(), &recused, &terms(), SEED);
    assert_eq!(rows.len(), 6 * 7 - 1, "a recused expert has no sheet");
    let bytes = write::sheets(&rows, &terms()).expect("a workbook");
    let import = read::sheets(&bytes, &terms()).expect("a workbook");
    let back: Vec<_> = import.good.into_iter().map(|r| r.value).collect();
    assert_eq!((import.faults, back), (vec![], rows));
}

#[test]
fn the_sample_has_a_tie_a_veto_and_an_abstention() {
    let rows = sample::sheets_for(&panel(), &applications(), &[], &terms(), SEED);
    let totals = |application: &str, dimension: &str| -> Vec<i64> {
        rows.iter()
            .filter(|r| r.application == application)
            .filter_map(|r| r.scores.as_ref())
            .map(|s| {
                s.iter()
                    .filter(|(c, _)| c.starts_with(dimension))
                    .map(|(_, p)| p.0)
                    .sum()
            })
            .collect()
    };
    assert_eq!(
        totals("样例-001", ""),
        totals("样例-002", ""),
        "equal totals from each expert"
    );
    assert_ne!(
        totals("样例-001", "E"),
        totals("样例-002", "E"),
        "which dimension E parts"
    );
    let vetoes: Vec<_> = rows.iter().filter_map(|r| r.veto.as_ref()).collect();
    assert_eq!((vetoes.len(), vetoes[0].0.as_str()), (1, "false_material"));
    assert_eq!(rows.iter().filter(|r| r.scores.is_none()).count(), 1);
    for (application, set) in sample::prefilled(&panel(), &applications(), &[], &terms(), SEED) {
        let sheet = rows.iter().find(|r| r.application == application && r.scores.is_some());
        let scores = sheet.and_then(|r| r.scores.clone()).expect("a sheet");
        assert!(
            set.iter().all(|s| scores.contains(s)),
            "{application}: pre-filled items are confirmed"
        );
    }
}

#[test]
fn a_sheet_is_checked_cell_by_cell() {
    let terms = terms();
    let good = low(&terms);
    let last = |offset: usize| scores::FIRST_ITEM + terms.rubric.len() + offset;
    let case = |at: usize, cell: Raw<'static>| {
        let mut cells = good.clone();
        cells.resize(last(4), Raw::Nothing);
        cells[at] = cell;
        let import = read::sheets(&sheet_of(&[cells], &terms), &terms).expect("a workbook");
        import.faults.iter().map(|f| f.code).collect::<Vec<_>>()
    };
    assert_eq!(case(2, Raw::Text("5.5")), [] as [&str; 0]);
    assert_eq!(case(2, Raw::Nothing), ["blank_score"]);
    assert_eq!(case(2, Raw::Number("6.5")), ["score_out_of_range"], "A1 has 6 points");
    assert_eq!(case(2, Raw::Number("-0.5")), ["score_out_of_range"]);
    assert_eq!(case(2, Raw::Number("5.25")), ["score_out_of_range"], "steps of 0.5");
    assert_eq!(case(2, Raw::Number("5.125")), ["not_points"]);
    assert_eq!(case(2, Raw::Formula("1+1", Some("2"))), ["formula"]);
    assert_eq!(case(1, Raw::Nothing), ["missing"]);
    assert_eq!(
        case(last(0), Raw::Text("不熟悉")).len(),
        terms.rubric.len(),
        "scored and abstained"
    );
    assert_eq!(case(last(1), Raw::Text("材料虚假")), ["veto_incomplete"]);
    assert_eq!(case(last(3), Raw::Text("A1：样例理由")), [] as [&str; 0]);
    assert_eq!(
        case(last(3), Raw::Text("B1：样例理由")),
        ["change_unclear"],
        "B1 is not pre-filled"
    );
    let twice = read::sheets(&sheet_of(&[good.clone(), good], &terms), &terms).expect("a workbook");
    assert_eq!(
        twice.faults.iter().map(|f| (f.place.row, f.code)).collect::<Vec<_>>(),
        [(3, "sheet_twice")]
    );
    assert_eq!(twice.good[0].value.scores.as_ref().map(|s| s[0].1), Some(Points(50)));
}

#[test]
fn the_pool_is_checked() {
    let terms = terms();
    let mut data = header(&experts::columns());
    let expert = |id: &'static str, specialty: &'static str, shares: &'static str| {
        vec![
            Raw::Text(id),
            Raw::Text("样甲"),
            Raw::Text(specialty),
            Raw::Text("样例大学"),
            Raw::Text("样例一公司；样例二公司"),
            Raw::Text(shares),
        ]
    };
    data.push_str(&row(
        2,
        &expert("Z01", "国际贸易", "91350100M000100Y43；91350100m000100y43"),
    ));
    data.push_str(&row(3, &expert("Z01", "国际贸易", "")));
    data.push_str(&row(4, &expert("Z02", "考古", "91350100M000100Y44")));
    let bytes = workbook(&[("专家", data)], &[]);
    let import = read::experts(&bytes, &terms).expect("a workbook");
    let faults: Vec<(u32, &str)> = import.faults.iter().map(|f| (f.place.row, f.code)).collect();
    assert_eq!(
        faults,
        [(3, "expert_twice"), (4, "not_in_list"), (4, "wrong_check_digit")]
    );
    let expert = &import.good[0].value;
    assert_eq!(expert.history, ["样例一公司", "样例二公司"]);
    assert_eq!(expert.shareholdings, [super::GOOD_CODE; 2]);
    let returned = write::rejected_experts(&bytes, &import, &terms).expect("a workbook");
    let second = read::experts(&returned, &terms).expect("the template's shape");
    assert_eq!(second.rows, 2);
}
