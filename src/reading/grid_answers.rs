//! What the labels of a grid are answered by. A label states nothing by itself: the cell of its row (or, in a grid that
//! is turned, of its column) that holds a status does.

use std::collections::BTreeMap;

use super::choices::Chosen;
use super::grid::{Grid, GridCell, says};
use super::grid_said::{Answers, CellPart, GridParts, Said, year};
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::status::CellSays;
use super::voice::Voice;
use crate::document::Document;
use crate::rulebook::{ColumnKind, Effect, Tick};
use crate::standing::State;

const BLANK: &str = "nothing stands beside it in its table";
const UNKNOWN: &str = "what stands beside it in its table is no status that is known";

/// The longest answer that is a status with something to it, in words.
const LONGEST: usize = 14;

/// Everything that telling labels and answers apart needs.
pub(super) struct GridReader<'a> {
    pub document: &'a Document,
    pub sentences: &'a [Sentence],
    pub voice: &'a Voice,
    pub reader: &'a Reader,
    /// The sentences of each block.
    of_block: BTreeMap<usize, Vec<usize>>,
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
        for grid in Grid::all(self.document, chosen, &self.reader.grids) {
            self.of_grid(&grid, &mut all.parts);
            let slavery = self.reader.classes.slavery;
            let topical = grid
                .all_heads()
                .any(|head| self.sentences_of(head).any(|own| own.has(slavery, &(0..own.len()))));
            if topical {
                all.topical.extend(grid.cells.iter().flat_map(|cell| &cell.blocks));
            }
        }
        all
    }

    fn of_grid(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let columns: Vec<u32> = grid.status_columns().collect();
        for row in grid.rows().filter(|row| !grid.is_head(*row)) {
            if let Some(label) = self.label_of_row(grid, row) {
                let answers = self.answers_in_row(grid, row, label, &columns, parts);
                self.note(label, &answers, parts);
                for other in grid.row(row) {
                    let known = other.column == label.column || self.is_answer(grid, other);
                    if !known && other.column < label.column && self.has_cues(other) {
                        self.part(other, &CellPart::Asked, parts);
                    }
                }
            }
        }
        self.turned(grid, parts);
    }

    /// The cell that a row is about.
    fn label_of_row<'g>(&self, grid: &'g Grid, row: u32) -> Option<&'g GridCell> {
        let answer = grid.row(row).find(|cell| self.is_answer(grid, cell));
        let first = answer
            .map(|cell| cell.column)
            .or_else(|| grid.status_columns().chain(grid.ticked().keys().copied()).min())?;
        let cells = grid.row(row).filter(|cell| {
            let kind = grid.column(cell.column);
            let label = matches!(kind, None | Some(ColumnKind::Label));
            label && !self.is_answer(grid, cell) && self.has_cues(cell)
        });
        let cells: Vec<&GridCell> = cells.collect();
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
            || kind.is_none() && cell.strict.is_some() && grid.holds_statuses(cell.column)
    }

    fn answers_in_row(
        &self,
        grid: &Grid,
        row: u32,
        label: &GridCell,
        columns: &[u32],
        parts: &mut BTreeMap<usize, CellPart>,
    ) -> Answers {
        let mut answers = Answers::default();
        for cell in grid.row(row).filter(|cell| cell.column != label.column) {
            if !self.is_answer(grid, cell) {
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
                    if let (Some(CellSays::Tick(tick)), Some(state)) = (cell.strict, head.state()) {
                        answers.ticks.push((tick, state));
                        answers.blocks.extend(&cell.blocks);
                        self.part(cell, &CellPart::Status, parts);
                    }
                }
                None => {
                    let year = grid.heads_of(cell.column).find_map(|head| year(&head.text));
                    let kind = grid.column(cell.column);
                    self.take(cell, kind, year, &mut answers, parts);
                }
            }
        }
        answers.tick_columns |= !grid.ticked().is_empty();
        let filled = |column: &u32| grid.cell(row, *column).is_some();
        let own = |column: &&u32| !self.is_of_others(grid.heads_of(**column));
        answers.blank = columns.iter().filter(own).any(|column| !filled(column));
        answers
    }

    /// Takes in what a cell says of its label.
    fn take(
        &self,
        cell: &GridCell,
        kind: Option<ColumnKind>,
        year: Option<u32>,
        answers: &mut Answers,
        parts: &mut BTreeMap<usize, CellPart>,
    ) {
        let said = match (cell.undecided, says(cell, &self.reader.grids)) {
            (Some(why), _) => Some(Said::Unsure(why)),
            (None, Some((says, end))) => Some(self.with_the_rest(cell, says, end)),
            (None, None) => self.in_words(cell),
        };
        let own = self.has_cues(cell);
        match (said, kind) {
            (Some(said), _) => {
                answers.stated.push((said, year));
                answers.blocks.extend(&cell.blocks);
                if !own {
                    self.part(cell, &CellPart::Status, parts);
                }
            }
            (None, Some(ColumnKind::Status)) if cell.text.split_whitespace().count() <= 4 => {
                answers.stated.push((Said::Unsure(UNKNOWN), year));
                answers.blocks.extend(&cell.blocks);
                self.part(cell, &CellPart::Status, parts);
            }
            (None, _) => answers.in_words = true,
        }
    }

    /// What a status says with the words that follow it: "Yes, part-time", "No, but planned".
    fn with_the_rest(&self, cell: &GridCell, says: CellSays, end: usize) -> Said {
        let state = match says {
            CellSays::Nothing => return Said::Unsure(UNKNOWN),
            CellSays::Tick(Tick::Chosen) => State::InPlace,
            CellSays::Tick(Tick::Crossed) => State::Absent,
            CellSays::Tick(Tick::Empty) => return Said::Unsure(BLANK),
            CellSays::State(state) => state,
        };
        if end >= cell.text.trim_end().len() {
            return Said::State(state);
        }
        let first = cell.text.get(..end).unwrap_or_default().split_whitespace().count();
        let has = |effect: Effect| self.effect(cell, effect, first);
        Said::State(match state {
            State::InPlace | State::Partial if has(Effect::Ended) => State::Absent,
            State::InPlace if has(Effect::Planned) && !has(Effect::Since) => State::Planned,
            State::InPlace if has(Effect::Limited) => State::Partial,
            State::InPlace if has(Effect::Negated) && !has(Effect::NotNegated) => {
                return Said::Unsure(UNKNOWN);
            }
            State::Absent if has(Effect::Planned) && !has(Effect::Ended) => State::Planned,
            state => state,
        })
    }

    /// What a short answer says that begins with no status: "Post vacant", "Appointed in May".
    fn in_words(&self, cell: &GridCell) -> Option<Said> {
        if cell.text.split_whitespace().count() > LONGEST || self.has_cues(cell) {
            return None;
        }
        let has = |effect: Effect| self.effect(cell, effect, 0);
        let state = match () {
            () if has(Effect::Ended) => State::Absent,
            () if has(Effect::Negated) && !has(Effect::NotNegated) => {
                if has(Effect::Planned) {
                    State::Planned
                } else {
                    State::Absent
                }
            }
            () if has(Effect::Planned) && !has(Effect::Standing) => State::Planned,
            () if has(Effect::Limited) => State::Partial,
            () if has(Effect::Made) => State::InPlace,
            () => return None,
        };
        Some(Said::State(state))
    }

    fn effect(&self, cell: &GridCell, effect: Effect, from: usize) -> bool {
        self.sentences_of(cell).any(|sentence| {
            let mut marks = sentence.marks.iter();
            marks.any(|mark| mark.effect == effect && mark.span.start >= from)
        })
    }

    /// A grid that is turned: what heads a column is its label, and a row of statuses answers.
    fn turned(&self, grid: &Grid, parts: &mut BTreeMap<usize, CellPart>) {
        let mut labels: BTreeMap<usize, (&GridCell, Answers)> = BTreeMap::new();
        for row in grid.rows().filter(|row| !grid.is_head(*row)) {
            let kind = grid.turned(row);
            let mut cells = grid.row(row);
            let Some(first) = cells.next() else { continue };
            let answers_row = matches!(kind, Some(ColumnKind::Status | ColumnKind::Answer));
            let said = grid.row(row).filter(|cell| cell.strict.is_some()).count();
            let others = self.is_of_others(std::iter::once(first));
            for cell in grid.row(row) {
                let is_first = cell.column == first.column && first.strict.is_none();
                let strict = cell.strict.is_some() && said * 3 >= (grid.row(row).count() - 1) * 2;
                if is_first || self.label_of_row(grid, row).is_some() || !(answers_row || strict) {
                    continue;
                }
                if grid.column(cell.column).is_some_and(|kind| kind != ColumnKind::Label) {
                    continue;
                }
                let Some(label) = self.label_above(grid, cell) else { continue };
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

    /// What a column is about: a head of it, or a cell above that is a label of its kind.
    fn label_above<'g>(&self, grid: &'g Grid, cell: &GridCell) -> Option<&'g GridCell> {
        let head = grid.heads_of(cell.column).find(|head| self.has_cues(head));
        let labels = || {
            let rows = grid.rows().take_while(|row| *row < cell.row);
            let rows = rows.filter(|row| grid.turned(*row) == Some(ColumnKind::Label));
            rows.filter_map(|row| grid.cell(row, cell.column))
                .filter(|own| self.has_cues(own))
                .last()
        };
        head.or_else(labels)
    }

    /// Notes what a label comes to.
    fn note(&self, label: &GridCell, answers: &Answers, parts: &mut BTreeMap<usize, CellPart>) {
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

    fn part(&self, cell: &GridCell, part: &CellPart, parts: &mut BTreeMap<usize, CellPart>) {
        for block in &cell.blocks {
            parts.insert(*block, part.clone());
        }
    }

    fn sentences_of(&self, cell: &GridCell) -> impl Iterator<Item = &'a Sentence> {
        let of_block = cell.blocks.iter().filter_map(|block| self.of_block.get(block)).flatten();
        let sentences = self.sentences;
        of_block.filter_map(|at| sentences.get(*at)).collect::<Vec<_>>().into_iter()
    }

    fn has_cues(&self, cell: &GridCell) -> bool {
        self.sentences_of(cell).any(|sentence| !sentence.cues.is_empty())
    }

    /// Whether heads name another body, and none the force.
    fn is_of_others<'g>(&self, heads: impl Iterator<Item = &'g GridCell>) -> bool {
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
