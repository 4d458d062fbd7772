//! `desk check KIND VALUE…`

use crate::{
    fault::Refused,
    out::{Answer, Printer, pick},
};
use clap::{Args, ValueEnum};
use domain::{
    ident::{self, Checked, Outcome},
    say::Lang,
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_enum)]
    kind: KindArg,
    /// 号码 · The values
    #[arg(required = true, value_name = "VALUE")]
    values: Vec<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArg {
    /// 统一社会信用代码 · unified social credit code
    Uscc,
    /// 车辆识别代号 · vehicle identification number
    Vin,
    /// 报关单号 · customs declaration number
    Declaration,
    /// 公民身份号码 · resident identity number
    ResidentId,
    /// 号牌号码 · plate number
    Plate,
    /// 商品编号 · HS code
    Hs,
}

impl From<KindArg> for ident::Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Uscc => Self::Uscc,
            KindArg::Vin => Self::Vin,
            KindArg::Declaration => Self::Declaration,
            KindArg::ResidentId => Self::ResidentId,
            KindArg::Plate => Self::Plate,
            KindArg::Hs => Self::Hs,
        }
    }
}

impl Check {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        self.values.iter().try_for_each(|value| {
            let checked = ident::check(self.kind.into(), value);
            let line = Line::new(&checked, printer.lang);
            printer.answer(&line)
        })
    }
}

#[derive(Serialize)]
struct Line<'c> {
    input: &'c str,
    normalised: &'c str,
    verdict: Outcome,
    code: &'c str,
    message: &'c str,
    clause: &'c str,
    kind: ident::Kind,
    /// What normalising changed.
    cleaned: Vec<&'c str>,
    #[serde(flatten)]
    parts: &'c BTreeMap<&'static str, Value>,
}

impl<'c> Line<'c> {
    fn new(checked: &'c Checked, lang: Lang) -> Self {
        Self {
            input: &checked.input,
            normalised: &checked.normalised,
            verdict: checked.verdict,
            code: checked.code,
            message: checked.message.pick(lang),
            clause: &checked.clause.0,
            kind: checked.kind,
            cleaned: checked.cleaned.iter().map(|say| say.pick(lang)).collect(),
            parts: &checked.parts,
        }
    }
}

impl Answer for Line<'_> {
    fn text(&self, lang: Lang) -> String {
        let verdict = match self.verdict {
            Outcome::Ok => pick(lang, "符合", "ok"),
            Outcome::Warning => pick(lang, "提示", "warning"),
            Outcome::Error => pick(lang, "错误", "error"),
        };
        let mut text = format!("{verdict}  {}  {} [{}]", self.normalised, self.message, self.clause);
        if !self.cleaned.is_empty() {
            let (opens, between, closes) = match lang {
                Lang::Zh => ("（已整理：", "、", "）"),
                Lang::En => (" (normalised: ", ", ", ")"),
            };
            text.push_str(&format!("{opens}{}{closes}", self.cleaned.join(between)));
        }
        text
    }

    fn found(&self) -> bool {
        self.verdict == Outcome::Error
    }
}
