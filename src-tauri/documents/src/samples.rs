//! Invented facts for previews, benches and tests (样例): no such enterprise or person is meant.

use crate::facts::{
    BasisClause, EligibilityLine, Enterprise, MemoFacts, Outcome, PanelMember, PaperFacts, PublicNotice,
    RecommendationFacts, Recusal, ScoreVerdict,
};
use crate::request::{LedgerHead, Mark, PaperNumber, PaperRequest};
use chrono::NaiveDate;
use domain::clause::{plan, rules};
use domain::{Clause, Fen, Points, Verdict};

const BUREAU: &str = "芜湖市商务局";
const BATCH: &str = "2026年第一批";
const PLAN: &str = "芜湖市二手车出口工作实施方案";
const COUNTIES: [&str; 5] = ["镜湖区", "弋江区", "鸠江区", "无为市", "经济技术开发区"];
const TRADES: [&str; 6] = ["甲辰", "乙巳", "丙午", "丁未", "戊申", "己酉"];
const SURNAMES: [&str; 10] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈"];
const RARE_NAMES: [&str; 8] = ["喆", "堃", "珺", "玥", "祎", "镕", "赟", "旸"];

/// An invented enterprise's name.
pub fn enterprise_name(n: u32) -> String {
    let trade = pick(&TRADES, n);
    if n < 6 {
        format!("样例{trade}汽车进出口有限公司")
    } else {
        format!("样例{trade}第{n}汽车进出口有限公司")
    }
}

/// An invented person's name, with a character many fonts lack.
pub fn person_name(n: u32) -> String {
    format!("{}{}", pick(&SURNAMES, n), pick(&RARE_NAMES, n / 3))
}

/// A code of the right shape in a range that is not given out.
pub fn uscc(n: u32) -> String {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("91340200MA{n:06}X");
    let mut weight = 1;
    let mut sum = 0;
    for byte in body.bytes() {
        let value = ALPHABET.iter().position(|a| *a == byte).unwrap_or(0);
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let check = ALPHABET.get((31 - sum % 31) % 31).copied().unwrap_or(b'0');
    format!("{body}{}", char::from(check))
}

/// A memo of `applications` applications: the last is vetoed, the one before it fails.
pub fn memo(applications: u32) -> MemoFacts {
    MemoFacts {
        bureau: BUREAU.to_owned(),
        batch: BATCH.to_owned(),
        policy_title: PLAN.to_owned(),
        met_on: day(11, 12),
        place: "市政务中心三楼第二会议室".to_owned(),
        panel: (0..7).map(member).collect(),
        recusals: vec![Recusal {
            expert: "专家3".to_owned(),
            enterprise: enterprise_name(1),
            reason: "近三年内曾受聘担任该企业顾问".to_owned(),
            clause: rules::RECUSAL.into(),
        }],
        received: applications + 2,
        pass_line: Points::whole(70),
        basis: basis(),
        outcomes: (0..applications).map(|n| outcome(n, applications)).collect(),
        opinion: vec![
            "专家组认为，本批次申报企业总体上具备车源整合和整备检测能力，海外营销网络和售后备件供应仍是短板，\
             建议在备案后的动态考核中重点跟踪。"
                .to_owned(),
            "专家组一致同意上述评审结果，建议市商务局对合格企业按程序公示后择优上报备案；对未合格企业书面反馈失分项目，\
             指导其整改后参加下一批次申报。"
                .to_owned(),
        ],
        cc: vec!["市公安局".to_owned(), "芜湖海关".to_owned(), "市市场监管局".to_owned()],
    }
}

/// A recommendation of `selected` enterprises to the Ministry.
pub fn recommendation(selected: u32) -> RecommendationFacts {
    RecommendationFacts {
        bureau: BUREAU.to_owned(),
        signer: "周旸".to_owned(),
        addressee: "商务部".to_owned(),
        forward: None,
        cc: vec!["安徽省商务厅".to_owned()],
        batch: BATCH.to_owned(),
        policy_title: PLAN.to_owned(),
        basis: basis(),
        received: selected + 4,
        reviewed: selected + 2,
        met_on: day(11, 12),
        passed: selected,
        notice: Some(PublicNotice {
            from: day(11, 16),
            until: day(11, 20),
            result: "公示期间未收到异议".to_owned(),
        }),
        enterprises: (0..selected).map(enterprise).collect(),
        contact: "李珺".to_owned(),
        phone: "0553-0000000".to_owned(),
    }
}

/// A complete request of sample books for these facts.
pub fn request(facts: PaperFacts) -> PaperRequest {
    let code = match &facts {
        PaperFacts::Memo(_) => "芜商评",
        PaperFacts::Recommendation(_) => "芜商",
    };
    PaperRequest {
        facts,
        number: Some(PaperNumber {
            code: code.to_owned(),
            year: 2026,
            n: 12,
        }),
        date: day(11, 23),
        head: Some(LedgerHead {
            entry: 1024,
            hash16: "9f2c41d07be3a856".to_owned(),
        }),
        document_id: "0199c0de-7a11-7000-8000-00000000001c".to_owned(),
        mark: Mark::Sample,
    }
}

fn pick<'a>(list: &[&'a str], n: u32) -> &'a str {
    let index = usize::try_from(n).unwrap_or(0) % list.len().max(1);
    list.get(index).copied().unwrap_or_default()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

fn basis() -> Vec<BasisClause> {
    [
        (
            plan::STANDING,
            "在芜湖市行政区域内依法注册，具有独立法人资格的进出口企业，且在公安、市场监管、海关、商务、安全生产等方面\
             无严重违法违规记录",
        ),
        (
            plan::CAPITAL,
            "企业注册资本不得低于1000万元人民币，实缴资本不低于800万元人民币，或具备相应的净资产",
        ),
        (
            plan::SELECTION,
            "符合条件的企业经县（市）区、开发区商务主管部门初审后报市商务局，市商务局组织专家评审等流程，择优上报商务部备案",
        ),
    ]
    .map(|(clause, text)| BasisClause {
        clause: clause.into(),
        text: text.to_owned(),
    })
    .into()
}

fn member(n: u32) -> PanelMember {
    const SPECIALTIES: [&str; 4] = ["汽车检测与鉴定评估", "国际贸易", "财务审计", "海关与通关"];
    PanelMember {
        seat: format!("专家{}", n + 1),
        name: person_name(n),
        specialty: pick(&SPECIALTIES, n).to_owned(),
        chair: n == 0,
    }
}

fn outcome(n: u32, all: u32) -> Outcome {
    let verdict = match all - n {
        1 if all > 2 => ScoreVerdict::Vetoed,
        2 if all > 2 => ScoreVerdict::Failed,
        _ => ScoreVerdict::Passed,
    };
    let vetoed = verdict == ScoreVerdict::Vetoed;
    let points = if verdict == ScoreVerdict::Failed {
        6650
    } else {
        9125 - 2000 * i64::from(n) / i64::from(all.max(1))
    };
    Outcome {
        rank: (!vetoed).then_some(n + 1),
        name: enterprise_name(n),
        county: pick(&COUNTIES, n).to_owned(),
        valid_sheets: 7,
        dropped: vec!["专家2".to_owned(), "专家6".to_owned()],
        score: Some(Points(points)),
        verdict,
        reason: vetoed.then(|| "申报材料所附验资报告经核查不属实".to_owned()),
        tie: (n == 1).then(|| "与另一家同分，按维度E的均值排序".to_owned()),
        clause: rules::OUTCOME.into(),
        eligibility: EligibilityLine {
            verdict: if vetoed { Verdict::NotMet } else { Verdict::Met },
            note: if vetoed { "实缴资本未达到要求" } else { "" }.to_owned(),
            clauses: [plan::STANDING, plan::CAPITAL, plan::SOURCING, plan::EXPERIENCE]
                .map(Clause::from)
                .into(),
        },
    }
}

fn enterprise(n: u32) -> Enterprise {
    Enterprise {
        rank: n + 1,
        name: enterprise_name(n),
        uscc: uscc(n),
        county: pick(&COUNTIES, n).to_owned(),
        legal_representative: person_name(n),
        registered_capital: Some(Fen::yuan(10_000_000 + 2_500_000 * i64::from(n % 9))),
        paid_in_capital: (n != 2).then(|| Fen::yuan(8_000_000 + 1_005_000 * i64::from(n % 9))),
        score: Points(9125 - 5 * i64::from(n)),
    }
}
