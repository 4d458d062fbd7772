//! Cleaning of text that was pasted, typed with an input method, or read from a workbook's cell. What was cleaned is
//! told, so that nobody wonders why the stored text differs from the pasted one.

use crate::Say;

/// One kind of change that cleaning made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cleaning {
    /// Full-width letters and digits became half-width ones.
    FullWidth,
    /// No-break, ideographic, tabulator and other uncommon blanks became plain ones.
    StrangeBlanks,
    /// Zero-width, direction and control characters were removed.
    Invisible,
    /// Blanks at an end were removed.
    Trimmed,
    /// Lower-case letters became upper-case ones.
    UpperCase,
    /// Blanks within were removed.
    Blanks,
    /// Dashes were removed.
    Dashes,
    /// Dots were removed.
    Dots,
}

impl Cleaning {
    pub fn say(self) -> Say {
        let (zh, en) = match self {
            Self::FullWidth => (
                "全角字母、数字已转为半角",
                "full-width letters and digits were made half-width",
            ),
            Self::StrangeBlanks => ("特殊空白已换为普通空格", "uncommon blanks were replaced by plain ones"),
            Self::Invisible => ("不可见字符已删除", "invisible characters were removed"),
            Self::Trimmed => ("首尾空格已删除", "blanks at the ends were removed"),
            Self::UpperCase => ("小写字母已转为大写", "lower-case letters were made upper-case"),
            Self::Blanks => ("空格已删除", "blanks were removed"),
            Self::Dashes => ("连接号已删除", "dashes were removed"),
            Self::Dots => ("分隔点已删除", "dots were removed"),
        };
        Say::new(zh, en)
    }
}

/// A cleaned text and the kinds of change made, each once, in the order of [`Cleaning`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    pub text: String,
    pub cleaned: Vec<Cleaning>,
}

/// Cleans a text of one or more lines. Chinese punctuation stays as it is: ，（） are full-width by right.
/// Line ends become line feeds; each line loses the blanks at its ends, and the text the empty lines at its ends.
pub fn clean(input: &str) -> Cleaned {
    let mut done = Vec::new();
    let unified = unify(input, &mut done);
    let lines: Vec<&str> = unified.split('\n').map(|line| line.trim_matches(' ')).collect();
    let text = lines.join("\n").trim_matches('\n').to_owned();
    if text != unified {
        done.push(Cleaning::Trimmed);
    }
    done.sort_unstable();
    done.dedup();
    Cleaned { text, cleaned: done }
}

/// Half-width letters and digits, plain blanks, nothing invisible; blanks stay where they are.
pub(crate) fn unify(input: &str, done: &mut Vec<Cleaning>) -> String {
    let mut out = String::with_capacity(input.len());
    let mut chars = input.chars().peekable();
    while let Some(c) = chars.next() {
        let (becomes, cleaning) = match c {
            '\r' if chars.peek() == Some(&'\n') => (None, None),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => (Some('\n'), None),
            '\n' => (Some('\n'), None),
            _ if is_full_width_alphanumeric(c) => (half_width(c), Some(Cleaning::FullWidth)),
            _ if is_strange_blank(c) => (Some(' '), Some(Cleaning::StrangeBlanks)),
            // Between letters of these scripts the joiners are spelling, not dirt (a buyer's name, a condition sheet).
            '\u{200c}' | '\u{200d}' if out.chars().last().is_some_and(is_joining_script) => (Some(c), None),
            _ if is_invisible(c) => (None, Some(Cleaning::Invisible)),
            _ => (Some(c), None),
        };
        done.extend(cleaning);
        out.extend(becomes);
    }
    out
}

fn is_full_width_alphanumeric(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The full-width forms stand in the order of ASCII, 0xFEE0 further on.
pub(crate) fn half_width(c: char) -> Option<char> {
    char::from_u32(u32::from(c).wrapping_sub(0xFEE0)).filter(char::is_ascii)
}

fn is_strange_blank(c: char) -> bool {
    c != ' ' && (c.is_whitespace() || matches!(c, '\u{2800}' | '\u{3164}' | '\u{ffa0}'))
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Arabic (also Persian, Urdu) and the scripts of India.
fn is_joining_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{7ff}' | '\u{900}'..='\u{dff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use Cleaning::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_cleaned_is_told() {
        for (input, text, cleaned) in [
            ("芜湖样例汽车有限公司", "芜湖样例汽车有限公司", vec![]),
            ("ＬＳＶ１２３", "LSV123", vec![FullWidth]),
            ("\u{feff}样例\u{200b}公司", "样例公司", vec![Invisible]),
            ("样例\u{3000}公司\u{a0}", "样例 公司", vec![StrangeBlanks, Trimmed]),
            ("  样例  ", "样例", vec![Trimmed]),
            ("样例（安徽），１号", "样例（安徽），1号", vec![FullWidth]),
            ("一\r\n二 \r\n\r\n", "一\n二", vec![Trimmed]),
            ("a\tb", "a b", vec![StrangeBlanks]),
            ("", "", vec![]),
            ("می\u{200c}خواهم", "می\u{200c}خواهم", vec![]),
        ] {
            let out = clean(input);
            assert_eq!((out.text.as_str(), out.cleaned), (text, cleaned), "{input:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(input in "\\PC{0,12}|[ \u{a0}\u{3000}\u{200b}\u{200d}\u{feff}\r\n\tＡ９aم]{0,12}") {
            let once = clean(&input);
            let twice = clean(&once.text);
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(twice.cleaned.is_empty(), "{:?}", twice.cleaned);
        }

        /// Every change of the text is told, except that of line ends.
        #[test]
        fn nothing_changes_untold(input in "[ \u{a0}\u{3000}\u{200b}\u{feff}Ａ９a样]{0,12}") {
            let out = clean(&input);
            prop_assert_eq!(out.cleaned.is_empty(), out.text == input);
        }

        /// Each full-width digit and letter has exactly the half-width one of its name.
        #[test]
        fn full_width_forms_map_onto_ascii(n in 0u32..62) {
            let wide = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ";
            let half = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
            let c: String = wide.chars().skip(n as usize).take(1).collect();
            prop_assert_eq!(clean(&c).text, &half[n as usize..=n as usize]);
        }
    }
}
