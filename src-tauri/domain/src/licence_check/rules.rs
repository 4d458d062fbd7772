//! How long a licence is valid, by the parameters a policy version sets.

use crate::{calendar::add_months, policy::LicenceRules};
use chrono::{Datelike, NaiveDate};

/// The notice that asks for the maker's 售后维修服务确认书.
pub const MAKER_CONFIRMATION: &str = "商贸函〔2025〕648号";

/// The end of a filing whose policy version sets no term, as in the plan. A filing that is merely not known to end is
/// `None`, and so to be verified.
pub const NO_TERM: Option<NaiveDate> = NaiveDate::from_ymd_opt(9999, 12, 31);

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
