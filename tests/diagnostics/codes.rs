//! Every code of a fault that the program knows has a golden file that shows it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::workplace::repository;

/// Codes that no user can cause, with the reason.
const OUT_OF_REACH: [&str; 6] = [
    // A file that is changed between two looks of one run.
    "input::changed",
    // A program of another version, which asks of its files what the one that made the record didn't.
    "record::not-recorded",
    // A fault of the program that nobody has found.
    "document::panicked",
    // A machine that starts no thread.
    "usage::threads",
    // The built-in packs always have one.
    "rules::no-ranks",
    // No need of today's language is met by silence.
    "lint::silent",
];

/// The text of every file below a folder whose path ends like this.
fn texts(folder: &Path, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

#[test]
fn every_code_is_shown_by_a_golden_file() {
    let code = Regex::new("\"([a-z]+::[a-z0-9-]+)\"").unwrap();
    let sources = texts(&repository().join("src"), ".rs");
    let codes: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| code.captures_iter(source))
        .map(|found| found.get(1).unwrap().as_str())
        .collect();
    assert!(codes.len() > 50, "they are string literals in src/: {codes:?}");
    let golden = texts(&repository().join("tests"), ".txt").concat();
    let shown: BTreeSet<&str> = golden.lines().collect();
    let hidden: Vec<&&str> = codes
        .iter()
        .filter(|code| !shown.contains(**code) && !OUT_OF_REACH.contains(code))
        .collect();
    assert!(hidden.is_empty(), "no golden file shows {hidden:?}: add a test that causes each");
    let gone: Vec<&&str> = OUT_OF_REACH.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(gone.is_empty(), "no fault has the code {gone:?} any more");
}
