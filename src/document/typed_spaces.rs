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

/// Where a column stands: from its first character to its last.
type Place = (usize, usize);

/// A table whose columns stand under one another.
pub(super) fn with_spaces<'a>(lines: &[TypedRow<'a>]) -> Option<(Rows<'a>, usize)> {
    // A rule below the heads or above a sum parts no table.
    let below = lines.iter().skip(1).take(2).find(|line| !is_rule(line.text))?;
    let second = spaced(below, GAP);
    // Heads stand closer to one another than what they head: "2018/19  2019/20".
    let close = spaced(lines.first()?, CLOSE);
    let gap = if stand_over(&close, &second).is_some() && close.len() > 2 { CLOSE } else { GAP };
    let first = spaced(lines.first()?, gap);
    let over = stand_over(&first, &second);
    let shape = if over.is_some() { &second } else { &first };
    if !(2..=MOST_COLUMNS).contains(&shape.len()) {
        return None;
    }
    let places: Vec<Place> = shape.iter().map(place).collect();
    // Figures stand under one another by their last digits.
    let column = |cell: &TypedCell<'a>| {
        let (start, end) = place(cell);
        let figure = cell.1.starts_with(|c: char| c.is_ascii_digit() || "(£-".contains(c));
        places
            .iter()
            .position(|own| own.0.abs_diff(start) <= NEAR)
            .or_else(|| places.iter().position(|own| figure && own.1.abs_diff(end) <= NEAR))
    };
    // The heads stand where they stand, though what they head may begin further on.
    let cells_of = |line: &TypedRow<'a>| {
        let heads = over.filter(|_| lines.first().is_some_and(|own| own.number == line.number));
        let mut cells = spaced(line, if heads.is_some() { gap } else { GAP });
        if let Some(skipped) = heads {
            let own = cells.iter_mut().zip(places.iter().skip(skipped));
            own.for_each(|(cell, (at, _))| cell.0 = *at);
        }
        cells
    };
    let fits = |line: &&TypedRow<'a>| {
        is_rule(line.text)
            || cells_of(line)
                .iter()
                .all(|cell| column(cell).is_some() && cell.1.split_whitespace().count() <= LONGEST)
    };
    let own: Vec<&TypedRow<'a>> = lines.iter().take_while(fits).collect();
    let is_full = |line: &&&TypedRow<'a>| !is_rule(line.text) && spaced(line, GAP).len() > 1;
    let full = own.iter().filter(is_full).count();
    // The more columns stand under one another, the less is it by chance.
    if full + usize::from(places.len() > 2 || is_pair(&own)) < FEWEST {
        return None;
    }
    let mut rows: Rows<'a> = Vec::new();
    for line in own.iter().filter(|line| !is_rule(line.text)) {
        let cells = cells_of(line);
        // What stands alone goes on from the cell above it; a first cell with a capital begins a row of its own.
        let begins = |cell: &TypedCell<'a>| {
            column(cell) == Some(0) && !cell.1.starts_with(char::is_lowercase)
        };
        let alone = cells.len() == 1 && !rows.is_empty() && !cells.iter().any(begins);
        if !alone {
            rows.push(vec![Vec::new(); places.len()]);
        }
        let Some(row) = rows.last_mut() else { continue };
        for cell in cells {
            if let Some(own) = column(&cell).and_then(|column| row.get_mut(column)) {
                own.push((line.number, cell.0, cell.1));
            }
        }
    }
    Some((rows, own.len()))
}

/// Whether two lines are labels with short values under one another: "Lead      Yes", "Coordinator      No".
fn is_pair(lines: &[&TypedRow<'_>]) -> bool {
    const VALUE: usize = 3;
    if lines.len() != 2 {
        return false;
    }
    let cells: Vec<Vec<TypedCell<'_>>> = lines.iter().map(|line| spaced(line, GAP)).collect();
    let even = |row: &Vec<TypedCell<'_>>| match row.as_slice() {
        [(_, label), (at, value)] => {
            let under = cells.first().and_then(|own| own.get(1)).is_some_and(|own| own.0 == *at);
            under && !label.contains(':') && value.split_whitespace().count() <= VALUE
        }
        _ => false,
    };
    cells.iter().all(even)
}

/// Whether the cells of a line head those of the next one, and how many of those have no head: "Fully   Partly" over "Lead   [x]
/// [ ]", "Budget" over "1,140".
fn stand_over(heads: &[TypedCell<'_>], below: &[TypedCell<'_>]) -> Option<usize> {
    let over = |(head, cell): (&TypedCell<'_>, &TypedCell<'_>)| {
        let (at, end) = place(head);
        at <= cell.0 + NEAR && cell.0 <= end
    };
    let unheaded = below.len().checked_sub(heads.len()).filter(|own| *own < 2)?;
    let all = heads.iter().zip(below.iter().skip(unheaded)).all(over);
    (heads.len() > 1 && all).then_some(unheaded)
}

/// Where a cell stands in its line, in characters.
fn place(cell: &TypedCell<'_>) -> Place {
    (cell.0, cell.0 + cell.1.chars().count())
}

/// Whether a line only parts others: `----  ------`.
fn is_rule(text: &str) -> bool {
    text.len() > 2 && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '–' | '—' | ' '))
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
