//! The table, as terminals show it: widths, days, what is asked for, what is met.

use msacheck::assessment::{Finding, Standing};
use msacheck::standing::{Outcome, State, Words};

use crate::check::{Check, OPTIONS, rendered, table};
use crate::formats::{gated, several};
use crate::golden::{fits, golden};

fn northmarch() -> Check {
    Check::of(&["northmarch.toml"])
}

/// A declaration of Westhaven that says this and nothing else.
fn says(rest: &str) -> Check {
    let head = "[force]\nid = \"westhaven\"\nkind = \"territorial\"\nas_of = 2026-03-31\n";
    Check::of(&[]).and("westhaven.toml", format!("{head}{rest}"))
}

#[test]
fn it_uses_the_columns_that_there_are_and_no_more() {
    fits(80, &table(&northmarch(), 80), "table-80.txt");
    fits(200, &table(&northmarch(), 200), "table-200.txt");
    fits(44, &table(&northmarch(), 44), "table-44.txt");
    fits(80, &table(&several(), 80), "table-several-80.txt");
    for width in [40, 50, 60, 70, 81, 99, 100, 120, 129, 130, 131, 160, 240] {
        for check in [northmarch(), gated(), several()] {
            let table = table(&check, width);
            let widest = table.lines().map(unicode_width::UnicodeWidthStr::width).max();
            assert!(widest.unwrap() <= width, "{width}: {table}");
        }
    }
}

#[test]
fn all_shows_what_is_met_and_what_was_not_assessed() {
    let options = msacheck::report::ReportOptions { all: true, ..OPTIONS };
    let table = rendered("table", &northmarch().result(), options);
    fits(80, &String::from_utf8(table).unwrap(), "table-all.txt");
}

#[test]
fn colour_is_in_nothing_but_the_colours() {
    let options = msacheck::report::ReportOptions { colour: true, ..OPTIONS };
    let table = rendered("table", &gated().result(), options);
    golden(&String::from_utf8(table).unwrap().replace('\u{1b}', "␛"), "table-colour.txt");
}

#[test]
fn another_day_than_that_of_the_facts_is_named() {
    // Before one instrument and within another, after the day until which the Act was read, before all.
    for on in ["2015-01-01", "2020-12-31", "2031-01-01", "2010-05-01"] {
        fits(80, &table(&northmarch().assessed_on(on), 80), &format!("table-on-{on}.txt"));
    }
}

#[test]
fn what_is_asked_of_it_alone_is_named() {
    fits(80, &table(&northmarch().only("harbour-plan"), 80), "table-only-superseded.txt");
}

#[test]
fn what_is_newer_than_the_day_counts_as_not_stated_and_a_note_says_so() {
    let newer = says("[officer]\nstate = \"in place\"\nsince = 2026-05-01\n").only("county-plan");
    fits(80, &table(&newer, 80), "table-since-later.txt");
}

#[test]
fn details_beside_a_state_that_is_not_stated() {
    let detailed = says("[officer]\nstate = \"not stated\"\nrank = \"inspector\"\n");
    let table = table(&detailed.only("county-plan"), 80);
    assert!(table.contains("lead officer: not stated"), "{table}");
    fits(80, &table, "table-details-without-state.txt");
}

#[test]
fn two_years_that_contradict_each_other() {
    let later = "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2026-06-30\n\
                 [team]\nstate = \"in place\"\ntrained = true\n";
    let both = northmarch().and("later.toml", later);
    fits(80, &table(&both, 80), "table-contradiction.txt");
}

/// The frozen forces go on holding all that a report may have to show.
#[test]
fn the_frozen_forces_have_everything_that_reports_show() {
    let [northmarch]: [_; 1] = gated().result().assessments.try_into().unwrap();
    let assessment = &northmarch.assessment;
    let states: Vec<State> =
        assessment.arrangements.iter().map(|one: &Standing| one.state).collect();
    for state in State::ALL {
        assert!(states.contains(state), "no arrangement is {state}");
    }
    let outcomes: Vec<Outcome> =
        assessment.findings.iter().map(|finding: &Finding| finding.outcome).collect();
    for outcome in Outcome::ALL {
        assert!(outcomes.contains(outcome), "nothing is {outcome}");
    }
    let any = |holds: &dyn Fn(&Finding) -> bool| assessment.findings.iter().any(holds);
    assert!(any(&|finding| finding.superseded) && any(&|finding| !finding.assumed.is_empty()));
    assert!(any(&|finding| !finding.ways().is_empty()) && any(&|finding| finding.law));
    for (what, count) in [
        ("information", assessment.information.len()),
        ("judgements that hold", assessment.judgements.holding.len()),
        ("judgements that are over", assessment.judgements.expired.len()),
        ("notes", assessment.notes.len()),
    ] {
        assert!(count > 0, "no {what}");
    }
    let verdict = northmarch.verdict.unwrap();
    for ruling in ["passes", "fails", "waived", "expired", "baselined"] {
        let told = serde_json::to_value(&verdict.marks).unwrap().to_string();
        assert!(told.contains(&format!("\"ruling\":\"{ruling}\"")), "no mark {ruling}: {told}");
    }
    for (what, count) in [
        ("went silent", verdict.went_silent.len()),
        ("closed", verdict.closed.len()),
        ("idle", verdict.idle_waivers.len()),
    ] {
        assert!(count > 0, "nothing {what}");
    }
}
