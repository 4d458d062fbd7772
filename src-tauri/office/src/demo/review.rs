//! The review: pool, draw, sheets, outcome, memo, decision, recommendation, answer.

use super::Demo;
use crate::{cast, wire::*};
use exchange::{read::ScoreRow, sample, write};
use std::collections::BTreeMap;

const HELD_ON: &str = "2026-03-20";

impl Demo<'_> {
    pub(super) fn review(&mut self, batch: &str) -> Result<String, Failure> {
        self.on("jingban", "2026-03-16")?;
        let call = CallMeeting {
            batch: batch.to_owned(),
            held_on: HELD_ON.into(),
            place: "芜湖市商务局三楼会议室（样例）".into(),
        };
        let called: Receipt = self.call("meeting.call", call)?;
        let meeting = called.id.unwrap_or_default();
        self.done("call", "召集评审会", "Review meeting called")?;

        self.on("mishu", "2026-03-18")?;
        let pool =
            write::experts(&sample::experts(&self.terms, sample::SEED), &self.terms).map_err(Failure::internal)?;
        self.office
            .take_experts("样例-专家库.xlsx", &pool, false, "2026-03-18")?;
        let page: MeetingPage = self.call("meeting.view", ById { id: meeting.clone() })?;
        let draw = DrawPanel {
            meeting: meeting.clone(),
            seed: cast::SEED.into(),
            seats: page.suggested_seats,
            reserves: page.suggested_reserves,
            on: "2026-03-18".into(),
        };
        let _: Receipt = self.call("meeting.draw", draw)?;
        self.done("draw", "专家入库并抽取评审专家", "Pool imported, panel drawn")?;

        self.sheets(&meeting)?;
        self.on("mishu", HELD_ON)?;
        let reveal = RevealMeeting {
            meeting: meeting.clone(),
            on: HELD_ON.into(),
            chair_order: Vec::new(),
        };
        let _: Receipt = self.call("meeting.reveal", reveal)?;
        self.done("outcome", "揭示评分并排名", "Sheets revealed, outcome computed")?;

        let page: MeetingPage = self.call("meeting.view", ById { id: meeting.clone() })?;
        let memo = MemoRequest {
            meeting: meeting.clone(),
            on: HELD_ON.into(),
            chair: page.panel.first().map(|m| m.expert.clone()).unwrap_or_default(),
            opinion: "专家组审阅了全部参评材料，逐项独立评分。同意按排名择优推荐，未达合格线和被否决的企业不予推荐。"
                .into(),
        };
        let issued: Receipt = self.call("memo.issue", memo)?;
        self.save(issued)?;
        self.done("memo", "印发评审意见", "Review memo issued")?;
        Ok(meeting)
    }

    /// One expert signs at its own account, entered as in the window; the others' paper sheets come as a workbook.
    fn sheets(&mut self, meeting: &str) -> Result<(), Failure> {
        self.on("mishu", HELD_ON)?;
        let page: MeetingPage = self.call("meeting.view", ById { id: meeting.to_owned() })?;
        let mut codes = BTreeMap::new();
        let mut applications = Vec::new();
        for file in &page.files {
            let case: CasePage = self.call(
                "case.view",
                ById {
                    id: file.application.clone(),
                },
            )?;
            codes.insert(file.application.clone(), case.application.uscc.clone());
            applications.push(case.application.uscc);
        }
        let panel: Vec<String> = page.panel.iter().map(|m| m.expert.clone()).collect();
        let recused: Vec<(String, String)> = page
            .panel
            .iter()
            .flat_map(|m| m.recused.iter().map(|r| (m.expert.clone(), r.application.clone())))
            .filter_map(|(expert, application)| codes.get(&application).map(|code| (expert, code.clone())))
            .collect();
        let rows = sample::sheets_for(&panel, &applications, &recused, &self.terms, sample::SEED);

        if panel.iter().any(|e| e == cast::EXPERT) {
            self.on("zhuanjia", HELD_ON)?;
            for (application, code) in &codes {
                let own = |r: &&ScoreRow| r.expert == cast::EXPERT && &r.application == code;
                let Some(row) = rows.iter().find(own) else { continue };
                let sheet = SaveSheet {
                    meeting: meeting.to_owned(),
                    application: application.clone(),
                    expert: cast::EXPERT.into(),
                    sheet: draft(row),
                };
                let _: Nothing = self.call("sheet.save_draft", sheet.clone())?;
                let _: Receipt = self.call("sheet.sign", sheet)?;
            }
            self.on("mishu", HELD_ON)?;
        }
        let book = write::sheets(&rows, &self.terms).map_err(Failure::internal)?;
        self.office
            .take_sheets(meeting, "样例-评分表.xlsx", &book, false, HELD_ON)?;
        self.done(
            "sheets",
            "录入、导入并签署评分表",
            "Sheets entered, imported and signed",
        )
    }

    pub(super) fn select(&mut self, batch: &str, meeting: &str) -> Result<(), Failure> {
        self.on("jingban", "2026-03-25")?;
        let outcome: OutcomePage = self.call("outcome.view", ById { id: meeting.to_owned() })?;
        let quota = 8;
        let selected: Vec<String> = outcome
            .ranking
            .iter()
            .filter(|r| r.passed && r.rank.is_some_and(|rank| rank <= quota))
            .map(|r| r.application.clone())
            .collect();
        let decide = DecideBatch {
            batch: batch.to_owned(),
            on: "2026-03-25".into(),
            minutes_no: "芜商局会〔2026〕7号（样例）".into(),
            selected: selected.clone(),
            reason: String::new(),
        };
        let _: Receipt = self.call("batch.decide", decide)?;
        self.done("decide", "局务会决定", "Bureau's decision")?;

        self.on("jingban", "2026-03-26")?;
        let draft = DraftRecommendation {
            batch: batch.to_owned(),
            on: "2026-03-26".into(),
            signer: "样领导".into(),
            contact: "样经办".into(),
            phone: "0553-0000000".into(),
        };
        let _: Receipt = self.call("recommendation.draft", draft)?;
        self.on("lingdao", "2026-03-27")?;
        let approve = ApproveRecommendation {
            batch: batch.to_owned(),
            on: "2026-03-27".into(),
        };
        let issued: Receipt = self.call("recommendation.approve", approve)?;
        self.save(issued)?;
        self.done("recommend", "签发推荐请示", "Recommendation approved and issued")?;

        self.on("jingban", "2026-04-30")?;
        let filed = selected
            .iter()
            .take(selected.len().saturating_sub(1).max(1))
            .cloned()
            .collect();
        let answer = RecordAnswer {
            batch: batch.to_owned(),
            on: "2026-04-30".into(),
            document_no: "商备样〔2026〕1号（样例）".into(),
            filed,
            reason_declined: "样例：补充材料后另行申报".into(),
        };
        let _: Receipt = self.call("recommendation.answer", answer)?;
        self.done("answer", "登记商务部备案结果", "Ministry's answer recorded")
    }

    /// Saves the paper just issued.
    fn save(&mut self, issued: Receipt) -> Result<(), Failure> {
        let _: Saved = self.call(
            "paper.save",
            ById {
                id: issued.id.unwrap_or_default(),
            },
        )?;
        Ok(())
    }
}

fn draft(row: &ScoreRow) -> SheetDraft {
    SheetDraft {
        scores: row
            .scores
            .iter()
            .flatten()
            .map(|(item, points)| (item.clone(), points.to_string()))
            .collect(),
        abstain: row.abstention.clone(),
        veto: row.veto.as_ref().map(|(ground, reason)| VetoDraft {
            ground: ground.clone(),
            reason: reason.clone(),
        }),
    }
}
