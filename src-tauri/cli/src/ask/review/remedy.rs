//! What to do about a fault of a review: one line for each code.

use domain::{Say, review::FaultCode};

pub fn code(code: FaultCode) -> &'static str {
    match code {
        FaultCode::Blank => "blank",
        FaultCode::Duplicate => "duplicate",
        FaultCode::Unknown => "unknown",
        FaultCode::Missing => "missing",
        FaultCode::NotAScore => "not_a_score",
        FaultCode::OutOfRange => "out_of_range",
        FaultCode::OffStep => "off_step",
        FaultCode::ReasonMissing => "reason_missing",
        FaultCode::TooFew => "too_few",
        FaultCode::NotAllowed => "not_allowed",
    }
}

pub fn remedy(code: FaultCode) -> Say {
    let (zh, en) = match code {
        FaultCode::Blank => ("请填写", "Fill it in"),
        FaultCode::Duplicate => ("只保留一份", "Keep one of them"),
        FaultCode::Unknown => ("请核对编号", "Check the id"),
        FaultCode::Missing => (
            "请补上该项分数；弃权的评分表 scores 写 null",
            "Give the item a score; a sheet that abstains has null for its scores",
        ),
        FaultCode::NotAScore => (
            "分数写成最多两位小数的文本",
            "Write the score as a text with at most two decimals",
        ),
        FaultCode::OutOfRange => (
            "分数在 0 与该项满分之间",
            "A score lies between 0 and its item's maximum",
        ),
        FaultCode::OffStep => ("分数按规定步长填写", "A score is a multiple of the step"),
        FaultCode::ReasonMissing => ("请写明理由", "Give the reason"),
        FaultCode::TooFew => ("请增补专家库或减少名额", "Add experts to the pool or ask for fewer"),
        FaultCode::NotAllowed => ("请按规则更正", "Correct it by the rule"),
    };
    Say::new(zh, en)
}
