//! Workbooks in a program that was built without them: the formats are there, and say so.

use super::format::{Readers, ReportFormat, ReportOptions};
use crate::declaration::FormSheet;
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::Day;

/// The format of results.
pub(super) const FORMAT: ReportFormat =
    ReportFormat::binary("xlsx", ABOUT, |_: &CheckResult, _: ReportOptions| none())
        .for_people(Readers::Packed, None);

const ABOUT: &str = "A workbook, which this program was built without";

fn none() -> Result<Vec<u8>, Fault> {
    Err(Fault::left_out("no workbook is written", "workbooks"))
}

/// A form to fill in.
///
/// # Errors
///
/// Always: there is none.
pub fn form_xlsx(_: &[FormSheet], _: Day) -> Result<Vec<u8>, Fault> {
    none()
}

/// The format of comparisons.
pub(super) mod comparison {
    use crate::report::comparison::ComparisonFormat;
    use crate::report::format::Readers;

    pub(in crate::report) const FORMAT: ComparisonFormat = ComparisonFormat {
        name: "xlsx",
        about: super::ABOUT,
        binary: true,
        render: |_, _| super::none(),
        pieces: None,
        readers: Readers::Packed,
    };
}
