//! Several forces: a line each, and what comes first for each.

use super::super::lede::{SEVERAL, STATES};
use super::super::outline::{Outline, SHOWN};
use super::super::prose::capital;
use super::super::rulings::verdict;
use super::super::shortfall::name;
use super::super::words::{UNGATED, date};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use super::first;
use crate::result::CheckResult;
use crate::standing::{Outcome, Words as _};

/// What a reader of several forces sees first, under the title.
pub(super) fn page(result: &CheckResult, outlines: &[Outline<'_>], scope: &[Block]) -> Vec<Block> {
    let mut blocks = vec![Block::text(Style::Subtitle, SEVERAL)];
    blocks.extend(scope.iter().cloned());
    if !result.gated() {
        blocks.push(Block::text(Style::Aside, UNGATED));
    }
    if outlines.is_empty() {
        return blocks;
    }
    let mut columns = vec![Column::of("Force", 18), Column::number("States", 10)];
    columns.extend(SHOWN.iter().map(|outcome| {
        // Its head is the longest.
        let share = if *outcome == Outcome::NotEvidenced { 12 } else { 10 };
        Column::number(capital(outcome.word()), share)
    }));
    columns.push(Column::of("Gate", 8));
    let rows = outlines.iter().map(row).collect();
    blocks.push(Block::Heading(1, "The forces".to_owned()));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::text(Style::Aside, STATES));
    blocks.push(Block::Heading(1, "What to do first".to_owned()));
    for outline in outlines {
        let mut runs = vec![Run::strong(format!("{}: ", name(outline.gated)))];
        runs.extend(first::one(outline));
        blocks.push(Block::Paragraph(Style::Bullet, runs));
    }
    blocks
}

fn row(outline: &Outline<'_>) -> Vec<Cell> {
    let Outline { gated, counts, .. } = outline;
    let facts = format!("Facts of {}", date(gated.assessment.as_of));
    let mut row = vec![
        Cell {
            paragraphs: vec![vec![Run::strong(name(gated))], vec![Run::plain(facts)]],
            tint: None,
        },
        Cell::text(format!("{} of {}", counts.arrangements_stated, counts.arrangements)),
    ];
    row.extend(SHOWN.iter().map(|outcome| Cell::text(counts.in_force.count(*outcome).to_string())));
    row.push(match verdict(gated) {
        None => Cell::text("none"),
        Some(says) if gated.fails() => Cell::of(vec![Run::strong(says)]),
        Some(says) => Cell::text(says),
    });
    row
}
