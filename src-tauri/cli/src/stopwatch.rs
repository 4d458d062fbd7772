//! Time passed, for progress and measurements. Nothing official depends on it.

use std::time::{Duration, Instant};

/// Runs from its making.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place of the command line that measures time"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn passed(&self) -> Duration {
        self.0.elapsed()
    }

    /// The time since the start or the last lap; starts anew.
    pub fn lap(&mut self) -> Duration {
        let passed = self.passed();
        *self = Self::start();
        passed
    }
}

/// A number with two decimals as JSON shows it, from its hundredths: 1234 is 12.34.
pub fn hundredths(n: u128) -> f64 {
    // Parsed from its digits, so that no arithmetic on fractions is needed for a number that is only shown.
    format!("{}.{:02}", n / 100, n % 100).parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn hundredths_keep_their_digits() {
        for (n, shown) in [
            (0, "0.0"),
            (5, "0.05"),
            (150, "1.5"),
            (1234, "12.34"),
            (70_000_001, "700000.01"),
        ] {
            assert_eq!(serde_json::to_string(&super::hundredths(n)).unwrap(), shown);
        }
    }
}
