//! The sample cast: invented people with real accounts, one for each duty of the main path.

use domain::actor::Role;
use ledger::NewAccount;

/// All of the cast share this password; sample books say so on the sign-in screen.
pub const PASSWORD: &str = "yangli-2026";

/// The seed text that the sample books suggest for the draw.
pub const SEED: &str = exchange::sample::DRAW_SEED;

/// Sign-in name, shown name, roles, and the expert's number for an expert.
const CAST: &[(&str, &str, &[Role], Option<&str>)] = &[
    ("jingban", "样经办", &[Role::BureauOfficer], None),
    ("fuhe", "样复核", &[Role::SectionReviewer], None),
    ("lingdao", "样领导", &[Role::SigningLeader], None),
    ("mishu", "样秘书", &[Role::MeetingSecretary], None),
    ("xianqu", "样县区", &[Role::CountyClerk], None),
    ("zhuanjia", "样安之", &[Role::Expert], Some(EXPERT)),
    ("guanli", "样系管", &[Role::SystemAdmin], None),
    ("anquan", "样安管", &[Role::SecurityAdmin], None),
    ("shenji", "样审计", &[Role::Auditor], None),
];

/// The expert whose account is in the cast; drawn onto the panel by the suggested seed.
pub const EXPERT: &str = "Z01";

/// The accounts of new sample books.
pub fn accounts() -> Vec<NewAccount> {
    CAST.iter()
        .map(|(name, display_name, roles, expert)| NewAccount {
            name: (*name).to_owned(),
            display_name: (*display_name).to_owned(),
            roles: roles.to_vec(),
            expert: expert.map(str::to_owned),
            password: PASSWORD.to_owned(),
        })
        .collect()
}
