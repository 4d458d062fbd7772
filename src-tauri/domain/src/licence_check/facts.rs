//! What is known of a vehicle and its exporter when a licence is asked for. Null, or left out, is *not known*: 待核.

use crate::vehicle::use_life::{Change, Class, Use, UseLifeFacts};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The facts of one vehicle of a licence application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceFacts {
    /// The caller's own name for this vehicle; comes back in the answer.
    pub id: String,
    /// The day judged: of the application, and of the issue.
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: NaiveDate,
    #[serde(default)]
    pub vin: Option<String>,
    #[serde(default)]
    pub vehicle: Option<VehicleFacts>,
    /// 转让待出口 registered to the exporter.
    #[serde(default)]
    pub owner_is_exporter: Option<bool>,
    /// Not stolen, smuggled, assembled from parts (拼装) or scrapped, and its papers complete.
    #[serde(default)]
    pub lawful_source: Option<bool>,
    #[serde(default)]
    pub inspection: Option<InspectionFacts>,
    /// Mortgaged or sealed.
    #[serde(default)]
    pub encumbered: Option<bool>,
    #[serde(default)]
    pub customs_supervised: Option<bool>,
    /// Exported before.
    #[serde(default)]
    pub exported: Option<bool>,
    /// Its registration is cancelled (已注销).
    #[serde(default)]
    pub deregistered: Option<bool>,
    /// The destination lets it in.
    #[serde(default)]
    pub access_ok: Option<bool>,
    /// The VIN has a live licence already.
    #[serde(default)]
    pub live_licence: Option<bool>,
    /// The maker's 售后维修服务确认书 is there.
    #[serde(default)]
    pub maker_confirmation: Option<bool>,
    #[serde(default)]
    pub enterprise: Option<EnterpriseFacts>,
}

/// The use-life facts, each of which may be unknown here. `id` and `on` may be left out: the application's hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VehicleFacts {
    #[serde(default)]
    pub id: Option<String>,
    #[serde(default)]
    pub class: Option<Class>,
    #[serde(default, rename = "use")]
    pub use_: Option<Use>,
    #[serde(default)]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub registered: Option<NaiveDate>,
    #[serde(default)]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub manufactured: Option<NaiveDate>,
    /// Left out: none; null: not known.
    #[serde(default = "no_changes")]
    pub changes: Option<Vec<Change>>,
    #[serde(default)]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub on: Option<NaiveDate>,
}

fn no_changes() -> Option<Vec<Change>> {
    Some(Vec::new())
}

impl VehicleFacts {
    /// The facts for a use-life verdict, or `None` while one of them (but the manufacture date) is unknown. Judged on the later of the two days
    /// named, so that an old sheet of vehicle facts cannot carry a car past its last year.
    pub fn use_life(&self, id: &str, on: NaiveDate) -> Option<UseLifeFacts> {
        Some(UseLifeFacts {
            id: id.to_owned(),
            class: self.class?,
            use_: self.use_?,
            registered: self.registered?,
            manufactured: self.manufactured,
            changes: self.changes.clone()?,
            on: self.on.map_or(on, |day| day.max(on)),
        })
    }
}

/// The inspection before export.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionFacts {
    #[serde(default)]
    pub passed: Option<bool>,
    /// By a body that 市监 lists.
    #[serde(default)]
    pub body_listed: Option<bool>,
}

/// The exporter's standing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterpriseFacts {
    #[serde(default)]
    pub filed: Option<bool>,
    /// The last day of its filing.
    #[serde(default)]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub filed_until: Option<NaiveDate>,
    #[serde(default)]
    pub suspended: Option<bool>,
}
