//! CSV as office programs save it: with commas, semicolons or tabs, in UTF-8 or what Windows has.

use csv::ReaderBuilder;

use super::sheet::{Held, Sheet};
use super::taken::{Left, Taken};
use crate::document::archive::damaged;
use crate::document::encoding::decode;
use crate::source::Fault;

/// Reads the one sheet of a file.
pub(super) fn sheet(name: &str, bytes: &[u8]) -> Result<Sheet, Fault> {
    let body = decode(name, bytes)?;
    let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let own = own.rsplit_once('.').map_or(own, |(stem, _)| stem);
    let mut left = Left::new();
    let mut taken = Taken::new(name, own, &mut left);
    let delimiter = delimiter(&body);
    let body = without_blank_lines(&body, delimiter);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(|error| damaged(name, &error.to_string()))?;
        for (column, field) in (0..).zip(record.iter()) {
            taken.put((row, column), Held::Text(field.to_owned()))?;
        }
    }
    Ok(taken.sheet)
}

/// The same with two empty cells in each line that has none: it is a row to every program but the parser.
fn without_blank_lines(body: &str, delimiter: u8) -> String {
    let (mut inside, mut begins) = (false, true);
    let mut out = String::with_capacity(body.len());
    let mut rest = body.chars().peekable();
    while let Some(c) = rest.next() {
        let ends = c == '\n' || (c == '\r' && rest.peek() == Some(&'\n'));
        if begins && ends && !inside {
            out.push(char::from(delimiter));
        }
        inside ^= c == '"';
        begins = c == '\n' && !inside;
        out.push(c);
    }
    out
}

/// What stands between the cells: what is most often in the first line, outside of quotes.
fn delimiter(body: &str) -> u8 {
    let mut inside = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for c in body.bytes().take(10_000) {
        match c {
            b'"' => inside = !inside,
            b'\n' if !inside => break,
            _ if inside => {}
            c => {
                if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == c) {
                    *count += 1;
                }
            }
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_that_programs_show() {
        let sheet = sheet("a/b.c.csv", b"x;\"y\n, z\"\r\n\r\n;w\r\n").unwrap();
        let cells: Vec<_> = sheet.cells.into_iter().collect();
        let text = |text: &str| Held::Text(text.to_owned());
        assert_eq!(cells, [((0, 0), text("x")), ((0, 1), text("y\n, z")), ((2, 1), text("w"))]);
        assert_eq!(sheet.name, "b.c");
    }
}
