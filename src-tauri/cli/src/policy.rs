//! Which policy version is asked.

use crate::fault::{Fault, Refused};
use clap::Args;
use domain::{
    Say,
    policy::{Policy, SHIPPED_IDS},
};

#[derive(Debug, Args)]
pub struct PolicyArg {
    /// 政策版本 · The policy version
    #[arg(long, value_name = "ID", default_value = "wuhu-plan")]
    policy: String,
}

impl PolicyArg {
    /// # Errors
    /// No version has this id.
    pub fn find(&self) -> Result<&'static Policy, Refused> {
        Self::shipped(&self.policy)
    }

    /// # Errors
    /// No version has this id.
    pub fn shipped(id: &str) -> Result<&'static Policy, Refused> {
        Policy::shipped(id).ok_or_else(|| {
            let known = SHIPPED_IDS.join(", ");
            Refused::usage(Fault::argument(
                "--policy",
                "unknown",
                Say::new(
                    format!("没有政策版本“{id}”"),
                    format!("there is no policy version “{id}”"),
                ),
                Say::new(format!("可用：{known}"), format!("there are: {known}")),
            ))
        })
    }
}
