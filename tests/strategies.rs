//! The two strategies as the rules have them: what was seen of them and what wasn't, from which day
//! each row counts, and what two papers of one force, a year apart, come to.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use msacheck::assessment::assess;
use msacheck::checklists;
use msacheck::declaration::{NoSources, load};
use msacheck::rulebook::{Provision, Requirement, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::standing::{Outcome, Strength, Warrant};

const STRATEGIES: [&str; 2] = ["strategy-2011", "strategy-2014"];

/// Rows whose ask was seen in an official statement; every other one is inferred.
const SEEN: [&str; 3] =
    ["strategy-2014/pursue-rocu", "strategy-2014/pursue-spoc", "strategy-2014/pursue-training-all"];

/// Rows that nothing seen bears out: asked with `--drafts` only.
const DRAFTS: [&str; 6] = [
    "strategy-2011/coordination-spoc",
    "strategy-2011/demand",
    "strategy-2011/priority-local",
    "strategy-2011/response-plan",
    "strategy-2014/pursue-cps",
    "strategy-2014/pursue-priority",
];

/// Rows that count later than their strategy, with the day of what they cite or of what they ask.
const LATER: [(&str, &str); 17] = [
    ("strategy-2011/children-awareness", "2011-12-08"),
    ("strategy-2011/coordination-capacity", "2012-02-06"),
    ("strategy-2011/coordination-training", "2012-02-06"),
    ("strategy-2011/coordination-guidance", "2012-04-17"),
    ("strategy-2011/priority-local", "2012-12-20"),
    ("strategy-2014/protect-border", "2014-12-01"),
    ("strategy-2014/pursue-rocu", "2015-02-02"),
    ("strategy-2014/pursue-tasking", "2015-02-02"),
    ("strategy-2014/pursue-training-all", "2015-02-02"),
    ("strategy-2014/pursue-finance", "2015-03-09"),
    ("strategy-2014/pursue-recording", "2015-04-01"),
    // with the Act: the orders, the defence, the offences
    ("strategy-2014/prevent-offender-management", "2015-07-31"),
    ("strategy-2014/prepare-non-criminalisation", "2015-07-31"),
    ("strategy-2014/pursue-powers", "2015-07-31"),
    ("strategy-2014/prepare-identify", "2015-10-09"),
    ("strategy-2014/pursue-national-group", "2015-10-09"),
    ("strategy-2014/pursue-action-plan", "2016-01-01"),
];

/// Rows that stand beside the strategy and count from days long after it.
const MUCH_LATER: [(&str, &str); 2] =
    [("strategy-2014/pursue-guidance", "2017-10-31"), ("strategy-2014/pursue-spoc", "2018-04-30")];

fn rulebook() -> Rulebook {
    Rulebook::load(&checklists::files()).expect("the built-in rules are sound")
}

fn rows(rulebook: &Rulebook) -> Vec<&Requirement> {
    let of = |row: &&Requirement| STRATEGIES.contains(&row.instrument.as_str());
    rulebook.requirements().iter().filter(of).collect()
}

fn provisions(rulebook: &Rulebook) -> Vec<&Provision> {
    let of = |provision: &&Provision| STRATEGIES.contains(&provision.instrument.as_str());
    rulebook.provisions().iter().filter(of).collect()
}

#[test]
fn every_row_is_an_expectation_and_says_how_sure_it_is() {
    let rulebook = rulebook();
    let mut seen = BTreeSet::new();
    let mut drafts = BTreeSet::new();
    for row in rows(&rulebook) {
        assert_eq!(row.strength, Strength::Expectation, "{}", row.id);
        assert!(row.note.is_some(), "{}: what is ours in it?", row.id);
        match row.warrant {
            Warrant::Seen => drop(seen.insert(row.id.as_str())),
            Warrant::Inferred => {}
            Warrant::Recalled => drop(drafts.insert(row.id.as_str())),
        }
    }
    assert_eq!(seen, BTreeSet::from(SEEN));
    assert_eq!(drafts, BTreeSet::from(DRAFTS));
}

#[test]
fn each_row_counts_from_the_day_of_what_it_rests_on() {
    let rulebook = rulebook();
    let later: BTreeMap<&str, &str> = LATER.into_iter().chain(MUCH_LATER).collect();
    for row in rows(&rulebook) {
        let own = rulebook.instrument(row.instrument.as_str()).unwrap().from.to_string();
        let from = later.get(row.id.as_str()).copied().unwrap_or(&own);
        assert_eq!(row.from.to_string(), from, "{}", row.id);
    }
    let known: BTreeSet<&str> = rows(&rulebook).iter().map(|row| row.id.as_str()).collect();
    assert!(later.keys().all(|id| known.contains(id)));
}

#[test]
fn a_chapter_whose_text_was_not_seen_says_so_once() {
    let rulebook = rulebook();
    let unseen = |strategy: &str| -> Vec<&str> {
        let of = |p: &&Provision| p.instrument.as_str() == strategy;
        let unseen = |p: &&Provision| p.no_rule.as_deref() == Some("text not seen");
        provisions(&rulebook).into_iter().filter(of).filter(unseen).map(|p| p.id.as_str()).collect()
    };
    let chapters = ["foreword", "ch1", "ch2", "ch3", "ch4", "ch5", "ch6", "ch7", "ch8"];
    assert_eq!(unseen("strategy-2011"), chapters);
    let parts = [
        "foreword.home-secretary",
        "foreword.minister",
        "summary",
        "uk",
        "response",
        "pursue",
        "prevent",
        "protect",
        "prepare",
        "annex",
    ];
    assert_eq!(unseen("strategy-2014"), parts);
}

#[test]
fn what_nobody_asks_for_is_among_the_provisions_with_its_reason() {
    let rulebook = rulebook();
    let reasons: BTreeMap<String, &str> = provisions(&rulebook)
        .into_iter()
        .filter_map(|p| Some((format!("{}/{}", p.instrument, p.id), p.no_rule.as_deref()?)))
        .collect();
    for id in [
        "strategy-2011/unasked.budget",
        "strategy-2011/unasked.dedicated-team",
        "strategy-2011/unasked.guardians",
        "strategy-2011/unasked.prevention-orders",
        "strategy-2014/prepare.safeguarding-leads",
        "strategy-2014/protect.private",
        "strategy-2014/unasked.budget",
        "strategy-2014/unasked.commissioners",
        "strategy-2014/unasked.dedicated-team",
        "strategy-2014/unasked.guardians-before-the-trial",
        "strategy-2014/unasked.orders-before-the-act",
    ] {
        assert!(reasons.get(id).is_some_and(|reason| reason.len() > 20), "{id}");
    }
}

#[test]
fn rows_that_partnerships_file_elsewhere_fault_no_force_for_it() {
    let rulebook = rulebook();
    for id in ["prevent-offender-management", "prepare-non-criminalisation", "pursue-powers"] {
        let row = &rulebook.versions(&format!("strategy-2014/{id}"))[0];
        assert!(row.note.as_ref().unwrap().contains("no force is at fault"), "{id}");
    }
}

/// The outcomes of one sample against the 2014 strategy.
fn outcomes(rulebook: &Rulebook, sample: &str) -> BTreeMap<String, Outcome> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let text = Arc::new(Text::new(sample, std::fs::read_to_string(path).unwrap()));
    let today = "2026-12-31".parse().unwrap();
    let declaration = load(&text, rulebook.vocabulary(), &NoSources, today, &Faults::new());
    assess(rulebook, &declaration.expect("a sound declaration"), None)
        .findings
        .into_iter()
        .filter_map(|f| {
            Some((f.requirement.as_str().strip_prefix("strategy-2014/")?.to_owned(), f.outcome))
        })
        .collect()
}

#[test]
fn a_year_of_west_midlands_police_tells_what_its_papers_tell() {
    let rulebook = rulebook();
    let then = outcomes(&rulebook, "west-midlands-2017.toml");
    let now = outcomes(&rulebook, "west-midlands-2018.toml");
    let changed: Vec<String> = then
        .iter()
        .filter(|(id, outcome)| now[*id] != **outcome)
        .map(|(id, outcome)| format!("{id}: {outcome} → {}", now[id]))
        .collect();
    assert_eq!(
        changed,
        [
            // referrals have a manager; the front line doesn't recognise victims well yet
            "prepare-identify: not evidenced → partly met",
            // premises are found, not all agreed
            "prepare-support: not evidenced → partly met",
            // homeless people and others at risk are spoken to
            "protect-at-risk: not evidenced → met",
            // the national guidance has come out by then
            "pursue-guidance: not in force → not evidenced",
            // the analyst and the intelligence officer of 2017 aren't spoken of again
            "pursue-intelligence: partly met → not evidenced",
            // the plan doesn't say that the lead is part-time
            "pursue-lead: partly met → met",
            // a profile, without its day
            "pursue-local-profile: not evidenced → partly met",
            "pursue-national-group: not evidenced → met",
            // the encouragement is two weeks old; the coordinator was there before
            "pursue-spoc: not in force → met",
            // a hundred officers, not everybody
            "pursue-training-all: not evidenced → partly met",
            // tactical advisers took a course of four days
            "pursue-training-specialist: not evidenced → met",
        ]
    );
}
