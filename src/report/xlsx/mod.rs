//! `xlsx`: a workbook for people who sort, filter and print: a summary, a row a finding, and a row a
//! quote.
//!
//! Texts are written as texts: no cell is a formula, and none is a link. The workbook bears the day
//! as at which was assessed as its own, so that the same result gives the same bytes.

mod evidence;
mod findings;
mod look;
mod sheet;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::format::{Format, Look};
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::Day;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "xlsx",
    about: "A workbook: a summary, the findings, and their evidence",
    binary: true,
    render: xlsx,
    companion: None,
    caveat: None,
};

fn xlsx(result: &CheckResult, _: Look) -> Result<Vec<u8>, Fault> {
    workbook(result).map_err(|error| {
        Fault::whole("output::unwritten", format!("no workbook could be made: {error}"))
    })
}

fn workbook(result: &CheckResult) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = result.assessments.iter().map(|gated| gated.assessment.assessed_on).max();
    let made = date(day.unwrap_or(FIRST))?;
    let properties = DocProperties::new()
        .set_title("Modern slavery: what is declared and what is asked")
        .set_author(&result.run.program)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    summary::write(book.add_worksheet(), result)?;
    findings::write(book.add_worksheet(), result)?;
    evidence::write(book.add_worksheet(), result)?;
    book.save_to_buffer()
}

/// The first day that a workbook knows.
const FIRST: Day = Day::constant(1900, 1, 1);

/// A day as workbooks have it. They know none before 1900, and none after 9999.
fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}
