//! `desk bench NAME [--size N]`
use crate::{fault::Refused, out::Printer};
use clap::Args;

#[derive(Debug, Args)]
pub struct Bench {}

impl Bench {
    #[allow(clippy::unused_self)]
    pub fn run(&self, _: &mut Printer) -> Result<(), Refused> {
        Ok(())
    }
}
