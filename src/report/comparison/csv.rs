//! `csv`: a row where a force meets a requirement (an arrangement, an instrument), with the date before
//! beside it. It is written as the CSV of a result is.

use super::columns::{COLUMNS, lost, rows};
use super::format::{ComparisonFormat, ComparisonOptions};
use crate::compare::Comparison;
use crate::report::csv::table;
use crate::report::format::Readers;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "csv",
    about: "A row a cell of the matrix, for spreadsheets and databases",
    binary: false,
    render,
    readers: Readers::Programs(&["\"force\",\"name\","]),
};

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    let assessed = rows(comparison).map(|row| COLUMNS.iter().map(|own| (own.of)(&row)).collect());
    let lost =
        comparison.territory.lost.iter().map(|lost| self::lost(comparison, &lost.file).collect());
    table(COLUMNS.iter().map(|column| column.key), assessed.chain(lost))
}
