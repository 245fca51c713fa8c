//! `explain`: a requirement or an arrangement, by itself and for a force.

use serde_json::Value;

use crate::tabled::{built_in, explanation, named};
use crate::workplace::{Run, Workplace};

/// What is explained of a name is what the library explains of it, for the force of a file as `check`
/// sees it. How that looks is held by `tests/frozen`.
fn explained(place: &Workplace, name: &str, of: Option<&str>) -> Run {
    let result = of.map(|of| place.result(&format!("check --full {of}")));
    let of = of.map(|of| format!(" {of}")).unwrap_or_default();
    let run = place.run(&format!("explain {name}{of}")).done().quiet().fits(80);
    assert_eq!(run.out, explanation(&built_in(), name, result.as_ref()), "{run}");
    run
}

#[test]
fn a_requirement() {
    let run = explained(&Workplace::new(), "strategy-2014/pursue-lead", None);
    run.tells(&["strategy-2014/pursue-lead", "Asks: all of these"]);
}

#[test]
fn a_requirement_by_its_own_name_is_the_same() {
    let place = Workplace::with_samples();
    let full = place.run("explain act-2015/s52-notify").done();
    let own = place.run("explain s52-notify").done();
    assert_eq!(full.out, own.out);
}

#[test]
fn a_requirement_for_a_force() {
    let place = Workplace::with_samples();
    let west_midlands = "West Midlands Police as at 2017-06-30";
    for (name, sample, told) in [
        ("strategy-2014/pursue-lead", "west-midlands-2017", format!("{west_midlands}: partly met")),
        ("s52-notify", "west-midlands-2017", format!("{west_midlands}: not evidenced")),
        ("act-2015/s1-investigation", "west-midlands-2017", "Each of these is a way:".to_owned()),
        (
            "strategy-2011/coordination-lead",
            "west-midlands-2017",
            "Its instrument is superseded at that date: it doesn't gate.".to_owned(),
        ),
        ("s52-notify", "fictional-all-in-place", "as at 2026-03-31: met".to_owned()),
        ("pursue-spoc", "fictional-just-begun", "as at 2026-03-31: withheld".to_owned()),
    ] {
        explained(&place, name, Some(&format!("samples/{sample}.toml"))).tells(&[&told]);
    }
}

#[test]
fn a_requirement_that_is_not_in_force_yet() {
    let of = "samples/west-midlands-2017.toml --as-of 2015-10-31";
    let run = explained(&Workplace::with_samples(), "s52-notify", Some(of));
    run.tells(&["West Midlands Police as at 2015-10-31: not in force"]);
}

#[test]
fn a_requirement_that_read_otherwise_shows_the_version_of_the_day() {
    let place = Workplace::with_samples();
    for (day, period) in
        [("2017-06-30", "from 2015-10-15 until 2020-03-24"), ("2023-01-30", "from 2023-01-30")]
    {
        let of = format!("samples/west-midlands-2017.toml --as-of {day}");
        let run = explained(&place, "s51-age-presumption", Some(&of));
        run.tells(&[
            &format!("In force: {period} Reaches:"),
            "Other version: from 2020-03-24 until",
        ]);
    }
    let of = Some("samples/west-midlands-2017.toml");
    let run = explained(&place, "s51-age-presumption", of);
    run.tells(&["In force: from 2015-10-15 until 2020-03-24 Reaches:"]);
}

#[test]
fn a_requirement_that_does_not_reach_the_force() {
    let place = Workplace::new().file(
        "transport.toml",
        "[force]\nid = \"eastmere-railways\"\nkind = \"defence\"\nas_of = 2026-03-31\n",
    );
    let run = explained(&place, "s52-notify", Some("transport.toml"));
    run.tells(&["eastmere-railways as at 2026-03-31: not applicable"]);
}

#[test]
fn an_arrangement() {
    let place = Workplace::new();
    explained(&place, "lead", None).tells(&["Where capacity is part-time, it is at most partial."]);
    let informative = "For information only: no requirement rests on it.";
    explained(&place, "budget", None).tells(&[informative]);
}

#[test]
fn an_arrangement_for_a_force() {
    let place = Workplace::with_samples();
    for (name, state) in [("lead", "partial"), ("notification", "not stated"), ("budget", "absent")]
    {
        let run = explained(&place, name, Some("samples/west-midlands-2017.toml"));
        run.tells(&[&format!("West Midlands Police as at 2017-06-30: {state}")]);
    }
}

#[test]
fn a_declaration_with_faults_explains_nothing() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"sort of\"\n");
    place.run("explain lead northmarch.toml").wrong().golden("explain/bad-declaration");
    place.run("explain lead nowhere.toml").wrong().golden("explain/no-declaration");
}

#[test]
fn a_declaration_on_standard_input() {
    let place = Workplace::with_samples();
    let file = "samples/fictional-just-begun.toml";
    let run = place.with(&["explain", "lead", "-"]).reading(file).run().done().quiet();
    let named = place.run(&format!("explain lead {file}")).done().out;
    assert_eq!(run.out, named.replace(file, "-"));
}

#[test]
fn every_requirement_and_arrangement_can_be_explained() {
    let place = Workplace::with_samples();
    let list = place.run("rules list --format json").done().out;
    let list: Value = serde_json::from_str(&list).unwrap();
    let mut names = named(&list["requirements"], |_| true);
    let result = place.result("check --full samples/west-midlands-2017.toml");
    let arrangements = result["arrangements"].as_array().unwrap();
    names.extend(arrangements.iter().map(|one| one["arrangement"].as_str().unwrap()));
    names.dedup();
    assert!(names.len() > 40);
    let rulebook = built_in();
    for name in names {
        let line = format!("explain {name} samples/west-midlands-2017.toml");
        let run = place.run(&line).done().quiet().fits(80);
        assert_eq!(run.out, explanation(&rulebook, name, Some(&result)), "{run}");
    }
}
