//! What the blocks of all grids are: labels with their answers, statuses, what another body has, what states nothing. A label states
//! nothing by itself: the cell of its row (or, in a grid that is turned, of its column) that holds a status does.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::crossed::is_crossed;
use super::filled::Filled;
use super::grid::{Grid, GridCell};
use super::grid_said::{CellPart, GridParts};
use super::lettered::lettered_notes;
use super::owner::{Owner, owner};
use super::reader::Reader;
use super::sentence::Sentence;
use super::short_forms::short_forms;
use super::voice::Voice;
use crate::document::Document;
use crate::rulebook::ColumnKind;

/// Why a cell says nothing that is certain.
pub(super) const UNKNOWN: &str = "what stands beside it in its table is no status that is known";
pub(super) const BLANK: &str = "nothing stands beside it in its table";

/// Everything that telling labels and answers apart needs.
pub(super) struct GridReader<'a> {
    pub document: &'a Document,
    pub sentences: &'a [Sentence],
    pub voice: &'a Voice,
    pub reader: &'a Reader,
    pub filled: &'a Filled<'a>,
    /// Whether some of its lines begin with ticks and others with crosses.
    pub crossed: bool,
    /// Whether some of its lines end in ticks, and whether it scores what it names.
    pub ticked: bool,
    pub scored: bool,
    /// The sentences of each block.
    pub of_block: BTreeMap<usize, Vec<usize>>,
    /// What letters stand for, by the document's own words.
    pub short_forms: HashMap<&'a str, String>,
    /// The letters under which it has notes.
    pub lettered_notes: BTreeSet<char>,
}

/// Whether what stands in such a column is no answer.
fn answers_nothing(kind: ColumnKind) -> bool {
    use ColumnKind::{
        Agreed, Checked, Count, Date, Earlier, Elsewhere, Establishment, Fte, Gap, Holder, Number,
        Owner, Strength, Vacancy, Wanted,
    };
    let counts = matches!(kind, Count | Establishment | Fte | Number | Strength | Vacancy);
    counts
        || matches!(
            kind,
            Agreed | Checked | Date | Earlier | Elsewhere | Gap | Holder | Owner | Wanted
        )
}

impl<'a> GridReader<'a> {
    pub(super) fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        voice: &'a Voice,
        reader: &'a Reader,
        filled: &'a Filled<'a>,
    ) -> Self {
        let mut of_block: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, sentence) in sentences.iter().enumerate() {
            of_block.entry(sentence.block).or_default().push(at);
        }
        let crossed = is_crossed(document, &filled.words);
        let short_forms = short_forms(document);
        let lettered_notes = lettered_notes(document);
        let mut own = Self {
            document,
            sentences,
            voice,
            reader,
            filled,
            crossed,
            ticked: false,
            scored: false,
            of_block,
            short_forms,
            lettered_notes,
        };
        own.note_scores();
        own
    }

    /// What the blocks of all grids are.
    pub(super) fn parts(&self) -> GridParts {
        let mut all = GridParts::default();
        for mut grid in Grid::all(self.document, &self.filled.chosen, &self.filled.words) {
            if self.only_explains(&grid) {
                grid.cells
                    .iter()
                    .for_each(|cell| self.part(cell, &CellPart::Aside, &mut all.parts));
                continue;
            }
            self.tell_topics(&mut grid);
            if self.tell_bodies(&mut grid) {
                all.ours.extend(grid.cells.iter().flat_map(|cell| &cell.blocks));
            }
            self.tell_times(&mut grid);
            if !self.side_by_side(&grid, &mut all.parts) {
                self.of_grid(&grid, &mut all.parts);
                self.beside_numbers(&grid, &mut all.parts);
            }
            let aside = |own: &&GridCell| grid.column(own.column).is_some_and(answers_nothing);
            all.asides.extend(grid.cells.iter().filter(aside).flat_map(|cell| &cell.blocks));
            for cell in grid.cells.iter().filter(|cell| !grid.is_head(cell.row)) {
                let known = cell.blocks.iter().any(|block| all.parts.contains_key(block));
                if !known && self.says_nothing(&grid, cell) {
                    self.part(cell, &CellPart::Aside, &mut all.parts);
                }
            }
            if grid.all_heads().any(|head| self.names_slavery(head)) {
                all.topical.extend(grid.cells.iter().flat_map(|cell| &cell.blocks));
            }
        }
        self.asides(&mut all.parts);
        self.lines(&mut all.parts);
        self.entries(&mut all.parts);
        let key = self.filled.legend.blocks.iter();
        all.parts.extend(key.map(|block| (*block, CellPart::Aside)));
        all
    }

    /// Whether a cell's column is no answer and its words no statement: what is another's, how it was before, a department.
    fn says_nothing(&self, grid: &Grid, cell: &GridCell) -> bool {
        const DEPARTMENT: usize = 3;
        match grid.kind(cell) {
            Some(ColumnKind::Earlier | ColumnKind::Elsewhere | ColumnKind::Wanted) => true,
            Some(ColumnKind::Owner | ColumnKind::Number | ColumnKind::Count | ColumnKind::Date) => {
                cell.text.split_whitespace().count() <= DEPARTMENT && !self.names_slavery(cell)
            }
            _ => false,
        }
    }

    /// Whether a grid only says what words or signs mean, or is about other business.
    fn only_explains(&self, grid: &Grid) -> bool {
        let key = &self.filled.legend.blocks;
        let first = grid.cells.first().and_then(|cell| cell.blocks.first());
        first.is_some_and(|block| key.contains(block))
            || !grid.columns_of(&[ColumnKind::Meaning]).is_empty()
            || self.is_log_of_requests(grid)
            || self.is_about_others(grid)
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
        let own = cell.blocks.iter().flat_map(|block| self.in_block(*block));
        own.collect::<Vec<_>>().into_iter()
    }

    pub(super) fn in_block(&self, block: usize) -> impl Iterator<Item = &'a Sentence> {
        let sentences = self.sentences;
        let own = self.of_block.get(&block).into_iter().flatten();
        own.filter_map(move |at| sentences.get(*at))
    }

    /// The arrangements that a cell names.
    pub(super) fn arrangements(&self, cell: &GridCell) -> BTreeSet<usize> {
        self.sentences_of(cell).flat_map(|own| &own.cues).map(|hit| hit.arrangement).collect()
    }

    pub(super) fn has_cues(&self, cell: &GridCell) -> bool {
        self.sentences_of(cell).any(|sentence| {
            sentence.cues.iter().any(|hit| sentence.place(&hit.span).start >= cell.start)
        })
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
