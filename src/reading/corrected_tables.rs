//! The tables of a document, and what they answer.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use super::statement::{Statement, Upshot};
use crate::document::{Block, Cell, Document, Kind};
use crate::standing::State;

/// The tables of a document.
pub(super) struct Tables<'a> {
    pub(super) document: &'a Document,
}

impl Tables<'_> {
    pub(super) fn cell(&self, block: usize) -> Option<&Cell> {
        match &self.document.blocks.get(block)?.kind {
            Kind::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    pub(super) fn is_cell(&self, block: usize) -> bool {
        self.cell(block).is_some()
    }

    /// Whether a statement is what a table answers, and the force has at least a part of it.
    pub(super) fn answers(&self, statement: &Statement) -> bool {
        self.answer(statement).is_some_and(|state| state >= State::Partial)
    }

    /// What a table answers.
    pub(super) fn answer(&self, statement: &Statement) -> Option<State> {
        match statement.upshot {
            Upshot::State(state, Ground::Labelled) => Some(state),
            _ => None,
        }
    }

    /// The number of the row of each block: what its first cell begins with, where a cell of that table begins so; its place
    /// behind the head otherwise.
    pub(super) fn numbers(&self) -> BTreeMap<usize, String> {
        let mut written: BTreeMap<(u32, u32), String> = BTreeMap::new();
        let mut heads: BTreeMap<u32, u32> = BTreeMap::new();
        for block in &self.document.blocks {
            let Kind::Cell(cell) = &block.kind else { continue };
            if cell.heads && cell.column > 0 {
                let head = heads.entry(cell.table).or_default();
                *head = (*head).max(cell.row + 1);
            }
            let digits: String =
                block.text().chars().take_while(char::is_ascii_digit).take(4).collect();
            let number =
                block.number().map(str::to_owned).or((!digits.is_empty()).then_some(digits));
            if cell.column == 0
                && let Some(number) = number
            {
                written.insert((cell.table, cell.row), number);
            }
        }
        let numbered: BTreeSet<u32> = written.keys().map(|(table, _)| *table).collect();
        let of = |(at, block): (usize, &Block)| match &block.kind {
            Kind::Cell(cell) if numbered.contains(&cell.table) => {
                written.get(&(cell.table, cell.row)).map(|own| (at, own.clone()))
            }
            Kind::Cell(cell) => {
                let head = heads.get(&cell.table).copied().unwrap_or(1);
                cell.row.checked_sub(head).map(|row| (at, (row + 1).to_string()))
            }
            _ => block.number().map(|own| (at, own.to_owned())),
        };
        self.document.blocks.iter().enumerate().filter_map(of).collect()
    }
}
