//! Changes of use (article 6 and the formula of annex 1).

use super::table::{Family, Limit, family, limit};
use super::{Change, Class, FactsError, Use, UseLifeFacts};
use crate::{Say, calendar::add_years};
use chrono::NaiveDate;

/// The cap on a limit computed by the formula.
const FORMULA_CAP: i64 = 15;
/// The formula's fixed value for the years of a use without limit.
const UNLIMITED_AS: i64 = 17;

/// The day the use-life is counted from: registration, or manufacture if more than two years passed between them.
pub(super) fn start(facts: &UseLifeFacts) -> NaiveDate {
    let late = |made: &NaiveDate| add_years(*made, 2).is_some_and(|latest| facts.registered > latest);
    facts.manufactured.filter(late).unwrap_or(facts.registered)
}

/// The limit after all changes up to the day judged.
///
/// Readings, where article 6 leaves room:
/// - 专用校车 and 教练 count as 营运 here. For a school bus this gives the stricter result in every case, and the formula
///   with 15 new years always comes to its cap of 15.
/// - A car that was ever in 营运 use keeps the strictest limit it has had, through a time of private use in between;
///   the formula serves the first step out of unlimited private use only.
/// - A vehicle that ever carried dangerous goods keeps that limit, whatever it becomes.
/// - A change of class alone takes the limit of the new class.
pub(super) fn limit_after(facts: &UseLifeFacts, start: NaiveDate) -> Result<Limit, FactsError> {
    let mut life = Life::begin(facts)?;
    let mut changes: Vec<(usize, &Change)> = facts.changes.iter().enumerate().collect();
    // Stable: of two changes on one day the one listed later stands.
    changes.sort_by_key(|(_, change)| change.on);
    for (at, change) in changes {
        if change.on < facts.registered {
            return Err(fault(
                facts,
                format!("changes[{at}].on"),
                "变更日期早于注册登记日期",
                "the change lies before the registration",
            ));
        }
        if change.on <= facts.on {
            life.turn(facts, at, change, start)?;
        }
    }
    Ok(life.limit)
}

struct Life {
    class: Class,
    use_: Use,
    limit: Limit,
    /// The strictest limit of all 营运 uses so far.
    commercial: Option<Limit>,
    /// The strictest limit of all times with dangerous goods so far.
    hazardous: Option<Limit>,
}

impl Life {
    fn begin(facts: &UseLifeFacts) -> Result<Self, FactsError> {
        let Some(limit) = limit(facts.class, facts.use_) else {
            return Err(impossible(facts, "use".to_owned()));
        };
        Ok(Self {
            class: facts.class,
            use_: facts.use_,
            limit,
            commercial: is_commercial(facts.class, facts.use_).then_some(limit),
            hazardous: is_hazardous(facts.class, facts.use_).then_some(limit),
        })
    }

    fn turn(&mut self, facts: &UseLifeFacts, at: usize, change: &Change, start: NaiveDate) -> Result<(), FactsError> {
        let class = change.to_class.unwrap_or(self.class);
        let use_ = change.to_use.unwrap_or(self.use_);
        if family(class) != family(self.class) {
            return Err(fault(
                facts,
                format!("changes[{at}].to_class"),
                "变更登记不能把车辆变为另一大类",
                "no change of registration turns a vehicle into one of another kind",
            ));
        }
        let Some(own) = limit(class, use_) else {
            return Err(impossible(facts, format!("changes[{at}].to_use")));
        };
        if is_commercial(class, use_) {
            let from_here = match (self.commercial, self.limit) {
                (Some(strictest), _) => strictest.stricter(own),
                (None, Limit::NoLimit) => by_formula(own, years_begun(start, change.on)),
                (None, Limit::Years(_)) => own,
            };
            self.commercial = Some(from_here);
        }
        if is_hazardous(class, use_) {
            self.hazardous = Some(self.hazardous.map_or(own, |h| h.stricter(own)));
        }
        self.limit = match (self.commercial, self.hazardous) {
            (Some(kept), _) => kept,
            (None, Some(kept)) => kept.stricter(own),
            (None, None) => own,
        };
        self.class = class;
        self.use_ = use_;
        Ok(())
    }
}

/// 营运载客; see the readings above.
fn is_commercial(class: Class, use_: Use) -> bool {
    family(class) == Family::Passenger && use_ != Use::Private
}

fn is_hazardous(class: Class, use_: Use) -> bool {
    use_ == Use::Hazardous || class == Class::SemiHazardous
}

/// Annex 1: used + (1 − used/17) × new years, rounded down, at most 15. In seventeenths, so that it is exact.
fn by_formula(new: Limit, used: i64) -> Limit {
    let Limit::Years(new) = new else {
        return Limit::NoLimit;
    };
    let seventeenths = UNLIMITED_AS * used + (UNLIMITED_AS - used) * i64::from(new);
    let years = seventeenths.div_euclid(UNLIMITED_AS).clamp(0, FORMULA_CAP);
    Limit::Years(u32::try_from(years).unwrap_or_default())
}

/// Years from `start` to `day`, a begun year counted as whole.
fn years_begun(start: NaiveDate, day: NaiveDate) -> i64 {
    let years = (0..).find(|n| add_years(start, *n).is_none_or(|anniversary| anniversary >= day));
    i64::from(years.unwrap_or_default())
}

fn impossible(facts: &UseLifeFacts, field: String) -> FactsError {
    fault(
        facts,
        field,
        "该车辆类型没有这种使用性质",
        "a vehicle of this class is never in this use",
    )
}

pub(super) fn fault(facts: &UseLifeFacts, field: String, zh: &str, en: &str) -> FactsError {
    FactsError {
        id: facts.id.clone(),
        field,
        message: Say::new(zh, en),
    }
}
