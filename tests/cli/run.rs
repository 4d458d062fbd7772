//! Running the binary.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// How one call ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_desk"));
    // Neither the user's language nor colours may change an answer.
    command.env_clear().env("LC_ALL", "C").stdin(Stdio::null());
    command
}

pub fn desk(args: &[&str]) -> Ran {
    command().args(args).output().expect("the binary runs").into()
}

pub fn desk_reading(args: &[&str], input: &[u8]) -> Ran {
    let mut child = command()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // A call that is refused before it reads closes the pipe; that is an answer, not a failure of the test.
    match child.stdin.take().expect("piped").write_all(input) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => panic!("the pipe: {e}"),
        _ => {}
    }
    child.wait_with_output().expect("it ends").into()
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("ended by itself"),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

impl Ran {
    /// The answers of `--json`, one a line.
    pub fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
            .collect()
    }

    /// The only answer.
    pub fn one(&self) -> Value {
        let mut lines = self.lines();
        assert_eq!(lines.len(), 1, "one document is asked for: {self:?}");
        lines.remove(0)
    }

    /// The faults of a call that was wrong; standard error names the same places.
    pub fn faults(&self) -> Vec<Value> {
        assert_eq!(self.code, 2, "a wrong call ends with 2: {self:?}");
        assert!(!self.err.is_empty(), "a person is told too");
        let error = self.one();
        let faults = error["error"]["faults"].as_array().expect("faults").clone();
        assert!(!faults.is_empty(), "a refusal says why");
        for fault in &faults {
            for key in ["code", "rule", "message", "remedy"] {
                assert!(fault[key].is_string(), "a fault has its {key}: {fault}");
            }
            if let Some(field) = fault["field"].as_str() {
                assert!(self.err.contains(field), "standard error names {field}: {}", self.err);
            }
            if let Some(file) = fault["file"].as_str() {
                assert!(self.err.contains(file), "standard error names {file}: {}", self.err);
            }
        }
        faults
    }
}

/// A folder for the files of one test.
pub struct Files(TempDir);

impl Files {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    pub fn json(&self, name: &str, content: &Value) -> String {
        self.write(name, content.to_string())
    }

    pub fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("UTF-8").to_owned()
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// One of `0..n`.
    pub fn roll(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).expect("small")).expect("below n")
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.roll(last + 1));
        }
    }
}
