//! `csv`: a row a finding, as RFC 4180 has it: quoted throughout, lines ended by CR and LF, UTF-8
//! without a byte-order mark.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, whether or not it is
//! quoted. Such a text has an apostrophe before it, and so has one that begins with an apostrophe:
//! whoever takes one apostrophe off the start of a cell has the text as it was.

use ::csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::columns::{COLUMNS, CellValue, rows, text};
use super::format::{ReportFormat, ReportOptions};
use crate::result::CheckResult;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::text(
    "csv",
    "A row a finding, for spreadsheets and databases; the arrangements are in `xlsx` and `json`",
    csv,
)
.for_programs(&["\"force\",\"name\","]);

fn csv(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    let cells = |row| COLUMNS.iter().map(|column| (column.of)(&row)).collect();
    table(COLUMNS.iter().map(|column| column.key), rows(result).map(cells))
}

/// A table as CSV, with the names of its columns.
///
/// # Errors
///
/// As [`lines`].
pub(super) fn table<'a>(
    heads: impl Iterator<Item = &'a str>,
    rows: impl Iterator<Item = Vec<CellValue>>,
) -> Result<Vec<u8>, Fault> {
    lines(std::iter::once(heads.map(text).collect()).chain(rows))
}

/// Rows as lines of CSV.
///
/// # Errors
///
/// None in practice: it is written to memory.
pub(super) fn lines(rows: impl Iterator<Item = Vec<CellValue>>) -> Result<Vec<u8>, Fault> {
    let mut table = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    fill(&mut table, rows).map_err(|error| unwritten(&error))?;
    table.into_inner().map_err(|error| unwritten(error.error()))
}

fn fill(
    table: &mut Writer<Vec<u8>>,
    rows: impl Iterator<Item = Vec<CellValue>>,
) -> ::csv::Result<()> {
    for row in rows {
        table.write_record(row.into_iter().map(|cell| match cell {
            CellValue::Text(text) => inert(text),
            CellValue::Day(day) => day.to_string(),
            CellValue::Number(number) => number.to_string(),
            CellValue::Empty => String::new(),
        }))?;
    }
    Ok(())
}

/// A text that no spreadsheet takes for a formula.
fn inert(text: String) -> String {
    let obeyed = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0', '\''];
    if text.starts_with(obeyed) { format!("'{text}") } else { text }
}

fn unwritten(error: &dyn std::error::Error) -> Fault {
    Fault::whole("output::unwritten", format!("no CSV could be made: {error}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_cell_is_a_formula_and_the_text_can_be_had_back(
            said in "[-=+@'＝＋－＠\t\r\n\0 a\",;]{0,12}",
        ) {
            let CellValue::Text(said) = text(&said) else { return Ok(()) };
            let cell = inert(said.clone());
            let first = cell.chars().next();
            prop_assert!(!first.is_some_and(|c| "=+-@＝＋－＠\t\r\n\0".contains(c)), "{cell:?}");
            prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), said.as_str());
        }
    }
}
