//! The optional pack of later yardsticks: asked only by name, and never of a force whose
//! declaration is older than the yardstick.
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::sync::Arc;

use msacheck::assessment::assess;
use msacheck::checklists;
use msacheck::declaration::{Declaration, NoSources, load};
use msacheck::rulebook::{Requirement, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::standing::{Day, Outcome, Strength, Warrant};

const PACK: &str = "yardsticks";

fn rulebook() -> Rulebook {
    checklists::rulebook().expect("the built-in rules are sound")
}

fn requirements(rulebook: &Rulebook) -> Vec<&Requirement> {
    rulebook.requirements().iter().filter(|r| r.instrument.as_str() == PACK).collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A force that says nothing but what kind it is.
fn silent(rulebook: &Rulebook, as_of: &str) -> Declaration {
    let text = format!("[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = {as_of}\n");
    let (text, faults) = (Arc::new(Text::new("silent.toml", text)), Faults::new());
    let found = load(&text, rulebook.vocabulary(), &NoSources, day("2026-12-31"), &faults);
    found.expect("a sound declaration")
}

/// How the pack's requirements stand for a silent force on a day: those in force, those not yet.
fn on(as_of: &str) -> (Vec<String>, Vec<String>) {
    let rulebook = rulebook();
    let assessment = assess(&rulebook, &silent(&rulebook, as_of), None);
    let of_pack = assessment.findings.iter().filter(|f| f.instrument.as_str() == PACK);
    let (dormant, live): (Vec<_>, Vec<_>) =
        of_pack.partition(|finding| finding.outcome == Outcome::NotInForce);
    let ids = |findings: Vec<&msacheck::assessment::Finding>| {
        findings.iter().map(|f| f.requirement.to_string()).collect()
    };
    (ids(live), ids(dormant))
}

#[test]
fn nothing_of_it_is_asked_unless_by_name() {
    assert!(!requirements(&rulebook()).is_empty());
    let unasked = rulebook().asked(&[], false);
    assert!(unasked.instrument(PACK).is_none());
    assert!(requirements(&unasked).is_empty());
    assert!(unasked.provisions().iter().all(|p| p.instrument.as_str() != PACK));
    let asked = rulebook().asked(&[PACK.to_owned()], false);
    assert_eq!(requirements(&asked).len(), requirements(&rulebook()).len());
}

#[test]
fn it_is_optional_and_no_law_and_asks_no_more_than_it_may() {
    let rulebook = rulebook();
    let instrument = rulebook.instrument(PACK).unwrap();
    assert!(instrument.optional && !instrument.law);
    for requirement in requirements(&rulebook) {
        assert_eq!(requirement.strength, Strength::Expectation, "{}", requirement.id);
        assert!(requirement.warrant > Warrant::Recalled, "{}", requirement.id);
        assert!(requirement.note.is_some(), "{}", requirement.id);
    }
}

#[test]
fn no_requirement_counts_before_its_document() {
    let rulebook = rulebook();
    let earliest = rulebook.instrument(PACK).unwrap().from;
    let mut first = None;
    for requirement in requirements(&rulebook) {
        let document = rulebook.provision_of(requirement).unwrap().from;
        let document = document.unwrap_or_else(|| panic!("{}: no date", requirement.id));
        assert!(document <= requirement.from, "{}", requirement.id);
        first = first.into_iter().chain([requirement.from]).min();
    }
    assert_eq!(first, Some(earliest));
}

#[test]
fn every_provision_has_either_a_requirement_or_a_reason() {
    let rulebook = rulebook();
    for provision in rulebook.provisions().iter().filter(|p| p.instrument.as_str() == PACK) {
        let rests = requirements(&rulebook).iter().any(|r| r.provision == provision.id);
        assert_ne!(rests, provision.no_rule.is_some(), "{}", provision.id);
    }
}

/// A document that nobody saw carries no rule, and says so.
#[test]
fn what_was_not_seen_is_not_asked() {
    let rulebook = rulebook();
    let unseen = [
        "stolen-freedom.1",
        "stolen-freedom.3",
        "stolen-freedom.10",
        "stolen-freedom.11",
        "iasc-plan-2024",
        "action-plan-2025",
    ];
    for id in unseen {
        let found = rulebook.provisions().iter().find(|p| p.id.as_str() == id).expect(id);
        assert!(found.no_rule.as_ref().is_some_and(|why| why.starts_with("Not seen")), "{id}");
    }
}

#[test]
fn no_force_falls_short_of_a_yardstick_younger_than_its_declaration() {
    let facts = "2017-06-30";
    let (live, dormant) = on(facts);
    let rulebook = rulebook();
    for requirement in requirements(&rulebook) {
        let side = if requirement.from > day(facts) { &dormant } else { &live };
        let id = requirement.id.to_string();
        assert!(side.contains(&id), "{id} counts from {}", requirement.from);
    }
    assert!(live.contains(&"yardsticks/iasc15-recording".to_owned()));
    // its document is older than the declaration, but sets a later day
    assert!(dormant.contains(&"yardsticks/iasc15-training".to_owned()));
    assert!(dormant.contains(&"yardsticks/sf6-nrm-and-duty".to_owned()));
}

/// What begins on a day.
fn begins(day_before: &str, as_of: &str) -> Vec<String> {
    let ((before, _), (after, _)) = (on(day_before), on(as_of));
    after.into_iter().filter(|id| !before.contains(id)).collect()
}

#[test]
fn a_yardstick_counts_from_its_day() {
    let new = begins("2017-10-23", "2017-10-24");
    assert_eq!(new.len(), 6);
    assert!(new.iter().all(|id| id.starts_with("yardsticks/sf")), "{new:?}");
}

#[test]
fn where_a_document_sets_a_later_day_its_row_counts_from_that() {
    assert_eq!(begins("2017-12-30", "2017-12-31"), ["yardsticks/iasc15-training"]);
    assert_eq!(begins("2018-04-29", "2018-04-30"), ["yardsticks/sf4-information-sharing"]);
    let mut due_in_october = begins("2018-10-30", "2018-10-31");
    due_in_october.sort();
    assert_eq!(
        due_in_october,
        ["yardsticks/sf2-capacity", "yardsticks/sf2-partnership", "yardsticks/sf2-priority"]
    );
}
