//! Grids in which labels and answers stand side by side more than once in a row, and those that tell of several times.

use std::collections::BTreeMap;

use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::grid_counts::number;
use super::grid_said::{Answers, CellPart, year};
use crate::rulebook::ColumnKind;

impl GridReader<'_> {
    /// "Lead: | Superintendent | Coordinator: | None": each cell that ends with a colon is answered by the next. Whether the
    /// grid is such a one.
    pub(super) fn side_by_side(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) -> bool {
        let labels = |cell: &&GridCell| cell.text.ends_with(':');
        let wide = grid.rows().any(|row| grid.row(row).filter(labels).count() > 1);
        if !wide {
            return false;
        }
        for row in grid.rows() {
            let cells: Vec<&GridCell> = grid.row(row).collect();
            for pair in cells.windows(2) {
                let [label, value] = pair else { continue };
                if !labels(label) || labels(value) || !self.has_cues(label) {
                    continue;
                }
                let mut answers = Answers::default();
                self.take(value, Some(ColumnKind::Answer), None, &mut answers, parts);
                self.note(label, &answers, parts);
            }
        }
        true
    }

    /// Of several columns that are headed by times and hold words, the latest answers.
    pub(super) fn tell_times(&self, grid: &mut Grid) {
        let first = grid.first_column();
        let mut timed: Vec<(u32, u32)> = Vec::new();
        for column in grid.unnamed_columns().filter(|column| *column != first) {
            let Some(year) = grid.heads_of(column).find_map(|head| year(&head.text)) else {
                return;
            };
            timed.push((year, column));
        }
        let cells =
            || grid.cells.iter().filter(|cell| cell.column != first && !grid.is_head(cell.row));
        let counted = cells().filter(|cell| number(&cell.text).is_some()).count();
        let answered = grid.status_columns().next().is_some() || !grid.ticked().is_empty();
        if timed.len() < 2 || answered || counted * 3 > cells().count() {
            return;
        }
        let Some(latest) = timed.iter().max().copied() else { return };
        for (year, column) in timed {
            let is_latest = (year, column) == latest;
            let kind = if is_latest { ColumnKind::Answer } else { ColumnKind::Earlier };
            grid.columns.insert(column, kind);
        }
    }
}
