//! A result as JSON.

use std::fmt::Write as _;

use serde::Serialize;

use super::{CheckResult, Gated, Run, SCHEMA};
use crate::source::is_command;

#[derive(Serialize)]
struct One<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: &'a Run,
    #[serde(flatten)]
    gated: &'a Gated,
}

#[derive(Serialize)]
struct Several<'a> {
    schema: &'static str,
    #[serde(flatten)]
    run: &'a Run,
    assessments: &'a [Gated],
}

/// Writes a result: one assessment as an object of its own, several under `assessments`.
///
/// # Errors
///
/// None in practice: every part of a result has a JSON form.
pub fn write(result: &CheckResult) -> serde_json::Result<String> {
    let run = &result.run;
    match result.only() {
        Some(gated) => pretty(&One { schema: SCHEMA, run, gated }),
        None => pretty(&Several { schema: SCHEMA, run, assessments: &result.assessments }),
    }
}

/// JSON for people and programs. It may end up in a terminal, and what it quotes may be hostile.
pub(crate) fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    let mut out = harmless(&serde_json::to_string_pretty(value)?);
    out.push('\n');
    Ok(out)
}

/// JSON with all that a terminal would obey written as escapes.
pub(crate) fn harmless(json: &str) -> String {
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
