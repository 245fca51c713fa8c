//! What reports say in words: the reasons that an assessment gives, one file an idea; and here dates,
//! numbers with their nouns, and what the words mean that grade a requirement.
//!
//! All English about a result stands here and in the formats, none in the engine.

mod change;
mod condition;
mod finding;
mod none;
mod notes;
mod state;
mod verdict;
mod way;

pub(super) use change::{changes, changes_from_anywhere};
pub(super) use finding::{assumed, says, silent};
pub use finding::{why, why_failed};
pub(super) use none::none_stated;
pub(super) use notes::{head_notes, note};
pub(super) use state::state;
pub(super) use verdict::forgiven;
pub use verdict::verdict_sentence;
pub(super) use way::way;

use crate::assessment::{Cited, Counts};
use crate::rulebook::Rule;
use crate::standing::{Basis, Day, Derivation, Strength, Warrant, Words as _};

/// That there was no gate.
pub(super) const UNGATED: &str =
    "Nothing was gated: this says what stands, not whether it is enough.";

/// A day as people write it, not to be broken over lines.
pub(super) fn date(day: Day) -> String {
    day.strftime("%-d\u{a0}%B\u{a0}%Y").to_string()
}

/// The time of which evidence speaks: a date, or a period; nothing where that isn't said.
pub(super) fn time(cited: &Cited) -> Option<String> {
    match (cited.from, cited.to) {
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("until {to}")),
        (None, None) => cited.date.map(|date| date.to_string()),
    }
}

/// A file as people call it.
pub(super) fn file(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

/// That words were found where nobody sees them.
pub(super) const UNSEEN: &str = "hidden, covered or struck out there";

/// Whether words were found in their source, in a word or two.
pub(super) fn found(cited: &Cited) -> &'static str {
    match cited.basis {
        _ if cited.unseen => UNSEEN,
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

/// How many there are of each strength, strongest first: "1 duty, 3 expectations".
pub fn by_strength(of: impl IntoIterator<Item = Strength>) -> String {
    let all: Vec<Strength> = of.into_iter().collect();
    let counted = Strength::ALL.iter().rev().filter_map(|strength| {
        let count = all.iter().filter(|own| *own == strength).count();
        let word = if count == 1 { strength.word() } else { plural(*strength) };
        (count > 0).then(|| format!("{count} {word}"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// How a requirement follows from its source.
pub(super) fn derived(derivation: Derivation) -> &'static str {
    match derivation {
        Derivation::Express => "words of its source ask it",
        Derivation::Implied => {
            "no words ask it; it is our reading of what the source takes to work"
        }
        Derivation::Guidance => "words of statutory guidance ask it",
    }
}

/// Whether the words that ask it were read.
pub(super) fn warranted(warrant: Warrant, derivation: Derivation) -> &'static str {
    match (warrant, derivation) {
        (Warrant::Seen, _) => {
            "the words that ask it were read, in the text or an official statement of it"
        }
        (Warrant::Inferred, Derivation::Implied) => {
            "no words that ask it were read; it rests on an aim, on somebody's account, or on a \
             provision that doesn't ask it itself"
        }
        (Warrant::Inferred, _) => {
            "the words that ask it weren't read, only a heading, an aim or somebody's account of them"
        }
        (Warrant::Recalled, _) => "a draft: nothing that was read bears it out",
    }
}

/// How a requirement follows from its source, and whether the words that ask it were read.
pub(super) fn how_sure(rule: &Rule) -> String {
    let Rule { derivation, warrant, .. } = rule;
    format!(
        "{derivation} ({}), {warrant} ({})",
        derived(*derivation),
        warranted(*warrant, *derivation)
    )
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
