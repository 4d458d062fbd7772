//! The faults a cell can have, with their remedies.

use domain::{Clause, Say};

/// Why a cell's value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bad {
    pub code: &'static str,
    pub message: Box<Say>,
    pub remedy: Box<Say>,
    pub clause: Option<&'static str>,
}

impl Bad {
    pub fn new(code: &'static str, message: (&str, &str), remedy: (&str, &str)) -> Self {
        Self {
            code,
            message: Box::new(Say::new(message.0, message.1)),
            remedy: Box::new(Say::new(remedy.0, remedy.1)),
            clause: None,
        }
    }

    pub fn by(mut self, clause: &'static str) -> Self {
        self.clause = Some(clause);
        self
    }

    pub fn to_clause(&self) -> Option<Clause> {
        self.clause.map(Clause::from)
    }

    /// Excel keeps 15 digits of a number; what followed is zeros now, and nothing can bring it back.
    pub fn destroyed() -> Self {
        Self::new(
            "digits_destroyed",
            (
                "该单元格是数值，Excel 只保留 15 位，其后的数字已变成 0，无法还原",
                "the cell is a number: Excel keeps 15 digits, the rest have become zeros and cannot be recovered",
            ),
            (
                "请先把该列设为“文本”格式，再对照证照重新录入（不要从原单元格复制）",
                "set the column to Text, then type the value again from the paper (do not copy the old cell)",
            ),
        )
    }

    pub fn zero_lost() -> Self {
        Self::new(
            "leading_zero_lost",
            (
                "该单元格是数值，区号开头的 0 可能已丢失",
                "the cell is a number, so a leading zero may be lost",
            ),
            (
                "请先把该列设为“文本”格式，再带区号重新录入，如 0553-3831000",
                "set the column to Text and type the number again with its area code, e.g. 0553-3831000",
            ),
        )
    }

    pub fn formula() -> Self {
        Self::new(
            "formula",
            (
                "该单元格是公式，证照号码、材料编号和金额不得由公式得出",
                "the cell is a formula; identifiers, item numbers and amounts must not be computed",
            ),
            (
                "请复制该单元格，用“选择性粘贴—数值”粘贴回原处，并核对结果",
                "copy the cell, paste it back as a value, and check the result",
            ),
        )
    }

    pub fn formula_without_value() -> Self {
        Self::new(
            "formula_without_value",
            (
                "该单元格是公式，文件中没有它的计算结果",
                "the cell is a formula and the file does not hold its result",
            ),
            (
                "请在 Excel 或 WPS 中打开、重新计算并保存，或直接填写数值",
                "open, recalculate and save the file in Excel or WPS, or type the value",
            ),
        )
    }

    pub fn error_value() -> Self {
        Self::new(
            "error_value",
            (
                "该单元格是错误值（如 #N/A、#REF!）",
                "the cell holds an error value (such as #N/A or #REF!)",
            ),
            ("请直接填写正确的内容", "type the right content"),
        )
    }

    pub fn missing() -> Self {
        Self::new(
            "missing",
            ("必填项为空", "a required cell is empty"),
            ("请补填", "fill it in"),
        )
        .by(domain::clause::rules::RECEIPT)
    }

    pub fn wrong_kind(zh: &str, en: &str) -> Self {
        Self::new(
            "wrong_kind",
            ("单元格内容的类型不对", "the cell holds another kind of content"),
            (zh, en),
        )
    }
}
