//! The gate: what makes `check` end with 1.

use crate::workplace::Workplace;

/// A force whose procedure of notification stands at a state.
fn declared(state: &str) -> Workplace {
    let [instrument, rules] = DUTY;
    Workplace::new().file(instrument.0, instrument.1).file(rules.0, rules.1).declared(
        "northmarch.toml",
        &format!(
            "[notification]\nstate = \"{state}\"\nevery-case = true\n\
             owner = \"referral desk\"\nroutes = [\"online report\"]\n"
        ),
    )
}

/// A requirement that comes to that state: it belongs to a pack, so that no rule to come moves it.
const NOTIFY: &str = "check --full --rules pack --instrument northmarch-duty";

/// A pack with one duty, to notify.
pub(crate) const DUTY: [(&str, &str); 2] = [
    (
        "pack/northmarch-duty/instrument.toml",
        "id = \"northmarch-duty\"\ntitle = \"Northmarch Duty (fictional)\"\nfrom = 2024-01-01\n",
    ),
    (
        "pack/northmarch-duty/rules.toml",
        "[[provision]]\nid = \"p1\"\nheading = \"Notice\"\n[[requirement]]\nid = \"notify\"\n\
         title = \"Every case is notified\"\nprovision = \"p1\"\ncitation = \"Duty, 1\"\n\
         strength = \"duty\"\nbearer = [\"forces\"]\nderivation = \"express\"\nwarrant = \"seen\"\n\
         from = 2024-01-01\nneeds = [\"notification where every-case\"]\nremedy = \"Notify.\"\n",
    ),
];

/// The one expectation of the 2014 strategy on the recording of crimes, and a plan for it.
const EXPECTATION: &str = "check --full --arrangement crime-recording --instrument strategy-2014";
const PLAN: &str = "[crime-recording]\nstate = \"planned\"\noffences-recorded = true\n";

/// Whether the gate fails at a state and a threshold.
fn fails(state: &str, threshold: &str) -> bool {
    let line = format!("{NOTIFY} --fail-on {threshold} northmarch.toml");
    let run = declared(state).run(&line);
    let fails = run.out.contains("The gate fails");
    assert_ne!(fails, run.out.contains("The gate passes"), "{run}");
    if fails {
        run.failed()
    } else {
        run.done()
    };
    fails
}

#[test]
fn a_threshold_fails_what_is_as_weak_or_weaker() {
    let states = ["absent", "not stated", "withheld", "planned", "partial", "in place"];
    for (threshold, failing) in
        [("not-evidenced", 2), ("withheld", 3), ("planned", 4), ("partly-met", 5)]
    {
        for (rung, state) in states.into_iter().enumerate() {
            assert_eq!(fails(state, threshold), rung < failing, "{state} at {threshold}");
        }
    }
}

#[test]
fn without_a_gate_the_status_is_0_and_it_is_said() {
    let run = declared("absent").run("check --full northmarch.toml").done();
    let told = "Nothing was gated: `--fail-on` or a [gate] would do so.\n";
    assert!(run.out.contains(told), "{run}");
}

#[test]
fn the_settings_can_hold_a_gate() {
    let place = Workplace::with_samples().file("msacheck.toml", "[gate]\n");
    let run = place
        .tabled("check --full --strength duty samples/west-midlands-2017.toml")
        .failed()
        .quiet();
    run.tells(&["The gate fails: ", "act-2015/s52-notify: duty, not evidenced"]);
    place.run("check --full samples/fictional-all-in-place.toml").done().quiet();
}

#[test]
fn by_default_a_plan_is_enough_for_an_expectation_and_not_for_a_duty() {
    let place = Workplace::new().declared("plan.toml", PLAN).file("msacheck.toml", "[gate]\n");
    place.run(&format!("{EXPECTATION} plan.toml")).done().quiet();
    for (state, fails) in [("planned", true), ("partial", false)] {
        let place = declared(state).file("msacheck.toml", "[gate]\n");
        let run = place.run(&format!("{NOTIFY} northmarch.toml"));
        if fails {
            run.failed()
        } else {
            run.done()
        };
    }
}

#[test]
fn the_settings_can_move_the_threshold_of_one_strength() {
    let line = format!("{NOTIFY} northmarch.toml");
    for (threshold, fails) in [("withheld", false), ("planned", true)] {
        let gate = format!("[gate]\nduty = \"{threshold}\"\n");
        let run = declared("planned").file("msacheck.toml", gate).run(&line);
        if fails {
            run.failed()
        } else {
            run.done()
        };
    }
}

#[test]
fn an_option_goes_before_the_settings() {
    let place = Workplace::new()
        .declared("plan.toml", PLAN)
        .file("msacheck.toml", "[gate]\nduty = \"partly-met\"\nexpectation = \"partly-met\"\n");
    place.run(&format!("{EXPECTATION} plan.toml")).failed();
    place.run(&format!("{EXPECTATION} plan.toml --fail-on withheld")).done();
}

#[test]
fn what_is_superseded_counts_only_where_it_is_asked_for() {
    let place = Workplace::with_samples();
    let line = "check --full --instrument strategy-2011 --fail-on partly-met samples/west-midlands-2017.toml";
    let nothing = "there was nothing to look at";
    let looks = |place: &Workplace, line: &str| {
        place.run(line).failed().quiet().tells(&[nothing]);
        let run = place.run(&format!("{line} --with-superseded")).failed().quiet();
        assert!(!run.out.contains(nothing), "{run}");
    };
    looks(&place, line);
    let place = place.file("msacheck.toml", "[gate]\n");
    looks(&place, "check --full --instrument strategy-2011 samples/west-midlands-2017.toml");
}

#[test]
fn the_report_of_a_gate_names_how_many_fall_short() {
    let place = Workplace::with_samples();
    let line =
        "check --full --strength duty --fail-on not-evidenced samples/west-midlands-2017.toml";
    let result = place.result(line);
    let failing = result["gate"]["failing"].as_array().unwrap();
    let all: Vec<String> =
        failing.iter().map(|id| format!("{}: duty, not evidenced", id.as_str().unwrap())).collect();
    assert!(all.len() > 2, "{all:?}");
    let told =
        format!("The gate fails: {} requirements fall short of it. {}", all.len(), all.join(" "));
    place.tabled(line).failed().quiet().tells(&[&told]);
    let line =
        "check --full --strength duty --fail-on partly-met samples/fictional-all-in-place.toml";
    let result = place.result(line);
    let reached = |one: &&serde_json::Value| one["outcome"] != "not applicable";
    let duties = result["findings"].as_array().unwrap().iter().filter(reached).count();
    let told = format!("The gate passes: it looked at {duties} requirements.");
    place.tabled(line).done().quiet().tells(&[&told]);
}

#[test]
fn of_several_forces_one_that_fails_is_enough() {
    let place = Workplace::with_samples();
    let line = "check --full --fail-on not-evidenced samples/fictional-all-in-place.toml \
                samples/fictional-just-begun.toml";
    let run = place.tabled(line).failed().quiet();
    let gate = |force: &str| run.out.lines().find(|line| line.contains(force)).unwrap().to_owned();
    assert!(gate(" Northmarch").ends_with("passes"), "{run}");
    assert!(gate(" Eastmere").ends_with("fails"), "{run}");
}

#[test]
fn wrong_input_outranks_a_gate_that_fails() {
    let place = Workplace::with_samples();
    let line = "check --full --fail-on not-evidenced samples/west-midlands-2017.toml nowhere.toml";
    place.run(line).incomplete();
    let line =
        "check --full --fail-on not-evidenced samples/fictional-all-in-place.toml nowhere.toml";
    let run = place.tabled(line).incomplete().golden_but_its_report("gate/incomplete");
    assert!(run.out.contains(" passes\n"), "{run}");
}

#[test]
fn json_ends_with_the_same_status() {
    let place = Workplace::with_samples();
    let line = "check --full --format json --fail-on not-evidenced samples/west-midlands-2017.toml";
    place.run(line).failed().quiet();
}
