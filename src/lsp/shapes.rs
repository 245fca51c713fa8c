//! The parts of the protocol's messages that we speak, by the names that it gives them.
//!
//! A crate has all of it, in ten thousand lines that take longer to build than any other dependency but two.

use serde::{Deserialize, Serialize};

/// A place in a text: lines and characters count from 0, characters in the units that both sides agreed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Position {
    pub line: u32,
    pub character: u32,
}

/// What lies between two places, half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Range {
    pub start: Position,
    pub end: Position,
}

impl Range {
    /// Whether two have a place in common; ends count, so that a cursor behind a word is at it.
    pub(super) fn touches(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// A range of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Location {
    pub uri: String,
    pub range: Range,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    Error,
    Warning,
    Information,
}

impl Serialize for Severity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(match self {
            Self::Error => 1,
            Self::Warning => 2,
            Self::Information => 3,
        })
    }
}

/// Something that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Diagnostic {
    pub range: Range,
    pub severity: Severity,
    pub code: String,
    pub source: &'static str,
    pub message: String,
    #[serde(rename = "relatedInformation", skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// Another place that has to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Related {
    pub location: Location,
    pub message: String,
}

/// What to write in the place of a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct TextEdit {
    pub range: Range,
    #[serde(rename = "newText")]
    pub new_text: String,
}

/// A change that somebody made: of a range, or of the whole text.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Change {
    pub range: Option<Range>,
    pub text: String,
}

/// A document by its address.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Named {
    pub uri: String,
    #[serde(default)]
    pub version: Option<i64>,
}

/// A document that is opened.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct OpenedDocument {
    pub uri: String,
    #[serde(rename = "languageId", default)]
    pub language: String,
    #[serde(default)]
    pub version: i64,
    pub text: String,
}

/// What is told when a document is opened.
#[derive(Debug, Deserialize)]
pub(super) struct Opened {
    #[serde(rename = "textDocument")]
    pub document: OpenedDocument,
}

/// What is told when it changes.
#[derive(Debug, Deserialize)]
pub(super) struct Changed {
    #[serde(rename = "textDocument")]
    pub document: Named,
    #[serde(rename = "contentChanges")]
    pub changes: Vec<Change>,
}

/// What is told, or asked, of a document as a whole.
#[derive(Debug, Deserialize)]
pub(super) struct OfDocument {
    #[serde(rename = "textDocument")]
    pub document: Named,
}

/// What is asked of a place in a document.
#[derive(Debug, Deserialize)]
pub(super) struct AtPlace {
    #[serde(rename = "textDocument")]
    pub document: Named,
    pub position: Position,
}

/// What is asked for a range of a document: which actions there are.
#[derive(Debug, Deserialize)]
pub(super) struct ForRange {
    #[serde(rename = "textDocument")]
    pub document: Named,
    pub range: Range,
    #[serde(default)]
    pub context: ActionContext,
}

/// Which kinds of actions are wanted; all, where none is named.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ActionContext {
    #[serde(default)]
    pub only: Option<Vec<String>>,
}
