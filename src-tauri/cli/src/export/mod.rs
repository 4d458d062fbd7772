//! `desk export …`

mod template;

use crate::{fault::Refused, out::Printer};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Export {
    /// 空白模板（Excel）· An empty workbook to fill
    Template(template::Template),
}

impl Export {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        match self {
            Self::Template(template) => template.run(printer),
        }
    }
}
