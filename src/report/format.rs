//! The formats of a result, in one list. Each is one file: what it is called, what it is for, and
//! how it is rendered out of a [`CheckResult`] and nothing else.

use super::{csv, docx, github, gitlab, html, json, junit, markdown, oscal, sarif, table, xlsx};
use crate::result::CheckResult;
use crate::source::Fault;

/// Every format, the one for people first.
pub const FORMATS: &[Format] = &[
    table::FORMAT,
    html::FORMAT,
    docx::FORMAT,
    json::FORMAT,
    markdown::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    csv::FORMAT,
    xlsx::FORMAT,
    oscal::FORMAT,
];

/// One way to show a result.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether it is no text: then it isn't written to a terminal.
    pub binary: bool,
    /// Renders a result.
    pub render: Render,
    /// What goes beside it to a file that the environment names.
    pub companion: Option<Companion>,
    /// What must be known of a result in this format, beside the report.
    pub caveat: Option<Caveat>,
}

/// Makes the bytes of a report. The same result and look give the same bytes.
pub type Render = fn(&CheckResult, Look) -> Result<Vec<u8>, Fault>;

/// A warning about a result in a format.
pub type Caveat = fn(&CheckResult) -> Option<Fault>;

/// A second rendering that a format's reader takes from a file of its own.
#[derive(Clone, Copy, Debug)]
pub struct Companion {
    /// The environment variable that names the file. What is rendered is added at its end.
    pub variable: &'static str,
    /// Renders a result.
    pub render: Render,
}

/// How a report is to look. Formats for programs don't depend on most of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether it shows colour.
    pub colour: bool,
    /// Whether met requirements, and those that weren't assessed, are listed too.
    pub all: bool,
    /// Whether findings that the gate was told to let pass stand in formats that can't mark them.
    pub with_suppressed: bool,
}

impl Default for Look {
    /// A page of 80 columns without colour that lists the gaps.
    fn default() -> Self {
        Self { width: 80, colour: false, all: false, with_suppressed: false }
    }
}

impl Format {
    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}
