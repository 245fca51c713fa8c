//! What a form says around its answers: an example of how to fill it in, and what somebody would like to have.

use std::collections::BTreeMap;

use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::grid_said::CellPart;
use crate::document::{Block, Kind};

/// The longest line that leads in an example, in words.
const LEAD: usize = 14;
/// So many blocks an example under a heading has at most.
const EXAMPLE: usize = 40;

impl GridReader<'_> {
    /// Notes what only shows how to fill in a form, and what answers a question about wishes.
    pub(super) fn asides(&self, parts: &mut BTreeMap<usize, CellPart>) {
        let mut at = 0;
        while at < self.document.blocks.len() {
            let end = if self.leads_in_an_example(at) {
                self.end_of_example(at)
            } else if self.asks_for_a_wish(at) {
                self.end_of_wish(at)
            } else {
                at
            };
            parts.extend((at + 1..end).map(|own| (own, CellPart::Aside)));
            at = end.max(at + 1);
        }
    }

    /// Whether a row asks what somebody would like to have, so that "a dedicated team" in it is none.
    pub(super) fn wishes_in_row(&self, grid: &Grid, row: u32) -> bool {
        let mut cells = grid.row(row);
        cells.any(|cell| {
            cell.text.contains('?') && cell.blocks.iter().any(|block| self.is_wish(*block))
        })
    }

    fn line(&self, at: usize) -> Option<(&Block, GridCell)> {
        let block = self.document.blocks.get(at)?;
        Some((block, GridCell::of_line(at, 0, block.text(), &self.filled.words)))
    }

    /// Whether a line names nothing itself and says that an example follows: "Example of a good answer:".
    fn leads_in_an_example(&self, at: usize) -> bool {
        let Some((block, line)) = self.line(at) else { return false };
        !matches!(block.kind, Kind::Cell(_) | Kind::Furniture)
            && block.text().split_whitespace().count() <= LEAD
            && self.is_specimen(block.text())
            && !self.has_cues(&line)
    }

    /// Where an example ends: its list, its table or its paragraph; under a heading all up to the next.
    fn end_of_example(&self, at: usize) -> usize {
        let blocks = &self.document.blocks;
        let kind = |own: usize| blocks.get(own).map(|block| &block.kind);
        let first = at + 1;
        if let Some(Kind::Heading(level)) = kind(at) {
            let ends = |own: &usize| matches!(kind(*own), Some(Kind::Heading(own)) if own <= level);
            // What stands right under it may look like a heading, too.
            return (first + 1..blocks.len().min(first + EXAMPLE))
                .find(ends)
                .unwrap_or(blocks.len().min(first + EXAMPLE));
        }
        let goes_on = |own: &usize| match (kind(first), kind(*own)) {
            (Some(Kind::Item), Some(Kind::Item)) => true,
            (Some(Kind::Cell(one)), Some(Kind::Cell(own))) => one.table == own.table,
            _ => false,
        };
        let all = (first..blocks.len()).take_while(goes_on).last();
        let paragraph = matches!(kind(first), Some(Kind::Paragraph | Kind::Quotation));
        all.map_or(first + usize::from(paragraph), |last| last + 1)
    }

    /// Whether a line asks what somebody would like to have: "What would help you most?"
    fn asks_for_a_wish(&self, at: usize) -> bool {
        let asks = self.document.blocks.get(at).is_some_and(|block| {
            !matches!(block.kind, Kind::Cell(_)) && block.text().contains('?')
        });
        asks && self.is_wish(at)
    }

    /// Where the answer to such a question ends, which is no sentence: one that is one may tell of what there is.
    fn end_of_wish(&self, at: usize) -> usize {
        let names = |own: &usize| {
            let Some((block, line)) = self.line(*own) else { return false };
            let boxed = self.filled.chosen.contains_key(own);
            let apart = matches!(block.kind, Kind::Paragraph | Kind::Item);
            apart && !boxed && !block.text().contains('?') && self.only_names(&line)
        };
        let is_item = |own: usize| {
            self.document.blocks.get(own).is_some_and(|own| matches!(own.kind, Kind::Item))
        };
        let first = at + 1;
        let goes_on = |own: &usize| names(own) && (*own == first || is_item(*own));
        (first..self.document.blocks.len()).find(|own| !goes_on(own)).unwrap_or(first)
    }
}
