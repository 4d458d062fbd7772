//! One file, read.

use super::{
    Facts, doc,
    place::{place, pointer_of},
    schema,
};
use crate::fault::{Code, Fault, Place, Refused};
use domain::{Say, vehicle::use_life::FactsError};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::{fs, io::Read, path::Path};

/// A file whose shape is right, and what it is called.
#[derive(Debug)]
pub struct Source {
    name: String,
    value: Value,
}

impl Source {
    /// Reads a file (`-`: standard input) and holds it against its schema.
    ///
    /// # Errors
    /// It cannot be read, is no UTF-8 or no JSON; or every fault of its shape.
    pub fn read(path: &Path, schema: &Value) -> Result<Self, Refused> {
        let name = path.display().to_string();
        let bytes = bytes(path).map_err(|error| {
            Refused::unreadable(Fault::file(
                &name,
                "unreadable",
                Say::new(format!("无法读取：{error}"), format!("cannot be read: {error}")),
                Say::new("请检查路径和权限", "Check the path and the permissions"),
            ))
        })?;
        let text = text(&name, &bytes)?;
        let doc = doc::parse(text).map_err(|error| no_json(&name, &error))?;
        let source = Self { name, value: doc.value };
        let mut faults: Vec<Fault> = doc
            .twice
            .iter()
            .map(|pointer| {
                source.fault(
                    pointer,
                    "duplicate",
                    "schema/duplicate",
                    Say::new("该字段出现两次", "the field stands twice"),
                    Say::new("只保留一个", "Keep one of them"),
                )
            })
            .collect();
        let misfits = schema::misfits(schema, &source.value).map_err(|error| {
            Refused::unreadable(Fault::file(
                &source.name,
                "schema",
                Say::new(format!("无法校验：{error}"), format!("cannot be checked: {error}")),
                Say::new("", ""),
            ))
        })?;
        faults.extend(misfits.into_iter().map(|misfit| {
            let rule = format!("schema/{}", misfit.keyword);
            source.fault(&misfit.pointer, &misfit.keyword, &rule, misfit.message, misfit.remedy)
        }));
        faults.sort_by(|a, b| (&a.place.list, a.place.row).cmp(&(&b.place.list, b.place.row)));
        Refused::unless_empty(faults)?;
        Ok(source)
    }

    /// The rows of a file that is a list.
    ///
    /// # Errors
    /// Every row that says what no row can, e.g. an amount beyond all amounts.
    pub fn rows<T: Facts>(&self) -> Result<Vec<T>, Refused> {
        let mut rows = Vec::new();
        let mut faults = Vec::new();
        for (at, row) in self.value.as_array().into_iter().flatten().enumerate() {
            match self.take(row, &format!("/{at}")) {
                Ok(row) => rows.push(row),
                Err(fault) => faults.push(*fault),
            }
        }
        Refused::unless_empty(faults).map(|()| rows)
    }

    /// The whole file as one thing.
    ///
    /// # Errors
    /// It says what cannot be.
    pub fn whole<T: Facts>(&self) -> Result<T, Refused> {
        self.take(&self.value, "").map_err(|fault| Refused {
            code: Code::Facts,
            faults: vec![*fault],
        })
    }

    fn take<T: DeserializeOwned>(&self, value: &Value, pointer: &str) -> Result<T, Box<Fault>> {
        serde_path_to_error::deserialize(value).map_err(|error| {
            let inner: String = error
                .path()
                .iter()
                .map(|segment| match segment {
                    serde_path_to_error::Segment::Seq { index } => format!("/{index}"),
                    serde_path_to_error::Segment::Map { key } => format!("/{}", doc::token(key)),
                    _ => String::new(),
                })
                .collect();
            let why = error.inner().to_string();
            Box::new(self.fault(
                &format!("{pointer}{inner}"),
                "invalid",
                "schema/value",
                Say::new(format!("值不可用：{why}"), format!("the value cannot be used: {why}")),
                Say::new("请核对该值", "Check the value"),
            ))
        })
    }

    /// A fault at a JSON Pointer into this file.
    pub fn fault(&self, pointer: &str, code: &str, rule: &str, message: Say, remedy: Say) -> Fault {
        Fault {
            file: Some(self.name.clone()),
            place: place(&self.value, pointer),
            code: code.to_owned(),
            rule: rule.to_owned(),
            message,
            remedy,
        }
    }

    /// Facts of a row (from 0) that contradict each other.
    pub fn contradiction(&self, row: usize, error: &FactsError, rule: &str) -> Fault {
        self.fault(
            &pointer_of(row, &error.field),
            "contradiction",
            rule,
            error.message.clone(),
            Say::new("请核对行驶证和登记证书", "Check it against the vehicle's papers"),
        )
    }
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// UTF-8, with or without a byte order mark.
fn text<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Refused> {
    let save = Say::new("请另存为 UTF-8", "Save it as UTF-8");
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let say = Say::new("文件是 UTF-16 编码", "the file is UTF-16");
        return Err(Refused::unreadable(Fault::file(name, "not_utf8", say, save)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let row = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let line = good.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let column = 1 + String::from_utf8_lossy(line).chars().count();
        let say = Say::new(
            "不是 UTF-8 文字，可能是 GBK（GB 18030）编码",
            "not UTF-8; perhaps it is GBK (GB 18030)",
        );
        let place = Place {
            row: Some(row),
            column: Some(column),
            ..Place::default()
        };
        Refused::unreadable(Fault::file(name, "not_utf8", say, save.clone()).at(place))
    })?;
    if text.trim().is_empty() {
        return Err(Refused::unreadable(Fault::file(
            name,
            "empty",
            Say::new("文件是空的", "the file is empty"),
            Say::new(
                "请按 --schema 给出的格式填写；没有事实时写 []",
                "Fill it as --schema says; no facts are []",
            ),
        )));
    }
    Ok(text)
}

fn no_json(name: &str, error: &serde_json::Error) -> Refused {
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or_default();
    let place = Place {
        row: Some(error.line()),
        column: Some(error.column()),
        ..Place::default()
    };
    let say = Say::new(format!("不是 JSON：{why}"), format!("not JSON: {why}"));
    let remedy = Say::new("请改正该处的标点或引号", "Correct the punctuation or the quotes there");
    Refused::unreadable(Fault::file(name, "not_json", say, remedy).at(place))
}
