//! Sheet 专家: one row a member of the pool.

use super::{Column, Kind};

/// Places of the columns in [`columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expert {
    Id,
    Name,
    Specialty,
    Employer,
    History,
    Shareholdings,
    Ties,
}

/// The columns in the template's order.
pub fn columns() -> Vec<Column> {
    use Kind::{Digits, Specialty, Text};
    vec![
        Column::new("专家编号", Digits, 12, "库内唯一，如 Z01。"),
        Column::new("姓名", Text, 12, ""),
        Column::new("专业类别", Specialty, 16, "从下拉列表选择。"),
        Column::new("工作单位", Text, 32, "与单位证照一致，据此比对回避。"),
        Column::new("近三年任职", Text, 40, "三年内任职过的单位全称，多个用分号隔开。").optional(),
        Column::new("持股企业信用代码", Digits, 40, "持有股份的企业，多个用分号隔开。").optional(),
        Column::new(
            "其他利害关系企业信用代码",
            Digits,
            40,
            "三年内担任顾问、有亲属关系或争议的企业，多个用分号隔开。",
        )
        .optional(),
    ]
}
