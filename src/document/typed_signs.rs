//! Tables in plain text as programs export them: `Area;Status` or `"Area","Status"`, a row in each line.

use super::typed_row::{MOST_COLUMNS, Rows, TypedCell, TypedRow};

/// The fewest lines of one.
const FEWEST: usize = 3;

/// A table whose cells semicolons or commas part.
pub(super) fn with_signs<'a>(lines: &[TypedRow<'a>]) -> Option<(Rows<'a>, usize)> {
    [';', ','].into_iter().find_map(|sign| parted(lines, sign))
}

fn parted<'a>(lines: &[TypedRow<'a>], sign: char) -> Option<(Rows<'a>, usize)> {
    let head = lines.first()?;
    let columns = cells(head, sign)?.len();
    // In a sentence a space follows such a sign; two cells are fewer than chance needs.
    if columns == 2 && sign == ',' && !is_quoted(head.text) {
        return None;
    }
    let rows = lines.iter().map_while(|line| {
        let own = cells(line, sign).filter(|own| own.len() == columns)?;
        let cell = |(at, text): TypedCell<'a>| {
            if text.is_empty() { Vec::new() } else { vec![(line.number, at, text)] }
        };
        Some(own.into_iter().map(cell).collect())
    });
    let rows: Rows<'a> = rows.collect();
    let taken = rows.len();
    (taken >= FEWEST).then_some((rows, taken))
}

fn is_quoted(text: &str) -> bool {
    text.starts_with('"') && text.ends_with('"')
}

/// The cells of a line, unless a space follows what would part them, or there are more than a table has.
fn cells<'a>(line: &TypedRow<'a>, sign: char) -> Option<Vec<TypedCell<'a>>> {
    let text = line.text;
    let (mut quoted, mut start) = (false, 0);
    let mut cells = Vec::new();
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..)?;
        if c == '"' {
            quoted = !quoted;
        } else if c == sign && !quoted {
            if rest.starts_with(' ') || cells.len() + 1 == MOST_COLUMNS {
                return None;
            }
            cells.push(cell(line, start, text.get(start..at)?));
            start = at + c.len_utf8();
        }
    }
    cells.push(cell(line, start, text.get(start..)?));
    (!quoted && cells.len() > 1).then_some(cells)
}

/// A cell without the quotation marks around it, and where it begins in characters of the line.
fn cell<'a>(line: &TypedRow<'a>, start: usize, text: &'a str) -> TypedCell<'a> {
    let bare = text.trim().trim_matches('"').trim();
    let before = line.text.get(..start).map_or(0, |before| before.chars().count());
    let inside =
        text.find(bare).and_then(|at| text.get(..at)).map_or(0, |lead| lead.chars().count());
    (line.indent as usize + before + inside, bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<Vec<String>> {
        let row = |(number, line): (u32, &'static str)| TypedRow {
            number,
            indent: 0,
            text: line.trim(),
            whole: line,
            width: 0,
            mark: 0,
        };
        let text: &'static str = text.to_owned().leak();
        let lines: Vec<TypedRow<'_>> = (1..).zip(text.lines()).map(row).collect();
        let (rows, _) = with_signs(&lines)?;
        let cell = |cell: &Vec<(u32, usize, &str)>| {
            cell.first().map_or(String::new(), |(line, at, text)| format!("{text} ({line}:{at})"))
        };
        Some(rows.iter().flatten().map(cell).collect())
    }

    #[test]
    fn signs_without_a_space_part_cells() {
        let cells = told("Area;Status\nLead;No\nTeam;").unwrap();
        assert_eq!(
            cells,
            ["Area (1:0)", "Status (1:5)", "Lead (2:0)", "No (2:5)", "Team (3:0)", ""]
        );
        let quoted = "\"Area\",\"Reply\"\n\"Lead, named\",\"N\"\n\"Team\",\"Y\"\n";
        let cells = told(quoted).unwrap();
        assert_eq!(cells[2..4], ["Lead, named (2:1)", "N (2:15)"]);
    }

    #[test]
    fn sentences_are_no_rows() {
        for text in [
            "There is one; it is new.\nThere was one; it went.\nThere will be; it is due.",
            "1,200\n3,400\n5,600",
            "One;two\nthree;four",
            "A;b;c\nd;e\nf;g;h",
            "\"He said;\"\nso;did\nshe;not",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
