//! A saved result, read again.

use std::fmt;
use std::sync::Arc;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::{CheckResult, EARLIER_SCHEMA, Gated, Run, SCHEMA, agrees};
use crate::assessment::{Assessment, Counts};
use crate::gate::Verdict;
use crate::rulebook::RequirementId;
use crate::source::{Fault, Text};

/// The largest result that is read, in bytes. A thousand declarations are 300 MB on a line each and
/// 430 MB laid out for people; this takes twice as many of the latter, and what is read at once
/// beside the text is one assessment.
pub const SIZE_LIMIT: usize = 1024 * 1024 * 1024;

/// Reads a saved result. What it says in words isn't read: reports say it anew.
///
/// # Errors
///
/// A fault where the text isn't JSON, isn't a result of `check`, is of a version of the shape that
/// this program doesn't know, or doesn't have that shape; and where it doesn't agree with itself: its
/// outcomes with their trees, its counts with its findings, its marks with the gate.
pub fn read(text: &Arc<Text>) -> Result<CheckResult, Fault> {
    let name = text.name();
    let outline: Outline =
        serde_json::from_str(text.body()).map_err(|error| match error.classify() {
            Category::Data => no_result(name),
            Category::Syntax | Category::Eof | Category::Io => no_json(text, &error),
        })?;
    let Outline { mut keys, several } = outline;
    let earlier = match keys.remove("schema") {
        Some(Value::String(schema)) if schema == SCHEMA => false,
        Some(Value::String(schema)) if schema == EARLIER_SCHEMA => true,
        Some(Value::String(schema)) => return Err(other_schema(name, &schema)),
        _ => return Err(no_result(name)),
    };
    let mut run: Run = part(name, "", &keys)?;
    run.earlier |= earlier;
    let claimed: ClaimedRun = part(name, "", &keys)?;
    let assessments =
        if several { gated_one_by_one(text, &run)? } else { vec![gated(&run, name, "", keys)?] };
    if earlier {
        run.gated = assessments.iter().any(|gated| gated.verdict.is_some());
    }
    if run.incomplete() != claimed.incomplete {
        return Err(shape(name, "incomplete", "`unassessed` says otherwise"));
    }
    Ok(CheckResult { run, assessments })
}

/// The keys of a result, those of its assessments left out where there are several.
struct Outline {
    keys: Map<String, Value>,
    several: bool,
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Outline;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outline, A::Error> {
                let mut outline = Outline { keys: Map::new(), several: false };
                while let Some(key) = map.next_key::<String>()? {
                    if key == SEVERAL {
                        let _: IgnoredAny = map.next_value()?;
                        outline.several = true;
                    } else {
                        outline.keys.insert(key, map.next_value()?);
                    }
                }
                Ok(outline)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

/// The key under which several assessments stand.
const SEVERAL: &str = "assessments";

/// Reads several assessments, of which one at a time is held as JSON.
fn gated_one_by_one(text: &Arc<Text>, run: &Run) -> Result<Vec<Gated>, Fault> {
    let mut reading = OneByOne { run, name: text.name(), read: Vec::new(), fault: None };
    let mut json = serde_json::Deserializer::from_str(text.body());
    let read = json.deserialize_map(&mut reading);
    match (read, reading.fault) {
        (_, Some(fault)) => Err(fault),
        (Err(error), None) => Err(shape(text.name(), SEVERAL, &said(&error))),
        (Ok(()), None) => Ok(reading.read),
    }
}

struct OneByOne<'a> {
    run: &'a Run,
    name: &'a str,
    read: Vec<Gated>,
    fault: Option<Fault>,
}

impl<'de> Visitor<'de> for &mut OneByOne<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == SEVERAL {
                map.next_value_seed(&mut *self)?;
            } else {
                let _: IgnoredAny = map.next_value()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<(), A::Error> {
        self.read.clear();
        while let Some(one) = all.next_element::<Value>()? {
            let at = format!("{SEVERAL}[{}]", self.read.len());
            let read = match one {
                Value::Object(one) => gated(self.run, self.name, &format!("{at}."), one),
                other => Err(shape(self.name, &at, &kind(&other))),
            };
            match read {
                Ok(gated) => self.read.push(gated),
                Err(fault) => {
                    self.fault = Some(fault);
                    return Err(A::Error::custom("an assessment has another shape"));
                }
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut OneByOne<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

/// What a result says of itself that can be computed. It must say the same.
#[derive(Deserialize)]
struct ClaimedRun {
    incomplete: bool,
}

/// The same of a verdict.
#[derive(Deserialize)]
struct ClaimedVerdict {
    passes: bool,
    looked_at: usize,
    failing: Vec<RequirementId>,
}

fn gated(run: &Run, name: &str, at: &str, mut one: Map<String, Value>) -> Result<Gated, Fault> {
    let Some(gate) = one.remove("gate") else {
        return Err(shape(name, &format!("{at}gate"), "it is missing"));
    };
    if !one.contains_key("caveats") {
        return Err(older(name));
    }
    let at_gate = format!("{at}gate.");
    let verdict: Option<Verdict> = part(name, &at_gate, &gate)?;
    let claimed: Option<ClaimedVerdict> = part(name, &at_gate, &gate)?;
    let assessment: Assessment = part(name, at, &one)?;
    let Some(counts) = one.get("counts") else {
        return Err(shape(name, at.trim_end_matches('.'), "missing field `counts`"));
    };
    let counts: Counts = part(name, &format!("{at}counts."), counts)?;
    if counts != assessment.counts() {
        return Err(shape(name, &format!("{at}counts"), "they aren't those of the findings"));
    }
    if let Some((path, why)) = assessment.disagreement() {
        return Err(disagrees(name, &format!("{at}{path}"), why));
    }
    if let (Some(verdict), Some(claimed)) = (&verdict, &claimed) {
        // The earlier shape let a gate pass that had nothing to look at.
        let empty = run.earlier && claimed.looked_at == 0;
        let agree = (claimed.passes == verdict.passes() || empty)
            && claimed.looked_at == verdict.looked_at()
            && claimed.failing.iter().eq(verdict.failing());
        if !agree {
            return Err(shape(name, &format!("{at}gate"), "its marks don't come to what it says"));
        }
    }
    let gated = Gated { assessment, verdict };
    match agrees::disagreement(run, &gated) {
        Some(why) => Err(disagrees(name, &format!("{at}gate"), why)),
        None => Ok(gated),
    }
}

/// A part of the result, whose keys stand under `at`.
fn part<'de, T: DeserializeOwned>(
    name: &str,
    at: &str,
    json: impl Deserializer<'de, Error = serde_json::Error>,
) -> Result<T, Fault> {
    serde_path_to_error::deserialize(json).map_err(|error| {
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
    let message = format!("`{}` isn't JSON", text.name());
    Fault::new("result::not-json", text, at..at, message, said(error))
        .help("a result is what `msacheck check --format json` writes")
}

/// What an error says, without its place.
fn said(error: &serde_json::Error) -> String {
    error.to_string().split(" at line ").next().unwrap_or_default().to_owned()
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

/// The fault of a result that has its reasons in words alone, of which no report can be made.
fn older(name: &str) -> Fault {
    let message = format!("an earlier version wrote `{name}`: it gives its reasons in words alone");
    Fault::whole("result::older-shape", message)
        .help("render it with the version of msacheck that wrote it, or check again")
}

/// The fault of a result whose parts don't agree: it was changed after it was saved.
fn disagrees(name: &str, path: &str, what: &str) -> Fault {
    let message = format!("`{name}` doesn't agree with itself at `{path}`: {what}");
    Fault::whole("result::disagrees", message).help(
        "it was changed after it was saved, and no report of it can be relied on: check again",
    )
}

fn shape(name: &str, path: &str, what: &str) -> Fault {
    let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
    Fault::whole("result::wrong-shape", format!("`{name}` isn't a result as this version writes it{place}: {what}"))
        .help("`msacheck rules schema result` prints what a result looks like; check again where it was edited")
}
