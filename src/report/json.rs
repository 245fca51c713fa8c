//! The complete result as JSON: enough to render every other report without the rule packs.

use serde::Serialize;

use super::Report;
use crate::assessment::Assessment;

/// The name and version of the shape. It changes when a reader of the old shape would be misled.
pub const SCHEMA: &str = "msacheck/assessment/1";

#[derive(Serialize)]
struct One<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: Run<'a>,
    #[serde(flatten)]
    assessment: &'a Assessment,
}

#[derive(Serialize)]
struct Several<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: Run<'a>,
    assessments: Vec<&'a Assessment>,
}

#[derive(Serialize)]
struct Run<'a> {
    program: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    filtered: Option<&'a str>,
    incomplete: bool,
}

/// Renders the result: one assessment as an object of its own, several under `assessments`.
///
/// # Errors
///
/// None in practice: every part of an assessment has a JSON form.
pub fn json(report: &Report) -> serde_json::Result<String> {
    let run = Run {
        program: concat!("msacheck ", env!("CARGO_PKG_VERSION")),
        filtered: report.filtered.as_deref(),
        incomplete: report.failed_inputs > 0,
    };
    let mut text = match report.assessments.as_slice() {
        [only] if report.failed_inputs == 0 => serde_json::to_string_pretty(&One {
            schema: SCHEMA,
            run,
            assessment: &only.assessment,
        })?,
        several => {
            let assessments = several.iter().map(|gated| &gated.assessment).collect();
            serde_json::to_string_pretty(&Several { schema: SCHEMA, run, assessments })?
        }
    };
    text.push('\n');
    Ok(text)
}
