use super::{FANG, Style, TEXT_STYLES, embedded};
use sha2::{Digest, Sha256};

const STANDARD: &str = include_str!("../../../../tools/fonts/standard-8105.txt");
const GB2312_MARKS: &str = "，。、；：？！（）《》「」『』〔〕【】“”‘’—…·％℃①②③ⅠⅡ№×÷±→☆★○●◎◇◆□■△▲※";

#[test]
fn every_text_style_has_every_standard_character() {
    let fonts = embedded().expect("the fonts parse");
    let standard = STANDARD.trim_end();
    assert_eq!(standard.chars().count(), 8105, "通用规范汉字表 has 8,105 characters");
    for style in TEXT_STYLES {
        let missing: String = standard
            .chars()
            .chain(GB2312_MARKS.chars())
            .filter(|&c| fonts.find(style, c).is_none())
            .collect();
        assert_eq!(missing, "", "{style:?} cannot print these");
    }
    for c in "0123456789 —".chars() {
        assert!(fonts.find(Style::Song, c).is_some(), "page numbers need {c:?}");
    }
}

#[test]
fn the_body_falls_back_character_by_character() {
    let fonts = embedded().expect("the fonts parse");
    let face = |c| fonts.find(Style::Fang, c).expect("a face").face;
    assert_eq!(face('芜'), FANG);
    for c in "喆堃珺玥祎镕赟旸".chars() {
        assert_ne!(face(c), FANG, "Fandol lacks {c}, a character of people's names");
    }
    assert!(fonts.find(Style::Fang, '\u{1f600}').is_none(), "no font has an emoji");
}

#[test]
fn chinese_characters_take_a_whole_em_in_every_face() {
    let fonts = embedded().expect("the fonts parse");
    for style in TEXT_STYLES {
        for c in "芜湖喆堃珺玥祎镕赟旸“”，。".chars() {
            let advance = fonts.find(style, c).expect("a face").advance;
            assert_eq!(advance, 1000, "{c} in {style:?}");
        }
    }
}

#[test]
fn the_listing_names_the_files_that_are_embedded() {
    let fonts = embedded().expect("the fonts parse");
    for face in &fonts.faces {
        let digest = hex::encode(Sha256::digest(face.data));
        assert_eq!(digest, face.listed.sha256, "{}", face.listed.key);
        assert!(!face.listed.version.is_empty());
    }
    let reserved = ["LXGW", "霞鹜"];
    for face in &fonts.faces {
        let named = reserved
            .iter()
            .any(|r| face.postscript.contains(r) || face.listed.name.contains(r));
        assert!(
            !named,
            "a cut font must not carry the reserved name: {}",
            face.postscript
        );
    }
}
