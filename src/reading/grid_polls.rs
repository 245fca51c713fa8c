//! Grids that tell how many of those who were asked said what: a poll says nothing of what it is about.

use std::collections::BTreeMap;

use super::grid::{Grid, GridCell};
use super::status::{CellSays, strict};
use crate::rulebook::GridWords;
use crate::standing::State;

const POLLED: &str = "it is a share of those who were asked";

impl Grid {
    /// Under "Agree" and "Disagree", or "Yes" and "No", a share is one of those who were asked, and says nothing of what they
    /// were asked about.
    pub(super) fn tell_polls(&mut self, words: &GridWords) {
        if !self.cells.iter().any(|cell| cell.text.contains('%')) {
            return;
        }
        let mut tops: BTreeMap<u32, Option<State>> = BTreeMap::new();
        for cell in &self.cells {
            tops.entry(cell.column).or_insert_with(|| {
                let head = cell.text.replace(['%', '(', ')'], "");
                strict(head.trim(), words).and_then(CellSays::state)
            });
        }
        let heads = |state: State| tops.values().any(|own| *own == Some(state));
        if !(heads(State::InPlace) && heads(State::Absent)) {
            return;
        }
        let first = self.cells.iter().map(|cell| cell.row).min();
        let shares = |cell: &&mut GridCell| {
            let own = cell.text.trim();
            let bare = own.trim_end_matches('%').trim_end();
            let under = tops.get(&cell.column).is_some_and(Option::is_some);
            Some(cell.row) != first && (under || bare != own) && bare.parse::<f32>().is_ok()
        };
        for cell in self.cells.iter_mut().filter(shares) {
            cell.strict = None;
            cell.undecided = cell.undecided.or(Some(POLLED));
        }
    }
}
