//! Plans as people and programs read them: one file a format, as for results.

mod csv;
mod format;
mod html;
mod json;
mod markdown;
mod said;
mod table;

use super::format::by_ending;
pub use format::{PlanFormat, PlanOptions};
pub(crate) use html::content;
pub use json::PLAN_SCHEMA;
#[cfg(test)]
pub(super) use json::PlansJson;
pub use said::note;

/// Every format of a plan, the one for people first: so help lists them.
pub const PLAN_FORMATS: &[PlanFormat] =
    &[table::FORMAT, html::FORMAT, json::FORMAT, markdown::FORMAT, csv::FORMAT];

impl PlanFormat {
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
        PLAN_FORMATS.iter().find(|format| format.name == name)
    }
}
