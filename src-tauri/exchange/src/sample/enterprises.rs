//! The 24 invented enterprises of the sample batch, from five county offices.

use super::code::code;
use super::rng::Rng;
use crate::import::Row;
use crate::terms::Terms;
use chrono::{Days, NaiveDate};
use domain::Fen;
use domain::application::{Applicant, ApplicationForm, MaterialLine};
use domain::eligibility::{EligibilityFacts, Violations};

/// Five divisions and the codes that begin their enterprises' credit codes.
pub(super) const COUNTIES: [(&str, &str); 5] = [
    ("镜湖区", "340202"),
    ("弋江区", "340203"),
    ("鸠江区", "340207"),
    ("无为市", "340281"),
    ("南陵县", "340223"),
];

/// Names between 芜湖样例 and 有限公司.
const NAMES: [&str; 24] = [
    "江岸汽车进出口",
    "青弋汽车贸易",
    "赭山国际贸易",
    "鸠兹汽车服务",
    "长桥供应链",
    "芜申汽车进出口",
    "镜水汽车销售",
    "天门车业",
    "丫山汽车贸易",
    "米市国际物流",
    "陶塘二手车经营",
    "雨耕车业",
    "濡须汽车进出口",
    "裕溪供应链",
    "荆山汽车贸易",
    "春谷车业",
    "滨江国际贸易",
    "神山汽车服务",
    "西河车业",
    "梁山汽车贸易",
    "浮山汽车进出口",
    "马塘国际贸易",
    "石谷供应链",
    "中江汽车销售",
];

const GIVEN: [&str; 12] = [
    "明远", "文博", "志恒", "嘉禾", "静安", "思源", "立新", "玉清", "建业", "晓峰", "若兰", "承平",
];

/// What sets an enterprise of the batch apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Plain,
    /// 实缴资本恰为 800 万元
    PaidInAtLine,
    /// 注册资本恰为 1000 万元
    RegisteredAtLine,
    /// 资本不足，净资产足
    NetAssetsInstead,
    /// 实缴不明，净资产恰为 1000 万元
    NetAssetsAtLine,
    /// 缺一项必备材料
    MaterialMissing,
    OtherCity,
    NoLegalPerson,
    CustomsRecord,
    /// 注册资本差 1 分
    RegisteredShort,
    /// 实缴资本差 1 分，净资产不足
    PaidInShort,
    NoSourcing,
    NoExperience,
    PoliceUnknown,
    CapitalUnknown,
    RepairUnknown,
}

const CASES: [Case; 24] = [
    Case::Plain,
    Case::Plain,
    Case::PaidInAtLine,
    Case::OtherCity,
    Case::RegisteredAtLine,
    Case::Plain,
    Case::NetAssetsInstead,
    Case::CustomsRecord,
    Case::Plain,
    Case::NoLegalPerson,
    Case::NetAssetsAtLine,
    Case::MaterialMissing,
    Case::RegisteredShort,
    Case::Plain,
    Case::NoSourcing,
    Case::Plain,
    Case::PoliceUnknown,
    Case::Plain,
    Case::PaidInShort,
    Case::Plain,
    Case::CapitalUnknown,
    Case::NoExperience,
    Case::RepairUnknown,
    Case::Plain,
];

/// The sample batch: 24 applications. By the plan 14 meet every condition, 7 fail one, 3 are to be verified.
pub fn filings(terms: &Terms, seed: u64) -> Vec<Row<ApplicationForm>> {
    let mut rng = Rng::new(seed);
    CASES
        .iter()
        .zip(NAMES)
        .zip(1u32..)
        .map(|((case, name), serial)| {
            let county = COUNTIES[(serial as usize - 1) % COUNTIES.len()];
            let name = format!("芜湖样例{name}有限公司");
            let mut value = plain(&mut rng, terms, serial, name, county);
            apply(*case, &mut value);
            Row {
                row: serial + 1,
                reference: Some(serial.to_string()),
                value,
            }
        })
        .collect()
}

/// An application that meets every condition.
pub(super) fn plain(
    rng: &mut Rng,
    terms: &Terms,
    serial: u32,
    name: String,
    (county, division): (&str, &str),
) -> ApplicationForm {
    let registered = 12 + i64::from(rng.below(40));
    let paid_in = registered - 2 - i64::from(rng.below(2));
    let person = |rng: &mut Rng| format!("样{}", rng.pick(&GIVEN).unwrap_or(&"例"));
    ApplicationForm {
        applicant: Applicant {
            uscc: code(division, serial),
            name,
            county: county.to_owned(),
            legal_representative: person(rng),
            contact: person(rng),
            // No local number begins with 0.
            phone: format!("0553-0{:06}", serial % 1_000_000),
            founded: day(2010, 1, 4).checked_add_days(Days::new(u64::from(rng.below(4000)))),
        },
        facts: EligibilityFacts {
            city: Some(if serial.is_multiple_of(3) { county } else { "芜湖市" }.to_owned()),
            legal_person: Some(true),
            import_export: Some(true),
            violations: Violations {
                police: Some(false),
                market: Some(false),
                customs: Some(false),
                commerce: Some(false),
                safety: Some(false),
            },
            registered_capital: Some(Fen::yuan(registered * 1_000_000)),
            paid_in_capital: Some(Fen::yuan(paid_in * 1_000_000)),
            net_assets: Some(Fen::yuan(paid_in * 1_000_000 + i64::from(rng.below(900_000)))),
            sourcing: Some(true),
            trade_experience: Some(true),
            repair_network: Some(true),
            ..EligibilityFacts::default()
        },
        materials: materials(rng, terms),
    }
}

fn materials(rng: &mut Rng, terms: &Terms) -> Vec<MaterialLine> {
    terms
        .materials
        .iter()
        .map(|item| {
            let provided = item.required || rng.below(4) > 0;
            let pages = 1 + rng.below(30);
            let expires = provided && rng.below(5) == 0;
            MaterialLine {
                no: item.no.clone(),
                provided,
                copies: if provided { 2 } else { 0 },
                pages: if provided { pages } else { 0 },
                original_seen: provided,
                valid_until: if expires {
                    day(2028, 1, 1).checked_add_days(Days::new(u64::from(rng.below(900))))
                } else {
                    None
                },
                remark: String::new(),
            }
        })
        .collect()
}

fn apply(case: Case, form: &mut ApplicationForm) {
    let facts = &mut form.facts;
    match case {
        Case::Plain => {}
        Case::PaidInAtLine => {
            facts.paid_in_capital = Some(Fen::yuan(8_000_000));
            facts.net_assets = Some(Fen::yuan(8_650_000));
        }
        Case::RegisteredAtLine => {
            facts.registered_capital = Some(Fen::yuan(10_000_000));
            facts.paid_in_capital = Some(Fen::yuan(9_000_000));
            facts.net_assets = Some(Fen::yuan(9_400_000));
        }
        Case::NetAssetsInstead => {
            facts.registered_capital = Some(Fen::yuan(6_000_000));
            facts.paid_in_capital = Some(Fen::yuan(6_000_000));
            facts.net_assets = Some(Fen::yuan(13_500_000));
        }
        Case::NetAssetsAtLine => {
            facts.paid_in_capital = None;
            facts.net_assets = Some(Fen::yuan(10_000_000));
        }
        Case::MaterialMissing => {
            if let Some(line) = form.materials.iter_mut().find(|m| m.no == "19") {
                *line = MaterialLine {
                    no: line.no.clone(),
                    provided: false,
                    copies: 0,
                    pages: 0,
                    original_seen: false,
                    valid_until: None,
                    remark: "样例：待补".to_owned(),
                };
            }
        }
        Case::OtherCity => facts.city = Some("马鞍山市".to_owned()),
        Case::NoLegalPerson => facts.legal_person = Some(false),
        Case::CustomsRecord => facts.violations.customs = Some(true),
        Case::RegisteredShort => {
            facts.registered_capital = Some(Fen(999_999_999));
            facts.paid_in_capital = Some(Fen::yuan(8_500_000));
            facts.net_assets = Some(Fen::yuan(8_900_000));
        }
        Case::PaidInShort => {
            facts.paid_in_capital = Some(Fen(799_999_999));
            facts.net_assets = Some(Fen::yuan(9_200_000));
        }
        Case::NoSourcing => facts.sourcing = Some(false),
        Case::NoExperience => facts.trade_experience = Some(false),
        Case::PoliceUnknown => facts.violations.police = None,
        Case::CapitalUnknown => {
            facts.paid_in_capital = None;
            facts.net_assets = None;
        }
        Case::RepairUnknown => facts.repair_network = None,
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
