//! The office's answers in the command line's terms.

use crate::fault::{Code, Fault, Place, Refused};
use domain::{Say, say::Lang};
use office::wire::{self, Failure, Words};
use serde::Serialize;

/// What the office refused, as a call that was not done.
pub fn refused(failure: &Failure) -> Refused {
    refused_file(failure, None)
}

/// The same, about a file.
pub fn refused_file(failure: &Failure, file: Option<&str>) -> Refused {
    let code = match failure.code.as_str() {
        "invalid" => Code::Facts,
        "books" => Code::Books,
        "not_allowed" => Code::NotAllowed,
        "not_found" => Code::NotFound,
        "refused" => Code::Refused,
        "conflict" => Code::Conflict,
        "io" => Code::Unwritable,
        _ => Code::Internal,
    };
    let mut faults: Vec<Fault> = failure.faults.iter().map(|f| fault(f, code, file)).collect();
    if faults.is_empty() {
        faults.push(Fault::file(
            file.unwrap_or_default(),
            &failure.code,
            say(&failure.message),
            Say::new("", ""),
        ));
    }
    Refused { code, faults }
}

fn fault(f: &wire::Fault, code: Code, file: Option<&str>) -> Fault {
    let rule = match (&f.clause, code) {
        (Some(clause), _) => clause.clone(),
        (None, Code::Books) => "books".to_owned(),
        (None, _) => "file".to_owned(),
    };
    Fault {
        file: file.map(str::to_owned),
        place: Place {
            sheet: f.sheet.clone(),
            row: f.row.map(|row| row as usize),
            field: f.column.clone().or_else(|| f.field.clone()),
            ..Place::default()
        },
        code: f.code.clone(),
        rule,
        message: trimmed(&f.message),
        remedy: trimmed(&f.remedy),
    }
}

pub fn say(words: &Words) -> Say {
    Say::new(words.zh.clone(), words.en.clone())
}

/// Without the full stop at the end, which the line it stands in sets.
fn trimmed(words: &Words) -> Say {
    Say::new(words.zh.trim_end_matches('。'), words.en.trim_end_matches('.'))
}

pub fn pick(words: &Words, lang: Lang) -> &str {
    match lang {
        Lang::Zh => &words.zh,
        Lang::En => &words.en,
    }
}

/// A fault or remark of an import, in one language.
#[derive(Debug, Serialize)]
pub struct Remark {
    pub sheet: Option<String>,
    pub row: Option<u32>,
    pub column: Option<String>,
    pub code: String,
    pub clause: Option<String>,
    pub message: String,
    pub remedy: String,
}

impl Remark {
    pub fn new(f: &wire::Fault, lang: Lang) -> Self {
        Self {
            sheet: f.sheet.clone(),
            row: f.row,
            column: f.column.clone(),
            code: f.code.clone(),
            clause: f.clause.clone(),
            message: pick(&f.message, lang).trim_end_matches(['。', '.']).to_owned(),
            remedy: pick(&f.remedy, lang).trim_end_matches(['。', '.']).to_owned(),
        }
    }

    /// `申请 第 7 行，C 统一社会信用代码：……（细则2）。请……`
    pub fn line(&self, lang: Lang) -> String {
        let place = Place {
            sheet: self.sheet.clone(),
            row: self.row.map(|row| row as usize),
            field: self.column.clone(),
            ..Place::default()
        };
        let place = place.text(lang);
        let clause = self.clause.as_deref();
        match lang {
            Lang::Zh => {
                let clause = clause.map(|c| format!("（{c}）")).unwrap_or_default();
                format!("{place}：{}{clause}。{}", self.message, self.remedy)
            }
            Lang::En => {
                let clause = clause.map(|c| format!(" ({c})")).unwrap_or_default();
                format!("{place}: {}{clause}. {}", self.message, self.remedy)
            }
        }
    }
}
