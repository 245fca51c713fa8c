//! Tables in plain text whose columns stand under one another, parted by spaces.

use super::typed_row::{MOST_COLUMNS, Rows, TypedCell, TypedRow};

/// So many spaces part two cells.
const GAP: usize = 3;
/// So many, two heads.
const CLOSE: usize = 2;
/// The fewest lines of a table.
const FEWEST: usize = 3;
/// Cells of one column begin within so many characters of one another.
const NEAR: usize = 2;
/// The longest cell, in words.
const LONGEST: usize = 14;

/// A table whose columns stand under one another.
pub(super) fn with_spaces<'a>(lines: &[TypedRow<'a>]) -> Option<(Rows<'a>, usize)> {
    let second = lines.get(1).map(|line| spaced(line, GAP)).unwrap_or_default();
    // Heads stand closer to one another than what they head: "2018/19  2019/20".
    let close = spaced(lines.first()?, CLOSE);
    let gap = if stands_over(&close, &second) && close.len() > 2 { CLOSE } else { GAP };
    let first = spaced(lines.first()?, gap);
    let over = stands_over(&first, &second);
    let shape = if over { &second } else { &first };
    if !(2..=MOST_COLUMNS).contains(&shape.len()) {
        return None;
    }
    let starts: Vec<usize> = shape.iter().map(|(at, _)| *at).collect();
    let column = |at: usize| starts.iter().position(|start| start.abs_diff(at) <= NEAR);
    // The heads of all columns but the first stand where they stand.
    let cells_of = |line: &TypedRow<'a>| {
        let heads = over && lines.first().is_some_and(|first| first.number == line.number);
        let mut cells = spaced(line, if heads { gap } else { GAP });
        if heads {
            cells.iter_mut().zip(starts.iter().skip(1)).for_each(|(cell, at)| cell.0 = *at);
        }
        cells
    };
    let fits = |line: &&TypedRow<'a>| {
        let cells = cells_of(line);
        cells
            .iter()
            .all(|(at, text)| column(*at).is_some() && text.split_whitespace().count() <= LONGEST)
    };
    let own: Vec<&TypedRow<'a>> = lines.iter().take_while(fits).collect();
    let full = own.iter().filter(|line| spaced(line, GAP).len() > 1).count();
    // The more columns stand under one another, the less is it by chance.
    if full + usize::from(starts.len() > 2) < FEWEST {
        return None;
    }
    let mut rows: Rows<'a> = Vec::new();
    for line in &own {
        let cells = cells_of(line);
        // What stands alone goes on from the cell above it; a first cell with a capital begins a row of its own.
        let begins = |(at, text): &TypedCell<'a>| {
            column(*at) == Some(0) && !text.starts_with(char::is_lowercase)
        };
        let alone = cells.len() == 1 && !rows.is_empty() && !cells.iter().any(begins);
        if !alone {
            rows.push(vec![Vec::new(); starts.len()]);
        }
        let Some(row) = rows.last_mut() else { continue };
        for (at, text) in cells {
            if let Some(cell) = column(at).and_then(|column| row.get_mut(column)) {
                cell.push((line.number, at, text));
            }
        }
    }
    Some((rows, own.len()))
}

/// Whether the cells of a line head those of the next one, but for its label: "Fully   Partly" over "Lead   [x]   [ ]".
fn stands_over(heads: &[TypedCell<'_>], below: &[TypedCell<'_>]) -> bool {
    let over = |(head, cell): (&TypedCell<'_>, &TypedCell<'_>)| {
        let (at, text) = head;
        *at <= cell.0 + NEAR && cell.0 <= at + text.chars().count()
    };
    heads.len() > 1
        && below.len() == heads.len() + 1
        && heads.iter().zip(below.iter().skip(1)).all(over)
}

/// The parts of a line that stand well apart.
fn spaced<'a>(line: &TypedRow<'a>, gap: usize) -> Vec<TypedCell<'a>> {
    let mut cells: Vec<TypedCell<'a>> = Vec::new();
    let (mut start, mut spaces, mut tabbed) = (None, 0_usize, false);
    let mut ends = 0;
    let indent = line.indent as usize;
    let mut began_at = indent;
    for (column, (at, c)) in (indent..).zip(line.text.char_indices()) {
        if c.is_whitespace() {
            spaces += 1;
            tabbed |= c == '\t';
        } else {
            if let Some(from) = start.filter(|_| spaces >= gap || tabbed) {
                cells.push((began_at, line.text.get(from..ends).unwrap_or_default()));
                start = None;
            }
            if start.is_none() {
                (start, began_at) = (Some(at), column);
            }
            (spaces, tabbed) = (0, false);
            ends = at + c.len_utf8();
        }
    }
    if let Some(from) = start {
        cells.push((began_at, line.text.get(from..ends).unwrap_or_default()));
    }
    cells
}
