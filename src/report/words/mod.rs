//! What reports say in words: the reasons that an assessment gives, one file an idea; and here dates,
//! numbers with their nouns, and what the words mean that grade a requirement.
//!
//! All English about a result stands here and in the formats, none in the engine.

mod condition;
mod finding;
mod none;
mod notes;
mod state;
mod verdict;

pub(super) use finding::{assumed, says, silent};
pub use finding::{why, why_failed};
pub(super) use none::none_stated;
pub(super) use notes::{head_notes, note};
pub(super) use state::state;
pub use verdict::verdict_sentence;

use crate::assessment::Counts;
use crate::standing::{Basis, Day, Derivation, Strength, Warrant};

/// That there was no gate.
pub(super) const UNGATED: &str =
    "Nothing was gated: this says what stands, not whether it is enough.";

/// A day as people write it, not to be broken over lines.
pub(super) fn date(day: Day) -> String {
    day.strftime("%-d\u{a0}%B\u{a0}%Y").to_string()
}

/// A file as people call it.
pub(super) fn file(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

/// Whether words were found in their source, in a word or two.
pub(super) fn found(basis: Basis) -> &'static str {
    match basis {
        Basis::Quoted => "found there",
        Basis::Cited => "not checked",
        Basis::Asserted => "no source",
    }
}

/// How well a state is backed, in words.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Quoted => "quoted: the words were found in the source",
        Basis::Cited => "cited: a source is named, its words weren't checked",
        Basis::Asserted => "asserted: nothing but the declaration says so",
    }
}

/// What a strength means for a force.
pub(super) fn binding(strength: Strength) -> &'static str {
    match strength {
        Strength::Duty => "the law obliges the force",
        Strength::Commitment => "the force, or the police service, bound itself to it",
        Strength::Expectation => "it is expected of the force; no law obliges it",
        Strength::Power => "the force may do it",
    }
}

/// The plural of a strength.
pub(super) fn plural(strength: Strength) -> &'static str {
    match strength {
        Strength::Duty => "duties",
        Strength::Commitment => "commitments",
        Strength::Expectation => "expectations",
        Strength::Power => "powers",
    }
}

/// How a requirement follows from its source, in words.
pub(super) fn derivation(derivation: Derivation) -> &'static str {
    match derivation {
        Derivation::Express => "express: the words reach the force",
        Derivation::Implied => "implied: our reading of what the provision takes to work",
        Derivation::Guidance => "guidance: statutory guidance asks it",
    }
}

/// How sure the source of a requirement is, in words.
pub(super) fn warrant(warrant: Warrant) -> &'static str {
    match warrant {
        Warrant::Seen => "seen: the text, or an official statement of it, was seen",
        Warrant::Inferred => {
            "inferred: a heading, an aim, a summary or a second-hand restatement was seen"
        }
        Warrant::Recalled => "recalled: known but not seen, a draft",
    }
}

/// A number with its noun.
pub(super) fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// How many of those that aren't applicable aren't for the sole reason that none came of what they wait
/// for.
pub(super) fn none_came(counts: &Counts) -> String {
    match counts.none_came {
        0 => String::new(),
        some => format!(", {some} of them since none came of what they wait for"),
    }
}

/// What the numbers of a force rest on, and what isn't among them.
pub(super) fn behind(counts: &Counts) -> String {
    let mut said = String::new();
    if counts.in_force.met > 0 {
        said += &format!(
            "Of the {} met, {} rest on words found in their source, {} on a source whose words weren't \
             checked, {} on assertion alone. ",
            counts.in_force.met,
            counts.met_on_quotes,
            counts.met_on_citations,
            counts.met_on_assertion
        );
    }
    if counts.assumed > 0 {
        said += &format!(
            "{} of those in force rest on an assumption about the force. ",
            counts.assumed
        );
    }
    said += &format!(
        "Not in force: {}. Not applicable: {}{}.",
        counts.not_in_force,
        counts.not_applicable,
        none_came(counts)
    );
    said
}
