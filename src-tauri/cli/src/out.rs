//! Where answers go: standard output, UTF-8, for a program or for a person.

use crate::fault::Refused;
use domain::say::Lang;
use serde::Serialize;
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

/// The three ways a call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done or answered.
    Answered,
    /// Something in the answer is `error`, `not_met`, `refused` or `to_verify`, or was found wrong.
    Found,
    /// The call or its input is wrong.
    Wrong,
}

/// An answer as it is shown. It holds its texts in one language already.
pub trait Answer: Serialize {
    /// For a person, in lines without a final line feed.
    fn text(&self, lang: Lang) -> String;

    /// Whether it makes the call end with [`Exit::Found`].
    fn found(&self) -> bool {
        false
    }
}

/// Prints answers one after the other and remembers whether one of them was a finding.
pub struct Printer {
    to: BufWriter<Stdout>,
    json: bool,
    pub lang: Lang,
    found: bool,
    /// The reader is gone. The work goes on, so that the exit code stays true.
    closed: bool,
}

impl Printer {
    pub fn new(json: bool, lang: Lang) -> Self {
        Self {
            to: BufWriter::new(io::stdout()),
            json,
            lang,
            found: false,
            closed: false,
        }
    }

    /// # Errors
    /// Standard output cannot be written.
    pub fn answer(&mut self, answer: &impl Answer) -> Result<(), Refused> {
        self.found |= answer.found();
        if self.json {
            self.line(|to| serde_json::to_writer(to, answer).map_err(io::Error::from))
        } else {
            let text = answer.text(self.lang);
            self.line(|to| to.write_all(text.as_bytes()))
        }
    }

    /// A JSON document that people read too, as a schema.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn document(&mut self, document: &impl Serialize) -> Result<(), Refused> {
        self.line(|to| serde_json::to_writer_pretty(to, document).map_err(io::Error::from))
    }

    /// # Errors
    /// Standard output cannot be written.
    pub fn finish(mut self) -> Result<Exit, Refused> {
        let flushed = if self.closed { Ok(()) } else { self.to.flush() };
        let found = self.found;
        self.heard(flushed)?;
        if self.closed {
            // Dropping the buffer would try to write what is left in it once more.
            let _ = self.to.into_parts();
        }
        Ok(if found { Exit::Found } else { Exit::Answered })
    }

    fn line(&mut self, write: impl FnOnce(&mut BufWriter<Stdout>) -> io::Result<()>) -> Result<(), Refused> {
        if self.closed {
            return Ok(());
        }
        let written = write(&mut self.to).and_then(|()| self.to.write_all(b"\n"));
        self.heard(written)
    }

    fn heard(&mut self, written: io::Result<()>) -> Result<(), Refused> {
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            Err(error) => Err(Refused::unwritable("-", &error)),
            Ok(()) => Ok(()),
        }
    }
}

/// Most faults that are told to a person; a program is told all.
const TOLD: usize = 100;

/// Tells a person on standard error what is wrong, and a program on standard output.
pub fn refuse(refused: &Refused, json: bool, lang: Lang) -> Exit {
    let mut told = io::stderr().lock();
    let word = if lang == Lang::Zh { "错误：" } else { "error: " };
    // Nobody is left to be told that telling failed.
    for fault in refused.faults.iter().take(TOLD) {
        let _ = writeln!(told, "{word}{}", fault.line(lang));
    }
    let more = refused.faults.len().saturating_sub(TOLD);
    if more > 0 {
        let _ = match lang {
            Lang::Zh => writeln!(told, "另有 {more} 处，用 --json 查看全部"),
            Lang::En => writeln!(told, "{more} more; --json tells all of them"),
        };
    }
    if json {
        let mut to = io::stdout().lock();
        let _ = serde_json::to_writer(&mut to, &refused.json(lang))
            .map_err(io::Error::from)
            .and_then(|()| to.write_all(b"\n"))
            .and_then(|()| to.flush());
    }
    Exit::Wrong
}

/// One of two texts.
pub fn pick<'t>(lang: Lang, zh: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
