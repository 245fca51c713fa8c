//! `read --decide`: what is asked, that each answer is kept at once, and that nobody is asked twice.

use crate::workplace::{TODAY, Workplace};

/// A paper in which two passages wait.
const ANSWER: &str = "\
Northmarch Police

Date: 29th March 2021

Northmarch Police has a force lead for modern slavery, who is a superintendent.

Your letter came on 1 March.

Modern slavery is looked at by analysts in the regional unit.

Training on modern slavery may be given to officers.
";

fn decide(args: &str) -> String {
    format!("read --decide --today {TODAY} {args}")
}

#[test]
fn it_asks_passage_by_passage_keeps_each_answer_and_writes_the_declaration() {
    let answers = "# what stands around it?\n?\npartial\nr\nIt is the region's.\n";
    let place = Workplace::new().file("answer.txt", ANSWER).file("answers.txt", answers);
    let args = "--answers answers.txt --output northmarch.toml answer.txt";
    let run = place.run(&decide(args)).done();
    assert!(run.out.is_empty(), "the files are the result");
    assert!(run.err.contains("2 of 2  Training") || run.err.contains("2 of 2 Training"), "{run}");
    assert!(run.err.contains("2 passages decided, 0 left open."), "{run}");
    let kept = place.read("decisions.toml");
    assert_eq!(kept.matches("\n[[decision]]\n").count(), 2, "{kept}");
    assert!(kept.contains("reason = \"It is the region's.\""), "{kept}");
    let declared = place.read("northmarch.toml");
    assert!(declared.contains("[regional-support]\nstate = \"partial\""), "{declared}");
    assert!(!declared.contains("[training]"), "{declared}");
    place.run("check northmarch.toml").done();
    // Nobody is asked twice, and nobody has to be there.
    let again = place.run(&decide("--output northmarch.toml answer.txt")).done();
    assert!(again.err.contains("Nothing is left to decide in 1 paper."), "{again}");
    assert_eq!((place.read("decisions.toml"), place.read("northmarch.toml")), (kept, declared));
    // What it reads it doesn't write over.
    place.run(&decide("--overwrite --output decisions.toml answer.txt")).wrong();
    place.run(&decide("--overwrite --output answer.txt answer.txt")).wrong();
    assert_eq!(place.read("answer.txt"), ANSWER);
}

#[test]
fn what_is_accepted_goes_into_a_declaration_that_is_there_and_out_of_it_again() {
    let own = "# Ours.\n[training]\nstate = \"absent\"   # said the chief\n";
    let place = Workplace::new().file("papers/answer.txt", ANSWER);
    let place = place.declared("northmarch.toml", own);
    let into = |place: &Workplace, answers: &str| {
        let args = "--role inspector --answers answers.txt --output northmarch.toml papers";
        place.write("answers.txt", answers);
        place.run(&decide(args)).done()
    };
    let run = into(&place, "in place\n<\nplanned\n");
    assert!(run.err.contains("it states “planned”"), "{run}");
    let (kept, declared) = (place.read("decisions.toml"), place.read("northmarch.toml"));
    assert_eq!(kept.matches("\n[[decision]]\n").count(), 1, "the later answer counts: {kept}");
    assert!(kept.contains("file = \"papers/answer.txt\"\n"), "{kept}");
    assert!(kept.contains("role = \"inspector\"\n"), "{kept}");
    assert!(declared.contains("file = \"papers/answer.txt\""), "{declared}");
    assert!(declared.contains("[regional-support]\nstate = \"planned\""), "{declared}");
    assert_eq!(declared.matches("by analysts in the regional unit").count(), 1, "{declared}");
    assert!(declared.contains("state = \"absent\"   # said the chief"), "{declared}");
    // What a person said elsewhere stays, and the words stand beside it.
    into(&place, "1\n");
    let declared = place.read("northmarch.toml");
    assert!(declared.contains("state = \"absent\"   # said the chief"), "{declared}");
    place.run("check northmarch.toml").done();
}

#[test]
fn a_new_edition_is_asked_about_with_what_was_decided_before() {
    let answers = "partial\nreject: It is the region's.\n";
    let place = Workplace::new().file("answer.txt", ANSWER).file("answers.txt", answers);
    place.run(&decide("--answers answers.txt answer.txt")).done();
    place.write("answer.txt", &ANSWER.replace("2021", "2022"));
    place.write("answers.txt", "=\n=\n");
    let run = place.run(&decide("--answers answers.txt answer.txt")).done();
    assert_eq!(run.err.matches("= takes that again").count(), 2, "{run}");
    let kept = place.read("decisions.toml");
    assert_eq!(kept.matches("reason = \"It is the region's.\"").count(), 2, "{kept}");
    // Words that don't stand any more are nobody's business.
    place.write("answer.txt", &ANSWER.replace("regional unit", "unit of the region"));
    place.write("answers.txt", "\n\n=\n");
    let run = place.run(&decide("--answers answers.txt answer.txt"));
    assert_eq!(run.err.matches("= takes that again").count(), 1, "{run}");
}

#[test]
fn what_is_stated_is_asked_about_only_where_all_is() {
    let place = Workplace::new().file("answer.txt", ANSWER);
    place.write("answers.txt", "a\nreject: It is the region's.\n.\n");
    let run = place.run(&decide("--all --answers answers.txt answer.txt")).done();
    assert!(run.err.contains("It is read as “in place”"), "{run}");
    let read = place.run("read answer.txt").done();
    assert!(!read.out.contains("coordinator   in place"), "{read}");
}

#[test]
fn what_cannot_be_taken_is_told_and_no_file_that_cannot_be_read_is_written_over() {
    let place = Workplace::new().file("answer.txt", ANSWER);
    place.write("answers.txt", "partial\n\n# no state\nperhaps\n");
    place.run(&decide("--answers answers.txt answer.txt")).done();
    place.write("answers.txt", "perhaps\n");
    place.run(&decide("--answers answers.txt answer.txt")).wrong();
    let kept = place.read("decisions.toml");
    assert_eq!(kept.matches("\n[[decision]]\n").count(), 1, "{kept}");
    for answer in ["a", "=", "partial: why not", "r\n\n", "9"] {
        place.write("answers.txt", answer);
        place.run(&decide("--answers answers.txt answer.txt")).wrong();
    }
    place.run(&decide("answer.txt")).wrong();
    assert_eq!(place.read("decisions.toml"), kept);
    place.write("decisions.toml", "[[decision]\n");
    place.write("answers.txt", "partial\n");
    place.run(&decide("--answers answers.txt answer.txt")).wrong();
    assert_eq!(place.read("decisions.toml"), "[[decision]\n");
}
