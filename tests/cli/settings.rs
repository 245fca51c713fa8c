//! `msacheck.toml`: the settings of a project.

use crate::workplace::Workplace;

#[test]
fn check_without_arguments_checks_what_the_settings_name() {
    let place = Workplace::with_samples().file(
        "msacheck.toml",
        "check = [\"samples/west-midlands-2017.toml\", \"samples/fictional-just-begun.toml\"]\n",
    );
    let run = place.tabled("check").done().quiet();
    run.tells(&["2 declarations of 2 forces", "West Midlands Police", "Eastmere Police"]);
    // An argument takes their place.
    let run = place.run("check --full --format json samples/west-midlands-2017.toml").done();
    assert!(run.out.contains("\"force\": \"west-midlands\"") && !run.out.contains("eastmere"));
}

#[test]
fn settings_that_name_nothing_to_check_say_what_is_missing() {
    let place = Workplace::new().file("msacheck.toml", "# Nothing yet.\n");
    place.run("check --full").wrong().golden("settings/nothing-named");
}

#[test]
fn a_file_that_the_settings_name_and_is_not_there() {
    let place =
        Workplace::new().file("msacheck.toml", "check = [\"declarations/northmarch.toml\"]\n");
    place.run("check --full").wrong().golden("settings/names-a-missing-file");
}

#[test]
fn settings_with_faults_show_all_of_them() {
    let place = Workplace::with_samples().file(
        "msacheck.toml",
        "chek = [\"samples/west-midlands-2017.toml\"]\nrules = \"packs\"\n\n\
         [gate]\nduty = \"not-met\"\npower = \"withheld\"\n",
    );
    let run = place.run("check --full").wrong().golden("settings/faults");
    for line in ["check --full samples/west-midlands-2017.toml", "rules list", "explain lead"] {
        assert_eq!(place.run(line).wrong().err, run.err);
    }
}

#[test]
fn settings_that_are_no_toml() {
    let place = Workplace::with_samples().file("msacheck.toml", "check = [\n");
    place.run("check --full samples/west-midlands-2017.toml").wrong().golden("settings/syntax");
}

#[test]
fn other_settings_can_be_named() {
    let place = Workplace::with_samples()
        .file("msacheck.toml", "check = [\"nowhere.toml\"]\n")
        .file("ci/gate.toml", "check = [\"../samples/fictional-all-in-place.toml\"]\n[gate]\n");
    place.tabled("check --full --config ci/gate.toml").done().quiet().tells(&[
        "Facts of 2026-03-31 from ci/../samples/fictional-all-in-place.toml.",
        "msacheck check --all --config ci/gate.toml --today 2026-11-24",
        "The gate passes: it looked at",
    ]);
}

#[test]
fn settings_that_are_named_must_be_there() {
    let place = Workplace::with_samples();
    let run =
        place.run("check --full --config ci/gate.toml samples/west-midlands-2017.toml").wrong();
    run.golden("settings/config-missing");
}

#[test]
fn settings_of_a_folder_above_are_not_looked_for() {
    let place = Workplace::with_samples()
        .file("msacheck.toml", "check = [\"samples/west-midlands-2017.toml\"]\n")
        .file("below/.keep", "");
    let mut command = place.with(&["check"]).command();
    let output = command.current_dir(place.path("below")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nothing to check here"));
}

#[test]
fn packs_that_the_settings_name_are_loaded() {
    let place = Workplace::new()
        .copied("packs/northmarch", &crate::workplace::repository().join("tests/cli/pack"))
        .file("msacheck.toml", "rules = [\"packs/northmarch\"]\n");
    let run = place.run("rules list --instrument northmarch-plan").done().quiet();
    assert!(run.out.contains("northmarch-plan/shelter-open"));
}

#[test]
fn a_pack_that_the_settings_name_and_is_not_there() {
    let place = Workplace::new().file("msacheck.toml", "rules = [\"packs/northmarch\"]\n");
    place.run("rules list").wrong().golden("settings/no-pack");
}
