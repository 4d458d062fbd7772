//! Departments asked about the story's first applicant.

use super::*;

pub(crate) const ASKED: &str = "2026-03-10";
pub(crate) const REPLIED: &str = "2026-03-18";
pub(crate) const SILENT: &str = "2026-03-25";

/// The first applicant's departments: one answers and corrects itself, one stays silent, one letter goes back, one is
/// still awaited, and the bureau looks into its own record.
pub(crate) fn tell(books: &mut Books) {
    let ask = |books: &mut Books, i: u32, department: &str, letter: Option<&str>, due: Option<&str>| {
        let asked = json!({ "application": application(1), "department": department,
            "body": { "zh": "样例局", "en": "Sample bureau" }, "letter_no": letter, "working_days": 10, "due": due,
            "missing_years": [] });
        let claim = Claim::new("consultation", format!("{}/{department}", application(1)));
        let stream = format!("consultation/{}", consultation(i));
        add(books, ASKED, &stream, new("consultation.asked", asked).taking(claim));
        stream
    };
    let reply = |record: &str| {
        json!({ "replied_on": "2026-03-16", "document_no": "样公函1", "record": record, "description": "样例",
            "scans": "卷2第3页" })
    };
    let police = ask(books, 1, "police", Some("样商函1"), Some("2026-03-24"));
    let reminded = new("consultation.reminded", json!({ "note": "样例：电话" }));
    add(books, "2026-03-17", &police, reminded);
    let answered = json!({ "reply": reply("none"), "late": false, "applied": true });
    add(books, REPLIED, &police, new("consultation.answered", answered));
    let corrected = json!({ "reply": reply("serious"), "reason": "样例", "applied": true });
    add(books, "2026-03-19", &police, new("consultation.corrected", corrected));

    let facts = json!({ "city": "镜湖区", "legal_person": true, "import_export": true,
        "violations": { "police": true, "market": null, "customs": null, "commerce": null, "safety": null },
        "registered_capital": "12000000", "paid_in_capital": "9000000", "net_assets": null, "sourcing": true,
        "trade_experience": true, "repair_network": null });
    let amended = json!({ "ground": "reply", "facts": facts, "materials": [], "note": "样例" });
    let applicant = format!("application/{}", application(1));
    add(books, "2026-03-19", &applicant, new("application.amended", amended));

    let market = ask(books, 2, "market", None, Some("2026-03-24"));
    let silent = json!({ "rule": "stays_to_verify", "due": "2026-03-24", "note": "", "applied": true });
    add(books, SILENT, &market, new("consultation.no_reply", silent));

    let customs = ask(books, 3, "customs", None, None);
    let claim = Claim::new("consultation", format!("{}/customs", application(1)));
    let withdrawn = new("consultation.withdrawn", json!({ "reason": "样例" })).releasing(claim);
    add(books, "2026-03-11", &customs, withdrawn);
    ask(books, 4, "customs", Some("样商函2"), None);

    let own = json!({ "application": application(1), "department": "commerce",
        "body": { "zh": "样例局", "en": "Sample bureau" }, "reply": reply("cannot_say"), "applied": true });
    let stream = format!("consultation/{}", consultation(5));
    add(books, ASKED, &stream, new("consultation.own_record", own));
}
