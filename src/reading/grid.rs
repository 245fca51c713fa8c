//! A table as a grid of cells, whatever drew it: which rows head it, and what its columns and rows are.

use std::collections::{BTreeMap, HashMap};

use super::choices::Chosen;
use super::status::{CellSays, leading, strict};
use crate::document::{Document, Kind};
use crate::rulebook::{ColumnKind, GridWords, plain};

/// How many rows and columns one cell is told apart over.
const WIDEST: u32 = 64;
/// The most rows of heads.
const MOST_HEADS: u32 = 3;
/// The head of a column has no more words than this.
const HEAD: usize = 10;

/// A cell with the blocks in it.
#[derive(Debug)]
pub(super) struct GridCell {
    pub row: u32,
    pub column: u32,
    pub blocks: Vec<usize>,
    /// Its text, without what stood there to be chosen from.
    pub text: String,
    /// Why nobody can tell what was chosen in it.
    pub undecided: Option<&'static str>,
    heads: bool,
    /// What it says as a whole.
    pub strict: Option<CellSays>,
}

/// A grid.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub cells: Vec<GridCell>,
    /// The cell at each place that one reaches over.
    at: HashMap<(u32, u32), usize>,
    rows: BTreeMap<u32, Vec<usize>>,
    /// The rows that head the columns.
    heads: Vec<u32>,
    /// What the columns are, and the rows of a grid that is turned.
    columns: HashMap<u32, ColumnKind>,
    turned: HashMap<u32, ColumnKind>,
    /// Columns whose heads are statuses, so that a tick in them says that.
    ticked: HashMap<u32, CellSays>,
    /// Columns and rows most cells of which are statuses.
    said_in_column: HashMap<u32, (u32, u32)>,
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
            grid.cells.push(GridCell {
                row: place.row,
                column: place.column,
                blocks: vec![block],
                text: text.trim().to_owned(),
                undecided,
                heads: place.heads,
                strict: None,
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

    /// Every row, by its number.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.rows.keys().copied()
    }

    /// Whether a row heads the columns.
    pub(super) fn is_head(&self, row: u32) -> bool {
        self.heads.contains(&row)
    }

    /// The heads over a column, the lowest first.
    pub(super) fn heads_of(&self, column: u32) -> impl Iterator<Item = &GridCell> {
        self.heads.iter().rev().filter_map(move |row| self.cell(*row, column))
    }

    /// What a column is.
    pub(super) fn column(&self, column: u32) -> Option<ColumnKind> {
        self.columns.get(&column).copied()
    }

    /// What a row of a grid is that has such heads at its left.
    pub(super) fn turned(&self, row: u32) -> Option<ColumnKind> {
        self.turned.get(&row).copied()
    }

    /// Columns in which a tick stands for what heads them.
    pub(super) fn ticked(&self) -> &HashMap<u32, CellSays> {
        &self.ticked
    }

    /// The columns that hold statuses by what heads them.
    pub(super) fn status_columns(&self) -> impl Iterator<Item = u32> {
        let is_status = |kind: &ColumnKind| matches!(kind, ColumnKind::Status | ColumnKind::Answer);
        let mut columns: Vec<u32> = self
            .columns
            .iter()
            .filter(|(_, kind)| is_status(kind))
            .map(|(column, _)| *column)
            .collect();
        columns.sort_unstable();
        columns.into_iter()
    }

    /// Whether most cells of a column, its heads apart, are statuses.
    pub(super) fn holds_statuses(&self, column: u32) -> bool {
        self.said_in_column.get(&column).is_some_and(|(said, all)| said * 3 >= all * 2)
    }

    /// The cells that head its columns or its rows.
    pub(super) fn all_heads(&self) -> impl Iterator<Item = &GridCell> {
        let first = self.cells.iter().map(|cell| cell.column).min().unwrap_or(0);
        self.cells.iter().filter(move |cell| self.is_head(cell.row) || cell.column == first)
    }

    fn look(&mut self, words: &GridWords) {
        for cell in &mut self.cells {
            cell.strict = strict(&cell.text, words).filter(|_| cell.undecided.is_none());
        }
        self.find_heads(words);
        for cell in &self.cells {
            if !self.is_head(cell.row) {
                let (said, all) = self.said_in_column.entry(cell.column).or_default();
                *said += u32::from(cell.strict.is_some());
                *all += 1;
            }
        }
        let first = self.cells.iter().map(|cell| cell.column).min().unwrap_or(0);
        for cell in &self.cells {
            if cell.column == first && !self.is_head(cell.row) {
                let kind = kind_of(&cell.text, words);
                self.turned.extend(kind.map(|kind| (cell.row, kind)));
            }
        }
    }

    /// Finds the rows that head the columns, and what those are.
    fn find_heads(&mut self, words: &GridWords) {
        let filled = |row: &u32| self.row(*row).count() > 1;
        let rows: Vec<u32> = self.rows().skip_while(|row| !filled(row)).collect();
        let mut heads = Vec::new();
        for row in rows.iter().take(MOST_HEADS as usize) {
            if !self.heads_columns(*row, &rows, words) {
                break;
            }
            heads.push(*row);
        }
        if heads.len() == rows.len() {
            heads.truncate(1);
        }
        self.heads = heads;
        let mut columns: Vec<u32> = self.at.keys().map(|(_, column)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        let (mut kinds, mut ticked) = (HashMap::new(), HashMap::new());
        for column in columns {
            let mut heads = self.heads_of(column).map(|head| head.text.clone());
            let kind = heads.find_map(|head| kind_of(&head, words));
            let lowest = self.heads_of(column).next().and_then(|head| head.strict);
            let ticks =
                lowest.filter(|says| says.state().is_some() && self.is_ticked(column, &rows));
            match (ticks, kind) {
                (Some(says), _) => {
                    ticked.insert(column, says);
                }
                (None, Some(kind)) => {
                    kinds.insert(column, kind);
                }
                (None, None) => {}
            }
        }
        // A tick in a column alone says yes to its head; in one of several it chooses between them.
        if ticked.len() == 1 {
            kinds.extend(ticked.drain().map(|(column, _)| (column, ColumnKind::Status)));
        }
        (self.columns, self.ticked) = (kinds, ticked);
    }

    /// Whether a row heads the columns below it.
    fn heads_columns(&self, row: u32, rows: &[u32], words: &GridWords) -> bool {
        let is_first = rows.first() == Some(&row);
        let short = |cell: &GridCell| cell.text.split_whitespace().count() <= HEAD;
        if !self.row(row).all(short) {
            return false;
        }
        let first = self.row(row).map(|cell| cell.column).min();
        // A word may be a status and head a column of statuses: alone it tells neither. What labels are called may
        // be a label itself, below the first row.
        let named = self.row(row).any(|cell| match kind_of(&cell.text, words) {
            Some(ColumnKind::Label) => Some(cell.column) == first || is_first,
            Some(_) => cell.strict.is_none(),
            None => false,
        });
        let marked = self.row(row).all(|cell| cell.heads);
        let says = |cell: &GridCell| cell.strict.and_then(CellSays::state).is_some();
        let ticked = self.row(row).any(|cell| says(cell) && self.is_ticked(cell.column, rows));
        if named || marked || ticked {
            return true;
        }
        if !is_first {
            return false;
        }
        // Nothing is said in it, and below it most cells of a column are statuses.
        let mut below = rows.iter().skip_while(|other| **other <= row).peekable();
        let quiet = self.row(row).all(|cell| cell.strict.is_none()) && below.peek().is_some();
        let said = |column: u32| {
            let cells = below.clone().filter_map(|row| self.cell(*row, column));
            let (all, said) = cells.fold((0, 0), |(all, said), cell| {
                (all + 1, said + usize::from(cell.strict.is_some()))
            });
            said > 0 && said * 3 >= all * 2
        };
        quiet && self.row(row).skip(1).any(|cell| said(cell.column))
    }

    /// Whether a column holds nothing but ticks below its heads.
    fn is_ticked(&self, column: u32, rows: &[u32]) -> bool {
        let cells = rows.iter().filter_map(|row| self.cell(*row, column));
        let mut below = cells.skip_while(|cell| !matches!(cell.strict, Some(CellSays::Tick(_))));
        let heads = rows.iter().filter_map(|row| self.cell(*row, column));
        let head = heads.take_while(|c| !matches!(c.strict, Some(CellSays::Tick(_)))).last();
        let any = below.clone().next().is_some();
        any && head.is_some_and(|head| head.strict.and_then(CellSays::state).is_some())
            && below.all(|cell| matches!(cell.strict, Some(CellSays::Tick(_))))
            || self.is_left_empty(column, rows)
    }

    /// Whether a status heads a column of which every cell is empty, beside one that is ticked.
    fn is_left_empty(&self, column: u32, rows: &[u32]) -> bool {
        let cells: Vec<&GridCell> = rows
            .iter()
            .filter_map(|row| self.cell(*row, column))
            .take(MOST_HEADS as usize)
            .collect();
        let [head] = cells.as_slice() else { return false };
        let row = head.row;
        let says = |cell: &GridCell| cell.strict.and_then(CellSays::state).is_some();
        says(head)
            && rows.len() > 1
            && self.row(row).any(|other| {
                other.column != column
                    && says(other)
                    && rows.iter().filter_map(|row| self.cell(*row, other.column)).any(|cell| {
                        cell.row > row && matches!(cell.strict, Some(CellSays::Tick(_)))
                    })
            })
    }
}

/// What the cells under (or beside) a head are: by all its words, or by those that it begins with.
fn kind_of(head: &str, words: &GridWords) -> Option<ColumnKind> {
    let plain = plain(head);
    let known = |text: &str| {
        words.columns.get(text).or_else(|| words.columns.get(text.trim_end_matches('?'))).copied()
    };
    if let Some(kind) = known(plain.trim()) {
        return Some(kind);
    }
    let all: Vec<&str> = plain.split(' ').collect();
    (1..all.len().min(4)).rev().find_map(|count| {
        let kind = known(&all.get(..count)?.join(" "))?;
        let rest = all.get(count..)?;
        let dated =
            rest.iter().any(|word| word.len() >= 2 && word.chars().all(|c| c.is_ascii_digit()));
        let goes_on =
            matches!(rest.first(), Some(&("at" | "as" | "in" | "on" | "for" | "to" | "of")));
        (kind != ColumnKind::Label && (dated || goes_on)).then_some(kind)
    })
}

/// What a cell under a head says: in a word, or in more that begins with one.
pub(super) fn says(cell: &GridCell, words: &GridWords) -> Option<(CellSays, usize)> {
    leading(&cell.text, words)
}
