//! Sample books on the day of the review meeting, with every sheet signed but one of the expert in the cast.

use domain::policy::Policy;
use exchange::{Terms, read::ScoreRow, sample, write};
use office::{Office, Settings, cast, dispatch, wire::*};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

pub const BATCH: &str = "2026年第一批";
pub const EXPERT: &str = cast::EXPERT;
const HELD_ON: &str = "2026-03-20";
const PATIENCE: u32 = 200;

/// The file whose last sheet is still to be signed.
pub struct File {
    pub application: String,
    pub name: String,
    /// What the expert is going to enter: item and score, in the rubric's order.
    pub own: Vec<(String, String)>,
    /// Every expert's total, in hundredths.
    totals: Vec<i64>,
}

impl File {
    /// One highest and one lowest total dropped, the mean of the rest, half up to two decimals; in integers only.
    pub fn score(&self) -> String {
        let mut totals = self.totals.clone();
        totals.sort_unstable();
        let kept = &totals[1..totals.len() - 1];
        let many = i64::try_from(kept.len()).unwrap();
        text((2 * kept.iter().sum::<i64>() + many) / (2 * many))
    }
}

pub struct Prepared {
    pub folder: PathBuf,
    pub papers: PathBuf,
    pub file: File,
    /// Sheets due at the meeting.
    pub seats: usize,
    /// Those of the expert in the cast.
    pub own_seats: usize,
    /// Files under review.
    pub files: usize,
    /// The number of the panel's first member.
    pub chair: String,
}

/// What the books hold after the journey.
pub struct ReadBack {
    pub verified: bool,
    pub memos: Vec<PaperRow>,
    /// The states of all licences, in the order they were asked for.
    pub licences: Vec<String>,
    /// In which manner the last sheet was signed.
    pub signed_in_manner: Value,
}

/// `"5.5"` is 550.
pub fn hundredths(points: &str) -> i64 {
    let (whole, part) = points.split_once('.').unwrap_or((points, ""));
    format!("{whole}{part:0<2}").parse().unwrap()
}

/// 8325 is `"83.25"`.
pub fn text(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// 550 is `"5.5"`, as totals are shown while a sheet is filled.
pub fn short(hundredths: i64) -> String {
    text(hundredths).trim_end_matches('0').trim_end_matches('.').to_owned()
}

struct Desk(Office);

impl Desk {
    fn call<Q: Serialize, R: DeserializeOwned>(&mut self, verb: &str, request: Q) -> R {
        let reply = dispatch(&mut self.0, verb, serde_json::to_value(request).unwrap());
        let reply = reply.unwrap_or_else(|f| panic!("{verb}: {} {:#?}", f.message.zh, f.faults));
        serde_json::from_value(reply).unwrap()
    }

    fn on(&mut self, folder: &Path, account: &str, day: &str) {
        self.0.sign_in(folder, account, cast::PASSWORD).unwrap();
        let _: SessionView = self.call("session.set_date", SetDate { date: day.into() });
    }
}

/// Makes the books through the same verbs as the window.
pub fn prepare(at: &Path) -> Prepared {
    let (folder, papers) = (at.join("books"), at.join("papers"));
    let terms = Terms::from(Policy::shipped("wuhu-plan").unwrap());
    let mut desk = Desk(Office::new(Settings::real(folder.clone(), papers.clone())));
    drop(desk.0.create_sample(&folder).unwrap());
    let batch = receive(&mut desk, &folder, &terms);
    let meeting = convene(&mut desk, &folder, &terms, &batch);

    desk.on(&folder, "mishu", HELD_ON);
    let page: MeetingPage = desk.call("meeting.view", ById { id: meeting.clone() });
    let rows = rows(&mut desk, &page, &terms);
    let code = whole(&rows);
    let is_last = |r: &&ScoreRow| r.application == code && r.expert == EXPERT;
    let own = rows.iter().find(is_last).unwrap();
    let others: Vec<ScoreRow> = rows.iter().filter(|r| !is_last(r)).cloned().collect();
    let book = write::sheets(&others, &terms).unwrap();
    let taken = desk.0.take_sheets(&meeting, "样例-评分表.xlsx", &book, false, HELD_ON);
    assert_eq!(taken.unwrap().good as usize, others.len(), "every sheet but one is in");

    let mut ids = by_code(&mut desk, &page);
    let (application, name) = ids.remove(&code).unwrap();
    let points = |r: &ScoreRow| -> Vec<(String, String)> {
        let scores = r.scores.iter().flatten();
        scores
            .map(|(item, points)| (item.clone(), points.to_string()))
            .collect()
    };
    let total = |r: &ScoreRow| points(r).iter().map(|(_, p)| hundredths(p)).sum();
    Prepared {
        file: File {
            application,
            name,
            own: points(own),
            totals: rows.iter().filter(|r| r.application == code).map(total).collect(),
        },
        seats: rows.len(),
        own_seats: rows.iter().filter(|r| r.expert == EXPERT).count(),
        files: page.files.len(),
        chair: page.panel[0].expert.clone(),
        folder,
        papers,
    }
}

/// The batch with its sample applications received, accepted where the conditions are met.
fn receive(desk: &mut Desk, folder: &Path, terms: &Terms) -> String {
    desk.on(folder, "jingban", "2026-03-12");
    let open = OpenBatch {
        name: BATCH.into(),
        policy: "wuhu-plan".into(),
        opens_on: "2026-03-02".into(),
        closes_on: "2026-03-31".into(),
        quota: Some(8),
    };
    let opened: Receipt = desk.call("batch.open", open);
    let batch = opened.id.unwrap();
    let book = write::filings(&sample::filings(terms, sample::SEED), terms).unwrap();
    let taken = desk
        .0
        .take_filings(&batch, "样例-申请汇总表.xlsx", &book, true, "2026-03-12");
    assert!(taken.unwrap().good > 0, "the sample workbook has good rows");
    let page: BatchPage = desk.call("batch.view", ById { id: batch.clone() });
    let (met, others): (Vec<_>, Vec<_>) = page.applications.into_iter().partition(|a| a.verdict == "met");
    let accept = AcceptApplications {
        batch: batch.clone(),
        applications: met.into_iter().map(|a| a.id).collect(),
        on: "2026-03-12".into(),
    };
    let _: Receipt = desk.call("application.accept", accept);
    for other in others {
        let refuse = RefuseApplication {
            application: other.id,
            on: "2026-03-12".into(),
            reason: "样例：不符合基本条件或未能核实".into(),
        };
        let _: Receipt = desk.call("application.refuse", refuse);
    }
    batch
}

/// The meeting called and its panel drawn from the sample pool.
fn convene(desk: &mut Desk, folder: &Path, terms: &Terms, batch: &str) -> String {
    let call = CallMeeting {
        batch: batch.into(),
        held_on: HELD_ON.into(),
        place: "三楼会议室（样例）".into(),
    };
    let called: Receipt = desk.call("meeting.call", call);
    let meeting = called.id.unwrap();
    desk.on(folder, "mishu", "2026-03-18");
    let pool = write::experts(&sample::experts(terms, sample::SEED), terms).unwrap();
    desk.0
        .take_experts("样例-专家库.xlsx", &pool, false, "2026-03-18")
        .unwrap();
    let page: MeetingPage = desk.call("meeting.view", ById { id: meeting.clone() });
    let draw = DrawPanel {
        meeting: meeting.clone(),
        seed: cast::SEED.into(),
        seats: page.suggested_seats,
        reserves: page.suggested_reserves,
        on: "2026-03-18".into(),
    };
    let _: Receipt = desk.call("meeting.draw", draw);
    meeting
}

/// Applications under review by their enterprises' codes: id and name.
fn by_code(desk: &mut Desk, page: &MeetingPage) -> BTreeMap<String, (String, String)> {
    let mut files = BTreeMap::new();
    for file in &page.files {
        let id = file.application.clone();
        let case: CasePage = desk.call("case.view", ById { id: id.clone() });
        files.insert(case.application.uscc, (id, file.name.clone()));
    }
    files
}

/// The sample sheets of the whole panel on every file, recusals left out.
fn rows(desk: &mut Desk, page: &MeetingPage, terms: &Terms) -> Vec<ScoreRow> {
    let files = by_code(desk, page);
    let codes: BTreeMap<&str, &str> = files
        .iter()
        .map(|(code, (id, _))| (id.as_str(), code.as_str()))
        .collect();
    let panel: Vec<String> = page.panel.iter().map(|m| m.expert.clone()).collect();
    let applications: Vec<String> = page
        .files
        .iter()
        .map(|f| codes[f.application.as_str()].into())
        .collect();
    let of = |m: &PanelMember| -> Vec<(String, String)> {
        let recused = m.recused.iter().filter_map(|r| codes.get(r.application.as_str()));
        recused.map(|code| (m.expert.clone(), (*code).to_owned())).collect()
    };
    let recused: Vec<(String, String)> = page.panel.iter().flat_map(of).collect();
    sample::sheets_for(&panel, &applications, &recused, terms, sample::SEED)
}

/// The code of a file that the expert scores and that nobody abstains from or vetoes.
fn whole(rows: &[ScoreRow]) -> String {
    let mut scored_by_own = rows.iter().filter(|r| r.expert == EXPERT).map(|r| &r.application);
    scored_by_own
        .rfind(|code| {
            let mut sheets = rows.iter().filter(|r| r.application == **code);
            sheets.all(|r| r.scores.is_some() && r.veto.is_none())
        })
        .expect("the panel scores one file without abstention or veto")
        .clone()
}

impl Prepared {
    pub fn read_back(&self) -> ReadBack {
        let mut desk = Desk(Office::new(Settings::real(self.folder.clone(), self.papers.clone())));
        // The window was ended, not asked: the books are free once the system has taken it away.
        for _ in 0..PATIENCE {
            match desk.0.sign_in(&self.folder, "shenji", cast::PASSWORD) {
                Err(fault) if fault.faults.iter().any(|f| f.code == "already_open") => sleep(Duration::from_millis(50)),
                answer => {
                    answer.unwrap();
                    break;
                }
            }
        }
        let papers: Vec<PaperRow> = desk.call("paper.list", Nothing {});
        let verify: VerifyReport = desk.call("ledger.verify", Nothing {});
        let enterprises: Vec<EnterpriseRow> = desk.call("enterprise.list", Nothing {});
        let mut licences: Vec<LicenceView> = Vec::new();
        for row in enterprises {
            let page: EnterprisePage = desk.call("enterprise.view", ById { id: row.id });
            licences.extend(page.licences);
        }
        licences.sort_by(|a, b| (&a.drafted_on, &a.id).cmp(&(&b.drafted_on, &b.id)));
        let asked = EntriesRequest {
            before: None,
            limit: 200,
        };
        let page: EntriesPage = desk.call("ledger.entries", asked);
        let last = page.entries.iter().find(|e| e.kind == "sheet.signed");
        let body: Value = serde_json::from_str(&last.unwrap().body).unwrap();
        ReadBack {
            verified: verify.ok,
            licences: licences.into_iter().map(|l| l.state).collect(),
            memos: papers.into_iter().filter(|p| p.kind == "review_memo").collect(),
            signed_in_manner: body["data"]["manner"].clone(),
        }
    }
}
