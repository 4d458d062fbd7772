//! The office as one value: where its books are, who is signed in, what time it is.

use crate::{
    clock::{Clock, SystemClock, shanghai},
    ids::{Ids, RandomIds},
    roles,
    wire::{Failure, Fault, SessionView},
};
use chrono::NaiveDate;
use domain::{Say, actor::Role, calendar::Calendar, policy::Policy};
use ledger::{Books, BooksFault, local::accounts::AccountRow};
use std::path::PathBuf;

/// What the office is started with.
pub struct Settings {
    /// Where new books are put unless told otherwise.
    pub folder: PathBuf,
    /// Where papers are saved for the user.
    pub papers: PathBuf,
    pub clock: Box<dyn Clock>,
    pub ids: Box<dyn Ids>,
}

impl Settings {
    /// The machine's clock and random ids.
    pub fn real(folder: PathBuf, papers: PathBuf) -> Self {
        Self {
            folder,
            papers,
            clock: Box::new(SystemClock),
            ids: Box::new(RandomIds::default()),
        }
    }
}

/// The office without a window.
pub struct Office {
    pub(crate) settings: Settings,
    pub(crate) calendar: Calendar,
    pub(crate) session: Option<Session>,
}

/// Open books and who opened them.
pub(crate) struct Session {
    pub books: Books,
    pub account: AccountRow,
    /// Sample books only: the date set by hand.
    pub date: Option<NaiveDate>,
}

pub(crate) const DATE_SETTING: &str = "date";

impl Office {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            calendar: Calendar::shipped(),
            session: None,
        }
    }

    /// The maintained holiday tables.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The date the rules see: of the clock, or as set by hand in sample books.
    pub fn today(&self) -> NaiveDate {
        let set = self.session.as_ref().and_then(|s| s.date);
        set.unwrap_or_else(|| shanghai(self.settings.clock.now()))
    }

    /// The open books, for whole-books work such as `verify`.
    pub fn books(&mut self) -> Result<&mut Books, Failure> {
        self.session.as_mut().map(|s| &mut s.books).ok_or_else(not_signed_in)
    }

    /// Opens books as an account. Whoever was signed in is signed out first, and stays out if this fails.
    pub fn sign_in(&mut self, folder: &std::path::Path, account: &str, password: &str) -> Result<SessionView, Failure> {
        self.session = None;
        let books = Books::open(folder, account, password)?;
        self.take(books)
    }

    /// Signs in to books just made or opened.
    pub(crate) fn take(&mut self, books: Books) -> Result<SessionView, Failure> {
        let name = books.account.name.clone();
        let account = books
            .reader()
            .account(&name)?
            .ok_or_else(|| BooksFault::Damaged(format!("账户{name}在账套中没有职责")))?;
        let date = match books.info.sample {
            true => books.reader().setting(DATE_SETTING)?.and_then(|d| d.parse().ok()),
            false => None,
        };
        self.session = Some(Session { books, account, date });
        self.read_calendar()?;
        self.session_view()
    }

    /// The calendar as it ships, with the tables these books adopted.
    pub(crate) fn read_calendar(&mut self) -> Result<(), Failure> {
        let mut calendar = Calendar::shipped();
        for row in self.session()?.books.reader().calendar_years()? {
            calendar = calendar.with_year(row.table).map_err(Failure::internal)?;
        }
        self.calendar = calendar;
        Ok(())
    }

    pub(crate) fn session(&self) -> Result<&Session, Failure> {
        self.session.as_ref().ok_or_else(not_signed_in)
    }

    /// The session, if its account may use the verb.
    pub(crate) fn asking(&self, verb: &str) -> Result<(&Session, Role), Failure> {
        let session = self.session()?;
        let role = roles::acting(&session.account.roles, verb).ok_or_else(|| not_allowed(session, verb))?;
        Ok((session, role))
    }

    pub(crate) fn session_view(&self) -> Result<SessionView, Failure> {
        let session = self.session()?;
        let account = &session.account;
        let title = account
            .roles
            .first()
            .map_or_else(|| Say::new("无职责", "no duty"), |r| r.title());
        Ok(SessionView {
            account: account.name.clone(),
            display_name: account.display_name.clone(),
            roles: account.roles.iter().map(|r| r.code().to_owned()).collect(),
            title: title.into(),
            expert: account.expert.clone(),
            may: crate::NAMES
                .iter()
                .filter(|verb| roles::acting(&account.roles, verb).is_some())
                .map(|verb| (*verb).to_owned())
                .collect(),
            office: session.books.info.office.clone(),
            sample: session.books.info.sample,
            today: self.today().to_string(),
            date_set: session.date.is_some(),
        })
    }
}

pub(crate) fn not_signed_in() -> Failure {
    Failure::one(
        "not_signed_in",
        Fault::plain(
            "not_signed_in",
            Say::new("尚未登录", "Nobody is signed in"),
            Say::new("请先打开账套并登录", "Open the books and sign in first"),
        ),
    )
}

pub(crate) fn not_allowed(session: &Session, verb: &str) -> Failure {
    let titles = |pick: fn(&Say) -> &str, between: &str| {
        roles::allowed(verb)
            .iter()
            .map(|r| pick(&r.title()).to_owned())
            .collect::<Vec<_>>()
            .join(between)
    };
    let who = &session.account.display_name;
    let mut fault = Fault::plain(
        "not_allowed",
        Say::new(
            format!("{who}的职责不能办理此事"),
            format!("{who}'s duty does not include this"),
        ),
        Say::new(
            format!("可由以下职责办理：{}", titles(|s| &s.zh, "、")),
            format!("It is done by: {}", titles(|s| &s.en, ", ")),
        ),
    );
    fault.clause = Some(domain::clause::rules::ROLES.to_owned());
    Failure::one("not_allowed", fault)
}

/// A shipped policy version by its id.
pub(crate) fn policy(id: &str) -> Result<&'static Policy, Failure> {
    Policy::shipped(id).ok_or_else(|| {
        Failure::invalid(
            "policy",
            Say::new(format!("没有政策版本“{id}”"), format!("No policy version {id}")),
            Say::new("请从列表中选择", "Choose one of the list"),
        )
    })
}

/// The version held to where no case names another.
pub(crate) fn default_policy() -> Result<&'static Policy, Failure> {
    policy(domain::policy::SHIPPED_IDS[0])
}
