//! `check`: the reports of one force and of several, their width and colour, the filters and the
//! dates.
//!
//! Two golden files here are of the rules as they are, on purpose: who changes what is asked sees in
//! them what comes of it for real declarations. All else that reports look like is in `tests/frozen`.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::tabled::named;
use crate::workplace::{Run, Workplace};

const WEST_MIDLANDS: &str = "check --full samples/west-midlands-2017.toml";

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
    assert!(run.out.lines().any(|line| line.width() > 150), "{run}");
    let narrow = place.run(WEST_MIDLANDS).out;
    assert!(run.out.lines().count() < narrow.lines().count(), "{run}");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let place = Workplace::with_samples();
    for line in [WEST_MIDLANDS, "check --full --all samples/west-midlands-2017.toml", ALL_SAMPLES] {
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
    place.run("check --full wide.toml").done().fits(80);
    place.run("check --full --all wide.toml samples/west-midlands-2017.toml").done().fits(80);
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
    let line = "check --full --all samples/west-midlands-2017.toml";
    place.tabled(line).done().quiet();
    // So many columns, that no name is broken.
    let words: Vec<&str> = line.split(' ').collect();
    let run = place.with(&words).columns(240).run().done().quiet();
    let result = place.result(line);
    let all = named(&result["findings"], |_| true);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "each once");
    for id in all {
        assert!(run.out.contains(id), "{id}: {run}");
    }
}

const ALL_SAMPLES: &str = "check --full samples/west-midlands-2017.toml \
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
    assert_eq!(place.run(&line).done().quiet().out, place.run(WEST_MIDLANDS).out);
}

#[test]
fn a_force_that_has_everything_has_no_gap() {
    let place = Workplace::with_samples();
    let line = "check --full samples/fictional-all-in-place.toml";
    let run = place.tabled(line).done().quiet();
    run.tells(&["Gaps in what the force declares: 0 None.", "For information"]);
    let result = place.result(line);
    // But for what others than a police force bear.
    let agency = ["act-2015/s15-notice-given", "act-2015/s19-pass-on", "act-2015/s20-s27-vary-own"];
    assert_eq!(named(&result["findings"], |one| one["outcome"] != "met"), agency);
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let place = Workplace::with_samples();
    let escapes = |run: &Run| run.out.contains("\u{1b}[");
    let always = place.run("check --full --color always samples/west-midlands-2017.toml").done();
    assert!(escapes(&always));
    let never = place.run("check --full --color never samples/west-midlands-2017.toml").done();
    let auto = place.run("check --full --color auto samples/west-midlands-2017.toml").done();
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
    let wrong = place.run("check --full --color always nowhere.toml").wrong();
    assert!(wrong.err.contains("\u{1b}["));
}

#[test]
fn filters_narrow_what_is_counted() {
    let place = Workplace::with_samples();
    let all = place.result(WEST_MIDLANDS);
    let rests_on = |arrangement: &str| -> BTreeSet<String> {
        let listed = format!("rules list --format json --arrangement {arrangement}");
        let list: Value = serde_json::from_str(&place.run(&listed).done().out).unwrap();
        named(&list["requirements"], |_| true).into_iter().map(str::to_owned).collect()
    };
    let (lead, coordinator, notification) =
        (rests_on("lead"), rests_on("coordinator"), rests_on("notification"));
    let id = |one: &Value| one["requirement"].as_str().unwrap().to_owned();
    let duty = |one: &Value| one["strength"] == "duty";
    type Asked<'a> = &'a dyn Fn(&Value) -> bool;
    let filters: [(&str, &str, Asked<'_>); 5] = [
        ("--strength duty", "of strength duty", &duty),
        ("--instrument strategy-2011", "of strategy-2011", &|one| {
            one["instrument"] == "strategy-2011"
        }),
        (
            "--arrangement lead --arrangement coordinator",
            "resting on lead or coordinator",
            &|one| lead.contains(&id(one)) || coordinator.contains(&id(one)),
        ),
        (
            "--instrument act-2015 --strength duty --arrangement notification",
            "of act-2015, of strength duty, resting on notification",
            &|one| one["instrument"] == "act-2015" && duty(one) && notification.contains(&id(one)),
        ),
        ("--strength commitment", "of strength commitment", &|one| one["strength"] == "commitment"),
    ];
    for (filter, said, asked) in filters {
        let line = format!("{WEST_MIDLANDS} {filter}");
        let run = place.tabled(&line).done().quiet();
        run.tells(&[&format!("Only requirements {said}.")]);
        let expected = named(&all["findings"], asked);
        assert!(!expected.is_empty() && expected.len() < 40, "{filter}: {expected:?}");
        assert_eq!(named(&place.result(&line)["findings"], |_| true), expected, "{filter}");
    }
    // What is left may be nothing that reaches the force: then nothing is in force, and no gap is told.
    let run = place.tabled(&format!("{WEST_MIDLANDS} --strength commitment")).done().quiet();
    run.tells(&["0 requirements are in force: none.", "Gaps in what the force declares: 0 None."]);
}

/// The outcome of `act-2015/s52-notify` on a day.
fn notify_on(day: &str) -> String {
    let place = Workplace::with_samples();
    let line = format!("{WEST_MIDLANDS} --format json --as-of {day}");
    let run = place.run(&line).done().quiet();
    let result: Value = serde_json::from_str(&run.out).unwrap();
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
    for (on, told) in [
        ("2015-10-31", "nothing says that they held on 2015-10-31, the day assessed"),
        (
            "2026-04-08",
            "Modern Slavery Act 2015: read as it stood on 2026-04-07, 4 texts beside it read as",
        ),
    ] {
        let run = place.tabled(&format!("{WEST_MIDLANDS} --as-of {on}")).done().quiet();
        run.tells(&[
            "Facts of 2017-06-30 from samples/west-midlands-2017.toml.",
            &format!("Assessed as at {on}."),
            told,
            &format!("--as-of {on}"),
        ]);
    }
}

#[test]
fn before_every_instrument_nothing_is_assessed() {
    let place = Workplace::with_samples();
    let run = place.run(&format!("{WEST_MIDLANDS} --as-of 2001-01-01")).wrong();
    assert!(run.err.contains("usage::before-every-rule"), "{run}");
    // On the first day of the first of them there is something to assess, and much that isn't.
    let line = format!("{WEST_MIDLANDS} --as-of 2011-07-19");
    let findings = place.result(&line)["findings"].clone();
    let all = findings.as_array().unwrap().len();
    let out = named(&findings, |one| one["outcome"] == "not in force").len();
    assert!(out > 0 && out < all, "{out} of {all}");
    place.tabled(&line).done().quiet().tells(&[
        &format!("{out} not in force"),
        "coordinator: since 2017, which is or may be after 2011-07-19; it counts as not stated",
    ]);
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
