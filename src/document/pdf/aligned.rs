//! Tables that no lines draw: short pieces of text that stand under one another in columns.

use super::area::Area;
use super::grid::{Grid, Spread};
use super::lines::PdfLine;
use super::ruled::RuledTable;
use super::running::{ANSWER, LEADING, NEAR, Row, begins_anew, is_torn, leaves_room};

/// Rows stand no further apart than this.
const APART: f32 = 4.0;
/// A piece of more words is running text.
const WORDS: usize = 9;
/// A row alone is one where so much room, as a share of its size, parts a label from a word or two beside it.
const ROOM: f32 = 4.0;
/// So much of a column may be left empty at its right, as a share of its type's size.
const SPARE: f32 = 3.0;
/// So many rows tell where the columns begin.
const HEADS: usize = 3;
/// So many rows of one piece may follow one another.
const ALONE: usize = 4;
/// A row alone in these parts of a page's height is what the page repeats at its edges.
const EDGES: f32 = 0.12;
/// More lines of a page aren't looked at.
const MOST: usize = 2_000;

/// Takes the tables out of the lines of a page of some height.
pub(super) fn part(lines: Vec<PdfLine>, height: f32) -> (Vec<RuledTable>, Vec<PdfLine>) {
    if lines.len() > MOST {
        return (Vec::new(), lines);
    }
    let mut taken = vec![false; lines.len()];
    let mut tables = Vec::new();
    {
        let rows = rows(&lines);
        let mut at = 0;
        while at < rows.len() {
            let found = rows.get(at..).and_then(|rows| table(rows, height));
            let above = at.checked_sub(1).and_then(|above| rows.get(above));
            let found = found.filter(|(_, count)| {
                let table = rows.get(at..at + count).unwrap_or_default();
                !is_torn(above, table, rows.get(at + count))
            });
            let Some((table, count)) = found else {
                at += 1;
                continue;
            };
            for line in rows.iter().skip(at).take(count).flatten() {
                let own = lines.iter().position(|other| std::ptr::eq(other, *line));
                if let Some(taken) = own.and_then(|own| taken.get_mut(own)) {
                    *taken = true;
                }
            }
            tables.push(table);
            at += count;
        }
    }
    let mut taken = taken.into_iter();
    let rest = lines.into_iter().filter(|_| !taken.next().unwrap_or(false)).collect();
    (tables, rest)
}

fn rows(lines: &[PdfLine]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in lines {
        let same = |row: &Row<'_>| {
            row.first()
                .is_some_and(|first| (first.y - line.y).abs() < 0.2 * line.size.min(first.size))
        };
        match rows.last_mut().filter(|row| same(row)) {
            Some(row) => row.push(line),
            None => rows.push(vec![line]),
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by(|a, b| a.x0.total_cmp(&b.x0)));
    rows
}

/// Where the columns begin of a table that begins with the first of some rows: as there, or as in one of the next rows,
/// of which the first only heads several columns together.
fn starts(rows: &[Row<'_>]) -> Option<Vec<f32>> {
    let first = rows.first().filter(|row| row.len() > 1)?;
    let of = |row: &Row<'_>| row.iter().map(|line| line.x0).collect::<Vec<f32>>();
    let heads = of(first);
    let near = |a: f32, b: f32| (a - b).abs() <= NEAR;
    let below = rows.iter().take(HEADS).skip(1).filter(|row| {
        let apart = row.first().zip(first.first()).map_or(f32::MAX, |(a, b)| (a.y - b.y) / b.size);
        apart <= HEADS as f32 * APART
            && heads.iter().skip(1).all(|head| row.iter().any(|line| near(line.x0, *head)))
    });
    // A second row of heads has no first cell, where that goes on from above.
    let (left, second) = (heads.first()?, heads.get(1)?);
    let inner = |row: &Row<'_>| row.first().is_some_and(|line| near(line.x0, *second));
    let wider = below.filter(|row| row.len() + usize::from(inner(row)) > heads.len());
    let mut starts = wider.max_by_key(|row| row.len()).map_or_else(|| heads.clone(), of);
    if starts.first().is_some_and(|start| *start > left + NEAR) {
        starts.insert(0, *left);
    }
    Some(starts)
}

/// The table that begins with the first of some rows, and how many of them it takes.
fn table(rows: &[Row<'_>], height: f32) -> Option<(RuledTable, usize)> {
    let starts = starts(rows)?;
    let first = rows.first()?;
    let place = |line: &PdfLine| {
        let at = starts.iter().rposition(|start| *start <= line.x0 + NEAR)?;
        (line.text.split_whitespace().count() <= WORDS && !line.edge).then_some(at)
    };
    // What heads several columns reaches over them; all else stays within its own.
    let column = |line: &PdfLine, heads: bool| {
        let at = place(line)?;
        let next = starts.get(at + 1);
        (heads || next.is_none_or(|next| line.x1 < next - 0.2 * line.size)).then_some(at)
    };
    let spreads = first.len() < starts.len();
    // The rows of the table, each as the rows of the page that it takes.
    let mut groups: Vec<Vec<&Row<'_>>> = Vec::new();
    let mut last_y = first.first()?.y;
    let mut taken = 0;
    for (n, row) in rows.iter().enumerate() {
        let Some(line) = row.first() else { break };
        let distance = (line.y - last_y) / line.size.max(1.0);
        let fits = row.iter().all(|line| column(line, n == 0 && spreads).is_some());
        if !fits || distance > APART {
            break;
        }
        let is_first = place(line) == Some(0);
        let begins = groups.is_empty() || row.len() > 1 && (is_first || distance >= LEADING);
        // What stands alone above a row of the table heads what follows, or has nothing beside it.
        let alone = row.len() == 1
            && is_first
            && distance >= LEADING
            && goes_on_below(rows.get(n..).unwrap_or_default(), &starts);
        let ended = row.len() == 1 && is_first && ended_before(line, groups.last(), &starts);
        if begins || alone || ended {
            groups.push(vec![row]);
        } else if distance < LEADING {
            groups.last_mut()?.push(row);
        } else {
            break;
        }
        last_y = line.y;
        taken += 1;
    }
    let is_table = match groups.as_slice() {
        [only] => stands_alone(only, height),
        _ => leaves_room(&groups, &starts),
    };
    let is_table = is_table && begins_anew(&groups);
    is_table.then(|| (ruled(&groups, &starts), taken))
}

/// Whether the label above a line ended on purpose, since the first word of the line would have found room in its column.
fn ended_before(line: &PdfLine, above: Option<&Vec<&Row<'_>>>, starts: &[f32]) -> bool {
    let label = above.and_then(|group| group.last()).and_then(|row| row.first());
    let room = label.zip(starts.get(1)).map(|(label, next)| next - label.x1);
    let wanted = line.first_word + SPARE * line.size;
    line.text.starts_with(char::is_uppercase) && room.is_some_and(|room| room > wanted)
}

/// Whether a row of several pieces in these columns comes below some that stand alone, not far off.
fn goes_on_below(rows: &[Row<'_>], starts: &[f32]) -> bool {
    let near = |above: &Row<'_>, row: &Row<'_>| {
        let (above, row) = (above.first()?, row.first()?);
        Some((row.y - above.y) / row.size.max(1.0) <= APART)
    };
    let steps = rows.iter().zip(rows.iter().skip(1)).take(ALONE);
    let mut steps = steps.take_while(|(above, row)| near(above, row) == Some(true));
    let first = |row: &Row<'_>| row.first().map_or(f32::MIN, |line| line.x0);
    steps.any(|(_, row)| {
        row.len() > 1 && starts.iter().any(|start| (first(row) - start).abs() <= NEAR)
    })
}

/// Whether a row alone sets an answer beside a label.
fn stands_alone(row: &[&Row<'_>], height: f32) -> bool {
    let Some([label, answer]) = row.first().map(|first| first.as_slice()) else { return false };
    let words = |line: &PdfLine| line.text.split_whitespace().count();
    let goes_on = row.iter().skip(1).all(|line| line.len() == 1);
    let within = label.y > EDGES * height && label.y < (1.0 - EDGES) * height;
    within
        && goes_on
        && words(label) > 1
        && words(answer) <= ANSWER
        && answer.x0 - label.x1 > ROOM * label.size
}

fn ruled(groups: &[Vec<&Row<'_>>], starts: &[f32]) -> RuledTable {
    let top = |group: &Vec<&Row<'_>>| {
        let lines = group.iter().flat_map(|row| row.iter());
        lines.map(|line| line.top()).fold(f32::MAX, f32::min)
    };
    let lines = || groups.iter().flatten().flat_map(|row| row.iter());
    let bottom = lines().map(|line| line.bottom()).fold(f32::MIN, f32::max);
    let right = lines().map(|line| line.x1).fold(f32::MIN, f32::max) + 1.0;
    let left = starts.first().copied().unwrap_or(0.0);
    let (mut boxes, mut cells) = (Vec::new(), Vec::new());
    for (n, group) in groups.iter().enumerate() {
        let y0 = top(group) - 1.0;
        let y1 = groups.get(n + 1).map_or(bottom, |next| top(next) - 1.0);
        for (m, start) in starts.iter().enumerate() {
            let x1 = starts.get(m + 1).copied().unwrap_or(right);
            let area = Area { x0: *start, y0, x1, y1 };
            let (row, column) = (u32::try_from(n).unwrap_or(0), u32::try_from(m).unwrap_or(0));
            boxes.push(Spread { area, row, column, columns: 1, rows: 1 });
            let own = group.iter().flat_map(|row| row.iter()).filter(|line| {
                starts.iter().rposition(|start| *start <= line.x0 + NEAR) == Some(m)
            });
            cells.push(own.map(|line| (*line).clone()).collect());
        }
    }
    let area = Area { x0: left, y0: groups.first().map_or(0.0, top) - 1.0, x1: right, y1: bottom };
    RuledTable { grid: Grid { boxes, area, lefts: starts.to_vec() }, cells }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::lines::tests::drawn;
    use super::*;

    fn page(pieces: &[(&str, f32, f32)]) -> Vec<PdfLine> {
        let words =
            pieces.iter().zip(0_usize..).flat_map(|((text, x, y), n)| drawn(text, *x, *y, n * 100));
        lines(words.collect(), &[])
    }

    #[test]
    fn short_pieces_under_one_another_are_a_table() {
        let (tables, rest) = part(
            page(&[
                ("Answers of the force", 10.0, 10.0),
                ("No.", 10.0, 30.0),
                ("Arrangement", 60.0, 30.0),
                ("Answer", 200.0, 30.0),
                ("1", 10.0, 50.0),
                ("Dedicated", 60.0, 50.0),
                ("No", 200.0, 50.0),
                ("coordinator", 60.0, 62.0),
                ("2", 10.0, 80.0),
                ("Lead", 60.0, 80.0),
                ("Yes", 200.0, 80.0),
            ]),
            800.0,
        );
        assert_eq!(rest.len(), 1);
        let cells: Vec<String> = tables[0]
            .cells
            .iter()
            .map(|cell| cell.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            cells,
            [
                "No.",
                "Arrangement",
                "Answer",
                "1",
                "Dedicated coordinator",
                "No",
                "2",
                "Lead",
                "Yes"
            ]
        );
    }

    #[test]
    fn a_label_that_left_room_goes_on_in_no_other() {
        let rows = |last: &str| {
            let pieces = [
                ("Analyst", 10.0, 200.0),
                ("Partly", 300.0, 200.0),
                ("Coordinator", 10.0, 212.0),
                ("Red", 300.0, 212.0),
                (last, 10.0, 224.0),
            ];
            let (tables, _) = part(page(&pieces), 800.0);
            tables[0].cells.iter().step_by(2).map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(rows("Strategy On track"), [1, 1, 1]);
        assert_eq!(rows("for modern slavery"), [1, 2]);
    }

    #[test]
    fn a_row_alone_is_a_table_where_a_word_or_two_answer_a_label() {
        let row = |y: f32| {
            let pieces =
                [("Dedicated lead", 10.0, y), ("No", 200.0, y), ("for this", 10.0, y + 12.0)];
            part(page(&pieces), 800.0)
        };
        let (tables, rest) = row(200.0);
        assert_eq!((tables.len(), rest.len()), (1, 0));
        assert_eq!(tables[0].cells[0].len(), 2);
        // At the edge of a page it is what the page repeats.
        assert!(row(40.0).0.is_empty());
    }

    #[test]
    fn lines_of_two_columns_that_meet_by_chance_are_none() {
        let left = [
            "the force has a lead for this work whom",
            "many know well. She went to the",
            "police as an adult and they didn't identify her as a victim then",
        ];
        let right = ["the sessions that are left of each of the", "RNAs.", ""];
        let mut pieces = Vec::new();
        for (n, (left, right)) in left.iter().zip(right).enumerate() {
            let y = 200.0 + n as f32 * 12.0;
            pieces.push((*left, 10.0, y));
            pieces.extend((!right.is_empty()).then_some((right, 400.0, y)));
        }
        let (tables, rest) = part(page(&pieces), 800.0);
        assert!(tables.is_empty());
        assert_eq!(rest.len(), 5);
    }

    #[test]
    fn columns_of_running_text_are_none() {
        let left = [
            "the force has a lead for this",
            "work who is of the rank of an",
            "inspector, and a team of ten.",
        ];
        let mut pieces = Vec::new();
        for (n, text) in left.iter().enumerate() {
            pieces.push((*text, 10.0, 20.0 + n as f32 * 12.0));
            pieces.push((*text, 170.0, 20.0 + n as f32 * 12.0));
        }
        let (tables, rest) = part(page(&pieces), 800.0);
        assert!(tables.is_empty());
        assert_eq!(rest.len(), 6);
    }
}
