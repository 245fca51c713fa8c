//! The built-in rule packs: sound, proved by their examples, and taken in whole.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use msacheck::checklists;
use msacheck::proof::examples;
use msacheck::rulebook::Rulebook;
use msacheck::source::Fault;

fn rulebook() -> Rulebook {
    Rulebook::load(&checklists::files()).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(Fault::one_line).collect();
        panic!("the built-in rules have faults:\n{}", lines.join("\n"))
    })
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
                example.place, example.requirement, example.outcome, failure.came_to, failure.why
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
        *counts.get_mut(&(example.requirement, example.version.to_string())).unwrap() += 1;
    }
    let few: Vec<_> = counts.iter().filter(|(_, count)| **count < 3).collect();
    assert!(few.is_empty(), "fewer than three examples: {few:?}");
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
