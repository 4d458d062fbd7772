//! After the filing: a licence, a suspension, a refusal with its clause, the rectification, and open again on the day.

use super::{Demo, Demonstrated};
use crate::wire::*;
use domain::Say;

/// Invented VINs with right check digits.
const FIRST_VIN: &str = "LSVAA4182E2184847";
const SECOND_VIN: &str = "LSVNV2187E2100001";

impl Demo<'_> {
    pub(super) fn after_filing(mut self, batch: &str) -> Result<Demonstrated, Failure> {
        self.on("jingban", "2026-08-14")?;
        let page: BatchPage = self.call("batch.view", ById { id: batch.to_owned() })?;
        let filed = page
            .applications
            .iter()
            .filter(|a| a.state == "filed")
            .min_by_key(|a| a.rank);
        self.enterprise = filed
            .map(|a| a.enterprise.clone())
            .ok_or_else(|| Failure::not_found(Say::new("备案企业", "filed enterprise"), batch))?;

        let drafted = self.ask(FIRST_VIN, "2026-08-14")?;
        self.on("fuhe", "2026-08-15")?;
        let _: Receipt = self.call(
            "licence.approve",
            ActOn {
                id: drafted,
                on: "2026-08-15".into(),
            },
        )?;
        self.done("licence", "核对并签发许可证", "Licence checked and issued")?;

        self.suspend()?;

        self.on("jingban", "2026-12-10")?;
        let refused = self.ask(SECOND_VIN, "2026-12-10")?;
        let page: EnterprisePage = self.call(
            "enterprise.view",
            ById {
                id: self.enterprise.clone(),
            },
        )?;
        let refused_by = page
            .licences
            .iter()
            .filter(|l| l.id == refused && l.state == "refused")
            .flat_map(|l| &l.findings)
            .filter(|f| f.verdict == "not_met")
            .map(|f| f.clause.id.clone())
            .collect();
        self.done("refused", "停发期间不予签发", "Licence refused during the suspension")?;

        self.on("jingban", "2027-01-15")?;
        let page: EnterprisePage = self.call(
            "enterprise.view",
            ById {
                id: self.enterprise.clone(),
            },
        )?;
        let suspension = page.suspensions.first().map(|s| s.id.clone()).unwrap_or_default();
        let rectified = SuspensionAct {
            enterprise: self.enterprise.clone(),
            suspension,
            on: "2027-01-15".into(),
            note: "样例：三个月报表已补报，台账已建立，复查合格".into(),
        };
        let _: Receipt = self.call("suspension.rectify", rectified)?;
        self.done("rectified", "整改验收", "Rectification accepted")?;

        // The last day of the suspension still refuses, the day after it issues.
        self.on("jingban", "2027-02-28")?;
        self.ask(SECOND_VIN, "2027-02-28")?;
        self.on("jingban", "2027-03-01")?;
        let drafted = self.ask(SECOND_VIN, "2027-03-01")?;
        self.on("fuhe", "2027-03-01")?;
        let _: Receipt = self.call(
            "licence.approve",
            ActOn {
                id: drafted,
                on: "2027-03-01".into(),
            },
        )?;
        self.done("resumed", "期满次日恢复签发", "Licences open again on the day after")?;

        self.verify(refused_by)
    }

    /// Asks for a licence for one car; answers its id, drafted or refused.
    fn ask(&mut self, vin: &str, on: &str) -> Result<String, Failure> {
        let request = DraftLicence {
            enterprise: self.enterprise.clone(),
            on: on.into(),
            vin: vin.into(),
            plate: "皖B12345".into(),
            class: "car_small".into(),
            use_kind: "private".into(),
            registered: "2019-05-20".into(),
            manufactured: Some("2019-03-01".into()),
            hs_code: "8703234190".into(),
            contract_no: "YL-2026-001".into(),
            port: "芜湖港（样例）".into(),
            country: "哈萨克斯坦".into(),
            currency: "USD".into(),
            value: "8500.00".into(),
            owner_is_exporter: Some(true),
            lawful_source: Some(true),
            inspection_passed: Some(true),
            inspection_body_listed: Some(true),
            encumbered: Some(false),
            customs_supervised: Some(false),
            exported: Some(false),
            deregistered: Some(false),
            access_ok: Some(true),
            use_unchanged: Some(true),
        };
        let receipt: Receipt = self.call("licence.draft", request)?;
        Ok(receipt.id.unwrap_or_default())
    }

    fn suspend(&mut self) -> Result<(), Failure> {
        self.on("jingban", "2026-11-25")?;
        let draft = DraftSuspension {
            enterprise: self.enterprise.clone(),
            on: "2026-11-25".into(),
            ground: "duties_not_done".into(),
            facts: "样例：连续三个月未按要求报送二手车出口业务情况，经提醒仍未改正".into(),
            rectify: "补报三个月业务情况，建立出口台账".into(),
            rectify_by: "2027-01-31".into(),
            noticed_on: "2026-11-16".into(),
            statement: "样例：企业承认事实，请求从轻处理".into(),
        };
        let drafted: Receipt = self.call("suspension.draft", draft)?;
        let mut act = SuspensionAct {
            enterprise: self.enterprise.clone(),
            suspension: drafted.id.unwrap_or_default(),
            on: "2026-11-27".into(),
            note: "同意".into(),
        };
        self.on("lingdao", "2026-11-27")?;
        let _: Receipt = self.call("suspension.approve", act.clone())?;
        self.on("jingban", "2026-11-30")?;
        act.on = "2026-11-30".into();
        act.note = "样例：直接送达，样法人签收".into();
        let _: Receipt = self.call("suspension.deliver", act)?;
        self.done(
            "suspend",
            "决定并送达停发许可证3个月",
            "Suspended for three months and delivered",
        )
    }

    fn verify(mut self, refused_by: Vec<String>) -> Result<Demonstrated, Failure> {
        let papers: Vec<PaperRow> = self.call("paper.list", Nothing {})?;
        let books = self.office.books()?;
        let before = books.verify()?;
        books.rebuild()?;
        let after = books.verify()?;
        self.done("verify", "核验账本并重建", "Ledger verified and rebuilt")?;
        Ok(Demonstrated {
            papers: papers.into_iter().rev().collect(),
            entries: after.chain.entries,
            head: hex::encode(after.chain.head),
            refused_by,
            verified: before.holds() && after.holds() && before.chain == after.chain,
        })
    }
}
