//! What is known of an applicant when the plan's conditions are judged.

use crate::Fen;
use crate::policy::EligibilityRules;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// The facts of one application. `None` means *not known*, never "no": an unknown fact leads to 待核.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EligibilityFacts {
    /// Where the enterprise is registered: 芜湖市 or one of its divisions.
    pub city: Option<String>,
    /// Independent legal person (独立法人资格).
    pub legal_person: Option<bool>,
    /// Registered as an import/export enterprise.
    pub import_export: Option<bool>,
    pub violations: Violations,
    pub registered_capital: Option<Fen>,
    pub paid_in_capital: Option<Fen>,
    pub net_assets: Option<Fen>,
    /// Stable domestic sources of used cars, of the enterprise or its investor.
    pub sourcing: Option<bool>,
    /// Foreign-trade or used-car export experience, of the enterprise or its investor.
    pub trade_experience: Option<bool>,
    /// Repair and parts supply in the target country, own or by cooperation.
    pub repair_network: Option<bool>,

    // Optional facts: the outer `None` is "not asked, not judged", the inner one "asked, not known".
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub market_knowledge: Option<Option<bool>>,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub sourcing_by: Option<Option<Bearer>>,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub experience_by: Option<Option<Bearer>>,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub premises: Option<Option<bool>>,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub display_site: Option<Option<bool>>,
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub vehicle_trade_experience: Option<Option<bool>>,
    /// Number of certified appraisers.
    #[serde(default, deserialize_with = "asked", skip_serializing_if = "Option::is_none")]
    pub appraisers: Option<Option<u32>>,
}

impl EligibilityFacts {
    /// Makes them the facts an office asks for under these rules: where the version has conditions on traders, a fact that
    /// was left out was asked and is not known. Under other versions nothing changes.
    pub fn ask_under(&mut self, rules: &EligibilityRules) {
        if rules.traders.is_some() {
            self.premises.get_or_insert(None);
            self.display_site.get_or_insert(None);
            self.vehicle_trade_experience.get_or_insert(None);
            self.appraisers.get_or_insert(None);
        }
    }
}

/// A serious record at each of the five departments: `Some(true)` = there is one, `None` = not asked or no reply yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Violations {
    /// 公安
    pub police: Option<bool>,
    /// 市场监管
    pub market: Option<bool>,
    /// 海关
    pub customs: Option<bool>,
    /// 商务
    pub commerce: Option<bool>,
    /// 安全生产 (应急管理)
    pub safety: Option<bool>,
}

/// Who has the capacity the plan asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    Enterprise,
    Investor,
}

fn asked<'de, T: Deserialize<'de>, D: Deserializer<'de>>(d: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(d).map(Some)
}
