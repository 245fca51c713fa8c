//! What only some rooms may lay hands on: files, the clock, the terminal.

use crate::code::{Kind, Mention};
use crate::house::File;

/// Something of the world outside, and the rooms that may touch it.
pub(crate) struct Only {
    pub(crate) what: &'static str,
    pub(crate) rooms: &'static [&'static str],
    /// How a path to it begins.
    pub(crate) paths: &'static [&'static [&'static str]],
    /// How a path to it ends.
    pub(crate) ends: &'static [&'static str],
    /// Names that stand for it wherever they stand.
    pub(crate) words: &'static [&'static str],
}

pub(crate) fn faults(files: &[&File], all: &[Only]) -> Vec<String> {
    let mut faults = Vec::new();
    for only in all {
        let outside = |file: &&&File| !only.rooms.contains(&file.room());
        for file in files.iter().filter(outside) {
            let mut fault = |line: usize, name: &str| {
                let what = only.what;
                faults.push(format!(
                    "{}:{line}: `{name}` is {what}: only {:?}",
                    file.path, only.rooms
                ));
            };
            for word in only.words {
                if let Some(line) = file.code.words.get(*word) {
                    fault(*line, word);
                }
            }
            for mention in file.code.mentions.iter().filter(|mention| touches(mention, only)) {
                fault(mention.line, &mention.segments.join("::"));
            }
        }
    }
    faults
}

/// Whether a path leads there, or takes in something larger under which it could be had.
fn touches(mention: &Mention, only: &Only) -> bool {
    let path = &mention.segments;
    let begins = |with: &&[&str]| {
        let larger = mention.kind != Kind::Inline && with.len() > path.len();
        path.iter().zip(*with).all(|(a, b)| a == b) && (larger || path.len() >= with.len())
    };
    let ends = |with: &&str| path.len() > 1 && path.last().is_some_and(|last| last == with);
    only.paths.iter().any(begins) || only.ends.iter().any(ends)
}
