//! Sheet 申请: one row an enterprise.

use super::{Column, Kind};

/// Places of the columns in [`columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filing {
    Reference,
    Name,
    Uscc,
    County,
    LegalRepresentative,
    Contact,
    Phone,
    Founded,
    City,
    LegalPerson,
    ImportExport,
    Police,
    Market,
    Customs,
    Commerce,
    Safety,
    RegisteredCapital,
    PaidInCapital,
    NetAssets,
    Sourcing,
    TradeExperience,
    RepairNetwork,
    MarketKnowledge,
    SourcingBy,
    ExperienceBy,
    Premises,
    DisplaySite,
    VehicleTradeExperience,
    Appraisers,
}

const RECORD: &str = "该部门有无严重违法违规记录。有记录填“是”，无记录填“否”，未查询或未答复填“待核”。";
const ASKED: &str = "本次政策版本不要求时留空；要求而尚不清楚时填“待核”。";
const YUAN: &str = "以元为单位，最多两位小数，直接填数字，不用公式；不要以万元填写。";

/// The columns in the template's order.
pub fn columns() -> Vec<Column> {
    use Kind::{Bearer, Count, County, Date, Digits, Money, Text, ThreeValued};
    let mut list = vec![
        Column::new("序号", Digits, 8, "县区自编序号，可留空。").optional(),
        Column::new("企业名称", Text, 32, "与营业执照一致。"),
        Column::new(
            "统一社会信用代码",
            Digits,
            22,
            "18 位，本列已设为文本格式。从别处粘贴时选“只粘贴文本”，否则 Excel 会把 18 位数字改成 15 位加零。",
        ),
        Column::new(
            "所属县区",
            County,
            20,
            "负责初审转报的县（市）区、开发区，从下拉列表选择。",
        ),
        Column::new("法定代表人", Text, 12, "姓名。"),
        Column::new("联系人", Text, 12, "姓名。"),
        Column::new(
            "联系电话",
            Digits,
            16,
            "手机号码，或带区号的固定电话；本列已设为文本格式。",
        ),
        Column::new("成立日期", Date, 13, "如 2018-06-01。可留空。"),
        Column::new(
            "注册地",
            Text,
            16,
            "登记机关所在的市或县区，如 芜湖市、无为市。不清楚时留空。",
        ),
        Column::new("独立法人资格", ThreeValued, 10, "是 / 否 / 待核；留空视为待核。"),
        Column::new(
            "进出口企业",
            ThreeValued,
            10,
            "是否已办理进出口货物收发货人备案。是 / 否 / 待核；留空视为待核。",
        ),
    ];
    for department in [
        "公安违法记录",
        "市监违法记录",
        "海关违法记录",
        "商务违法记录",
        "安全生产违法记录",
    ] {
        list.push(Column::new(department, ThreeValued, 12, RECORD));
    }
    for amount in ["注册资本（元）", "实缴资本（元）", "净资产（元）"] {
        list.push(Column::new(amount, Money, 18, YUAN));
    }
    list.extend([
        Column::new(
            "车源整合能力",
            ThreeValued,
            12,
            "企业或其投资方有稳定的国内二手车车源供应渠道。",
        ),
        Column::new(
            "外贸或二手车出口经验",
            ThreeValued,
            14,
            "企业或其投资方有对外贸易或二手车出口相关经验。",
        ),
        Column::new(
            "境外维修及配件体系",
            ThreeValued,
            14,
            "能以自建或合作形式在出口目标国建立维修及零配件供应体系。",
        ),
        Column::new("熟知目标国政策法规", ThreeValued, 14, ASKED).optional(),
        Column::new("车源能力属于", Bearer, 12, ASKED).optional(),
        Column::new("出口经验属于", Bearer, 12, ASKED).optional(),
        Column::new("固定经营场所", ThreeValued, 12, ASKED).optional(),
        Column::new("展示销售场地", ThreeValued, 12, ASKED).optional(),
        Column::new("汽车贸易经验", ThreeValued, 12, ASKED).optional(),
        Column::new("鉴定评估人员数", Count, 12, ASKED).optional(),
    ]);
    list
}
