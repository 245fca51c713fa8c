//! The blocks of a document as they come, those of tables held back until the table is whole.

use super::block::{Block, Kind};
use super::budget::Budget;
use super::paragraph::Paragraph;
use super::slot::{CellProperties, Slot};
use super::table::OpenTable;
use crate::source::Fault;

/// Tables within tables beyond this depth are read as part of the cell that they stand in.
const DEEPEST_TABLE: usize = 16;

/// Collects the blocks of a document.
#[derive(Debug, Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    tables: Vec<OpenTable>,
    /// How many tables are open beyond the deepest one that is told apart.
    ignored: usize,
    seen_tables: u32,
    /// What came so far.
    budget: Budget,
    /// The level of the heading that the text stands under.
    level: u8,
    /// The note that what comes is part of.
    pub note: Option<u32>,
}

impl Flow {
    /// One whose first table has a number: those before it are told apart.
    pub(super) fn numbered(table: u32) -> Self {
        Self { seen_tables: table, ..Self::default() }
    }

    /// Adds what a paragraph comes to.
    pub(super) fn add(&mut self, paragraph: Paragraph, kind: &Kind) {
        if paragraph.is_empty() || self.is_full() {
            return;
        }
        if let Kind::Heading(level) = kind {
            self.level = *level;
        }
        let strong = paragraph.is_strong();
        let mut blocks = paragraph.into_blocks(kind, self.level);
        if self.note.is_some() {
            blocks.iter_mut().for_each(|block| block.noted().of = self.note);
        }
        blocks.iter().for_each(|block| self.budget.block(block));
        match self.open_slot() {
            Some(slot) => {
                slot.strong &= strong;
                slot.blocks.extend(blocks);
            }
            None => self.blocks.extend(blocks),
        }
    }

    /// Whether more came than is kept. What comes from then on is let go.
    fn is_full(&self) -> bool {
        self.budget.is_spent()
    }

    fn open_slot(&mut self) -> Option<&mut Slot> {
        self.tables.iter_mut().rev().find(|table| table.open).and_then(OpenTable::slot)
    }

    /// Whether a table is open.
    pub(super) fn in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    /// The innermost table, unless it is one that isn't told apart.
    fn table(&mut self) -> Option<&mut OpenTable> {
        if self.ignored > 0 || self.is_full() { None } else { self.tables.last_mut() }
    }

    /// Begins a table.
    pub(super) fn start_table(&mut self) {
        if self.tables.len() == DEEPEST_TABLE {
            self.ignored += 1;
        } else {
            self.tables.push(OpenTable::new(self.seen_tables));
            self.seen_tables = self.seen_tables.saturating_add(1);
        }
    }

    /// Says that the table only arranges things on the page.
    pub(super) fn is_layout(&mut self) {
        if let Some(table) = self.table() {
            table.layout = true;
        }
    }

    /// Says that the table sets its first row, or its first column, apart.
    pub(super) fn table_marks(&mut self, first_row: bool, first_column: bool) {
        if let Some(table) = self.table() {
            table.marks_row = first_row;
            table.marks_column = first_column;
        }
    }

    /// Begins a row of the table.
    pub(super) fn start_row(&mut self, heads: bool) {
        if let Some(table) = self.table() {
            table.row(heads);
            self.budget.slot();
        }
    }

    /// Says that the row heads the columns.
    pub(super) fn row_heads(&mut self) {
        if let Some(row) = self.table().and_then(OpenTable::last_row) {
            row.heads = true;
        }
    }

    /// Leaves columns of the row out.
    pub(super) fn skip_columns(&mut self, columns: u32) {
        if let Some(table) = self.table() {
            table.skip(columns);
        }
    }

    /// Begins a cell of the row.
    pub(super) fn start_cell(&mut self, place: CellProperties) {
        if let Some(table) = self.table() {
            table.cell(place);
            self.budget.slot();
        }
    }

    /// Says more of the cell that began.
    pub(super) fn cell_is(&mut self, place: CellProperties) {
        if let Some(slot) = self.table().and_then(OpenTable::slot) {
            slot.place = CellProperties { columns: place.columns.max(1), ..place };
        }
    }

    /// Ends the cell.
    pub(super) fn end_cell(&mut self) {
        if let Some(table) = self.table() {
            table.open = false;
        }
    }

    /// Ends the table.
    pub(super) fn end_table(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some(table) = self.tables.pop() else { return };
        let blocks = table.into_blocks();
        match self.open_slot() {
            Some(slot) => slot.blocks.extend(blocks),
            None => self.blocks.extend(blocks),
        }
    }

    /// Ends whatever is open, and gives the blocks so far.
    pub(super) fn take(&mut self) -> Vec<Block> {
        self.ignored = 0;
        while self.in_table() {
            self.end_table();
        }
        std::mem::take(&mut self.blocks)
    }

    /// The fault of a document that had more than it may have.
    pub(super) fn excess(&self, name: &str) -> Result<(), Fault> {
        self.budget.excess(name)
    }
}
