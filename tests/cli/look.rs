//! `read`, for people: the words with the states at their side, and why.

use msacheck::check::{AskedRules, PaperReader};
use msacheck::reading::ReadDocument;
use msacheck::report::{TerminalPage, Topics, explain_reading, reading_legend, reading_look};

use crate::read::{EASTMERE, NORTHMARCH, json, papers};
use crate::workplace::{TODAY, Workplace};

/// What the library tells of a paper, by the cues as they are. How that looks is held by
/// `tests/frozen`.
fn told(name: &str, body: &str, show: impl FnOnce(&ReadDocument, &Topics<'_>) -> String) -> String {
    let rules = AskedRules::built_in().unwrap();
    let reader = PaperReader::new(&rules, TODAY.parse().unwrap()).unwrap();
    let read = reader.read_bytes(name, body.as_bytes(), None).unwrap();
    show(&read, &Topics::new(rules.rulebook().vocabulary(), reader.looked_for().clone()))
}

#[test]
fn a_look_shows_the_words_and_the_states() {
    let place = papers();
    let look = |name: &str, body: &str, all: bool, width: usize| {
        told(name, body, |read, topics| {
            reading_look(read, topics, all, TerminalPage::new(width, false))
        })
    };
    let northmarch = "papers/northmarch.txt";
    for columns in [44, 80, 160] {
        let run = place.with(&["read", northmarch]).columns(columns).run().done().quiet();
        let legend = reading_legend(TerminalPage::new(columns, false));
        let out = legend + &look(northmarch, NORTHMARCH, false, columns);
        assert_eq!(run.fits(columns).out, out);
    }
    let run = place.run(&format!("read {northmarch}")).done();
    run.tells(&["Speaks for Northmarch Police.", "← lead: partial", "coordinator in place line 5"]);
    let legend = reading_legend(TerminalPage::new(80, false));
    let run = place.run(&format!("read --all {northmarch}")).done().quiet().fits(80);
    assert_eq!(run.out, format!("{legend}{}", look(northmarch, NORTHMARCH, true, 80)));
    let run = place.run(&format!("read papers/2018 {northmarch}")).done().quiet().fits(80);
    let eastmere = look("papers/2018/eastmere.txt", EASTMERE, false, 80);
    let both = format!("{legend}{eastmere}\n\n{}", look(northmarch, NORTHMARCH, false, 80));
    assert_eq!(run.out, both);
}

#[test]
fn an_explanation_names_the_words_and_the_patterns() {
    let place = Workplace::new().file("eastmere.txt", EASTMERE);
    let run = place.run("read --explain eastmere.txt").done().quiet().fits(80);
    let why = told("eastmere.txt", EASTMERE, |read, topics| {
        explain_reading(read, topics, TerminalPage::new(80, false))
    });
    assert_eq!(run.out, why);
    let run = place.run("read --explain --format json eastmere.txt").done().quiet();
    let statement = &json(&run)["statements"][0];
    assert_eq!(statement["state"], "absent");
    assert_eq!(statement["modifiers"][0]["words"], "no");
    place.run("read --explain --all eastmere.txt").wrong();
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let place = Workplace::with_samples();
    for options in [vec![], vec!["--all"], vec!["--explain"]] {
        for columns in [40, 50, 63, 64, 65, 79, 80, 100, 130, 160, 240] {
            let args =
                [&["read"], options.as_slice(), &["samples/west-midlands-2017.txt"]].concat();
            place.with(&args).columns(columns).run().done().quiet().fits(columns);
        }
    }
}

#[test]
fn colour_takes_the_place_of_signs() {
    let place = papers();
    let run = place.run("read --color always papers/northmarch.txt").done();
    assert!(run.out.contains("\u{1b}[4m"), "no word is underlined: {run}");
    assert!(!run.out.contains(['«', '‹']), "{run}");
    let never = place.run("read --color never papers/northmarch.txt").done();
    assert!(never.out.contains('«') && never.out.contains('‹'));
    place.run("read --explain --color always papers/northmarch.txt").done();
}
