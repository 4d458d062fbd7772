use crate::Fen;
use serde::{Deserialize, Serialize};

/// The parameters of the plan's basic conditions (§二(一)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityRules {
    pub city: City,
    pub registered_capital_min: Fen,
    pub paid_in_capital_min: Fen,
    /// What "equivalent net assets" are taken to be.
    pub net_assets_min: Fen,
    pub capital_reading: CapitalReading,
    /// The national conditions on traders; `None` where the version does not know them.
    pub traders: Option<TraderRules>,
}

/// How "注册资本…，实缴资本…，或具备相应的净资产" is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapitalReading {
    /// (registered ∧ paid-in) ∨ net assets
    RegisteredAndPaidInOrNetAssets,
    /// registered ∧ (paid-in ∨ net assets)
    RegisteredAndEither,
}

/// Fixed premises, a display site, experience in vehicle trade, certified appraisers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraderRules {
    pub clause: String,
    pub appraisers_min: u32,
}

/// The city's area, by the names under which an enterprise may be registered there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    pub province: String,
    pub name: String,
    pub divisions: Vec<Division>,
}

/// A district, county or development zone; `also` holds short and former names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Division {
    pub name: String,
    pub kind: DivisionKind,
    pub also: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DivisionKind {
    /// 县（市）区
    Division,
    /// 开发区
    Zone,
}

impl City {
    /// Whether a place named in an application is this city or one of its divisions. The province and the city may
    /// stand before the division (安徽省芜湖市镜湖区); anything after it, as a street, is not accepted.
    pub fn covers(&self, place: &str) -> bool {
        let place: String = place.chars().filter(|c| !c.is_whitespace()).collect();
        let is_division = |name: &str| {
            self.divisions
                .iter()
                .any(|d| d.name == name || d.also.iter().any(|a| a == name))
        };
        let within = place.strip_prefix(&self.province).unwrap_or(&place);
        match within.strip_prefix(&self.name) {
            Some("") => true,
            Some(division) => is_division(division) || is_division(within),
            None => is_division(within) || is_division(&place),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::Policy;

    #[test]
    fn the_city_is_known_under_all_its_names_and_no_other() {
        let city = &Policy::shipped("wuhu-plan").expect("ships").eligibility.city;
        for place in [
            "芜湖市",
            "安徽省芜湖市",
            "镜湖区",
            "芜湖市镜湖区",
            "安徽省芜湖市无为市",
            "无为市",
            "南陵县",
            "芜湖县",
            "芜湖经济技术开发区",
            "芜湖市三山经济开发区",
            "安徽省 芜湖市 弋江区",
            "安徽省江北产业集中区",
        ] {
            assert!(city.covers(place), "{place} is within the city");
        }
        for place in [
            "",
            "合肥市",
            "安徽省",
            "马鞍山市镜湖区",
            "芜湖",
            "镜湖区合肥市",
            "芜湖市芜湖市",
        ] {
            assert!(!city.covers(place), "{place} is not the city");
        }
    }
}
