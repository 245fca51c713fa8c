//! The sheet of findings: the columns and rows of CSV, with what a reader of paper needs first.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::columns::{COLUMNS, CellValue, SheetColumn, rows};
use super::cell_formats::CellFormats;
use super::sheet;
use crate::result::CheckResult;

/// What stands first, and is all that goes to paper: more would be too small to read there.
const PRINTED: [&str; 8] =
    ["name", "title", "strength", "outcome", "why", "quotes", "remedy", "citation"];

/// Writes the sheet.
pub(super) fn write(
    to: &mut Worksheet,
    result: &CheckResult,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    to.set_name("Findings")?;
    let columns = columns();
    for (at, column) in (0..).zip(&columns) {
        sheet::say(to, 0, at, column.title, &formats.head)?;
        to.set_column_width(at, column.width)?;
    }
    let mut last = 0;
    for (line, row) in (1..).zip(rows(result)) {
        last = line;
        let mut lines = Vec::new();
        for (at, column) in (0..).zip(&columns) {
            let finding = row.about.finding().filter(|_| column.key == "outcome");
            let format = finding.map_or(&formats.plain, |finding| formats.outcome(finding.outcome));
            let cell = (column.of)(&row);
            if let CellValue::Text(said) = &cell
                && PRINTED.contains(&column.key)
            {
                lines.push(sheet::lines(said, column.width));
            }
            sheet::put(to, line, at, &cell, formats, format)?;
        }
        sheet::fit(to, line, lines.into_iter())?;
    }
    let printed = u16::try_from(PRINTED.len()).unwrap_or(u16::MAX);
    to.set_print_area(0, 0, last, printed.saturating_sub(1))?;
    sheet::table(to, last, u16::try_from(columns.len()).unwrap_or(u16::MAX))
}

/// All columns, those for paper first.
fn columns() -> Vec<&'static SheetColumn> {
    let first = |column: &&SheetColumn| PRINTED.iter().position(|key| *key == column.key);
    let mut columns: Vec<&SheetColumn> = COLUMNS.iter().collect();
    // Stable: the others stay as they are.
    columns.sort_by_key(|column| first(column).unwrap_or(PRINTED.len()));
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_to_paper_stands_first() {
        let keys: Vec<&str> = columns().iter().map(|column| column.key).collect();
        assert_eq!(keys.get(..PRINTED.len()), Some(&PRINTED[..]));
        assert_eq!(keys.len(), COLUMNS.len());
    }
}
