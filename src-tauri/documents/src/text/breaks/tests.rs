use super::{Break, opportunities};

/// The text with `|` where a line may end, `/` where it may reluctantly.
fn shown(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (c, at) in chars.iter().zip(opportunities(&chars)) {
        match at {
            Break::Allowed => out.push('|'),
            Break::Reluctant => out.push('/'),
            Break::Never | Break::Emergency => {}
        }
        out.push(*c);
    }
    out
}

#[test]
fn marks_stay_with_their_words() {
    assert_eq!(shown("据“甲”说，《乙》"), "据|“甲”|说，|《乙》");
    assert_eq!(shown("甲——乙……丙"), "甲|——|乙……|丙");
    assert_eq!(shown("（一）甲：乙。"), "（一）|甲：|乙。");
}

#[test]
fn numbers_dates_and_document_numbers_are_held() {
    assert_eq!(shown("在2026年11月22日前"), "在|2026/年/11/月/22/日|前");
    assert_eq!(shown("不低于1,000.50万元的"), "不|低|于|1,000.50/万/元|的");
    assert_eq!(shown("按（商贸函〔2019〕165号）"), "按|（商/贸/函/〔2019〕/165/号）");
    assert_eq!(shown("第3名"), "第/3/名");
    assert_eq!(shown("依据§二(一)2和细则6"), "依|据|§二/(一)2|和|细/则/6");
}

#[test]
fn a_sentence_before_a_document_number_is_not_held_whole() {
    let held = shown("请各单位遵照办理商贸函〔2019〕165号");
    assert!(held.starts_with("请|各|单|位|遵|照|办|理|商/贸/函/〔"), "{held}");
}
