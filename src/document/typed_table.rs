//! Tables that people draw in plain text, with strokes, with tabs, with spaces, or as programs export them.

use super::block::{Block, Kind, Spot};
use super::flow::Flow;
use super::paragraph::Paragraph;
use super::slot::CellProperties;
use super::typed_row::{MOST_COLUMNS, Rows, TypedCell, TypedRow};
use super::typed_signs::with_signs;
use super::typed_spaces::with_spaces;

/// So many lines tell whether strokes draw a table.
const LOOKED_AT: usize = 50;
/// The fewest lines of one whose cells tabs part.
const FEWEST_TABBED: usize = 2;
/// The blocks of a table at the beginning of some lines, and how many of them it takes.
pub(super) fn table(lines: &[TypedRow<'_>], number: u32) -> Option<(Vec<Block>, usize)> {
    let rows = with_strokes(lines).or_else(|| with_tabs(lines)).or_else(|| with_signs(lines));
    let (rows, taken) = rows.or_else(|| with_spaces(lines))?;
    let mut flow = Flow::numbered(number);
    flow.start_table();
    for row in rows {
        flow.start_row(false);
        for cell in row {
            flow.start_cell(CellProperties::default());
            let mut paragraph = Paragraph::default();
            for (line, column, text) in cell {
                if !paragraph.is_empty() {
                    paragraph.wrap_line();
                }
                let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
                paragraph.push(text, Spot { page: None, line, column }, false);
            }
            flow.add(paragraph, &Kind::Paragraph);
            flow.end_cell();
        }
    }
    flow.end_table();
    Some((flow.take(), taken))
}

/// A table with strokes between its cells: `| Lead | In place |`.
fn with_strokes<'a>(lines: &[TypedRow<'a>]) -> Option<(Rows<'a>, usize)> {
    if !lines.first()?.text.contains(['|', '+']) {
        return None;
    }
    let is_row = |line: &&TypedRow<'a>| line.text.contains('|') || is_rule(line.text);
    let begins = lines.iter().take(LOOKED_AT).take_while(is_row);
    let widths = begins.filter(|line| !is_rule(line.text)).map(|line| stroked(line).len());
    let width = widths.clone().max()?;
    let even = widths.clone().filter(|own| *own == width).count();
    // The first lines tell whether it is one: a long text that isn't must not be looked at again and again.
    if !(2..=MOST_COLUMNS).contains(&width) || even * 3 < widths.count() * 2 {
        return None;
    }
    let own: Vec<&TypedRow<'a>> = lines.iter().take_while(is_row).collect();
    let rules = own.iter().filter(|line| is_rule(line.text)).count();
    let filled = own.len() - rules;
    if filled < 2 {
        return None;
    }
    // Where rules part the rows, a row may be several lines.
    let closed = own
        .first()
        .zip(own.last())
        .is_some_and(|(first, last)| is_rule(first.text) && is_rule(last.text) && rules > 3);
    let ruled = closed || rules > 2 && rules * 2 >= own.len();
    let mut rows: Rows<'a> = Vec::new();
    let mut goes_on = false;
    for line in &own {
        if is_rule(line.text) {
            goes_on = false;
            continue;
        }
        if !(goes_on && ruled) {
            rows.push(vec![Vec::new(); width]);
        }
        goes_on = true;
        if let Some(row) = rows.last_mut() {
            for (cell, (column, text)) in row.iter_mut().zip(stroked(line)) {
                if !text.is_empty() {
                    cell.push((line.number, column, text));
                }
            }
        }
    }
    Some((rows, own.len()))
}

/// Whether a line only parts rows: `+-----+-----+`.
fn is_rule(text: &str) -> bool {
    text.len() > 2
        && text.contains(['-', '='])
        && text.chars().all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' '))
}

/// The cells of a line with strokes between them.
fn stroked<'a>(line: &TypedRow<'a>) -> Vec<TypedCell<'a>> {
    let outer = line.text.strip_prefix('|');
    let start = line.indent as usize + usize::from(outer.is_some());
    let inner = outer.unwrap_or(line.text);
    let inner = inner.trim_end().strip_suffix('|').unwrap_or(inner);
    let mut at = start;
    let cells = inner.split('|').map(|cell| {
        let indent = cell.chars().take_while(|c| c.is_whitespace()).count();
        let own = (at + indent, cell.trim());
        at += cell.chars().count() + 1;
        own
    });
    cells.collect()
}

/// A table whose cells tabs part, as it is copied out of an office program: however wide a cell is, the next one
/// belongs to the next column.
fn with_tabs<'a>(lines: &[TypedRow<'a>]) -> Option<(Rows<'a>, usize)> {
    let width = |line: &TypedRow<'a>| line.whole.matches('\t').count() + 1;
    let columns = width(lines.first()?);
    if !(2..=MOST_COLUMNS).contains(&columns) {
        return None;
    }
    // Behind a bullet or a number stands what it counts, and behind dots the page.
    if columns == 2 && lines.first()?.mark > 0 {
        return None;
    }
    let is_contents = |line: &TypedRow<'a>| line.text.contains("....") || line.text.contains("……");
    let fits =
        |line: &&TypedRow<'a>| width(line) == columns && !is_rule(line.text) && !is_contents(line);
    let own: Vec<&TypedRow<'a>> = lines.iter().take_while(fits).collect();
    if own.len() < FEWEST_TABBED {
        return None;
    }
    let rows = own.iter().map(|line| {
        let mut at = 0;
        let cells = line.whole.split('\t').map(|cell| {
            let indent = cell.chars().take_while(|c| c.is_whitespace()).count();
            let column = at + indent;
            at += cell.chars().count() + 1;
            let text = cell.trim();
            if text.is_empty() { Vec::new() } else { vec![(line.number, column, text)] }
        });
        cells.collect()
    });
    Some((rows.collect(), own.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(Vec<String>, usize)> {
        let lines: Vec<TypedRow<'_>> = (1..)
            .zip(text.lines())
            .map(|(number, line)| TypedRow {
                number,
                indent: (line.len() - line.trim_start().len()) as u32,
                text: line.trim(),
                whole: line,
                width: line.trim().chars().count() as u32,
                mark: 0,
            })
            .collect();
        let (blocks, taken) = table(&lines, 0)?;
        let cell = |block: &Block| match &block.kind {
            Kind::Cell(cell) => {
                let spot = block.spot(0);
                format!(
                    "{},{} {} ({}:{})",
                    cell.row,
                    cell.column,
                    block.text(),
                    spot.line,
                    spot.column
                )
            }
            other => format!("{other:?}"),
        };
        Some((blocks.iter().map(cell).collect(), taken))
    }

    #[test]
    fn strokes_draw_a_table() {
        let drawn = "| Area | Status |\n|------|--------|\n| Lead | No |\n| Team |  |\nAfter";
        let cells = [
            "0,0 Area (1:3)",
            "0,1 Status (1:10)",
            "1,0 Lead (3:3)",
            "1,1 No (3:10)",
            "2,0 Team (4:3)",
        ];
        assert_eq!(told(drawn), Some((cells.map(str::to_owned).to_vec(), 4)));
        let boxed = "+----+---+\n| A  | B |\n| b  |   |\n+----+---+\n| C  | D |\n+----+---+";
        let (cells, _) = told(boxed).unwrap();
        assert_eq!(cells, ["0,0 A b (2:3)", "0,1 B (2:8)", "1,0 C (5:3)", "1,1 D (5:8)"]);
    }

    #[test]
    fn tabs_draw_a_table_however_wide_its_cells_are() {
        let drawn = "Area\tYes\tNo\nLead\t\tx\nCoordinator of the force\tx\t\n\t\tx";
        let (cells, taken) = told(drawn).unwrap();
        assert_eq!(taken, 4);
        assert_eq!(
            cells[3..],
            [
                "1,0 Lead (2:1)",
                "1,2 x (2:7)",
                "2,0 Coordinator of the force (3:1)",
                "2,1 x (3:26)",
                "3,2 x (4:3)",
            ]
        );
        assert_eq!(told("Lead\tA superintendent."), None);
        assert_eq!(told("Foreword ........\t3\nThe law ........\t5"), None);
    }

    #[test]
    fn spaces_draw_a_table_where_its_columns_stand_under_one_another() {
        let drawn = "Area            Status\nLead            In place\nCoordinator     No\n";
        let (cells, taken) = told(drawn).unwrap();
        assert_eq!(taken, 3);
        assert_eq!(cells[5], "2,1 No (3:17)");
        // The label has no head.
        let drawn = "        Fully   Not at all\nLead     [x]      [ ]\nTeam     [ ]      [x]\n";
        let (cells, taken) = told(drawn).unwrap();
        assert_eq!(taken, 3);
        assert_eq!(cells[0], "0,1 Fully (1:10)");
        assert_eq!(cells[7], "2,2 [x] (3:19)");
        for text in [
            "Our ref: 12     Your ref: 7\nDear Sir,\n",
            "A line of words.\nAnother line   of words.\nA third one.",
            "a | b",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
