//! What the page rests on: with this, the same comes out again.

use maud::{Markup, html};

use super::super::prose::capital;
use super::super::provenance;
use super::super::shortfall::name;
use crate::result::CheckResult;

/// Programs, rules, inputs and sources with their SHA-256, and the dates.
pub(super) fn all(result: &CheckResult) -> Markup {
    html! {
        section.basis aria-labelledby="basis" {
            h2 id="basis" { "What this rests on" }
            (list(&provenance::of_run(result)))
            @for gated in &result.assessments {
                h3 { (name(gated)) }
                (list(&provenance::of_force(gated)))
            }
        }
    }
}

fn list(lines: &[(String, String)]) -> Markup {
    html! {
        dl.summary-list {
            @for (name, value) in lines { "\n" div { dt { (capital(name)) } dd { (value) } } }
        }
    }
}
