//! The basis that a gate asks for.

use crate::workplace::Workplace;

const FACTS: &str = "\
[[source]]
id = \"paper\"
title = \"A paper\"
file = \"paper.txt\"
[[source]]
id = \"book\"
title = \"A book\"
[lead]
state = \"in place\"
rank = \"superintendent\"
capacity = \"full-time\"
evidence = [{ source = \"paper\", quote = \"a superintendent leads full-time\" }]
[coordinator]
state = \"in place\"
dedicated = true
evidence = [{ source = \"book\", quote = \"words that nobody has checked\" }]
[strategy]
state = \"partial\"
[notification]
state = \"absent\"
";

fn place(basis: &str) -> Workplace {
    Workplace::new()
        .declared("northmarch.toml", FACTS)
        .file("paper.txt", "Here a superintendent leads full-time.\n")
        .file("msacheck.toml", format!("[gate]\n{basis}"))
}

fn states(basis: &str) -> Vec<String> {
    let run = place(basis).run("check --full --format json northmarch.toml").quiet();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let arrangements = result["arrangements"].as_array().unwrap();
    ["lead", "coordinator", "strategy", "notification"]
        .iter()
        .map(|id| {
            let of = arrangements.iter().find(|one| one["arrangement"] == *id).unwrap();
            let declared = of["declared"].as_str().map(|state| format!(" ({state})"));
            format!("{}{}", of["state"].as_str().unwrap(), declared.unwrap_or_default())
        })
        .collect()
}

#[test]
fn a_state_with_a_weaker_one_counts_as_not_stated_and_an_absent_stays() {
    assert_eq!(states(""), ["in place", "in place", "partial", "absent"]);
    assert_eq!(states("basis = \"asserted\"\n"), ["in place", "in place", "partial", "absent"]);
    assert_eq!(
        states("basis = \"cited\"\n"),
        ["in place", "in place", "not stated (partial)", "absent"]
    );
    assert_eq!(
        states("basis = \"quoted\"\n"),
        ["in place", "not stated (in place)", "not stated (partial)", "absent"]
    );
}

#[test]
fn reports_say_what_does_not_count_and_why() {
    let place = place("basis = \"quoted\"\n");
    let line = "check --full --arrangement coordinator --arrangement lead northmarch.toml";
    place.tabled(line).failed().quiet().tells(&[
        "Note: the gate asks for a better basis than these have, so that they count as not stated: \
         coordinator (in place, cited), strategy (partial, asserted)",
        "coordinator is in place, which is only cited: it counts as not stated",
        "strategy-2014/pursue-spoc: expectation, not evidenced",
    ]);
    place.run("explain coordinator northmarch.toml").done().quiet().fits(80).tells(&[
        "Northmarch Police (fictional) as at 2026-03-31: not stated",
        "Reason: coordinator is in place, which is only cited: it counts as not stated",
        "“words that nobody has checked” A book, words not checked",
    ]);
    // An option moves the thresholds and leaves the basis.
    place
        .tabled(&format!("{line} --fail-on not-evidenced"))
        .failed()
        .quiet()
        .tells(&["coordinator is in place, which is only cited: it counts as not stated"]);
}

#[test]
fn a_baseline_is_recorded_and_checked_on_the_same_basis() {
    let place = place("basis = \"quoted\"\nbaseline = \"baseline.toml\"\n");
    place.run("baseline northmarch.toml").done();
    let recorded = place.read("baseline.toml");
    assert!(
        recorded.contains("basis = \"quoted\"") && !recorded.contains("coordinator = \"in place\"")
    );
    place.run("check --full northmarch.toml").done().quiet();
    // Evidence that is taken away takes the state with it.
    let facts = FACTS.replace("evidence = [{ source = \"paper\"", "# [{ source = \"paper\"");
    let place = place.declared("northmarch.toml", &facts);
    let run = place.tabled("check --full northmarch.toml --explain-gate").failed().quiet();
    run.tells(&[
        "The gate fails: 1 gap is new since the baseline (strategy-2014/pursue-lead); 1 gap is worse \
         than the baseline records (strategy-2014/pursue-national-group); lead went silent: it was in \
         place in the baseline; of what else falls short,",
    ]);
}
