//! The rows of results, comparisons, plans and looks at documents, out of their JSON: which of its keys are columns.

use arrow_schema::{DataType, Field, Fields};
use msacheck::report::no_json;
use msacheck::source::Fault;
use serde_json::{Map, Value};

use super::Frame;
use crate::taken::unknown;

/// A column: its name, where it stands in the JSON of its row, its kind.
type Column = (&'static str, &'static str, Kind);

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    YesNo,
    Texts,
}

use Kind::{Number, Text, Texts, YesNo};

/// What each row of a force begins with.
const FORCE: &[Column] = &[
    ("force", "/force", Text),
    ("name", "/name", Text),
    ("kind", "/kind", Text),
    ("as_of", "/as_of", Text),
    ("assessed_on", "/assessed_on", Text),
];

const FINDINGS: &[Column] = &[
    ("requirement", "/requirement", Text),
    ("title", "/title", Text),
    ("instrument", "/instrument", Text),
    ("provision", "/provision", Text),
    ("citation", "/citation", Text),
    ("law", "/law", YesNo),
    ("strength", "/strength", Text),
    ("bearer", "/bearer", Texts),
    ("derivation", "/derivation", Text),
    ("warrant", "/warrant", Text),
    ("outcome", "/outcome", Text),
    ("superseded", "/superseded", YesNo),
    ("basis", "/basis", Text),
    ("why", "/why", Text),
    ("remedy", "/remedy", Text),
    ("assumed", "/assumed", Text),
    ("file", "/place/file", Text),
    ("page", "/place/page", Number),
    ("line", "/place/line", Number),
    ("column", "/place/column", Number),
];

const ARRANGEMENTS: &[Column] = &[
    ("arrangement", "/arrangement", Text),
    ("title", "/title", Text),
    ("state", "/state", Text),
    ("basis", "/basis", Text),
    ("since", "/since", Text),
    ("reason", "/reason", Text),
    ("headline", "/headline", YesNo),
    ("informative", "/informative", YesNo),
    ("note", "/note", Text),
    ("file", "/place/file", Text),
    ("page", "/place/page", Number),
    ("line", "/place/line", Number),
    ("column", "/place/column", Number),
];

const CELLS: &[Column] = &[
    ("column", "/column", Text),
    ("title", "/title", Text),
    ("strength", "/strength", Text),
    ("superseded", "/superseded", YesNo),
    ("value", "/value", Text),
    ("why", "/side/why", Text),
    ("file", "/side/place/file", Text),
    ("page", "/side/place/page", Number),
    ("line", "/side/place/line", Number),
];

/// What a row of a matrix has of its own.
const GROUP: &[Column] = &[("group", "/group", Text)];

const STEPS: &[Column] = &[
    ("step", "/step", Number),
    ("stage", "/stage", Text),
    ("says", "/says", Text),
    ("cost", "/weight/cost", Number),
    ("changes", "/changes", Texts),
    ("closes", "/closes", Texts),
    ("raises", "/raises", Texts),
    ("lowers", "/lowers", Texts),
    ("met", "/after/all/met", Number),
    ("duties_met", "/after/duties/met", Number),
];

/// What a row of a finding in a document begins with.
const DOCUMENT: &[Column] = &[("document", "/name", Text)];

const LINTS: &[Column] = &[
    ("check", "/check", Text),
    ("sensitivity", "/sensitivity", Text),
    ("page", "/page", Number),
    ("line", "/line", Number),
    ("column", "/column", Number),
    ("quote", "/quote", Text),
    ("message", "/message", Text),
    ("help", "/help", Text),
    ("fix", "/fix/replacement", Text),
    ("safety", "/fix/safety", Text),
];

/// The findings of a result, or its arrangements, as a table.
pub(crate) fn results(json: &[u8], of: &str) -> Result<Frame, Vec<Fault>> {
    let columns = match of {
        "findings" => FINDINGS,
        "arrangements" => ARRANGEMENTS,
        other => return Err(unknown(other, ["findings", "arrangements"].into_iter())),
    };
    let result = parsed(json)?;
    let several = result.get("assessments").and_then(Value::as_array);
    let assessments = several.map_or(std::slice::from_ref(&result), Vec::as_slice);
    let mut rows = Vec::new();
    for assessment in assessments {
        rows.extend(list(assessment, of).map(|own| row([(FORCE, assessment), (columns, own)])));
    }
    table(&[FORCE, columns], &rows)
}

/// The matrix of a comparison as a table, a row a cell.
pub(crate) fn matrix(json: &[u8]) -> Result<Frame, Vec<Fault>> {
    let comparison = parsed(json)?;
    let heads: Vec<&Value> = list(&comparison, "columns").collect();
    let mut rows = Vec::new();
    for of in list(&comparison, "rows") {
        for (cell, head) in list(of, "cells").zip(&heads) {
            let mut whole = cell.clone();
            if let (Some(whole), Some(head)) = (whole.as_object_mut(), head.as_object()) {
                for key in ["title", "strength", "superseded"] {
                    whole.extend(head.get(key).map(|value| (key.to_owned(), value.clone())));
                }
            }
            rows.push(row([(FORCE, of), (GROUP, of), (CELLS, &whole)]));
        }
    }
    table(&[FORCE, GROUP, CELLS], &rows)
}

/// The steps of plans as a table, a row each: of what it changes and closes the words and the ids.
pub(crate) fn steps(json: &[u8]) -> Result<Frame, Vec<Fault>> {
    let plans = parsed(json)?;
    let mut rows = Vec::new();
    for plan in list(&plans, "plans") {
        for (at, step) in list(plan, "steps").enumerate() {
            let mut whole = step.clone();
            if let Some(whole) = whole.as_object_mut() {
                whole.insert("step".to_owned(), (at + 1).into());
                for (key, of) in [
                    ("changes", "says"),
                    ("closes", "requirement"),
                    ("raises", "requirement"),
                    ("lowers", "requirement"),
                ] {
                    let told = list(step, key).filter_map(|one| one.get(of).cloned()).collect();
                    whole.insert(key.to_owned(), Value::Array(told));
                }
            }
            rows.push(row([(FORCE, plan), (STEPS, &whole)]));
        }
    }
    table(&[FORCE, STEPS], &rows)
}

/// What was found in documents as a table, a row a finding.
pub(crate) fn lints(json: &[u8]) -> Result<Frame, Vec<Fault>> {
    let linted = parsed(json)?;
    let mut rows = Vec::new();
    for document in list(&linted, "documents") {
        let own = list(document, "findings");
        rows.extend(own.map(|own| row([(DOCUMENT, document), (LINTS, own)])));
    }
    table(&[DOCUMENT, LINTS], &rows)
}

/// The items under a key.
fn list<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    of.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn parsed(json: &[u8]) -> Result<Value, Vec<Fault>> {
    serde_json::from_slice(json).map_err(|error| vec![no_json(&error)])
}

fn row<const N: usize>(parts: [(&[Column], &Value); N]) -> Value {
    let cells = parts.into_iter().flat_map(|(columns, own)| {
        columns
            .iter()
            .filter_map(|(name, at, _)| Some(((*name).to_owned(), own.pointer(at)?.clone())))
    });
    Value::Object(cells.collect::<Map<_, _>>())
}

fn table(parts: &[&[Column]], rows: &[Value]) -> Result<Frame, Vec<Fault>> {
    let fields: Fields = parts
        .iter()
        .copied()
        .flatten()
        .map(|(name, _, kind)| {
            let kind = match kind {
                Text => DataType::Utf8,
                Number => DataType::Int64,
                YesNo => DataType::Boolean,
                Texts => DataType::new_list(DataType::Utf8, false),
            };
            Field::new(*name, kind, true)
        })
        .collect();
    Frame::of(fields, &rows.iter().collect::<Vec<_>>())
}
