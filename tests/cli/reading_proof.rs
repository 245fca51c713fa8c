//! The proof of reading: examples, and faults in cues, modifiers and examples, each at its place.

use crate::workplace::Workplace;

const SHELTER: &str = "
id = \"night-shelter\"
title = \"Night shelter\"
question = \"Which shelter takes victims at night?\"
informative = true

[reading]
cues = [\"night shelter .. {slavery}\"]
";

/// Examples of a cue of one's own, and how they come out.
const EXAMPLES: &str = "
[[reading.example]]
text = \"The force has a night shelter for victims of modern slavery.\"
state = \"in place\"

[[reading.example]]
text = \"The force has no night shelter for victims of modern slavery.\"
state = [\"planned\", \"partial\"]

[[reading.example]]
text = \"The force has a night shelter for victims of modern slavery.\"
state = \"in place\"
also = { lead = \"absent\" }
kind = \"two at once\"
";

const HELD_OUT: &str = "
[[example]]
text = \"The force will open a night shelter for victims of modern slavery.\"
reads = { night-shelter = \"in place\" }
held_out = true

[[example]]
text = \"The force will open a night shelter for victims of modern slavery.\"
reads = { night-shelter = \"in place\" }
misses = true

[[example]]
text = \"The force will open a night shelter for victims of modern slavery.\"
reads = { night-shelter = \"planned\" }
misses = true
";

fn with(files: &[(&str, &str)]) -> Workplace {
    files.iter().fold(Workplace::new(), |place, (name, text)| place.file(name, *text))
}

#[test]
fn a_text_that_reads_otherwise_fails_with_what_decided() {
    let arrangement = format!("{SHELTER}{EXAMPLES}");
    let place = with(&[("pack/arrangements/night-shelter.toml", &arrangement)]);
    let run = place.run("rules test --rules pack");
    let kind = |line: &str| line.starts_with("reading: two at once ") && line.ends_with(" 0 of 1");
    assert!(run.out.lines().any(kind), "{run}");
    assert!(run.out.contains(" passed, 2 failed, "), "{run}");
    run.without_reading().failed_with_reasons().golden("proof/failed-reading");
}

#[test]
fn what_is_held_out_is_counted_and_not_shown() {
    let place = with(&[
        ("pack/arrangements/night-shelter.toml", SHELTER),
        ("pack/examples/some.toml", HELD_OUT),
    ]);
    let run = place.run("rules test --rules pack");
    // The held-out one, and the one that is no longer missed.
    assert!(run.out.contains(" passed, 2 failed"), "{run}");
    assert!(!run.err.contains("reads as planned"), "{run}");
    run.without_reading().failed_with_reasons().golden("proof/no-longer-missed");
    let run = place.run("rules test --held-out --rules pack");
    assert!(run.err.contains("reads as planned"), "{run}");
}

#[test]
fn examples_in_files_of_their_own_have_a_place_in_a_pack() {
    let place =
        with(&[("pack/examples/nested/some.toml", "[[example]]\nis = \"never looked at\"\n")]);
    place.run("rules list --rules pack").done().quiet();
    place.run("rules test --rules pack").wrong().golden("proof/faulty-reading-example");
}

#[test]
fn an_example_that_says_nothing_proves_nothing() {
    let none = "[[example]]\ntext = \"We have none.\"\nreads = {}\n";
    let place = with(&[("pack/examples/some.toml", none)]);
    let run = place.run("rules test --rules pack").without_reading();
    run.failed_with_reasons().golden("proof/empty-reading-example");
    let no_state = none.replace("{}", "{ lead = [] }");
    let place = with(&[("pack/examples/some.toml", &no_state)]);
    place.run("rules test --rules pack").wrong().golden("proof/example-without-a-state");
}

#[test]
fn cues_and_modifiers_without_proof_are_warned_of() {
    let place = with(&[
        ("pack/arrangements/night-shelter.toml", SHELTER),
        (
            "pack/context.toml",
            "[[modifier]]\neffect = \"planned\"\nreads = \"forward\"\nreach = \"clause\"\n\
             phrases = [\"dreams of\"]\n",
        ),
    ]);
    place.run("rules lint --rules pack").done().golden("proof/unproved-reading");
    let example = "[[reading.example]]\ntext = \"The force dreams of a night shelter for victims \
                   of modern slavery.\"\nstate = \"planned\"\n";
    let arrangement = format!("{SHELTER}{example}");
    place
        .file("pack/arrangements/night-shelter.toml", arrangement)
        .run("rules lint --rules pack")
        .done()
        .quiet();
}

/// A broken cue shows wherever its pack is loaded, whether or not a document is read.
#[test]
fn a_fault_in_a_cue_is_shown_where_its_pack_is_loaded() {
    let broken = SHELTER.replace(
        "cues = [\"night shelter .. {slavery}\"]",
        "cues = [\n  \"night-shelter\",\n  \"night shelter ..\",\n  \"shelter for {slavvery}\",\n]\n\
         cue = [\"shelter\"]",
    );
    let context = "
[class]
shelters = [\"{unheard-of} shelter\", \"l*\"]

[[modifier]]
effect = \"negative\"
reads = \"forward\"
reach = \"paragraph\"
phrases = [\"[not] any\"]

[reading.night-sheltr]
cues = [\"shelter\"]
";
    let place = with(&[
        ("pack/arrangements/night-shelter.toml", &broken),
        ("pack/context.toml", context),
        ("pack/weights.toml", "[weights.lead]\n\"tsar\" = 100000\n\"@hear\" = 5\n"),
        ("pack/verbs.toml", "[verbs]\nregular = [\"upskill\"]\nirregular = [\"come came come\"]\n"),
        (
            "force.toml",
            "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2024-01-01\n",
        ),
    ]);
    place.run("rules lint --rules pack").wrong().golden("proof/faulty-cues");
    for line in [
        "check --full --rules pack force.toml",
        "rules list --rules pack",
        "rules test --rules pack",
    ] {
        let run = place.run(line).wrong();
        assert!(run.err.contains("[pack/context.toml:6:10]"), "{run}");
    }
}

/// Classes, modifiers, cues and forces of one's own add to the built-in ones.
#[test]
fn a_pack_adds_to_what_reading_rests_on() {
    let place = with(&[
        (
            "pack/context.toml",
            "[class]\nsurvivor = [\"kettle\"]\n[reading.lead]\ncues = [\"slavery tsar\"]\n",
        ),
        ("pack/names.toml", "[class]\nother = [\"the tea guild\"]\n"),
        (
            "pack/forces.toml",
            "[[force]]\nid = \"northmarch\"\nname = \"Northmarch Police\"\nkind = \"territorial\"\n\
             also = [\"NMP\"]\n",
        ),
        (
            "pack/examples/some.toml",
            "[[example]]\ntext = \"NMP has a slavery tsar.\"\nreads = { lead = \"in place\" }\n\n\
             [[example]]\ntext = \"The tea guild has a slavery tsar. NMP does not work on slavery.\"\n\
             reads = { lead = \"not stated\" }\n",
        ),
        ("paper.txt", "NMP has a slavery tsar.\n"),
    ]);
    let run = place.run("rules test --rules pack");
    assert!(run.err.is_empty(), "{run}");
    let run = place.run("read --rules pack paper.txt --format json").done();
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read["force"], "northmarch");
    assert_eq!(read["arrangements"][0]["arrangement"], "lead");
}
