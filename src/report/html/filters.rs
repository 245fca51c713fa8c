//! The filters above the gaps. Without the page's script they stay hidden, and all is shown.

use maud::{Markup, html};

use super::super::prose::capital;
use crate::result::CheckResult;
use crate::standing::{Outcome, Strength, Words as _};

/// Choices of what is there to choose.
pub(super) fn bar(result: &CheckResult) -> Markup {
    let findings = || result.assessments.iter().flat_map(|gated| &gated.assessment.findings);
    let strengths: Vec<(&str, String)> = Strength::ALL
        .iter()
        .rev()
        .filter(|strength| findings().any(|finding| finding.strength == **strength))
        .map(|strength| (strength.word(), capital(strength.word())))
        .collect();
    let outcomes: Vec<(&str, String)> = Outcome::ALL
        .iter()
        .rev()
        .filter(|outcome| findings().any(|finding| finding.outcome == **outcome))
        .map(|outcome| (outcome.word(), capital(outcome.word())))
        .collect();
    let mut instruments: Vec<(&str, String)> = Vec::new();
    for finding in findings() {
        let id = finding.instrument.as_str();
        if !instruments.iter().any(|(known, _)| *known == id) {
            instruments.push((id, finding.instrument_title.to_string()));
        }
    }
    html! {
        fieldset id="filters" hidden {
            legend { "Show" }
            (choice("strength", "How binding", &strengths))
            (choice("instrument", "Instrument", &instruments))
            (choice("outcome", "Outcome", &outcomes))
            button type="button" id="open-all" { "Open all" }
            button type="button" id="close-all" { "Close all" }
            button type="button" id="show-all" { "Show all" }
        }
        p id="shown" role="status" {}
    }
}

fn choice(key: &str, label: &str, choices: &[(&str, String)]) -> Markup {
    html! {
        div {
            label for={ "filter-" (key) } { (label) }
            select id={ "filter-" (key) } data-key=(key) {
                option value="" { "All" }
                @for (value, words) in choices { option value=(value) { (words) } }
            }
        }
    }
}
