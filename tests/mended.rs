//! Fixes: nothing changes outside the words that are mended, a second run changes nothing, and the document
//! declares what it declared.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use msacheck::check::{AskedRules, PaperReader};
use msacheck::document::open;
use msacheck::lint::{Asked, Finding, Linter, Picked, Reads, Safety, edited};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// Paragraphs with and without names that a safe fix renews.
const PARAGRAPHS: &[&str] = &[
    "Concerns can be raised with HMIC at any time.",
    "Northmarch Police has a dedicated coordinator for modern slavery, and HMIC knows.",
    "The Gangmasters Licensing Authority joins visits; gangmasters are known to the GLA.",
    "The force has no force lead for modern slavery – “ask HMIC”, it said.",
    "In 2014 HMIC published a report.",
    "All officers have been trained on modern slavery.",
    "Café owners’ concerns go to the GLA, not to HMIC.",
];

fn asked() -> Asked {
    Asked {
        picked: Picked::default(),
        pedantic: false,
        as_of: Some("2018-05-01".parse().unwrap()),
        today: "2018-05-01".parse().unwrap(),
        kind: None,
        against: None,
    }
}

fn found(linter: &Linter, name: &str, bytes: &[u8]) -> Vec<Finding> {
    let document = open(name, bytes).unwrap();
    linter.lint(&document, bytes, Reads::Not, &asked(), &|_| true).findings
}

/// A file: its name, how its paragraphs stand in it, how lines end, whether a mark begins it.
fn file(ending: &str, picks: &[usize], lines: &str, mark: bool, last: bool) -> Vec<u8> {
    let paragraphs: Vec<&str> = picks.iter().map(|at| PARAGRAPHS[at % PARAGRAPHS.len()]).collect();
    let body = match ending {
        "html" => {
            let all: Vec<String> = paragraphs.iter().map(|own| format!("<p>{own}</p>")).collect();
            format!("<html><body>{lines}{}{lines}</body></html>", all.join(lines))
        }
        "md" => {
            format!("# The **plan**{lines}{lines}{}", paragraphs.join(&format!("{lines}{lines}")))
        }
        _ => paragraphs.join(&format!("{lines}{lines}")),
    };
    let end = if last { lines } else { "" };
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{body}{end}").into_bytes()
}

/// What a document declares: each arrangement and its state.
fn declared(papers: &PaperReader, name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let read = papers.read_bytes(name, bytes.to_vec(), Some("northmarch")).unwrap();
    let all = read.reading.arrangements.iter();
    all.map(|own| (own.arrangement.to_string(), own.state.to_string())).collect()
}

proptest! {
    #![proptest_config(Config { cases: 60, rng_seed: RngSeed::Fixed(3), ..Config::default() })]

    #[test]
    fn a_fix_changes_its_words_and_nothing_else(
        picks in proptest::collection::vec(0_usize..7, 1..9),
        ending in prop_oneof![Just("txt"), Just("md"), Just("html")],
        lines in prop_oneof![Just("\n"), Just("\r\n")],
        mark: bool,
        last: bool,
    ) {
        let rules = AskedRules::built_in().unwrap();
        let linter = Linter::new(rules.rulebook()).unwrap();
        let papers = PaperReader::new(&rules, "2018-05-01".parse().unwrap()).unwrap();
        let name = format!("paper.{ending}");
        let bytes = file(ending, &picks, lines, mark, last);
        let before = found(&linter, &name, &bytes);
        let once = edited(&bytes, &before, Safety::Safe);
        // Undoing each renewal gives the file back, byte for byte.
        let text = String::from_utf8(once.bytes.clone()).unwrap();
        let undone = text.replace("HMICFRS", "HMIC").replace("GLAA", "GLA").replace("Gangmasters and Labour Abuse Authority", "Gangmasters Licensing Authority");
        prop_assert_eq!(undone.as_bytes(), &bytes[..]);
        let fixable = before.iter().filter(|own| own.fix.is_some()).count();
        prop_assert_eq!(once.made.len(), fixable);
        prop_assert!(text.contains("“ask HMIC”") == String::from_utf8_lossy(&bytes).contains("“ask HMIC”"));
        let again = edited(&once.bytes, &found(&linter, &name, &once.bytes), Safety::Safe);
        prop_assert_eq!(&again.bytes, &once.bytes);
        prop_assert_eq!(declared(&papers, &name, &bytes), declared(&papers, &name, &once.bytes));
    }
}

#[test]
fn other_encodings_are_mended_as_they_are() {
    let rules = AskedRules::built_in().unwrap();
    let linter = Linter::new(rules.rulebook()).unwrap();
    // Windows-1252: a curly apostrophe and an e with an accent are a byte each.
    let bytes = b"Caf\xe9 owners\x92 concerns can be raised with HMIC, of course, by letter.\r\n";
    let findings = found(&linter, "paper.txt", bytes);
    let once = edited(bytes, &findings, Safety::Safe);
    assert_eq!(
        once.bytes,
        b"Caf\xe9 owners\x92 concerns can be raised with HMICFRS, of course, by letter.\r\n"
    );
    // What can't be put back byte for byte isn't touched.
    let wide: Vec<u8> =
        "Concerns can be raised with HMIC.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [vec![0xff, 0xfe], wide].concat();
    let findings = found(&linter, "paper.txt", &wide);
    assert_eq!(findings.len(), 1);
    assert_eq!(edited(&wide, &findings, Safety::Safe).bytes, wide);
}
