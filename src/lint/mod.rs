//! What is wrong with a document itself: at its line, with the fix.
//!
//! A [`Linter`] is made once out of a rulebook's files and looks at any number of documents. One check a
//! file; what a check goes by (names, sections, topics, words) is data, `rules/lint/`. What is found at the
//! default sensitivity is certain enough to stop a merge; what a person must judge is pedantic.

mod against;
mod allow;
mod check;
mod data;
mod example;
mod finding;
mod fix;
mod history;
mod kind;
mod known;
mod linter;
mod page;
mod reads;
mod selection;
mod sight;
mod written;

// The checks. A new one is named here and in `CHECKS`, and nowhere else in the program.
mod broken_reference;
mod contradiction;
mod figures;
mod missing_topic;
mod overdue_review;
mod placeholder;
mod stale_name;
mod victim_language;
mod weak_duty;
mod wrong_section;

pub use against::Against;
pub use check::Check;
pub use example::{LintExample, Slip, Wanted, lint_examples};
pub use finding::{Edit, FailOn, Finding, Fix, Lint, LintResult, Safety, Sensitivity};
pub use fix::{Edited, edited, words_of};
pub use known::Known;
pub use linter::{Asked, Linter};
pub use reads::Reads;
pub use selection::{Picked, known_checks};

/// Every check, in the order in which they are listed.
pub const CHECKS: &[Check] = &[
    stale_name::CHECK,
    wrong_section::CHECK,
    missing_topic::CHECK,
    overdue_review::CHECK,
    contradiction::CHECK,
    weak_duty::CHECK,
    broken_reference::CHECK,
    figures::CHECK,
    placeholder::CHECK,
    victim_language::CHECK,
    allow::CHECK,
];

impl Check {
    /// The check of an id.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        CHECKS.iter().find(|check| check.id == id)
    }
}
