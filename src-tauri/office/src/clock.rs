//! The clock is a port: nothing else in the program reads the time.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// Where the time comes from.
pub trait Clock: Send {
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock adapter")]
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}

/// A pinned clock, for demonstrations and tests.
#[derive(Debug, Clone, Copy)]
pub struct PinnedClock(pub DateTime<Utc>);

impl Clock for PinnedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// The date in Asia/Shanghai, which has had no daylight saving time since 1991.
pub fn shanghai(at: DateTime<Utc>) -> NaiveDate {
    const EIGHT_HOURS: i32 = 8 * 3600;
    match FixedOffset::east_opt(EIGHT_HOURS) {
        Some(zone) => at.with_timezone(&zone).date_naive(),
        None => at.date_naive(),
    }
}
