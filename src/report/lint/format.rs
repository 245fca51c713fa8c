//! What a format of what is wrong with documents is: as a format of a result, made of a [`LintResult`] and
//! nothing else.

use crate::lint::LintResult;
use crate::report::format::Readers;
use crate::source::Fault;

/// One way to show what is wrong with documents.
#[derive(Clone, Copy, Debug)]
pub struct LintFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Makes the bytes of the report. The same result and look give the same bytes.
    pub render: fn(&LintResult, LintOptions) -> Result<Vec<u8>, Fault>,
    /// Who reads it.
    pub readers: Readers,
}

/// How a report is to look. Only that of the terminal depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LintOptions {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether it shows colour.
    pub colour: bool,
}
