//! A page's words sorted into running text, framed text and tables.

use super::columns;
use super::draft::Draft;
use super::grid::{self, Area, Grid};
use super::lines::{Line, lines};
use super::paragraphs::{Usual, chains, draft, split};
use super::sheet::Sheet;
use super::words::{Word, words};
use crate::document::block::Kind;

/// A table's boxes with the lines in each.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub grid: Grid,
    /// The lines of each of the grid's boxes.
    pub cells: Vec<Vec<Line>>,
}

/// What stands on a page, in one direction of writing.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub height: f32,
    /// Running text.
    pub flow: Vec<Line>,
    /// Text in frames, each by itself.
    pub frames: Vec<Vec<Line>>,
    pub tables: Vec<Table>,
}

impl Layout {
    /// Sorts what a page shows.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut rest = words(&sheet.glyphs);
        let mut layout = Self { height: sheet.height, ..Self::default() };
        for grid in grid::grids(&sheet.rules) {
            let mut cells = Vec::with_capacity(grid.boxes.len());
            for spread in &grid.boxes {
                let (own, others): (Vec<Word>, Vec<Word>) = rest.into_iter().partition(|word| {
                    let middle = (word.x0 + word.x1) / 2.0;
                    spread.area.holds(middle, word.y - 0.3 * word.size)
                });
                rest = others;
                cells.push(lines(own, &[]));
            }
            // Backgrounds frame whole pages: they order nothing, but they are read apart.
            if grid.is_table() && cells.iter().filter(|cell| !cell.is_empty()).count() > 1 {
                layout.tables.push(Table { grid, cells });
            } else {
                layout.frames.extend(cells.into_iter().filter(|cell| !cell.is_empty()));
            }
        }
        layout.flow = lines(rest, &sheet.rules);
        layout
    }

    /// The lines of running and framed text.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.flow.iter().chain(self.frames.iter().flatten())
    }

    /// The same, to mark them.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        self.flow.iter_mut().chain(self.frames.iter_mut().flatten())
    }

    /// The page's blocks in the order of reading. `table` makes a table's.
    pub(super) fn drafts(
        &self,
        page: u32,
        usual: &Usual,
        mut table: impl FnMut(&Table) -> Vec<Draft>,
    ) -> Vec<Draft> {
        let mut parts: Vec<(Area, usize, Vec<Draft>)> = Vec::new();
        for region in std::iter::once(&self.flow).chain(&self.frames) {
            let (edge, own): (Vec<&Line>, Vec<&Line>) =
                region.iter().partition(|line| line.edge || is_leader(&line.text));
            for line in edge {
                let furniture = Draft::new(Kind::Furniture, page, &[line], 0);
                parts.push((outline(&[line]), line.order, vec![furniture]));
            }
            let own: Vec<Line> = own.into_iter().cloned().collect();
            parts.extend(paragraphs(&own, page, usual));
        }
        for own in &self.tables {
            let order = own.cells.iter().flatten().map(|line| line.order).min().unwrap_or(0);
            parts.push((own.grid.area, order, table(own)));
        }
        let areas: Vec<(Area, usize)> =
            parts.iter().map(|(area, order, _)| (*area, *order)).collect();
        let mut drafts: Vec<Vec<Draft>> = parts.into_iter().map(|(_, _, drafts)| drafts).collect();
        let in_order = columns::order(&areas).into_iter();
        in_order.filter_map(|n| drafts.get_mut(n).map(std::mem::take)).flatten().collect()
    }
}

/// The paragraphs of a region, each with its outline.
fn paragraphs(lines: &[Line], page: u32, usual: &Usual) -> Vec<(Area, usize, Vec<Draft>)> {
    let mut parts = Vec::new();
    for chain in chains(lines, usual) {
        let drafts: Vec<Draft> =
            split(&chain, usual).iter().filter_map(|part| draft(part, page, usual)).collect();
        let order = chain.iter().map(|line| line.order).min().unwrap_or(0);
        parts.push((outline(&chain), order, drafts));
    }
    parts
}

/// The drafts of a box's lines, in the order of reading.
pub(super) fn boxed(lines: &[Line], page: u32, usual: &Usual) -> Vec<Draft> {
    let mut parts = paragraphs(lines, page, usual);
    let areas: Vec<(Area, usize)> = parts.iter().map(|(area, order, _)| (*area, *order)).collect();
    let in_order = columns::order(&areas).into_iter();
    in_order
        .filter_map(|n| parts.get_mut(n).map(|part| std::mem::take(&mut part.2)))
        .flatten()
        .collect()
}

fn outline(lines: &[&Line]) -> Area {
    Area {
        x0: lines.iter().map(|line| line.x0).fold(f32::MAX, f32::min),
        y0: lines.iter().map(|line| line.top()).fold(f32::MAX, f32::min),
        x1: lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max),
        y1: lines.iter().map(|line| line.bottom()).fold(f32::MIN, f32::max),
    }
}

/// Whether a line leads to a page number, as lines of a table of contents do.
fn is_leader(text: &str) -> bool {
    text.contains(".....") || text.contains(". . . .") || text.contains("……")
}
