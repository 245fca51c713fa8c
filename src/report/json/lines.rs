//! `ndjson`: an assessment a line, and a last line that says what they rest on.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::AssessmentJson;
use super::run::{EndJson, StartJson};
use super::text::compact;
use crate::report::format::{ReportFormat, ReportOptions};
use crate::result::{CheckResult, Gated, Pieces, Run};
use crate::source::Fault;

/// The name and version of the shape of a line that holds one assessment.
pub const LINE_SCHEMA: &str = "msacheck/assessment-line/2";

/// The name and version of the shape of the last line, which says what the others rest on.
pub const SUMMARY_SCHEMA: &str = "msacheck/summary-line/2";

/// The format.
pub(in crate::report) const FORMAT: ReportFormat = ReportFormat {
    pieces: Some(PIECES),
    ..ReportFormat::text(
        "ndjson",
        "For programs that read line by line: an assessment each, a summary last",
        render,
    )
    .for_programs(super::JSON)
};

const PIECES: Pieces = Pieces { alone: true, head: |_| Ok(Vec::new()), piece, between: b"", tail };

#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    assessment: AssessmentJson<'a>,
}

/// The last of the lines: what they rest on, how many they are, how many of these the gate fails, and
/// how many inputs have no line because they couldn't be assessed.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
struct Summary<'a> {
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    assessed: usize,
    failing: usize,
    #[serde(flatten)]
    end: EndJson,
}

fn piece(run: &Run, gated: &Gated) -> Result<Vec<u8>, Fault> {
    let assessment = AssessmentJson::of(run, gated);
    let mut line = compact(&Line { schema: LINE_SCHEMA, assessment })?;
    line.push(b'\n');
    Ok(line)
}

fn tail(run: &Run, assessed: usize, failing: usize) -> Result<Vec<u8>, Fault> {
    let (start, end) = (StartJson::from(run), EndJson::from(run));
    let mut line = compact(&Summary { schema: SUMMARY_SCHEMA, start, assessed, failing, end })?;
    line.push(b'\n');
    Ok(line)
}

fn render(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    PIECES.put_together(result)
}
