//! The verdict on one vehicle.

use super::history::{fault, limit_after, start};
use super::{FactsError, Limit, UseLifeFacts};
use crate::{
    Clause, Say,
    calendar::add_years,
    clause::{law, plan},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// May the vehicle still be exported, as far as its use-life goes?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UseLifeVerdict {
    Ok,
    Refused,
    NoLimit,
}

/// The answer on one vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UseLife {
    pub id: String,
    /// `None` where there is no limit, as are both dates.
    pub years: Option<u32>,
    /// The start plus the years.
    pub required_end: Option<NaiveDate>,
    /// The first day on which export is refused: one year before the required end.
    pub refused_from: Option<NaiveDate>,
    pub verdict: UseLifeVerdict,
    /// What refuses: the plan's last year of use.
    pub clause: Clause,
    /// What gives the years.
    pub years_clause: Clause,
    /// The day counted from: registration, or manufacture.
    pub start: NaiveDate,
    pub message: Say,
}

/// Judges one vehicle on the day its facts name.
///
/// # Errors
/// Facts that contradict each other: manufactured after registration, judged or changed before it, a use that the class
/// cannot have, a change into another kind of vehicle.
pub fn judge(facts: &UseLifeFacts) -> Result<UseLife, FactsError> {
    if facts.manufactured.is_some_and(|made| made > facts.registered) {
        return Err(fault(
            facts,
            "manufactured".to_owned(),
            "出厂日期晚于注册登记日期",
            "manufactured after it was registered",
        ));
    }
    if facts.on < facts.registered {
        return Err(fault(
            facts,
            "on".to_owned(),
            "判定日期早于注册登记日期",
            "judged before it was registered",
        ));
    }
    let start = start(facts);
    let limit = limit_after(facts, start)?;
    let answer = |years, required_end, refused_from, verdict, message| UseLife {
        id: facts.id.clone(),
        years,
        required_end,
        refused_from,
        verdict,
        clause: plan::LAWFUL_CARS.into(),
        years_clause: law::USE_LIFE.into(),
        start,
        message,
    };
    let Limit::Years(years) = limit else {
        let message = Say::new("无使用年限限制", "no limit of use");
        return Ok(answer(None, None, None, UseLifeVerdict::NoLimit, message));
    };
    let ends = i32::try_from(years).ok().and_then(|years| add_years(start, years));
    let Some((end, from)) = ends.and_then(|end| Some((end, add_years(end, -1)?))) else {
        return Err(fault(
            facts,
            "registered".to_owned(),
            "日期超出可计算的范围",
            "the date is out of range",
        ));
    };
    let (verdict, message) = if facts.on >= from {
        let message = Say::new(
            format!("使用年限 {years} 年，至 {end} 止；自 {from} 起距要求使用年限 1 年以内（含 1 年），不得出口"),
            format!(
                "limit of {years} years, ends {end}; from {from} on it is within one year of it and may not be exported"
            ),
        );
        (UseLifeVerdict::Refused, message)
    } else {
        let message = Say::new(
            format!("使用年限 {years} 年，至 {end} 止；{from} 前可以出口"),
            format!("limit of {years} years, ends {end}; may be exported before {from}"),
        );
        (UseLifeVerdict::Ok, message)
    };
    Ok(answer(Some(years), Some(end), Some(from), verdict, message))
}
