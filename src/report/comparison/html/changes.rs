//! What changed from one date of a force to the next, both sides beside each other.

use maud::{Markup, html};

use super::super::heads::{SHOWN, meaning, span};
use super::super::sides::Side;
use super::findings::tag;
use crate::compare::{Changes, Comparison};
use crate::report::html::words::quote;
use crate::report::prose::{capital, full_stop};
use crate::report::shortfall::name;
use crate::standing::Words as _;

/// Every step of every force.
pub(super) fn section(comparison: &Comparison<'_>) -> Markup {
    let one = comparison.is_of_one_force();
    html! {
        @if !comparison.histories.is_empty() {
            h2 id="changes" { "What changed" }
            @for step in comparison.histories.iter().flat_map(|of| &of.steps) {
                details open[one] {
                    summary {
                        strong { (name(step.after)) } ": " (span(step.before, step.after))
                        @for change in SHOWN {
                            @if step.count(change) > 0 { ", " (change) " " (step.count(change)) }
                        }
                    }
                    (of_step(step))
                }
            }
        }
    }
}

fn of_step(step: &Changes<'_>) -> Markup {
    let (was, is) = (step.before, step.after);
    html! {
        @if step.arrangements_changed().next().is_some() {
            h3 { "Arrangements" }
            @for one in step.arrangements_changed() {
                @if let Some(standing) = one.either() {
                    (sides(
                        &standing.title,
                        one.change.word(),
                        one.before.map(|of| Side::of_standing(was, of)),
                        one.after.map(|of| Side::of_standing(is, of)),
                    ))
                }
            }
        }
        @if SHOWN.iter().any(|change| step.count(*change) > 0) {
            h3 { "What that means for the requirements" }
        }
        @for change in SHOWN {
            @if step.count(change) > 0 {
                details.kind {
                    summary { strong { (capital(change.word())) } " (" (step.count(change)) "): " (meaning(change)) }
                    @for one in step.changed(change) {
                        @if let Some(finding) = one.either() {
                            (sides(
                                &finding.title,
                                &format!("{}, {}", finding.requirement, finding.strength),
                                one.before.map(|of| Side::of(was, of)),
                                one.after.map(|of| Side::of(is, of)),
                            ))
                        }
                    }
                }
            }
        }
    }
}

fn sides(title: &str, about: &str, was: Option<Side<'_>>, is: Option<Side<'_>>) -> Markup {
    html! {
        "\n" details.finding {
            summary {
                span.title { (title) } " "
                @if let Some(was) = &was { (tag(was)) " → " }
                @if let Some(is) = &is { (tag(is)) }
                " " span.strength { (about) }
            }
            div.wide { table.sides {
                thead { tr { th scope="col" { "Before" } th scope="col" { "After" } } }
                tbody { tr { td { (side(was)) } td { (side(is)) } } }
            } }
        }
    }
}

fn side(side: Option<Side<'_>>) -> Markup {
    html! {
        @match side {
            None => p { "No rule of that date." },
            Some(side) => {
                p { (tag(&side)) " " (full_stop(&capital(&side.why))) " " span.place { (side.place) } }
                @for cited in &side.evidence { (quote(cited)) }
            },
        }
    }
}
