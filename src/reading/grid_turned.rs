//! Grids that are turned: what heads a column is its label, and a row of statuses answers.

use std::collections::BTreeMap;

use super::actor::Actor;
use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::grid_said::{Answers, CellPart, year};
use super::owner::{Owner, owner};
use crate::rulebook::ColumnKind;

impl GridReader<'_> {
    /// What the labels come to that head the columns of a grid.
    pub(super) fn turned(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let mut labels: BTreeMap<usize, (&GridCell, Answers)> = BTreeMap::new();
        let mut label_row = None;
        // "Fraud", "Modern slavery": only the row of slavery is about it.
        let firsts =
            grid.rows().filter(|row| !grid.is_head(*row)).filter_map(|row| grid.row(row).next());
        let by_crime =
            firsts.filter(|first| !self.has_cues(first)).any(|first| self.names_slavery(first));
        let ours = self.row_among_bodies(grid);
        for row in grid.rows().filter(|row| !grid.is_head(*row)) {
            let kind = grid.turned(row);
            if kind == Some(ColumnKind::Label) {
                label_row = Some(row);
            }
            let Some(first) = grid.row(row).next() else { continue };
            let is_ours = ours == Some(row);
            let kind = if is_ours { Some(ColumnKind::Answer) } else { kind };
            let answers_row = matches!(kind, Some(ColumnKind::Status | ColumnKind::Answer));
            let (said, all) = grid.row(row).fold((0, 0), |(said, all), cell| {
                (said + usize::from(cell.strict.is_some()), all + 1)
            });
            let mostly = said * 3 >= (all - 1) * 2;
            let labelled = !is_ours && self.label_of_row(grid, row).is_some();
            if !(answers_row || mostly && said > 0) || labelled {
                continue;
            }
            if self.is_other_business(first) || by_crime && !self.names_slavery(first) {
                continue;
            }
            let others = ours.is_some() && !is_ours || self.is_of_others(std::iter::once(first));
            for cell in grid.row(row) {
                let is_first = cell.column == first.column && first.strict.is_none();
                let column = grid.column(cell.column);
                let labelled = column.is_none_or(|kind| kind == ColumnKind::Label);
                if is_first || !labelled {
                    continue;
                }
                let Some(label) = self.label_above(grid, cell, label_row) else { continue };
                let ranked = cell.says.is_none() && self.is_answered_by_rank(label, cell);
                if !answers_row && cell.strict.is_none() && !ranked {
                    continue;
                }
                let kind = if ranked { Some(ColumnKind::Holder) } else { kind };
                let Some(at) = label.blocks.first() else { continue };
                let (_, answers) = labels.entry(*at).or_insert_with(|| (label, Answers::default()));
                if others {
                    answers.others = true;
                    self.part(cell, &CellPart::Others, parts);
                } else {
                    self.take(cell, kind, year(&first.text), answers, parts);
                }
            }
        }
        for (label, answers) in labels.into_values() {
            self.note(label, &answers, parts);
        }
    }

    /// The force's row, where the rows of a grid are headed by bodies: "Northmarch Police | Yes | No".
    fn row_among_bodies(&self, grid: &Grid) -> Option<u32> {
        if grid.heads.is_empty() {
            return None;
        }
        let (mut ours, mut others) = (Vec::new(), false);
        for row in grid.rows().filter(|row| !grid.is_head(*row)) {
            let Some(first) = grid.row(row).next() else { continue };
            if self.names_us(first) {
                ours.push(row);
            }
            others |= self.is_of_others(std::iter::once(first));
        }
        match ours[..] {
            [own] if others => Some(own),
            _ => None,
        }
    }

    /// Whether a cell is the force's name and little else.
    fn names_us(&self, cell: &GridCell) -> bool {
        self.sentences_of(cell).any(|sentence| {
            let own = |actor: &&Actor| owner(actor, self.voice) == Owner::Own;
            let named: usize =
                sentence.actors.iter().filter(own).map(|actor| actor.span.len()).sum();
            named * 2 > sentence.len()
        })
    }

    /// What a column is about: a head of it, or a cell of the last row of labels above.
    fn label_above<'g>(
        &self,
        grid: &'g Grid,
        cell: &GridCell,
        label_row: Option<u32>,
    ) -> Option<&'g GridCell> {
        let head = grid.heads_of(cell.column).find(|head| self.has_cues(head));
        let label = || {
            let own = grid.cell(label_row?, cell.column)?;
            (own.row < cell.row && self.has_cues(own)).then_some(own)
        };
        head.or_else(label)
    }
}
