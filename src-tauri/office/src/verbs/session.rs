//! Opening books, signing in and out, and the set date of sample books.

use crate::{
    Office, cast,
    desk::date,
    state::{DATE_SETTING, not_signed_in},
    wire::*,
};
use domain::{Event, Say, actor::Actor, books::BooksOpened, clause::rules};
use ledger::{Act, Books, BooksInfo, Expected, New};
use std::path::{Path, PathBuf};

const OFFICE: &str = "芜湖市商务局（样例）";

impl Office {
    pub(crate) fn program_status(&mut self, _: Nothing) -> Result<Status, Failure> {
        let folder = &self.settings.folder;
        Ok(Status {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            suggested_folder: folder.display().to_string(),
            books: ledger::look(folder).ok().map(view),
            session: self.session_view().ok(),
        })
    }

    pub(crate) fn books_create_sample(&mut self, request: FolderRequest) -> Result<BooksView, Failure> {
        let books = self.create_sample(&PathBuf::from(request.folder.trim()))?;
        // Made, not signed in: the next step is to choose who one is.
        Ok(view(books.info.clone()))
    }

    /// Makes sample books with the sample cast; their first entry says so.
    pub fn create_sample(&mut self, folder: &Path) -> Result<Books, Failure> {
        if folder.as_os_str().is_empty() {
            return Err(Failure::invalid(
                "folder",
                Say::new("未填写文件夹", "No folder given"),
                Say::new("请选择一个空文件夹", "Choose an empty folder"),
            ));
        }
        let accounts = cast::accounts();
        let mut books = Books::create(folder, OFFICE, true, env!("CARGO_PKG_VERSION"), &accounts)?;
        let recorded_at = self.settings.clock.now();
        let act = Act {
            by: Actor {
                account: books.account.name.clone(),
                name: books.account.display_name.clone(),
                role: domain::actor::Role::BureauOfficer,
            },
            effective_on: crate::clock::shanghai(recorded_at),
            recorded_at,
            policy: "wuhu-plan".to_owned(),
            cause: None,
        };
        let opened = Event::BooksOpened(BooksOpened {
            office: OFFICE.to_owned(),
            sample: true,
            program: env!("CARGO_PKG_VERSION").to_owned(),
        });
        let id = self.settings.ids.id(recorded_at);
        books.write(|tx| {
            tx.append(
                &act,
                &format!("books/{id}"),
                Expected::New,
                vec![New::new(opened, rules::PAPERS)],
            )
        })?;
        Ok(books)
    }

    pub(crate) fn books_look(&mut self, request: FolderRequest) -> Result<BooksView, Failure> {
        Ok(view(ledger::look(Path::new(request.folder.trim()))?))
    }

    pub(crate) fn session_sign_in(&mut self, request: SignIn) -> Result<SessionView, Failure> {
        self.sign_in(
            Path::new(request.folder.trim()),
            request.account.trim(),
            &request.password,
        )
    }

    pub(crate) fn session_sign_out(&mut self, _: Nothing) -> Result<Nothing, Failure> {
        self.session = None;
        Ok(Nothing {})
    }

    pub(crate) fn session_set_date(&mut self, request: SetDate) -> Result<SessionView, Failure> {
        self.asking("session.set_date")?;
        let on = match request.date.trim() {
            "" => None,
            text => Some(date(text, "date")?),
        };
        let session = self.session.as_mut().ok_or_else(not_signed_in)?;
        if !session.books.info.sample {
            return Err(Failure::invalid(
                "date",
                Say::new(
                    "正式账套的日期取自系统时钟，不能设定",
                    "The date of real books is the clock's",
                ),
                Say::new("只有样例账套可以设定日期", "Only sample books accept a set date"),
            ));
        }
        session
            .books
            .set_setting(DATE_SETTING, on.map(|d| d.to_string()).as_deref())?;
        session.date = on;
        self.session_view()
    }
}

fn view(info: BooksInfo) -> BooksView {
    let accounts = info
        .accounts
        .into_iter()
        .map(|(name, display_name, roles)| AccountView {
            name,
            display_name,
            title: title(&roles).into(),
            sample_password: info.sample.then(|| cast::PASSWORD.to_owned()),
        })
        .collect();
    BooksView {
        folder: info.folder.display().to_string(),
        office: info.office,
        sample: info.sample,
        accounts,
    }
}

fn title(codes: &[String]) -> Say {
    let titles: Vec<Say> = domain::actor::Role::ALL
        .into_iter()
        .filter(|r| codes.iter().any(|c| c == r.code()))
        .map(|r| r.title())
        .collect();
    let join = |pick: fn(&Say) -> &str, between: &str| titles.iter().map(pick).collect::<Vec<_>>().join(between);
    Say::new(join(|t| &t.zh, "、"), join(|t| &t.en, ", "))
}
