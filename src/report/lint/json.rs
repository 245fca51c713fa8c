//! `json`: all that was found, for programs, with the edits.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::format::{LintFormat, LintOptions};
use crate::lint::{CHECKS, Check, Edit, Finding, Fix, Lint, LintResult};
use crate::report::format::Readers;
use crate::report::json::{JSON, Spacing, bytes, no_json};
use crate::source::Fault;
#[cfg(test)]
use crate::standing::DayForm;
use crate::standing::{Day, Words as _};

/// The name and version of the shape.
pub const LINT_SCHEMA: &str = "msacheck/lint/1";

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "json",
    about: "Complete, for programs, with the bytes that a fix changes",
    render,
    readers: Readers::Programs(JSON),
};

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    bytes(&LintJson::of(result), Spacing::Indented).map_err(|error| no_json(&error))
}

/// What is wrong with documents.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "LintResult", deny_unknown_fields))]
pub(in crate::report) struct LintJson<'a> {
    /// The name and version of this shape.
    #[cfg_attr(test, schemars(extend("const" = LINT_SCHEMA)))]
    schema: &'static str,
    /// The program and its version.
    program: &'a str,
    /// The day that was today.
    #[cfg_attr(test, schemars(with = "DayForm"))]
    today: Day,
    /// The day that documents were held against, where one was asked for; else each is held against its own.
    #[cfg_attr(test, schemars(with = "Option<DayForm>"))]
    as_of: Option<Day>,
    /// Is what a person must judge told, too?
    pedantic: bool,
    /// Couldn't some documents be read?
    incomplete: bool,
    /// How many couldn't.
    unread: usize,
    /// The checks.
    checks: Vec<CheckJson>,
    /// The documents.
    documents: Vec<DocumentJson<'a>>,
}

/// A check of documents.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "Check", deny_unknown_fields))]
struct CheckJson {
    /// Its id.
    id: &'static str,
    /// What it finds.
    title: &'static str,
    /// Why that matters.
    why: &'static str,
    /// `default` or `pedantic`.
    sensitivity: &'static str,
    /// How many findings it has here.
    findings: usize,
}

/// A document.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "LintedDocument", deny_unknown_fields))]
struct DocumentJson<'a> {
    /// Its name: a path as the user gave it, or `-`.
    name: &'a str,
    /// How many findings were allowed, in it or in the settings.
    allowed: usize,
    /// What is wrong with it, in reading order.
    findings: Vec<FindingJson<'a>>,
}

/// A fault of a document.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "LintFinding", deny_unknown_fields))]
struct FindingJson<'a> {
    /// The id of the check.
    check: &'static str,
    /// `default` or `pedantic`.
    sensitivity: &'static str,
    /// The page, in a document that has pages.
    page: Option<u32>,
    /// The line (of the page; the paragraph in a Word file), from 1.
    line: usize,
    /// The column, from 1, in Unicode scalars.
    column: usize,
    /// The words, as they stand there.
    quote: &'a str,
    /// What is wrong with them.
    message: &'a str,
    /// What to do about it.
    help: Option<&'a str>,
    /// What to write instead.
    fix: Option<FixJson<'a>>,
}

/// What to write instead of words.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(rename = "LintFix", deny_unknown_fields))]
struct FixJson<'a> {
    /// `safe`, or `unsafe` where somebody must read what becomes of it.
    safety: &'static str,
    /// The words.
    replacement: &'a str,
    /// The first byte of the file that changes, where its format is typed.
    start: Option<usize>,
    /// The first byte behind it that doesn't.
    end: Option<usize>,
}

impl<'a> LintJson<'a> {
    fn of(result: &'a LintResult) -> Self {
        Self {
            schema: LINT_SCHEMA,
            program: &result.program,
            today: result.today,
            as_of: result.as_of,
            pedantic: result.pedantic,
            incomplete: result.unread > 0,
            unread: result.unread,
            checks: CHECKS.iter().map(|check| CheckJson::of(check, result)).collect(),
            documents: result.documents.iter().map(DocumentJson::of).collect(),
        }
    }
}

impl CheckJson {
    fn of(check: &'static Check, result: &LintResult) -> Self {
        Self {
            id: check.id,
            title: check.title,
            why: check.why,
            sensitivity: check.sensitivity.word(),
            findings: result.findings().filter(|finding| finding.check == check.id).count(),
        }
    }
}

impl<'a> DocumentJson<'a> {
    fn of(lint: &'a Lint) -> Self {
        Self {
            name: &lint.name,
            allowed: lint.allowed,
            findings: lint.findings.iter().map(FindingJson::of).collect(),
        }
    }
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            check: finding.check,
            sensitivity: finding.sensitivity.word(),
            page: finding.place.page,
            line: finding.place.line,
            column: finding.place.column,
            quote: &finding.quote,
            message: &finding.message,
            help: finding.help.as_deref(),
            fix: finding.fix.as_ref().map(FixJson::of),
        }
    }
}

impl<'a> FixJson<'a> {
    fn of(fix: &'a Fix) -> Self {
        let span = fix.edit.as_ref().map(|Edit { span, .. }| span);
        Self {
            safety: fix.safety.word(),
            replacement: &fix.replacement,
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
        }
    }
}
