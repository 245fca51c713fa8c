//! A saved result, read again.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::{CheckResult, EARLIER_SCHEMA, Gated, Run, SCHEMA, agrees};
use crate::actions::{Actions, Progress};
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
    let keys: Keys = serde_json::from_str(text.body()).map_err(|error| match error.classify() {
        Category::Data => no_result(name),
        Category::Syntax | Category::Eof | Category::Io => no_json(text, &error),
    })?;
    let schema = keys.get("schema").and_then(|schema| serde_json::from_str(schema.get()).ok());
    let earlier = match schema {
        Some(SCHEMA) => false,
        Some(EARLIER_SCHEMA) => true,
        Some(schema) => return Err(other_schema(name, schema)),
        None => return Err(no_result(name)),
    };
    // But for the assessments of a result of several: each is read alone.
    let value: Value = keys
        .iter()
        .filter(|(key, _)| *key != SEVERAL)
        .map(|(key, json)| Ok((key.clone(), parsed(json)?)))
        .collect::<serde_json::Result<_>>()
        .map_err(|error| no_json(text, &error))?;
    let whole = Part { name, value: &value, at: String::new() };
    let mut run: Run = whole.read()?;
    run.earlier |= earlier;
    let claimed: ClaimedRun = whole.read()?;
    let assessments = match keys.get(SEVERAL) {
        Some(several) => {
            let several: Vec<&RawValue> = serde_json::from_str(several.get())
                .map_err(|error| whole.shape(SEVERAL, &said(&error)))?;
            let several = several.into_iter().enumerate();
            several
                .map(|(index, json)| {
                    let at = format!("{SEVERAL}[{index}]");
                    let value = parsed(json).map_err(|error| whole.shape(&at, &said(&error)))?;
                    gated(&run, &Part { name, value: &value, at })
                })
                .collect::<Result<_, _>>()?
        }
        None => vec![gated(&run, &whole)?],
    };
    if earlier {
        run.gated = assessments.iter().any(|gated| gated.verdict.is_some());
    }
    if run.incomplete() != claimed.incomplete {
        return Err(whole.shape("incomplete", "`unassessed` says otherwise"));
    }
    Ok(CheckResult { run, assessments })
}

/// The key under which several assessments stand.
const SEVERAL: &str = "assessments";

/// What stands under each key, not read yet.
type Keys<'a> = BTreeMap<String, &'a RawValue>;

fn parsed(json: &RawValue) -> serde_json::Result<Value> {
    serde_json::from_str(json.get())
}

/// A part of a result.
struct Part<'a> {
    /// The name of the result.
    name: &'a str,
    value: &'a Value,
    /// Its keys from the outside, with dots between them; nothing for the whole.
    at: String,
}

impl Part<'_> {
    fn under(&self, key: &str) -> Result<Part<'_>, Fault> {
        let value = self.value.get(key).ok_or_else(|| self.shape(key, "it is missing"))?;
        Ok(Part { name: self.name, value, at: self.path(key) })
    }

    fn path(&self, key: &str) -> String {
        match (self.at.as_str(), key) {
            ("", key) => key.to_owned(),
            (at, "") => at.to_owned(),
            (at, key) => format!("{at}.{key}"),
        }
    }

    fn read<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        T::deserialize(self.value).map_err(|error| self.shape("", &said(&error)))
    }

    fn shape(&self, key: &str, what: &str) -> Fault {
        let path = self.path(key);
        let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        Fault::whole("result::wrong-shape", format!("`{}` isn't a result as this version writes it{place}: {what}", self.name))
            .help("`msacheck rules schema result` prints what a result looks like; check again where it was edited")
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

/// The same of the actions.
#[derive(Deserialize)]
struct ClaimedActions {
    planned: Vec<ClaimedAction>,
}

#[derive(Deserialize)]
struct ClaimedAction {
    progress: Progress,
}

fn gated(run: &Run, one: &Part<'_>) -> Result<Gated, Fault> {
    let name = one.name;
    let keys: BTreeMap<String, IgnoredAny> = one.read()?;
    let gate = one.under("gate")?;
    if !keys.contains_key("caveats") {
        return Err(older(name));
    }
    let verdict: Option<Verdict> = gate.read()?;
    let claimed: Option<ClaimedVerdict> = gate.read()?;
    let assessment: Assessment = one.read()?;
    let counts: Counts = one.under("counts")?.read()?;
    if counts != assessment.counts() {
        return Err(one.shape("counts", "they aren't those of the findings"));
    }
    if let Some((path, why)) = assessment.disagreement() {
        return Err(disagrees(name, &one.path(&path), why));
    }
    if let (Some(verdict), Some(claimed)) = (&verdict, &claimed) {
        // The earlier shape let a gate pass that had nothing to look at.
        let empty = run.earlier && claimed.looked_at == 0;
        let agree = (claimed.passes == verdict.passes() || empty)
            && claimed.looked_at == verdict.looked_at()
            && claimed.failing.iter().eq(verdict.failing());
        if !agree {
            return Err(gate.shape("", "its marks don't come to what it says"));
        }
    }
    let actions = actions(one, &keys, &assessment)?;
    let gated = Gated { assessment, verdict, actions };
    match agrees::disagreement(run, &gated) {
        Some(why) => Err(disagrees(name, &gate.at, why)),
        None => Ok(gated),
    }
}

/// What is done about the gaps. What each action comes to is worked out, and must be what is said.
fn actions(
    one: &Part<'_>,
    keys: &BTreeMap<String, IgnoredAny>,
    assessment: &Assessment,
) -> Result<Actions, Fault> {
    if !keys.contains_key("actions") {
        return Ok(Actions::default());
    }
    let part = one.under("actions")?;
    let actions: Actions = part.read()?;
    let claimed: ClaimedActions = part.read()?;
    if actions.today.is_none() {
        return Err(part.shape("today", "it is missing"));
    }
    let come_to = actions.planned.iter().map(|action| actions.progress(action, assessment));
    match come_to.eq(claimed.planned.into_iter().map(|claimed| claimed.progress)) {
        true => Ok(actions),
        false => Err(disagrees(one.name, &part.at, "they come to something else")),
    }
}

fn no_json(text: &Arc<Text>, error: &serde_json::Error) -> Fault {
    let (line, column) = (error.line().max(1), error.column().max(1));
    let start: usize = text.body().split_inclusive('\n').take(line - 1).map(str::len).sum();
    let at = text.body().floor_char_boundary((start + column - 1).min(text.body().len()));
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
