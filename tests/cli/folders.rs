//! Folders and patterns among the inputs, the same for every command that assesses.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Workplace};

const ANSWER: &str = "\
Northmarch Police

1 May 2025

Northmarch Police has a dedicated coordinator for modern slavery.
";

const EASTMERE: &str = "\
Eastmere Police

1 May 2025

Eastmere Police has no dedicated coordinator for modern slavery.
";

/// A declaration that quotes the answer beside it.
const QUOTES: &str = "
[[source]]
id = \"answer\"
title = \"An answer\"
file = \"answer.txt\"

[coordinator]
state = \"in place\"
dedicated = true
evidence = [{ source = \"answer\", quote = \"has a dedicated coordinator for modern slavery\" }]
";

fn place() -> Workplace {
    Workplace::new()
        .file("forces/northmarch.toml", format!("{NORTHMARCH}{QUOTES}"))
        .file("forces/answer.txt", ANSWER)
        .file("forces/papers/eastmere.txt", EASTMERE)
}

fn assessed(run: &crate::workplace::Run) -> Vec<(String, Vec<String>)> {
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let only = vec![result.clone()];
    let all = result["assessments"].as_array().unwrap_or(&only);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let inputs = |one: &Value| {
        one["inputs"].as_array().unwrap().iter().map(|input| text(&input["file"])).collect()
    };
    all.iter().map(|one| (text(&one["force"]), inputs(one))).collect()
}

#[test]
fn a_folder_gives_its_declarations_and_papers_but_not_what_a_declaration_quotes() {
    let expected = [
        ("northmarch".to_owned(), vec!["forces/northmarch.toml".to_owned()]),
        ("eastmere".to_owned(), vec!["forces/papers/eastmere.txt".to_owned()]),
    ];
    for line in
        ["check --full --format json forces", "check --full --format json forces/** forces/papers"]
    {
        assert_eq!(assessed(&place().run(line).done().quiet()), expected, "{line}");
    }
    // Who names a source asks for it as a paper of its own.
    let named = place().run("check --full --format json forces forces/answer.txt").done().quiet();
    let inputs = &assessed(&named)[0].1;
    assert_eq!(inputs.as_slice(), ["forces/northmarch.toml", "forces/answer.txt"]);
}

#[test]
fn explain_and_baseline_take_folders_too() {
    let run = place().run("explain coordinator forces/northmarch.toml").done().quiet();
    assert_eq!(place().run("explain coordinator forces/n*.toml").done().quiet().out, run.out);
    let place = place();
    place.run("baseline forces").done();
    let recorded = place.read("baseline.toml");
    assert!(recorded.contains("northmarch") && recorded.contains("eastmere"), "{recorded}");
    let settings = place.file("msacheck.toml", "check = [\"forces\"]\n");
    assert_eq!(assessed(&settings.run("check --full --format json").done().quiet()).len(), 2);
}

#[test]
fn what_is_passed_over_is_told_and_what_cannot_be_assessed_fails() {
    let place = place()
        .file("forces/msacheck.toml", "check = []\n")
        .file("forces/notes.toml", "title = \"notes\"\n")
        .file("forces/old.doc", "x");
    let run = place.run("check --full --format json forces").done();
    assert_eq!(assessed(&run).len(), 2);
    for told in ["declaration::passed-over", "forces/notes.toml", "1 .doc"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    assert!(!run.err.contains("msacheck.toml"), "{}", run.err);
    run.golden_but_its_report("folders/passed-over");

    let broken = place.file("forces/broken.toml", "[force]\nid = \n");
    let run = broken.run("check --full --format json forces").incomplete();
    assert_eq!(assessed(&run).len(), 2);
    assert!(run.err.contains("forces/broken.toml"), "{}", run.err);
    let run = broken.run("check --full --format json forces nowhere/*.toml").incomplete();
    assert!(run.err.contains("nowhere"), "{}", run.err);
}

#[test]
fn many_threads_come_to_what_one_does() {
    let place = place();
    let one = place.run("check --full --format json --jobs 1 forces").done().quiet();
    assert_eq!(place.run("check --full --format json --jobs 7 forces").done().quiet().out, one.out);
}
