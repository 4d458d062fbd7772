//! Turning what went wrong below into answers on the wire.

use crate::wire::{Failure, Fault, Words};
use domain::{Refusal, Refusals, Say};
use ledger::{BooksFault, StoreFault};

impl Fault {
    pub(crate) fn plain(code: &str, message: Say, remedy: Say) -> Self {
        Self {
            code: code.to_owned(),
            field: None,
            sheet: None,
            row: None,
            column: None,
            clause: None,
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    pub(crate) fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl From<Refusal> for Fault {
    fn from(r: Refusal) -> Self {
        Self {
            code: r.code,
            field: r.field,
            sheet: None,
            row: None,
            column: None,
            clause: Some(r.clause.0),
            message: r.message.into(),
            remedy: r.remedy.into(),
        }
    }
}

impl Failure {
    pub(crate) fn new(code: &str, message: Say, faults: Vec<Fault>) -> Self {
        Self { code: code.to_owned(), message: message.into(), faults }
    }

    /// One fault, told as the failure itself.
    pub(crate) fn one(code: &str, fault: Fault) -> Self {
        Self { code: code.to_owned(), message: fault.message.clone(), faults: vec![fault] }
    }

    pub(crate) fn not_found(what: Say, id: &str) -> Self {
        Self::one(
            "not_found",
            Fault::plain(
                "not_found",
                Say::new(format!("没有这一{}：{id}", what.zh), format!("No such {}: {id}", what.en)),
                Say::new("请刷新列表后再试", "Refresh the list and try again"),
            ),
        )
    }

    pub(crate) fn invalid(field: &str, message: Say, remedy: Say) -> Self {
        Self::one("invalid", Fault::plain("invalid", message, remedy).at(field))
    }

    /// Something the office cannot act on; the detail is for whoever mends the program.
    pub(crate) fn internal(detail: impl std::fmt::Display) -> Self {
        Self::one(
            "internal",
            Fault::plain(
                "internal",
                Say::new(format!("程序内部错误：{detail}"), format!("Internal error: {detail}")),
                Say::new("本次办理未写入任何内容；请复制此信息联系维护人员", "Nothing was written; copy this and report it"),
            ),
        )
    }
}

impl From<Refusals> for Failure {
    fn from(refusals: Refusals) -> Self {
        let faults: Vec<Fault> = refusals.0.into_iter().map(Fault::from).collect();
        let message = match faults.as_slice() {
            [one] => one.message.clone(),
            many => Words {
                zh: format!("不能办理：共{}项不符合要求", many.len()),
                en: format!("Not possible: {} points stand against it", many.len()),
            },
        };
        Self { code: "refused".into(), message, faults }
    }
}

impl From<StoreFault> for Failure {
    fn from(fault: StoreFault) -> Self {
        match &fault {
            StoreFault::Stale { .. } => Self::one(
                "conflict",
                Fault::plain(
                    "conflict",
                    Say::new("这一事项刚被他人办理过", "Someone has just acted on this"),
                    Say::new("请刷新后核对再办理；本次未写入任何内容", "Refresh and look again; nothing was written"),
                ),
            ),
            StoreFault::Claimed { claim, .. } => Self::one(
                "conflict",
                Fault::plain(
                    "claimed",
                    Say::new(
                        format!("“{}”已被另一事项占用（{}）", claim.key, claim.scope),
                        format!("{} is already taken ({})", claim.key, claim.scope),
                    ),
                    Say::new("请核对是否重复办理", "Check whether this was done before"),
                ),
            ),
            _ => BooksFault::Store(fault).into(),
        }
    }
}

impl From<BooksFault> for Failure {
    fn from(fault: BooksFault) -> Self {
        let (message, remedy) = fault.say();
        Self::one("books", Fault::plain(fault.code(), message, remedy))
    }
}

impl From<exchange::FileFault> for Failure {
    fn from(fault: exchange::FileFault) -> Self {
        Self::one("invalid", Fault::plain(fault.code(), fault.message(), fault.remedy()))
    }
}

impl From<documents::PaperFaults> for Failure {
    fn from(faults: documents::PaperFaults) -> Self {
        let remedy = Say::new("请改正该项后再出文", "Correct it before issuing the paper");
        let faults =
            faults.0.into_iter().map(|f| Fault::plain("paper", f.message, remedy.clone()).at(&f.field)).collect();
        Self::new("invalid", Say::new("文书不能生成", "The paper cannot be made"), faults)
    }
}
