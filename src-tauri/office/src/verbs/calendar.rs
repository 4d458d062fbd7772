//! 录入节假日表: a year's notice becomes the table that deadlines are counted by.

use crate::{Office, load, state::default_policy, wire::*};
use domain::{
    Event, Say,
    calendar::{YearTable, adopt, read_notice},
    clause::law,
};
use ledger::{Expected, New};

/// The table a request holds; its lines' faults all at once.
pub(crate) fn calendar_table(request: &AdoptCalendar) -> Result<YearTable, Failure> {
    let year = request.year.trim().parse().map_err(|_| {
        Failure::invalid(
            "year",
            Say::new(
                format!("“{}”不是年份", request.year),
                format!("{:?} is not a year", request.year),
            ),
            Say::new("请填写四位年份", "Write the year in four digits"),
        )
    })?;
    let (holidays, workdays) = read_notice(&request.text)?;
    Ok(YearTable {
        year,
        documents: vec![request.document.trim().to_owned()],
        holidays,
        workdays,
    })
}

impl Office {
    pub(crate) fn calendar_adopt(&mut self, request: AdoptCalendar) -> Result<Receipt, Failure> {
        let calendar = self.calendar().clone();
        let receipt = self.act_id("calendar.adopt", &request.on, |desk| {
            let table = calendar_table(&request)?;
            let year = table.year;
            let rows = desk.tx.reader().calendar_years()?;
            let row = rows.iter().find(|row| row.table.year == year);
            desk.not_before(
                row.map(|row| row.adopted_on),
                law::WORKING_DAYS,
                Say::new("现行节假日表的录入日", "the day the table that stands was adopted"),
            )?;
            let adopted = adopt(&calendar, table, &request.reason, desk.on)?;
            let expected = row.map_or(Expected::New, |row| Expected::At(row.version));
            let id = year.to_string();
            desk.append(
                &default_policy()?.id,
                &load::stream("calendar", &id),
                expected,
                vec![New::new(Event::CalendarAdopted(adopted), law::WORKING_DAYS)],
            )?;
            for topic in ["calendar", "consultations", "batches"] {
                desk.touch(topic);
            }
            Ok(id)
        })?;
        self.read_calendar()?;
        Ok(receipt)
    }
}
