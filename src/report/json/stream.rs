//! Several assessments written as they come about, so that none is held longer than it takes to write
//! it: as one document, or a line each.

use std::io::{self, Write};

use serde::Serialize;

use super::assessment::AssessmentJson;
use super::run::{EndJson, StartJson};
use super::text::{Spacing, write_compact, write_json};
use crate::result::{Gated, Run, SCHEMA};

/// The name and version of the shape of a line that holds one assessment.
pub const LINE_SCHEMA: &str = "msacheck/assessment-line/1";

/// The name and version of the shape of the last line, which says what the others rest on.
pub const SUMMARY_SCHEMA: &str = "msacheck/summary-line/1";

/// A result of several assessments as one document without line breaks, written piece by piece.
///
/// The document is the one that [`result_json`](super::result_json) makes of several assessments.
pub struct JsonStream<'a> {
    out: &'a mut dyn Write,
    any: bool,
}

#[derive(Serialize)]
struct Head<'a> {
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
}

impl<'a> JsonStream<'a> {
    /// Begins a document. How many inputs failed isn't read off `run` yet.
    ///
    /// # Errors
    ///
    /// What `out` fails with.
    pub fn begin(out: &'a mut dyn Write, run: &Run) -> io::Result<Self> {
        let mut head = Vec::new();
        write_compact(&mut head, &Head { schema: SCHEMA, start: StartJson::from(run) })?;
        // What follows stands in the same object.
        head.pop();
        out.write_all(&head)?;
        out.write_all(b",\"assessments\":[")?;
        Ok(Self { out, any: false })
    }

    /// Adds an assessment.
    ///
    /// # Errors
    ///
    /// What the writer fails with.
    pub fn add(&mut self, gated: &Gated) -> io::Result<()> {
        if self.any {
            self.out.write_all(b",")?;
        }
        self.any = true;
        Ok(write_compact(self.out, &AssessmentJson::from(gated))?)
    }

    /// Ends the document, with how many inputs failed.
    ///
    /// # Errors
    ///
    /// What the writer fails with.
    pub fn end(self, run: &Run) -> io::Result<()> {
        let mut end = Vec::new();
        write_compact(&mut end, &EndJson::from(run))?;
        // It stands in the object that is open.
        let keys = end.strip_prefix(b"{").unwrap_or(&end);
        self.out.write_all(b"],")?;
        self.out.write_all(keys)?;
        self.out.write_all(b"\n")
    }
}

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    assessment: AssessmentJson<'a>,
}

/// Writes an assessment, with what the gate made of it, as a line of its own.
///
/// # Errors
///
/// What `out` fails with.
pub fn write_line(out: &mut dyn Write, gated: &Gated) -> io::Result<()> {
    let assessment = AssessmentJson::from(gated);
    Ok(write_json(out, &Line { schema: LINE_SCHEMA, assessment }, Spacing::Compact)?)
}

#[derive(Serialize)]
struct Summary<'a> {
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    assessed: usize,
    failing: usize,
    #[serde(flatten)]
    end: EndJson,
}

/// Writes the last of the lines: what they rest on, how many they are, how many of these the gate
/// fails, and how many inputs have no line because they couldn't be assessed.
///
/// # Errors
///
/// What `out` fails with.
pub fn write_summary(
    out: &mut dyn Write,
    run: &Run,
    assessed: usize,
    failing: usize,
) -> io::Result<()> {
    let (start, end) = (StartJson::from(run), EndJson::from(run));
    let summary = Summary { schema: SUMMARY_SCHEMA, start, assessed, failing, end };
    Ok(write_json(out, &summary, Spacing::Compact)?)
}
