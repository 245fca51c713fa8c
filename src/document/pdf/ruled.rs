//! A table with what stands in its boxes.

use super::grid::Grid;
use super::lines::PdfLine;

/// A table's boxes with the lines in each.
#[derive(Clone, Debug)]
pub(super) struct RuledTable {
    pub grid: Grid,
    /// The lines of each of the grid's boxes.
    pub cells: Vec<Vec<PdfLine>>,
}
