//! `json`: the complete result, for programs. It can be saved, and rendered again in any format.

use super::format::{ReportFormat, ReportOptions};
use crate::result::{CheckResult, write};
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat::text(
    "json",
    "Complete, for programs; `msacheck report` renders it in the other formats",
    json,
);

fn json(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    write(result).map(String::into_bytes).map_err(|error| no_json(&error))
}

/// The fault of a result that has no JSON form.
pub fn no_json(error: &serde_json::Error) -> Fault {
    Fault::whole("output::unwritten", format!("no JSON could be made: {error}"))
}
