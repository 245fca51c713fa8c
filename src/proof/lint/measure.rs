//! A rule that says it follows from the words of its source, and asks for what none of them names; or
//! that is implied, and says that words ask it.

use std::collections::BTreeMap;

use crate::rulebook::{Requirement, Rulebook};
use crate::source::Fault;
use crate::standing::{Derivation, Warrant};

/// The most words of a source that are given for one measure: enough to find them there.
const MOST_WORDS: usize = 15;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    rulebook.requirements().iter().flat_map(check).collect()
}

fn check(requirement: &Requirement) -> Vec<Fault> {
    let Requirement { words, shown_by, .. } = requirement;
    let id = &requirement.id;
    let measures = requirement.measures();
    let fault = |message: String, label: &str| requirement.fault("lint::measure", message, label);
    let mut faults = Vec::new();
    if requirement.derivation == Derivation::Implied {
        if !(words.is_empty() && shown_by.is_empty()) {
            let message = format!("`{id}` is implied, and says which words ask it");
            faults.push(fault(message, "either `words` or `implied`"));
        }
        if requirement.warrant == Warrant::Seen {
            let message =
                format!("`{id}` is implied, and says that the words that ask it were seen");
            faults.push(fault(message, "no words ask what is implied: at most `inferred`"));
        }
        return faults;
    }
    let unnamed: Vec<String> = measures
        .iter()
        .filter(|measure| {
            !words.contains_key(**measure) && !shown_by.iter().any(|by| by == *measure)
        })
        .map(|measure| format!("`{measure}`"))
        .collect();
    if !unnamed.is_empty() {
        let message = format!(
            "`{id}` is {}, and no words are given that ask {}",
            requirement.derivation,
            unnamed.join(", ")
        );
        faults.push(fault(message, "expected them in `words`").help(
            "give a few words of the source for each; where none ask it, the rule, or that part of \
             it as a rule of its own, is `implied`",
        ));
    }
    for measure in words.keys().chain(shown_by).filter(|name| !measures.contains(name.as_str())) {
        let message = format!("`{id}` speaks of `{measure}`, which it doesn't test");
        faults.push(fault(message, "not among its conditions"));
    }
    let certain = requirement.certain_measures();
    for measure in shown_by.iter().filter(|name| certain.contains(name.as_str())) {
        let message =
            format!("`{id}` asks `{measure}` of everybody: it is no other way to show it");
        faults.push(fault(message, "expected it in one branch of an `any`, or in `words`"));
    }
    for measure in long(words) {
        let message = format!("`{id}` gives more than {MOST_WORDS} words for `{measure}`");
        faults.push(fault(message, "expected a short phrase"));
    }
    faults
}

fn long(words: &BTreeMap<String, String>) -> impl Iterator<Item = &str> {
    let long = words.iter().filter(|(_, of)| of.split_whitespace().count() > MOST_WORDS);
    long.map(|(measure, _)| measure.as_str())
}
