//! A table as a format gives it, row by row, and its cells with what heads them.

use super::block::{Block, Cell, Kind};
use super::headings::Headings;
use super::slot::{CellProperties, Slot, TableRow, is_text};

/// A table that is being read.
#[derive(Debug)]
pub(super) struct OpenTable {
    number: u32,
    rows: Vec<TableRow>,
    /// Whether it only arranges things on the page.
    pub layout: bool,
    /// Whether its first row, and its first column, are set apart by their look.
    pub marks_row: bool,
    pub marks_column: bool,
    /// Whether a cell is open.
    pub open: bool,
    next_column: u32,
    /// For each column, how many rows more the cell above takes.
    taken: Vec<u32>,
}

impl OpenTable {
    /// An empty table, the nth of its document.
    pub(super) fn new(number: u32) -> Self {
        Self {
            number,
            rows: Vec::new(),
            layout: false,
            marks_row: false,
            marks_column: false,
            open: false,
            next_column: 0,
            taken: Vec::new(),
        }
    }

    /// Begins a row.
    pub(super) fn row(&mut self, heads: bool) {
        self.open = false;
        self.next_column = 0;
        if !self.rows.is_empty() {
            for left in &mut self.taken {
                *left = left.saturating_sub(1);
            }
        }
        self.rows.push(TableRow { heads, slots: Vec::new() });
    }

    /// The row that is open.
    pub(super) fn last_row(&mut self) -> Option<&mut TableRow> {
        self.rows.last_mut()
    }

    /// Leaves columns out.
    pub(super) fn skip(&mut self, columns: u32) {
        self.settle();
        self.next_column = self.next_column.saturating_add(columns);
    }

    /// Begins a cell.
    pub(super) fn cell(&mut self, place: CellProperties) {
        if self.rows.is_empty() {
            self.row(false);
        }
        self.settle();
        let mut follows = place.follows;
        while self.taken.get(self.next_column as usize).is_some_and(|left| *left > 0) {
            follows |= self.next_column == 0;
            self.next_column += 1;
        }
        let place = CellProperties { columns: place.columns.max(1), follows, ..place };
        let column = self.next_column;
        let slot = Slot { place, column, blocks: Vec::new(), strong: true };
        if place.rows > 1 {
            let columns = slot.columns();
            self.taken.resize(self.taken.len().max(columns.end), 0);
            for left in self.taken.get_mut(columns).unwrap_or_default() {
                *left = place.rows;
            }
        }
        if let Some(row) = self.rows.last_mut() {
            row.slots.push(slot);
        }
        self.open = true;
    }

    /// The cell that is open.
    pub(super) fn slot(&mut self) -> Option<&mut Slot> {
        self.rows.last_mut()?.slots.last_mut()
    }

    /// Moves on behind the last cell, whose width may have become known after it began.
    fn settle(&mut self) {
        if let Some(slot) = self.rows.last().and_then(|row| row.slots.last()) {
            let end = slot.column.saturating_add(slot.place.columns.max(1));
            self.next_column = self.next_column.max(end);
        }
    }

    /// How many rows each cell reaches over: as it says, or as far as others only go on from it.
    fn reach(&self) -> Vec<u32> {
        let mut below: std::collections::HashMap<u32, u32> = std::collections::HashMap::new();
        let mut reach: Vec<Vec<u32>> = Vec::with_capacity(self.rows.len());
        for row in self.rows.iter().rev() {
            let own = row.slots.iter().map(|slot| {
                let follow = below.get(&slot.column).copied().unwrap_or(0);
                slot.place.rows.max(follow + 1)
            });
            let own: Vec<u32> = own.collect();
            below = row
                .slots
                .iter()
                .zip(&own)
                .filter(|(slot, _)| slot.place.follows && !slot.is_filled())
                .map(|(slot, own)| (slot.column, *own))
                .collect();
            reach.push(own);
        }
        reach.into_iter().rev().flatten().collect()
    }

    /// Its cells as blocks, each with what heads it. A table of one cell is a box around text.
    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        let is_box = self.rows.iter().map(|row| row.slots.len()).sum::<usize>() == 1;
        if self.layout || is_box {
            let slots = self.rows.into_iter().flat_map(|row| row.slots);
            return slots.flat_map(|slot| slot.blocks).collect();
        }
        for (n, row) in self.rows.iter_mut().enumerate() {
            for slot in &mut row.slots {
                slot.place.marked |= self.marks_row && n == 0;
                slot.place.marked |= self.marks_column && slot.column == 0;
            }
        }
        let reach = self.reach();
        let mut reach = reach.into_iter();
        let mut headings = Headings::of(&self.rows);
        let mut blocks = Vec::new();
        for (index, row) in (0..).zip(self.rows) {
            let headed = headings.of_row(&row);
            for (slot, heading) in row.slots.into_iter().zip(headed) {
                let cell = Cell {
                    table: self.number,
                    row: index,
                    column: slot.column,
                    rows: reach.next().unwrap_or(1),
                    columns: slot.place.columns.max(1),
                    heads: heading.heads,
                    under: heading.under,
                    beside: heading.beside,
                };
                blocks.extend(slot.blocks.into_iter().map(|mut block| {
                    if is_text(&block) {
                        block.kind = Kind::Cell(cell.clone());
                    }
                    block
                }));
            }
        }
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::block::Spot;
    use crate::document::flow::Flow;
    use crate::document::paragraph::Paragraph;

    /// A cell: `*` before its text for bold type, `>2 ` for the columns and `v2 ` for the rows that
    /// it spans, `^` for one that goes on from above.
    fn add(flow: &mut Flow, cell: &str) {
        let mut place = CellProperties::default();
        let mut text = cell;
        if let Some((columns, rest)) = text.strip_prefix('>').and_then(|rest| rest.split_once(' '))
        {
            (place.columns, text) = (columns.parse().unwrap(), rest);
        }
        if let Some((rows, rest)) = text.strip_prefix('v').and_then(|rest| rest.split_once(' ')) {
            (place.rows, text) = (rows.parse().unwrap(), rest);
        }
        place.follows = text == "^";
        let strong = text.starts_with('*');
        flow.start_cell(place);
        let mut paragraph = Paragraph::default();
        paragraph.push(text.trim_start_matches(['*', '^']), Spot::default(), strong);
        flow.add(paragraph, &Kind::Paragraph);
        flow.end_cell();
    }

    /// Each cell as `under / beside / text`, those that head others in brackets.
    fn told(rows: &[&[&str]]) -> Vec<String> {
        let mut flow = Flow::default();
        flow.start_table();
        for row in rows {
            flow.start_row(false);
            for cell in *row {
                add(&mut flow, cell);
            }
        }
        let blocks = flow.take();
        let told = blocks.iter().map(|block| {
            let Kind::Cell(cell) = &block.kind else { return block.text().to_owned() };
            let head =
                |head: &Option<String>| head.as_ref().map_or(String::new(), |h| format!("{h} / "));
            match cell.heads {
                true => format!("[{}]", block.text()),
                false => format!("{}{}{}", head(&cell.under), head(&cell.beside), block.text()),
            }
        });
        told.collect()
    }

    #[test]
    fn bold_cells_over_others_head_their_columns() {
        assert_eq!(
            told(&[&["*Action", "*Owner"], &["All officers were trained in 2016.", "L&D"]]),
            ["[Action]", "[Owner]", "Action / All officers were trained in 2016.", "Owner / L&D"]
        );
    }

    #[test]
    fn a_first_column_of_labels_heads_its_rows() {
        assert_eq!(
            told(&[
                &["Task", "Develop partnership arrangements"],
                &["Work outstanding", "Profile completed and disseminated in April."],
            ]),
            [
                "[Task]",
                "Task / Develop partnership arrangements",
                "[Work outstanding]",
                "Work outstanding / Profile completed and disseminated in April.",
            ]
        );
    }

    #[test]
    fn a_first_row_of_labels_over_texts_heads_the_columns() {
        assert_eq!(
            told(&[
                &["Action", "Progress so far", "Owner"],
                &["Appoint a lead", "A superintendent was appointed in May.", "ACC Crime"],
                &["Train officers", "Half of all officers have been trained.", "Learning"],
            ]),
            [
                "[Action]",
                "[Progress so far]",
                "[Owner]",
                "Action / Appoint a lead",
                "Progress so far / Appoint a lead / A superintendent was appointed in May.",
                "Owner / Appoint a lead / ACC Crime",
                "Action / Train officers",
                "Progress so far / Train officers / Half of all officers have been trained.",
                "Owner / Train officers / Learning",
            ]
        );
    }

    #[test]
    fn a_label_goes_on_over_the_rows_that_it_spans() {
        // A format that leaves out the cells below, and one that doesn't.
        for (first, second) in
            [("v2 *Training", &["It was given."][..]), ("*Training", &["^", "It was given."])]
        {
            assert_eq!(
                told(&[&["*Area", "*Position"], &[first, "It is planned."], second]),
                [
                    "[Area]",
                    "[Position]",
                    "[Training]",
                    "Position / Training / It is planned.",
                    "Position / Training / It was given.",
                ]
            );
        }
    }

    #[test]
    fn a_heading_over_the_whole_width_heads_what_follows() {
        assert_eq!(
            told(&[&[">2 Work outstanding"], &[">2 Profile to be completed in May."]]),
            ["[Work outstanding]", "Work outstanding / Profile to be completed in May."]
        );
    }

    #[test]
    fn headings_of_several_columns_reach_over_all_of_them() {
        assert_eq!(
            told(&[
                &["*Area", ">2 *Progress"],
                &["*", "*2016", "*2017"],
                &["Training", "It was planned.", "It was given."],
            ]),
            [
                "[Area]",
                "[Progress]",
                "[2016]",
                "[2017]",
                "Area / Training",
                "Progress: 2016 / Training / It was planned.",
                "Progress: 2017 / Training / It was given.",
            ]
        );
    }

    #[test]
    fn a_table_of_one_cell_is_a_box_around_text() {
        assert_eq!(told(&[&["The force has a lead."]]), ["The force has a lead."]);
    }

    #[test]
    fn cells_that_claim_any_size_cost_nothing() {
        let mut table = OpenTable::new(0);
        for _ in 0..1000 {
            table.cell(CellProperties {
                columns: u32::MAX,
                rows: u32::MAX,
                ..CellProperties::default()
            });
        }
        table.row(false);
        table.cell(CellProperties::default());
        assert!(table.into_blocks().is_empty());
    }
}
