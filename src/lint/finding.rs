//! What a check finds.

use std::collections::BTreeSet;

use crate::source::{Place, Span};
use crate::standing::{Day, words};

words! {
    /// How sure a finding is.
    pub enum Sensitivity {
        /// Certain enough to stop a merge.
        Default = "default",
        /// A person must judge it.
        Pedantic = "pedantic",
    }
}

words! {
    /// What makes `lint` fail.
    pub enum FailOn {
        /// What is certain.
        Default = "default",
        /// What a person must judge, too.
        Pedantic = "pedantic",
        /// Nothing.
        Never = "never",
    }
}

words! {
    /// How far a fix can be trusted.
    pub enum Safety {
        /// It changes a name for the one that took its place, and nothing that is said.
        Safe = "safe",
        /// It may change what is said: somebody must read it.
        Unsafe = "unsafe",
    }
}

/// What to write instead of the words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How far it can be trusted.
    pub safety: Safety,
    /// The words.
    pub replacement: String,
    /// Where they go in the file, where its format is typed.
    pub edit: Option<Edit>,
}

/// What to write over some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes.
    pub span: Span,
    /// What stands there then.
    pub bytes: Vec<u8>,
    /// The line and the column behind the words, from 1.
    pub end: (usize, usize),
}

/// A fault of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the check.
    pub check: &'static str,
    /// How sure it is.
    pub sensitivity: Sensitivity,
    /// Where its words begin.
    pub place: Place,
    /// The block that they stand in, from 0, and where in its text, in bytes.
    pub block: usize,
    /// See `block`.
    pub span: Span,
    /// The words, as they stand there.
    pub quote: String,
    /// What is wrong with them.
    pub message: String,
    /// What to do about it, and why that is known.
    pub help: Option<String>,
    /// What to write instead, where that can be told.
    pub fix: Option<Fix>,
}

/// What was found in a document.
#[derive(Clone, Debug, Default)]
pub struct Lint {
    /// Its name.
    pub name: String,
    /// What is wrong with it, in reading order.
    pub findings: Vec<Finding>,
    /// How many findings somebody allowed.
    pub allowed: usize,
    /// The checks of what a person must judge, where nobody asked for that.
    pub untold: BTreeSet<&'static str>,
    /// Whether a check asked what it declares, and nobody read it.
    pub unread: bool,
}

/// What was found in documents: all that a report of it is made of.
#[derive(Clone, Debug)]
pub struct LintResult {
    /// The program and its version.
    pub program: String,
    /// The day that is today.
    pub today: Day,
    /// The day that documents were held against, where somebody named one.
    pub as_of: Option<Day>,
    /// Whether what a person must judge is told, too.
    pub pedantic: bool,
    /// The documents, in the order in which they were found.
    pub documents: Vec<Lint>,
    /// How many documents couldn't be read: what is wrong with them isn't known.
    pub unread: usize,
}

impl LintResult {
    /// Every finding, document by document.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.documents.iter().flat_map(|document| &document.findings)
    }

    /// How many findings there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings().count()
    }

    /// Whether it fails.
    #[must_use]
    pub fn fails(&self, on: FailOn) -> bool {
        match on {
            FailOn::Never => false,
            FailOn::Pedantic => self.count() > 0,
            FailOn::Default => self.findings().any(|one| one.sensitivity == Sensitivity::Default),
        }
    }
}
