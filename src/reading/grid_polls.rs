//! Grids that tell how many of those who were asked said what: a poll says nothing of what it is about.

use std::collections::HashSet;

use super::grid::{Grid, GridCell};
use super::status::{CellSays, strict};
use crate::rulebook::{GridWords, plain};

const POLLED: &str = "it is a share of those who were asked";

impl Grid {
    /// Under "Agree" or "Yes" a share is one of those who were asked, and says nothing of what they were asked about.
    pub(super) fn tell_polls(&mut self, words: &GridWords) {
        let answers = |head: &GridCell| {
            matches!(strict(&head.text, words), Some(CellSays::State(_) | CellSays::Nothing))
                && !words.done.contains(&plain(&head.text))
        };
        let columns: HashSet<u32> = self
            .all_columns()
            .into_iter()
            .filter(|column| {
                self.cells.iter().find(|own| own.column == *column).is_some_and(&answers)
            })
            .collect();
        let polled = |cell: &&mut GridCell| {
            columns.contains(&cell.column) && cell.text.trim_end().ends_with('%')
        };
        for cell in self.cells.iter_mut().filter(polled) {
            cell.strict = None;
            cell.undecided = cell.undecided.or(Some(POLLED));
        }
    }
}
