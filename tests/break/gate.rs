//! Rows 2, 3 and 21: a gate with nothing to look at, and edits by which gaps go from sight.

use serde_json::Value;

use crate::told;
use crate::workplace::{Run, Workplace};

const IN_PLACE: &str =
    "[lead]\nstate = \"in place\"\nrank = \"superintendent\"\ncapacity = \"full-time\"\n";
const ABSENT: &str = "[lead]\nstate = \"absent\"\n";

/// Northmarch, declared like this.
pub(crate) fn declaration(force: &str, rest: &str) -> String {
    format!("[force]\nid = \"northmarch\"\n{force}\n{rest}")
}

pub(crate) const FORCE: &str = "kind = \"territorial\"\nas_of = 2026-03-31\nsea-port = true";

/// Northmarch with its lead in place, and what is recorded of that.
fn recorded() -> Workplace {
    let place = Workplace::new().file("northmarch.toml", declaration(FORCE, IN_PLACE));
    place.run("baseline northmarch.toml").done();
    place
}

/// What the gate fails for and no requirement speaks of, in the formats for programs.
fn programs_see_it(place: &Workplace, line: &str, rule: &str) {
    let junit = place.run(&format!("{line} --format junit")).failed().out;
    assert!(!junit.contains("failures=\"0\" errors=\"0\">\n  <testsuite"), "{junit}");
    assert!(junit.contains(rule), "{junit}");
    for (format, at) in [("gitlab", "/"), ("sarif", "/runs/0/results")] {
        let out = place.run(&format!("{line} --format {format}")).failed().out;
        let all: Value = serde_json::from_str(&out).unwrap();
        let all = if at == "/" { all } else { all.pointer(at).unwrap().clone() };
        let name = if format == "gitlab" { "check_name" } else { "ruleId" };
        let there = all.as_array().unwrap().iter().any(|one| one[name] == rule);
        assert!(there, "{format}: {out}");
    }
}

#[test]
fn row_2_what_is_not_the_like_of_what_was_recorded_fails() {
    for (edit, force, more, rule, says) in [
        (
            "facts before the Act",
            FORCE.replace("2026-03-31", "2014-12-01"),
            "",
            "baseline/older-facts",
            "the facts are of 2014-12-01, before those of the baseline, 2026-03-31",
        ),
        (
            "facts of a day before",
            FORCE.replace("2026-03-31", "2026-03-30"),
            "",
            "baseline/older-facts",
            "the facts are of 2026-03-30",
        ),
        (
            "older law",
            FORCE.to_owned(),
            " --as-of 2015-01-01",
            "baseline/older-law",
            "the day assessed, 2015-01-01, is before that of the baseline",
        ),
        (
            "another kind",
            FORCE.replace("territorial", "national"),
            "",
            "baseline/another-kind",
            "the force is declared as national, and the baseline records it as territorial",
        ),
        (
            "less reaches it",
            FORCE.replace("sea-port = true", "sea-port = false"),
            "",
            "baseline/another-reach",
            "`sea-port` is false, and was true in the baseline",
        ),
    ] {
        let place = recorded().file("northmarch.toml", declaration(&force, ABSENT));
        let line = format!("check --full northmarch.toml --baseline baseline.toml{more}");
        let run = place.run(&line).failed();
        assert!(told(&run).contains(says), "{edit}: {run}");
        programs_see_it(&place, &line, rule);
        // Nothing is taken out of the baseline for that.
        let before = place.read("baseline.toml");
        let run = place.run(&format!("baseline northmarch.toml --prune{more}")).wrong();
        assert!(run.err.contains("baseline::not-alike"), "{edit}: {run}");
        assert_eq!(place.read("baseline.toml"), before, "{edit}");
    }
    let place = recorded().file("northmarch.toml", declaration(FORCE, IN_PLACE));
    place.run("check --full northmarch.toml --baseline baseline.toml").done();
    let national = FORCE.replace("territorial", "national");
    let place = place.file("northmarch.toml", declaration(&national, IN_PLACE));
    let run = place.run("baseline northmarch.toml --prune").wrong();
    run.golden_in("break", "not-alike");
}

#[test]
fn row_2_prune_takes_out_what_is_met_and_nothing_else() {
    let place = Workplace::new().file("northmarch.toml", declaration(FORCE, ABSENT));
    place.run("baseline northmarch.toml").done();
    let gaps = |place: &Workplace| place.read("baseline.toml").matches("outcome = ").count();
    let before = gaps(&place);
    // A port that is gone is no requirement met.
    let place = place
        .file("northmarch.toml", declaration(&FORCE.replace("2026-03-31", "2026-04-01"), IN_PLACE));
    let run = place.run("baseline northmarch.toml --prune").done();
    let taken = before - gaps(&place);
    assert!(taken > 0 && taken < before, "{taken} of {before}: {run}");
    // What was met and falls again is worse, not new.
    let place = place
        .file("northmarch.toml", declaration(&FORCE.replace("2026-03-31", "2026-04-02"), ABSENT));
    place.run("check --full northmarch.toml --baseline baseline.toml").failed();
}

#[test]
fn row_2_a_gate_with_nothing_to_look_at_fails() {
    let place = Workplace::new().file("northmarch.toml", declaration(FORCE, IN_PLACE));
    let says_so = |run: Run| {
        assert!(told(&run).contains("nothing to look at"), "{run}");
    };
    for filter in ["--strength power", "--instrument strategy-2011", "--strength commitment"] {
        let line = format!("check --full northmarch.toml {filter}");
        place.run(&line).done();
        let gated = format!("{line} --fail-on not-evidenced");
        says_so(place.run(&gated).failed());
        programs_see_it(&place, &gated, "gate/nothing-to-look-at");
    }
    // Unless the settings say that it may be so; and then every report says so.
    let place = place.file("msacheck.toml", "[gate]\nmay-be-empty = true\n");
    for line in [
        "check --full northmarch.toml --strength power",
        "check --full northmarch.toml --strength power --fail-on partly-met",
    ] {
        let run = place.run(line).done();
        assert!(told(&run).contains("the gate may pass with nothing to look at"), "{run}");
    }
}

/// A row that strikes a rule.
pub(crate) fn struck(requirement: &str) -> String {
    format!(
        "[[confirmation]]\nrequirement = \"{requirement}\"\nbears_out = false\nat = \"p. 3\"\n\
         reason = \"nothing there asks it\"\nby = \"librarian\"\ndate = 2026-01-01\n\n"
    )
}

#[test]
fn row_3_what_was_seen_can_not_be_struck() {
    let place = Workplace::new()
        .file("northmarch.toml", declaration(FORCE, ABSENT))
        .file("msacheck.toml", "confirmations = [\"read.toml\"]\n[gate]\n")
        .file("read.toml", struck("act-2015/s52-notify"));
    place.run("check --full northmarch.toml").wrong().golden_in("break", "struck-though-seen");
    let place = place.file("read.toml", struck("strategy-2014/pursue-lead"));
    let run = place.run("check --full northmarch.toml").failed();
    assert!(told(&run).contains("1 rule is switched off"), "{run}");
}

#[test]
fn row_3_what_was_switched_off_since_the_baseline_fails() {
    let place = recorded().file("read.toml", struck("strategy-2014/pursue-lead")).file(
        "msacheck.toml",
        "confirmations = [\"read.toml\"]\n[gate]\nbaseline = \"baseline.toml\"\n",
    );
    let run = place.run("check --full northmarch.toml").failed();
    assert!(told(&run).contains("strategy-2014/pursue-lead is switched off"), "{run}");
    programs_see_it(&place, "check --full northmarch.toml", "baseline/switched-off");
    // Recorded so, it is known; and still told.
    place.run("baseline northmarch.toml --overwrite").done();
    let run = place.run("check --full northmarch.toml").done();
    assert!(told(&run).contains("1 rule is switched off"), "{run}");
}

#[test]
fn row_21_a_day_before_every_rule_is_no_day_to_assess() {
    let old = FORCE.replace("2026-03-31", "1224-03-31");
    let place = Workplace::new()
        .file("northmarch.toml", declaration(FORCE, IN_PLACE))
        .file("old.toml", declaration(&old, IN_PLACE))
        .file("msacheck.toml", "[gate]\n");
    place.run("check --full old.toml").wrong().golden_in("break", "before-every-rule");
    for line in [
        "check --full northmarch.toml --as-of 1900-01-01",
        "check --full northmarch.toml --as-of 2011-07-18",
        "baseline old.toml",
        "explain lead old.toml",
    ] {
        let run = place.run(line).wrong();
        assert!(run.err.contains("usage::before-every-rule"), "{run}");
    }
    // With a sound one beside it, what can be assessed is, and is marked.
    let west = declaration(FORCE, IN_PLACE).replace("\"northmarch\"", "\"westhaven\"");
    place.file("west.toml", west).run("check --full old.toml west.toml").incomplete();
}
