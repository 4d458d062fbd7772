//! Kleene's strong three-valued logic: a proposition is true, false, or not yet known.

use crate::Verdict;
use std::ops::Not;

/// The truth of a condition on facts of which some are not known.
///
/// Where each fact enters a formula once, the value is exact: `True` iff every completion of the unknown facts makes the
/// formula true, `False` iff none does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kleene {
    False,
    Unknown,
    True,
}

impl Kleene {
    /// False decides; otherwise what is unknown leaves it open.
    pub fn and(self, other: Kleene) -> Kleene {
        match (self, other) {
            (Kleene::False, _) | (_, Kleene::False) => Kleene::False,
            (Kleene::True, Kleene::True) => Kleene::True,
            _ => Kleene::Unknown,
        }
    }

    /// True decides; otherwise what is unknown leaves it open.
    pub fn or(self, other: Kleene) -> Kleene {
        !((!self).and(!other))
    }

    /// All of them; `True` of none.
    pub fn all(terms: impl IntoIterator<Item = Kleene>) -> Kleene {
        terms.into_iter().fold(Kleene::True, Kleene::and)
    }

    /// A proposition about a fact that may not be known.
    pub fn of<T>(fact: Option<T>, holds: impl FnOnce(T) -> bool) -> Kleene {
        fact.map_or(Kleene::Unknown, |value| holds(value).into())
    }
}

impl Not for Kleene {
    type Output = Kleene;

    fn not(self) -> Kleene {
        match self {
            Kleene::False => Kleene::True,
            Kleene::Unknown => Kleene::Unknown,
            Kleene::True => Kleene::False,
        }
    }
}

impl From<bool> for Kleene {
    fn from(holds: bool) -> Self {
        if holds { Kleene::True } else { Kleene::False }
    }
}

impl From<Option<bool>> for Kleene {
    fn from(known: Option<bool>) -> Self {
        known.map_or(Kleene::Unknown, Kleene::from)
    }
}

impl From<Kleene> for Verdict {
    fn from(truth: Kleene) -> Self {
        match truth {
            Kleene::True => Verdict::Met,
            Kleene::Unknown => Verdict::ToVerify,
            Kleene::False => Verdict::NotMet,
        }
    }
}
