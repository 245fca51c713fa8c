//! `read --draft`: a declaration out of documents, which loads and checks.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::workplace::{TODAY, Workplace};

const SAMPLE: &str = "samples/west-midlands-2017.txt";

/// A letter of a made-up force, with a date.
const LETTER: &str = "\
Northmarch Police

Date: 29th March 2021

Northmarch Police has a dedicated Modern Slavery Co-ordinator, who is a sergeant.

There is no specific budget for modern slavery within the force.
";

fn draft(args: &str) -> String {
    format!("read --draft --today {TODAY} {args}")
}

/// The states of a result in JSON; what isn't stated is left out.
fn states(json: &str) -> BTreeMap<String, String> {
    let result: Value = serde_json::from_str(json).unwrap();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let all = result["arrangements"].as_array().unwrap().iter();
    all.map(|one| (word(&one["arrangement"]), word(&one["state"])))
        .filter(|(_, state)| state != "not stated")
        .collect()
}

#[test]
fn a_draft_of_a_real_answer_checks_and_declares_what_was_read() {
    let place = Workplace::with_samples();
    let args = format!("--as-of 2017-06-30 --force west-midlands {SAMPLE} --output draft.toml");
    place.run(&draft(&args)).done();
    let checked = place.run("check --full --format json draft.toml").done();
    assert!(!checked.err.contains("×"), "{checked}");
    let read = place.run(&format!("read --format json --force west-midlands {SAMPLE}")).done();
    assert_eq!(states(&checked.out), states(&read.out));
    let result: Value = serde_json::from_str(&checked.out).unwrap();
    assert_eq!(result["force"], "west-midlands");
    assert_eq!(result["as_of"], "2017-06-30");
    for stated in result["arrangements"].as_array().unwrap() {
        if stated["state"] != "not stated" {
            assert_eq!(stated["basis"], "quoted", "{stated}");
        }
    }
}

#[test]
fn evidence_is_that_of_the_reading() {
    let place = Workplace::new().file("letter.txt", LETTER);
    let text = place.run(&draft("letter.txt")).done().quiet().out;
    assert!(text.contains("as_of = 2021-03-29"), "{text}");
    assert!(text.contains("line = 5"), "{text}");
    assert!(text.contains("quote = \"Northmarch Police has a dedicated"), "{text}");
    place.run(&draft("letter.txt")).done().golden("draft/letter");
}

#[test]
fn sources_are_named_from_the_folder_of_the_draft() {
    let place = Workplace::new().file("papers/letter.txt", LETTER).file("drafts/x.txt", "");
    let run = place.run(&draft("papers/letter.txt --output drafts/northmarch.toml")).done();
    assert!(run.out.is_empty(), "{run}");
    assert!(run.err.contains("drafts/northmarch.toml"), "{run}");
    assert!(place.read("drafts/northmarch.toml").contains("file = \"../papers/letter.txt\""));
    // That folder is the project's where settings say so, and else it isn't the declaration's: said at once, and
    // by each check.
    assert!(run.err.contains("declaration::source-outside"), "{run}");
    let run = place.run("check --full drafts/northmarch.toml").done();
    assert!(run.err.contains("declaration::source-outside"), "{run}");
    let place = place.file("msacheck.toml", "");
    place.run("check --full drafts/northmarch.toml").done().quiet();
    let line = draft("papers/letter.txt --output drafts/northmarch.toml --overwrite");
    assert!(!place.run(&line).done().err.contains("source-outside"));
}

#[test]
fn a_file_that_is_there_stays() {
    let place = Workplace::new().file("letter.txt", LETTER).file("northmarch.toml", "mine");
    let line = draft("letter.txt --output northmarch.toml");
    place.run(&line).wrong().golden("draft/exists");
    assert_eq!(place.read("northmarch.toml"), "mine");
    place.run(&format!("{line} --overwrite")).done();
    assert!(place.read("northmarch.toml").contains("[coordinator]"));
}

#[test]
fn without_a_date_it_asks_for_one() {
    let place = Workplace::with_samples();
    let run = place.run(&draft(&format!("--force west-midlands {SAMPLE}"))).wrong();
    run.golden("draft/undated");
    let run = place.run(&draft(&format!("--as-of 2031-01-01 {SAMPLE}"))).wrong();
    run.golden("draft/future");
}

#[test]
fn it_must_be_known_whose_it_is() {
    let place =
        Workplace::new().file("notice.txt", "1 May 2018\n\nThe car park is closed today.\n");
    place.run(&draft("notice.txt")).wrong().golden("draft/no-force");
    let place = Workplace::new()
        .file("northmarch.txt", LETTER)
        .file("eastmere.txt", LETTER.replace("Northmarch", "Eastmere"));
    place.run(&draft("northmarch.txt eastmere.txt")).wrong().golden("draft/several-forces");
}

#[test]
fn several_papers_make_one_draft() {
    let later = LETTER.replace("29th March 2021", "1 April 2023").replace(
        "There is no specific budget for modern slavery within the force.",
        "The force has a dedicated budget for modern slavery.",
    );
    let place = Workplace::new().file("a/letter.txt", LETTER).file("b/letter.txt", later);
    let run = place.run(&draft("a/letter.txt b/letter.txt --output both.toml")).done();
    assert!(run.out.is_empty());
    let text = place.read("both.toml");
    assert!(text.contains("as_of = 2023-04-01"), "{text}");
    assert!(text.contains("id = \"letter-2\""), "{text}");
    assert!(text.contains("a/letter.txt (2021-03-29) says \"absent\""), "{text}");
    place.run("check --full both.toml").done().quiet();
    let folders = place.run(&draft("a b")).done().quiet();
    assert_eq!(folders.out, text, "folders are looked into");
    let run = place.run(&draft("a nowhere.txt")).wrong();
    assert!(run.err.contains("file::not-found"), "{run}");
}
