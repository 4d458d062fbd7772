//! Who acts. Roles are duties of the plan's offices; the three administrators handle no cases.

use crate::{Refusal, Refusals, Say, clause::rules};
use serde::{Deserialize, Serialize};

/// A duty in the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    CountyClerk,
    BureauOfficer,
    SectionReviewer,
    SigningLeader,
    Expert,
    MeetingSecretary,
    SystemAdmin,
    SecurityAdmin,
    Auditor,
}

impl Role {
    pub const ALL: [Role; 9] = [
        Role::CountyClerk,
        Role::BureauOfficer,
        Role::SectionReviewer,
        Role::SigningLeader,
        Role::Expert,
        Role::MeetingSecretary,
        Role::SystemAdmin,
        Role::SecurityAdmin,
        Role::Auditor,
    ];

    /// The stable name in entries and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Role::CountyClerk => "county_clerk",
            Role::BureauOfficer => "bureau_officer",
            Role::SectionReviewer => "section_reviewer",
            Role::SigningLeader => "signing_leader",
            Role::Expert => "expert",
            Role::MeetingSecretary => "meeting_secretary",
            Role::SystemAdmin => "system_admin",
            Role::SecurityAdmin => "security_admin",
            Role::Auditor => "auditor",
        }
    }

    pub fn title(self) -> Say {
        match self {
            Role::CountyClerk => Say::new("县（市）区经办", "County clerk"),
            Role::BureauOfficer => Say::new("市局经办", "Bureau officer"),
            Role::SectionReviewer => Say::new("科室复核", "Section reviewer"),
            Role::SigningLeader => Say::new("分管领导", "Signing leader"),
            Role::Expert => Say::new("评审专家", "Expert"),
            Role::MeetingSecretary => Say::new("会议秘书", "Meeting secretary"),
            Role::SystemAdmin => Say::new("系统管理员", "System administrator"),
            Role::SecurityAdmin => Say::new("安全管理员", "Security administrator"),
            Role::Auditor => Say::new("审计员", "Auditor"),
        }
    }
}

/// Who acts, as an entry keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account's sign-in name.
    pub account: String,
    pub name: String,
    /// The role the act was done in.
    pub role: Role,
}

/// 双人规则: whoever drafted does not approve (plan's default rule 细则1).
pub fn second_person(drafted_by: &str, approver: &Actor) -> Result<(), Refusals> {
    if drafted_by != approver.account {
        return Ok(());
    }
    Err(Refusal::new(
        "two_persons",
        rules::TWO_PERSONS,
        Say::new(
            format!("{}拟办的事项不能由本人审批", approver.name),
            format!("{} drafted this and so cannot approve it", approver.name),
        ),
        Say::new(
            "请由另一名有审批权限的人员审批",
            "Another person with the right to approve must approve it",
        ),
    )
    .into())
}
