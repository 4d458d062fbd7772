//! Sheet 评分: one row an application and expert.

use super::{Column, Kind};
use crate::terms::Terms;

/// Places of the fixed columns in [`columns`]; the rubric's items stand between these and the four of [`Last`].
pub const APPLICATION: usize = 0;
pub const EXPERT: usize = 1;
pub const FIRST_ITEM: usize = 2;

/// The columns after the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    Abstention,
    VetoGround,
    VetoReason,
    Changes,
}

impl Last {
    pub fn at(self, terms: &Terms) -> usize {
        FIRST_ITEM + terms.rubric.len() + self as usize
    }
}

/// The columns in the template's order.
pub fn columns(terms: &Terms) -> Vec<Column> {
    let mut list = vec![
        Column::new("申请编号", Kind::Text, 22, "会议材料上的申请编号。"),
        Column::new("专家编号", Kind::Text, 14, "抽取记录上的专家编号。"),
    ];
    for item in &terms.rubric {
        list.push(Column {
            caption: item.code.clone().into(),
            kind: Kind::Score,
            required: true,
            width: 7,
            note: format!("{}，满分 {} 分，步长 {} 分。", item.title, item.max, terms.step).into(),
        });
    }
    list.extend([
        Column::new(
            "弃权理由",
            Kind::Text,
            24,
            "弃权时填写理由，各项得分留空；弃权不是零分。未弃权时留空。",
        ),
        Column::new("否决情形", Kind::Veto, 18, "一票否决时从下拉列表选择；否则留空。").optional(),
        Column::new("否决理由", Kind::Text, 32, "一票否决时填写；否则留空。").optional(),
        Column::new(
            "改动预填分理由",
            Kind::Text,
            32,
            "改动客观项的预填分时填写，如 A1：验资报告所载金额不同；多项用分号隔开。",
        )
        .optional(),
    ]);
    list
}
