//! `sarif`: SARIF 2.1.0 as GitHub's code scanning takes it. One run a force, under a category of its
//! own; one result a gap, with the words behind it as related locations.
//!
//! GitHub opens an alert for every result, whatever SARIF's `suppressions` say: what the gate was
//! told to let pass is left out, unless it is asked for. `security-severity` is never set: a duty is
//! no vulnerability.

mod rule;

use serde_json::{Map, Value, json};

use super::actions;
use super::aside::Aside;
use super::format::{ReportFormat, ReportOptions};
use super::json::{JSON, Spacing, bytes, no_json};
use super::prose::flat;
use super::provenance;
use super::shortfall::{Short, Shortfall, name, told_of};
use super::uri::uri;
use super::words::none_stated;
use crate::assessment::Cited;
use crate::result::{CheckResult, Gated};
use crate::source::{Fault, Place};
use crate::standing::{Outcome, Words as _};
use rule::{gate_rule, rule, unique};

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat {
    caveat: Some(too_many),
    ..ReportFormat::text("sarif", "SARIF 2.1.0, for code scanning on GitHub and for editors", sarif)
        .for_programs(JSON)
};

/// Where the schema of the format is published.
pub(super) const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// How many related locations a result has at most.
const MOST_RELATED: usize = 20;

fn sarif(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let runs: Vec<Value> =
        result.assessments.iter().map(|gated| run(result, gated, options)).collect();
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": runs });
    bytes(&log, Spacing::Indented).map_err(|error| no_json(&error))
}

/// GitHub's limit for the runs of a file.
const MOST_RUNS: usize = 20;

/// A warning where GitHub would refuse the file.
fn too_many(result: &CheckResult) -> Option<Fault> {
    let forces = result.assessments.len();
    (forces > MOST_RUNS).then(|| {
        let message =
            format!("GitHub refuses SARIF of more than {MOST_RUNS} forces: these are {forces}");
        Fault::whole("report::too-many-forces", message)
            .help("check fewer at once, with a file for each")
            .into_warning()
    })
}

fn run(result: &CheckResult, gated: &Gated, options: ReportOptions) -> Value {
    let gaps = told_of(gated, options);
    let mut rules: Vec<(String, Value)> = gated
        .assessment
        .findings
        .iter()
        .map(|finding| (finding.requirement.to_string(), rule(finding, &result.run)))
        .collect();
    for gap in &gaps {
        if gap.finding().is_none() && !rules.iter().any(|(id, _)| id == gap.rule()) {
            rules.push((gap.rule().to_owned(), gate_rule(gap.rule())));
        }
    }
    let results: Vec<Value> = gaps
        .iter()
        .map(|gap| {
            let index = rules.iter().position(|(id, _)| id == gap.rule());
            told(gap, index.unwrap_or_default())
        })
        .collect();
    let version = result.run.program.split_whitespace().nth(1).unwrap_or_default();
    let artifacts = gated.assessment.inputs.iter().map(|input| {
        json!({
            "location": { "uri": uri(&input.file) },
            "hashes": { "sha-256": input.sha256 },
            "roles": ["analysisTarget"],
        })
    });
    let basis: Map<String, Value> = provenance::lines(result, gated)
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect();
    json!({
        "tool": {
            "driver": {
                "name": "msacheck",
                "version": flat(version),
                "semanticVersion": flat(version),
                "rules": rules.into_iter().map(|(_, rule)| rule).collect::<Vec<_>>(),
            },
        },
        // One category for each force: GitHub refuses two runs of one.
        "automationDetails": { "id": format!("msacheck/{}/", uri(gated.assessment.force.as_str())) },
        "invocations": [invocation(result, gated)],
        "columnKind": "unicodeCodePoints",
        "artifacts": unique(artifacts),
        "results": results,
        "properties": { "restsOn": basis },
    })
}

/// That the program ran, whether an input is missing, what the run leaves aside, and what isn't asked
/// since none came of it.
fn invocation(result: &CheckResult, gated: &Gated) -> Value {
    let incomplete = result.incomplete();
    let told = |level: &str, said: String| json!({ "level": level, "message": { "text": message(&flat(&said)) } });
    let successful = incomplete.is_none();
    let aside = Aside::of(&result.run, gated).line();
    let plan = actions::counted(gated);
    let notes = aside.into_iter().chain(plan).chain(none_stated(&gated.assessment));
    let missing = incomplete.map(|said| told("error", said));
    let told: Vec<Value> =
        missing.into_iter().chain(notes.map(|said| told("note", said))).collect();
    let mut invocation = json!({ "executionSuccessful": successful });
    if let (Some(keys), false) = (invocation.as_object_mut(), told.is_empty()) {
        keys.insert("toolExecutionNotifications".to_owned(), told.into());
    }
    invocation
}

fn told(gap: &Shortfall<'_>, index: usize) -> Value {
    let fingerprint = gap.fingerprint().to_string();
    let short: String = fingerprint.chars().take(16).collect();
    let said = format!("{}. {}", gap.headline(), gap.account());
    let mut told = json!({
        "ruleId": flat(gap.rule()),
        "ruleIndex": index,
        "level": gap.loudness().word(),
        "message": { "text": message(&said) },
        "locations": [location(gap.place())],
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{short}:1"),
            "forceAndRequirement/v1": fingerprint,
        },
        "properties": properties(gap),
    });
    let words = gap.words();
    let related = unique(words.iter().filter_map(|cited| quoted(cited)));
    if let (Some(told), false) = (told.as_object_mut(), related.is_empty()) {
        let related = related.into_iter().take(MOST_RELATED).collect::<Vec<_>>();
        told.insert("relatedLocations".to_owned(), related.into());
    }
    if let (Some(told), Some(why)) = (told.as_object_mut(), gap.let_pass()) {
        let suppression = json!([{ "kind": "external", "justification": flat(&why) }]);
        told.insert("suppressions".to_owned(), suppression);
    }
    told
}

fn properties(gap: &Shortfall<'_>) -> Value {
    let mut properties = bare_properties(gap);
    let planned = gap.planned();
    if let (Some(keys), false) = (properties.as_object_mut(), planned.is_empty()) {
        keys.insert("actions".to_owned(), planned.into());
    }
    properties
}

fn bare_properties(gap: &Shortfall<'_>) -> Value {
    match gap.what {
        Short::Finding(finding) => json!({
            "force": flat(name(gap.gated)),
            "outcome": finding.outcome,
            "evidenced": finding.outcome != Outcome::NotEvidenced,
            "superseded": finding.superseded,
            "failsGate": gap.fails(),
        }),
        Short::Silent(silent) => json!({
            "force": flat(name(gap.gated)),
            "arrangement": flat(silent.arrangement.as_str()),
            "failsGate": true,
        }),
        Short::Objection(_) => json!({ "force": flat(name(gap.gated)), "failsGate": true }),
    }
}

fn location(place: &Place) -> Value {
    // A cell is no region of a file that is no text.
    if let (Some(sheet), Some(cell)) = (&place.sheet, place.cell()) {
        return json!({
            "physicalLocation": { "artifactLocation": { "uri": uri(&place.file) } },
            "logicalLocations": [{ "fullyQualifiedName": flat(&format!("{sheet}!{cell}")) }],
        });
    }
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": { "startLine": place.line.max(1), "startColumn": place.column.max(1) },
        },
    })
}

/// The place of quoted words that were found.
fn quoted(cited: &Cited) -> Option<Value> {
    let (quote, place) = (cited.quote.as_ref()?, cited.place.as_ref()?);
    let page = place.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    let mut location = location(place);
    let said = format!("“{quote}” ({}{page})", cited.title);
    location
        .as_object_mut()?
        .insert("message".to_owned(), json!({ "text": message(&flat(&said)) }));
    Some(location)
}

/// The text of a message, in which brackets would make links and braces placeholders.
pub(super) fn message(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | ']' | '\\' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_is_a_link_or_a_placeholder() {
        assert_eq!(message(r"[a](1) {0} \"), r"\[a\](1) {{0}} \\");
    }
}
