//! Every requirement in a table, met or not, so that nothing that was asked is out of sight.

use super::super::columns::{SILENT, gate, rows};
use super::super::prose::capital;
use super::super::shortfall::{Short, name};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use crate::result::CheckResult;

/// The table, a row a requirement of each force.
pub(super) fn all(result: &CheckResult) -> Vec<Block> {
    let several = result.assessments.len() > 1;
    let mut columns = Vec::new();
    if several {
        columns.push(Column::of("Force", 9));
    }
    columns.extend([
        Column::of("Requirement", 13),
        Column::of("What is asked", 16),
        Column::of("How binding", 8),
        Column::of("Outcome", 9),
    ]);
    if result.gated() {
        columns.push(Column::of("Gate", 6));
    }
    let rows = rows(result).map(|row| {
        let mut cells = Vec::new();
        if several {
            cells.push(Cell::text(name(row.about.gated)));
        }
        cells.push(Cell::of(vec![Run::name(row.about.rule())]));
        match row.about.what {
            Short::Finding(finding) => {
                let superseded = if finding.superseded { ", superseded" } else { "" };
                cells.extend([
                    Cell::text(finding.title.as_str()),
                    Cell::text(format!("{}{superseded}", finding.strength)),
                    Cell::outcome(finding.outcome),
                ]);
            }
            Short::Silent(silent) => cells.extend([
                Cell::text(capital(&silent.name)),
                Cell::text(""),
                Cell::of(vec![Run::strong(SILENT)]),
            ]),
        }
        if result.gated() {
            cells.push(Cell::text(gate(&row).unwrap_or("none")));
        }
        cells
    });
    let mut blocks = vec![Block::Opening("All requirements".to_owned())];
    if let Some(incomplete) = result.incomplete() {
        blocks.push(Block::Paragraph(Style::Alert, vec![Run::strong(incomplete)]));
    }
    blocks.push(Block::text(
        Style::Normal,
        "Every requirement that was looked at, met or not. Superseded ones are marked; they are in no \
         total.",
    ));
    let table = Table { columns, rows: rows.collect() };
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}
