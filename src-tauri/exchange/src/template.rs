//! The empty workbooks an office fills. They are the writers of [`crate::write`] with no rows, so that what is exported
//! and what is handed out can never differ.

use crate::terms::Terms;
use crate::write::{self, WriteFault};

/// 申请, 材料, 说明: what a county office sends in.
pub fn filings(terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    write::filings(&[], terms)
}

/// 评分: one row an application and expert.
pub fn sheets(terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    write::sheets(&[], terms)
}

/// 专家: the pool.
pub fn experts(terms: &Terms) -> Result<Vec<u8>, WriteFault> {
    write::experts(&[], terms)
}
