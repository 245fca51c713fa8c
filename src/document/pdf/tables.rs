//! From a table's boxes to cells that know what heads them.

use super::draft::Draft;
use super::lines::PdfLine;
use super::page::boxed;
use super::paragraphs::Usual;
use super::ruled::RuledTable;
use crate::document::block::{Cell, Kind};

/// A cell of more words than this heads nothing.
const LABEL: usize = 8;
/// A title over a whole table may have more.
const TITLE: usize = 16;

/// What a table that goes on over a page takes along.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    lefts: Vec<f32>,
    /// What heads each column.
    heads: Vec<Option<String>>,
    /// What heads the last row.
    label: Option<String>,
    table: u32,
    rows: u32,
    /// Where it ends on its page, as a share of the page's height.
    end: f32,
    page: u32,
}

/// Reads the tables of a document one after another.
#[derive(Debug, Default)]
pub(super) struct Tables {
    count: u32,
    last: Option<Carried>,
}

impl Tables {
    /// The cells of the next table.
    pub(super) fn read(
        &mut self,
        table: &RuledTable,
        page: u32,
        height: f32,
        usual: &Usual,
    ) -> Vec<Draft> {
        let texts: Vec<String> = table.cells.iter().map(|cell| text(cell)).collect();
        let own = TableReading { table, texts, usual };
        let area = table.grid.area;
        let carried = self.last.take().filter(|last| {
            let alike = last.lefts.len() == table.grid.lefts.len()
                && last.lefts.iter().zip(&table.grid.lefts).all(|(a, b)| (a - b).abs() < 4.0);
            alike
                && last.page + 1 == page
                && last.end > 0.6
                && area.y0 < 0.3 * height
                && !own.is_title(0)
        });
        let goes_on = carried.is_some();
        let mut state = carried.unwrap_or_else(|| {
            self.count += 1;
            let heads = vec![None; table.grid.lefts.len()];
            Carried {
                table: self.count - 1,
                heads,
                lefts: table.grid.lefts.clone(),
                ..Carried::default()
            }
        });
        let drafts = own.drafts(&mut state, page, goes_on);
        state.end = area.y1 / height.max(1.0);
        state.page = page;
        self.last = Some(state);
        drafts
    }
}

/// A table that is being read.
struct TableReading<'a> {
    table: &'a RuledTable,
    /// The text of each box.
    texts: Vec<String>,
    usual: &'a Usual,
}

impl TableReading<'_> {
    fn rows(&self) -> u32 {
        self.table.grid.boxes.iter().map(|own| own.row + 1).max().unwrap_or(0)
    }

    /// The boxes that begin in a row, with their places.
    fn row(&self, row: u32) -> impl Iterator<Item = (usize, &super::grid::Spread, &str)> {
        let boxes = self.table.grid.boxes.iter().zip(&self.texts).enumerate();
        boxes
            .filter(move |(_, (own, _))| own.row == row)
            .map(|(n, (own, text))| (n, own, text.as_str()))
    }

    /// Whether a row is one box over all columns: a title of what comes below it.
    fn is_title(&self, row: u32) -> bool {
        let columns = self.table.grid.lefts.len() as u32;
        let mut boxes = self.row(row);
        let title = boxes.next().is_some_and(|(_, own, text)| {
            own.columns == columns && is_short(text, TITLE) && row + 1 < self.rows()
        });
        title && boxes.next().is_none()
    }

    /// Whether a row heads the columns below it.
    fn is_head(&self, row: u32, labelled: bool) -> bool {
        let boxes: Vec<(usize, &str)> = self.row(row).map(|(n, _, text)| (n, text)).collect();
        let filled: Vec<usize> =
            boxes.iter().filter(|(_, text)| !text.is_empty()).map(|(n, _)| *n).collect();
        let short = boxes.iter().all(|(_, text)| text.is_empty() || is_label(text));
        if row + 1 >= self.rows() || filled.len() < 2 || !short {
            return false;
        }
        let bold = |n: &usize| {
            let lines = self.table.cells.get(*n).map(Vec::as_slice).unwrap_or_default();
            let letters = lines.iter().map(|line| line.text.len() as f32).sum::<f32>().max(1.0);
            let ink =
                lines.iter().map(|line| line.ink * line.text.len() as f32).sum::<f32>() / letters;
            self.usual.is_bold(ink)
        };
        let next: Vec<usize> = self.row(row + 1).map(|(n, _, _)| n).collect();
        if filled.iter().all(bold) && !next.iter().all(bold) {
            return true;
        }
        // Without bold type: every column has a short name, and what is below is of another kind.
        let longer = next.iter().filter_map(|n| self.texts.get(*n)).any(|text| !is_label(text));
        let figures = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '£');
        let named = boxes
            .iter()
            .skip(usize::from(!labelled))
            .all(|(_, text)| !text.is_empty() && !figures(text));
        !labelled && filled.len() == boxes.len() && named && longer
    }

    /// Whether the first column names the rows.
    fn is_labelled(&self) -> bool {
        let first = |own: &super::grid::Spread| {
            own.column == 0 && own.columns < self.table.grid.lefts.len() as u32
        };
        let labels: Vec<&String> = self
            .table
            .grid
            .boxes
            .iter()
            .zip(&self.texts)
            .filter(|(own, text)| first(own) && !text.is_empty())
            .map(|(_, text)| text)
            .collect();
        !labels.is_empty()
            && labels.iter().filter(|text| is_label(text)).count() * 10 >= labels.len() * 6
    }

    fn drafts(&self, state: &mut Carried, page: u32, goes_on: bool) -> Vec<Draft> {
        let labelled = self.is_labelled();
        let mut drafts = Vec::new();
        // Heads of columns may come again on the next page.
        let again = goes_on
            && self.row(0).all(|(_, own, text)| {
                let name = state.heads.get(own.column as usize).and_then(Option::as_deref);
                name.unwrap_or_default() == text
            });
        let mut may_head = !goes_on;
        for row in 0..self.rows() {
            let title = self.is_title(row);
            let head = title
                || (again && row == 0)
                || (may_head && self.is_head(row, labelled && self.table.grid.lefts.len() == 2));
            // Titles may come again, heads of columns come at the top.
            may_head &= title;
            let above = state.heads.clone();
            for (n, own, text) in self.row(row) {
                let columns = own.column as usize..(own.column + own.columns) as usize;
                let beside = if head || own.column == 0 { None } else { self.label(own, state) };
                let under = above
                    .get(columns.clone())
                    .and_then(|heads| heads.iter().flatten().next())
                    .cloned();
                let cell = Cell {
                    table: state.table,
                    row: state.rows + row,
                    column: own.column,
                    rows: own.rows,
                    columns: own.columns,
                    heads: head || (labelled && own.column == 0 && is_label(text)),
                    under: if title { None } else { under },
                    beside: beside.filter(|_| labelled),
                };
                let lines = self.table.cells.get(n).map(Vec::as_slice).unwrap_or_default();
                drafts.extend(
                    boxed(lines, own.area, page, self.usual)
                        .into_iter()
                        .map(|draft| Draft { kind: Kind::Cell(cell.clone()), ..draft }),
                );
                if head {
                    for name in state.heads.iter_mut().skip(columns.start).take(columns.len()) {
                        *name = Some(text.to_owned()).filter(|text| !text.is_empty());
                    }
                }
            }
        }
        let last = self
            .table
            .grid
            .boxes
            .iter()
            .zip(&self.texts)
            .rev()
            .find(|(own, text)| own.column == 0 && !text.is_empty());
        if let Some((_, text)) = last {
            state.label = Some(text.clone()).filter(|text| is_label(text));
        }
        state.rows += self.rows();
        drafts
    }

    /// What names the row of a box: the box at the row's start, which may go over several rows.
    fn label(&self, own: &super::grid::Spread, state: &Carried) -> Option<String> {
        let middle = (own.area.y0 + own.area.y1) / 2.0;
        let (first, text) = self.table.grid.boxes.iter().zip(&self.texts).find(|(first, _)| {
            first.column == 0 && first.area.holds(first.area.x0 + 1.0, middle)
        })?;
        if text.is_empty() && first.row == 0 {
            // The row goes on from the page before.
            return state.label.clone().filter(|_| state.rows > 0);
        }
        is_label(text).then(|| text.clone())
    }
}

/// The text of a box on one line.
fn text(lines: &[PdfLine]) -> String {
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    texts.join(" ")
}

/// Whether a text is short enough to name a row or a column.
fn is_label(text: &str) -> bool {
    is_short(text, LABEL)
}

fn is_short(text: &str, most: usize) -> bool {
    let text = text.trim();
    !text.is_empty() && text.split_whitespace().count() <= most && !text.ends_with(['.', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::super::area::Area;
    use super::super::grid::{Grid, Spread};
    use super::super::lines::lines;
    use super::super::lines::tests::drawn;
    use super::*;

    /// A table of rows of cells, 200 points wide each; a row of one cell goes over all columns.
    fn table(rows: &[&[&str]]) -> RuledTable {
        let columns = rows.iter().map(|row| row.len()).max().unwrap();
        let (mut boxes, mut cells) = (Vec::new(), Vec::new());
        for (n, row) in (0_u16..).zip(rows) {
            for (m, text) in (0_u16..).zip(*row) {
                let span = if row.len() == 1 { columns } else { 1 };
                let (x, y) = (f32::from(m) * 200.0, f32::from(n) * 20.0);
                let area = Area { x0: x, y0: y, x1: x + 200.0 * span as f32, y1: y + 20.0 };
                boxes.push(Spread {
                    area,
                    row: n.into(),
                    column: m.into(),
                    columns: span as u32,
                    rows: 1,
                });
                let words =
                    if text.is_empty() { Vec::new() } else { drawn(text, x + 4.0, y + 14.0, 0) };
                cells.push(lines(words, &[]));
            }
        }
        let area =
            Area { x0: 0.0, y0: 0.0, x1: 200.0 * columns as f32, y1: 20.0 * rows.len() as f32 };
        let lefts = (0_u8..).take(columns).map(|n| f32::from(n) * 200.0).collect();
        RuledTable { grid: Grid { boxes, area, lefts }, cells }
    }

    fn cells(table: &RuledTable) -> Vec<(String, Option<String>, Option<String>)> {
        let usual = Usual { size: 10.0, ink: 0.2, leading: 1.2 };
        let drafts = Tables::default().read(table, 1, 800.0, &usual).into_iter();
        let cell = |draft: Draft| match draft.kind.clone() {
            Kind::Cell(cell) => (draft.start().to_owned(), cell.under, cell.beside),
            kind => panic!("{kind:?}"),
        };
        drafts.map(cell).collect()
    }

    #[test]
    fn rows_of_a_label_and_text_have_the_label_beside_them() {
        let found = cells(&table(&[
            &["1.8 Training"],
            &["Task", "Provide training."],
            &["Work outstanding", "A video is made."],
            &["RAG", ""],
        ]));
        let title = Some("1.8 Training".to_owned());
        assert_eq!(found[2], ("Provide training.".into(), title.clone(), Some("Task".into())));
        assert_eq!(found[4], ("A video is made.".into(), title, Some("Work outstanding".into())));
        assert_eq!(found.len(), 6);
    }

    #[test]
    fn a_first_row_of_names_heads_the_columns() {
        let long = "Crossing a border is required for a person to be trafficked.";
        let other = "Trafficking does not have to occur across any border at all.";
        let found = cells(&table(&[&["Myth", "Reality"], &[long, other]]));
        assert_eq!(found[2], (long.into(), Some("Myth".into()), None));
        assert_eq!(found[3], (other.into(), Some("Reality".into()), None));
    }
}
