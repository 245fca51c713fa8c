//! What is wrong with documents, as people and programs read it: one file a format, as for results.

mod csv;
mod format;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod rules;
mod sarif;
mod table;
mod told;

use super::format::by_ending;
pub use format::{LintFormat, LintOptions};
pub use json::LINT_SCHEMA;
#[cfg(test)]
pub(super) use json::LintJson;
pub use rules::{explain_check, list_checks};

/// Every format of what is wrong with documents, the one for people first: so help lists them.
pub const LINT_FORMATS: &[LintFormat] = &[
    table::FORMAT,
    html::FORMAT,
    json::FORMAT,
    markdown::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    csv::FORMAT,
];

impl LintFormat {
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
        LINT_FORMATS.iter().find(|format| format.name == name)
    }
}
