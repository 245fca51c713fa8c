//! Each force over its dates.

use maud::{Markup, html};

use crate::compare::{Change, Comparison};
use crate::report::html::words::day;
use crate::report::shortfall::name;

/// A line a date.
pub(super) fn section(comparison: &Comparison<'_>) -> Markup {
    html! {
        @if !comparison.histories.is_empty() {
            h2 id="years" { "Over the years" }
            div.wide tabindex="0" role="region" aria-label="Over the years" { table {
                thead { tr {
                    th scope="col" { "Force" }
                    th scope="col" { "Facts of" }
                    @for head in ["Stated", "Met", "Gaps", "Silent", "Closed", "Opened", "Went silent"] {
                        th.count scope="col" { (head) }
                    }
                } }
                tbody { @for history in &comparison.histories {
                    @for (gated, step) in history.with_steps() {
                        @let counts = gated.assessment.counts();
                        @let tally = counts.in_force;
                        "\n" tr {
                            @if step.is_none() { th scope="row" { (name(gated)) } } @else { td {} }
                            td { (day(gated.assessment.as_of)) }
                            td.count { (counts.arrangements_stated) }
                            td.count { (tally.met) }
                            td.count { (tally.total() - tally.met) }
                            td.count { (tally.not_evidenced) }
                            @for change in [Change::Closed, Change::Opened, Change::WentSilent] {
                                td.count { @match step { Some(step) => (step.count_in_force(change)), None => "–" } }
                            }
                        }
                    }
                } }
            } }
            p.from {
                "All of it counts requirements in force, without superseded ones. What a rule did that began, changed or \
                 ended in between is no change of the force’s."
            }
        }
    }
}
