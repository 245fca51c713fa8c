//! What the labels of a grid are answered by. A label states nothing by itself: the cell of its row (or, in a grid that
//! is turned, of its column) that holds a status does.

use std::collections::BTreeMap;

use super::choices::Chosen;
use super::grid::{Grid, GridCell};
use super::grid_said::{Answers, CellPart, GridParts, Said, year};
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::status::CellSays;
use super::voice::Voice;
use crate::document::Document;
use crate::rulebook::{ColumnKind, Tick};

/// Why a cell says nothing that is certain.
pub(super) const UNKNOWN: &str = "what stands beside it in its table is no status that is known";
pub(super) const BLANK: &str = "nothing stands beside it in its table";

/// Everything that telling labels and answers apart needs.
pub(super) struct GridReader<'a> {
    pub document: &'a Document,
    pub sentences: &'a [Sentence],
    pub voice: &'a Voice,
    pub reader: &'a Reader,
    /// The sentences of each block.
    pub of_block: BTreeMap<usize, Vec<usize>>,
}

/// Whether what stands in such a column is no answer.
fn answers_nothing(kind: ColumnKind) -> bool {
    use ColumnKind::{Agreed, Date, Earlier, Elsewhere, Gap, Number, Owner};
    matches!(kind, Agreed | Date | Earlier | Elsewhere | Gap | Number | Owner)
}

impl<'a> GridReader<'a> {
    pub(super) fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        voice: &'a Voice,
        reader: &'a Reader,
    ) -> Self {
        let mut of_block: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, sentence) in sentences.iter().enumerate() {
            of_block.entry(sentence.block).or_default().push(at);
        }
        Self { document, sentences, voice, reader, of_block }
    }

    /// What the blocks of all grids are.
    pub(super) fn parts(&self, chosen: &BTreeMap<usize, Chosen>) -> GridParts {
        let mut all = GridParts::default();
        for mut grid in Grid::all(self.document, chosen, &self.reader.grids) {
            self.tell_topics(&mut grid);
            self.of_grid(&grid, &mut all.parts);
            let aside = |own: &&GridCell| grid.column(own.column).is_some_and(answers_nothing);
            all.asides.extend(grid.cells.iter().filter(aside).flat_map(|cell| &cell.blocks));
            let slavery = self.reader.classes.slavery;
            let topical = grid
                .all_heads()
                .any(|head| self.sentences_of(head).any(|own| own.has(slavery, &(0..own.len()))));
            if topical {
                all.topical.extend(grid.cells.iter().flat_map(|cell| &cell.blocks));
            }
        }
        self.lines(chosen, &mut all.parts);
        all
    }

    fn of_grid(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let columns: Vec<u32> = grid.status_columns().collect();
        // By the first block of the label, which may reach over several rows.
        let mut labels: BTreeMap<usize, (&GridCell, Answers)> = BTreeMap::new();
        for row in grid.rows().filter(|row| !grid.is_head(*row)) {
            let Some(label) = self.label_of_row(grid, row) else { continue };
            let Some(block) = label.blocks.first() else { continue };
            let (_, answers) = labels.entry(*block).or_insert_with(|| (label, Answers::default()));
            self.answers_in_row(grid, row, label, &columns, answers, parts);
            for other in grid.across(row) {
                let known = other.column == label.column || self.is_answer(grid, other);
                if !known && other.column < label.column && self.has_cues(other) {
                    self.part(other, &CellPart::Asked, parts);
                }
            }
        }
        for (label, answers) in labels.into_values() {
            self.note(label, &answers, parts);
        }
        self.turned(grid, parts);
    }

    /// The cell that a row is about.
    pub(super) fn label_of_row<'g>(&self, grid: &'g Grid, row: u32) -> Option<&'g GridCell> {
        let answers = grid.across(row).filter(|cell| self.is_answer(grid, cell));
        let first = answers
            .map(|cell| cell.column)
            .min()
            .or_else(|| grid.status_columns().chain(grid.ticked().keys().copied()).min())?;
        let cells = grid.across(row).filter(|cell| {
            let kind = grid.column(cell.column);
            let label = matches!(kind, None | Some(ColumnKind::Label));
            label && !self.is_answer(grid, cell) && self.has_cues(cell)
        });
        let mut cells: Vec<&GridCell> = cells.collect();
        cells.sort_by_key(|cell| cell.column);
        let before = cells.iter().rfind(|cell| cell.column < first);
        before.or_else(|| cells.first()).copied()
    }

    /// Whether a cell says how far something stands, by its column or by its words.
    fn is_answer(&self, grid: &Grid, cell: &GridCell) -> bool {
        if grid.is_head(cell.row) {
            return false;
        }
        let kind = grid.column(cell.column);
        let answers = matches!(kind, Some(ColumnKind::Status | ColumnKind::Answer));
        answers
            || grid.ticked().contains_key(&cell.column)
            || kind.is_none() && cell.is_status() && grid.holds_statuses(cell.column)
    }

    fn answers_in_row(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        columns: &[u32],
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for cell in grid.across(row).filter(|cell| cell.column != label.column) {
            if !self.is_answer(grid, cell) {
                answers.torn |= self.may_answer(grid, cell);
                continue;
            }
            if self.is_of_others(grid.heads_of(cell.column)) {
                answers.others = true;
                self.part(cell, &CellPart::Others, parts);
                continue;
            }
            match grid.ticked().get(&cell.column) {
                Some(head) => {
                    answers.tick_columns = true;
                    if let Some(tick) = cell.tick(true) {
                        match head.state() {
                            Some(state) => answers.ticks.push((tick, state)),
                            None if matches!(tick, Tick::Chosen | Tick::Either) => {
                                answers.stated.push((Said::Unsure(UNKNOWN), None));
                            }
                            None => {}
                        }
                        answers.blocks.extend(&cell.blocks);
                        self.part(cell, &CellPart::Status, parts);
                    }
                }
                None if self.is_choice(grid, row, cell) => {
                    if matches!(cell.strict, Some(CellSays::Tick(Tick::Chosen | Tick::Either))) {
                        answers.stated.push((Said::Unsure(UNKNOWN), None));
                    }
                    answers.blocks.extend(&cell.blocks);
                    self.part(cell, &CellPart::Status, parts);
                }
                None => {
                    let year = grid.heads_of(cell.column).find_map(|head| year(&head.text));
                    let kind = grid.column(cell.column);
                    self.take(cell, kind, year, answers, parts);
                }
            }
        }
        answers.tick_columns |= !grid.ticked().is_empty();
        for column in columns.iter().filter(|column| grid.cell(row, **column).is_none()) {
            if self.is_of_others(grid.heads_of(*column)) {
                continue;
            }
            // What is blank this year isn't what it was last year.
            match grid.heads_of(*column).find_map(|head| year(&head.text)) {
                Some(year) => answers.stated.push((Said::Unsure(BLANK), Some(year))),
                None => answers.blank = true,
            }
        }
    }

    /// Notes what a label comes to.
    pub(super) fn note(
        &self,
        label: &GridCell,
        answers: &Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let blocks = answers.blocks.clone();
        let part = match answers.said() {
            Some(said) => CellPart::Label(said, blocks),
            None if answers.in_words => CellPart::Asked,
            None if answers.others => CellPart::Others,
            None if answers.blank => CellPart::Label(Said::Unsure(BLANK), blocks),
            None => return,
        };
        self.part(label, &part, parts);
    }

    pub(super) fn part(
        &self,
        cell: &GridCell,
        part: &CellPart,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        for block in &cell.blocks {
            parts.insert(*block, part.clone());
        }
    }

    pub(super) fn sentences_of(&self, cell: &GridCell) -> impl Iterator<Item = &'a Sentence> {
        let of_block = cell.blocks.iter().filter_map(|block| self.of_block.get(block)).flatten();
        let sentences = self.sentences;
        of_block.filter_map(|at| sentences.get(*at)).collect::<Vec<_>>().into_iter()
    }

    pub(super) fn has_cues(&self, cell: &GridCell) -> bool {
        self.sentences_of(cell).any(|sentence| !sentence.cues.is_empty())
    }

    /// Whether heads name another body, and none the force.
    pub(super) fn is_of_others<'g>(&self, heads: impl Iterator<Item = &'g GridCell>) -> bool {
        let mut others = false;
        for head in heads {
            for sentence in self.sentences_of(head) {
                let named: usize = sentence.actors.iter().map(|actor| actor.span.len()).sum();
                if named * 2 < sentence.len() {
                    continue;
                }
                let own = |actor| owner(actor, self.voice) == Owner::Own;
                if sentence.actors.iter().any(own) {
                    return false;
                }
                others |= !sentence.actors.is_empty();
            }
        }
        others
    }
}
