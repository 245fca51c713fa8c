//! What the matrix comes to: the commonest gaps, what every and no row meets, and the trend.

use super::super::heads::things;
use crate::compare::{Change, Column, Comparison};
use crate::report::layout::{CellText, TableColumn, TerminalPage, Tone};
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
    let columns = [
        TableColumn::new("Force", 10, 24),
        TableColumn::new("Facts of", 10, 10),
        TableColumn::new("Stated", 5, 7),
        TableColumn::new("Met", 3, 5),
        TableColumn::new("Gaps", 4, 5),
        TableColumn::new("Silent", 4, 6),
        TableColumn::new("Closed", 4, 6),
        TableColumn::new("Opened", 4, 6),
        TableColumn::new("Went silent", 6, 6),
    ];
    let rows = comparison.histories.iter().flat_map(|history| {
        history.dates.iter().enumerate().map(|(at, gated)| {
            let of = &gated.assessment;
            let counts = of.counts();
            let tally = counts.in_force;
            let step = at.checked_sub(1).and_then(|at| history.steps.get(at));
            let count = |change: Change, tone: Tone| {
                let count = step.map(|step| step.count(change));
                let text = count.map_or("–".to_owned(), |count| count.to_string());
                CellText(text, count.filter(|count| *count > 0).map(|_| tone))
            };
            let name = if at == 0 { of.force.to_string() } else { String::new() };
            vec![
                name.into(),
                of.as_of.to_string().into(),
                counts.arrangements_stated.to_string().into(),
                tally.met.to_string().into(),
                (tally.total() - tally.met).to_string().into(),
                tally.not_evidenced.to_string().into(),
                count(Change::Closed, Tone::Good),
                count(Change::Opened, Tone::Bad),
                count(Change::WentSilent, Tone::Bad),
            ]
        })
    });
    page.list(&columns, rows.collect());
    page.aside(
        "",
        "Met, gaps and silent count requirements in force; silent gaps are among the gaps. What a rule did \
         that began, changed or ended in between is no change of the force's.",
    );
}
