//! Behind every cell its finding: what it came to, why, on which words and from which source.

use maud::{Markup, html};

use super::super::heads::label;
use super::super::sides::Side;
use crate::assessment::{Because, Note};
use crate::compare::{Cell, Comparison, Row};
use crate::report::html::words::{class, day, quote, row as line};
use crate::report::prose::{capital, full_stop};
use crate::report::shortfall::name;
use crate::rulebook::ArrangementId;
use crate::source::Place;

/// The id of a cell's finding: by its place, since names may hold anything.
pub(super) fn anchor(row: usize, column: usize) -> String {
    format!("f{}-{}", row + 1, column + 1)
}

/// All of them, a force after another.
pub(super) fn section(comparison: &Comparison<'_>) -> Markup {
    html! {
        h2 id="findings" { "Every finding" }
        p.from { "Of what follows, only what is open is printed." }
        @for (at, row) in comparison.matrix.rows.iter().enumerate() {
            details.force {
                summary {
                    strong { (name(row.gated)) } " (" (label(comparison, row)) "), facts of "
                    (day(row.gated.assessment.as_of))
                }
                (of_row(comparison, at, row))
            }
        }
    }
}

fn of_row(comparison: &Comparison<'_>, at: usize, row: &Row<'_>) -> Markup {
    let cells = comparison.matrix.columns.iter().zip(&row.cells).enumerate();
    html! {
        @for (column_at, (column, cell)) in cells {
            @if let Some(side) = side(row, cell) {
                "\n" details.finding id=(anchor(at, column_at)) {
                    summary {
                        span.title { (column.title) } " "
                        (tag(&side))
                    }
                    dl.summary-list {
                        (line("Why", &html! {
                            p { (full_stop(&capital(&side.why))) " " span.place { (side.place) } }
                        }))
                        @if !side.evidence.is_empty() {
                            (line("Words", &html! { @for cited in &side.evidence { (quote(cited)) } }))
                        }
                        @for places in to_decide(row, cell) {
                            (line("To decide", &html! {
                                p { (OPEN) @for place in places { " " span.place { (place) } } }
                            }))
                        }
                        @if let Cell::Finding(finding) = cell {
                            @if finding.outcome.is_gap() {
                                (line("What closes it", &html! { (finding.remedy) }))
                            }
                            (line("Source", &html! { p { (full_stop(&finding.citation)) } }))
                        }
                        (line("Id", &html! { code { (column.key) } }))
                    }
                }
            }
        }
    }
}

/// What a passage leaves open that a person must read.
pub(super) const OPEN: &str = "A paper speaks of this, and a person must decide what it says:";

/// Where papers speak of what a cell rests on, and leave it to a person.
pub(super) fn to_decide<'a>(
    row: &Row<'a>,
    cell: &'a Cell<'_>,
) -> impl Iterator<Item = &'a [Place]> {
    let rests = move |id: &ArrangementId| match cell {
        Cell::Finding(finding) => {
            finding.because.iter().flat_map(Because::nodes).any(|of| of.arrangement() == Some(id))
        }
        Cell::Standing(standing) => standing.arrangement == *id,
        Cell::Tally(_) | Cell::Unknown => false,
    };
    row.gated.assessment.notes.iter().filter_map(move |note| match note {
        Note::ToDecide { arrangement, places } => rests(arrangement).then_some(places.as_slice()),
        _ => None,
    })
}

fn side<'a>(row: &Row<'a>, cell: &Cell<'a>) -> Option<Side<'a>> {
    match cell {
        Cell::Finding(finding) => Some(Side::of(row.gated, finding)),
        Cell::Standing(standing) => Some(Side::of_standing(row.gated, standing)),
        Cell::Tally(_) | Cell::Unknown => None,
    }
}

/// What something came to, as a tag.
pub(super) fn tag(side: &Side<'_>) -> Markup {
    html! { strong class={ "tag " (class(side.outcome)) } { (side.word) } }
}
