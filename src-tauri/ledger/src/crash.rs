//! A process killed in the middle: what it acknowledged is there, and the books hold.

use crate::{Expected, testing::*};
use std::{
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Command, Stdio},
};

/// Appends until it is killed, and says each commit after it.
#[test]
#[ignore = "run by a_killed_process_loses_nothing_acknowledged in a process of its own"]
fn append_until_killed() {
    let path = PathBuf::from(std::env::var_os("LEDGER_TEST_BOOKS").unwrap());
    let mut books = crate::Books::open(&path, "lin", PASSWORD).unwrap();
    let mut out = std::io::stdout();
    let from = books.reader().head().unwrap().0;
    for i in from.. {
        let (stream, uscc) = (format!("enterprise/{}", enterprise(i as u32)), format!("U{i}"));
        let head = books
            .write(|tx| {
                tx.append(
                    &act("2026-03-02"),
                    &stream,
                    Expected::New,
                    vec![registered(&uscc, KNOWN_NAME), accepted()],
                )?;
                let (n, hash) = tx.head();
                Ok::<_, crate::StoreFault>(format!("{n} {}", hex::encode(hash)))
            })
            .unwrap();
        writeln!(out, "\ncommitted {head}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_killed_process_loses_nothing_acknowledged() {
    let mut desk = Desk::new();
    // Killed after so many acknowledged commits, wherever the next one is by then.
    for commits in [1, 7, 30, 64] {
        let (path, Desk { books, folder }) = (desk.path(), desk);
        drop(books);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::append_until_killed", "--nocapture", "--ignored"])
            .env("LEDGER_TEST_BOOKS", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map(|line| line.unwrap());
        let mut acknowledged = Vec::new();
        let mut take = |line: String| acknowledged.extend(line.strip_prefix("committed ").map(str::to_owned));
        lines
            .by_ref()
            .filter(|line| line.starts_with("committed "))
            .take(commits)
            .for_each(&mut take);
        child.kill().unwrap();
        lines.for_each(&mut take);
        child.wait().unwrap();
        assert!(acknowledged.len() >= commits, "the child went on until it was killed");

        let books = crate::Books::open(&path, "lin", PASSWORD).unwrap();
        for line in &acknowledged {
            let (n, hash) = line.split_once(' ').unwrap();
            let stored = books
                .reader()
                .entry(n.parse().unwrap())
                .unwrap()
                .expect("an acknowledged commit is there");
            assert_eq!(hex::encode(stored.hash), hash);
        }
        let (n, head) = books.reader().head().unwrap();
        assert_eq!(n % 2, 0, "of a commit's two entries neither is there without the other");
        assert_eq!((n, head), recomputed_head(&books.conn));
        assert_eq!(books.reader().enterprises().unwrap().len() as i64, n / 2);
        assert!(books.verify().unwrap().holds());
        desk = Desk { books, folder };
    }
}
