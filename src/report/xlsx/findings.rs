//! The sheet of findings: the same columns and rows as CSV has.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::columns::{COLUMNS, rows};
use super::{look, sheet};
use crate::result::CheckResult;

/// Columns that help a program and no reader: they are there, and folded away from paper.
const HIDDEN: [&str; 6] = ["force", "law", "derivation", "confirmed", "complete", "note"];

/// Writes the sheet.
pub(super) fn write(to: &mut Worksheet, result: &CheckResult) -> Result<(), XlsxError> {
    to.set_name("Findings")?;
    for (at, column) in (0..).zip(COLUMNS) {
        sheet::say(to, 0, at, column.title, &look::head())?;
        to.set_column_width(at, column.width)?;
        if HIDDEN.contains(&column.key) {
            to.set_column_hidden(at)?;
        }
    }
    let mut last = 0;
    for (line, row) in (1..).zip(rows(result)) {
        last = line;
        for (at, column) in (0..).zip(COLUMNS) {
            let finding = row.about.finding().filter(|_| column.key == "outcome");
            let look = finding.map_or_else(look::plain, |finding| look::outcome(finding.outcome));
            sheet::put(to, line, at, &(column.of)(&row), &look)?;
        }
    }
    sheet::table(to, last, u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX))
}
