//! What those who hold the full texts say of the rules: read, shown beside them, and written down.

use std::io::Write;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::workplace::Workplace;

const SETTINGS: &str = "confirmations = [\"read.toml\"]\n";

/// One rule that the text bears out, and one that it doesn't.
const READ: &str = "\
[[confirmation]]
requirement = \"strategy-2014/pursue-lead\"
bears_out = true
at = \"p. 33\"
quote = \"each force will name a lead\"
by = \"policy adviser\"
date = 2026-11-20

[[confirmation]]
requirement = \"strategy-2014/pursue-investigate\"
bears_out = false
at = \"pp. 31–44, whole\"
reason = \"nothing there speaks of capacity in forces\"
by = \"policy adviser\"
date = 2026-11-20
";

fn read() -> Workplace {
    Workplace::with_samples().file("msacheck.toml", SETTINGS).file("read.toml", READ)
}

#[test]
fn a_confirmed_rule_counts_as_seen_and_a_struck_one_is_switched_off() {
    let place = read();
    let line = "check --full --arrangement lead --instrument strategy-2014 samples/west-midlands-2017.toml";
    let result = place.result(line);
    let lead = &result["findings"][0];
    assert_eq!(lead["requirement"], "strategy-2014/pursue-lead");
    assert_eq!((&lead["warrant"], &lead["confirmed"]["at"]), (&"seen".into(), &"p. 33".into()));
    place.tabled(line).done().quiet().tells(&[
        "Note: strategy-2014/pursue-investigate (",
        ") is switched off: nothing there speaks of capacity in forces (pp. 31–44, whole; policy \
         adviser, 2026-11-20)",
    ]);
    place.run("explain pursue-lead").done().fits(80).tells(&[
        "seen (the words that ask it were read",
        "Confirmed: “each force will name a lead”, p. 33 (policy adviser, 2026-11-20)",
    ]);
    place.run("explain pursue-investigate").wrong().golden("confirm/struck");
    let listed = place.run("rules list --warrant inferred --instrument strategy-2014").done();
    assert!(!listed.out.contains("strategy-2014/pursue-lead"), "{listed}");
    assert!(!listed.out.contains("strategy-2014/pursue-investigate"), "{listed}");
    assert!(listed.out.contains("strategy-2014/pursue-intelligence"), "{listed}");
}

#[test]
fn every_fault_of_a_file_of_confirmations_is_shown() {
    let rows = [
        READ.replacen("pursue-lead", "pursue-leed", 1),
        READ.replacen("quote = \"each force will name a lead\"\n", "", 1),
        READ.replacen("2026-11-20", "2999-01-01", 1),
        READ.replacen("each force", &"each and every force ".repeat(12), 1),
    ]
    .concat();
    let place = Workplace::with_samples().file("msacheck.toml", SETTINGS).file("read.toml", rows);
    place.run("check --full samples/west-midlands-2017.toml").wrong().golden("confirm/faults");
    let place = Workplace::with_samples().file("msacheck.toml", SETTINGS);
    place.run("check --full samples/west-midlands-2017.toml").wrong().golden("confirm/missing");
}

/// A pack with five rules of which nobody has seen the text, and one that is seen.
fn unread() -> Workplace {
    let rule = |(id, warrant): (&str, &str)| {
        format!(
            "[[requirement]]\nid = \"{id}\"\ntitle = \"The {id} rule\"\nprovision = \"p1\"\n\
             citation = \"Northmarch Plan (fictional), {id}\"\nstrength = \"commitment\"\n\
             bearer = [\"forces\"]\nderivation = \"express\"\nwarrant = \"{warrant}\"\n\
             from = 2025-01-01\nneeds = [\"night-shelter\"]\nremedy = \"Do it.\"\n\n"
        )
    };
    let rules = [
        ("first", "inferred"),
        ("known", "seen"),
        ("fourth", "inferred"),
        ("second", "inferred"),
        ("third", "inferred"),
        ("fifth", "inferred"),
    ];
    Workplace::new()
        .copied("pack", &crate::workplace::repository().join("tests/cli/pack"))
        .file("pack/northmarch-plan/unread.toml", rules.map(rule).concat())
}

#[test]
fn a_reader_is_led_through_the_rules_and_the_file_is_written() {
    let answers =
        "policy adviser\nn\np. 8\nonly a heading\n\ny\n\n\ny\np. 11\nthe care of victims\nq\n";
    let place = unread().file("answers", answers).file("again", "policy adviser\nq\n");
    let line = "rules confirm --rules pack --instrument northmarch-plan --today 2026-11-24";
    let words: Vec<&str> = line.split(' ').collect();
    let run = place.with(&words).reading("answers").run().done();
    run.golden("confirm/walk");
    let written = place.read("confirmations.toml");
    assert_eq!(written.matches("[[confirmation]]").count(), 2, "{written}");
    assert!(written.contains("bears_out = false\nat = \"p. 8\"\nreason = \"only a heading\""));
    // What it wrote can be read, and isn't asked again.
    let place = place
        .file("msacheck.toml", "rules = [\"pack\"]\nconfirmations = [\"confirmations.toml\"]\n");
    place.run("rules list").done().quiet();
    let line = line.replace(" --rules pack", "");
    let words: Vec<&str> = line.split(' ').collect();
    let again = place.with(&words).reading("again").run().done();
    assert!(
        again.err.starts_with("3 rules rest on no words that were read here; 2 are answered"),
        "{again}"
    );
    assert!(again.err.contains("0 rows written"), "{again}");
    assert_eq!(place.read("confirmations.toml"), written);
    // Of the built-in rules, too, those are asked of which nobody has seen the text.
    let place = Workplace::new().file("again", "policy adviser\nq\n");
    let listed = place.run("rules list --format json --warrant inferred").done().out;
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let mut ids = crate::tabled::named(&listed["requirements"], |_| true);
    ids.dedup();
    let run = place.with(&["rules", "confirm"]).reading("again").run().done();
    assert!(run.err.starts_with(&format!("{} rules rest on no words", ids.len())), "{run}");
}

#[test]
fn an_optional_pack_is_asked_only_by_name() {
    let place = Workplace::new().file(
        "pack/wishes/instrument.toml",
        "id = \"wishes\"\ntitle = \"Wishes (fictional)\"\noptional = true\nfrom = 2024-01-01\n",
    );
    place.run("rules show wishes --rules pack").wrong();
    place.run("rules show wishes --rules pack --pack wishes").done().golden("confirm/optional");
    place.run("rules list --pack wish --rules pack").wrong().golden("confirm/no-such-pack");
}

#[test]
fn an_answer_is_written_before_the_next_question_is_answered() {
    let place = unread();
    let line = "rules confirm --rules pack --instrument northmarch-plan --today 2026-11-24";
    let words: Vec<&str> = line.split(' ').collect();
    let mut command = place.with(&words).command();
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut run = command.spawn().unwrap();
    let mut answers = run.stdin.take().unwrap();
    answers.write_all(b"policy adviser\ny\np. 8\nthe care of victims\n").unwrap();
    answers.flush().unwrap();
    // It waits for the next answer, which never comes.
    let written = || place.names().contains(&"confirmations.toml".to_owned());
    let patience = Instant::now() + Duration::from_secs(60);
    while !written() && Instant::now() < patience {
        sleep(Duration::from_millis(20));
    }
    run.kill().unwrap();
    run.wait().unwrap();
    assert_eq!(place.read("confirmations.toml").matches("[[confirmation]]").count(), 1);
}

#[test]
fn what_was_struck_is_listed_for_those_who_look_after_the_rules() {
    let place = read();
    place.run("rules confirm read.toml --struck").done().quiet().golden("confirm/struck-list");
    let of_act = place.run("rules confirm read.toml --struck --instrument act-2015").done().quiet();
    assert!(of_act.out.contains("0 rules were struck."), "{of_act}");
}
