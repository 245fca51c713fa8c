//! Which rows of a grid head its columns, and what its columns and rows are by what heads them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::grid::{Grid, GridCell};
use super::grid_kind::kind_of;
use super::grid_said::year;
use super::status::{CellSays, leading, strict};
use crate::rulebook::{ColumnKind, GridWords, Tick, plain};
use crate::standing::State;

/// The most rows of heads.
const MOST_HEADS: usize = 3;
/// Why a status says nothing that is certain.
const NOTED: &str = "a note stands at it, which may say otherwise";
/// The head of a column has no more words than this.
const HEAD: usize = 10;

impl Grid {
    /// Finds out what its cells say, which rows head the columns, and what those are.
    pub(super) fn look(&mut self, words: &GridWords) {
        for cell in &mut self.cells {
            let marked = without_mark(&cell.text);
            let text = marked.unwrap_or(&cell.text);
            cell.strict = strict(text, words).filter(|_| cell.undecided.is_none());
            cell.says = leading(text, words);
            if marked.is_some() && cell.says.is_some() {
                cell.undecided = cell.undecided.or(Some(NOTED));
            }
        }
        self.find_heads(words);
        self.find_bands();
        self.tell_answers();
        self.tell_shares(words);
        self.tell_polls(words);
        self.tell_crosses();
        let mut said_in_column: HashMap<u32, (u32, u32)> = HashMap::new();
        for cell in self.cells.iter().filter(|cell| !self.is_head(cell.row)) {
            let (said, all) = said_in_column.entry(cell.column).or_default();
            *said += u32::from(cell.is_status());
            *all += 1;
        }
        self.said_in_column = said_in_column;
        let first = self.first_column();
        let beside = self.cells.iter().filter(|cell| cell.column == first);
        self.turned = beside
            .filter(|cell| !self.is_head(cell.row))
            .filter_map(|cell| Some((cell.row, kind_of(&cell.text, words)?)))
            .collect();
    }

    /// Beside labels that end in a colon stands what answers them, whatever its words.
    fn tell_answers(&mut self) {
        let [labels, answers] = self.all_columns()[..] else { return };
        let own = self.cells.iter().filter(|cell| cell.column == labels && !cell.text.is_empty());
        let (led, all) = own
            .fold((0, 0), |(led, all), cell| (led + u32::from(cell.text.ends_with(':')), all + 1));
        if self.heads.is_empty() && all > 1 && led * 3 >= all * 2 {
            self.columns.entry(answers).or_insert(ColumnKind::Answer);
        }
    }

    /// Beside ticks in one column, a cross crosses out.
    fn tell_crosses(&mut self) {
        let ticks = |cell: &&GridCell| cell.strict == Some(CellSays::Tick(Tick::Chosen));
        let ticked: HashSet<u32> =
            self.cells.iter().filter(ticks).map(|cell| cell.column).collect();
        for cell in &mut self.cells {
            let alone = !self.ticked.contains_key(&cell.column) && ticked.contains(&cell.column);
            if alone && cell.strict == Some(CellSays::Tick(Tick::Either)) {
                cell.strict = Some(CellSays::Tick(Tick::Crossed));
                cell.says = cell.strict.map(|says| (says, cell.text.len()));
            }
        }
    }

    /// Under "% complete" a number is a share.
    fn tell_shares(&mut self, words: &GridWords) {
        let shares = |text: &str| text.contains('%') || plain(text).contains("per cent");
        let columns: HashSet<u32> = self
            .all_columns()
            .into_iter()
            .filter(|column| self.heads_of(*column).any(|head| shares(&head.text)))
            .collect();
        for cell in self.cells.iter_mut().filter(|cell| columns.contains(&cell.column)) {
            let number = cell.text.trim().parse::<f32>().is_ok();
            if let Some(says) = strict(&format!("{}%", cell.text.trim()), words).filter(|_| number)
            {
                (cell.strict, cell.says) = (Some(says), Some((says, cell.text.len())));
            }
        }
    }

    /// Finds rows that head those below them anew: a label alone over the whole width, or the heads of the columns once more
    /// beside a label of its own.
    fn find_bands(&mut self) {
        let columns = self.all_columns();
        let wide = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let repeats = |cell: &GridCell| {
            let mut heads = self.heads_of(cell.column);
            !cell.text.is_empty() && heads.any(|head| head.text.eq_ignore_ascii_case(&cell.text))
        };
        let is_band = |row: &u32| {
            let mut own = self.row(*row);
            let Some(first) = own.next() else { return false };
            let rest: Vec<&GridCell> = own.filter(|cell| !cell.text.is_empty()).collect();
            match rest.as_slice() {
                [] => wide > 2 && first.columns >= wide,
                _ => rest.iter().all(|cell| repeats(cell)),
            }
        };
        let rows: Vec<u32> = self.rows().filter(|row| !self.heads.contains(row)).collect();
        self.bands = rows.into_iter().filter(|row| is_band(row)).collect();
    }

    /// Finds the rows that head the columns, and what those are.
    fn find_heads(&mut self, words: &GridWords) {
        let filled = |row: &u32| self.row(*row).count() > 1;
        let mut rows: Vec<u32> = self.rows().skip_while(|row| !filled(row)).collect();
        if let Some(first) = rows.first().copied() {
            let again = |row: &u32| {
                let mut own =
                    self.row(*row).skip(1).filter(|cell| !cell.text.is_empty()).peekable();
                let head = |cell: &GridCell| self.cell(first, cell.column);
                own.peek().is_some()
                    && own.all(|cell| head(cell).is_some_and(|head| head.text == cell.text))
            };
            rows.retain(|row| *row == first || !again(row));
        }
        let mut heads = Vec::new();
        for (at, row) in rows.iter().enumerate().take(MOST_HEADS) {
            if !self.heads_columns(*row, rows.get(at + 1..).unwrap_or_default(), at == 0, words) {
                break;
            }
            heads.push(*row);
        }
        if heads.len() == rows.len() {
            heads.truncate(1);
        }
        self.heads = heads;
        let below = rows.get(self.heads.len()..).unwrap_or_default();
        let (mut kinds, mut ticked) = (HashMap::new(), HashMap::new());
        let own: HashSet<(u32, u32)> = self
            .heads
            .iter()
            .flat_map(|row| self.ticked_in(*row, below).into_iter().map(|column| (*row, column)))
            .collect();
        let columns = self.all_columns();
        let last = columns.last().copied();
        for column in columns {
            let kind = self.heads_of(column).find_map(|head| kind_of(&head.text, words));
            // Rows are numbered in front of what they say: what stands behind counts.
            let counts = last == Some(column);
            let kind = kind.filter(|kind| !(counts && *kind == ColumnKind::Count));
            let lowest = self.heads_of(column).next();
            let lowest = lowest.filter(|head| own.contains(&(head.row, head.column)));
            if let Some(says) = lowest.and_then(|head| head.strict) {
                ticked.insert(column, says);
            } else if let Some(kind) = kind {
                kinds.insert(column, kind);
            }
        }
        // A tick in a column alone says yes to its head; in one of several it chooses between them.
        if ticked.len() == 1 && ticked.values().all(|says| says.state() == Some(State::InPlace)) {
            kinds.extend(ticked.drain().map(|(column, _)| (column, ColumnKind::Status)));
        }
        (self.columns, self.ticked) = (kinds, ticked);
    }

    /// Whether a row heads the columns below it.
    fn heads_columns(&self, row: u32, below: &[u32], is_first: bool, words: &GridWords) -> bool {
        let short = |cell: &GridCell| cell.text.split_whitespace().count() <= HEAD;
        let chosen = if is_first { self.ticked_in(row, below) } else { BTreeSet::new() };
        let labelled = self
            .row(row)
            .next()
            .is_some_and(|first| kind_of(&first.text, words) == Some(ColumnKind::Label));
        let data = |cell: &GridCell| {
            // "N" and "S" may stand for bodies.
            let letter = is_first && labelled && cell.text.chars().count() == 1;
            // "Met" and "Not met" head ticks, and are none of what stands below.
            // "Gap" is a status and heads what is missing.
            let heads = is_first && kind_of(&cell.text, words).is_some();
            !(letter || heads || chosen.len() > 1 && chosen.contains(&cell.column))
                && self.is_data(cell, below, words)
        };
        if !self.row(row).all(short) || self.row(row).any(data) {
            return false;
        }
        let first = self.row(row).map(|cell| cell.column).min();
        let leftmost = self.first_column();
        // A word may be a status and head a column of statuses: alone it tells neither. What labels are called may
        // be a label itself, below the first row.
        let named = self.row(row).any(|cell| match kind_of(&cell.text, words) {
            Some(ColumnKind::Label) => Some(cell.column) == first || is_first,
            Some(_) => cell.strict.is_none() && (is_first || cell.says.is_none()),
            None => false,
        });
        let marked = self.row(row).all(|cell| cell.heads);
        // Below the first row, what has a label of its own is an answer to it.
        let answers = !is_first && first == Some(leftmost);
        let ticked = !answers && self.chooses(row, below);
        // "2018/19 | 2019/20 | 2020/21"
        let own = || self.row(row).filter(|cell| cell.column != leftmost);
        let years = own().filter(|cell| year(&cell.text).is_some()).count();
        let yearly =
            is_first && years > 1 && years == own().filter(|cell| !cell.text.is_empty()).count();
        if named || marked || ticked || yearly {
            return true;
        }
        // Nothing is said in it, and below it most cells of a column are statuses.
        let quiet = !self.row(row).any(GridCell::is_status) && !below.is_empty();
        is_first && quiet && self.row(row).skip(1).any(|cell| self.is_over_statuses(cell, below))
    }

    /// The cells below one in its column, those apart that only reach into it.
    fn below<'g>(
        &'g self,
        cell: &'g GridCell,
        rows: &'g [u32],
    ) -> impl Iterator<Item = &'g GridCell> + 'g {
        let below = rows.iter().filter_map(|row| self.cell(*row, cell.column));
        below.filter(|own| own.column == cell.column && own.row > cell.row)
    }

    /// Whether most cells below one are statuses.
    fn is_over_statuses(&self, cell: &GridCell, rows: &[u32]) -> bool {
        let (said, all) = self
            .below(cell, rows)
            .fold((0, 0), |(said, all), own| (said + usize::from(own.is_status()), all + 1));
        said > 0 && said * 3 >= all * 2
    }

    /// Whether a cell is a status or a tick among the statuses below it, whatever its row looks like.
    fn is_data(&self, cell: &GridCell, rows: &[u32], words: &GridWords) -> bool {
        let states = || self.below(cell, rows).filter_map(|own| own.says?.0.state());
        let says = cell.says.filter(|_| cell.is_status()).map(|(says, _)| says);
        matches!(says, Some(CellSays::State(_) | CellSays::Tick(Tick::Chosen | Tick::Either)))
            && kind_of(&cell.text, words) != Some(ColumnKind::Status)
            && states().next().is_some()
            && self.is_over_statuses(cell, rows)
    }

    /// Whether a row heads columns to tick: several, or one that says yes.
    fn chooses(&self, row: u32, below: &[u32]) -> bool {
        let says = |column: u32| self.cell(row, column)?.strict?.state();
        let ticked = self.ticked_in(row, below);
        ticked.len() > 1 || ticked.iter().any(|only| says(*only) == Some(State::InPlace))
    }

    /// The columns of a row whose cells there are statuses over nothing but ticks, or over nothing at all beside such.
    fn ticked_in(&self, row: u32, rows: &[u32]) -> BTreeSet<u32> {
        // Under "Met" and "Not met" a "Y" ticks.
        let both =
            |wanted: State| self.row(row).any(|own| own.strict == Some(CellSays::State(wanted)));
        let chosen = both(State::InPlace) && both(State::Absent);
        let tick = |own: &GridCell| own.tick(chosen).is_some();
        let (mut ticked, mut empty) = (BTreeSet::new(), BTreeSet::new());
        // "N/A" and "Don't know" are chosen, too.
        let heads =
            |cell: &&GridCell| matches!(cell.strict, Some(CellSays::State(_) | CellSays::Nothing));
        for cell in self.row(row).filter(heads) {
            let mut below = self.below(cell, rows).peekable();
            if below.peek().is_none() {
                empty.insert(cell.column);
            } else if below.all(tick) {
                ticked.insert(cell.column);
            }
        }
        if !ticked.is_empty() {
            ticked.extend(empty);
        }
        ticked
    }
}

/// A status without the mark of a note behind it: "Yes (1)", "0 (b)".
fn without_mark(text: &str) -> Option<&str> {
    let (own, mark) = text.trim_end().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let note = mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let letter =
        mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase() && byte != b'x');
    (!own.trim().is_empty() && (note || letter)).then_some(own.trim_end())
}
