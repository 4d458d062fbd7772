//! The recommendation (请示) with its annexed list.

use super::{Item, Loaded, Value, Values, basis, names};
use crate::facts::{Enterprise, PublicNotice, RecommendationFacts};
use crate::template::{self, Kind, Schema};
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../../assets/templates/recommendation.json");

pub static TEMPLATE: LazyLock<Loaded> = LazyLock::new(|| template::load(FILE, &SCHEMA));

pub const SCHEMA: Schema = Schema {
    fields: &[
        ("bureau", Kind::Text),
        ("signer", Kind::Text),
        ("addressee", Kind::Text),
        ("batch", Kind::Text),
        ("policy_title", Kind::Text),
        ("received", Kind::Count),
        ("reviewed", Kind::Count),
        ("met_on", Kind::Date),
        ("passed", Kind::Count),
        ("selected", Kind::Count),
        ("contact", Kind::Text),
        ("phone", Kind::Text),
    ],
    lists: &[
        (
            "basis",
            &[("no", Kind::Count), ("clause", Kind::Text), ("text", Kind::Text)],
        ),
        (
            "notice",
            &[("from", Kind::Date), ("until", Kind::Date), ("result", Kind::Text)],
        ),
        (
            "enterprises",
            &[
                ("rank", Kind::Count),
                ("name", Kind::Text),
                ("uscc", Kind::Text),
                ("county", Kind::Text),
                ("legal_representative", Kind::Text),
                ("registered_capital", Kind::Money),
                ("paid_in_capital", Kind::Money),
                ("score", Kind::Points),
            ],
        ),
        ("cc", &[("name", Kind::Text)]),
        ("forward", &[("name", Kind::Text)]),
    ],
};

/// The values of a recommendation's template.
pub fn values(facts: &RecommendationFacts) -> Values {
    Values {
        fields: Item::from([
            ("bureau", Value::text(&facts.bureau)),
            ("signer", Value::text(&facts.signer)),
            ("addressee", Value::text(&facts.addressee)),
            ("batch", Value::text(&facts.batch)),
            ("policy_title", Value::text(&facts.policy_title)),
            ("received", Value::count(facts.received)),
            ("reviewed", Value::count(facts.reviewed)),
            ("met_on", Value::Date(facts.met_on)),
            ("passed", Value::count(facts.passed)),
            ("selected", Value::Count(u64::try_from(facts.enterprises.len()).ok())),
            ("contact", Value::text(&facts.contact)),
            ("phone", Value::text(&facts.phone)),
        ]),
        lists: [
            ("basis", basis(&facts.basis)),
            ("notice", facts.notice.iter().map(notice).collect()),
            ("enterprises", facts.enterprises.iter().map(enterprise).collect()),
            ("cc", names(&facts.cc)),
            ("forward", names(facts.forward.as_slice())),
        ]
        .into(),
    }
}

fn notice(n: &PublicNotice) -> Item {
    Item::from([
        ("from", Value::Date(n.from)),
        ("until", Value::Date(n.until)),
        ("result", Value::text(n.result.trim_end_matches('。'))),
    ])
}

fn enterprise(e: &Enterprise) -> Item {
    Item::from([
        ("rank", Value::count(e.rank)),
        ("name", Value::text(&e.name)),
        ("uscc", Value::text(&e.uscc)),
        ("county", Value::text(&e.county)),
        ("legal_representative", Value::text(&e.legal_representative)),
        ("registered_capital", Value::Money(e.registered_capital)),
        ("paid_in_capital", Value::Money(e.paid_in_capital)),
        ("score", Value::Points(Some(e.score))),
    ])
}
