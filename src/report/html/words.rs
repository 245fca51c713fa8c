//! Pieces of the page that many of its parts use: headings of a level, tags, dates, quotes, and what
//! the words mean that grade a requirement.

use maud::{Markup, html};

use crate::assessment::Cited;
use crate::standing::{Basis, Day, Derivation, Outcome, State, Strength, Warrant};

/// A heading of a level: 1 is the page's own.
pub(super) fn heading(level: u8, id: Option<&str>, text: &str) -> Markup {
    html! {
        "\n"
        @match level {
            1 => h1 id=[id] { (text) },
            2 => h2 id=[id] { (text) },
            3 => h3 id=[id] { (text) },
            4 => h4 id=[id] { (text) },
            _ => h5 id=[id] { (text) },
        }
    }
}

/// A row of a summary list.
pub(super) fn row(name: &str, value: &Markup) -> Markup {
    html! { "\n" div { dt { (name) } dd { (value) } } }
}

/// An outcome as a tag, in words.
pub(super) fn outcome_tag(outcome: Outcome) -> Markup {
    html! { strong class={ "tag " (class(outcome)) } { (outcome) } }
}

/// A state as a tag.
pub(super) fn state_tag(state: State) -> Markup {
    html! { strong class={ "tag " (class(Outcome::from(state))) } { (state) } }
}

/// The class that gives what has an outcome its colour.
pub(super) fn class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::PartlyMet => "partly-met",
        Outcome::Planned => "planned",
        Outcome::Withheld => "withheld",
        Outcome::NotEvidenced => "not-evidenced",
        Outcome::NotMet => "not-met",
        Outcome::NotInForce | Outcome::NotApplicable => "not-asked",
    }
}

/// A day as people write it.
pub(super) fn day(day: Day) -> Markup {
    html! { time datetime=(day) { (day.strftime("%-d\u{a0}%B\u{a0}%Y")) } }
}

/// A file as people call it.
pub(super) fn file(name: &str) -> &str {
    if name == "-" { "standard input" } else { name }
}

/// Words of a source, with where they stand and whether they were found there.
pub(super) fn quote(cited: &Cited) -> Markup {
    let found = match cited.basis {
        Basis::Quoted => "found there",
        Basis::Cited => "not checked",
        Basis::Asserted => "no source",
    };
    html! {
        figure.quote {
            @if let Some(quote) = &cited.quote { blockquote { p { "“" (quote) "”" } } }
            figcaption {
                (cited.title)
                @if let Some(date) = cited.date { ", " (date) }
                @match (&cited.place, cited.page) {
                    (Some(place), _) => { ", " span.place { (place) } },
                    (None, Some(page)) => { ", p. " (page) },
                    (None, None) => {},
                }
                " (" (found) ")"
            }
        }
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
