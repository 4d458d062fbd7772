//! Where a line may end: Unicode's rules, with the office's own on top.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// 避头: never at a line's start.
pub const NOT_AT_START: &str = "，。、；：？！）》」』〕”’】〉〗］｝,.;:?!)]}…·%％‰℃°～";
/// 避尾: never at a line's end.
pub const NOT_AT_END: &str = "（《「『〔“‘【〈〖［｛([{￥$№§";
/// A number holds on to these when they follow it.
const UNITS: &[&str] = &[
    "万元",
    "亿元",
    "美元",
    "公里",
    "千米",
    "小时",
    "工作日",
    "个月",
    "周年",
    "年度",
    "季度",
    "年",
    "月",
    "日",
    "时",
    "分",
    "秒",
    "元",
    "角",
    "万",
    "亿",
    "家",
    "辆",
    "台",
    "名",
    "人",
    "位",
    "个",
    "件",
    "份",
    "项",
    "次",
    "号",
    "条",
    "款",
    "页",
    "张",
    "批",
    "期",
    "届",
    "天",
    "周",
    "岁",
    "米",
    "吨",
    "级",
    "类",
];
/// These hold on to a number that follows them.
const LEADS: &[&str] = &["细则", "第"];
/// The most characters of a 代字 before its brackets that are held to it.
const CODE_LENGTH: usize = 6;

/// Whether a line may end before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// Against the rules.
    Never,
    /// Only where a run wider than the line must be cut.
    Emergency,
    /// Tears a number from its unit, a date, or a 文号: only if the line cannot avoid it.
    Reluctant,
    Allowed,
}

/// For each character, whether a line may end before it. The first is `Never`.
pub fn opportunities(text: &[char]) -> Vec<Break> {
    // Unicode leaves the side of “ and ” open; in Chinese they are brackets.
    let shadow: String = text
        .iter()
        .map(|&c| match c {
            '“' | '‘' => '「',
            '”' | '’' => '」',
            other => other,
        })
        .collect();
    let mut by_byte = vec![false; shadow.len() + 1];
    for (at, kind) in linebreaks(&shadow) {
        if let Some(slot) = by_byte.get_mut(at) {
            *slot = matches!(kind, BreakOpportunity::Allowed | BreakOpportunity::Mandatory);
        }
    }
    let held = held_together(text);
    let mut out = Vec::with_capacity(text.len());
    let mut byte = 0;
    let mut before: Option<char> = None;
    for (i, &c) in text.iter().enumerate() {
        let unicode = by_byte.get(byte).copied().unwrap_or(false);
        out.push(match before {
            None => Break::Never,
            Some(b) if forbidden(b, c) => Break::Never,
            Some(_) if !unicode => Break::Emergency,
            Some(_) if held.get(i).copied().unwrap_or(false) => Break::Reluctant,
            Some(_) => Break::Allowed,
        });
        byte += shadow_len(c);
        before = Some(c);
    }
    out
}

fn shadow_len(c: char) -> usize {
    match c {
        '“' | '‘' | '”' | '’' => '「'.len_utf8(),
        other => other.len_utf8(),
    }
}

fn forbidden(before: char, after: char) -> bool {
    NOT_AT_START.contains(after) || NOT_AT_END.contains(before) || (before == after && matches!(before, '—' | '…'))
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '%')
}

/// What a clause id consists of: `§二(一)2`.
fn in_clause(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十()（）".contains(c)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || ('\u{3400}'..='\u{4dbf}').contains(&c)
}

/// For each character, whether it belongs to the one before it: numbers and units, dates, 文号, clause ids.
fn held_together(text: &[char]) -> Vec<bool> {
    let mut held = vec![false; text.len()];
    let mut hold = |from: usize, to: usize| {
        for slot in held.iter_mut().take(to).skip(from + 1) {
            *slot = true;
        }
    };
    let mut i = 0;
    while i < text.len() {
        if text.get(i).is_some_and(char::is_ascii_digit) {
            let led = LEADS.iter().find(|lead| {
                let lead: Vec<char> = lead.chars().collect();
                text.get(..i).is_some_and(|before| before.ends_with(&lead))
            });
            let start = i - led.map_or(0, |lead| lead.chars().count());
            let end = after_units(text, i);
            hold(start, end);
            i = end;
        } else if text.get(i) == Some(&'〔') {
            let end = after_code(text, i);
            let code = text
                .iter()
                .take(i)
                .rev()
                .take_while(|&&c| is_han(c))
                .take(CODE_LENGTH + 1)
                .count();
            // A longer run of characters is a sentence, of which the last few are the 代字.
            let start = i - if code > CODE_LENGTH { 3 } else { code };
            hold(start, end);
            i = end;
        } else if text.get(i) == Some(&'§') {
            let end = i + 1 + text.iter().skip(i + 1).take_while(|c| in_clause(**c)).count();
            hold(i, end);
            i = end;
        } else {
            i += 1;
        }
    }
    held
}

/// The end of a number with its units, and of what follows them without a break: `2026年11月22日`.
fn after_units(text: &[char], from: usize) -> usize {
    let mut i = from;
    loop {
        let number_end = i + text.iter().skip(i).take_while(|&&c| is_number(c)).count();
        if number_end == i {
            return i;
        }
        let rest: String = text.iter().skip(number_end).take(3).collect();
        let unit = UNITS
            .iter()
            .find(|u| rest.starts_with(**u))
            .map_or(0, |u| u.chars().count());
        i = number_end + unit;
        if unit == 0 {
            return i;
        }
    }
}

/// The end of `〔2026〕12号`.
fn after_code(text: &[char], from: usize) -> usize {
    let digits = |at: usize| text.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let mut i = from + 1;
    i += digits(i);
    if text.get(i) == Some(&'〕') {
        i += 1;
    }
    i += digits(i);
    if text.get(i) == Some(&'号') { i + 1 } else { i }
}

#[cfg(test)]
mod tests;
