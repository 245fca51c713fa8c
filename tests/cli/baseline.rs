//! A baseline: what is recorded, and that only what is new, worse or silent fails against it.

use std::fs;

use serde_json::Value;

use crate::tabled::named;
use crate::workplace::{Run, Workplace};

const LEAD: &str =
    "[lead]\nstate = \"partial\"\nrank = \"superintendent\"\ncapacity = \"part-time\"\n";
const PARTNERS: &str =
    "[partnership]\nstate = \"partial\"\nmembers = [\"councils\", \"voluntary sector\"]\n";

/// Northmarch with a baseline of these facts.
fn recorded(facts: &str) -> Workplace {
    let place = Workplace::new().declared("northmarch.toml", facts);
    place.run("baseline northmarch.toml").done();
    place
}

/// The same force with other facts, held against its baseline.
fn then(place: Workplace, facts: &str) -> Run {
    let place = place.declared("northmarch.toml", facts);
    place.tabled("check --full --baseline baseline.toml northmarch.toml --explain-gate").quiet()
}

/// The gaps in a result, in the order of their names.
fn gaps(result: &Value) -> Vec<&str> {
    let mut gaps = named(&result["findings"], |finding| {
        let none = ["met", "not in force", "not applicable"];
        !none.contains(&finding["outcome"].as_str().unwrap())
    });
    gaps.sort_unstable();
    gaps
}

#[test]
fn what_is_recorded_is_small_sorted_and_the_same_every_time() {
    let place = Workplace::with_samples();
    let run = place.run("baseline samples/west-midlands-2017.toml").done();
    assert!(run.out.is_empty(), "the file is the result");
    let first = place.read("baseline.toml");
    let result = place.result("check --full samples/west-midlands-2017.toml");
    let gaps = gaps(&result);
    assert!(!gaps.is_empty());
    let told = format!(
        "Wrote baseline.toml. Check against it: msacheck check --baseline baseline.toml \
         samples/west-midlands-2017.toml\n\
         west-midlands: {} gaps, {} arrangements stated\n",
        gaps.len(),
        result["counts"]["arrangements_stated"]
    );
    assert_eq!(run.err, told);
    let recorded: Vec<&str> = first
        .lines()
        .filter_map(|line| line.strip_prefix("[force.west-midlands.gap.\"")?.strip_suffix("\"]"))
        .collect();
    assert_eq!(recorded, gaps, "each gap once, in the order of their names");
    place.run("baseline --overwrite samples/west-midlands-2017.toml").done();
    assert_eq!(place.read("baseline.toml"), first);
    assert_eq!(place.names(), ["baseline.toml", "samples"], "and nothing beside it");
}

#[test]
fn what_is_recorded_passes_and_stays_visible() {
    let place = recorded(&format!("{LEAD}{PARTNERS}"));
    place.run("check --full --fail-on partly-met northmarch.toml").failed();
    let line = "check --full --fail-on partly-met --baseline baseline.toml northmarch.toml";
    let run = place.tabled(line).done().quiet();
    let result = place.result(line);
    let marks = &result["gate"]["marks"];
    let known = named(marks, |mark| mark["ruling"] == "baselined");
    assert!(known.len() > 50, "{known:?}");
    assert_eq!(named(marks, |mark| mark["ruling"] == "fails"), [""; 0]);
    let of = "In the baseline of baseline.toml (2026-03-31) and no worse:";
    run.tells(&[&format!("{of} {}: {}", known.len(), known.join(", "))]);
}

#[test]
fn an_improvement_that_leaves_the_gap_open_never_fails_wherever_the_lines_have_moved() {
    let better = LEAD.replace("partial", "in place").replace("part-time", "full-time");
    let moved = format!("# Some lines.\n\n{PARTNERS}\n\nrole = \"chair\"\n\n{better}");
    let run = then(recorded(&format!("{LEAD}{PARTNERS}")), &moved).done();
    run.tells(&[
        "Closed since: 2. strategy-2011/coordination-lead: was partly met, met \
         strategy-2014/pursue-lead: was partly met, met",
        "fall short of it, and none of these counts:",
    ]);
}

/// What comes of a duty whose facts were these when they were recorded, and are those now.
fn duty(recorded: &str, now: &str) -> Run {
    let [instrument, rules] = crate::gate::DUTY;
    let place = Workplace::new()
        .file(instrument.0, instrument.1)
        .file(rules.0, rules.1)
        .declared("northmarch.toml", &format!("[notification]\n{recorded}\n"));
    place.run("baseline --rules pack northmarch.toml").done();
    let place = place.declared("northmarch.toml", &format!("[notification]\n{now}\n"));
    let line = "check --full --rules pack --instrument northmarch-duty --baseline baseline.toml \
                northmarch.toml --explain-gate";
    place.tabled(line).quiet()
}

#[test]
fn a_need_that_fell_fails_even_where_the_outcome_stays() {
    let of = |every_case: &str| format!("state = \"absent\"\n{every_case}");
    let run = duty(&of("every-case = true"), &of("")).failed();
    assert!(run.out.contains("1 requirement is in force: 1 not met."), "{run}");
    run.tells(&[
        "northmarch-duty/notify: duty, not met; worse: notification where every-case was in place, is \
         not stated",
        "The gate fails: 1 gap is worse than the baseline records (northmarch-duty/notify).",
    ]);
    duty(&of(""), &of("every-case = true")).done();
    // "No" is no worse than the silence that was recorded; neither is silence, of a detail.
    duty(&of(""), &of("every-case = false")).done();
    duty(&of("every-case = false"), &of("")).done();
}

#[test]
fn an_outcome_that_fell_fails_and_one_that_rose_does_not() {
    let states = ["absent", "withheld", "planned", "partial"];
    let of = |state: &str| format!("state = \"{state}\"\nevery-case = true");
    for (was, recorded) in states.into_iter().enumerate() {
        for (is, now) in states.into_iter().enumerate() {
            let run = duty(&of(recorded), &of(now));
            // A duty that is partly met is above its threshold.
            if is < was {
                run.failed()
            } else {
                run.done()
            };
        }
    }
}

#[test]
fn what_went_silent_fails_whatever_the_threshold() {
    let silent = |facts: &str, line: &str| {
        let place = recorded(&format!("{LEAD}[budget]\nstate = \"absent\"\n"));
        place.declared("northmarch.toml", facts).run(line)
    };
    let line = "check --full --fail-on not-evidenced --baseline baseline.toml northmarch.toml --explain-gate";
    // No requirement rests on the budget, and an honest "no" is no reason to fall silent.
    silent(LEAD, line).failed().quiet().fits(80).tells(&[
        "The gate fails: budget went silent: it was absent in the baseline; of what else falls short,",
    ]);
    silent(&format!("{LEAD}[budget]\nstate = \"not stated\"\n"), line).failed();
    silent(&format!("{LEAD}[budget]\nstate = \"withheld\"\n"), line).done();
    // A part of the requirements speaks of a part of the arrangements.
    silent(LEAD, &format!("{line} --arrangement lead")).done();
    silent("[budget]\nstate = \"absent\"\n", &format!("{line} --arrangement lead")).failed();
}

#[test]
fn an_honest_no_is_no_worse_than_the_silence_that_was_recorded() {
    let no = format!("{LEAD}[notification]\nstate = \"absent\"\n");
    then(recorded(LEAD), &no).done();
    // And one that was recorded can't be taken back by silence.
    then(recorded(&no), LEAD).failed();
}

#[test]
fn a_gap_that_was_none_is_new() {
    let of = |state: &str| format!("state = \"{state}\"\nevery-case = true");
    duty(&of("in place"), &of("withheld")).failed().tells(&[
        "northmarch-duty/notify: duty, withheld; new since the baseline",
        "The gate fails: 1 gap is new since the baseline (northmarch-duty/notify).",
    ]);
    // As long as it is above its threshold it doesn't fail, and is told to be new all the same.
    duty(&of("in place"), &of("partial")).done().tells(&[
        "(new)",
        "The gate passes: the one requirement that it looked at doesn't fall short of it.",
    ]);
}

#[test]
fn several_forces_share_a_file_and_keep_their_parts() {
    let place = Workplace::with_samples();
    place.run("baseline samples/west-midlands-2017.toml").done();
    place.run("baseline samples/fictional-just-begun.toml").wrong().golden("baseline/exists");
    let run = place.run("baseline --overwrite samples/fictional-just-begun.toml").done();
    let result = place.result("check --full samples/fictional-just-begun.toml");
    let (gaps, stated) = (gaps(&result).len(), &result["counts"]["arrangements_stated"]);
    assert!(run.err.ends_with(&format!("\neastmere: {gaps} gaps, {stated} arrangements stated\n")));
    let both = "samples/west-midlands-2017.toml samples/fictional-just-begun.toml";
    place.run(&format!("check --full --baseline baseline.toml {both}")).done().quiet();
    place.run(&format!("baseline --output other.toml {both}")).done();
    assert_eq!(place.read("other.toml"), place.read("baseline.toml"));
    // A force that nobody recorded has nothing but new gaps, and is said to.
    let third = "check --full --baseline baseline.toml samples/fictional-all-in-place.toml";
    let run = place.tabled(third).done().quiet();
    run.tells(&["baseline.toml records nothing of this force: every gap is new."]);
}

#[test]
fn closed_gaps_are_taken_out_on_request_and_nothing_is_added() {
    let place = recorded(&format!("{LEAD}{PARTNERS}"));
    let better = LEAD.replace("partial", "in place").replace("part-time", "full-time");
    let place = place.declared("northmarch.toml", &better);
    let before = place.read("baseline.toml");
    place.run("baseline --prune northmarch.toml").done().golden("baseline/pruned");
    let after = place.read("baseline.toml");
    let gone: Vec<&str> = before.lines().filter(|line| !after.contains(line)).collect();
    // What is met now stands among what is met.
    let added = |line: &str| !before.contains(line) && !line.starts_with("  \"");
    assert!(!gone.is_empty() && !after.lines().any(added), "{gone:?}");
    // What went silent isn't forgiven by it, and once there is nothing to take out it stays as it is.
    place.run("check --full --baseline baseline.toml northmarch.toml").failed();
    place.run("baseline --prune northmarch.toml").done().golden("baseline/nothing-to-prune");
    assert_eq!(place.read("baseline.toml"), after);
    let place = place.file("none.toml", "schema = \"msacheck/baseline/1\"\n");
    let run = place.run("baseline --prune --output none.toml northmarch.toml").wrong();
    run.golden("baseline/prune-unrecorded");
    place.run("baseline --prune --output nowhere.toml northmarch.toml").wrong();
    place.run("baseline --prune --overwrite northmarch.toml").wrong();
}

#[test]
fn gaps_of_packs_that_are_not_asked_stay_recorded() {
    let place = Workplace::new().declared("northmarch.toml", LEAD);
    place.run("baseline --pack yardsticks northmarch.toml").done();
    let before = place.read("baseline.toml");
    assert!(before.contains("\"yardsticks/"));
    place.run("baseline --prune northmarch.toml").done();
    assert_eq!(place.read("baseline.toml"), before);
    // Those of requirements that no pack has aren't met either: they are named, and stay.
    let strange = before.replace("\"yardsticks/", "\"yardstick/");
    let place = place.file("baseline.toml", &strange);
    for line in [
        "check --full --baseline baseline.toml northmarch.toml",
        "baseline --prune northmarch.toml",
    ] {
        let run = place.run(line).done();
        assert!(run.err.contains("there is no requirement `yardstick/"), "{run}");
    }
    assert_eq!(place.read("baseline.toml"), strange);
}

#[test]
fn the_settings_can_name_it() {
    let place = Workplace::new().declared("facts/northmarch.toml", LEAD).file(
        "ci/gate.toml",
        "check = [\"../facts/northmarch.toml\"]\n[gate]\nbaseline = \"known.toml\"\n",
    );
    place.run("check --full --config ci/gate.toml").wrong().golden("baseline/missing");
    place.run("baseline --config ci/gate.toml").done().golden("baseline/named");
    assert_eq!(place.names(), ["ci", "facts"]);
    place.run("check --full --config ci/gate.toml").done().quiet();
    place.run("check --full --config ci/gate.toml --fail-on partly-met").done().quiet();
}

#[test]
fn it_alone_asks_for_the_default_gate() {
    let run = then(recorded(LEAD), "[lead]\nstate = \"absent\"\n").failed();
    assert!(run.out.contains("The gate fails: "), "{run}");
}

#[test]
fn every_fault_of_the_file_is_told_at_once() {
    let place = Workplace::new().declared("northmarch.toml", LEAD).file(
        "baseline.toml",
        "schema = \"msacheck/baseline/1\"\nforces = 1\n\
         [force.\"North March\"]\nas_of = \"2026\"\nassessed_on = 2026-03-31\nbasis = \"sworn\"\n\
         [force.northmarch]\nas_of = 2026-03-31\n\
         [force.northmarch.stated]\nlead = \"not stated\"\nbudget = \"in-place\"\ntraining = 3\n\
         [force.northmarch.gap.\"act-2015/s52-notify\"]\noutcome = \"met\"\nneed.lead = \"met\"\n\
         needs = []\n[force.northmarch.gap.x]\n",
    );
    place
        .run("check --full --baseline baseline.toml northmarch.toml")
        .wrong()
        .golden("baseline/faults");
    let run = place.run("baseline --overwrite northmarch.toml").wrong();
    assert!(run.err.contains("baseline::no-gap"), "a file that can't be read isn't written over");
    let place = place.file("baseline.toml", "schema = \"msacheck/baseline/3\"\nnew = [1]\n");
    let run = place.run("check --full --baseline baseline.toml northmarch.toml").wrong();
    run.golden("baseline/other-version");
    for body in ["", "[[[", "schema = 1", "\u{0}", "force = 3", "[force]\nnorthmarch = []"] {
        let place = Workplace::new().declared("northmarch.toml", LEAD).file("baseline.toml", body);
        place.run("check --full --baseline baseline.toml northmarch.toml").wrong();
    }
}

#[test]
fn nothing_is_recorded_where_an_input_is_wrong() {
    let place = Workplace::with_samples();
    place.run("baseline samples/west-midlands-2017.toml nowhere.toml").wrong();
    assert_eq!(place.names(), ["samples"]);
    place.run("baseline --output nowhere/b.toml samples/west-midlands-2017.toml").wrong();
    fs::create_dir(place.path("baseline.toml")).unwrap();
    place.run("baseline samples/west-midlands-2017.toml").wrong();
    place.run("baseline --overwrite samples/west-midlands-2017.toml").wrong();
}
