//! What ripgrep takes to look for the same vocabulary.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msacheck::rulebook::{Alternative, Element, Lexicon, Pattern};

/// How many regular expressions it is given.
const PATTERNS: usize = 120;

/// How many ways to say one word of a pattern are spelled out in one.
const WAYS: usize = 3;

/// Whether it is there, and which.
pub(crate) fn version() -> Option<String> {
    let output = Command::new("rg").arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().next().map(str::to_owned)
}

/// Writes the regular expressions into a file: cues and modifiers of at least two words, taken
/// evenly from all of them.
pub(crate) fn write_patterns(file: &Path, lexicon: &Lexicon) -> io::Result<usize> {
    let cues = lexicon.cues.iter().map(|cue| &cue.pattern);
    let modifiers = lexicon.modifiers.iter().map(|modifier| &modifier.pattern);
    let all: Vec<String> = cues
        .chain(modifiers)
        .filter(|pattern| pattern.elements.len() > 1 && is_words(pattern))
        .map(|pattern| regex(pattern, lexicon))
        .collect();
    let step = (all.len() / PATTERNS).max(1);
    let taken: Vec<&str> = all.iter().step_by(step).take(PATTERNS).map(String::as_str).collect();
    fs::write(file, taken.join("\n") + "\n")?;
    Ok(taken.len())
}

/// How long one run takes over a folder.
pub(crate) fn run(patterns: &Path, folder: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    let mut command = Command::new("rg");
    command
        .args(["-j1", "-c", "-i", "--no-ignore", "--no-messages", "-f"])
        .arg(patterns)
        .arg(folder);
    let status = command.stdout(Stdio::null()).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("{command:?}: {status}")));
    }
    Ok(start.elapsed())
}

/// Whether it has no sign, beside which `\b` would mean something else.
fn is_words(pattern: &Pattern) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || "|[]{}.*' -".contains(c);
    pattern.written.chars().all(word)
}

/// A pattern as a person would write it for ripgrep: words, one way to say a class, short gaps.
fn regex(pattern: &Pattern, lexicon: &Lexicon) -> String {
    let mut out = String::new();
    let mut gap = false;
    for element in &pattern.elements {
        let pieces = match element {
            Element::One(pieces) => pieces,
            // What may stand there or not is left out.
            Element::Maybe(_) => continue,
            Element::Gap(_) => {
                gap = true;
                continue;
            }
        };
        let ways: Vec<String> =
            pieces.iter().take(WAYS).map(|piece| spelled(piece, lexicon)).collect();
        let between = match (out.is_empty(), gap) {
            (true, _) => r"\b",
            (false, true) => r"\b.{0,40}\b",
            (false, false) => " ",
        };
        gap = false;
        out.push_str(between);
        match ways.as_slice() {
            [way] => out.push_str(way),
            ways => out.push_str(&format!("(?:{})", ways.join("|"))),
        }
    }
    out.push_str(r"\b");
    out
}

fn spelled(piece: &Alternative, lexicon: &Lexicon) -> String {
    match piece {
        Alternative::Word(word) => regex::escape(word),
        Alternative::Begins(start) => format!(r"{}\w*", regex::escape(start)),
        Alternative::Class(name) => {
            let phrases = lexicon.classes.get(name).into_iter().flatten();
            let plain = phrases
                .map(|phrase| phrase.written.as_str())
                .find(|written| written.chars().all(|c| c.is_ascii_alphanumeric() || c == ' '));
            plain.unwrap_or("superintendent").to_owned()
        }
    }
}
