//! Sample books with an open batch, made once and copied for each test, and the cast's hands on them.

use domain::{
    application::ApplicationForm,
    eligibility::{Violations, judge},
    policy::Policy,
};
use exchange::{Row, Terms, sample};
use office::{Office, Settings, cast, clock::PinnedClock, ids::CountedIds, wire::*};
use serde::{Serialize, de::DeserializeOwned};
use std::{fs, path::Path, sync::OnceLock};
use tempfile::TempDir;

pub struct Desk {
    pub office: Office,
    pub batch: String,
    folder: TempDir,
}

fn office(folder: &Path, seed: u64) -> Office {
    Office::new(Settings {
        folder: folder.join("books"),
        papers: folder.join("papers"),
        clock: Box::new(PinnedClock("2026-03-02T01:00:00Z".parse().unwrap())),
        ids: Box::new(CountedIds::new(seed)),
    })
}

/// The office without its session, so that the files can be copied.
fn made() -> &'static (TempDir, String) {
    static MADE: OnceLock<(TempDir, String)> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let mut office = office(folder.path(), 1);
        drop(office.create_sample(&folder.path().join("books")).unwrap());
        office
            .sign_in(&folder.path().join("books"), "jingban", cast::PASSWORD)
            .unwrap();
        let open = OpenBatch {
            name: "样例会商批次".into(),
            policy: "wuhu-plan".into(),
            opens_on: "2026-03-02".into(),
            closes_on: "2026-12-31".into(),
            quota: None,
        };
        let opened: Receipt = office::ask(&mut office, "batch.open", &open).unwrap();
        (folder, opened.id.unwrap())
    })
}

impl Desk {
    pub fn new() -> Self {
        let (from, batch) = made();
        let folder = TempDir::new().unwrap();
        let to = folder.path().join("books");
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from.path().join("books")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
        Self {
            office: office(folder.path(), 2),
            batch: batch.clone(),
            folder,
        }
    }

    /// Signs in as one of the cast, on a day.
    pub fn on(&mut self, account: &str, day: &str) {
        let books = self.folder.path().join("books");
        self.office.sign_in(&books, account, cast::PASSWORD).unwrap();
        let _: SessionView = self.call("session.set_date", &SetDate { date: day.into() });
    }

    pub fn call<Q: Serialize, R: DeserializeOwned>(&mut self, verb: &str, request: &Q) -> R {
        self.try_call(verb, request)
            .unwrap_or_else(|f| panic!("{verb}: {} {:#?}", f.message.zh, f.faults))
    }

    pub fn try_call<Q: Serialize, R: DeserializeOwned>(&mut self, verb: &str, request: &Q) -> Result<R, Failure> {
        office::ask(&mut self.office, verb, request)
    }

    /// What a verb was refused for: code and clause of each fault, and that nothing was written.
    pub fn refused<Q: Serialize>(&mut self, verb: &str, request: &Q) -> Vec<(String, String)> {
        let before = self.head();
        let failure = self
            .try_call::<Q, serde_json::Value>(verb, request)
            .expect_err("must be refused");
        assert_eq!(self.head(), before, "a refusal leaves nothing behind");
        failure
            .faults
            .into_iter()
            .map(|f| (f.code, f.clause.unwrap_or_default()))
            .collect()
    }

    pub fn head(&mut self) -> i64 {
        self.office.books().unwrap().reader().head().unwrap().0
    }

    /// Applications that meet every condition, with this record at the five departments. Received on 9 March 2026.
    pub fn receive(&mut self, count: usize, declared: Option<bool>) -> Vec<String> {
        let policy = Policy::shipped("wuhu-plan").unwrap();
        let terms = Terms::from(policy);
        let rows: Vec<Row<ApplicationForm>> = sample::filings(&terms, sample::SEED)
            .into_iter()
            .filter(|row| judge(policy, "", &row.value.facts).verdict == domain::Verdict::Met)
            .take(count)
            .zip(2..)
            .map(|(mut row, at)| {
                row.row = at;
                row.value.facts.violations = Violations {
                    police: declared,
                    market: declared,
                    customs: declared,
                    commerce: declared,
                    safety: declared,
                };
                row
            })
            .collect();
        assert_eq!(rows.len(), count, "the sample has that many");
        let bytes = exchange::write::filings(&rows, &terms).unwrap();
        self.on("jingban", "2026-03-09");
        self.office
            .take_filings(&self.batch.clone(), "样例.xlsx", &bytes, false, "2026-03-09")
            .unwrap();
        let page: BatchPage = self.call("batch.view", &ById { id: self.batch.clone() });
        page.applications.into_iter().map(|a| a.id).collect()
    }

    pub fn ask(&mut self, applications: &[String], departments: &[&str], on: &str) -> ConsultationDone {
        self.call("consultation.ask", &asking(applications, departments, on))
    }

    pub fn departments(&mut self, application: &str) -> Vec<DepartmentView> {
        let request = ById { id: application.into() };
        let page: ConsultationPage = self.call("consultation.view", &request);
        page.departments
    }

    pub fn department(&mut self, application: &str, id: &str) -> DepartmentView {
        let departments = self.departments(application);
        departments.into_iter().find(|d| d.department == id).unwrap()
    }

    /// The id of a department's consultation.
    pub fn id(&mut self, application: &str, department: &str) -> String {
        self.department(application, department).consultation.unwrap()
    }

    pub fn answer(&mut self, application: &str, department: &str, record: &str, on: &str) -> ConsultationDone {
        let request = answering(self.id(application, department), record, on);
        self.call("consultation.answer", &request)
    }

    /// The verdict on "no serious violation", and on the whole.
    pub fn verdict(&mut self, application: &str) -> (String, String) {
        let page: CasePage = self.call("case.view", &ById { id: application.into() });
        let finding = page.findings.into_iter().find(|f| f.rule == "violations").unwrap();
        assert_eq!(finding.clause.id, "§二(一)1");
        (finding.verdict, page.application.verdict)
    }
}

pub fn asking(applications: &[String], departments: &[&str], on: &str) -> AskDepartments {
    AskDepartments {
        applications: applications.to_vec(),
        departments: departments.iter().map(|d| (*d).to_owned()).collect(),
        on: on.into(),
        letter_no: "芜商函〔2026〕7号".into(),
    }
}

pub fn answering(consultation: String, record: &str, on: &str) -> AnswerConsultation {
    AnswerConsultation {
        consultation,
        on: on.into(),
        replied_on: on.into(),
        document_no: "样函〔2026〕3号".into(),
        record: record.into(),
        description: "样例情况说明".into(),
        scans: "样例卷2第3页".into(),
    }
}
