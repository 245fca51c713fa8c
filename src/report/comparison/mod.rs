//! Comparisons as people and programs read them: one file or folder a format, as for results.

mod columns;
mod csv;
mod format;
mod heads;
mod html;
mod json;
mod markdown;
mod pieces;
mod sides;
mod table;
#[cfg(feature = "workbooks")]
mod xlsx;

use super::format::by_ending;
#[cfg(not(feature = "workbooks"))]
use super::xlsx::comparison as xlsx;
pub use format::{ComparisonFormat, ComparisonOptions};
pub(crate) use html::{SCRIPT, STYLE, content};
pub use json::{COMPARISON_FORCE_SCHEMA, COMPARISON_SCHEMA, COMPARISON_SUMMARY_SCHEMA};
#[cfg(test)]
pub(super) use json::{ComparisonJson, ForceLine, SummaryLine};
pub use pieces::{ComparisonPiece, ComparisonPieces};

/// Every format of a comparison, the one for people first: so help lists them.
pub const COMPARISON_FORMATS: &[ComparisonFormat] = &[
    table::FORMAT,
    html::FORMAT,
    json::FORMAT,
    json::LINES,
    markdown::FORMAT,
    csv::FORMAT,
    xlsx::FORMAT,
];

impl ComparisonFormat {
    /// What is shown where nobody asks for another.
    pub const TABLE: &'static Self = &table::FORMAT;

    /// The format that a file's ending speaks of: its name, or `md`.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        Self::named(&by_ending(ending))
    }

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        COMPARISON_FORMATS.iter().find(|format| format.name == name)
    }
}
