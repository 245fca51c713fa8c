//! `sarif`: SARIF 2.1.0 with fixes, for code scanning and for editors.

use serde_json::{Map, Value, json};

use super::format::{LintFormat, LintOptions};
use super::told::{account, fingerprint, incomplete, level};
use crate::lint::{CHECKS, Check, Finding, Lint, LintResult, Sensitivity};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::report::prose::{flat, full_stop};
use crate::report::sarif::{SCHEMA, message};
use crate::report::uri::uri;
use crate::source::Fault;
use crate::standing::Words as _;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "sarif",
    about: "SARIF 2.1.0 with fixes, for code scanning on GitHub and for editors",
    render,
    readers: Readers::Programs(JSON),
};

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    let version = result.program.split_whitespace().nth(1).unwrap_or_default();
    let results: Vec<Value> = result.documents.iter().flat_map(told).collect();
    let mut invocation = json!({ "executionSuccessful": result.unread == 0 });
    if let (Some(keys), Some(said)) = (invocation.as_object_mut(), incomplete(result)) {
        let note = json!([{ "level": "error", "message": { "text": message(&said) } }]);
        keys.insert("toolExecutionNotifications".to_owned(), note);
    }
    let run = json!({
        "tool": {
            "driver": {
                "name": "msacheck",
                "version": flat(version),
                "semanticVersion": flat(version),
                "rules": CHECKS.iter().map(rule).collect::<Vec<_>>(),
            },
        },
        // A category of its own beside those of `check`.
        "automationDetails": { "id": "msacheck-lint/" },
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    bytes(&log, Spacing::Indented).map_err(|error| no_json(&error))
}

fn rule(check: &Check) -> Value {
    let level = match check.sensitivity {
        Sensitivity::Default => "error",
        Sensitivity::Pedantic => "note",
    };
    let help = format!("{} Helps: {}", full_stop(check.why), full_stop(check.helps));
    json!({
        "id": check.id,
        "shortDescription": { "text": full_stop(check.title) },
        "fullDescription": { "text": full_stop(check.why) },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": level },
        "properties": { "tags": ["document", check.sensitivity.word()], "precision": "very-high" },
    })
}

fn told(document: &Lint) -> impl Iterator<Item = Value> + '_ {
    document.findings.iter().enumerate().map(|(at, finding)| {
        let index = CHECKS.iter().position(|check| check.id == finding.check);
        let known = fingerprint(document, at);
        let short: String = known.chars().take(16).collect();
        let mut told = json!({
            "ruleId": finding.check,
            "ruleIndex": index.unwrap_or_default(),
            "level": level(finding).word(),
            "message": { "text": message(&account(finding)) },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(&document.name) },
                "region": {
                    "startLine": finding.place.line.max(1),
                    "startColumn": finding.place.column.max(1),
                },
            } }],
            "partialFingerprints": {
                "primaryLocationLineHash": format!("{short}:1"),
                "checkPathAndWords/v1": known,
            },
            "properties": { "sensitivity": finding.sensitivity.word() },
        });
        if let (Some(keys), Some(fixes)) = (told.as_object_mut(), fixes(document, finding)) {
            keys.insert("fixes".to_owned(), fixes);
        }
        told
    })
}

/// What to write instead, where it can be placed.
fn fixes(document: &Lint, finding: &Finding) -> Option<Value> {
    let fix = finding.fix.as_ref()?;
    let edit = fix.edit.as_ref()?;
    let mut region = Map::new();
    for (key, value) in [
        ("startLine", finding.place.line),
        ("startColumn", finding.place.column),
        ("endLine", edit.end.0),
        ("endColumn", edit.end.1),
    ] {
        region.insert(key.to_owned(), value.into());
    }
    let said = format!("Write “{}” ({} fix).", flat(&fix.replacement), fix.safety);
    Some(json!([{
        "description": { "text": message(&said) },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&document.name) },
            "replacements": [{
                "deletedRegion": region,
                "insertedContent": { "text": flat(&fix.replacement) },
            }],
        }],
    }]))
}
