//! Which books, as whom, with which password.

use super::answer::refused;
use crate::fault::{Fault, Refused};
use clap::Args;
use domain::Say;
use office::{Office, Settings};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// A password is never an argument: arguments are seen by every program of the machine.
#[derive(Debug, Args)]
pub struct Access {
    /// 账套文件夹 · The folder of the books
    #[arg(long, global = true, value_name = "FOLDER", help_heading = "账套 · Books")]
    books: Option<PathBuf>,
    /// 登录账户；口令从标准输入的第一行读取 · The account; its password is read from standard input
    #[arg(long = "as", global = true, value_name = "NAME", help_heading = "账套 · Books")]
    account: Option<String>,
    /// 口令所在文件（第一行），代替标准输入 · A file whose first line is the password
    #[arg(long, global = true, value_name = "FILE", help_heading = "账套 · Books")]
    key_file: Option<PathBuf>,
}

/// Longer first lines are no password but some other file.
const MOST_BYTES: u64 = 4096;

impl Access {
    /// Opens the books and signs in.
    pub fn open(&self) -> Result<Office, Refused> {
        let books = self.books.as_deref().ok_or_else(|| missing("--books", "FOLDER"))?;
        let account = self.account.as_deref().ok_or_else(|| missing("--as", "NAME"))?;
        // Whether there are books to open is told before a password is asked for.
        ledger::look(books).map_err(|fault| refused(&fault.into()))?;
        let password = self.password(account)?;
        let mut office = Office::new(Settings::real(books.to_owned(), books.join("papers")));
        office
            .sign_in(books, account, &password)
            .map_err(|failure| refused(&failure))?;
        Ok(office)
    }

    fn password(&self, account: &str) -> Result<String, Refused> {
        let Some(path) = &self.key_file else {
            let stdin = io::stdin();
            if stdin.is_terminal() {
                let mut told = io::stderr().lock();
                let _ = write!(told, "{account} 的口令（输入时可见）· password (shown as typed)：");
                let _ = told.flush();
            }
            return first_line(stdin.lock(), "-");
        };
        let shown = path.display().to_string();
        let file = File::open(path).map_err(|error| unreadable(&shown, &error))?;
        first_line(BufReader::new(file), &shown)
    }
}

fn first_line(from: impl BufRead, shown: &str) -> Result<String, Refused> {
    let mut line = Vec::new();
    from.take(MOST_BYTES)
        .read_until(b'\n', &mut line)
        .map_err(|error| unreadable(shown, &error))?;
    let text = String::from_utf8(line).map_err(|_| no_password(shown))?;
    // Written on Windows, the file may begin with a byte order mark and end its line in two characters.
    let password = text.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(no_password(shown));
    }
    Ok(password.to_owned())
}

fn missing(name: &str, value: &str) -> Refused {
    Refused::usage(Fault::argument(
        name,
        "missing_argument",
        Say::new(format!("缺少参数：{name}"), format!("missing: {name}")),
        Say::new(
            format!("此命令在账套中办理，请加 {name} {value}"),
            format!("This command works on books; add {name} {value}"),
        ),
    ))
}

fn unreadable(shown: &str, error: &io::Error) -> Refused {
    Refused::unreadable(Fault::file(
        shown,
        "unreadable",
        Say::new(
            format!("口令读取失败：{error}"),
            format!("no password could be read: {error}"),
        ),
        Say::new("请检查文件和权限", "Check the file and its permissions"),
    ))
}

fn no_password(shown: &str) -> Refused {
    Refused::usage(Fault::file(
        shown,
        "no_password",
        Say::new("没有读到口令", "no password was given"),
        Say::new(
            "请从标准输入的第一行或用 --key-file 给出口令",
            "Give it as the first line of standard input, or with --key-file",
        ),
    ))
}

/// A file's name without its folder, as it is noted in the books.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn the_first_line_is_the_password_and_nothing_else() {
        for (given, read) in [
            ("yangli\n", Some("yangli")),
            ("yangli", Some("yangli")),
            ("yangli\r\nmore\n", Some("yangli")),
            ("\u{feff}yangli\n", Some("yangli")),
            (" a b \n", Some(" a b ")),
            ("", None),
            ("\nyangli\n", None),
        ] {
            assert_eq!(first_line(given.as_bytes(), "-").ok().as_deref(), read, "{given:?}");
        }
    }
}
