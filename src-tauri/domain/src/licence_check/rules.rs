//! The parameters a policy version sets for licences, and how long a licence is valid.

use crate::calendar::add_months;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The notice that asks for the maker's 售后维修服务确认书.
pub const MAKER_CONFIRMATION: &str = "商贸函〔2025〕648号";

/// Embedded in a policy version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceRules {
    /// A vehicle applied for within so many days of its registration (the first day not counted, the last included)
    /// needs the maker's confirmation; null: never asked.
    pub maker_confirmation_days: Option<u32>,
    /// Months from the day of issue.
    pub validity_months: u32,
    /// Never past 31 December of the year of issue.
    pub cap_at_year_end: bool,
    /// Never past the day before the vehicle's last year of use begins.
    pub cap_before_refused_from: bool,
}

/// The last day on which a licence issued on `issued_on` is valid. `refused_from` is the vehicle's, by its use-life.
///
/// Where `refused_from` is not after `issued_on` the licence must not be issued at all; the answer then lies before the
/// day of issue.
pub fn valid_until(issued_on: NaiveDate, refused_from: Option<NaiveDate>, rules: &LicenceRules) -> NaiveDate {
    let by_months = add_months(issued_on, rules.validity_months).unwrap_or(NaiveDate::MAX);
    let year_end = NaiveDate::from_ymd_opt(issued_on.year(), 12, 31).filter(|_| rules.cap_at_year_end);
    let before_last_year = refused_from
        .filter(|_| rules.cap_before_refused_from)
        .and_then(|day| day.pred_opt());
    [year_end, before_last_year]
        .into_iter()
        .flatten()
        .fold(by_months, NaiveDate::min)
}

/// Is the maker's confirmation needed for a vehicle registered and applied for on these days?
pub fn confirmation_needed(registered: NaiveDate, applied: NaiveDate, rules: &LicenceRules) -> bool {
    let days = applied.signed_duration_since(registered).num_days();
    rules
        .maker_confirmation_days
        .is_some_and(|limit| days <= i64::from(limit))
}
