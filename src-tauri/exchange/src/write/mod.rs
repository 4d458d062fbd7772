//! From forms to workbooks.

mod cell;
mod experts;
mod filings;
mod guide;
mod layout;
mod rejects;
mod scores;

pub use experts::experts;
pub use filings::filings;
pub use rejects::{rejected_experts, rejected_filings, rejected_sheets};
pub use scores::sheets;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A workbook could not be made: an amount of rows or a text beyond what Excel holds.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    #[error("工作簿无法生成：{0}")]
    Workbook(#[from] XlsxError),
    /// The original of a return could not be read again.
    #[error(transparent)]
    Original(#[from] crate::FileFault),
    #[error("文件无法写入：{0}")]
    Disk(#[from] std::io::Error),
}

/// A workbook whose bytes depend on its content only: the creation date is a fixed one.
fn new_workbook(title: &str) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_author("二手车出口管理工作台")
            .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    Ok(workbook)
}
