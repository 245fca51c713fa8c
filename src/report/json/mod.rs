//! `json`: the complete result, for programs. It can be saved, and rendered again in any format.
//!
//! One assessment is an object of its own; several stand under `assessments`. What is published is
//! stated key by key in the views here: what is said in words is put into words as it is written, and
//! isn't read again.

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
pub(super) use text::{bytes, text};

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::format::{ReportFormat, ReportOptions};
use crate::result::{CheckResult, Gated, SCHEMA};
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
};

/// The result for one force.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct One<'a> {
    /// The name and version of this shape.
    #[schemars(extend("const" = SCHEMA))]
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    #[serde(flatten)]
    end: EndJson,
    #[serde(flatten)]
    assessment: AssessmentJson<'a>,
}

/// The result for several forces, or one that lacks an input.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct All<'a> {
    /// The name and version of this shape.
    #[schemars(extend("const" = SCHEMA))]
    schema: &'static str,
    #[serde(flatten)]
    start: StartJson<'a>,
    /// In the order of the inputs.
    #[serde(serialize_with = "one_by_one")]
    #[schemars(with = "Vec<AssessmentJson<'a>>")]
    assessments: &'a [Gated],
    #[serde(flatten)]
    end: EndJson,
}

/// Of several assessments, one at a time is put into words.
fn one_by_one<S: Serializer>(all: &&[Gated], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(all.iter().map(AssessmentJson::from))
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
            bytes(&One { schema, start, end, assessment: AssessmentJson::from(gated) }, spacing)
        }
        None => bytes(&All { schema, start, assessments: &result.assessments, end }, spacing),
    }
}

fn render(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    match result.only() {
        Some(_) => result_json(result, Spacing::Indented).map_err(|error| no_json(&error)),
        None => stream::PIECES.put_together(result),
    }
}
