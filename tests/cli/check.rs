//! `check`: the reports of one force and of several, their width and colour, the filters and the
//! dates.

use crate::workplace::{Run, Workplace};

const WEST_MIDLANDS: &str = "check samples/west-midlands-2017.toml";

#[test]
fn a_real_declaration_fits_a_terminal_of_80_columns() {
    let place = Workplace::with_samples();
    place.run(WEST_MIDLANDS).done().quiet().fits(80).golden("check/west-midlands-80");
}

#[test]
fn a_real_declaration_uses_a_terminal_of_200_columns() {
    let place = Workplace::with_samples();
    let words: Vec<&str> = WEST_MIDLANDS.split(' ').collect();
    let run = place.with(&words).columns(200).run().done().quiet().fits(200);
    run.golden("check/west-midlands-200");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let place = Workplace::with_samples();
    for line in [WEST_MIDLANDS, "check --all samples/west-midlands-2017.toml", ALL_SAMPLES] {
        let words: Vec<&str> = line.split(' ').collect();
        for columns in [40, 50, 60, 70, 80, 81, 99, 100, 120, 129, 130, 131, 160, 240] {
            place.with(&words).columns(columns).run().done().fits(columns);
        }
    }
}

#[test]
fn characters_of_two_columns_are_counted_as_two() {
    let wide = "北".repeat(30);
    let place = Workplace::with_samples().file(
        "wide.toml",
        format!(
            "[force]\nid = \"northmarch\"\nname = \"{wide}\"\nkind = \"territorial\"\n\
             as_of = 2026-03-31\n[lead]\nstate = \"planned\"\nnote = \"{wide}{wide}\"\n\
             [case-allocation]\nstate = \"partial\"\nteams = [\"{wide}\"]\n"
        ),
    );
    place.run("check wide.toml").done().fits(80);
    place.run("check --all wide.toml samples/west-midlands-2017.toml").done().fits(80);
    place.run("explain lead wide.toml").done().fits(80);
    place.run("explain pursue-investigate wide.toml").done().fits(80);
}

#[test]
fn a_width_that_is_no_number_is_no_fault() {
    let place = Workplace::with_samples();
    let usual = place.run(WEST_MIDLANDS).done().out;
    for columns in ["", "0", "wide", "-80", "99999999999999999999999"] {
        let output = place
            .with(&WEST_MIDLANDS.split(' ').collect::<Vec<_>>())
            .command()
            .env("COLUMNS", columns)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), usual, "COLUMNS={columns}");
    }
}

#[test]
fn all_shows_what_is_met_and_what_was_not_assessed() {
    let place = Workplace::with_samples();
    let run = place.run("check --all samples/west-midlands-2017.toml").done().quiet().fits(80);
    run.golden("check/west-midlands-all");
}

const ALL_SAMPLES: &str = "check samples/west-midlands-2017.toml \
                           samples/fictional-all-in-place.toml samples/fictional-just-begun.toml";

#[test]
fn several_forces_are_a_line_each() {
    let place = Workplace::with_samples();
    place.run(ALL_SAMPLES).done().quiet().fits(80).golden("check/several");
}

#[test]
fn one_declaration_twice_counts_once() {
    let place = Workplace::with_samples();
    let line = format!("{WEST_MIDLANDS} samples/west-midlands-2017.toml");
    place.run(&line).done().quiet().fits(80).golden("check/one-force-twice");
}

#[test]
fn a_force_that_has_everything_has_no_gap() {
    let place = Workplace::with_samples();
    let run = place.run("check samples/fictional-all-in-place.toml").done().quiet().fits(80);
    run.golden("check/all-in-place");
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let place = Workplace::with_samples();
    let escapes = |run: &Run| run.out.contains("\u{1b}[");
    let always = place.run("check --color always samples/west-midlands-2017.toml").done();
    assert!(escapes(&always));
    let never = place.run("check --color never samples/west-midlands-2017.toml").done();
    let auto = place.run("check --color auto samples/west-midlands-2017.toml").done();
    assert!(!escapes(&never) && !escapes(&auto));
    // Colour changes nothing but colour.
    let mut plain = String::new();
    let mut rest = always.out.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, never.out);
    // Errors have it as well, on their own stream.
    let wrong = place.run("check --color always nowhere.toml").wrong();
    assert!(wrong.err.contains("\u{1b}["));
}

#[test]
fn filters_narrow_what_is_counted() {
    let place = Workplace::with_samples();
    for (filter, name) in [
        ("--strength duty", "duties"),
        ("--instrument strategy-2011", "strategy-2011"),
        ("--arrangement lead --arrangement coordinator", "lead-and-coordinator"),
        ("--instrument act-2015 --strength duty --arrangement notification", "all-filters"),
        ("--strength commitment", "nothing-left"),
    ] {
        let run = place.run(&format!("{WEST_MIDLANDS} {filter}")).done().quiet().fits(80);
        run.golden(&format!("check/filter-{name}"));
    }
}

/// The outcome of `act-2015/s52-notify` on a day.
fn notify_on(day: &str) -> String {
    let place = Workplace::with_samples();
    let line = format!("{WEST_MIDLANDS} --format json --as-of {day}");
    let run = place.run(&line).done().quiet();
    let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["assessed_on"], day);
    assert_eq!(result["as_of"], "2017-06-30", "the facts stay those of their own day");
    let findings = result["findings"].as_array().unwrap();
    let found = findings.iter().find(|f| f["requirement"] == "act-2015/s52-notify").unwrap();
    found["outcome"].as_str().unwrap().to_owned()
}

#[test]
fn the_law_is_that_of_the_day_assessed() {
    assert_eq!(notify_on("2015-10-31"), "not in force");
    assert_eq!(notify_on("2015-11-01"), "not evidenced");
}

#[test]
fn another_day_than_that_of_the_facts_is_named() {
    let place = Workplace::with_samples();
    let run = place.run(&format!("{WEST_MIDLANDS} --as-of 2015-10-31")).done().quiet().fits(80);
    run.golden("check/as-of-before-the-duty");
    let run = place.run(&format!("{WEST_MIDLANDS} --as-of 2026-04-08")).done().quiet().fits(80);
    run.golden("check/as-of-after-the-act-was-read");
}

#[test]
fn before_every_instrument_nothing_is_in_force() {
    let place = Workplace::with_samples();
    let run = place.run(&format!("{WEST_MIDLANDS} --as-of 2001-01-01")).done().quiet().fits(80);
    run.golden("check/as-of-before-everything");
}

#[test]
fn today_judges_what_lies_in_the_future() {
    let place = Workplace::with_samples();
    place.run(&format!("{WEST_MIDLANDS} --today 2017-06-30")).done().quiet();
    let run = place.run(&format!("{WEST_MIDLANDS} --today 2017-06-29")).wrong();
    run.golden("check/today-before-the-facts");
}

#[test]
fn without_a_today_the_day_of_the_system_counts() {
    let place = Workplace::with_samples();
    let output = place.with(&["--color", "never", "check", "samples/west-midlands-2017.toml"]);
    output.run().done().quiet();
}
