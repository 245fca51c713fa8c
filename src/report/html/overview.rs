//! Several forces: a line each, with a way to each.

use maud::{Markup, html};

use super::super::division::SHOWN;
use super::super::shortfall::{capital, name};
use super::super::words::UNGATED;
use super::first;
use super::force::Place;
use super::words::day;
use crate::result::CheckResult;
use crate::standing::Words as _;

/// What a reader of several forces sees first.
pub(super) fn screen(result: &CheckResult, title: &str, scope: &Markup) -> Markup {
    html! {
        header {
            h1 { (title) }
            p.lede {
                "What each force declares, held against what law and strategies ask of it. The table counts \
                 requirements in force; superseded ones are left out."
            }
            (scope)
            @if let Some(incomplete) = result.incomplete() { p.banner.fails { strong { (incomplete) } } }
            @if !result.gated() { p.from { (UNGATED) } }
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
                    @for (index, gated) in result.assessments.iter().enumerate() {
                        @let counts = gated.assessment.counts();
                        "\n" tr {
                            th scope="row" { a href={ "#" (Place::among(index).id("force")) } { (name(gated)) } }
                            td { (day(gated.assessment.as_of)) }
                            td.count { (counts.arrangements_stated) " of " (counts.arrangements) }
                            @for outcome in SHOWN { td.count { (counts.in_force.count(outcome)) } }
                            td { @match &gated.verdict {
                                None => "none",
                                Some(_) if gated.fails() => strong.tag.fails { "fails" },
                                Some(_) => "passes",
                            } }
                        }
                    }
                }
            }
        }
        p.from { "States: how many arrangements are stated, of those that may be." }
        h2 { "What to do first" }
        ul.todo { @for (index, gated) in result.assessments.iter().enumerate() {
            li { (first::one(gated, Place::among(index))) }
        } }
    }
}
