//! What is wrong with a call or with its input: every fault at once, each with its file, its row and its field.

use domain::{Say, say::Lang};
use serde::Serialize;

/// Why a call was not answered.
#[derive(Debug)]
pub struct Refused {
    pub code: Code,
    /// Never empty.
    pub faults: Vec<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The call itself.
    Usage,
    /// A file could not be read, or is no JSON.
    Unreadable,
    /// A file's content.
    Facts,
    /// A file or the output could not be written.
    Unwritable,
    /// The books cannot be opened, made, read or written.
    Books,
    /// The account's role does not include this.
    NotAllowed,
    /// What the call names is not in the books.
    NotFound,
    /// A rule refuses the act.
    Refused,
    /// Someone was faster.
    Conflict,
    /// A fault of the program.
    Internal,
}

/// One thing wrong.
#[derive(Debug, Clone)]
pub struct Fault {
    pub file: Option<String>,
    pub place: Place,
    /// A stable word, e.g. `required`, `duplicate`, `off_step`.
    pub code: String,
    /// What asks for it: a clause, or the schema's keyword, e.g. `schema/required`.
    pub rule: String,
    pub message: Say,
    pub remedy: Say,
}

/// Where in a file, or on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// A workbook's sheet; `row` is then the sheet's row, and `field` its column.
    pub sheet: Option<String>,
    /// The list the row stands in, where the file is not itself the list: `sheets`.
    pub list: Option<String>,
    /// Counted from 1: an item of a list, or a line of text where `column` is given.
    pub row: Option<usize>,
    pub column: Option<usize>,
    /// What the row calls itself.
    pub id: Option<String>,
    /// Within the row, e.g. `violations.police`; for an argument its name.
    pub field: Option<String>,
    /// JSON Pointer (RFC 6901) into the file.
    pub pointer: Option<String>,
}

impl Fault {
    pub fn argument(name: &str, code: &str, message: Say, remedy: Say) -> Self {
        Self {
            file: None,
            place: Place {
                field: Some(name.to_owned()),
                ..Place::default()
            },
            code: code.to_owned(),
            rule: "usage".to_owned(),
            message,
            remedy,
        }
    }

    pub fn file(file: &str, code: &str, message: Say, remedy: Say) -> Self {
        Self {
            file: Some(file.to_owned()),
            place: Place::default(),
            code: code.to_owned(),
            rule: "file".to_owned(),
            message,
            remedy,
        }
    }

    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// For a person: `facts.json：第 3 项（A-3），paid_in_capital：……`.
    pub fn line(&self, lang: Lang) -> String {
        let place = self.place.text(lang);
        let (colon, message, remedy) = match lang {
            Lang::Zh => ("：", &self.message.zh, &self.remedy.zh),
            Lang::En => (": ", &self.message.en, &self.remedy.en),
        };
        let head: Vec<&str> = [self.file.as_deref(), Some(place.as_str())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .chain([message.as_str()])
            .collect();
        let head = head.join(colon);
        match lang {
            Lang::Zh => format!("{head}（{}）。{remedy}", self.rule),
            Lang::En => format!("{head} ({}). {remedy}", self.rule),
        }
    }

    fn shown(&self, lang: Lang) -> ShownFault<'_> {
        let Place {
            sheet,
            list,
            row,
            column,
            id,
            field,
            pointer,
        } = &self.place;
        ShownFault {
            file: self.file.as_deref(),
            sheet: sheet.as_deref(),
            list: list.as_deref(),
            row: *row,
            column: *column,
            id: id.as_deref(),
            field: field.as_deref(),
            pointer: pointer.as_deref(),
            code: &self.code,
            rule: &self.rule,
            message: self.message.pick(lang),
            remedy: self.remedy.pick(lang),
        }
    }
}

impl Place {
    pub fn text(&self, lang: Lang) -> String {
        if let Some(sheet) = &self.sheet {
            return self.cell(sheet, lang);
        }
        let row = match (lang, self.row, self.column) {
            (_, None, _) => None,
            (Lang::Zh, Some(row), Some(column)) => Some(format!("第 {row} 行第 {column} 列")),
            (Lang::En, Some(row), Some(column)) => Some(format!("line {row}, column {column}")),
            (Lang::Zh, Some(row), None) => Some(format!("第 {row} 项")),
            (Lang::En, Some(row), None) => Some(format!("item {row}")),
        };
        let id = self.id.as_ref().map(|id| match lang {
            Lang::Zh => format!("（{id}）"),
            Lang::En => format!(" ({id})"),
        });
        let row = row.map(|row| format!("{row}{}", id.unwrap_or_default()));
        let row = match (&self.list, row) {
            (Some(list), Some(row)) => Some(format!("{list} {row}")),
            (None, row) => row,
            (list, None) => list.clone(),
        };
        let comma = if lang == Lang::Zh { "，" } else { ", " };
        [row, self.field.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(comma)
    }

    /// `申请 第 7 行，C 统一社会信用代码`
    fn cell(&self, sheet: &str, lang: Lang) -> String {
        let row = self.row.map(|row| match lang {
            Lang::Zh => format!(" 第 {row} 行"),
            Lang::En => format!(" row {row}"),
        });
        let column = self.field.as_ref().map(|column| match lang {
            Lang::Zh => format!("，{column}"),
            Lang::En => format!(", {column}"),
        });
        format!("{sheet}{}{}", row.unwrap_or_default(), column.unwrap_or_default())
    }
}

impl Refused {
    pub fn usage(fault: Fault) -> Self {
        Self {
            code: Code::Usage,
            faults: vec![fault],
        }
    }

    pub fn unreadable(fault: Fault) -> Self {
        Self {
            code: Code::Unreadable,
            faults: vec![fault],
        }
    }

    pub fn unwritable(file: &str, error: &impl ToString) -> Self {
        let why = error.to_string();
        Self {
            code: Code::Unwritable,
            faults: vec![Fault::file(
                file,
                "unwritable",
                Say::new(format!("无法写入：{why}"), format!("cannot be written: {why}")),
                Say::new(
                    "请检查路径、权限和磁盘空间",
                    "Check the path, the permissions and the disk",
                ),
            )],
        }
    }

    /// `Err` with all faults, if there are any.
    pub fn unless_empty(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() {
            return Ok(());
        }
        Err(Self {
            code: Code::Facts,
            faults,
        })
    }

    /// `{"error":{"code","faults":[…]}}`
    pub fn json(&self, lang: Lang) -> impl Serialize {
        ShownError {
            error: ShownRefusal {
                code: self.code,
                faults: self.faults.iter().map(|fault| fault.shown(lang)).collect(),
            },
        }
    }
}

#[derive(Serialize)]
struct ShownError<'a> {
    error: ShownRefusal<'a>,
}

#[derive(Serialize)]
struct ShownRefusal<'a> {
    code: Code,
    faults: Vec<ShownFault<'a>>,
}

#[derive(Serialize)]
struct ShownFault<'a> {
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    list: Option<&'a str>,
    row: Option<usize>,
    column: Option<usize>,
    id: Option<&'a str>,
    field: Option<&'a str>,
    pointer: Option<&'a str>,
    code: &'a str,
    rule: &'a str,
    message: &'a str,
    remedy: &'a str,
}
