//! A rule pack of three files with ten faults planted in them: ten diagnostics, each at its span.

use std::path::Path;

use msacheck::checklists;
use msacheck::rulebook::{RuleFile, Rulebook, from_folder};
use msacheck::source::{Fault, Severity};

use crate::workplace::{Workplace, repository};
use crate::{Seen, seen};

/// The pack beside the built-in ones.
fn files() -> Vec<RuleFile> {
    // A path from the root of the repository, in which the tests run.
    let own = from_folder(Path::new("tests/diagnostics/pack")).unwrap();
    assert_eq!(own.len(), 3);
    checklists::files().into_iter().chain(own).collect()
}

const ARRANGEMENT: &str = "tests/diagnostics/pack/arrangements/night-shelter.toml";
const COMMITMENTS: &str = "tests/diagnostics/pack/northmarch-plan/commitments.toml";
const INSTRUMENT: &str = "tests/diagnostics/pack/northmarch-plan/instrument.toml";

/// The ten, in the order of files and places.
const PLANTED: [Seen<'_>; 10] = [
    (ARRANGEMENT, 5, "toml::unknown-key", "headlime"),
    (ARRANGEMENT, 6, "need::unknown-field", "capacitty"),
    (COMMITMENTS, 18, "need::unknown-arrangement", "night-sheltre"),
    (COMMITMENTS, 31, "need::unknown-rank", "superintendant"),
    (COMMITMENTS, 44, "need::wrong-operator", "rank is inspector"),
    (COMMITMENTS, 61, "rules::duplicate-id", "\"coordination\""),
    (COMMITMENTS, 96, "rules::overlapping-versions", "2025-12-01"),
    (COMMITMENTS, 103, "rules::unknown-provision", "\"p2\""),
    (INSTRUMENT, 4, "toml::wrong-type", "\"no\""),
    (INSTRUMENT, 6, "toml::not-a-date", "\"2025-13-01\""),
];

#[test]
fn ten_planted_faults_are_ten_diagnostics_at_their_exact_spans() {
    let faults = Rulebook::load(&files()).unwrap_err();
    let found: Vec<Seen<'_>> = faults.iter().map(seen).collect();
    assert_eq!(found, PLANTED);
    assert!(faults.iter().all(|fault| fault.how_bad() == Severity::Error));
}

#[test]
fn whatever_the_order_of_the_files() {
    let sorted = |faults: Vec<Fault>| {
        let mut seen: Vec<String> =
            faults.iter().map(|fault| format!("{:?}", seen(fault))).collect();
        seen.sort();
        seen
    };
    let mut files = files();
    let forward = sorted(Rulebook::load(&files).unwrap_err());
    files.reverse();
    assert_eq!(forward, sorted(Rulebook::load(&files).unwrap_err()));
}

#[test]
fn the_ten_as_they_are_printed() {
    let place = Workplace::new().copied("pack", &repository().join("tests/diagnostics/pack"));
    let run = place.run("rules list --rules pack").wrong();
    assert_eq!(run.err.matches("\n  × ").count(), PLANTED.len());
    run.golden_in("diagnostics", "ten-planted");
}

#[test]
fn no_command_gets_past_them() {
    let place =
        Workplace::with_samples().copied("pack", &repository().join("tests/diagnostics/pack"));
    for line in [
        "check --rules pack samples/west-midlands-2017.toml",
        "explain lead --rules pack",
        "rules show lead --rules pack",
        "init --force northmarch --rules pack",
    ] {
        place.run(line).wrong();
    }
    assert_eq!(place.names(), ["pack", "samples"], "init wrote nothing");
}
