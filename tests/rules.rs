//! The built-in rule packs: sound, proved by their examples, and taken in whole.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use msacheck::checklists;
use msacheck::proof::{ReadingProof, ReadingTally, examples, reading_examples};
use msacheck::report::why_failed;
use msacheck::rulebook::{Lexicon, PoliceForce, Rulebook, Tie};
use msacheck::source::Fault;
use msacheck::standing::{Day, ForceKind, Words as _};

fn rulebook() -> Rulebook {
    Rulebook::load(&checklists::files()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
        panic!("the built-in rules have faults:\n{}", lines.join("\n"))
    })
}

/// How many forces each regional unit serves, as its own page or an inspection says. London has none.
const UNITS: [(&str, usize); 9] = [
    ("East Midlands Special Operations Unit (EMSOU)", 5),
    ("Eastern Region Special Operations Unit (ERSOU)", 7),
    ("North East Regional Organised Crime Unit (NEROCU)", 3),
    ("North West Regional Organised Crime Unit (NWROCU)", 6),
    ("Regional Organised Crime Unit for the West Midlands (ROCUWM)", 4),
    ("South East Regional Organised Crime Unit (SEROCU)", 4),
    ("South West Regional Organised Crime Unit (SWROCU)", 5),
    ("Tarian", 3),
    ("Yorkshire and Humber Regional Organised Crime Unit (YHROCU)", 4),
];

#[test]
fn of_every_territorial_force_it_is_known_and_sourced_what_it_belongs_to() {
    let rulebook = rulebook();
    let forces = rulebook.vocabulary().forces();
    let sourced = |force: &PoliceForce| {
        let facts = force.known.iter().all(|fact| fact.source.is_some());
        facts && force.ties.iter().all(|tie| tie.source.is_some())
    };
    assert!(forces.iter().all(sourced), "nothing without a source");
    let day: Day = "2026-03-31".parse().unwrap();
    let territorial = || forces.iter().filter(|force| force.kind == ForceKind::Territorial);
    assert_eq!(territorial().count(), 43);
    let mut units: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for force in territorial() {
        for tie in Tie::ALL {
            assert!(force.tie_on(*tie, day).is_some(), "{}: {tie}", force.id);
        }
        *units.entry(force.tie_on(Tie::RegionalUnit, day).unwrap().is.as_deref()).or_default() += 1;
    }
    let expected = UNITS.iter().map(|(name, forces)| (Some(*name), *forces)).chain([(None, 2)]);
    assert_eq!(units, expected.collect());
}

#[test]
fn every_example_comes_out_as_it_says() {
    let rulebook = rulebook();
    let examples = examples(&rulebook).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
        panic!("examples have faults:\n{}", lines.join("\n"))
    });
    let failures: Vec<String> = examples
        .iter()
        .filter_map(|example| example.run(&rulebook))
        .map(|failure| {
            let example = &failure.example;
            format!(
                "{}: {} says {}, came to {}: {}",
                example.place,
                example.requirement,
                example.outcome,
                failure.came_to,
                why_failed(&failure)
            )
        })
        .collect();
    assert!(failures.is_empty(), "{} examples fail:\n{}", failures.len(), failures.join("\n"));
    assert!(examples.len() >= 3 * rulebook.requirements().len());
}

#[test]
fn every_version_of_a_requirement_has_at_least_three_examples() {
    let rulebook = rulebook();
    let mut counts: BTreeMap<(String, String), usize> = rulebook
        .requirements()
        .iter()
        .map(|requirement| ((requirement.id.to_string(), requirement.from.to_string()), 0))
        .collect();
    for example in examples(&rulebook).unwrap() {
        *counts
            .get_mut(&(example.requirement.to_string(), example.version.to_string()))
            .unwrap() += 1;
    }
    let few: Vec<_> = counts.iter().filter(|(_, count)| **count < 3).collect();
    assert!(few.is_empty(), "fewer than three examples: {few:?}");
}

#[test]
fn every_example_of_reading_reads_as_it_says() {
    let rulebook = rulebook();
    let examples = reading_examples(&rulebook).unwrap();
    let mut proof = ReadingProof::new(&rulebook).unwrap();
    let mut tally = ReadingTally::default();
    for example in &examples {
        let came = proof.run(example);
        tally.count(example, &came);
        // What was held out isn't shown, not even here.
        assert!(example.held_out || came.holds(), "{}: {came:?}", example.place());
    }
    assert_eq!(tally.failed, 0, "some of those held out: `rules test --held-out` shows them");
    assert!(tally.passed >= 300, "{tally:?}");
}

#[test]
fn every_file_below_rules_is_taken_into_the_program() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let on_disk = msacheck::rulebook::from_folder(&root).unwrap();
    let paths = |files: Vec<msacheck::rulebook::RuleFile>| {
        files.into_iter().map(|file| file.path).collect::<Vec<_>>()
    };
    assert_eq!(paths(checklists::files()), paths(on_disk));
}

#[test]
fn a_pack_beside_the_built_in_rules_is_as_if_all_were_loaded_together() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let own = msacheck::rulebook::from_folder(&root.join("partnership-protocol")).unwrap();
    let together = Rulebook::load(&[checklists::files(), own.clone()].concat()).unwrap();
    let beside = checklists::rulebook().unwrap().beside(&own).unwrap();
    assert_eq!(format!("{beside:?}"), format!("{together:?}"));
    // What repeats an id must be loaded together, to be told.
    assert!(checklists::rulebook().unwrap().beside(&checklists::files()).is_none());
    assert!(beside.beside(&own).is_none());
}

#[test]
fn words_beside_the_built_in_ones_are_as_if_all_were_loaded_together() {
    let file = |path: &str, text: &'static str| msacheck::rulebook::RuleFile {
        path: path.to_owned(),
        text: std::sync::Arc::new(msacheck::source::Text::new(path, text)),
    };
    let own = [
        file(
            "arrangements/night-shelter.toml",
            "id = \"night-shelter\"\n[reading]\ncues = [\"{slavery} shelter\"]\nby-others = true\n",
        ),
        file(
            "context.toml",
            "[class]\nslavery = [\"thraldom\"]\n[reading.lead]\ncues = [\"tsar\"]\n",
        ),
        file(
            "forces.toml",
            "[[force]]\nid = \"kent\"\nname = \"Kent Police\"\nkind = \"territorial\"\n",
        ),
    ];
    let together = Lexicon::load(&[checklists::files(), own.to_vec()].concat()).unwrap();
    let beside = checklists::lexicon_with(&own).unwrap();
    assert_eq!(format!("{beside:?}"), format!("{together:?}"));
    assert_eq!(beside.forces.iter().filter(|force| force.id.as_str() == "kent").count(), 1);
}
