//! `json`: the complete result, for programs. It can be saved, and rendered again in any format.
//!
//! One assessment is an object of its own; several stand under `assessments`. What is published is
//! stated key by key in the views here: what is said in words is put into words as it is written, and
//! isn't read again.

mod actions;
mod assessment;
mod finding;
mod lines;
mod run;
mod stream;
mod text;
mod verdict;

pub(super) use lines::FORMAT as LINES;
pub use lines::{LINE_SCHEMA, SUMMARY_SCHEMA};
pub use text::{Spacing, no_json};
pub(super) use text::{bytes, compact, text};

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::format::{ReportFormat, ReportOptions};
use crate::result::{CheckResult, SCHEMA};
use crate::source::Fault;
use assessment::AssessmentJson;
use run::{EndJson, StartJson};

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat {
    pieces: Some(stream::PIECES),
    ..ReportFormat::text(
        "json",
        "Complete, for programs; `msacheck report` renders it in the other formats",
        render,
    )
    .for_programs(JSON)
};

/// What JSON of ours begins with: an object, or a list of objects.
pub(super) const JSON: &[&str] = &["{", "[{", "[]"];

/// The result for one force.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct One<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA)))]
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    #[serde(flatten)]
    end: EndJson,
    #[serde(flatten)]
    assessment: AssessmentJson<'a>,
}

/// The result for several forces, or one that lacks an input.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub(super) struct All<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = SCHEMA)))]
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    /// In the order of the inputs.
    #[cfg_attr(test, schemars(with = "Vec<AssessmentJson<'a>>"))]
    assessments: OneByOne<'a>,
    #[serde(flatten)]
    end: EndJson,
}

/// Several assessments, of which one at a time is put into words.
pub(super) struct OneByOne<'a>(&'a CheckResult);

impl Serialize for OneByOne<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let CheckResult { run, assessments } = self.0;
        serializer.collect_seq(assessments.iter().map(|gated| AssessmentJson::of(run, gated)))
    }
}

/// A result as JSON, with an end of line.
///
/// # Errors
///
/// None in practice: every part of a result has a JSON form.
pub fn result_json(result: &CheckResult, spacing: Spacing) -> serde_json::Result<Vec<u8>> {
    let run = &result.run;
    let (schema, start, end) = (SCHEMA, StartJson::from(run), EndJson::from(run));
    match result.only() {
        Some(gated) => {
            let assessment = AssessmentJson::of(run, gated);
            bytes(&One { schema, start, end, assessment }, spacing)
        }
        None => bytes(&All { schema, start, assessments: OneByOne(result), end }, spacing),
    }
}

fn render(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    match result.only() {
        Some(_) => result_json(result, Spacing::Indented).map_err(|error| no_json(&error)),
        None => stream::PIECES.put_together(result),
    }
}
