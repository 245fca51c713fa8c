//! Several forces: a line each, with a way to each.

use maud::{Markup, html};

use super::super::actions;
use super::super::aside::Aside;
use super::super::lede::{SEVERAL, STATES};
use super::super::outline::{ReportOutline, SHOWN};
use super::super::prose::capital;
use super::super::rulings::verdict;
use super::super::shortfall::name;
use super::super::words::UNGATED;
use super::chapter::Chapter;
use super::first;
use super::words::day;
use crate::result::CheckResult;
use crate::standing::Words as _;

/// What a reader of several forces sees first.
pub(super) fn screen(
    result: &CheckResult,
    outlines: &[ReportOutline<'_>],
    title: &str,
    scope: &Markup,
) -> Markup {
    html! {
        header {
            h1 { (title) }
            p.lede { (SEVERAL) }
            (scope)
            @if let Some(incomplete) = result.incomplete() { p.banner.fails { strong { (incomplete) } } }
            @if !result.gated() { p.from { (UNGATED) } }
            @if let Some(aside) = Aside::of_all(result).line() { p.inset { (aside) } }
            @if let Some(plan) = actions::counted_of_all(result) { p.inset { (plan) } }
        }
        div.wide tabindex="0" role="region" aria-label="Overview of the forces" {
            table {
                caption { "The forces" }
                thead { tr {
                    th scope="col" { "Force" }
                    th scope="col" { "Facts of" }
                    th.count scope="col" { "States" }
                    @for outcome in SHOWN { th.count scope="col" { (capital(outcome.word())) } }
                    th scope="col" { "Gate" }
                } }
                tbody {
                    @for (index, ReportOutline { gated, counts, .. }) in outlines.iter().enumerate() {
                        "\n" tr {
                            th scope="row" { a href={ "#" (Chapter::among(index).id("force")) } { (name(gated)) } }
                            td { (day(gated.assessment.as_of)) }
                            td.count { (counts.arrangements_stated) " of " (counts.arrangements) }
                            @for outcome in SHOWN { td.count { (counts.in_force.count(outcome)) } }
                            td { @match verdict(gated) {
                                None => "none",
                                Some(says) if gated.fails() => strong.tag.fails { (says) },
                                Some(says) => (says),
                            } }
                        }
                    }
                }
            }
        }
        p.from { (STATES) }
        h2 { "What to do first" }
        ul.todo { @for (index, outline) in outlines.iter().enumerate() {
            li { (first::one(outline, Chapter::among(index))) }
        } }
    }
}
