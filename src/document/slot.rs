//! The cells of a table while it is read: where they stand, and what tells headings from text.

use super::block::{Block, Kind};

/// The most columns that are told apart: a cell can claim to span any number.
const MOST_COLUMNS: u32 = 64;
/// The longest text that heads other cells, in bytes. It is told with each of them.
pub(super) const LONGEST_HEADING: usize = 200;

/// What a format says of a cell before its text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellProperties {
    /// How many columns it spans; 0 is 1.
    pub columns: u32,
    /// How many rows it spans, where the format leaves out the cells below it; 0 is 1.
    pub rows: u32,
    /// Whether the format says that it is a heading.
    pub heads: bool,
    /// Whether it is set apart from others by its colour.
    pub marked: bool,
    /// Whether it only goes on from the cell above it.
    pub follows: bool,
}

/// A cell with its text.
#[derive(Debug)]
pub(super) struct Slot {
    pub place: CellProperties,
    /// Its first column, from 0.
    pub column: u32,
    /// Its blocks, with their kinds outside a table.
    pub blocks: Vec<Block>,
    /// Whether all of its text is set in bold type.
    pub strong: bool,
}

/// A row of cells.
#[derive(Debug, Default)]
pub(super) struct TableRow {
    /// Whether the format says that it heads the columns.
    pub heads: bool,
    pub slots: Vec<Slot>,
}

impl TableRow {
    /// Whether none of its cells holds anything.
    pub(super) fn is_empty(&self) -> bool {
        !self.slots.iter().any(Slot::is_filled)
    }
}

impl Slot {
    /// The columns that it takes.
    pub(super) fn columns(&self) -> std::ops::Range<usize> {
        let start = self.column.min(MOST_COLUMNS);
        let end = self.column.saturating_add(self.place.columns).min(MOST_COLUMNS);
        start as usize..end as usize
    }

    /// Whether it holds anything of its own: a table within it doesn't count.
    pub(super) fn is_filled(&self) -> bool {
        self.own().next().is_some()
    }

    fn own(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| is_text(block))
    }

    /// Whether its look says that it heads others.
    pub(super) fn is_marked(&self) -> bool {
        self.place.heads || self.place.marked || self.strong
    }

    /// Its text, if it is short enough to head others.
    pub(super) fn label(&self) -> Option<String> {
        let mut label = String::new();
        for block in self.own() {
            if !label.is_empty() {
                label.push(' ');
            }
            if label.len() + block.text().len() > LONGEST_HEADING {
                return None;
            }
            label.push_str(block.text());
        }
        (!label.is_empty()).then_some(label)
    }
}

/// Whether a block in a cell is the cell's text, rather than a cell of a table within it.
pub(super) fn is_text(block: &Block) -> bool {
    !matches!(block.kind, Kind::Cell(_) | Kind::Furniture)
}
