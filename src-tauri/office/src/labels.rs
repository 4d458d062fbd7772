//! Putting findings, facts and codes into the words of the screens.

use crate::wire::{ClauseText, FactView, FindingView, Words};
use domain::{Fact, Finding, Say, policy::Policy};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A clause with its words in a policy version; the id alone where the version does not list it.
pub(crate) fn clause(id: &str, policy: &Policy) -> ClauseText {
    let text = policy
        .clause(id)
        .map_or_else(|| Say::new(id, id), |c| Say::new(c.text.clone(), c.en.clone()));
    ClauseText {
        id: id.to_owned(),
        text: text.into(),
    }
}

pub(crate) fn finding(f: Finding, policy: &Policy) -> FindingView {
    FindingView {
        rule: f.rule,
        clause: clause(&f.clause.0, policy),
        verdict: code(&f.verdict),
        facts: f.facts.into_iter().map(fact).collect(),
        message: f.message.into(),
    }
}

/// A closed word of the domain as it stands on the wire.
pub(crate) fn code<T: Serialize>(word: &T) -> String {
    match serde_json::to_value(word) {
        Ok(Value::String(code)) => code,
        _ => String::new(),
    }
}

fn fact(f: Fact) -> FactView {
    FactView {
        label: name(&f.name).into(),
        value: worded(&f.name, &f.value),
        name: f.name,
    }
}

/// A fact's value as a person reads it; `None` where it is not known.
pub(crate) fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(true) => Some("是".to_owned()),
        Value::Bool(false) => Some("否".to_owned()),
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// A fact's value by what it is: amounts grouped, classes and uses by their names.
fn worded(fact: &str, value: &Value) -> Option<String> {
    let key = fact.rsplit('.').next().unwrap_or(fact);
    match value {
        Value::Array(list) if list.is_empty() => Some("无".to_owned()),
        Value::String(text) if AMOUNTS.iter().any(|amount| key.starts_with(amount)) => Some(
            text.parse()
                .map_or_else(|_| text.clone(), |fen: domain::Fen| fen.grouped()),
        ),
        Value::String(text) if key == "class" || key == "use" => Some(
            TERMS
                .iter()
                .find(|(code, _)| code == text)
                .map_or(text.as_str(), |(_, zh)| zh)
                .to_owned(),
        ),
        Value::String(text) if key == "filed_until" && text.starts_with("9999") => Some("未设期限".to_owned()),
        other => shown(other),
    }
}

const AMOUNTS: &[&str] = &["registered_capital", "paid_in_capital", "net_assets"];

/// Classes and uses of vehicles, as the office names them.
const TERMS: &[(&str, &str)] = &[
    ("car_small", "小微型载客"),
    ("car_medium", "中型载客"),
    ("car_large", "大型载客"),
    ("sedan_large", "大型轿车"),
    ("truck_micro", "微型货车"),
    ("truck", "其他货车"),
    ("tractor", "牵引车"),
    ("low_speed_single", "三轮汽车、单缸低速货车"),
    ("low_speed_multi", "多缸低速货车"),
    ("special_with_load", "专项作业车（有载货）"),
    ("special_without_load", "专项作业车（无载货）"),
    ("trailer_full", "全挂车"),
    ("semi_hazardous", "危险品半挂车"),
    ("semi_container", "集装箱半挂车"),
    ("semi_trailer", "其他半挂车"),
    ("motorcycle_three_wheel", "正三轮摩托车"),
    ("motorcycle", "其他摩托车"),
    ("wheeled_machinery", "轮式专用机械车"),
    ("taxi", "出租"),
    ("rental", "租赁"),
    ("driving_school", "教练"),
    ("bus", "公交"),
    ("commercial", "其他营运"),
    ("school_bus", "专用校车"),
    ("hazardous", "危险品运输"),
    ("private", "非营运"),
];

/// A reason with the applications it names by id told by their enterprises' names.
pub(crate) fn named(reason: &Say, names: &BTreeMap<String, String>) -> Say {
    let tell = |text: &str| {
        names
            .iter()
            .fold(text.to_owned(), |text, (id, name)| text.replace(id, name))
    };
    Say::new(tell(&reason.zh), tell(&reason.en))
}

/// The caption of a fact. A fact without a caption of its own is shown under its name.
pub(crate) fn name(field: &str) -> Say {
    let key = field.rsplit('.').next().unwrap_or(field);
    CAPTIONS
        .iter()
        .find(|(name, _, _)| *name == field || *name == key)
        .map_or_else(|| Say::new(field, field), |(_, zh, en)| Say::new(*zh, *en))
}

const CAPTIONS: &[(&str, &str, &str)] = &[
    ("city", "注册地", "Registered in"),
    ("legal_person", "独立法人", "Independent legal person"),
    ("import_export", "进出口企业", "Import/export enterprise"),
    ("police", "公安严重违法记录", "Serious record: police"),
    ("market", "市监严重违法记录", "Serious record: market supervision"),
    ("customs", "海关严重违法记录", "Serious record: customs"),
    ("commerce", "商务严重违法记录", "Serious record: commerce"),
    ("safety", "安全生产严重违法记录", "Serious record: work safety"),
    ("registered_capital", "注册资本（元）", "Registered capital (yuan)"),
    ("paid_in_capital", "实缴资本（元）", "Paid-in capital (yuan)"),
    ("net_assets", "净资产（元）", "Net assets (yuan)"),
    ("sourcing", "境内车源整合能力", "Domestic sourcing"),
    ("trade_experience", "外贸或二手车出口经验", "Trade experience"),
    ("repair_network", "境外维修及零配件体系", "Repair and parts abroad"),
    (
        "market_knowledge",
        "熟知目标市场政策法规",
        "Knowledge of the target market",
    ),
    ("sourcing_by", "车源能力来自", "Sourcing of"),
    ("experience_by", "经验来自", "Experience of"),
    ("premises", "固定经营场所", "Fixed premises"),
    ("display_site", "展示销售场地", "Display site"),
    ("vehicle_trade_experience", "汽车贸易经验", "Vehicle trade experience"),
    ("appraisers", "鉴定评估人员数", "Appraisers"),
    ("uscc", "统一社会信用代码", "USCC"),
    ("name", "企业名称", "Name"),
    ("county", "县（市）区", "County"),
    ("legal_representative", "法定代表人", "Legal representative"),
    ("contact", "联系人", "Contact"),
    ("phone", "联系电话", "Telephone"),
    ("founded", "成立日期", "Founded"),
    ("vin", "车辆识别代号", "VIN"),
    ("filed", "已备案", "Filed"),
    ("filed_until", "备案有效至", "Filed until"),
    ("suspended", "停发期间", "Suspended"),
    ("live_licence", "该车另有有效许可证", "Another live licence"),
    ("owner_is_exporter", "所有人为出口企业", "Owner is the exporter"),
    ("lawful_source", "来源合法", "Lawful source"),
    ("passed", "检测合格", "Inspection passed"),
    ("body_listed", "检测机构在名录内", "Inspection body listed"),
    ("encumbered", "抵押或查封", "Encumbered"),
    ("customs_supervised", "海关监管", "Under customs supervision"),
    ("exported", "已出口", "Already exported"),
    ("deregistered", "已注销", "Deregistered"),
    ("access_ok", "符合目的国准入", "Meets the destination's rules"),
    ("class", "车辆类别", "Class"),
    ("use", "使用性质", "Use"),
    ("registered", "注册日期", "Registered"),
    ("manufactured", "出厂日期", "Manufactured"),
    ("on", "判定日", "Judged on"),
    ("required_end", "要求使用年限届满日", "Required end"),
    ("refused_from", "不得出口起始日", "Refused from"),
    ("years", "使用年限（年）", "Use-life (years)"),
    (
        "registered_capital_min",
        "注册资本下限（元）",
        "Registered capital, at least",
    ),
    ("paid_in_capital_min", "实缴资本下限（元）", "Paid-in capital, at least"),
    ("net_assets_min", "净资产下限（元）", "Net assets, at least"),
    ("maker_confirmation", "生产企业确认书", "Maker's confirmation"),
];

impl From<&Say> for Words {
    fn from(say: &Say) -> Self {
        say.clone().into()
    }
}
