//! Habits of the house that no compiler holds: small files, integers, no machine's paths, a glossary that is whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "in a test a failure is the answer"
)]

mod tree;

use domain::{Say, actor::Role, application::Stage, event::Event};
use std::{collections::BTreeSet, fs};
use tree::{has_word, root, sources};

const CODE: &[&str] = &["rs", "ts", "vue", "js", "css", "html", "sh", "py", "sql"];
const MOST_LINES: usize = 400;

/// Where numbers with a fraction may pass, and why.
const FLOATS: &[(&str, &str)] = &[
    (
        "src-tauri/domain/src/review/score.rs",
        "to refuse a score that came as a JSON number with a fraction",
    ),
    (
        "src-tauri/exchange/src/write/cell.rs",
        "an XLSX number is a double; amounts are written as the text they are",
    ),
    (
        "src-tauri/exchange/src/write/layout.rs",
        "a column's width is a double in the format",
    ),
];

#[test]
fn files_are_small_or_say_why_not() {
    let mut too_long = Vec::new();
    for source in sources("")
        .iter()
        .filter(|s| CODE.iter().any(|c| s.path.ends_with(&format!(".{c}"))))
    {
        let lines = source.text.lines().count();
        let says_why = source.text.lines().take(5).any(|l| {
            let comment = ["//", "/*", "*", "#", "--", "<!--"]
                .iter()
                .any(|c| l.trim_start().starts_with(c));
            comment && (l.contains("reason:") || l.contains("Do not edit"))
        });
        if lines > MOST_LINES && !says_why {
            too_long.push(format!("{} ({lines})", source.path));
        }
    }
    assert!(
        too_long.is_empty(),
        "over {MOST_LINES} lines: {too_long:?}. Split them (a folder for a concept, a file for a verb), or begin with a \
         comment that gives its `reason:`"
    );
}

#[test]
fn money_and_scores_never_pass_through_floats() {
    let mut with_floats = BTreeSet::new();
    for room in ["domain", "ledger", "office", "exchange"] {
        for source in sources(&format!("src-tauri/{room}/src"))
            .into_iter()
            .filter(|s| s.path.ends_with(".rs"))
        {
            for (n, line) in source.code() {
                if !has_word(line, "f32") && !has_word(line, "f64") {
                    continue;
                }
                assert!(
                    FLOATS.iter().any(|(path, _)| *path == source.path),
                    "{}:{n} uses a float: amounts are Fen and scores Points, integers in their smallest unit. Where a \
                     format leaves no choice, name the file and its reason in tests/house.rs",
                    source.path
                );
                with_floats.insert(source.path.clone());
            }
        }
    }
    for (path, reason) in FLOATS {
        assert!(
            with_floats.contains(*path),
            "{path} has no float any more ({reason}): take it off the list"
        );
    }
}

#[test]
fn no_path_of_a_machine_is_written_down() {
    // Put together here, so that this file does not name them.
    let places = ["home", "root", "work", "Users"].map(|place| format!("/{place}/"));
    for source in sources("") {
        for (line, n) in source.text.lines().zip(1..) {
            for place in &places {
                let absolute = line
                    .match_indices(place.as_str())
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-~}/*)".contains(c)));
                assert!(
                    !absolute,
                    "{}:{n} names {place}…: it would hold on one machine only",
                    source.path
                );
            }
        }
    }
}

#[test]
fn every_clause_can_be_read() {
    let text = fs::read_to_string(root().join("src-tauri/domain/src/clause.rs")).unwrap();
    let ids: Vec<&str> = text
        .lines()
        .filter(|l| l.trim_start().starts_with("pub const "))
        .filter_map(|l| l.split('"').nth(1))
        .collect();
    assert!(ids.len() > 20, "clause.rs holds its clauses as constants: {ids:?}");
    let glossary = glossary();
    let mut told = BTreeSet::new();
    for policy in sources("assets/policies").iter().filter(|s| s.path.ends_with(".json")) {
        let policy: serde_json::Value = serde_json::from_str(&policy.text).expect("a policy is JSON");
        for clause in policy["clauses"].as_array().expect("a policy lists its clauses") {
            if clause["text"].as_str().is_some_and(|t| !t.is_empty()) {
                told.insert(clause["id"].as_str().unwrap().to_owned());
            }
        }
    }
    for id in ids {
        assert!(
            told.contains(id) || glossary.contains(&format!("`{id}`")),
            "{id} stands in clause.rs, but its words stand neither in a policy nor in GLOSSARY.md: a verdict would rest \
             on a clause nobody can look up"
        );
    }
}

#[test]
fn the_glossary_is_whole() {
    let glossary = glossary();
    let told = |what: &str, code: &str, words: &Say| {
        let row = glossary
            .lines()
            .any(|l| l.contains(&format!("`{code}`")) && l.contains(&words.zh));
        assert!(
            row,
            "GLOSSARY.md has no row with {what} `{code}` and its Chinese term {}",
            words.zh
        );
    };
    for (kind, _) in Event::KINDS {
        told("event", kind, &Event::label(kind));
    }
    for role in Role::ALL {
        told("role", role.code(), &role.title());
    }
    for stage in Stage::ALL {
        told("stage", stage.code(), &stage.label());
    }
}

#[test]
fn the_two_readmes_know_each_other() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    assert!(
        read("README.md").contains("README.en.md"),
        "the Chinese README links the English one"
    );
    assert!(
        read("README.en.md").contains("README.md"),
        "the English README links the Chinese one"
    );
    for name in ["README.md", "README.en.md"] {
        for command in ["make run", "make test"] {
            assert!(read(name).contains(command), "{name} tells `{command}`");
        }
    }
}

/// Every link of our pages that points into the repository leads somewhere.
#[test]
fn links_between_pages_lead_somewhere() {
    let mut broken = Vec::new();
    for page in sources("").iter().filter(|s| s.path.ends_with(".md")) {
        let folder = root().join(&page.path).parent().unwrap().to_owned();
        for target in page.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap();
            if !file.is_empty() && !file.contains("://") && !folder.join(file).exists() {
                broken.push(format!("{} → {file}", page.path));
            }
        }
    }
    assert!(broken.is_empty(), "broken links: {broken:?}");
}

/// What our pages say lies somewhere does lie there.
#[test]
fn places_named_in_pages_are_there() {
    let rooms = [
        "domain/",
        "ledger/",
        "documents/",
        "exchange/",
        "office/",
        "shell/",
        "cli/",
    ];
    let tops = ["src-tauri/", "ui/src", "assets/", "tests/", "docs/", "tools/"];
    let mut missing = Vec::new();
    for page in [
        "README.md",
        "README.en.md",
        "ARCHITECTURE.md",
        "NOTICE",
        "docs/decisions",
        "docs/guide",
    ] {
        let whole = fs::read_to_string(root().join(page)).unwrap_or_default();
        let parts: String = sources(page).into_iter().map(|s| s.text).collect();
        for place in (whole + &parts).split('`').skip(1).step_by(2) {
            let plain = !place.contains(|c: char| c.is_whitespace() || "*<{…".contains(c));
            let there = if tops.iter().any(|t| place.starts_with(t)) {
                root().join(place).exists()
            } else if rooms.iter().any(|r| place.starts_with(r)) {
                root().join("src-tauri").join(place).exists()
            } else {
                true
            };
            if plain && !there {
                missing.push(format!("{page}: {place}"));
            }
        }
    }
    assert!(missing.is_empty(), "named, but not there: {missing:?}");
}

fn glossary() -> String {
    fs::read_to_string(root().join("GLOSSARY.md")).expect("GLOSSARY.md is there")
}
