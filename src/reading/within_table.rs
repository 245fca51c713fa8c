//! What stands in a table answers what its own row or column asks, and nothing else.

use std::collections::BTreeSet;

use crate::document::{Block, Cell, Document, Kind};

/// The tables of a document that have several rows and columns: theirs are no answers to what stands before them.
#[derive(Debug, Default)]
pub(super) struct Tables {
    wide: BTreeSet<u32>,
}

impl Tables {
    pub(super) fn of(document: &Document) -> Self {
        let cells = || document.blocks.iter().filter_map(cell);
        let rows: BTreeSet<u32> = cells().filter(|own| own.row > 0).map(|own| own.table).collect();
        let columns = cells().filter(|own| own.column > 0).map(|own| own.table);
        Self { wide: columns.filter(|table| rows.contains(table)).collect() }
    }

    /// Whether one block may answer what another asks.
    pub(super) fn may_answer(&self, document: &Document, answer: usize, question: usize) -> bool {
        let cell = |block: usize| document.blocks.get(block).and_then(cell);
        let Some(own) = cell(answer) else { return true };
        match cell(question).filter(|asked| asked.table == own.table) {
            Some(asked) => crosses(own, asked),
            None => !self.wide.contains(&own.table),
        }
    }
}

fn cell(block: &Block) -> Option<&Cell> {
    match &block.kind {
        Kind::Cell(cell) => Some(cell),
        _ => None,
    }
}

/// Whether two cells share a row or a column.
fn crosses(a: &Cell, b: &Cell) -> bool {
    let meet = |a: (u32, u32), b: (u32, u32)| {
        a.0 < b.0.saturating_add(b.1.max(1)) && b.0 < a.0.saturating_add(a.1.max(1))
    };
    meet((a.row, a.rows), (b.row, b.rows)) || meet((a.column, a.columns), (b.column, b.columns))
}
