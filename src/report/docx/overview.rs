//! Several forces: a line each, and what comes first for each.

use super::super::division::SHOWN;
use super::super::shortfall::{capital, name};
use super::super::words::{UNGATED, date};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use super::first;
use crate::result::{CheckResult, Gated};
use crate::standing::{Outcome, Words as _};

/// What a reader of several forces sees first, under the title.
pub(super) fn page(result: &CheckResult, scope: &[Block]) -> Vec<Block> {
    let lede = "What each force declares, held against what law and strategies ask of it. The table \
                counts requirements in force; superseded ones are left out.";
    let mut blocks = vec![Block::text(Style::Subtitle, lede)];
    blocks.extend(scope.iter().cloned());
    if !result.gated() {
        blocks.push(Block::text(Style::Aside, UNGATED));
    }
    if result.assessments.is_empty() {
        return blocks;
    }
    let mut columns = vec![Column::of("Force", 18), Column::number("States", 10)];
    columns.extend(SHOWN.iter().map(|outcome| {
        // Its head is the longest.
        let share = if *outcome == Outcome::NotEvidenced { 12 } else { 10 };
        Column::number(capital(outcome.word()), share)
    }));
    columns.push(Column::of("Gate", 8));
    let rows = result.assessments.iter().map(row).collect();
    blocks.push(Block::Heading(1, "The forces".to_owned()));
    blocks.push(Block::Table(Table { columns, rows }));
    let states = "States: how many arrangements are stated, of those that may be.";
    blocks.push(Block::text(Style::Aside, states));
    blocks.push(Block::Heading(1, "What to do first".to_owned()));
    for gated in &result.assessments {
        let mut runs = vec![Run::strong(format!("{}: ", name(gated)))];
        runs.extend(first::one(gated));
        blocks.push(Block::Paragraph(Style::Bullet, runs));
    }
    blocks
}

fn row(gated: &Gated) -> Vec<Cell> {
    let counts = gated.assessment.counts();
    let facts = format!("Facts of {}", date(gated.assessment.as_of));
    let mut row = vec![
        Cell {
            paragraphs: vec![vec![Run::strong(name(gated))], vec![Run::plain(facts)]],
            tint: None,
        },
        Cell::text(format!("{} of {}", counts.arrangements_stated, counts.arrangements)),
    ];
    row.extend(SHOWN.iter().map(|outcome| Cell::text(counts.in_force.count(*outcome).to_string())));
    row.push(match &gated.verdict {
        None => Cell::text("none"),
        Some(_) if gated.fails() => Cell::of(vec![Run::strong("fails")]),
        Some(_) => Cell::text("passes"),
    });
    row
}
