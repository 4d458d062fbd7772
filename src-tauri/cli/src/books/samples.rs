//! `desk samples --out FOLDER`: the files of `assets/samples`, from their fixed seed.

use crate::{
    fault::Refused,
    out::{Answer, Printer},
    policy::PolicyArg,
};
use clap::Args;
use domain::say::Lang;
use exchange::{Terms, sample};
use serde::Serialize;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Samples {
    /// 写入的文件夹，同名文件会被替换 · The folder to write into; files of the same name are replaced
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    #[command(flatten)]
    policy: PolicyArg,
}

impl Samples {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let folder = self.out.display().to_string();
        sample::write_all(&self.out, &Terms::from(self.policy.find()?))
            .map_err(|error| Refused::unwritable(&folder, &error))?;
        printer.answer(&Written {
            folder,
            files: sample::FILES,
            seed: sample::SEED,
        })
    }
}

#[derive(Serialize)]
struct Written {
    folder: String,
    files: [&'static str; sample::FILES.len()],
    seed: u64,
}

impl Answer for Written {
    fn text(&self, lang: Lang) -> String {
        let files = self.files.join("、");
        match lang {
            Lang::Zh => format!("已写入 {}：{files}（种子 {}）", self.folder, self.seed),
            Lang::En => format!("wrote {}: {files} (seed {})", self.folder, self.seed),
        }
    }
}
