//! What the columns of a grid are about where their heads are no status: crime of another kind, choices, somebody's own.

use std::collections::BTreeSet;

use super::grid::{Grid, GridCell};
use super::grid_answers::GridReader;
use super::grid_said::year;
use super::prepared::ClassId;
use super::status::CellSays;
use crate::document::Kind;
use crate::rulebook::{ColumnKind, plain};

/// An example is led in by one of so many colons.
const COLONS: usize = 3;

impl GridReader<'_> {
    /// Beside a column for other crime, one for slavery says how far what its rows name stands.
    pub(super) fn tell_topics(&self, grid: &mut Grid) {
        let names = |head: &GridCell, class: ClassId| {
            let mut own = self.sentences_of(head);
            own.any(|sentence| {
                sentence.cues.is_empty() && sentence.has(class, &(0..sentence.len()))
            })
        };
        let (mut ours, mut others) = (Vec::new(), Vec::new());
        let first = grid.first_column();
        for column in grid.all_columns() {
            if column == first || grid.ticked().contains_key(&column) {
                continue;
            }
            let heads: Vec<&GridCell> = grid.heads_of(column).collect();
            if heads.iter().any(|head| names(head, self.reader.classes.slavery)) {
                ours.push(column);
            } else if heads.iter().any(|head| names(head, self.reader.classes.rival)) {
                others.push(column);
            }
        }
        // Under a head for slavery that reaches over columns, one beside it is for something else, whatever it names.
        let upper = grid.heads.split_last().map_or(&[][..], |(_, upper)| upper);
        for row in upper {
            let heads: Vec<&GridCell> = grid.row(*row).filter(|head| head.columns > 1).collect();
            if !heads.iter().any(|head| names(head, self.reader.classes.slavery)) {
                continue;
            }
            let other = |head: &&&GridCell| {
                !head.text.is_empty() && !names(head, self.reader.classes.slavery)
            };
            let reach = heads
                .iter()
                .filter(other)
                .flat_map(|head| head.column..head.column.saturating_add(head.columns));
            others.extend(reach);
        }
        if !ours.is_empty() && !others.is_empty() {
            for column in ours {
                grid.columns.entry(column).or_insert(ColumnKind::Answer);
            }
            grid.columns.extend(others.into_iter().map(|column| (column, ColumnKind::Elsewhere)));
        }
    }

    /// Whether a tick chooses one of several columns, whose head is no status that is known: "Not really".
    pub(super) fn is_choice(&self, grid: &Grid, row: u32, cell: &GridCell) -> bool {
        let unknown = |own: &GridCell| {
            let mut heads = grid.heads_of(own.column).filter(|head| !head.text.is_empty());
            let mut heads = heads.by_ref().peekable();
            let headed = heads.peek().is_some();
            matches!(own.strict, Some(CellSays::Tick(_)))
                && grid.column(own.column).is_none()
                && headed
                && heads.all(|head| year(&head.text).is_none() && !self.names_somebody(head))
        };
        let ticks = |own: &&GridCell| matches!(own.strict, Some(CellSays::Tick(_)));
        unknown(cell) && grid.across(row).filter(ticks).count() > 1
    }

    /// Whether a cell may be an answer as well as those of its row that are: a status or a number under no head that says
    /// what it is.
    pub(super) fn may_answer(&self, grid: &Grid, cell: &GridCell) -> bool {
        let number = cell.text.trim().trim_start_matches('£');
        let counts = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'));
        grid.column(cell.column).is_none()
            && cell.column != grid.first_column()
            && !grid.is_head(cell.row)
            && grid.heads_of(cell.column).next().is_some()
            && (cell.strict.is_some() || counts && !number.is_empty())
            && !self.has_cues(cell)
            && !self.is_of_others(grid.heads_of(cell.column))
            && grid.heads_of(cell.column).all(|head| year(&head.text).is_none())
    }

    /// Whether a grid tells what came of requests for information, and nothing of what they asked for.
    pub(super) fn is_log_of_requests(&self, grid: &Grid) -> bool {
        let words = &self.filled.words;
        let headed = grid.all_heads().any(|head| words.request_heads.contains(&plain(&head.text)));
        let first = grid.first_column();
        let outcome = |cell: &&GridCell| {
            cell.column != first
                && !grid.is_head(cell.row)
                && words.of_requests.contains(&plain(&cell.text))
        };
        headed
            || grid.cells.iter().filter(outcome).map(|cell| cell.row).collect::<BTreeSet<_>>().len()
                > 1
    }

    /// Whether a text is led in as an example of how to fill in a form.
    pub(super) fn is_specimen(&self, text: &str) -> bool {
        let known = |words: &str| self.filled.words.specimens.contains(&plain(words));
        let text = text.trim_start_matches(['*', '_', ' ']);
        text.match_indices(':').take(COLONS).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            known(before.rsplit(['.', '\n', '(', ';', '/']).next().unwrap_or(before))
        }) || text
            .strip_prefix(['(', '['])
            .and_then(|rest| rest.split([')', ']']).next())
            .is_some_and(known)
            || known(text)
    }

    fn names_somebody(&self, head: &GridCell) -> bool {
        self.sentences_of(head).any(|sentence| !sentence.actors.is_empty())
    }

    /// Whether a grid is about other crime by the line that stands right before it, or about suppliers by that line or its
    /// first head.
    pub(super) fn is_about_others(&self, grid: &Grid) -> bool {
        const TITLE: usize = 12;
        let first = grid.cells.first().and_then(|cell| cell.blocks.first());
        let title = first.and_then(|first| first.checked_sub(1)).and_then(|at| {
            let block = self.document.blocks.get(at)?;
            let short = block.text().split_whitespace().count() <= TITLE;
            let titled = short && !block.text().trim_end().ends_with('.');
            (titled && !matches!(block.kind, Kind::Cell(_))).then_some((at, block))
        });
        let title =
            title.map(|(at, block)| GridCell::of_line(at, 0, block.text(), &self.filled.words));
        let supplies = |cell: &GridCell| {
            let purchase = self.reader.classes.purchase;
            self.sentences_of(cell).any(|own| own.has(purchase, &(0..own.len())))
        };
        let head = grid.cells.first().filter(|cell| grid.is_head(cell.row));
        title.as_ref().is_some_and(|title| self.is_other_business(title) || supplies(title))
            || head.is_some_and(supplies)
    }

    pub(super) fn names_slavery(&self, cell: &GridCell) -> bool {
        let slavery = self.reader.classes.slavery;
        self.sentences_of(cell).any(|own| own.has(slavery, &(0..own.len())))
    }

    /// Whether a cell names other crime and nothing of slavery: "Domestic abuse".
    pub(super) fn is_other_business(&self, cell: &GridCell) -> bool {
        let rival = self.reader.classes.rival;
        let named = self.sentences_of(cell).any(|own| own.has(rival, &(0..own.len())));
        named && !self.names_slavery(cell)
    }
}
