//! What the document rests on: with this, the same comes out again.

use super::super::prose::capital;
use super::super::provenance;
use super::super::shortfall::name;
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use crate::result::CheckResult;

/// Programs, rules, inputs and sources with their SHA-256, and the dates.
pub(super) fn all(result: &CheckResult) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(1, "What this rests on".to_owned()),
        Block::text(
            Style::Normal,
            "The same program, rules and inputs give this report again. A SHA-256 tells a file from every \
             other. What was edited in this document afterwards, no one can tell by them.",
        ),
        table(&provenance::of_run(result)),
    ];
    for gated in &result.assessments {
        blocks.push(Block::Heading(2, name(gated).to_owned()));
        blocks.push(table(&provenance::of_force(gated)));
    }
    blocks
}

fn table(lines: &[(String, String)]) -> Block {
    let columns = vec![Column::of("What", 7), Column::of("Version, date or SHA-256", 13)];
    let rows = lines.iter().map(|(name, value)| {
        vec![Cell::text(capital(name)), Cell::of(vec![Run::name(value.as_str())])]
    });
    Block::Table(Table { columns, rows: rows.collect() })
}
