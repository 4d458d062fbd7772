//! Every official act, by kind and version. A changed shape gets a new version and an upcaster here; entries written
//! years ago stay readable.

use crate::{application, batch, books, calendar, consultation, enterprise, expert, licence, meeting, paper};
use serde::{Serialize, Serializer};

/// A stored payload this program cannot read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("unknown kind of entry {kind} v{version}: written by a newer program")]
    Unknown { kind: String, version: u16 },
    #[error("the payload of {kind} v{version} is not in its shape: {fault}")]
    Shape { kind: String, version: u16, fault: String },
}

macro_rules! events {
    ($($variant:ident($data:ty) = $kind:literal, $version:literal, $zh:literal, $en:literal;)*) => {
        /// An official act.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Event { $($variant($data)),* }

        impl Event {
            /// The stable name of its kind.
            pub fn kind(&self) -> &'static str {
                match self { $(Event::$variant(_) => $kind),* }
            }

            /// The version of its payload's shape.
            pub fn version(&self) -> u16 {
                match self { $(Event::$variant(_) => $version),* }
            }

            /// Reads a stored payload of this kind and version.
            pub fn read(kind: &str, version: u16, json: &str) -> Result<Event, Unreadable> {
                match (kind, version) {
                    $(($kind, $version) => serde_json::from_str(json).map(Event::$variant).map_err(|e| {
                        Unreadable::Shape { kind: kind.to_owned(), version, fault: e.to_string() }
                    }),)*
                    _ => Err(Unreadable::Unknown { kind: kind.to_owned(), version }),
                }
            }

            /// What a kind of entry is called.
            pub fn label(kind: &str) -> crate::Say {
                match kind {
                    $($kind => crate::Say::new($zh, $en),)*
                    _ => crate::Say::new(kind, kind),
                }
            }

            pub const KINDS: &'static [(&'static str, u16)] = &[$(($kind, $version)),*];
        }

        /// Only the payload: kind and version stand beside it in the entry.
        impl Serialize for Event {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                match self { $(Event::$variant(data) => data.serialize(s)),* }
            }
        }
    };
}

events! {
    BooksOpened(books::BooksOpened) = "books.opened", 1, "开立账套", "Books opened";
    CalendarAdopted(calendar::CalendarAdopted) = "calendar.adopted", 1, "录入节假日表", "Holiday table adopted";
    BatchOpened(batch::BatchOpened) = "batch.opened", 1, "开启批次", "Batch opened";
    ReviewAssigned(batch::ReviewAssigned) = "batch.review_assigned", 1, "交付评审", "Sent to review";
    BatchDecided(batch::BatchDecided) = "batch.decided", 1, "局务会决定", "Bureau's decision";
    RecommendationDrafted(batch::RecommendationDrafted) = "recommendation.drafted", 1, "拟制推荐请示", "Recommendation drafted";
    RecommendationApproved(batch::RecommendationApproved) = "recommendation.approved", 1, "签发推荐请示", "Recommendation approved";
    MinistryAnswered(batch::MinistryAnswered) = "recommendation.answered", 1, "商务部备案结果", "Ministry's answer";
    EnterpriseRegistered(enterprise::EnterpriseRegistered) = "enterprise.registered", 1, "登记企业", "Enterprise registered";
    EnterpriseFiled(enterprise::EnterpriseFiled) = "enterprise.filed", 1, "企业备案", "Enterprise filed";
    SuspensionDrafted(enterprise::SuspensionDrafted) = "suspension.drafted", 1, "拟停发许可证", "Suspension drafted";
    SuspensionApproved(enterprise::SuspensionApproved) = "suspension.approved", 1, "决定停发许可证", "Suspension decided";
    SuspensionDelivered(enterprise::SuspensionDelivered) = "suspension.delivered", 1, "停发决定送达", "Suspension delivered";
    RectificationAccepted(enterprise::RectificationAccepted) = "rectification.accepted", 1, "整改验收", "Rectification accepted";
    ApplicationReceived(application::ApplicationReceived) = "application.received", 1, "收件", "Application received";
    ApplicationJudged(application::ApplicationJudged) = "application.judged", 1, "核对基本条件", "Conditions judged";
    ApplicationAmended(application::ApplicationAmended) = "application.amended", 1, "更正申请事实", "Application amended";
    ApplicationAccepted(application::ApplicationAccepted) = "application.accepted", 1, "受理", "Accepted";
    ApplicationRefused(application::ApplicationRefused) = "application.refused", 1, "不予受理", "Refused";
    ApplicationReturned(application::ApplicationReturned) = "application.returned", 1, "退回申请", "Returned";
    ApplicationWithdrawn(application::ApplicationWithdrawn) = "application.withdrawn", 1, "撤回申请", "Withdrawn";
    ApplicationEnteredReview(application::ApplicationEnteredReview) = "application.entered_review", 1, "进入评审", "Entered review";
    ApplicationReviewed(application::ApplicationReviewed) = "application.reviewed", 1, "评审结果", "Reviewed";
    ApplicationSelected(application::ApplicationSelected) = "application.selected", 1, "拟推荐", "Selected";
    ApplicationPassedOver(application::ApplicationPassedOver) = "application.passed_over", 1, "未入选", "Not selected";
    ApplicationRecommended(application::ApplicationRecommended) = "application.recommended", 1, "推荐", "Recommended";
    ApplicationFiled(application::ApplicationFiled) = "application.filed", 1, "备案", "Filed";
    ApplicationDeclined(application::ApplicationDeclined) = "application.declined", 1, "不予备案", "Declined";
    ConsultationAsked(consultation::ConsultationAsked) = "consultation.asked", 1, "征求部门意见", "Department asked";
    ConsultationReminded(consultation::ConsultationReminded) = "consultation.reminded", 1, "催办部门意见", "Department reminded";
    ConsultationAnswered(consultation::ConsultationAnswered) = "consultation.answered", 1, "部门答复", "Department answered";
    ConsultationCorrected(consultation::ConsultationCorrected) = "consultation.corrected", 1, "更正部门答复", "Reply corrected";
    ConsultationWithdrawn(consultation::ConsultationWithdrawn) = "consultation.withdrawn", 1, "撤回征求意见", "Request withdrawn";
    ConsultationUnanswered(consultation::ConsultationUnanswered) = "consultation.no_reply", 1, "部门逾期未复", "No reply by the due date";
    OwnRecordConsulted(consultation::OwnRecordConsulted) = "consultation.own_record", 1, "查核本局记录", "Own record consulted";
    ExpertEnrolled(expert::ExpertEnrolled) = "expert.enrolled", 1, "专家入库", "Expert enrolled";
    MeetingCalled(meeting::MeetingCalled) = "meeting.called", 1, "召集评审会", "Meeting called";
    PanelDrawn(meeting::PanelDrawn) = "meeting.panel_drawn", 1, "抽取专家", "Panel drawn";
    SheetSigned(meeting::SheetSigned) = "sheet.signed", 1, "评分表签署", "Sheet signed";
    SheetsRevealed(meeting::SheetsRevealed) = "meeting.revealed", 1, "评分揭示", "Sheets revealed";
    ReviewConcluded(meeting::ReviewConcluded) = "meeting.concluded", 1, "评审结论", "Review concluded";
    LicenceDrafted(licence::LicenceDrafted) = "licence.drafted", 1, "拟发许可证", "Licence drafted";
    LicenceIssued(licence::LicenceIssued) = "licence.issued", 1, "签发许可证", "Licence issued";
    LicenceRefused(licence::LicenceRefused) = "licence.refused", 1, "不予签发", "Licence refused";
    PaperIssued(paper::PaperIssued) = "paper.issued", 1, "文书编号", "Paper issued";
    PaperStored(paper::PaperStored) = "paper.stored", 1, "文书存档", "Paper stored";
}
