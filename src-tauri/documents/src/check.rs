//! All that can be wrong with a request, told at once.

use crate::facts::{MemoFacts, PaperFacts, RecommendationFacts, ScoreVerdict};
use crate::faults::{PaperFault, PaperFaults};
use crate::fonts::{Fonts, TEXT_STYLES};
use crate::request::PaperRequest;
use domain::Say;
use serde_json::Value;

/// Fields that may be empty.
const MAY_BE_EMPTY: &[&str] = &["note", "document_id"];
/// Fields that hold sentences; all others hold a name or a term.
const SENTENCES: &[&str] = &["text", "opinion", "reason", "tie", "note", "result"];
const LONGEST_SENTENCE: usize = 2000;
const LONGEST_TERM: usize = 120;
/// Fields with a narrower place on the page.
const NARROW: &[(&str, usize)] = &[
    ("bureau", 40),
    ("signer", 16),
    ("addressee", 60),
    ("batch", 60),
    ("seat", 20),
    ("code", 12),
    ("hash16", 16),
    ("document_id", 64),
    ("contact", 40),
    ("phone", 40),
    ("county", 40),
    ("legal_representative", 60),
];

/// # Errors
/// Every fault found.
pub fn request(request: &PaperRequest, fonts: &Fonts) -> Result<(), PaperFaults> {
    let mut checker = Checker {
        fonts,
        faults: Vec::new(),
    };
    let (facts, number, head) = (&request.facts, &request.number, &request.head);
    for (path, value) in [
        ("", serde_json::to_value(facts)),
        ("number", serde_json::to_value(number)),
        ("head", serde_json::to_value(head)),
        ("document_id", serde_json::to_value(&request.document_id)),
    ] {
        match value {
            Ok(value) => checker.walk(path, path, &value),
            Err(e) => checker.fault(path, format!("无法读取：{e}"), format!("cannot be read: {e}")),
        }
    }
    if let Some(head) = head
        && !(head.hash16.len() == 16 && head.hash16.bytes().all(|b| b.is_ascii_hexdigit()))
    {
        checker.fault("head.hash16", "应为16位十六进制数字", "must be 16 hex digits");
    }
    match facts {
        PaperFacts::Memo(memo) => checker.memo(memo),
        PaperFacts::Recommendation(paper) => checker.recommendation(paper),
    }
    if checker.faults.is_empty() {
        Ok(())
    } else {
        Err(PaperFaults(checker.faults))
    }
}

struct Checker<'f> {
    fonts: &'f Fonts,
    faults: Vec<PaperFault>,
}

impl Checker<'_> {
    fn fault(&mut self, field: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) {
        self.faults.push(PaperFault {
            field: field.into(),
            message: Say::new(zh, en),
        });
    }

    /// Every text of the facts, with its path. `name` is the innermost field's name.
    fn walk(&mut self, path: &str, name: &str, value: &Value) {
        match value {
            Value::String(text) => self.text(path, name, text),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.walk(&format!("{path}[{i}]"), name, item);
                }
            }
            Value::Object(fields) => {
                for (key, item) in fields {
                    let below = if path.is_empty() {
                        key.clone()
                    } else {
                        format!("{path}.{key}")
                    };
                    self.walk(&below, key, item);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, path: &str, name: &str, text: &str) {
        if text.trim().is_empty() && !MAY_BE_EMPTY.contains(&name) {
            self.fault(path, "不能为空", "must not be empty");
        }
        let most = match NARROW.iter().find(|(n, _)| *n == name) {
            Some((_, most)) => *most,
            None if SENTENCES.contains(&name) => LONGEST_SENTENCE,
            None => LONGEST_TERM,
        };
        let length = text.chars().count();
        if length > most {
            self.fault(
                path,
                format!("过长：{length}个字符，最多{most}个"),
                format!("too long: {length} characters, at most {most}"),
            );
        }
        let mut told: Vec<char> = Vec::new();
        for ch in text.chars() {
            if told.contains(&ch) {
                continue;
            }
            let code = u32::from(ch);
            if ch.is_control() || is_invisible(ch) {
                told.push(ch);
                self.fault(
                    path,
                    format!("含有不可见的控制字符 U+{code:04X}，请删除后重试"),
                    format!("holds the invisible control character U+{code:04X}; remove it"),
                );
            } else if TEXT_STYLES.iter().any(|style| self.fonts.find(*style, ch).is_none()) {
                told.push(ch);
                self.fault(
                    path,
                    format!("字符“{ch}”（U+{code:04X}）没有字体可印"),
                    format!("no font has the character {ch} (U+{code:04X})"),
                );
            }
        }
    }

    fn needs<T>(&mut self, field: &str, list: &[T]) {
        if list.is_empty() {
            self.fault(field, "至少需要一项", "needs at least one entry");
        }
    }

    fn memo(&mut self, memo: &MemoFacts) {
        self.needs("panel", &memo.panel);
        self.needs("basis", &memo.basis);
        self.needs("outcomes", &memo.outcomes);
        self.needs("opinion", &memo.opinion);
        if memo.panel.iter().filter(|m| m.chair).count() != 1 && !memo.panel.is_empty() {
            self.fault("panel", "专家组应有且只有一名组长", "the panel needs exactly one chair");
        }
        if usize::try_from(memo.received).unwrap_or(usize::MAX) < memo.outcomes.len() {
            self.fault(
                "received",
                "收到的申请数少于评审的申请数",
                "fewer applications received than reviewed",
            );
        }
        for (i, outcome) in memo.outcomes.iter().enumerate() {
            let scored = matches!(outcome.verdict, ScoreVerdict::Passed | ScoreVerdict::Failed);
            if scored && outcome.score.is_none() {
                self.fault(
                    format!("outcomes[{i}].score"),
                    "有合格与否的结论，却没有得分",
                    "a passed or failed application needs its score",
                );
            }
            if !scored && outcome.reason.is_none() {
                self.fault(
                    format!("outcomes[{i}].reason"),
                    "否决或无结果应写明原因",
                    "a veto or a missing result needs its reason",
                );
            }
            self.needs(
                &format!("outcomes[{i}].eligibility.clauses"),
                &outcome.eligibility.clauses,
            );
        }
    }

    fn recommendation(&mut self, paper: &RecommendationFacts) {
        self.needs("enterprises", &paper.enterprises);
        self.needs("basis", &paper.basis);
        let selected = u32::try_from(paper.enterprises.len()).unwrap_or(u32::MAX);
        for (field, less, more) in [
            ("reviewed", paper.reviewed, paper.received),
            ("passed", paper.passed, paper.reviewed),
            ("enterprises", selected, paper.passed),
        ] {
            if less > more {
                self.fault(
                    field,
                    format!("数目不符：{less}大于前一环节的{more}"),
                    format!("the figures disagree: {less} is more than the {more} of the step before"),
                );
            }
        }
        if let Some(notice) = &paper.notice
            && notice.until < notice.from
        {
            self.fault(
                "notice.until",
                "公示截止日早于起始日",
                "the notice ends before it starts",
            );
        }
    }
}

/// Marks that print nothing, or that turn the reading direction: a reader would not see what the books hold.
fn is_invisible(ch: char) -> bool {
    matches!(ch,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests;
