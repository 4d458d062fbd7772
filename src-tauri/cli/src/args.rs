//! The command line as a whole. A command's own arguments stand beside the command.

use crate::{ask, bench, books, export};
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::say::Lang;

#[derive(Debug, Parser)]
#[command(
    name = "desk",
    version,
    about = "二手车出口管理工作台（无窗口）· The used-car export office without a window",
    after_help = "退出码：0 已办或已答；1 答复中有 error、not_met、refused 或 to_verify；2 命令或输入有误\n\
                  Exit: 0 done or answered; 1 something in the answer is error, not_met, refused or to_verify; \
                  2 the call or its input is wrong",
    // `help` as a word would be one command more to keep out of the way of later ones.
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(flatten)]
    pub shown: Shown,
    #[command(flatten)]
    pub access: books::Access,
    #[command(subcommand)]
    pub command: Command,
}

/// How answers are shown.
#[derive(Debug, Args)]
pub struct Shown {
    /// 输出 JSON：一个文档，或每行一个对象 · Print JSON: one document, or one object a line
    #[arg(long, global = true)]
    pub json: bool,
    /// 文字的语言 · The language of the text
    #[arg(long, global = true, value_enum, default_value = "zh")]
    pub lang: LangArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LangArg {
    Zh,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Lang::Zh,
            LangArg::En => Lang::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 校验号码 · Check identifiers
    Check(ask::check::Check),
    /// 工作日与期间 · Working days and periods
    #[command(subcommand)]
    Calendar(ask::calendar::Calendar),
    /// 使用年限 · How long a vehicle may be used
    UseLife(ask::use_life::UseLife),
    /// 基本条件 · The plan's basic conditions
    Eligibility(ask::eligibility::Eligibility),
    /// 专家评审 · Expert review
    #[command(subcommand)]
    Review(ask::review::Review),
    /// 出口许可证 · Export licences
    #[command(subcommand)]
    Licence(ask::licence::Licence),
    /// 导出 · Write files
    #[command(subcommand)]
    Export(export::Export),
    /// 用样例批次走完全程 · Walk the whole path on the sample batch
    Demo(books::demo::Demo),
    /// 导入工作簿 · Import a workbook into the books
    Import(books::import::Import),
    /// 账本 · The ledger
    #[command(subcommand)]
    Ledger(books::ledger::Ledger),
    /// 实测速度 · Measure
    Bench(bench::Bench),
    /// 重新生成样例文件 · Write the sample's files again
    #[command(hide = true)]
    Samples(books::samples::Samples),
}
