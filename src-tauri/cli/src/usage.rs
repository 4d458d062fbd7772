//! A wrong call, told like every other fault.

use crate::fault::{Fault, Refused};
use crate::out::{self, Exit};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use domain::{Say, say::Lang};
use std::{error::Error as _, ffi::OsString};

/// Help and version are answers; everything else is a wrong call.
pub fn answer(error: &Error, typed: &[OsString]) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A reader that closed the pipe has seen enough of the help.
        let _ = error.print();
        return Exit::Answered;
    }
    // The call could not be parsed, so these two are looked for by hand.
    let json = typed.iter().any(|arg| arg == "--json");
    let english = typed.iter().any(|arg| arg == "--lang=en")
        || typed
            .windows(2)
            .any(|pair| matches!(pair, [flag, value] if flag == "--lang" && value == "en"));
    let lang = if english { Lang::En } else { Lang::Zh };
    out::refuse(&Refused::usage(fault(error)), json, lang)
}

fn fault(error: &Error) -> Fault {
    let argument = texts(error, ContextKind::InvalidArg);
    let value = texts(error, ContextKind::InvalidValue);
    let valid = texts(error, ContextKind::ValidValue);
    // Our own value parsers speak both languages, the parser's speak one.
    let why = error.source().map(ToString::to_string);
    let why = why.map(|why| match why.split_once(" · ") {
        Some((zh, en)) => Say::new(zh, en),
        None => Say::new(why.clone(), why),
    });
    let (code, zh) = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => ("no_value", format!("参数 {argument} 没有给值")),
        ErrorKind::InvalidValue => ("invalid_value", format!("参数 {argument} 的值“{value}”无效")),
        ErrorKind::ValueValidation => ("invalid_value", format!("参数 {argument} 的值“{value}”无效")),
        ErrorKind::UnknownArgument => ("unknown_argument", format!("没有参数“{argument}”")),
        ErrorKind::InvalidSubcommand => {
            let word = texts(error, ContextKind::InvalidSubcommand);
            ("unknown_command", format!("没有命令“{word}”"))
        }
        ErrorKind::MissingRequiredArgument => ("missing_argument", format!("缺少参数：{argument}")),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("missing_command", "缺少命令".to_owned())
        }
        ErrorKind::ArgumentConflict => ("conflict", format!("参数 {argument} 与其他参数冲突或重复")),
        ErrorKind::InvalidUtf8 => ("not_utf8", "参数不是 UTF-8 文字".to_owned()),
        _ => ("usage", "命令不合用法".to_owned()),
    };
    let rendered = error.render().to_string();
    let en = rendered
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned();
    let en = match code {
        "missing_argument" => format!("missing: {argument}"),
        "missing_command" => "a command is missing".to_owned(),
        "invalid_value" if why.is_some() => format!("the value “{value}” of {argument} is not valid"),
        _ => en,
    };
    let usage = texts(error, ContextKind::Usage);
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let mut remedy = Say::new("", "");
    if let Some(why) = why.filter(|_| code == "invalid_value") {
        remedy = Say::new(format!("{}。", why.zh), format!("{}. ", why.en));
    }
    if !valid.is_empty() {
        remedy = Say::new(
            format!("{}可用：{valid}。", remedy.zh),
            format!("{}Possible: {valid}. ", remedy.en),
        );
    }
    let remedy = if usage.is_empty() {
        Say::new(
            format!("{}用法见 --help", remedy.zh),
            format!("{}See --help", remedy.en),
        )
    } else {
        Say::new(
            format!("{}用法：{usage}", remedy.zh),
            format!("{}Usage: {usage}", remedy.en),
        )
    };
    let named = if argument.is_empty() { "desk" } else { argument.as_str() };
    Fault::argument(named, code, Say::new(zh, en), remedy)
}

/// What the parser says under a heading, as one text.
fn texts(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}
