//! Thresholds for one instrument or one requirement.

use crate::workplace::Workplace;

/// A plan for a duty of a pack, and one for an expectation of the 2014 strategy.
fn place(gate: &str) -> Workplace {
    let [instrument, rules] = crate::gate::DUTY;
    Workplace::new()
        .file(instrument.0, instrument.1)
        .file(rules.0, rules.1)
        .declared(
            "northmarch.toml",
            "[crime-recording]\nstate = \"planned\"\noffences-recorded = true\n\
             [notification]\nstate = \"planned\"\nevery-case = true\n\
             [maritime]\nstate = \"planned\"\npowers-known = true\nauthority-route = true\n\
             arrest-code = true\n",
        )
        .file("msacheck.toml", format!("[gate]\n{gate}"))
}

/// What fails of what is looked at.
fn failing(gate: &str, options: &str) -> Vec<String> {
    let line = format!("check --full --format json --rules pack northmarch.toml {options}");
    let run = place(gate).run(&line).quiet();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let failing = result["gate"]["failing"].as_array().unwrap();
    failing.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// The two, and nothing else that would fail.
const TWO: &str = "--instrument strategy-2014 --instrument northmarch-duty \
                   --arrangement crime-recording --arrangement notification";

#[test]
fn the_nearest_threshold_counts() {
    const ASKED: &str = "strategy-2014/pursue-recording";
    const OWED: &str = "northmarch-duty/notify";
    let two = |gate: &str| failing(gate, TWO);
    assert_eq!(two(""), [OWED], "by strength, a plan isn't enough for a duty");
    assert_eq!(two("duty = \"withheld\"\nexpectation = \"planned\"\n"), [ASKED]);
    // An instrument goes before a strength, and touches no other.
    let spared = "[gate.instrument]\nnorthmarch-duty = \"withheld\"\n";
    assert!(two(spared).is_empty());
    assert_eq!(two("[gate.instrument]\nstrategy-2014 = \"planned\"\n"), [ASKED, OWED]);
    // A requirement goes before its instrument, either way.
    let both = format!("{spared}[gate.requirement]\n\"{OWED}\" = \"partly-met\"\n");
    assert_eq!(two(&both), [OWED]);
    let but_one = format!("[gate.requirement]\n\"{OWED}\" = \"not-evidenced\"\n");
    assert!(two(&but_one).is_empty());
    // An option takes the place of all of them.
    assert_eq!(failing(&but_one, &format!("{TWO} --fail-on planned")), [ASKED, OWED]);
    assert!(failing(&both, &format!("{TWO} --fail-on withheld")).is_empty());
}

#[test]
fn a_power_fails_where_it_is_named_and_not_with_its_instrument() {
    const SEA: &str = "act-2015/s35-maritime";
    let sea = |gate: &str| failing(gate, "--strength power --arrangement maritime");
    assert!(sea("[gate.instrument]\nact-2015 = \"partly-met\"\n").is_empty());
    assert_eq!(sea(&format!("[gate.requirement]\n\"{SEA}\" = \"planned\"\n")), [SEA]);
    assert!(sea(&format!("[gate.requirement]\n\"{SEA}\" = \"withheld\"\n")).is_empty());
}

#[test]
fn the_settings_can_let_what_is_superseded_count() {
    let line = "check --full --instrument strategy-2011 northmarch.toml";
    place("").run(line).failed().quiet().tells(&["there was nothing to look at"]);
    place("superseded = true\n").run(line).failed().quiet();
    place("superseded = false\n").run(&format!("{line} --with-superseded")).failed().quiet();
}
