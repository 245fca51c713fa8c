//! What a format of a comparison is: as a format of a result, made of a [`Comparison`] and nothing
//! else.

use super::pieces::ComparisonPieces;
use crate::compare::Comparison;
use crate::report::format::Readers;
use crate::source::Fault;

/// One way to show a comparison.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Whether it is no text: then it isn't written to a terminal.
    pub binary: bool,
    /// Makes the bytes of the report. The same comparison and look give the same bytes.
    pub render: fn(&Comparison<'_>, ComparisonOptions) -> Result<Vec<u8>, Fault>,
    /// Its pieces, where it can be written one force at a time; put together, they are what `render` makes.
    pub pieces: Option<ComparisonPieces>,
    /// Who reads it.
    pub readers: Readers,
}

/// How a report of a comparison is to look. Only that of the terminal depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// How many columns the terminal has.
    pub width: usize,
    /// Whether it shows colour.
    pub colour: bool,
    /// Whether all words behind a change are shown, and every list to its end.
    pub full: bool,
}
