//! `gitlab`: a list as GitLab's code quality takes it.

use serde_json::{Value, json};

use super::format::{LintFormat, LintOptions};
use super::told::{account, fingerprint, incomplete, level};
use crate::lint::{Lint, LintResult};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::report::shortfall::{Level, path};
use crate::source::{Digest, Fault};

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "gitlab",
    about: "GitLab's code quality report",
    render,
    readers: Readers::Programs(JSON),
};

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    let missing = incomplete(result).map(|said| {
        json!({
            "description": said,
            "check_name": "inputs/incomplete",
            "fingerprint": Digest::of(b"inputs/incomplete"),
            "severity": "blocker",
            "location": { "path": ".", "lines": { "begin": 1 } },
        })
    });
    let issues: Vec<Value> =
        missing.into_iter().chain(result.documents.iter().flat_map(issues)).collect();
    bytes(&issues, Spacing::Indented).map_err(|error| no_json(&error))
}

fn issues(document: &Lint) -> impl Iterator<Item = Value> + '_ {
    document.findings.iter().enumerate().map(|(at, finding)| {
        json!({
            "description": account(finding),
            "check_name": finding.check,
            "fingerprint": fingerprint(document, at),
            "severity": if level(finding) == Level::Error { "major" } else { "info" },
            "location": {
                "path": path(&finding.place),
                "lines": { "begin": finding.place.line.max(1) },
            },
        })
    })
}
