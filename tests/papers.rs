//! What a declaration quotes out of a paper that isn't part of this project stands on the page that
//! it names. The paper lies in a folder beside the project, where there is one; elsewhere this says
//! that it was skipped.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may fail, and says what it skips"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use msacheck::checklists;
use msacheck::declaration::{Declaration, Evidence, NoSources, load};
use msacheck::rulebook::Rulebook;
use msacheck::source::{Faults, Text};

const SAMPLE: &str = "west-midlands-2018.toml";
const PAPER: &str = "west-midlands-liberate-2018.pdf";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sample() -> Declaration {
    let rulebook = Rulebook::load(&checklists::files()).expect("the built-in rules are sound");
    let text = fs::read_to_string(project().join("samples").join(SAMPLE)).unwrap();
    let text = Arc::new(Text::new(SAMPLE, text));
    let today = "2026-12-31".parse().unwrap();
    let declaration = load(&text, rulebook.vocabulary(), &NoSources, today, &Faults::new());
    declaration.expect("a sound declaration")
}

/// Every piece of evidence, with the place that it stands with.
fn evidence(declaration: &Declaration) -> Vec<(String, &Evidence)> {
    let of_arrangements = declaration.declared.iter().flat_map(|(arrangement, declared)| {
        declared.evidence.iter().map(move |piece| (arrangement.to_string(), piece))
    });
    let of_information = declaration.information.iter().flat_map(|information| {
        information.evidence.iter().map(|piece| (information.note.clone(), piece))
    });
    of_arrangements.chain(of_information).collect()
}

/// The paper, and poppler's `pdftotext` to read it with, where both are there.
fn paper() -> Option<PathBuf> {
    let path = project().join("../shared/papers/documents").join(PAPER);
    let reader = Command::new("pdftotext").arg("-v").output().is_ok();
    (path.is_file() && reader).then_some(path)
}

/// The text of one page.
fn page(paper: &Path, number: i64) -> String {
    let number = number.to_string();
    let output = Command::new("pdftotext")
        .args(["-q", "-enc", "UTF-8", "-f", &number, "-l", &number])
        .arg(paper)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "page {number} can't be read");
    String::from_utf8(output.stdout).unwrap()
}

/// A text without what layout does to it: white space, typographic quotes and dashes, and hyphens,
/// since a line may have been broken at one or by one.
fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut after_hyphen = false;
    for c in text.chars() {
        match c {
            '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' => after_hyphen = true,
            c if c.is_whitespace() && after_hyphen && !plain.ends_with(' ') => {}
            c => {
                after_hyphen = false;
                plain.push(match c {
                    '‘' | '’' | '‚' => '\'',
                    '“' | '”' | '„' => '"',
                    c => c,
                });
            }
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_quote_has_a_page_and_is_short() {
    let declaration = sample();
    let evidence = evidence(&declaration);
    assert!(evidence.len() > 50, "only {} quotes", evidence.len());
    for (with, piece) in evidence {
        let quote = piece.quote.as_ref().unwrap_or_else(|| panic!("{with}: no quote"));
        assert!(piece.page.is_some(), "{with}: no page for {quote:?}");
        let words = quote.split_whitespace().count();
        assert!((4..=22).contains(&words), "{with}: {words} words in {quote:?}");
    }
}

#[test]
fn every_quote_stands_on_its_page() {
    let Some(paper) = paper() else {
        eprintln!("skipped: {PAPER} or pdftotext isn't here");
        return;
    };
    let declaration = sample();
    let mut pages: BTreeMap<i64, String> = BTreeMap::new();
    let mut astray = Vec::new();
    for (with, piece) in evidence(&declaration) {
        let (Some(quote), Some(number)) = (&piece.quote, piece.page) else { continue };
        let text = pages.entry(number).or_insert_with(|| folded(&page(&paper, number)));
        if !text.contains(&folded(quote)) {
            astray.push(format!("{with}: p. {number} has no {quote:?}"));
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}

#[test]
fn layout_is_folded_and_words_are_not() {
    assert_eq!(folded("a  “multi-\nagency”\tvictim’s\r\n view"), "a \"multiagency\" victim's view");
    assert_eq!(folded("soft hy\u{ad}phen, inter-\nnational"), "soft hyphen, international");
    assert_eq!(folded("one phase – the next"), "one phase the next");
    assert!(!folded("no priority for the force").contains(&folded("a priority for the force")));
}
