//! One force: its headline arrangements, numbers, gaps, and what stands beside them.

use super::super::outline::{self, Outline, SHOWN, Section};
use super::super::prose::capital;
use super::super::shortfall::name;
use super::super::words::behind;
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use super::{arrangements, beside, finding, first};
use crate::assessment::Finding;
use crate::result::Gated;
use crate::standing::Words as _;

/// A force among others: a chapter. `index` is which of them it is.
pub(super) fn chapter(outline: &Outline<'_>, index: usize) -> Vec<Block> {
    let mut blocks = vec![Block::Opening(name(outline.gated).to_owned())];
    blocks.extend(first::page(outline, index, 2, &[]));
    blocks.extend(rest(outline, 2));
    blocks
}

/// What comes after the first page of a force, with headings of a level.
pub(super) fn rest(outline: &Outline<'_>, level: u8) -> Vec<Block> {
    let gated = outline.gated;
    let headline = "Headline arrangements".to_owned();
    let mut blocks =
        vec![if level == 1 { Block::Opening(headline) } else { Block::Heading(level, headline) }];
    blocks.extend(arrangements::headline(outline));
    blocks.push(Block::Heading(level, "Outcomes by strength".to_owned()));
    blocks.extend(counts(outline));
    blocks.extend(gaps(outline, level));
    blocks.extend(beside::gate(gated, level));
    blocks.extend(beside::judgements(gated, level));
    blocks.extend(beside::contradictions(gated, level));
    blocks.push(Block::Heading(level, "Other arrangements".to_owned()));
    blocks.extend(arrangements::others(outline));
    blocks.extend(beside::information(gated, level));
    blocks
}

/// The gaps: those that the force declares, what isn't evidenced, and what is superseded.
fn gaps(outline: &Outline<'_>, level: u8) -> Vec<Block> {
    let gated = outline.gated;
    let mut blocks = Vec::new();
    for section in [Section::Declared, Section::Silent, Section::Superseded] {
        let gaps = outline.findings(section);
        // That nothing is superseded wants no heading.
        if gaps.is_empty() && section == Section::Superseded {
            continue;
        }
        blocks.push(Block::Heading(level, section.heading(gaps.len())));
        if gaps.is_empty() {
            blocks.push(Block::text(Style::Normal, "None."));
            continue;
        }
        blocks.push(Block::text(Style::Inset, section.caution()));
        blocks.extend(match section {
            Section::Declared => full(gated, &gaps, level + 1),
            _ => by_strength(gated, &gaps, level + 1),
        });
    }
    blocks
}

/// Gaps in full, under headings of a level.
fn full(gated: &Gated, gaps: &[&Finding], level: u8) -> Vec<Block> {
    gaps.iter().flat_map(|gap| finding::full(gated, gap, level)).collect()
}

/// Gaps under a heading for each strength.
fn by_strength(gated: &Gated, gaps: &[&Finding], level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (head, of_it) in outline::by_strength(gaps) {
        blocks.push(Block::Heading(level, head));
        blocks.extend(full(gated, &of_it, level + 1));
    }
    blocks
}

/// How many of each strength came out how, with what the numbers rest on.
fn counts(outline: &Outline<'_>) -> Vec<Block> {
    let mut columns = vec![Column::of("How binding", 10)];
    columns.extend(SHOWN.iter().map(|outcome| Column::number(capital(outcome.word()), 5)));
    let rows = outline.tallies().into_iter().filter(|(what, tally)| what.is_told(tally));
    let rows = rows.map(|(what, tally)| {
        let mut row = vec![Cell::of(vec![Run::strong(what.head())])];
        row.extend(SHOWN.iter().map(|outcome| Cell::text(tally.count(*outcome).to_string())));
        row
    });
    vec![
        Block::text(Style::Caption, "How many came out how"),
        Block::Table(Table { columns, rows: rows.collect() }),
        Block::text(Style::Normal, behind(outline.counts)),
    ]
}
