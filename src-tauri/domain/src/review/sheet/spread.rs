use crate::Points;
use crate::policy::ReviewRules;

/// The experts whose totals on one application lie further from the median than the policy allows without a written
/// reason (细则5), in the order given. The median of an even number is the mean of the middle two.
pub fn outliers<'t>(rules: &ReviewRules, totals: &[(&'t str, Points)]) -> Vec<&'t str> {
    let mut sorted: Vec<i64> = totals.iter().map(|(_, total)| total.0).collect();
    sorted.sort_unstable();
    let middle = |i: usize| sorted.get(i).copied().unwrap_or_default();
    // Twice the median, so that a half stays whole.
    let twice_median = match sorted.len() {
        0 => return Vec::new(),
        n => middle((n - 1) / 2) + middle(n / 2),
    };
    totals
        .iter()
        .filter(|(_, total)| (2 * total.0 - twice_median).abs() > 2 * rules.spread_reason.0)
        .map(|(expert, _)| *expert)
        .collect()
}
