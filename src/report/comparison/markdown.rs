//! `markdown`: a comparison for a wiki, an annex or the summary of a job. The matrix lies on its side:
//! a line a requirement, since pages are long rather than wide.

use std::fmt::Write as _;

use super::format::{ComparisonFormat, ComparisonOptions};
use super::heads::{
    LOST, SHOWN, SILENCE, caveats, cell, label, legend, letter, meaning, span, things, title,
};
use super::sides::Side;
use crate::assessment::Tally;
use crate::compare::{Cell, Change, Changes, Column, Comparison};
use crate::report::columns::quoted;
use crate::report::format::Readers;
use crate::report::markdown::{escape, heading};
use crate::report::prose::{capital, flat, full_stop};
use crate::report::shortfall::name;
use crate::source::Fault;
use crate::standing::Words as _;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "markdown",
    about: "For a wiki, an annex, or the summary of a job",
    binary: false,
    render,
    pieces: None,
    readers: Readers::InText,
};

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    let mut out = format!("# {}\n\n", escape(&flat(&title(comparison))));
    for caveat in caveats(comparison) {
        let _ = write!(out, "**{}**\n\n", escape(&caveat));
    }
    for history in &comparison.histories {
        for step in &history.steps {
            changes(&mut out, step);
        }
    }
    matrix(&mut out, comparison);
    if !comparison.is_of_one_force() {
        summary(&mut out, comparison);
    }
    trend(&mut out, comparison);
    let _ = write!(out, "\n{SILENCE}\n");
    Ok(out.into_bytes())
}

fn said(text: &str) -> String {
    escape(&flat(text))
}

fn changes(out: &mut String, changes: &Changes<'_>) {
    let (was, is) = (changes.before, changes.after);
    heading(out, 2, &format!("{}: {}", said(name(is)), said(&span(was, is))));
    for change in SHOWN {
        let mut any = false;
        for one in changes.changed(change) {
            let Some(finding) = one.either() else { continue };
            if !any {
                let head = format!("{} ({})", capital(change.word()), changes.count(change));
                heading(out, 3, &head);
                let _ = write!(out, "{}.\n\n", capital(meaning(change)));
                any = true;
            }
            let strength = finding.strength.word();
            let id = said(finding.requirement.as_str());
            let _ = writeln!(out, "- **{}** ({strength}, {id})", said(&finding.title));
            side(out, "was", one.before.map(|of| Side::of(was, of)));
            side(out, "is", one.after.map(|of| Side::of(is, of)));
        }
    }
    let mut any = false;
    for one in changes.arrangements_changed() {
        let Some(standing) = one.either() else { continue };
        if !any {
            heading(out, 3, "Arrangements");
            any = true;
        }
        let _ = writeln!(out, "- **{}**: {}", said(&standing.title), one.change);
        side(out, "was", one.before.map(|of| Side::of_standing(was, of)));
        side(out, "is", one.after.map(|of| Side::of_standing(is, of)));
    }
}

fn side(out: &mut String, tense: &str, side: Option<Side<'_>>) {
    let Some(side) = side else {
        let _ = writeln!(out, "  - {tense}: no rule of that date");
        return;
    };
    let _ = write!(out, "  - {tense} **{}**: {}", side.word, said(&full_stop(&side.why)));
    for quote in side.evidence.iter().filter_map(|cited| quoted(cited)) {
        let _ = write!(out, " {}", said(&quote));
    }
    out.push('\n');
}

fn matrix(out: &mut String, comparison: &Comparison<'_>) {
    let matrix = &comparison.matrix;
    heading(out, 2, &capital(things(matrix.by)));
    if !matrix.rows.iter().flat_map(|row| &row.cells).any(|one| matches!(one, Cell::Tally(_))) {
        let _ = write!(out, "{}.\n\n", escape(&legend(matrix.by)));
    }
    out.push_str("| |");
    for row in &matrix.rows {
        let _ = write!(out, " {} |", said(&label(comparison, row)));
    }
    out.push_str(" met | gaps |\n|---|");
    out.push_str(&"---|".repeat(matrix.rows.len() + 2));
    out.push_str("\n| Arrangements stated |");
    for row in &matrix.rows {
        let (stated, all) = row.coverage();
        let _ = write!(out, " {stated}/{all} |");
    }
    out.push_str(" | |\n");
    for (at, column) in matrix.columns.iter().enumerate() {
        let superseded = if column.superseded { " (superseded)" } else { "" };
        let _ = write!(out, "| {} ({}){superseded} |", said(column.title), said(column.key));
        for one in matrix.rows.iter().filter_map(|row| row.cells.get(at)) {
            match (one, one.outcome()) {
                (_, Some(outcome)) => {
                    let _ = write!(out, " {} |", letter(outcome));
                }
                (other, None) => {
                    let _ = write!(out, " {} |", escape(&cell(other)));
                }
            }
        }
        let _ = writeln!(out, " {} | {} |", column.tally.met, column.gaps());
    }
    for lost in &comparison.territory.lost {
        let _ = write!(out, "\n{}: **{LOST}**.\n", said(&lost.file));
    }
    if !comparison.peers.is_empty() {
        heading(out, 2, "Groups");
        for peers in &comparison.peers {
            let rows = matrix.rows.get(peers.rows.clone()).unwrap_or_default();
            let names: Vec<String> = rows.iter().map(|row| said(&label(comparison, row))).collect();
            let met: usize = peers.tallies.iter().map(|tally| tally.met).sum();
            let all: usize = peers.tallies.iter().map(Tally::total).sum();
            let _ = writeln!(
                out,
                "- **{}** ({}): {met} of {all} cells met",
                said(&peers.name),
                names.join(", ")
            );
        }
    }
}

fn summary(out: &mut String, comparison: &Comparison<'_>) {
    let matrix = &comparison.matrix;
    heading(out, 2, "The commonest gaps");
    for column in matrix.commonest_gaps() {
        let (gaps, of) = (column.gaps(), column.tally.total());
        let _ = writeln!(
            out,
            "- {gaps} of {of}, {} of them silent: {} ({})",
            column.tally.not_evidenced,
            said(column.title),
            said(column.key)
        );
    }
    let mut list = |head: &str, columns: Vec<&Column<'_>>| {
        heading(out, 2, head);
        let names: Vec<String> = columns.iter().map(|column| said(column.key)).collect();
        let names = if names.is_empty() { "None".to_owned() } else { names.join(", ") };
        let _ = writeln!(out, "{names}.");
    };
    list("What every force meets", matrix.met_by_every().collect());
    list("What no force meets", matrix.met_by_none().collect());
}

fn trend(out: &mut String, comparison: &Comparison<'_>) {
    if comparison.histories.is_empty() {
        return;
    }
    heading(out, 2, "Over the years");
    out.push_str(
        "| Force | Facts of | Stated | Met | Gaps | Silent | Closed | Opened | Went silent |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for history in &comparison.histories {
        for (gated, step) in history.with_steps() {
            let of = &gated.assessment;
            let counts = of.counts();
            let tally = counts.in_force;
            let count = |change: Change| {
                step.map_or("–".to_owned(), |step| step.count_in_force(change).to_string())
            };
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                said(of.force.as_str()),
                of.as_of,
                counts.arrangements_stated,
                tally.met,
                tally.total() - tally.met,
                tally.not_evidenced,
                count(Change::Closed),
                count(Change::Opened),
                count(Change::WentSilent)
            );
        }
    }
}
