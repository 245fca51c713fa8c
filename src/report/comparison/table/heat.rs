//! The matrix on a terminal: a letter a cell, and as many columns a page as fit.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::super::heads::{LOST, cell, label, legend, letter, things};
use crate::assessment::Tally;
use crate::compare::{Cell, Column, Comparison, Row};
use crate::report::layout::{TerminalPage, Tone};
use crate::report::prose::capital;
use crate::source::printable;

/// How wide a column of words is.
const WORDS: usize = 14;
/// How wide the column of coverage is.
const STATED: usize = 8;
/// How wide the names of rows may be.
const LABEL: usize = 24;

/// How columns are laid out.
struct Layout {
    label: usize,
    cell: usize,
    words: bool,
    columns: usize,
}

/// Shows the matrix, a page of columns after the other.
pub(super) fn show(page: &mut TerminalPage, comparison: &Comparison<'_>) {
    let matrix = &comparison.matrix;
    let layout = Layout::of(page.width(), comparison);
    let of = matrix.columns.len();
    for (at, columns) in matrix.columns.chunks(layout.columns).enumerate() {
        let first = at * layout.columns;
        let which = match of <= layout.columns {
            true => String::new(),
            false => format!(": {} to {} of {of}", first + 1, first + columns.len()),
        };
        page.heading(&format!("{}{which}", capital(things(matrix.by))));
        one_page(page, comparison, &layout, first, columns);
    }
    page.gap();
    if !layout.words {
        page.aside("", &legend(matrix.by));
    }
    page.aside("", "Stated: how many arrangements are stated, of those that may be.");
    if matrix.left_out > 0 {
        let what = things(matrix.by);
        page.aside(
            "",
            &format!("Left out, since nobody here is asked: {} {what}.", matrix.left_out),
        );
    }
}

impl Layout {
    fn of(width: usize, comparison: &Comparison<'_>) -> Self {
        let matrix = &comparison.matrix;
        let labels = matrix.rows.iter().map(|row| label(comparison, row).width());
        let lost = comparison.territory.lost.iter().map(|lost| lost.file.width());
        let label = labels.chain(lost).max().unwrap_or(0).clamp("not evidenced".len(), LABEL);
        let room = width.saturating_sub(label + STATED);
        let narrow = match matrix.rows.first().and_then(|row| row.cells.first()) {
            Some(Cell::Tally(_)) => 9,
            _ => {
                matrix.columns.len().max(comparison.matrix.rows.len()).to_string().len().max(2) + 1
            }
        };
        let words = matrix.columns.len() * WORDS <= room;
        let cell = if words { WORDS } else { narrow };
        Self { label, cell, words, columns: (room / cell).max(1) }
    }

    fn label(&self, text: &str) -> String {
        let text = cut(&printable(text), self.label);
        format!("{text}{}", " ".repeat(self.label - text.width()))
    }
}

fn one_page(
    page: &mut TerminalPage,
    comparison: &Comparison<'_>,
    layout: &Layout,
    first: usize,
    columns: &[Column<'_>],
) {
    let Layout { cell: wide, .. } = *layout;
    let matrix = &comparison.matrix;
    let mut head = format!("{}{:>STATED$}", layout.label(""), "Stated");
    for at in first..first + columns.len() {
        head.push_str(&format!("{:>wide$}", at + 1));
    }
    let head = page.paint(&head, Some(Tone::Heading));
    page.line(&head);
    for (at, row) in matrix.rows.iter().enumerate() {
        if let Some(peers) = comparison.peers.iter().find(|peers| peers.rows.start == at) {
            let name = page.paint(&printable(&peers.name), Some(Tone::Heading));
            page.line(&name);
        }
        row_line(page, comparison, layout, row, first, columns.len());
        if let Some(peers) = comparison.peers.iter().find(|peers| peers.rows.end == at + 1) {
            let tallies: Vec<Tally> = peers.tallies.iter().copied().skip(first).collect();
            let shown = tallies.get(..columns.len()).unwrap_or_default();
            counts(page, layout, "  met", shown.iter().map(|tally| tally.met));
        }
    }
    for lost in &comparison.territory.lost {
        let label = layout.label(&lost.file);
        let said = page.paint(LOST, Some(Tone::Bad));
        page.line(&format!("{label}  {said}"));
    }
    counts(page, layout, "met", columns.iter().map(|column| column.tally.met));
    counts(page, layout, "not evidenced", columns.iter().map(|column| column.tally.not_evidenced));
    counts(page, layout, "asked", columns.iter().map(|column| column.tally.total()));
    page.gap();
    for (at, column) in (first + 1..).zip(columns) {
        let superseded = if column.superseded { " (superseded)" } else { "" };
        page.paragraph(
            &format!("{at:>3}  "),
            &format!("{}  {}{superseded}", column.key, column.title),
        );
    }
}

fn row_line(
    page: &mut TerminalPage,
    comparison: &Comparison<'_>,
    layout: &Layout,
    row: &Row<'_>,
    first: usize,
    count: usize,
) {
    let (stated, all) = row.coverage();
    let coverage = format!("{stated}/{all}");
    let mut line = format!("{}{coverage:>STATED$}", layout.label(&label(comparison, row)));
    for one in row.cells.iter().skip(first).take(count) {
        let text = match one {
            _ if layout.words => cell(one),
            Cell::Tally(tally) => format!("{}/{}", tally.met, tally.total()),
            other => other.outcome().map_or('·', letter).to_string(),
        };
        let text = cut(&text, layout.cell - 1);
        line.push_str(&" ".repeat(layout.cell - text.width()));
        line.push_str(&page.paint(&text, one.outcome().map(Tone::from)));
    }
    page.line(&line);
}

fn counts(
    page: &mut TerminalPage,
    layout: &Layout,
    name: &str,
    counts: impl Iterator<Item = usize>,
) {
    let wide = layout.cell;
    let mut line = format!("{}{:>STATED$}", layout.label(name), "");
    for count in counts {
        line.push_str(&format!("{count:>wide$}"));
    }
    let line = page.paint(&line, Some(Tone::Faint));
    page.line(&line);
}

/// A text no wider than there is room.
pub(super) fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let kept = text.chars().take_while(|c| match left.checked_sub(c.width().unwrap_or(0)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    });
    format!("{}…", kept.collect::<String>())
}
