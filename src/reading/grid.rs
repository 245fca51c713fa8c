//! A table as a grid of cells, whatever drew it: which rows head it, and what its columns and rows are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::chosen::Chosen;
use super::status::{CellSays, leading, strict};
use crate::document::{Document, Kind};
use crate::rulebook::{ColumnKind, GridWords, Tick};
use crate::standing::State;

/// How many rows and columns one cell is told apart over.
const WIDEST: u32 = 64;
/// A status with something to it that shows what its column holds has no more words than this.
const SHORT: usize = 6;

/// A cell with the blocks in it.
#[derive(Debug)]
pub(super) struct GridCell {
    pub row: u32,
    pub column: u32,
    /// How many columns it reaches over.
    pub columns: u32,
    pub blocks: Vec<usize>,
    /// Where its text begins in its block, in bytes: what stands before it is another's.
    pub start: usize,
    /// Its text, without what stood there to be chosen from.
    pub text: String,
    /// Why nobody can tell what was chosen in it.
    pub undecided: Option<&'static str>,
    /// Whether its format, or its look, says that it heads others.
    pub heads: bool,
    /// What it says as a whole.
    pub strict: Option<CellSays>,
    /// What it says with its first words, and where those end, in bytes.
    pub says: Option<(CellSays, usize)>,
}

impl GridCell {
    /// What stands beside the label of a line, as if in a cell.
    pub(super) fn of_line(block: usize, start: usize, text: &str, words: &GridWords) -> Self {
        Self {
            row: 0,
            column: 0,
            columns: 1,
            blocks: vec![block],
            start,
            text: text.to_owned(),
            undecided: None,
            heads: false,
            strict: strict(text, words),
            says: leading(text, words),
        }
    }

    /// How it ticks the column that it stands in. Where columns say yes and no, a word may do so, too.
    pub(super) fn tick(&self, words: bool) -> Option<Tick> {
        match self.strict? {
            CellSays::Tick(tick) => Some(tick),
            CellSays::State(State::InPlace) if words => Some(Tick::Chosen),
            CellSays::State(State::Absent) if words => Some(Tick::Empty),
            _ => None,
        }
    }

    /// Whether it is a status, with little more to it: its column holds such.
    pub(super) fn is_status(&self) -> bool {
        self.strict.is_some()
            || self.says.is_some() && self.text.split_whitespace().count() <= SHORT
    }
}

/// A grid.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub cells: Vec<GridCell>,
    /// The cell at each place that one reaches over.
    pub(super) at: HashMap<(u32, u32), usize>,
    /// The cells that begin in each row, and those that reach into it from above.
    rows: BTreeMap<u32, Vec<usize>>,
    reaching: HashMap<u32, Vec<usize>>,
    /// The rows that head the columns.
    pub(super) heads: Vec<u32>,
    /// Rows among the others that say of what those below them are.
    pub(super) bands: BTreeSet<u32>,
    /// What the columns are, and the rows of a grid that is turned.
    pub(super) columns: HashMap<u32, ColumnKind>,
    pub(super) turned: HashMap<u32, ColumnKind>,
    /// Columns whose heads are statuses, so that a tick in them says that.
    pub(super) ticked: HashMap<u32, CellSays>,
    /// How many cells of each column are statuses, and how many there are.
    pub(super) said_in_column: HashMap<u32, (u32, u32)>,
}

impl Grid {
    /// The grids of a document.
    pub(super) fn all(
        document: &Document,
        chosen: &BTreeMap<usize, Chosen>,
        words: &GridWords,
    ) -> Vec<Self> {
        let mut grids: BTreeMap<u32, Self> = BTreeMap::new();
        for (block, own) in document.blocks.iter().enumerate() {
            let Kind::Cell(place) = &own.kind else { continue };
            let grid = grids.entry(place.table).or_default();
            let chosen = chosen.get(&block);
            let text = chosen.map_or_else(|| own.text().to_owned(), |c| c.rest(own.text()));
            let undecided = chosen.and_then(|chosen| chosen.undecided);
            match grid.at.get(&(place.row, place.column)).and_then(|at| grid.cells.get_mut(*at)) {
                Some(cell) if (cell.row, cell.column) == (place.row, place.column) => {
                    cell.text.push(' ');
                    cell.text.push_str(text.trim());
                    cell.blocks.push(block);
                    cell.undecided = cell.undecided.or(undecided);
                    continue;
                }
                _ => {}
            }
            let at = grid.cells.len();
            for row in place.row..place.row.saturating_add(place.rows.clamp(1, WIDEST)) {
                for column in
                    place.column..place.column.saturating_add(place.columns.clamp(1, WIDEST))
                {
                    grid.at.entry((row, column)).or_insert(at);
                }
            }
            grid.rows.entry(place.row).or_default().push(at);
            for row in 1..place.rows.clamp(1, WIDEST) {
                grid.reaching.entry(place.row.saturating_add(row)).or_default().push(at);
            }
            grid.cells.push(GridCell {
                row: place.row,
                column: place.column,
                columns: place.columns.clamp(1, WIDEST),
                blocks: vec![block],
                start: 0,
                text: text.trim().to_owned(),
                undecided,
                heads: place.heads,
                strict: None,
                says: None,
            });
        }
        let mut grids: Vec<Self> = grids.into_values().collect();
        grids.iter_mut().for_each(|grid| grid.look(words));
        grids
    }

    /// The cell at a place.
    pub(super) fn cell(&self, row: u32, column: u32) -> Option<&GridCell> {
        self.at.get(&(row, column)).and_then(|at| self.cells.get(*at))
    }

    /// The cells that begin in a row.
    pub(super) fn row(&self, row: u32) -> impl DoubleEndedIterator<Item = &GridCell> {
        let row = self.rows.get(&row).map(Vec::as_slice).unwrap_or_default();
        row.iter().filter_map(|at| self.cells.get(*at))
    }

    /// The cells that stand in a row, whether they begin in it or above it.
    pub(super) fn across(&self, row: u32) -> impl Iterator<Item = &GridCell> {
        let above = self.reaching.get(&row).map(Vec::as_slice).unwrap_or_default();
        above.iter().filter_map(|at| self.cells.get(*at)).chain(self.row(row))
    }

    /// Every row, by its number.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.rows.keys().copied()
    }

    /// Whether a row heads the columns.
    pub(super) fn is_head(&self, row: u32) -> bool {
        self.heads.contains(&row) || self.bands.contains(&row)
    }

    /// The heads over a column, the lowest first.
    pub(super) fn heads_of(&self, column: u32) -> impl Iterator<Item = &GridCell> {
        self.heads.iter().rev().filter_map(move |row| self.cell(*row, column))
    }

    /// What a column is.
    pub(super) fn column(&self, column: u32) -> Option<ColumnKind> {
        self.columns.get(&column).copied()
    }

    /// What a cell is by the columns that it reaches over: an answer, where one of them holds the answers.
    pub(super) fn kind(&self, cell: &GridCell) -> Option<ColumnKind> {
        let own = cell.column..cell.column.saturating_add(cell.columns);
        let answers = own.skip(1).any(|column| self.column(column) == Some(ColumnKind::Answer));
        if answers { Some(ColumnKind::Answer) } else { self.column(cell.column) }
    }

    /// The columns of some kinds, from left to right.
    pub(super) fn columns_of(&self, kinds: &[ColumnKind]) -> Vec<u32> {
        let own = self.columns.iter().filter(|(_, kind)| kinds.contains(kind));
        let mut columns: Vec<u32> = own.map(|(column, _)| *column).collect();
        columns.sort_unstable();
        columns
    }

    /// What a row of a grid is that has such heads at its left.
    pub(super) fn turned(&self, row: u32) -> Option<ColumnKind> {
        self.turned.get(&row).copied()
    }

    /// Columns in which a tick stands for what heads them.
    pub(super) fn ticked(&self) -> &HashMap<u32, CellSays> {
        &self.ticked
    }

    /// The columns whose heads don't say what they are, from left to right.
    pub(super) fn unnamed_columns(&self) -> impl Iterator<Item = u32> + use<> {
        let mut columns = self.all_columns();
        columns.retain(|column| {
            !self.columns.contains_key(column) && !self.ticked.contains_key(column)
        });
        columns.into_iter()
    }

    /// All its columns, from left to right.
    pub(super) fn all_columns(&self) -> Vec<u32> {
        let mut columns: Vec<u32> = self.at.keys().map(|(_, column)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The columns that hold statuses by what heads them.
    pub(super) fn status_columns(&self) -> impl Iterator<Item = u32> + use<> {
        self.columns_of(&[ColumnKind::Status, ColumnKind::Answer]).into_iter()
    }

    /// Whether most cells of a column, its heads apart, are statuses.
    pub(super) fn holds_statuses(&self, column: u32) -> bool {
        self.said_in_column.get(&column).is_some_and(|(said, all)| said * 3 >= all * 2)
    }

    /// Its first column.
    pub(super) fn first_column(&self) -> u32 {
        self.cells.iter().map(|cell| cell.column).min().unwrap_or(0)
    }

    /// The cells that head its columns or its rows.
    pub(super) fn all_heads(&self) -> impl Iterator<Item = &GridCell> {
        let first = self.first_column();
        self.cells.iter().filter(move |cell| self.is_head(cell.row) || cell.column == first)
    }
}
