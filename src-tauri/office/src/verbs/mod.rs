//! Every verb of the office, declared once: name, request, reply. The dispatcher, the roles' table and the TypeScript
//! client all derive from this list.

mod amend;
mod batches;
mod calendar;
mod consultations;
mod imports;
mod licences;
mod meetings;
mod recommendation;
mod session;
mod sheets;
mod suspensions;

use crate::{
    Office,
    wire::{Failure, *},
};
use domain::Say;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

pub(crate) use calendar::calendar_table;
pub(crate) use meetings::suggested_seed;
pub(crate) use sheets::{draft_of, drafts_at, due_sheets_left};

/// Calls the macro `$with` with the whole list.
#[macro_export]
macro_rules! for_each_verb {
    ($with:ident) => {
        $with! {
            // before sign-in
            "program.status" program_status (Nothing) -> Status;
            "books.create_sample" books_create_sample (FolderRequest) -> BooksView;
            "books.look" books_look (FolderRequest) -> BooksView;
            "session.sign_in" session_sign_in (SignIn) -> SessionView;
            "session.sign_out" session_sign_out (Nothing) -> Nothing;
            "session.set_date" session_set_date (SetDate) -> SessionView;
            // asking
            "today.view" today_view (Nothing) -> Today;
            "policy.list" policy_list (Nothing) -> Vec<PolicyRow>;
            "batch.list" batch_list (Nothing) -> Vec<BatchRow>;
            "batch.view" batch_view (ById) -> BatchPage;
            "case.view" case_view (ById) -> CasePage;
            "consultation.view" consultation_view (ById) -> ConsultationPage;
            "consultation.list" consultation_list (Nothing) -> Vec<AwaitedReply>;
            "meeting.view" meeting_view (ById) -> MeetingPage;
            "sheet.view" sheet_view (SheetRequest) -> ScoringPage;
            "outcome.view" outcome_view (ById) -> OutcomePage;
            "enterprise.list" enterprise_list (Nothing) -> Vec<EnterpriseRow>;
            "enterprise.view" enterprise_view (ById) -> EnterprisePage;
            "licence.check" licence_check (DraftLicence) -> LicenceCheck;
            "paper.list" paper_list (Nothing) -> Vec<PaperRow>;
            "paper.view" paper_view (ById) -> PaperView;
            "paper.save" paper_save (ById) -> Saved;
            "file.save" file_save (FileOut) -> Saved;
            "memo.preview" memo_preview (MemoRequest) -> PaperView;
            "recommendation.preview" recommendation_preview (DraftRecommendation) -> PaperView;
            "calendar.view" calendar_view (Nothing) -> CalendarPage;
            "calendar.preview" calendar_preview (AdoptCalendar) -> CalendarPreview;
            "ledger.entries" ledger_entries (EntriesRequest) -> EntriesPage;
            "ledger.verify" ledger_verify (Nothing) -> VerifyReport;
            "template.export" template_export (TemplateRequest) -> FileOut;
            "import.preview_filings" import_preview_filings (ImportFile) -> ImportReport;
            "import.preview_experts" import_preview_experts (ImportFile) -> ImportReport;
            "import.preview_sheets" import_preview_sheets (ImportFile) -> ImportReport;
            "import.rejects" import_rejects (ImportFile) -> FileOut;
            // acting
            "batch.open" batch_open (OpenBatch) -> Receipt;
            "import.filings" import_filings (AcceptImport) -> ImportReport;
            "import.experts" import_experts (AcceptImport) -> ImportReport;
            "import.sheets" import_sheets (AcceptImport) -> ImportReport;
            "application.accept" application_accept (AcceptApplications) -> Receipt;
            "application.refuse" application_refuse (RefuseApplication) -> Receipt;
            "application.return" application_return (RefuseApplication) -> Receipt;
            "application.withdraw" application_withdraw (RefuseApplication) -> Receipt;
            "consultation.ask" consultation_ask (AskDepartments) -> ConsultationDone;
            "consultation.remind" consultation_remind (RemindDepartments) -> ConsultationDone;
            "consultation.answer" consultation_answer (AnswerConsultation) -> ConsultationDone;
            "consultation.correct" consultation_correct (CorrectConsultation) -> ConsultationDone;
            "consultation.withdraw" consultation_withdraw (WithdrawConsultation) -> ConsultationDone;
            "consultation.no_reply" consultation_no_reply (RecordNoReply) -> ConsultationDone;
            "consultation.record_own" consultation_record_own (RecordOwn) -> ConsultationDone;
            "calendar.adopt" calendar_adopt (AdoptCalendar) -> Receipt;
            "meeting.call" meeting_call (CallMeeting) -> Receipt;
            "meeting.draw" meeting_draw (DrawPanel) -> Receipt;
            "sheet.save_draft" sheet_save_draft (SaveSheet) -> Nothing;
            "sheet.sign" sheet_sign (SaveSheet) -> Receipt;
            "meeting.reveal" meeting_reveal (RevealMeeting) -> Receipt;
            "memo.issue" memo_issue (MemoRequest) -> Receipt;
            "batch.decide" batch_decide (DecideBatch) -> Receipt;
            "recommendation.draft" recommendation_draft (DraftRecommendation) -> Receipt;
            "recommendation.approve" recommendation_approve (ApproveRecommendation) -> Receipt;
            "recommendation.answer" recommendation_answer (RecordAnswer) -> Receipt;
            "licence.draft" licence_draft (DraftLicence) -> Receipt;
            "licence.approve" licence_approve (ActOn) -> Receipt;
            "suspension.draft" suspension_draft (DraftSuspension) -> Receipt;
            "suspension.approve" suspension_approve (SuspensionAct) -> Receipt;
            "suspension.deliver" suspension_deliver (SuspensionAct) -> Receipt;
            "suspension.rectify" suspension_rectify (SuspensionAct) -> Receipt;
        }
    };
}

macro_rules! list_names {
    ($($name:literal $method:ident ($request:ty) -> $reply:ty;)*) => {
        /// The verbs' names, in the order of the list.
        pub const NAMES: &[&str] = &[$($name),*];

        /// Shows every request and reply type to a visitor.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<$request>(); visitor.visit::<$reply>();)*
            visitor.visit::<Failure>();
        }

        /// The TypeScript declaration of every verb: name, request and reply.
        pub(crate) fn verb_map(config: &ts_rs::Config) -> String {
            use ts_rs::TS;
            let mut out = String::from("export interface Verbs {\n");
            $(out.push_str(&format!(
                "  {:?}: {{ request: {}; reply: {} }};\n",
                $name,
                <$request as TS>::name(config),
                <$reply as TS>::name(config),
            ));)*
            out.push_str("}\n");
            out
        }
    };
}
for_each_verb!(list_names);

macro_rules! dispatch_verbs {
    ($($name:literal $method:ident ($request:ty) -> $reply:ty;)*) => {
        /// Answers one request of the wire. The same for the window and for tests.
        pub fn dispatch(office: &mut Office, verb: &str, request: Value) -> Result<Value, Failure> {
            match verb {
                $($name => {
                    let request: $request = serde_json::from_value(request).map_err(|e| bad_request(verb, &e))?;
                    let reply: $reply = office.$method(request)?;
                    serde_json::to_value(reply).map_err(Failure::internal)
                })*
                _ => Err(Failure::not_found(Say::new("办理事项", "verb"), verb)),
            }
        }
    };
}
for_each_verb!(dispatch_verbs);

/// The same for callers that hold the types.
pub fn ask<Q: Serialize, R: DeserializeOwned>(office: &mut Office, verb: &str, request: &Q) -> Result<R, Failure> {
    let request = serde_json::to_value(request).map_err(Failure::internal)?;
    let reply = dispatch(office, verb, request)?;
    serde_json::from_value(reply).map_err(Failure::internal)
}

fn bad_request(verb: &str, error: &serde_json::Error) -> Failure {
    Failure::invalid(
        verb,
        Say::new(
            format!("请求不完整：{error}"),
            format!("The request is not in its shape: {error}"),
        ),
        Say::new("请检查填写的内容", "Check what was filled in"),
    )
}
