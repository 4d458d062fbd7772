//! The invented pool of experts.

use super::enterprises::filings;
use crate::read::ExpertRow;
use crate::terms::Terms;

const SIZE: usize = 30;

const GIVEN: [&str; 30] = [
    "安之", "伯言", "长青", "达明", "恩泽", "方正", "广林", "海若", "一鸣", "景行", "开阳", "乐山", "慕白", "南星",
    "鹏程", "启航", "仁和", "书言", "天一", "望舒", "未央", "小川", "行健", "雪松", "雅文", "亦凡", "永昌", "云起",
    "泽民", "知秋",
];

const EMPLOYERS: [&str; 6] = [
    "样例大学经济管理学院",
    "样例机动车检测中心",
    "样例会计师事务所",
    "样例律师事务所",
    "样例国际物流协会",
    "样例进出口商会",
];

/// 30 invented experts over the policy's specialties. `Z05` works for the second applicant of the sample batch and advises
/// the sixth; `Z11` holds shares of the ninth; `Z17` worked for the first.
pub fn experts(terms: &Terms, seed: u64) -> Vec<ExpertRow> {
    let applicants = filings(terms, seed);
    let applicant = |at: usize| applicants.get(at).map(|row| row.value.applicant.clone());
    // Seats of the panel decide the pool's mix, so that every specialty can be drawn several times over.
    let mix: Vec<&str> = terms
        .specialties
        .iter()
        .flat_map(|s| std::iter::repeat_n(s.id.as_str(), s.seats.max(1) as usize))
        .collect();
    (0..SIZE)
        .map(|at| {
            let mut expert = ExpertRow {
                id: format!("Z{:02}", at + 1),
                name: format!("样{}", GIVEN[at]),
                specialty: mix.get(at % mix.len().max(1)).copied().unwrap_or_default().to_owned(),
                employer: EMPLOYERS[at % EMPLOYERS.len()].to_owned(),
                history: Vec::new(),
                shareholdings: Vec::new(),
                ties: Vec::new(),
            };
            match at + 1 {
                5 => {
                    expert.employer = applicant(1).map(|a| a.name).unwrap_or_default();
                    expert.ties.extend(applicant(5).map(|a| a.uscc));
                }
                11 => expert.shareholdings.extend(applicant(8).map(|a| a.uscc)),
                17 => expert.history.extend(applicant(0).map(|a| a.name)),
                _ => {}
            }
            expert
        })
        .collect()
}
