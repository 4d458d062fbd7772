//! What goes where: answers to standard output, everything else to standard error; a reader that leaves is no fault.

use crate::run::{Files, command, desk};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn an_answer_leaves_standard_error_empty() {
    for more in [&["--json"][..], &[], &["--lang", "en"]] {
        let ran = desk(&[&["check", "hs", "8703234110"], more].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{more:?}");
        assert!(ran.out.ends_with('\n'));
    }
}

#[test]
fn help_and_version_are_answers() {
    for args in [
        &["--help"][..],
        &["--version"],
        &["review", "draw", "--help"],
        &["check", "-h"],
    ] {
        let ran = desk(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(!ran.out.is_empty());
    }
    let help = desk(&["--help"]).out;
    for word in [
        "check",
        "calendar",
        "use-life",
        "eligibility",
        "review",
        "licence",
        "export",
        "退出码",
    ] {
        assert!(help.contains(word), "the help names {word}: {help}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_panic_and_changes_no_exit_code() {
    let mut values = vec!["check", "hs", "--json"];
    // More than a pipe holds, so that writing meets the closed end.
    values.extend(std::iter::repeat_n("8703234110", 4_000));
    for (last, code) in [("8703234110", 0), ("1", 1)] {
        let mut child = command()
            .args(&values)
            .arg(last)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut first = String::new();
        // The reader is dropped, and the pipe with it, after one line.
        BufReader::with_capacity(64, child.stdout.take().expect("piped"))
            .read_line(&mut first)
            .expect("a line");
        let ended = child.wait_with_output().expect("it ends");
        assert!(first.starts_with("{\"input\":\"8703234110\""), "{first}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "nothing is said about it");
        assert_eq!(ended.status.code(), Some(code));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_not_taken_for_given() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("Linux has it");
    let output = command()
        .args(["check", "hs", "8703234110"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("无法写入"));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_a_wrong_call() {
    use std::os::unix::ffi::OsStrExt;
    let output = command()
        .args(["check", "plate"])
        .arg(std::ffi::OsStr::from_bytes(&[0xcd, 0xee, 0x42]))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).expect("UTF-8").starts_with("错误："));
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    let files = Files::new();
    let path = files.json("a.json", &serde_json::json!([crate::eligibility::applicant("a")]));
    let args = ["eligibility", "--facts", &path, "--json"];
    assert_eq!(desk(&args).out, desk(&args).out);
}
