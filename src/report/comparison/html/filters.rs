//! The filter above the matrix. Without the page's script it stays hidden, and all is shown.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::matrix::instrument;
use crate::compare::Comparison;
use crate::report::html::words::class;
use crate::report::prose::capital;
use crate::standing::{Outcome, Strength, Words as _};

/// Choices of what is there to choose, and a field for words.
pub(super) fn bar(comparison: &Comparison<'_>) -> Markup {
    let columns = &comparison.matrix.columns;
    let strengths: BTreeSet<Strength> = columns.iter().filter_map(|of| of.strength).collect();
    let strengths: Vec<(&str, String)> = strengths
        .iter()
        .rev()
        .map(|strength| (strength.word(), capital(strength.word())))
        .collect();
    let mut instruments: Vec<(&str, String)> = Vec::new();
    for own in columns.iter().map(instrument).filter(|own| !own.is_empty()) {
        if !instruments.iter().any(|(known, _)| *known == own) {
            instruments.push((own, own.to_owned()));
        }
    }
    let outcomes: Vec<(&str, String)> = Outcome::ALL
        .iter()
        .rev()
        .filter(|outcome| outcome.is_assessed())
        .map(|outcome| (class(*outcome), capital(outcome.word())))
        .collect();
    let groups: Vec<(&str, String)> =
        comparison.peers.iter().map(|of| (of.name.as_str(), of.name.clone())).collect();
    html! {
        fieldset id="filters" hidden {
            legend { "Show" }
            div { label for="find" { "Words" } input id="find" type="search"; }
            (choice("strength", "How binding", &strengths))
            (choice("instrument", "Instrument", &instruments))
            (choice("outcome", "With an outcome", &outcomes))
            (choice("group", "Group", &groups))
            button type="button" id="show-all" { "Show all" }
        }
        p id="shown" role="status" {}
    }
}

fn choice(key: &str, label: &str, choices: &[(&str, String)]) -> Markup {
    html! {
        @if !choices.is_empty() {
            div {
                label for={ "filter-" (key) } { (label) }
                select id={ "filter-" (key) } data-key=(key) {
                    option value="" { "All" }
                    @for (value, words) in choices { option value=(value) { (words) } }
                }
            }
        }
    }
}
