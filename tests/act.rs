//! The Modern Slavery Act 2015 as the rules have it: whole, and right on the days on which the law
//! changed.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use msacheck::assessment::{Assessment, Finding, assess};
use msacheck::checklists;
use msacheck::declaration::{Declaration, NoSources, load};
use msacheck::report::why;
use msacheck::rulebook::{Provision, Requirement, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::standing::{Day, Outcome};

const ACT: &str = "act-2015";

/// Sections that came later, each behind the one after which it stands.
const INSERTED: [(&str, &str); 4] =
    [("s11", "s11a"), ("s30", "s30a"), ("s50", "s50a"), ("s54", "s54a")];

const SCHEDULES: [&str; 6] = ["sch1", "sch2", "sch3", "sch4", "sch4a", "sch5"];

/// A day on which the law, or the guidance under it, changed.
struct Edge {
    day: &'static str,
    /// Requirements that count from this day on, and didn't before.
    begin: &'static [&'static str],
    /// Requirements that another version takes over on this day.
    change: &'static [&'static str],
}

const EDGES: [Edge; 17] = [
    // Commencement No. 1: the offences, the orders, the Commissioner, the defence, special measures
    Edge {
        day: "2015-07-31",
        begin: &[
            "s1-crime-recording",
            "s1-investigation",
            "s1-recording-audit",
            "s1-vulnerability-consent",
            "s3-exploitation-types",
            "s7-asset-recovery",
            "s8-reparation",
            "s11-forfeiture",
            "s12-detention",
            "s12-storage",
            "s14-stpo-at-conviction",
            "s15-notice-given",
            "s15-notice-received",
            "s15-s23-applicant",
            "s15-stpo-application",
            "s18-passports",
            "s18-return",
            "s19-address-notice",
            "s19-pass-on",
            "s20-s27-hearing",
            "s20-s27-review",
            "s20-s27-vary",
            "s20-s27-vary-own",
            "s21-s28-expiry",
            "s21-s28-interim",
            "s23-stro-application",
            "s30-breach",
            "s43-contact",
            "s43-cooperate",
            "s45-consideration",
            "s45-sch4-check",
            "s45-training",
            "s46-special-measures",
            "sch5-anonymity",
        ],
        change: &[],
    },
    // Commencement No. 2, reg. 2: guidance, and the presumption of age
    Edge {
        day: "2015-10-15",
        begin: &["s49-indicators-training", "s49-support-route", "s51-age-presumption"],
        change: &[],
    },
    // Commencement No. 3: supply chains
    Edge { day: "2015-10-29", begin: &["s54-statement"], change: &[] },
    // Commencement No. 2, reg. 3: the duty to notify
    Edge {
        day: "2015-11-01",
        begin: &[
            "s45-nrm-suspect",
            "s52-adult-anonymity",
            "s52-child-referral",
            "s52-consent",
            "s52-content",
            "s52-first-responder",
            "s52-notify",
            "s52-register",
        ],
        change: &[],
    },
    // the labour regulator may apply for orders
    Edge { day: "2016-07-12", begin: &[], change: &["s15-notice-received"] },
    // Commencement No. 5: ships
    Edge {
        day: "2016-08-08",
        begin: &["s35-maritime", "s35-plan", "sch2-notice-and-evidence"],
        change: &[],
    },
    // the Home Office's factsheet on the two forms
    Edge { day: "2016-08-26", begin: &["s52-route"], change: &[] },
    // the earliest edition seen of the guidance under section 33
    Edge { day: "2017-04-30", begin: &["s33-guidance"], change: &[] },
    // the earliest guidance seen under section 49, with which the presumption of age binds at the latest
    Edge {
        day: "2020-03-24",
        begin: &[
            "s46-discussed-with-victim",
            "s48-advocate-regard",
            "s49-guidance",
            "s49-guidance-review",
        ],
        change: &[
            "s1-crime-recording",
            "s51-age-presumption",
            "s52-adult-anonymity",
            "s52-consent",
            "s52-content",
            "s52-route",
        ],
    },
    // editions of that guidance
    Edge { day: "2020-07-01", begin: &[], change: &["s49-guidance"] },
    Edge { day: "2021-06-30", begin: &[], change: &["s49-guidance"] },
    // the Nationality and Borders Act 2022 changes the presumption of age
    Edge { day: "2023-01-30", begin: &[], change: &["s51-age-presumption"] },
    // editions of the guidance under section 49
    Edge { day: "2023-03-03", begin: &[], change: &["s49-guidance"] },
    Edge { day: "2024-02-22", begin: &[], change: &["s49-guidance"] },
    // the guardians' own guidance, as it was read
    Edge { day: "2024-05-14", begin: &[], change: &["s48-advocate-regard"] },
    // an edition of the guidance under section 49
    Edge { day: "2024-10-08", begin: &[], change: &["s49-guidance"] },
    // the labour regulator goes
    Edge { day: "2026-04-07", begin: &[], change: &["s15-notice-received"] },
];

fn rulebook() -> Rulebook {
    Rulebook::load(&checklists::files()).expect("the built-in rules are sound")
}

fn provisions(rulebook: &Rulebook) -> Vec<&Provision> {
    rulebook.provisions().iter().filter(|p| p.instrument.as_str() == ACT).collect()
}

fn requirements(rulebook: &Rulebook) -> Vec<&Requirement> {
    rulebook.requirements().iter().filter(|r| r.instrument.as_str() == ACT).collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn declaration(rulebook: &Rulebook, name: &str, text: String) -> Declaration {
    let faults = Faults::new();
    let text = Arc::new(Text::new(name, text));
    let today = day("2026-12-31");
    let found = load(&text, rulebook.vocabulary(), &NoSources, today, &faults);
    found.expect("a sound declaration")
}

fn sample(rulebook: &Rulebook, name: &str) -> Declaration {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
    declaration(rulebook, name, std::fs::read_to_string(path).unwrap())
}

/// A force that says nothing but what kind it is.
fn silent(rulebook: &Rulebook) -> Declaration {
    let text = "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2015-03-26\n";
    declaration(rulebook, "silent.toml", text.to_owned())
}

fn finding<'a>(assessment: &'a Assessment, id: &str) -> &'a Finding {
    let id = format!("{ACT}/{id}");
    assessment.findings.iter().find(|f| f.requirement.as_str() == id).expect(&id)
}

#[test]
fn every_section_and_schedule_stands_there_in_the_acts_order() {
    let mut arrangement = Vec::new();
    for number in 1..=62 {
        let section = format!("s{number}");
        let inserted = INSERTED.iter().find(|(after, _)| *after == section);
        arrangement.push(section.clone());
        arrangement.extend(inserted.map(|(_, id)| (*id).to_owned()));
    }
    arrangement.extend(SCHEDULES.map(str::to_owned));
    assert_eq!(arrangement.len(), 62 + 4 + 6);
    let rulebook = rulebook();
    let listed: Vec<&str> = provisions(&rulebook).iter().map(|p| p.id.as_str()).collect();
    assert_eq!(listed, arrangement);
}

#[test]
fn every_provision_has_either_a_requirement_or_a_reason() {
    let rulebook = rulebook();
    let resting: BTreeSet<&str> =
        requirements(&rulebook).iter().map(|r| r.provision.as_str()).collect();
    for provision in provisions(&rulebook) {
        let rests = resting.contains(provision.id.as_str());
        assert_ne!(rests, provision.no_rule.is_some(), "{}", provision.id);
        assert!(provision.extent.is_some(), "{}", provision.id);
        assert_eq!(provision.from.is_some(), provision.commenced_by.is_some(), "{}", provision.id);
    }
}

#[test]
fn what_never_began_or_was_repealed_carries_no_requirement() {
    let rulebook = rulebook();
    let dormant: Vec<&str> = provisions(&rulebook)
        .iter()
        .filter(|p| p.from.is_none())
        .map(|p| {
            assert!(p.no_rule.as_ref().unwrap().starts_with("Not in force"), "{}", p.id);
            p.id.as_str()
        })
        .collect();
    assert_eq!(dormant, ["s38", "s50"]);
    let repealed: Vec<(&str, Day)> =
        provisions(&rulebook).iter().filter_map(|p| Some((p.id.as_str(), p.until?))).collect();
    let gone = day("2026-04-07");
    assert_eq!(
        repealed,
        [
            ("s11a", gone),
            ("s30a", gone),
            ("s54a", gone),
            ("s55", day("2016-07-12")),
            ("sch4a", gone),
        ]
    );
    for requirement in requirements(&rulebook) {
        let provision = rulebook.provision_of(requirement).unwrap();
        assert!(provision.from.unwrap() <= requirement.from, "{}", requirement.id);
        assert_eq!(provision.until, None, "{}", requirement.id);
    }
}

#[test]
fn requirements_begin_and_change_on_the_day_and_not_before() {
    let rulebook = rulebook();
    let force = silent(&rulebook);
    for edge in &EDGES {
        let on = day(edge.day);
        let before = assess(&rulebook, &force, Some(on.yesterday().unwrap()));
        let after = assess(&rulebook, &force, Some(on));
        for id in edge.begin {
            assert_eq!(finding(&before, id).outcome, Outcome::NotInForce, "{id} before {on}");
            assert_ne!(finding(&after, id).outcome, Outcome::NotInForce, "{id} on {on}");
            assert_eq!(finding(&after, id).from, on, "{id}");
        }
        for id in edge.change {
            let (old, new) = (finding(&before, id), finding(&after, id));
            assert!(old.outcome.is_assessed() && new.outcome.is_assessed(), "{id} at {on}");
            assert!(old.from < on, "{id} before {on}: the version from {}", old.from);
            assert_eq!(new.from, on, "{id} on {on}");
        }
    }
}

/// No requirement begins, changes or ends on a day that isn't among the edges, and none is left out.
#[test]
fn the_edges_are_all_there_are() {
    let rulebook = rulebook();
    let mut expected = BTreeSet::new();
    for edge in &EDGES {
        let ids = edge.begin.iter().chain(edge.change);
        expected.extend(ids.map(|id| (day(edge.day), format!("{ACT}/{id}"))));
    }
    let begun: BTreeSet<(Day, String)> =
        requirements(&rulebook).iter().map(|r| (r.from, r.id.to_string())).collect();
    assert_eq!(begun, expected);
    for requirement in requirements(&rulebook) {
        let Some(until) = requirement.until else { continue };
        assert!(begun.contains(&(until, requirement.id.to_string())), "{} ends", requirement.id);
    }
}

#[test]
fn the_british_transport_police_have_no_police_area() {
    let rulebook = rulebook();
    let text = "[force]\nid = \"railway\"\nkind = \"transport\"\nas_of = 2026-04-07\n";
    let force = declaration(&rulebook, "railway.toml", text.to_owned());
    let assessment = assess(&rulebook, &force, None);
    let unreached: Vec<&str> = assessment
        .findings
        .iter()
        .filter(|f| f.instrument.as_str() == ACT && f.outcome == Outcome::NotApplicable)
        .map(|f| f.requirement.as_str().strip_prefix("act-2015/").unwrap())
        .collect();
    assert_eq!(
        unreached,
        [
            "s15-notice-given",
            "s15-notice-received",
            "s15-s23-applicant",
            "s15-stpo-application",
            "s19-address-notice",
            "s19-pass-on",
            "s20-s27-hearing",
            "s20-s27-review",
            "s20-s27-vary",
            "s20-s27-vary-own",
            "s21-s28-expiry",
            "s21-s28-interim",
            "s23-stro-application",
            "s33-guidance",
            "s54-statement",
        ]
    );
}

#[test]
fn a_force_that_has_everything_meets_the_act() {
    let rulebook = rulebook();
    let assessment = assess(&rulebook, &sample(&rulebook, "fictional-all-in-place.toml"), None);
    // What the National Crime Agency alone is asked reaches no police force.
    let agency = ["act-2015/s15-notice-given", "act-2015/s19-pass-on", "act-2015/s20-s27-vary-own"];
    for finding in assessment.findings.iter().filter(|f| f.instrument.as_str() == ACT) {
        let own = !agency.contains(&finding.requirement.as_str());
        let expected = if own { Outcome::Met } else { Outcome::NotApplicable };
        assert_eq!(finding.outcome, expected, "{}: {}", finding.requirement, why(finding));
    }
}

/// The answer of 2017 speaks of who investigates, and of nothing else that the Act's rows turn on.
#[test]
fn silence_about_the_act_is_not_credited() {
    let rulebook = rulebook();
    let assessment = assess(&rulebook, &sample(&rulebook, "west-midlands-2017.toml"), None);
    for finding in assessment.findings.iter().filter(|f| f.instrument.as_str() == ACT) {
        let expected = match finding.requirement.as_str() {
            "act-2015/s1-investigation" => Outcome::PartlyMet,
            _ if finding.outcome.is_assessed() => Outcome::NotEvidenced,
            _ => continue,
        };
        assert_eq!(finding.outcome, expected, "{}: {}", finding.requirement, why(finding));
    }
}
