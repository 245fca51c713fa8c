//! What the matrix comes to: the commonest gaps, what every and no row meets, and the trend.

use super::super::heads::things;
use super::heat::cut;
use crate::compare::{Change, Column, Comparison, History};
use crate::report::layout::{TerminalPage, Tone};
use crate::report::words::many;

/// How many are named where not all are asked for.
const NAMED: usize = 10;

/// Shows it.
pub(super) fn show(page: &mut TerminalPage, comparison: &Comparison<'_>, full: bool) {
    if !comparison.is_of_one_force() {
        let matrix = &comparison.matrix;
        let rows = matrix.rows.len();
        let gaps = matrix.commonest_gaps();
        let shown = if full { gaps.len() } else { NAMED };
        page.heading("The commonest gaps");
        if gaps.is_empty() {
            page.paragraph("", "None.");
        }
        for column in gaps.iter().take(shown) {
            let of = column.tally.total();
            let silent = match column.tally.not_evidenced {
                0 => String::new(),
                some => format!(", {some} of them silent"),
            };
            page.paragraph(
                &format!("{:>3} of {of:<3} ", column.gaps()),
                &format!("{} ({}){silent}", column.title, column.key),
            );
        }
        if gaps.len() > shown {
            page.aside("", &format!("{} more (`--full`)", gaps.len() - shown));
        }
        let what = things(matrix.by);
        let every: Vec<_> = matrix.met_by_every().collect();
        list(page, &format!("What every force meets ({} {what})", every.len()), &every, full);
        let none: Vec<_> = matrix.met_by_none().collect();
        list(page, &format!("What no force meets ({} {what})", none.len()), &none, full);
        page.gap();
        page.aside(
            "",
            &format!(
                "{}, each at its latest date. Powers and what is superseded are no gaps above.",
                many(rows, "force", "forces")
            ),
        );
    }
    if !comparison.histories.is_empty() {
        page.heading("Over the years");
        trend(page, comparison);
    }
}

fn list(page: &mut TerminalPage, head: &str, columns: &[&Column<'_>], full: bool) {
    page.heading(head);
    let shown = if full { columns.len() } else { NAMED };
    let named: Vec<&str> = columns.iter().take(shown).map(|column| column.key).collect();
    let more = match columns.len().checked_sub(shown) {
        Some(more) if more > 0 => format!(" and {more} more (`--full`)"),
        _ => String::new(),
    };
    let named = if named.is_empty() { "None".to_owned() } else { named.join(", ") };
    page.paragraph("  ", &format!("{named}{more}."));
}

fn trend(page: &mut TerminalPage, comparison: &Comparison<'_>) {
    const HEADS: [(&str, usize); 8] = [
        ("Facts of", 11),
        ("Stated", 7),
        ("Met", 5),
        ("Gaps", 6),
        ("Silent", 7),
        ("Closed", 7),
        ("Opened", 7),
        ("Went silent", 12),
    ];
    let room = page.width() - HEADS.iter().map(|(_, width)| width).sum::<usize>().min(page.width());
    let labels = comparison.histories.iter().filter_map(History::force);
    let widest = labels.map(|force| force.as_str().len()).max().unwrap_or(0);
    let label = widest.max("Force".len()).min(room.max(8));
    let heads: String = HEADS.iter().map(|(head, width)| format!("{head:>width$}")).collect();
    let head = page.paint(&format!("{:<label$}{heads}", "Force"), Some(Tone::Heading));
    page.line(&head);
    for history in &comparison.histories {
        for (gated, step) in history.with_steps() {
            let of = &gated.assessment;
            let counts = of.counts();
            let tally = counts.in_force;
            let changed = [Change::Closed, Change::Opened, Change::WentSilent].map(|change| {
                step.map_or("–".to_owned(), |step| step.count_in_force(change).to_string())
            });
            let [closed, opened, silent] = changed;
            let cells = [
                of.as_of.to_string(),
                counts.arrangements_stated.to_string(),
                tally.met.to_string(),
                (tally.total() - tally.met).to_string(),
                tally.not_evidenced.to_string(),
                closed,
                opened,
                silent,
            ];
            let name = if step.is_none() { cut(of.force.as_str(), label) } else { String::new() };
            let cells: String = cells
                .iter()
                .zip(HEADS)
                .map(|(cell, (_, width))| format!("{cell:>width$}"))
                .collect();
            page.line(&format!("{name:<label$}{cells}"));
        }
    }
    page.gap();
    page.aside(
        "",
        "All of it counts requirements in force, without superseded ones; silent gaps are among the gaps. \
         What a rule did that began, changed or ended in between is no change of the force's.",
    );
}
