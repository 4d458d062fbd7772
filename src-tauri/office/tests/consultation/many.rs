//! One letter about many cases, and what the day gathers of them.

use super::books::{Desk, answering, asking};
use super::pair;
use office::wire::*;

#[test]
fn one_act_asks_about_many_and_today_gathers_what_is_due() {
    let mut desk = Desk::new();
    let applications = desk.receive(3, None);
    desk.on("xianqu", "2026-03-10");
    let failure = desk
        .try_call::<_, ConsultationDone>("consultation.ask", &asking(&applications, &[], "2026-03-10"))
        .expect_err("not a county's business");
    assert_eq!(failure.code, "not_allowed");
    assert_eq!(desk.departments(&applications[0]).len(), 5, "but it may look");

    desk.on("jingban", "2026-03-10");
    desk.ask(&applications[..1], &["police"], "2026-03-10");
    let done = desk.ask(&applications, &[], "2026-03-10");
    assert_eq!(
        done.receipt.entries.len(),
        11,
        "the one asked before is not asked twice"
    );
    assert!(done.notes.iter().any(|n| n.zh.contains("另有1件")), "{:?}", done.notes);
    let list: Vec<AwaitedReply> = desk.call("consultation.list", &Nothing {});
    assert_eq!(list.len(), 12);
    assert!(
        list.iter()
            .all(|r| r.state == "waiting" && r.due.as_deref() == Some("2026-03-24"))
    );

    let due = |desk: &mut Desk, day: &str| -> Vec<(String, String)> {
        desk.on("jingban", day);
        let today: Today = desk.call("today.view", &Nothing {});
        let mine = today
            .todos
            .into_iter()
            .filter(|t| t.clause.as_deref() == Some("细则14"));
        mine.map(|t| (t.urgency, t.title.zh)).collect()
    };
    assert!(due(&mut desk, "2026-03-12").is_empty(), "not yet");
    assert_eq!(due(&mut desk, "2026-03-20"), [pair("soon", "12件会商回复将到期")]);
    assert_eq!(due(&mut desk, "2026-03-25"), [pair("late", "12件会商回复逾期")]);
    let refuse = RefuseApplication {
        application: applications[2].clone(),
        on: "2026-03-25".into(),
        reason: "样例".into(),
    };
    let _: Receipt = desk.call("application.refuse", &refuse);
    assert_eq!(
        due(&mut desk, "2026-03-25"),
        [pair("late", "8件会商回复逾期")],
        "a closed case waits for nobody"
    );
    let answer = answering(desk.id(&applications[2], "police"), "none", "2026-03-25");
    let done: ConsultationDone = desk.call("consultation.answer", &answer);
    assert_eq!(done.receipt.entries.len(), 1, "kept, though the case is closed");

    let more = desk.asked_with_a_closed_one(&applications);
    assert_eq!(
        more,
        [pair("wrong_state", "细则14")],
        "all or nothing, and the fault of a case once"
    );
}

impl Desk {
    /// Withdraws one request of an open case, then asks for it together with a closed one.
    fn asked_with_a_closed_one(&mut self, applications: &[String]) -> Vec<(String, String)> {
        let withdraw = WithdrawConsultation {
            consultation: self.id(&applications[0], "police"),
            on: "2026-03-25".into(),
            reason: "样例".into(),
        };
        let _: ConsultationDone = self.call("consultation.withdraw", &withdraw);
        self.refused("consultation.ask", &asking(applications, &[], "2026-03-25"))
    }
}
