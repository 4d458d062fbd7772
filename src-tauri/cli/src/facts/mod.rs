//! Files of facts: read, held against their JSON Schema, and only then taken for what they say. All faults of a file are
//! told at once.

mod doc;
mod place;
mod schema;
mod source;

pub use source::Source;

use crate::{fault::Refused, out::Printer};
use clap::Args;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// `--facts FILE`, or `--schema` in its place.
#[derive(Debug, Args)]
pub struct FactsArg {
    /// 事实文件（JSON，“-”为标准输入）· The file of facts (JSON; “-” is standard input)
    #[arg(long, value_name = "FILE", required_unless_present = "schema")]
    facts: Option<PathBuf>,
    /// 输出事实文件的 JSON Schema · Print the JSON Schema of the facts
    #[arg(long)]
    schema: bool,
}

impl FactsArg {
    /// The file's facts; `None` where the schema was asked for, and is printed.
    ///
    /// # Errors
    /// The file cannot be read, or its faults.
    pub fn read<T: JsonSchema>(&self, printer: &mut Printer) -> Result<Option<Source>, Refused> {
        let schema = of::<T>();
        match &self.facts {
            Some(path) if !self.schema => Source::read(path, &schema).map(Some),
            _ => printer.document(&schema).map(|()| None),
        }
    }
}

/// The JSON Schema of a type.
pub fn of<T: JsonSchema>() -> serde_json::Value {
    schemars::schema_for!(T).to_value()
}

/// What a schema speaks of can also be read.
pub trait Facts: JsonSchema + DeserializeOwned {}
impl<T: JsonSchema + DeserializeOwned> Facts for T {}
