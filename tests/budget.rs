//! `CONTRIBUTING.md` says of each dependency what it costs and what it is here for, and of each budget how much.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The cells of the rows under a heading.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let part = page.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let part = part.split("\n## ").next().unwrap();
    let rows = part.lines().filter(|line| line.starts_with("| ")).skip(2);
    rows.map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn each_dependency_is_said_to_be_worth_its_seconds() {
    let manifest: toml::Table = toml::from_str(&page("Cargo.toml")).unwrap();
    let asked: BTreeSet<String> =
        manifest.get("dependencies").unwrap().as_table().unwrap().keys().cloned().collect();
    let mut said = BTreeSet::new();
    for row in rows(&page("CONTRIBUTING.md"), "What each dependency is worth") {
        let [_, crates, seconds, reason, ..] = row.as_slice() else { continue };
        assert!(seconds.parse::<u32>().unwrap() > 0 && !reason.is_empty(), "{row:?}");
        for name in crates.split('`').skip(1).step_by(2) {
            assert!(said.insert(name.to_owned()), "{name} stands there twice");
        }
    }
    assert_eq!(said, asked);
}

#[test]
fn each_budget_is_a_number_that_its_measure_can_read() {
    let budgets = rows(&page("CONTRIBUTING.md"), "What it may cost");
    let names: Vec<&str> = budgets.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        names,
        [
            "cold build",
            "program",
            "`msacheck --version`",
            "`msacheck check`",
            "reading",
            "keystroke"
        ]
    );
    for row in &budgets {
        assert!(row[2].split(' ').next().unwrap().parse::<f64>().unwrap() > 0.0, "{row:?}");
    }
}
