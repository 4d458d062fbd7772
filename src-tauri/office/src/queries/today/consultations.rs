//! Replies of departments that are due or late. One letter asks about many: what is due on one day in one batch is one
//! thing to do.

use super::{Item, SOON_DAYS, Todos};
use crate::wire::Failure;
use chrono::NaiveDate;
use domain::{Say, application::takes_facts, clause::rules};
use ledger::{Reader, projections};
use std::collections::{BTreeMap, BTreeSet};

impl Todos<'_> {
    pub(super) fn consultations(
        &mut self,
        reader: Reader<'_>,
        batches: &[projections::BatchRow],
    ) -> Result<(), Failure> {
        let mut groups: BTreeMap<(String, Option<NaiveDate>), Vec<projections::AwaitedRow>> = BTreeMap::new();
        for row in reader.awaited_consultations()? {
            let c = &row.consultation;
            // A silence that was recorded is settled, until a late reply comes; a case that is closed or before the experts
            // waits for nobody.
            if c.state != "waiting" || !takes_facts(row.stage) {
                continue;
            }
            let due = c.due.or_else(|| {
                let limit = c.working_days?;
                self.calendar.add_working_days(c.asked_on, limit).due
            });
            if due.is_none_or(|due| (due - self.today).num_days() <= SOON_DAYS) {
                groups.entry((row.batch.clone(), due)).or_default().push(row);
            }
        }
        for ((batch, due), rows) in groups {
            let Some(of) = batches.iter().find(|b| b.id == batch) else {
                continue;
            };
            let policy = crate::state::policy(&of.policy)?;
            let name = |id: &str| {
                let named = policy.department(id);
                named.map_or_else(|| Say::new(id, id), |d| d.name.clone())
            };
            let departments: BTreeSet<&str> = rows.iter().map(|r| r.consultation.department.as_str()).collect();
            let names: Vec<Say> = departments.into_iter().map(name).collect();
            let applicants: BTreeMap<&str, &str> = rows
                .iter()
                .map(|r| (r.consultation.application.as_str(), r.name.as_str()))
                .collect();
            let (count, late) = (rows.len(), due.is_some_and(|due| due < self.today));
            let title = match (due, late) {
                (_, true) => Say::new(
                    format!("{count}件会商回复逾期"),
                    format!("{count} departments' replies are late"),
                ),
                (Some(_), false) => Say::new(
                    format!("{count}件会商回复将到期"),
                    format!("{count} departments' replies are coming due"),
                ),
                (None, _) => Say::new(
                    format!("{count}件会商回复期限待定（未维护节假日）"),
                    format!("{count} departments' replies: the due date waits for a holiday table"),
                ),
            };
            let of_whom = match applicants.iter().next() {
                Some((_, name)) if applicants.len() == 1 => (*name).to_owned(),
                _ => of.name.clone(),
            };
            let list = |pick: fn(&Say) -> &str, between: &str| {
                names
                    .iter()
                    .map(|n| pick(n).to_owned())
                    .collect::<Vec<_>>()
                    .join(between)
            };
            let detail = Say::new(
                format!("{of_whom}：{}", list(|s| &s.zh, "、")),
                format!("{of_whom}: {}", list(|s| &s.en, ", ")),
            );
            let (screen, id) = match applicants.keys().next() {
                Some(application) if applicants.len() == 1 => ("case", *application),
                _ => ("batch", batch.as_str()),
            };
            self.add(Item {
                verb: "consultation.remind",
                title,
                detail,
                clause: rules::CONSULTATION,
                due,
                action: if late {
                    ("去催办", "Remind")
                } else {
                    ("查看", "Look")
                },
                screen,
                id,
            });
        }
        Ok(())
    }
}
