//! A page's words sorted into running text, framed text and tables.

use super::aligned;
use super::area::Area;
use super::columns;
use super::draft::Draft;
use super::grid::{self, Grid};
use super::lines::{PdfLine, lines};
use super::paragraphs::{Usual, chains, draft, split};
use super::ruled::RuledTable;
use super::sheet::Sheet;
use super::words::{PdfWord, words};
use crate::document::block::Kind;

/// More pairs of a word and a box aren't looked at.
const MOST_PAIRS: usize = 10_000_000;

/// What stands on a page, in one direction of writing.
#[derive(Clone, Debug, Default)]
pub(super) struct PageLayout {
    pub height: f32,
    /// Running text.
    pub flow: Vec<PdfLine>,
    /// Text in frames, each by itself.
    pub frames: Vec<Vec<PdfLine>>,
    pub tables: Vec<RuledTable>,
}

impl PageLayout {
    /// Sorts what a page shows.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut rest = words(&sheet.glyphs);
        let words_of_page = rest.len();
        let mut layout = Self { height: sheet.height, ..Self::default() };
        // So many boxes and words aren't worth sorting into one another.
        let sortable = |grid: &Grid| grid.boxes.len() * words_of_page < MOST_PAIRS;
        let mut grids: Vec<Grid> = grid::grids(&sheet.rules, sheet.width, sheet.height);
        grids.retain(sortable);
        // A table within a box of another has what stands in it, and the box the rest.
        let (mut tables, mut frames): (Vec<Grid>, Vec<Grid>) =
            grids.into_iter().partition(Grid::is_table);
        tables.sort_by(|a, b| a.area.size().total_cmp(&b.area.size()));
        for grid in tables {
            let cells = take(&grid, &mut rest);
            if sets_side_by_side(&grid, &cells) {
                let cells = cells.into_iter().map(|cell| lines(cell, &[])).collect();
                layout.tables.push(RuledTable { grid, cells });
            } else {
                rest.extend(cells.into_iter().flatten());
                frames.push(grid);
            }
        }
        let place = |grid: &Grid| (grid.area.y0, grid.area.x0);
        let by_place = |a: &Grid, b: &Grid| {
            let ((ay, ax), (by, bx)) = (place(a), place(b));
            ay.total_cmp(&by).then(ax.total_cmp(&bx))
        };
        layout.tables.sort_by(|a, b| by_place(&a.grid, &b.grid));
        frames.sort_by(by_place);
        for grid in frames {
            // Text in a frame is read by itself; words that are only marked stay in their line,
            // and so do lines that are.
            for own in take(&grid, &mut rest) {
                let marked = own.iter().any(|word| rest.iter().any(|other| word.goes_with(other)));
                let framed = lines(own.clone(), &[]);
                let low =
                    framed.iter().all(|line| framed.first().is_some_and(|first| first.y == line.y));
                if marked || low {
                    rest.extend(own);
                } else {
                    layout.frames.push(framed);
                }
            }
        }
        rest.sort_by_key(|word| word.order);
        let (aligned, flow) = aligned::part(lines(rest, &sheet.rules), sheet.height);
        layout.tables.extend(aligned);
        layout.flow = flow;
        layout
    }

    /// The lines of each region: running text, each frame, each cell.
    pub(super) fn regions(&self) -> impl Iterator<Item = &[PdfLine]> + Clone {
        let cells = self.tables.iter().flat_map(|table| &table.cells);
        std::iter::once(&self.flow).chain(&self.frames).chain(cells).map(Vec::as_slice)
    }

    /// The lines of running and framed text.
    pub(super) fn lines(&self) -> impl Iterator<Item = &PdfLine> {
        self.flow.iter().chain(self.frames.iter().flatten())
    }

    /// The same, to mark them.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut PdfLine> {
        self.flow.iter_mut().chain(self.frames.iter_mut().flatten())
    }

    /// The page's blocks in the order of reading. `table` makes a table's.
    pub(super) fn drafts(
        &self,
        page: u32,
        usual: &Usual,
        mut table: impl FnMut(&RuledTable) -> Vec<Draft>,
    ) -> Vec<Draft> {
        let mut parts: Vec<(Area, usize, Vec<Draft>)> = Vec::new();
        let (mut head, mut foot) = (Vec::new(), Vec::new());
        for region in std::iter::once(&self.flow).chain(&self.frames) {
            let (edge, own): (Vec<&PdfLine>, Vec<&PdfLine>) =
                region.iter().partition(|line| line.edge);
            for line in edge {
                let at = if line.y < self.height / 2.0 { &mut head } else { &mut foot };
                at.push(Draft::new(Kind::Furniture, page, &[line], 0));
            }
            let own: Vec<PdfLine> = own.into_iter().cloned().collect();
            parts.extend(paragraphs(&own, None, page, usual));
        }
        for own in &self.tables {
            let order = own.cells.iter().flatten().map(|line| line.order).min().unwrap_or(0);
            parts.push((own.grid.area, order, table(own)));
        }
        let areas: Vec<(Area, usize)> =
            parts.iter().map(|(area, order, _)| (*area, *order)).collect();
        let mut drafts: Vec<Vec<Draft>> = parts.into_iter().map(|(_, _, drafts)| drafts).collect();
        let in_order = columns::order(&areas).into_iter();
        let body = in_order.filter_map(|n| drafts.get_mut(n).map(std::mem::take)).flatten();
        head.into_iter().chain(body).chain(foot).collect()
    }
}

/// Takes out of some words those in each box of a grid.
fn take(grid: &Grid, rest: &mut Vec<PdfWord>) -> Vec<Vec<PdfWord>> {
    let own = grid.boxes.iter().map(|spread| {
        let inside = |word: &PdfWord| {
            let middle = (word.x0 + word.x1) / 2.0;
            spread.area.holds(middle, word.y - 0.3 * word.size)
        };
        let (own, others) = std::mem::take(rest).into_iter().partition(inside);
        *rest = others;
        own
    });
    own.collect()
}

/// Whether a grid is a table of what it holds: there is a row in which two boxes have text.
fn sets_side_by_side(grid: &Grid, cells: &[Vec<PdfWord>]) -> bool {
    let filled = grid.boxes.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let rows: Vec<u32> = filled.map(|(own, _)| own.row).collect();
    grid.is_table() && rows.iter().zip(rows.iter().skip(1)).any(|(a, b)| a == b)
}

/// The paragraphs of a region, each with its outline. `margin` is the region's right end, where it is
/// known.
fn paragraphs(
    lines: &[PdfLine],
    margin: Option<f32>,
    page: u32,
    usual: &Usual,
) -> Vec<(Area, usize, Vec<Draft>)> {
    let mut parts = Vec::new();
    for chain in chains(lines, usual) {
        let drafts: Vec<Draft> = split(&chain, margin, usual)
            .iter()
            .filter_map(|part| draft(part, page, usual))
            .collect();
        let order = chain.iter().map(|line| line.order).min().unwrap_or(0);
        parts.push((outline(&chain), order, drafts));
    }
    parts
}

/// The drafts of a box's lines, in the order of reading.
pub(super) fn boxed(lines: &[PdfLine], area: Area, page: u32, usual: &Usual) -> Vec<Draft> {
    // Text keeps the same distance from both sides of its box.
    let left = lines.iter().map(|line| line.x0).fold(f32::MAX, f32::min);
    let margin = area.x1 - (left - area.x0).clamp(0.0, 10.0);
    let mut parts = paragraphs(lines, Some(margin), page, usual);
    let areas: Vec<(Area, usize)> = parts.iter().map(|(area, order, _)| (*area, *order)).collect();
    let in_order = columns::order(&areas).into_iter();
    in_order
        .filter_map(|n| parts.get_mut(n).map(|part| std::mem::take(&mut part.2)))
        .flatten()
        .collect()
}

fn outline(lines: &[&PdfLine]) -> Area {
    Area {
        x0: lines.iter().map(|line| line.x0).fold(f32::MAX, f32::min),
        y0: lines.iter().map(|line| line.top()).fold(f32::MAX, f32::min),
        x1: lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max),
        y1: lines.iter().map(|line| line.bottom()).fold(f32::MIN, f32::max),
    }
}
