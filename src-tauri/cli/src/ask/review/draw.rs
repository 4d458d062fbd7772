//! `desk review draw --pool FILE --request FILE --seed TEXT`

use super::remedy::{code, remedy};
use crate::{
    facts::{self, Source},
    fault::{Fault, Refused},
    out::{Answer, Printer, pick},
};
use clap::{Args, ValueEnum};
use domain::{
    review::{self, DrawPool, DrawRequest, Drawn},
    say::Lang,
};
use serde::Serialize;
use serde_json::json;
use std::{collections::BTreeMap, path::PathBuf};

#[derive(Debug, Args)]
pub struct Draw {
    /// 专家库（JSON）· The pool
    #[arg(long, value_name = "FILE", required_unless_present = "schema")]
    pool: Option<PathBuf>,
    /// 抽取要求（JSON）· What is to be drawn
    #[arg(long, value_name = "FILE", required_unless_present = "schema")]
    request: Option<PathBuf>,
    /// 当众录入的种子 · The seed, entered in public
    #[arg(long, value_name = "TEXT", required_unless_present = "schema")]
    seed: Option<String>,
    /// 输出 JSON Schema：专家库、抽取要求，或两者 · Print the JSON Schema of the pool, of the request, or of both
    #[arg(long, value_enum, num_args = 0..=1, default_missing_value = "both")]
    schema: Option<Schema>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Schema {
    Pool,
    Request,
    Both,
}

impl Draw {
    pub fn run(&self, printer: &mut Printer) -> Result<(), Refused> {
        let (of_pool, of_request) = (facts::of::<DrawPool>(), facts::of::<DrawRequest>());
        let (pool, request, seed) = match (self.schema, &self.pool, &self.request, &self.seed) {
            (Some(Schema::Pool), ..) => return printer.document(&of_pool),
            (Some(Schema::Request), ..) => return printer.document(&of_request),
            (None, Some(pool), Some(request), Some(seed)) => (pool, request, seed),
            // The parser asks for all three unless a schema is asked for.
            _ => return printer.document(&json!({"pool": of_pool, "request": of_request})),
        };
        let (pool, request) = both(Source::read(pool, &of_pool), Source::read(request, &of_request))?;
        let (snapshot, wanted) = both(pool.whole::<DrawPool>(), request.whole::<DrawRequest>())?;
        let drawn = review::draw(&snapshot, &wanted, seed).map_err(|faults| Refused {
            code: crate::fault::Code::Facts,
            faults: faults.iter().map(|fault| locate(fault, &pool, &request)).collect(),
        })?;
        let names = snapshot.0.iter().map(|m| (m.id.as_str(), m.name.as_str())).collect();
        printer.answer(&Record { draw: &drawn, names })
    }
}

/// Both, or the faults of both together.
fn both<A, B>(a: Result<A, Refused>, b: Result<B, Refused>) -> Result<(A, B), Refused> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut a), Err(b)) => {
            a.faults.extend(b.faults);
            Err(a)
        }
        (Err(one), _) | (_, Err(one)) => Err(one),
    }
}

/// The rule sees one thing with three parts; here they are two files and an argument.
fn locate(fault: &review::Fault, pool: &Source, request: &Source) -> Fault {
    let in_file = |file: &Source, pointer: &str| {
        file.fault(
            pointer,
            code(fault.code),
            &fault.clause.0,
            fault.message.clone(),
            remedy(fault.code),
        )
    };
    if let Some(pointer) = fault.path.strip_prefix("/pool") {
        return in_file(pool, pointer);
    }
    if let Some(pointer) = fault.path.strip_prefix("/request") {
        return in_file(request, pointer);
    }
    let mut told = Fault::argument("--seed", code(fault.code), fault.message.clone(), remedy(fault.code));
    told.rule.clone_from(&fault.clause.0);
    told
}

/// The record of the draw; the names are for a person only, and stand in the pool.
#[derive(Serialize)]
struct Record<'d> {
    #[serde(flatten)]
    draw: &'d review::Draw,
    #[serde(skip)]
    names: BTreeMap<&'d str, &'d str>,
}

impl Record<'_> {
    fn named(&self, ids: &[String], lang: Lang) -> String {
        let named = |id: &String| {
            let name = self.names.get(id.as_str()).copied().unwrap_or_default();
            match lang {
                Lang::Zh => format!("{id}（{name}）"),
                Lang::En => format!("{id} ({name})"),
            }
        };
        ids.iter().map(named).collect::<Vec<_>>().join(pick(lang, "、", ", "))
    }
}

impl Answer for Record<'_> {
    fn text(&self, lang: Lang) -> String {
        let draw = self.draw;
        let mut lines = vec![
            format!("{}{}", pick(lang, "种子：", "seed: "), draw.seed),
            format!("{}{}", pick(lang, "算法：", "algorithm: "), draw.algorithm),
            format!(
                "{}{}",
                pick(lang, "专家库 SHA-256：", "SHA-256 of the pool: "),
                draw.pool_sha256
            ),
            format!("{}{}", pick(lang, "专家组：", "panel: "), self.named(&draw.panel, lang)),
            format!(
                "{}{}",
                pick(lang, "候补：", "reserves: "),
                self.named(&draw.reserves, lang)
            ),
            format!("{} [{}]", pick(lang, "签序", "in order of lot"), draw.clause),
        ];
        lines.extend(draw.lots.iter().map(|lot| {
            let came = match lot.drawn {
                Drawn::Panel => pick(lang, "入选", "panel"),
                Drawn::Reserve => pick(lang, "候补", "reserve"),
                Drawn::NotDrawn => pick(lang, "未抽中", "not drawn"),
                Drawn::Recused => pick(lang, "回避", "recused"),
            };
            format!("  {}  {}  {}  {came}", lot.lot, lot.id, lot.specialty)
        }));
        lines.join("\n")
    }
}
