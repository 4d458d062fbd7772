//! The arrows of the house: who may depend on whom, and which room alone holds which library. Each is a promise of
//! ARCHITECTURE.md, and each failure says why it must hold.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "in a test a failure is the answer"
)]

mod tree;

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};
use tree::{has_word, root, sources};

/// A crate, its layer, the crates of ours it may use in the program, and why no others.
struct Room {
    name: &'static str,
    layer: u8,
    may_use: &'static [&'static str],
    because: &'static str,
}

const ROOMS: &[Room] = &[
    Room {
        name: "domain",
        layer: 0,
        may_use: &[],
        because: "the rules are pure: they are tested and asked without books",
    },
    Room {
        name: "ledger",
        layer: 1,
        may_use: &["domain"],
        because: "the store must be readable without papers or workbooks",
    },
    Room {
        name: "documents",
        layer: 1,
        may_use: &["domain"],
        because: "a paper is a pure function of its facts; it reads no books",
    },
    Room {
        name: "exchange",
        layer: 1,
        may_use: &["domain"],
        because: "a workbook's rows reach the books only through the office's door",
    },
    Room {
        name: "office",
        layer: 2,
        may_use: &["domain", "ledger", "documents", "exchange"],
        because: "the use cases know nothing of windows or command lines",
    },
    Room {
        name: "desk",
        layer: 3,
        may_use: &["domain", "ledger", "documents", "exchange", "office"],
        because: "the command line must build on a machine without a window",
    },
    Room {
        name: "export-desk",
        layer: 3,
        may_use: &["office"],
        because: "the window's handlers are one line over the office",
    },
];

/// A library that only some crates may name, and why.
struct Fenced {
    library: &'static str,
    only_in: &'static [&'static str],
    because: &'static str,
}

const FENCED: &[Fenced] = &[
    Fenced {
        library: "rusqlite",
        only_in: &["ledger", "desk"],
        because: "official data is written through one door (the bench measures its bare floor)",
    },
    Fenced {
        library: "printpdf",
        only_in: &["documents"],
        because: "papers are rendered in one place, deterministically",
    },
    Fenced {
        library: "lopdf",
        only_in: &["documents"],
        because: "papers are rendered in one place, deterministically",
    },
    Fenced {
        library: "calamine",
        only_in: &["exchange", "desk"],
        because: "cells are read as text in one place (the bench measures its bare floor)",
    },
    Fenced {
        library: "rust_xlsxwriter",
        only_in: &["exchange"],
        because: "workbooks are written in one place",
    },
    Fenced {
        library: "tauri",
        only_in: &["export-desk"],
        because: "everything but the shell works without a window",
    },
];

/// Where a fenced library may be named in the sources of a crate that has it only to be measured against.
const MEASURED: &[(&str, &str)] = &[
    ("rusqlite", "src-tauri/cli/src/bench"),
    ("calamine", "src-tauri/cli/src/bench"),
];

fn room(name: &str) -> &'static Room {
    ROOMS.iter().find(|r| r.name == name).unwrap_or_else(|| {
        panic_with(&format!(
            "crate {name} has no place in tests/arrows.rs: say which layer it lies in and whom it may use"
        ))
    })
}

#[expect(clippy::panic, reason = "in a test a failure is the answer")]
fn panic_with(message: &str) -> ! {
    panic!("{message}")
}

/// (crate, dependency, kind) of every member of the workspace, as cargo reads the manifests.
fn edges() -> Vec<(String, String, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let out = Command::new(cargo)
        .args([
            "metadata",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
            "--manifest-path",
        ])
        .arg(root().join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    assert!(
        out.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("cargo metadata speaks JSON");
    let mut edges = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        for dependency in package["dependencies"].as_array().unwrap() {
            edges.push((
                package["name"].as_str().unwrap().to_owned(),
                dependency["name"].as_str().unwrap().to_owned(),
                dependency["kind"].as_str().unwrap_or("normal").to_owned(),
            ));
        }
    }
    assert!(!edges.is_empty(), "cargo metadata lists the workspace's dependencies");
    edges
}

#[test]
fn arrows_point_down_only() {
    let members: BTreeSet<&str> = ROOMS.iter().map(|r| r.name).collect();
    let edges = edges();
    for (from, to, kind) in edges.iter().filter(|(_, to, _)| members.contains(to.as_str())) {
        let (lower, upper) = (room(to), room(from));
        // Tests may look at any lower layer; the program only where its room says so.
        let holds = if kind == "dev" {
            lower.layer < upper.layer
        } else {
            upper.may_use.contains(&to.as_str())
        };
        assert!(
            holds,
            "{from} → {to} ({kind}): {from} may use {:?} only, because {}",
            upper.may_use, upper.because
        );
    }
    let seen: BTreeSet<&str> = edges.iter().map(|(from, ..)| from.as_str()).collect();
    for name in &seen {
        room(name);
    }
    assert_eq!(seen, members, "a crate of tests/arrows.rs is gone from the workspace");
}

#[test]
fn a_fenced_library_is_declared_only_where_it_belongs() {
    let edges = edges();
    for fence in FENCED {
        let users: Vec<_> = edges.iter().filter(|(_, to, _)| to == fence.library).collect();
        assert!(!users.is_empty(), "nobody uses {}: drop its fence", fence.library);
        for (from, to, kind) in users {
            assert!(
                fence.only_in.contains(&from.as_str()),
                "{from} → {to} ({kind}): {}",
                fence.because
            );
        }
    }
    for (from, to, _) in &edges {
        let window = ["tauri", "wry", "tao", "webkit2gtk"].iter().any(|w| to.starts_with(w));
        assert!(
            !window || from == "export-desk",
            "{from} → {to}: only the shell knows of windows"
        );
    }
}

#[test]
fn a_fenced_library_is_named_only_where_it_belongs() {
    for source in sources("src-tauri").iter().filter(|s| s.path.ends_with(".rs")) {
        let folder = source.path.split('/').nth(1).unwrap();
        let name = match folder {
            "cli" => "desk",
            "shell" => "export-desk",
            other => other,
        };
        for fence in FENCED {
            let measured = MEASURED
                .iter()
                .any(|(l, at)| *l == fence.library && source.path.starts_with(at));
            if measured || (fence.only_in.contains(&name) && name != "desk") {
                continue;
            }
            for (n, line) in source.code() {
                let named = has_word(line, fence.library);
                assert!(!named, "{}:{n} names {}: {}", source.path, fence.library, fence.because);
            }
        }
    }
}

#[test]
fn the_domain_touches_nothing_outside_itself() {
    for source in sources("src-tauri/domain/src")
        .iter()
        .filter(|s| !s.path.contains("test"))
    {
        for (n, line) in source.code() {
            for outside in [
                "std::fs",
                "std::net",
                "std::process",
                "std::env",
                "std::thread",
                "SystemTime",
                "Instant::now",
            ] {
                let used = line.contains(outside);
                assert!(
                    !used,
                    "{}:{n} uses {outside}: dates, policies and files are handed to the domain",
                    source.path
                );
            }
        }
    }
}

#[test]
fn the_command_line_builds_without_a_window() {
    let locked = Locked::read();
    let tree = locked.tree("desk");
    assert!(tree.contains("rusqlite"), "the tree of desk is read from Cargo.lock");
    for name in &tree {
        let window = ["tauri", "wry", "tao", "webkit2gtk", "gtk", "javascriptcore"]
            .iter()
            .any(|w| name == w || name.starts_with(&format!("{w}-")) || name.starts_with(&format!("{w}_")));
        assert!(
            !window,
            "desk depends on {name}: it must build and run where there is no window system"
        );
    }
}

#[test]
fn screens_reach_their_host_through_one_module() {
    for source in sources("ui/src")
        .iter()
        .filter(|s| !s.path.starts_with("ui/src/platform/"))
    {
        for (n, line) in source.code() {
            let reaches = line.contains("@tauri-apps");
            assert!(
                !reaches,
                "{}:{n} imports Tauri: only ui/src/platform does, so that screens run without a host",
                source.path
            );
        }
    }
}

/// Cargo.lock: every package by name, with the names it depends on (of all targets and kinds: more than is built).
struct Locked(BTreeMap<String, BTreeSet<String>>);

impl Locked {
    fn read() -> Self {
        let text = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is there");
        let mut packages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let (mut name, mut listing) = (String::new(), false);
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("name = ") {
                name = rest.trim_matches('"').to_owned();
                packages.entry(name.clone()).or_default();
            }
            match line {
                "dependencies = [" => listing = true,
                "]" => listing = false,
                _ if listing => {
                    let dependency = line.trim().trim_matches([',', '"']).split(' ').next().unwrap();
                    packages.entry(name.clone()).or_default().insert(dependency.to_owned());
                }
                _ => {}
            }
        }
        Self(packages)
    }

    fn tree(&self, of: &str) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let mut next = vec![self.0.get_key_value(of).expect("a locked package").0.as_str()];
        while let Some(name) = next.pop() {
            if seen.insert(name) {
                next.extend(self.0[name].iter().map(String::as_str));
            }
        }
        seen
    }
}
