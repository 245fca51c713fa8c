//! Text of others that is meant to do harm: nothing of it reaches the terminal as a command,
//! whichever way it comes in. That no output at all holds one is asserted for every run.

use crate::workplace::{NORTHMARCH, Workplace, commands_a_terminal};

/// Clears the screen, sets the title, turns the direction of the text; in C0 and in C1.
const RAW: &str = "N\u{9b}2Jo\u{202e}r\u{2066}t\u{9d}0;h\u{9c}";
/// The same where TOML wants escapes.
const ESCAPED: &str = "N\\u001b[2J\\u001b]0;owned\\u0007\\r\\b\\u009b2J\\u202eorth";

#[test]
fn words_of_documents_are_defused_in_drafts_and_reports() {
    let place = Workplace::new().file(
        "northmarch.txt",
        "Northmarch Police N\u{9b}2Jo\u{202e}rth\n\n1 May 2017\n\nNorthmarch Police has no dedicated \
         coordinator for modern slavery, as \u{202e}we said\u{202c} before.\n",
    );
    let draft = place.run("read --draft northmarch.txt").done().out;
    let place = place.file("northmarch.toml", draft);
    let run = place.run("check --full --read-sources northmarch.toml").done();
    assert!(!run.err.contains('×'), "{run}");
    let run = place.run("explain coordinator northmarch.txt northmarch.toml").done();
    assert!(run.out.contains("has no dedicated coordinator"), "{run}");
}

#[test]
fn names_and_notes_are_defused_in_every_report() {
    let body = format!(
        "[force]\nid = \"northmarch\"\nname = \"{ESCAPED}{RAW}\"\nkind = \"territorial\"\n\
             as_of = 2026-03-31\n\n\
             [[source]]\nid = \"{ESCAPED}\"\ntitle = \"{ESCAPED}{RAW}\"\nfile = \"{ESCAPED}.txt\"\n\n\
             [lead]\nstate = \"partial\"\nnote = \"{ESCAPED}{RAW}\"\n\
             evidence = [{{ source = \"{ESCAPED}\", quote = \"four words of {ESCAPED}{RAW}\" }}]\n\n\
             [case-allocation]\nstate = \"in place\"\nteams = [\"{ESCAPED}{RAW}\"]\n\n\
             [budget]\nstate = \"absent\"\nnote = \"{ESCAPED}{RAW}\"\n\n\
             [[information]]\nnote = \"{ESCAPED}{RAW}\"\n"
    );
    let place = Workplace::new()
        .file("northmarch.toml", &body)
        .file("eastmere.toml", body.replace("id = \"northmarch\"", "id = \"eastmere\""));
    // What becomes of the words themselves stands in the golden files of `tests/frozen`.
    let name = "N�[2J�]0;owned�";
    let run = place.tabled("check --full northmarch.toml").done();
    run.golden_but_its_report("hostile/check").tells(&[name]);
    let run = place.tabled("check --full --all northmarch.toml eastmere.toml").done();
    run.golden_but_its_report("hostile/several").tells(&[name]);
    let run = place.run("explain lead northmarch.toml").done().fits(80);
    run.golden_but_its_report("hostile/explain").tells(&[name, "lead is partial"]);
    place.run("explain pursue-investigate northmarch.toml").done().fits(80);
    let run = place.run("check --full --format json northmarch.toml").done();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let name = result["name"].as_str().unwrap();
    assert!(name.contains(RAW) && name.starts_with("N\u{1b}[2J"), "a program gets the whole name");
}

#[test]
fn keys_and_values_are_defused_in_every_error() {
    let place = Workplace::new().file(
        "northmarch.toml",
        format!(
            "[force]\nid = \"{ESCAPED}{RAW}\"\nkind = \"{ESCAPED}{RAW}\"\nas_of = \"{ESCAPED}\"\n\
             \"{ESCAPED}{RAW}\" = 1\n\n\
             [\"{ESCAPED}{RAW}\"]\nstate = \"absent\"\n\n\
             [lead]\nstate = \"{ESCAPED}\"\nrank = \"{RAW}\"\ncapacity = \"{RAW}\"\n\
             evidence = [{{ source = \"{RAW}\" }}]\n"
        ),
    );
    place.run("check --full northmarch.toml").wrong().golden("hostile/errors");
}

#[test]
fn control_characters_that_stand_in_the_file_are_not_shown_as_they_are() {
    let place = Workplace::new().file(
        "northmarch.toml",
        format!("{NORTHMARCH}# \u{1b}]0;owned\u{7}\n[leed]\nstate = 1 # \u{9b}2J\n"),
    );
    place.run("check --full northmarch.toml").wrong().golden("hostile/raw");
}

#[cfg(unix)]
#[test]
fn names_of_files_are_defused() {
    let name = "no\u{1b}[2Jrth\u{9b}31m\u{202e}.toml";
    let place = Workplace::new()
        .declared(name, "[lead]\nstate = \"absent\"\n")
        .declared("\u{1b}[31mbad.toml", "[leed]\nstate = \"absent\"\n");
    place.with(&["check", "--full", name]).run().done();
    place.with(&["check", "--full", name, name]).run().done();
    place.with(&["check", "--full", "--format", "json", name]).run().done();
    place.with(&["explain", "lead", name]).run().done();
    let run = place.with(&["check", "--full", "\u{1b}[31mbad.toml"]).run().wrong();
    run.golden("hostile/file-name");
    place.with(&["check", "--full", "\u{1b}[31mgone.toml"]).run().wrong();
    place.with(&["init", "--force", "eastmere", "\u{1b}[31mnew.toml"]).run().done();
}

#[test]
fn arguments_are_defused() {
    let place = Workplace::with_samples();
    for args in [
        &["\u{1b}[2J"][..],
        &["explain", "\u{1b}[2J"],
        &["rules", "show", "\u{9b}2J"],
        &["rules", "list", "(\u{1b}[2J"],
        &["check", "--full", "--instrument", "\u{1b}[2J", "samples/west-midlands-2017.toml"],
        &["check", "--full", "--config", "\u{1b}[2J", "samples/west-midlands-2017.toml"],
        &["check", "--full", "--rules", "\u{1b}[2J", "samples/west-midlands-2017.toml"],
        &["init", "--force", "\u{1b}[2J"],
    ] {
        let output = place.with(args).command().output().unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let command = text.chars().find(|c| commands_a_terminal(*c));
        assert_eq!(command, None, "{args:?}: {text:?}");
    }
}

#[test]
fn packs_are_defused() {
    let place = Workplace::new()
        .copied("pack", &crate::workplace::repository().join("tests/cli/pack"))
        .declared("northmarch.toml", "[night-shelter]\nstate = \"partial\"\n");
    let arrangement = place.read("pack/arrangements/night-shelter.toml").replace(
        "title = \"Night shelter\"",
        &format!("title = \"{ESCAPED}{RAW}\"\nname = \"{ESCAPED}{RAW}\"\nabout = \"{ESCAPED}\""),
    );
    let rules = place
        .read("pack/northmarch-plan/commitments.toml")
        .replace("Agree a night", &format!("{ESCAPED}{RAW}"))
        .replace("para. 1", ESCAPED)
        .replace("A night shelter is", RAW);
    let place = place
        .file("pack/arrangements/night-shelter.toml", arrangement)
        .file("pack/northmarch-plan/commitments.toml", rules);
    for line in [
        "rules list --rules pack",
        "rules list --rules pack --format json",
        "rules show night-shelter --rules pack",
        "rules show shelter-open --rules pack",
        "rules show northmarch-plan --rules pack",
        "check --full --rules pack northmarch.toml",
        "check --full --rules pack --all northmarch.toml",
        "explain shelter-open northmarch.toml --rules pack",
        "init --force eastmere --rules pack",
    ] {
        place.run(line).done();
    }
}
