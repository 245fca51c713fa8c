//! `explain`: a requirement or an arrangement, by itself and for a force.

use msacheck::report::{TerminalPage, explain_arrangement, explain_requirement};

use crate::check::{Check, rulebook, table};
use crate::golden::fits;

/// A requirement, for the force of a check if there is one.
pub(crate) fn requirement(id: &str, check: Option<&Check>) -> String {
    let rulebook = check.map_or_else(rulebook, Check::rulebook);
    let assessments = check.map(Check::assessments).unwrap_or_default();
    let mut page = TerminalPage::new(80, false);
    let versions = rulebook.versions(id);
    assert!(!versions.is_empty(), "there is no {id}");
    explain_requirement(&mut page, &rulebook, versions, assessments.first());
    page.finish()
}

/// An arrangement, likewise.
pub(crate) fn arrangement(id: &str, check: Option<&Check>) -> String {
    let rulebook = check.map_or_else(rulebook, Check::rulebook);
    let assessments = check.map(Check::assessments).unwrap_or_default();
    let mut page = TerminalPage::new(80, false);
    let of = rulebook.vocabulary().arrangement(id).expect("an arrangement");
    explain_arrangement(&mut page, &rulebook, of, assessments.first());
    page.finish()
}

#[test]
fn a_requirement() {
    fits(80, &requirement("county-plan/lead", None), "explain-requirement.txt");
}

#[test]
fn a_requirement_of_every_outcome() {
    let northmarch = Check::of(&["northmarch.toml"]);
    for (id, outcome) in [
        ("county-plan/lead", "partly-met"),
        ("county-plan/forum", "not-evidenced"),
        ("county-plan/capacity", "not-met-with-ways"),
        ("county-plan/two-of-three", "at-least"),
        ("county-plan/lessons", "planned"),
        ("county-plan/handbook", "lapsed"),
        ("wardens-act/s1-notice", "met"),
        ("wardens-act/s2-answers", "withheld"),
        ("wardens-act/s3-harbour", "assumed"),
        ("wardens-act/s3-trains", "not-applicable"),
        ("wardens-act/s4-guardian", "not-in-force"),
        ("harbour-plan/old-officer", "superseded"),
    ] {
        fits(80, &requirement(id, Some(&northmarch)), &format!("explain-{outcome}.txt"));
    }
}

#[test]
fn a_requirement_that_read_otherwise_shows_the_version_of_the_day() {
    for on in ["2023-12-31", "2024-01-01"] {
        let check = Check::of(&["northmarch.toml"]).assessed_on(on);
        let text = requirement("wardens-act/s4-age", Some(&check));
        fits(80, &text, &format!("explain-version-of-{on}.txt"));
    }
}

#[test]
fn an_inspectors_judgement_stands_beside_it_as_long_as_it_holds() {
    let check = Check::of(&["northmarch.toml"]);
    assert!(requirement("county-plan/forum", Some(&check)).contains("An inspector's judgement"));
    let over = check.today("2027-06-01");
    fits(80, &requirement("county-plan/forum", Some(&over)), "explain-judgement-over.txt");
}

#[test]
fn what_holders_of_the_full_texts_say() {
    let check = Check::of(&["northmarch.toml"]).confirmed(
        "[[confirmation]]\nrequirement = \"county-plan/lead\"\nbears_out = true\nat = \"p. 5\"\n\
         quote = \"each force will name a lead\"\nby = \"librarian\"\ndate = 2026-01-01\n\n\
         [[confirmation]]\nrequirement = \"harbour-plan/old-lessons\"\nbears_out = false\n\
         at = \"whole\"\nreason = \"nothing there speaks of lessons\"\nby = \"librarian\"\n\
         date = 2026-01-01\n",
    );
    fits(80, &requirement("county-plan/lead", Some(&check)), "explain-confirmed.txt");
    fits(80, &table(&check.only("county-plan"), 80), "table-confirmed.txt");
}

#[test]
fn an_arrangement() {
    fits(80, &arrangement("officer", None), "explain-arrangement.txt");
    fits(80, &arrangement("fund", None), "explain-arrangement-informative.txt");
}

#[test]
fn an_arrangement_for_a_force() {
    let northmarch = Check::of(&["northmarch.toml"]);
    for (id, state) in [
        ("officer", "partial"),
        ("desk", "cited"),
        ("forum", "in-place"),
        ("boats", "not-stated"),
        ("fund", "absent"),
    ] {
        fits(80, &arrangement(id, Some(&northmarch)), &format!("explain-arrangement-{state}.txt"));
    }
}
