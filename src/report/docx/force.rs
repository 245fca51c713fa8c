//! One force: its headline arrangements, numbers, gaps, and what stands beside them.

use super::super::division::{self, Division, SHOWN};
use super::super::shortfall::{capital, name};
use super::super::words::{behind, plural};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use super::{arrangements, beside, finding, first};
use crate::assessment::{Finding, Tally};
use crate::result::Gated;
use crate::standing::Words as _;

/// A force among others: a chapter. `index` is which of them it is.
pub(super) fn chapter(gated: &Gated, index: usize) -> Vec<Block> {
    let mut blocks = vec![Block::Opening(name(gated).to_owned())];
    blocks.extend(first::page(gated, index, 2, &[]));
    blocks.extend(rest(gated, 2));
    blocks
}

/// What comes after the first page of a force, with headings of a level.
pub(super) fn rest(gated: &Gated, level: u8) -> Vec<Block> {
    let headline = "Headline arrangements".to_owned();
    let mut blocks =
        vec![if level == 1 { Block::Opening(headline) } else { Block::Heading(level, headline) }];
    blocks.extend(arrangements::headline(gated));
    blocks.push(Block::Heading(level, "Outcomes by strength".to_owned()));
    blocks.extend(counts(gated));
    blocks.extend(gaps(gated, level));
    blocks.extend(beside::gate(gated, level));
    blocks.extend(beside::judgements(gated, level));
    blocks.extend(beside::contradictions(gated, level));
    blocks.push(Block::Heading(level, "Other arrangements".to_owned()));
    blocks.extend(arrangements::others(gated));
    blocks.extend(beside::information(gated, level));
    blocks
}

/// The gaps: those that the force declares, what isn't evidenced, and what is superseded.
fn gaps(gated: &Gated, level: u8) -> Vec<Block> {
    let Division { declared, silent, superseded } = Division::of(gated);
    let none = || Block::text(Style::Normal, "None.");
    let mut blocks =
        vec![Block::Heading(level, format!("Gaps in what the force declares: {}", declared.len()))];
    if declared.is_empty() {
        blocks.push(none());
    } else {
        blocks.push(Block::text(
            Style::Inset,
            "Only a duty is law for the force. Against a strategy, and against what is read out of the \
             Act, a shortfall is a gap, not a breach.",
        ));
        blocks.extend(declared.iter().flat_map(|gap| finding::full(gated, gap, level + 1)));
    }
    blocks.push(Block::Heading(level, format!("Not evidenced: {}", silent.len())));
    if silent.is_empty() {
        blocks.push(none());
    } else {
        blocks.push(Block::text(
            Style::Inset,
            "What was checked doesn't state these. That isn't to say that the force lacks them: nothing \
             shows that it has them.",
        ));
        blocks.extend(by_strength(gated, &silent, level + 1));
    }
    if !superseded.is_empty() {
        let head = format!("Gaps against what is superseded: {}", superseded.len());
        blocks.push(Block::Heading(level, head));
        let apart = "Counted apart: its instrument was replaced by a later one.";
        blocks.push(Block::text(Style::Inset, apart));
        blocks.extend(by_strength(gated, &superseded, level + 1));
    }
    blocks
}

/// Gaps under a heading for each strength.
fn by_strength(gated: &Gated, gaps: &[&Finding], level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (head, of_it) in division::by_strength(gaps) {
        blocks.push(Block::Heading(level, head));
        blocks.extend(of_it.iter().flat_map(|gap| finding::full(gated, gap, level + 1)));
    }
    blocks
}

/// How many of each strength came out how, with what the numbers rest on.
fn counts(gated: &Gated) -> Vec<Block> {
    let counts = gated.assessment.counts();
    let row = |name: &str, tally: &Tally| {
        let mut row = vec![Cell::of(vec![Run::strong(name)])];
        row.extend(SHOWN.iter().map(|outcome| Cell::text(tally.count(*outcome).to_string())));
        row
    };
    let mut columns = vec![Column::of("How binding", 10)];
    columns.extend(SHOWN.iter().map(|outcome| Column::number(capital(outcome.word()), 5)));
    let by_strength = counts.by_strength.iter().rev().filter(|(_, tally)| tally.total() > 0);
    let mut rows: Vec<Vec<Cell>> =
        by_strength.map(|(strength, tally)| row(&capital(plural(*strength)), tally)).collect();
    rows.push(row("All in force", &counts.in_force));
    if counts.superseded.total() > 0 {
        rows.push(row("Superseded, counted apart", &counts.superseded));
    }
    vec![
        Block::text(Style::Caption, "How many came out how"),
        Block::Table(Table { columns, rows }),
        Block::text(Style::Normal, behind(&counts)),
    ]
}
