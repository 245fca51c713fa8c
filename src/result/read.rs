//! A saved result, read again.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{CheckResult, Gated, Run, SCHEMA};
use crate::assessment::{Assessment, Counts};
use crate::gate::Verdict;
use crate::rulebook::RequirementId;
use crate::source::{Fault, Text};

/// The largest result that is read, in bytes: every force of the country takes far less.
pub const SIZE_LIMIT: usize = 256 * 1024 * 1024;

/// Reads a saved result.
///
/// # Errors
///
/// A fault where the text isn't JSON, isn't a result of `check`, is of a version of the shape that
/// this program doesn't know, or doesn't have that shape; and where its counts aren't those of its
/// findings, since a report would then contradict itself.
pub fn read(text: &Arc<Text>) -> Result<CheckResult, Fault> {
    let name = text.name();
    let value: Value = serde_json::from_str(text.body()).map_err(|error| no_json(text, &error))?;
    let Value::Object(mut whole) = value else { return Err(no_result(name)) };
    match whole.remove("schema") {
        Some(Value::String(schema)) if schema == SCHEMA => {}
        Some(Value::String(schema)) => return Err(other_schema(name, &schema)),
        _ => return Err(no_result(name)),
    }
    let several = whole.remove("assessments");
    let run: Run = part(name, "", Value::Object(whole.clone()))?;
    let assessments = match several {
        None => vec![gated(name, "", whole)?],
        Some(Value::Array(several)) => {
            let one = |(index, one): (usize, Value)| match one {
                Value::Object(one) => gated(name, &format!("assessments[{index}]."), one),
                other => Err(shape(name, &format!("assessments[{index}]"), &kind(&other))),
            };
            several.into_iter().enumerate().map(one).collect::<Result<_, _>>()?
        }
        Some(other) => return Err(shape(name, "assessments", &kind(&other))),
    };
    if run.incomplete != (run.unassessed > 0) {
        return Err(shape(name, "incomplete", "`unassessed` says otherwise"));
    }
    Ok(CheckResult { run, assessments })
}

fn gated(name: &str, at: &str, mut one: Map<String, Value>) -> Result<Gated, Fault> {
    let verdict: Option<Verdict> = match one.remove("gate") {
        Some(gate) => part(name, &format!("{at}gate."), gate)?,
        None => return Err(shape(name, &format!("{at}gate"), "it is missing")),
    };
    let assessment: Assessment = part(name, at, Value::Object(one))?;
    if assessment.counts != Counts::of(&assessment.arrangements, &assessment.findings) {
        return Err(shape(name, &format!("{at}counts"), "they aren't those of the findings"));
    }
    if let Some(verdict) = &verdict {
        let failing = verdict.marks.iter().filter(|mark| mark.ruling.fails());
        let failing: Vec<&RequirementId> = failing.map(|mark| &mark.requirement).collect();
        let passes = failing.is_empty() && verdict.went_silent.is_empty();
        if verdict.passes != passes || !verdict.failing.iter().eq(failing) {
            return Err(shape(name, &format!("{at}gate"), "its marks don't come to what it says"));
        }
    }
    Ok(Gated { assessment, verdict })
}

/// A part of the result, whose keys stand under `at`.
fn part<T: DeserializeOwned>(name: &str, at: &str, value: Value) -> Result<T, Fault> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let path =
            if path == "." { at.trim_end_matches('.').to_owned() } else { format!("{at}{path}") };
        shape(name, &path, &error.inner().to_string())
    })
}

fn kind(value: &Value) -> String {
    let kind = match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a yes or no",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    format!("it is {kind}")
}

fn no_json(text: &Arc<Text>, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line().max(1), error.column().max(1));
    let start: usize = text.body().split_inclusive('\n').take(line - 1).map(str::len).sum();
    let mut at = (start + column - 1).min(text.body().len());
    while !text.body().is_char_boundary(at) {
        at -= 1;
    }
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default().to_owned();
    Fault::new("result::not-json", text, at..at, format!("`{}` isn't JSON", text.name()), said)
        .help("a result is what `msacheck check --format json` writes")
}

fn no_result(name: &str) -> Fault {
    Fault::whole("result::no-result", format!("`{name}` isn't the result of a check")).help(
        format!("a result is what `msacheck check --format json` writes: its schema is {SCHEMA}"),
    )
}

fn other_schema(name: &str, schema: &str) -> Fault {
    let message = format!("`{name}` has the schema `{schema}`, and this version reads `{SCHEMA}`");
    let fault = Fault::whole("result::unknown-schema", message);
    match schema.strip_prefix("msacheck/assessment/") {
        Some(_) => {
            fault.help("render it with the version of msacheck that wrote it, or check again")
        }
        None => fault.help("a result is what `msacheck check --format json` writes"),
    }
}

fn shape(name: &str, path: &str, what: &str) -> Fault {
    let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
    Fault::whole("result::wrong-shape", format!("`{name}` isn't a result as this version writes it{place}: {what}"))
        .help("`msacheck rules schema result` prints what a result looks like; check again where it was edited")
}
