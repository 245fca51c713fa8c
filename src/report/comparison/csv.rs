//! `csv`: a row where a force meets a requirement (an arrangement, an instrument), with the date before
//! beside it. It is written as the CSV of a result is.

use super::columns::{COLUMNS, lost, rows};
use super::format::{ComparisonFormat, ComparisonOptions};
use super::pieces::{ComparisonPiece, ComparisonPieces};
use crate::compare::{About, Comparison, Dates, OneDate};
use crate::report::columns::text;
use crate::report::csv::lines;
use crate::report::format::Readers;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ComparisonFormat = ComparisonFormat {
    name: "csv",
    about: "A row a cell of the matrix, for spreadsheets and databases",
    binary: false,
    render,
    pieces: Some(PIECES),
    readers: Readers::Programs(&["\"force\",\"name\","]),
};

const PIECES: ComparisonPieces = ComparisonPieces { head, dates, date, tail };

fn head(_: &About<'_>) -> Result<Vec<u8>, Fault> {
    lines(std::iter::once(COLUMNS.iter().map(|column| text(column.key)).collect()))
}

fn dates(about: &About<'_>) -> Dates {
    if about.alone { Dates::Every } else { Dates::Latest }
}

fn date(about: &About<'_>, date: OneDate<'_>) -> Result<ComparisonPiece, Fault> {
    let rows = rows(about, date.gated, date.step);
    let at_once = lines(rows.map(|row| COLUMNS.iter().map(|own| (own.of)(&row)).collect()))?;
    Ok(ComparisonPiece { at_once, ..ComparisonPiece::default() })
}

fn tail(about: &About<'_>, _: usize) -> Result<Vec<u8>, Fault> {
    lines(about.lost.iter().map(|lost| self::lost(about, &lost.file).collect()))
}

fn render(comparison: &Comparison<'_>, _: ComparisonOptions) -> Result<Vec<u8>, Fault> {
    PIECES.put_together(comparison)
}
