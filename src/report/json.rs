//! The complete result as JSON: enough to render every other report without the rule packs.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Gated, Report};
use crate::assessment::Assessment;
use crate::gate::Verdict;
use crate::source::is_command;

/// The name and version of the shape. It changes when a reader of the old shape would be misled.
pub const SCHEMA: &str = "msacheck/assessment/1";

#[derive(Serialize)]
struct One<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: Run<'a>,
    #[serde(flatten)]
    judged: Judged<'a>,
}

/// An assessment with what the gate said of it; nothing where there is no gate.
#[derive(Serialize)]
struct Judged<'a> {
    #[serde(flatten)]
    assessment: &'a Assessment,
    gate: Option<&'a Verdict>,
}

impl<'a> From<&'a Gated> for Judged<'a> {
    fn from(gated: &'a Gated) -> Self {
        Self { assessment: &gated.assessment, gate: gated.verdict.as_ref() }
    }
}

#[derive(Serialize)]
struct Several<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: Run<'a>,
    assessments: Vec<Judged<'a>>,
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
    match report.assessments.as_slice() {
        [only] if report.failed_inputs == 0 => {
            pretty(&One { schema: SCHEMA, run, judged: only.into() })
        }
        several => {
            let assessments = several.iter().map(Judged::from).collect();
            pretty(&Several { schema: SCHEMA, run, assessments })
        }
    }
}

/// JSON for people and programs. It may end up in a terminal, and what it quotes may be hostile.
pub(super) fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    let mut out = harmless(&serde_json::to_string_pretty(value)?);
    out.push('\n');
    Ok(out)
}

/// JSON with all that a terminal would obey written as escapes.
pub(super) fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        // Outside of strings JSON has no such character but its own line breaks.
        if c != '\n' && is_command(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
