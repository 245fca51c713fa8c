//! No more than a form can have is taken in, whatever a file says of itself.

use super::sheet::{At, Held, Sheet};
use crate::source::Fault;

/// The furthest column and row that are looked at, from 0.
const LAST_COLUMN: u32 = 255;
const LAST_ROW: u32 = 99_999;
/// The most cells that hold something, and the most bytes of text in them.
const MOST_CELLS: usize = 300_000;
const MOST_TEXT: usize = 16 * 1024 * 1024;

/// The fault of a file that is no form, for its size.
pub(super) fn too_large(name: &str, what: &str) -> Fault {
    Fault::whole("sheet::too-large", format!("`{name}` {what}: no form to fill in is so large"))
        .help("is this the right file? Delete the sheets, rows and columns that aren't of the form")
}

/// Cells as they come in, no more than a form can have.
pub(super) struct Taken<'a> {
    name: &'a str,
    pub(super) sheet: Sheet,
    left: &'a mut Left,
}

/// How much more a workbook may hold.
pub(super) struct Left {
    cells: usize,
    text: usize,
}

impl Left {
    pub(super) fn new() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl<'a> Taken<'a> {
    pub(super) fn new(name: &'a str, sheet: &str, left: &'a mut Left) -> Self {
        Self { name, sheet: Sheet { name: sheet.to_owned(), ..Sheet::default() }, left }
    }

    /// Takes the first and the last cell of an area that is merged: as much as a cell.
    pub(super) fn merge(&mut self, area: (At, At)) -> Result<(), Fault> {
        let cells = self.left.cells.checked_sub(1);
        self.left.cells = cells.ok_or_else(|| too_large(self.name, "has 300,000 merged cells"))?;
        self.sheet.merged.push(area);
        Ok(())
    }

    /// Takes a cell. What only looks filled is empty.
    pub(super) fn put(&mut self, at: At, held: Held) -> Result<(), Fault> {
        let size = match &held {
            Held::Text(text) if text.trim().is_empty() => return Ok(()),
            Held::Text(text) | Held::NoValue(text) => text.len(),
            Held::Number(_) | Held::YesNo(_) | Held::Day(_) => 0,
        };
        if at.1 > LAST_COLUMN {
            return Ok(());
        }
        if at.0 > LAST_ROW {
            return Err(too_large(self.name, "has something in a row after the 100,000th"));
        }
        let cells = self.left.cells.checked_sub(1);
        let text = self.left.text.checked_sub(size);
        let (Some(cells), Some(text)) = (cells, text) else {
            return Err(too_large(self.name, "holds more than 300,000 cells or 16 MB of text"));
        };
        *self.left = Left { cells, text };
        self.sheet.cells.insert(at, held);
        Ok(())
    }
}
