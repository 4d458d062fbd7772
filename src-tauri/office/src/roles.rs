//! 职责 (细则13): which role may use which verb. The three administrators handle no cases.

use domain::actor::Role::{self, *};

const OFFICE: &[Role] = &[
    CountyClerk,
    BureauOfficer,
    SectionReviewer,
    SigningLeader,
    MeetingSecretary,
    Auditor,
];
const EVERYONE: &[Role] = &Role::ALL;
const MEETING: &[Role] = &[
    BureauOfficer,
    SectionReviewer,
    SigningLeader,
    MeetingSecretary,
    Auditor,
    Expert,
];

/// The roles that may use a verb.
pub fn allowed(verb: &str) -> &'static [Role] {
    match verb {
        "today.view" | "session.sign_out" | "session.set_date" => EVERYONE,
        "meeting.view" => MEETING,
        "sheet.view" => &[Expert, MeetingSecretary],
        "sheet.save_draft" | "sheet.sign" => &[Expert, MeetingSecretary],
        "calendar.preview" | "calendar.adopt" => &[BureauOfficer, SectionReviewer],
        "batch.open" | "meeting.call" => &[BureauOfficer, SectionReviewer],
        "import.filings" => &[BureauOfficer, CountyClerk],
        "import.experts" | "import.sheets" | "meeting.draw" | "meeting.reveal" | "memo.issue" => &[MeetingSecretary],
        "application.accept" | "application.refuse" | "application.return" => &[BureauOfficer],
        "application.withdraw" => &[BureauOfficer, CountyClerk],
        "consultation.ask"
        | "consultation.remind"
        | "consultation.answer"
        | "consultation.correct"
        | "consultation.withdraw"
        | "consultation.no_reply"
        | "consultation.record_own" => &[BureauOfficer],
        "batch.decide" => &[BureauOfficer, SectionReviewer],
        "recommendation.draft" | "licence.draft" | "suspension.draft" => &[BureauOfficer, SectionReviewer],
        "recommendation.answer" | "suspension.deliver" | "suspension.rectify" => &[BureauOfficer],
        "recommendation.approve" => &[SigningLeader],
        "licence.approve" | "suspension.approve" => &[SectionReviewer, SigningLeader],
        // Scores by expert, the panel's words and the experts' ties are no business of a county's office.
        "outcome.view" | "memo.preview" | "import.preview_sheets" | "import.preview_experts" | "ledger.entries" => {
            &[BureauOfficer, SectionReviewer, SigningLeader, MeetingSecretary, Auditor]
        }
        // A system administrator sees that the ledger holds, not what is in it.
        "ledger.verify" => &[
            BureauOfficer,
            SectionReviewer,
            SigningLeader,
            MeetingSecretary,
            SystemAdmin,
            Auditor,
        ],
        _ => OFFICE,
    }
}

/// The role an account acts in for a verb: the first of its roles that may.
pub fn acting(roles: &[Role], verb: &str) -> Option<Role> {
    let allowed = allowed(verb);
    roles.iter().copied().find(|r| allowed.contains(r))
}

/// Which roles one account may hold together: no one holds two of the three administrators' duties, nor one of them
/// beside a duty that handles cases (三员分立).
pub fn compatible(roles: &[Role]) -> bool {
    let administrators = roles
        .iter()
        .filter(|r| matches!(r, SystemAdmin | SecurityAdmin | Auditor))
        .count();
    administrators == 0 || (administrators == 1 && roles.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn administrators_never_handle_cases() {
        for verb in crate::NAMES {
            let acts = !verb.contains("view") && !verb.starts_with("session.") && !verb.starts_with("program.");
            let writes = [
                "batch.open",
                "import.filings",
                "application.accept",
                "licence.approve",
                "memo.issue",
            ];
            if acts && writes.contains(verb) {
                for role in [SystemAdmin, SecurityAdmin, Auditor] {
                    assert!(!allowed(verb).contains(&role), "{role:?} must not {verb}: 三员分立");
                }
            }
        }
    }

    #[test]
    fn an_expert_sees_the_meeting_and_its_own_sheets_only() {
        for verb in crate::NAMES {
            if allowed(verb).contains(&Expert) {
                let own = [
                    "today.view",
                    "meeting.view",
                    "sheet.view",
                    "sheet.save_draft",
                    "sheet.sign",
                ];
                assert!(
                    own.contains(verb) || verb.starts_with("session."),
                    "an expert has no business with {verb}"
                );
            }
        }
    }

    #[test]
    fn the_three_administrators_are_three_people() {
        assert!(compatible(&[BureauOfficer, MeetingSecretary]));
        assert!(compatible(&[Auditor]));
        assert!(!compatible(&[Auditor, SystemAdmin]));
        assert!(!compatible(&[SystemAdmin, BureauOfficer]));
    }
}
