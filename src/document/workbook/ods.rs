//! Workbooks of LibreOffice. One row may stand for a million of the same: that is counted before
//! anything is made of it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Ods, OdsError, Reader as _};

use super::held::held;
use super::sheet::{At, Sheet};
use super::taken::{Left, MOST_CELLS, Taken, too_large};
use crate::document::archive::{damaged, encrypted};
use crate::document::xml::{Ns, Xml, XmlPiece, decode};
use crate::source::Fault;

/// The most cells that are laid out, empty ones between others included.
const MOST_LAID_OUT: u64 = 10 * MOST_CELLS as u64;

/// Reads the sheets of a workbook, whose content is the part of it that holds them.
pub(super) fn sheets(name: &str, bytes: &[u8], content: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let broken = |why: &str| damaged(name, &format!("its part `content.xml` {why}"));
    let extent = Extent::of(&decode(content).map_err(broken)?).map_err(broken)?;
    if extent.laid_out > MOST_LAID_OUT {
        return Err(too_large(name, "says that it has millions of cells"));
    }
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => encrypted(name),
        error => damaged(name, &error.to_string()),
    })?;
    let mut left = Left::new();
    let mut sheets = Vec::new();
    for own in book.sheet_names() {
        let range =
            book.worksheet_range(&own).map_err(|error| damaged(name, &error.to_string()))?;
        let mut taken = Taken::new(name, &own, &mut left);
        let (row, column) = range.start().unwrap_or_default();
        for (below, right, value) in range.used_cells() {
            let far = |step: usize| u32::try_from(step).unwrap_or(u32::MAX);
            let at = (row.saturating_add(far(below)), column.saturating_add(far(right)));
            if let Some(held) = held(value.clone()) {
                taken.put(at, held)?;
            }
        }
        taken.sheet.merged = extent.merged.get(&own).cloned().unwrap_or_default();
        sheets.push(taken.sheet);
    }
    Ok(sheets)
}

/// How much a workbook says that it lays out, and what is merged in each sheet.
#[derive(Default)]
struct Extent {
    laid_out: u64,
    merged: BTreeMap<String, Vec<(At, At)>>,
}

/// Where a walk through a table is.
#[derive(Default)]
struct Walked {
    sheet: String,
    row: u32,
    /// How many rows this row stands for.
    rows: u32,
    column: u32,
    /// The first column behind the last cell of the row that holds something.
    filled: u32,
    widest: u32,
    /// The first row behind the last that holds something.
    last: u32,
}

impl Extent {
    fn of(content: &str) -> Result<Self, &'static str> {
        let mut own = Self::default();
        let mut walked = Walked::default();
        let mut xml = Xml::new(content);
        while let Some(piece) = xml.next()? {
            match piece {
                XmlPiece::Open(Ns::Table, element) => match element.name() {
                    "table" => {
                        let sheet = element.get("name").unwrap_or_default();
                        walked = Walked { sheet, ..Walked::default() };
                    }
                    "table-row" => {
                        walked.rows = element.number("number-rows-repeated").unwrap_or(1);
                        (walked.column, walked.filled) = (0, 0);
                    }
                    "table-cell" | "covered-table-cell" => {
                        let times = element.number("number-columns-repeated").unwrap_or(1);
                        let spans = |of| element.number(of).unwrap_or(1).max(1);
                        let (rows, columns) =
                            (spans("number-rows-spanned"), spans("number-columns-spanned"));
                        if rows > 1 || columns > 1 {
                            let first = (walked.row, walked.column);
                            let last = (
                                walked.row.saturating_add(rows - 1),
                                walked.column.saturating_add(columns - 1),
                            );
                            own.merged.entry(walked.sheet.clone()).or_default().push((first, last));
                        }
                        walked.column = walked.column.saturating_add(times);
                        if element.get("value-type").is_some() || element.get("formula").is_some() {
                            walked.filled = walked.column;
                        }
                    }
                    _ => {}
                },
                // Some programs write a text without saying that it is one.
                XmlPiece::Text(text) if !text.trim().is_empty() => walked.filled = walked.column,
                XmlPiece::Close(Ns::Table, name) if name == "table-row" => {
                    walked.row = walked.row.saturating_add(walked.rows);
                    if walked.filled > 0 {
                        walked.last = walked.row;
                        walked.widest = walked.widest.max(walked.filled);
                    }
                }
                XmlPiece::Close(Ns::Table, name) if name == "table" => {
                    own.laid_out += u64::from(walked.last) * u64::from(walked.widest);
                }
                _ => {}
            }
        }
        Ok(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_lays_out_is_counted_before_it_is() {
        let of = |rows: &str| {
            let table = format!("<table:table table:name=\"A\">{rows}</table:table>");
            Extent::of(&table).unwrap()
        };
        let row = |times: &str, cells: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>"
            )
        };
        let cell = |times: &str, inner: &str| {
            format!(
                "<table:table-cell table:number-columns-repeated=\"{times}\">{inner}</table:table-cell>"
            )
        };
        let text = "<text:p>x</text:p>";
        assert_eq!(of(&row("3", &cell("4", text))).laid_out, 12);
        // What is empty at the end counts for nothing.
        let rows =
            row("2", &(cell("3", text) + &cell("16000", ""))) + &row("1048000", &cell("9", ""));
        assert_eq!(of(&rows).laid_out, 6);
        assert!(of(&row("1048576", &cell("16384", text))).laid_out > MOST_LAID_OUT);
        assert!(
            of(&(row("1048575", &cell("1", "")) + &row("1", &cell("9", text)))).laid_out
                > 9e6 as u64
        );
        let merged =
            "<table:table-cell table:number-columns-spanned=\"2\"/><table:covered-table-cell/>";
        assert_eq!(of(&row("1", merged)).merged["A"], [((0, 0), (0, 1))]);
    }
}
