//! `desk export template KIND FILE`

use crate::{
    fault::{Code, Fault, Refused},
    out::{Answer, Printer},
    policy::PolicyArg,
};
use clap::{Args, ValueEnum};
use domain::{Say, say::Lang};
use exchange::{Terms, template};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

#[derive(Debug, Args)]
pub struct Template {
    #[arg(value_enum)]
    kind: Kind,
    /// 要写入的文件 · The file to write
    file: PathBuf,
    #[command(flatten)]
    policy: PolicyArg,
    /// 覆盖已有文件 · Replace a file that is there
    #[arg(long)]
    overwrite: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// 申请与材料 · applications and their materials
    Filings,
    /// 专家库 · the pool of experts
    Experts,
    /// 评分表 · score sheets
    Sheets,
}

impl Template {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let policy = self.policy.find()?;
        let file = self.file.display().to_string();
        if !self.overwrite && holds_something(&self.file) {
            return Err(Refused {
                code: Code::Unwritable,
                faults: vec![Fault::file(
                    &file,
                    "exists",
                    Say::new("文件已存在，可能已填写", "the file is there, and may be filled"),
                    Say::new(
                        "请换一个文件名，或加 --overwrite",
                        "Name another file, or add --overwrite",
                    ),
                )],
            });
        }
        let terms = Terms::from(policy);
        let made = match self.kind {
            Kind::Filings => template::filings(&terms),
            Kind::Experts => template::experts(&terms),
            Kind::Sheets => template::sheets(&terms),
        };
        let bytes = made.map_err(|error| Refused::unwritable(&file, &error))?;
        fs::write(&self.file, &bytes).map_err(|error| Refused::unwritable(&file, &error))?;
        printer.answer(&Written {
            kind: self.kind,
            file,
            bytes: bytes.len(),
            sha256: hex::encode(Sha256::digest(&bytes)),
            policy: &policy.id,
        })
    }
}

/// An empty file, as made by a tool that reserves a name, is nobody's work.
fn holds_something(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() || found.len() > 0)
}

#[derive(Serialize)]
struct Written<'t> {
    kind: Kind,
    file: String,
    bytes: usize,
    sha256: String,
    policy: &'t str,
}

impl Answer for Written<'_> {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("已写入 {}（{} 字节，政策版本 {}）", self.file, self.bytes, self.policy),
            Lang::En => format!(
                "wrote {} ({} bytes, policy version {})",
                self.file, self.bytes, self.policy
            ),
        }
    }
}
