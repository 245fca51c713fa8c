//! The matrix as a table, lying on its side: a line a requirement, since titles are long and names are
//! short, and since a page of paper has room for as many forces as there are.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::super::heads::{LOST, cell, label, legend, letter, things};
use super::findings::{anchor, to_decide};
use crate::compare::{By, Cell, Column, Comparison};
use crate::report::html::words::class;
use crate::report::prose::capital;
use crate::report::shortfall::name;
use crate::standing::Words as _;

/// The matrix.
pub(super) fn section(comparison: &Comparison<'_>) -> Markup {
    let matrix = &comparison.matrix;
    let group = |at: usize| {
        let of = comparison.peers.iter().find(|peers| peers.rows.contains(&at));
        of.map_or("", |peers| peers.name.as_str())
    };
    html! {
        h2 id="matrix" { (capital(things(matrix.by))) }
        @if matrix.by != By::Instrument {
            p.from { (legend(matrix.by)) "." @if anything_open(comparison) { " +: " (TO_DECIDE) "." } }
        }
        div.matrix tabindex="0" role="region" aria-label="The matrix" {
            table {
                caption { (capital(things(matrix.by))) " and " (if comparison.is_of_one_force() { "dates" } else { "forces" }) }
                thead {
                    tr {
                        th scope="col" { "What is asked" }
                        @for (at, row) in matrix.rows.iter().enumerate() {
                            th.force scope="col" data-group=(group(at)) title=(name(row.gated)) {
                                (label(comparison, row))
                                @if !group(at).is_empty() { " (" (group(at)) ")" }
                            }
                        }
                        @for lost in &comparison.territory.lost { th.force scope="col" title=(lost.file) { (lost.name()) } }
                        th.count scope="col" { "Met" }
                        th.count scope="col" { "Gaps" }
                        th.count scope="col" { "Silent" }
                    }
                }
                tbody {
                    tr.coverage {
                        th scope="row" { "Arrangements stated" }
                        @for (at, row) in matrix.rows.iter().enumerate() {
                            @let (stated, all) = row.coverage();
                            td data-group=(group(at)) { (stated) "/" (all) }
                        }
                        @for _ in &comparison.territory.lost { td { (LOST) } }
                        td.count {} td.count {} td.count {}
                    }
                    @for (at, column) in matrix.columns.iter().enumerate() {
                        (line(comparison, at, column, &group))
                    }
                }
            }
        }
        @if matrix.left_out > 0 {
            p.from { "Left out, since nobody here is asked: " (matrix.left_out) " " (things(matrix.by)) "." }
        }
    }
}

/// What a cell is where a paper speaks of it and says nothing that counts.
const TO_DECIDE: &str = "a paper speaks of it, and a person must decide";

fn anything_open(comparison: &Comparison<'_>) -> bool {
    let mut cells =
        comparison.matrix.rows.iter().flat_map(|row| row.cells.iter().map(move |one| (row, one)));
    cells.any(|(row, one)| to_decide(row, one).next().is_some())
}

fn line<'a>(
    comparison: &Comparison<'_>,
    at: usize,
    column: &Column<'_>,
    group: &impl Fn(usize) -> &'a str,
) -> Markup {
    let rows = &comparison.matrix.rows;
    let cells =
        || rows.iter().enumerate().filter_map(move |(of, row)| Some((of, row.cells.get(at)?)));
    let outcomes: BTreeSet<&str> =
        cells().filter_map(|(_, cell)| Some(class(cell.outcome()?))).collect();
    let outcomes: Vec<&str> = outcomes.into_iter().collect();
    let strength = column.strength.map_or("", |strength| strength.word());
    html! {
        "\n" tr data-strength=(strength) data-instrument=(instrument(column))
            data-outcomes=(outcomes.join(","))
        {
            th scope="row" {
                (column.title)
                span.id {
                    (column.key)
                    @if !strength.is_empty() { ", " (strength) }
                    @if column.superseded { ", superseded" }
                }
            }
            @for (of, one) in cells() {
                @match (one, one.outcome()) {
                    (Cell::Tally(_), _) => td.cell.tally data-group=(group(of)) { span { (cell(one)) } },
                    (_, None) => td.cell.not-asked data-group=(group(of)) { span title=(cell(one)) { "·" } },
                    (_, Some(outcome)) => td class={ "cell " (class(outcome)) } data-group=(group(of)) {
                        @let open = rows.get(of).is_some_and(|row| to_decide(row, one).next().is_some());
                        @let said = if open { format!("{}, {TO_DECIDE}", cell(one)) } else { cell(one) };
                        a href={ "#" (anchor(of, at)) } title=(said) aria-label={ (said) ": " (column.title) } {
                            (letter(outcome)) @if open { sup { "+" } }
                        }
                    },
                }
            }
            @for _ in &comparison.territory.lost { td.cell.not-asked { span title=(LOST) { "!" } } }
            td.count { (column.tally.met) }
            td.count { (column.gaps()) }
            td.count { (column.tally.not_evidenced) }
        }
    }
}

/// The instrument of a column that is a requirement's.
pub(super) fn instrument<'a>(column: &Column<'a>) -> &'a str {
    column.key.split_once('/').map_or("", |(instrument, _)| instrument)
}

/// The commonest gaps, and what every and no force meets.
pub(super) fn summary(comparison: &Comparison<'_>) -> Markup {
    let matrix = &comparison.matrix;
    html! {
        @if !comparison.is_of_one_force() {
            h2 id="gaps" { "The commonest gaps" }
            ol {
                @for column in matrix.commonest_gaps() {
                    li {
                        strong { (column.gaps()) " of " (column.tally.total()) }
                        ", " (column.tally.not_evidenced) " of them silent: " (column.title)
                        " (" code { (column.key) } ")"
                    }
                }
            }
            p.from { "Powers and what is superseded are left out." }
            h2 { "What every force meets" }
            (names(matrix.met_by_every()))
            h2 { "What no force meets" }
            (names(matrix.met_by_none()))
        }
    }
}

fn names<'a, 'b: 'a>(columns: impl Iterator<Item = &'a Column<'b>>) -> Markup {
    let columns: Vec<&Column<'_>> = columns.collect();
    html! {
        @if columns.is_empty() { p { "None." } }
        ul { @for column in columns { li { (column.title) " (" code { (column.key) } ")" } } }
    }
}
