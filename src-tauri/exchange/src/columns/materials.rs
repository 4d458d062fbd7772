//! Sheet 材料: one row an enterprise and item.

use super::{Column, Kind};

/// Places of the columns in [`columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Material {
    Uscc,
    No,
    Provided,
    Copies,
    Pages,
    OriginalSeen,
    ValidUntil,
    Remark,
}

/// The columns in the template's order.
pub fn columns() -> Vec<Column> {
    use Kind::{Count, Date, Digits, Text, YesNo};
    vec![
        Column::new("统一社会信用代码", Digits, 22, "与“申请”表一致，每家企业每项材料一行。"),
        Column::new("材料编号", Kind::Material, 10, "两位编号，见“说明”表的材料清单。"),
        Column::new("是否提供", YesNo, 10, "是 / 否；留空视为否。"),
        Column::new("份数", Count, 8, "整数；留空视为 0。"),
        Column::new("页数", Count, 8, "整数；留空视为 0。"),
        Column::new("已核原件", YesNo, 10, "是 / 否；留空视为否。"),
        Column::new("有效期至", Date, 13, "如 2027-12-31；长期有效的填“长期”或留空。"),
        Column::new("备注", Text, 30, "可留空。").optional(),
    ]
}
