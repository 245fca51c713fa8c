//! Pieces of the page that many of its parts use: headings of a level, sentences, tags, dates, quotes.

use maud::{Markup, html};

use super::super::phrase::Phrase;
use super::super::words::{date, found, time};
use crate::assessment::Cited;
use crate::standing::{Day, Outcome, State};

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
pub(in crate::report) fn row(name: &str, value: &Markup) -> Markup {
    html! { "\n" div { dt { (name) } dd { (value) } } }
}

/// A sentence, its names and days marked up.
pub(super) fn set(sentence: &[Phrase]) -> Markup {
    html! {
        @for phrase in sentence {
            @match phrase {
                Phrase::Plain(text) => (text),
                Phrase::Strong(text) => strong { (text) },
                Phrase::Name(name) => code { (name) },
                Phrase::File(file) => span.place { (file) },
                Phrase::Day(of) => (day(*of)),
            }
        }
    }
}

/// An outcome as a tag, in words.
pub(crate) fn outcome_tag(outcome: Outcome) -> Markup {
    html! { strong class={ "tag " (class(outcome)) } { (outcome) } }
}

/// A state as a tag.
pub(crate) fn state_tag(state: State) -> Markup {
    html! { strong class={ "tag " (class(Outcome::from(state))) } { (state) } }
}

/// The class that gives what has an outcome its colour.
pub(in crate::report) fn class(outcome: Outcome) -> &'static str {
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
pub(crate) fn day(day: Day) -> Markup {
    html! { time datetime=(day) { (date(day)) } }
}

/// Words of a source, with where they stand and whether they were found there.
pub(in crate::report) fn quote(cited: &Cited) -> Markup {
    html! {
        figure.quote {
            @if let Some(quote) = &cited.quote { blockquote { p { "“" (quote) "”" } } }
            figcaption {
                @match &cited.address {
                    Some(address) => a href=(address) rel="noreferrer" { (cited.title) },
                    None => (cited.title),
                }
                @if let Some(time) = time(cited) { ", " (time) }
                @match (&cited.place, cited.page) {
                    (Some(place), _) => { ", " span.place { (place) } },
                    (None, Some(page)) => { ", p. " (page) },
                    (None, None) => {},
                }
                " (" (found(cited)) ")"
            }
        }
    }
}
