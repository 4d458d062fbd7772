//! 录入节假日表: a year's notice typed or pasted, checked whole, and adopted by an act, so that the deadlines that touch
//! the year can be told. Days in a time limit are working days: 行政许可法§82.

use super::{Calendar, Holiday, MovedWorkday, YearTable};
use crate::{Refusal, Refusals, Say, clause::law, faults::Gather};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most days one line may span: no holiday is longer, a mistyped year is.
const LONGEST: i64 = 31;

/// A year's table as adopted: the whole of it, and why where it replaces another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAdopted {
    pub table: YearTable,
    /// Why an earlier table of the year no longer stands; empty for the first.
    pub reason: String,
}

/// Reads a notice written a line a span: `2027-02-06至2027-02-12 休 春节`, `2027-02-14 班 春节`. Blank lines and lines
/// that begin with `#` are passed over. Answers every faulty line at once, each with its number.
pub fn read_notice(text: &str) -> Result<(Vec<Holiday>, Vec<MovedWorkday>), Refusals> {
    let mut faults = Gather::new();
    let mut off: Vec<Holiday> = Vec::new();
    let mut worked = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((days, works, name)) = span(line) else {
            faults.push(at_line(
                at + 1,
                "bad_line",
                Say::new(format!("“{line}”不是节假日的写法"), format!("{line:?} is no holiday")),
            ));
            continue;
        };
        let name = Say::new(name, english(name));
        if works {
            worked.extend(days.into_iter().map(|on| MovedWorkday {
                on,
                because_of: name.clone(),
            }));
        } else if let Some(known) = off.iter_mut().find(|h| h.name == name) {
            known.days.extend(days);
        } else {
            off.push(Holiday { name, days });
        }
    }
    faults.answer((off, worked))
}

/// The days of a line, whether they are worked, and the holiday's name.
fn span(line: &str) -> Option<(Vec<NaiveDate>, bool, &str)> {
    let mut words = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '\t'));
    let mut next = || words.by_ref().find(|w| !w.is_empty());
    let (days, kind, name) = (next()?, next()?, next()?);
    if next().is_some() {
        return None;
    }
    let works = match kind {
        "休" => false,
        "班" => true,
        _ => return None,
    };
    let (first, last) = match days.split_once(['至', '~', '～']) {
        Some((first, last)) => (first.parse().ok()?, last.parse().ok()?),
        None => {
            let day: NaiveDate = days.parse().ok()?;
            (day, day)
        }
    };
    let length = (last - first).num_days();
    if !(0..LONGEST).contains(&length) {
        return None;
    }
    let days = first.iter_days().take_while(|day| *day <= last).collect();
    Some((days, works, name))
}

fn at_line(line: usize, code: &str, message: Say) -> Refusal {
    Refusal::new(
        code,
        law::WORKING_DAYS,
        Say::new(
            format!("第{line}行：{}", message.zh),
            format!("Line {line}: {}", message.en),
        ),
        Say::new(
            "每行写：日期（或起至止）、休或班、节日名，如 2027-02-06至2027-02-12 休 春节",
            "A line is: a day (or first至last), 休 or 班, the holiday, e.g. 2027-02-06至2027-02-12 休 春节",
        ),
    )
    .at("text")
}

/// The holidays of 全国年节及纪念日放假办法 in English; any other keeps its name.
fn english(name: &str) -> &str {
    match name {
        "元旦" => "New Year's Day",
        "春节" => "Spring Festival",
        "清明节" => "Tomb-sweeping Day",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-autumn Festival",
        "国庆节" => "National Day",
        other => other,
    }
}

/// Adopts a year's table on `on`. Refused, all at once: no document named, no day off, a day outside the year or twice,
/// a weekday "worked instead", a year whose notice cannot be out yet, a table that changes nothing, and one that replaces
/// another without a reason.
pub fn adopt(calendar: &Calendar, table: YearTable, reason: &str, on: NaiveDate) -> Result<CalendarAdopted, Refusals> {
    let mut faults = Gather::new();
    let refuse = |code: &str, field: &str, message: Say, remedy: Say| {
        Refusal::new(code, law::WORKING_DAYS, message, remedy).at(field)
    };
    let document = table.documents.iter().find(|d| !d.trim().is_empty());
    faults.filled(
        document.map_or("", String::as_str),
        "document",
        law::WORKING_DAYS,
        Say::new("放假安排文号", "The notice's number"),
    );
    faults.require(table.year <= on.year() + 1 && table.year >= 2000, || {
        refuse(
            "year_not_announced",
            "year",
            Say::new(
                format!("{}年的放假安排在{on}尚不可能公布", table.year),
                format!("the notice of {} cannot be out on {on}", table.year),
            ),
            Say::new("请核对年份", "Check the year"),
        )
    });
    faults.require(!table.holidays.is_empty(), || {
        refuse(
            "no_holidays",
            "text",
            Say::new("没有放假日期", "No day off is given"),
            Say::new(
                "请录入通知所列的全部放假日",
                "Enter every day off that the notice lists",
            ),
        )
    });
    for fault in day_faults(&table) {
        faults.push(refuse(
            fault.0,
            "text",
            fault.1,
            Say::new("请对照通知改正", "Mend it by the notice"),
        ));
    }
    if let Some(stands) = calendar.table(table.year) {
        let same = |a: &YearTable, b: &YearTable| days_of(a) == days_of(b) && a.documents == b.documents;
        faults.require(!same(stands, &table), || {
            refuse(
                "unchanged",
                "text",
                Say::new(
                    format!("与现行的{}年节假日表相同", table.year),
                    format!("the same as the table of {} that stands", table.year),
                ),
                Say::new("无需再录", "Nothing needs to be entered"),
            )
        });
        faults.filled(
            reason,
            "reason",
            law::WORKING_DAYS,
            Say::new("更正理由", "Why the table that stands is replaced"),
        );
    }
    faults.answer(CalendarAdopted {
        table,
        reason: reason.trim().to_owned(),
    })
}

/// Every day of a table with whether it is worked.
pub fn days_of(table: &YearTable) -> BTreeMap<NaiveDate, bool> {
    let off = table.holidays.iter().flat_map(|h| h.days.iter().map(|d| (*d, false)));
    off.chain(table.workdays.iter().map(|w| (w.on, true))).collect()
}

fn day_faults(table: &YearTable) -> Vec<(&'static str, Say)> {
    let off = table.holidays.iter().flat_map(|h| h.days.iter().map(|d| (*d, false)));
    let all = off.chain(table.workdays.iter().map(|w| (w.on, true)));
    let mut seen = BTreeMap::new();
    let mut out = Vec::new();
    for (day, worked) in all {
        if day.year() != table.year {
            out.push((
                "outside_year",
                Say::new(
                    format!("{day}不在{}年", table.year),
                    format!("{day} does not lie in {}", table.year),
                ),
            ));
        }
        if seen.insert(day, worked).is_some() {
            out.push((
                "day_twice",
                Say::new(format!("{day}写了两次"), format!("{day} stands twice")),
            ));
        }
        if worked && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            out.push((
                "worked_anyway",
                Say::new(
                    format!("{day}本是工作日，不是调休上班日"),
                    format!("{day} is worked anyway: only a Saturday or Sunday is worked instead"),
                ),
            ));
        }
    }
    out
}

/// A table written a line a span, as [`read_notice`] reads it.
pub fn write_notice(table: &YearTable) -> String {
    let mut lines: Vec<(NaiveDate, String)> = Vec::new();
    for holiday in &table.holidays {
        let mut days = holiday.days.clone();
        days.sort();
        let mut days = days.into_iter().peekable();
        while let Some(first) = days.next() {
            let mut last = first;
            while days.peek().is_some_and(|next| *next == last + Days::new(1)) {
                last = days.next().unwrap_or(last);
            }
            let span = if first == last {
                first.to_string()
            } else {
                format!("{first}至{last}")
            };
            lines.push((first, format!("{span} 休 {}", holiday.name.zh)));
        }
    }
    for worked in &table.workdays {
        lines.push((worked.on, format!("{} 班 {}", worked.on, worked.because_of.zh)));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

#[cfg(test)]
#[path = "adopt_tests.rs"]
mod tests;
