//! `xlsx`: a workbook for people who sort, filter and print: a summary, a row an arrangement, a row a
//! finding, a row a quote, and where there is a plan a row an action.
//!
//! Texts are written as texts: no cell is a formula, and none is a link. The workbook bears the day
//! as at which was assessed as its own, so that the same result gives the same bytes.

mod actions;
mod arrangements;
pub(super) mod cell_formats;
pub(super) mod evidence;
mod findings;
pub(super) mod sheet;
mod summary;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::format::{Readers, ReportFormat, ReportOptions};
use crate::result::CheckResult;
use crate::source::Fault;
use cell_formats::CellFormats;
use sheet::{FIRST_DAY, TITLE, date};

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::binary(
    "xlsx",
    "A workbook: a summary, the arrangements, the findings, their evidence, and the plan of action",
    xlsx,
)
.for_people(Readers::Packed, None);

fn xlsx(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    workbook(result).map_err(|error| {
        Fault::whole("output::unwritten", format!("no workbook could be made: {error}"))
    })
}

fn workbook(result: &CheckResult) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = result.assessments.iter().map(|gated| gated.assessment.assessed_on).max();
    let made = date(day.unwrap_or(FIRST_DAY))?;
    let properties = DocProperties::new()
        .set_title(TITLE)
        .set_author(&result.run.program)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let formats = CellFormats::new();
    summary::write(book.add_worksheet(), result, &formats)?;
    arrangements::write(book.add_worksheet(), result, &formats)?;
    findings::write(book.add_worksheet(), result, &formats)?;
    evidence::write(book.add_worksheet(), result, &formats)?;
    if result.assessments.iter().any(|gated| !gated.actions.planned.is_empty()) {
        actions::write(book.add_worksheet(), result, &formats)?;
    }
    book.save_to_buffer()
}
