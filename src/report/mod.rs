//! Results as people and programs read them. A report decides nothing; all that it shows stands in
//! the result.

// The formats of a result, a file or a folder each. A new one is named here and in `FORMATS`, and
// nowhere else in the program; its golden file makes itself (`SNAPSHOTS=overwrite cargo test`).
mod csv;
mod docx;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod oscal;
mod sarif;
mod table;
#[cfg(feature = "workbooks")]
mod xlsx;
#[cfg(not(feature = "workbooks"))]
mod xlsx_left_out;

// What formats are made of: what a report holds, and its words.
mod actions;
mod aged;
mod aside;
mod brief;
mod columns;
mod contradictions;
mod format;
mod harmless;
mod judgements;
mod layout;
mod lede;
mod missing;
mod outline;
mod phrase;
mod precedence;
mod prose;
mod provenance;
mod rulings;
mod seal;
mod shortfall;
mod uri;
mod words;

// What is shown of something else than a result.
mod book;
mod comparison;
mod coverage;
mod evidence;
mod explain;
mod form;
mod lint;
mod plan;
mod reading;
mod rules;
mod schema;
mod stale;
mod struck;

#[cfg(not(feature = "workbooks"))]
use xlsx_left_out as xlsx;

pub use book::{BookPage, book};
pub use comparison::{
    COMPARISON_FORCE_SCHEMA, COMPARISON_FORMATS, COMPARISON_SCHEMA, COMPARISON_SUMMARY_SCHEMA,
    ComparisonFormat, ComparisonOptions, ComparisonPiece, ComparisonPieces,
};
pub(crate) use comparison::{
    SCRIPT as COMPARISON_SCRIPT, STYLE as COMPARISON_STYLE, content as comparison_content,
};
pub use coverage::{show_check_coverage, show_coverage};
pub use explain::{explain_actions, explain_arrangement, explain_requirement};
pub use form::{form_csv, form_xlsx};
pub use format::{Caveat, Companion, Extent, Readers, Render, ReportFormat, ReportOptions};
pub(crate) use harmless::harmless;
pub(crate) use html::words::{day, state_tag};
pub(crate) use html::{Onward, SCRIPT, STYLE, whole};
pub use json::{LINE_SCHEMA, SUMMARY_SCHEMA, Spacing, no_json, result_json};
pub use layout::{TerminalPage, Tone};
pub use lint::{LINT_FORMATS, LINT_SCHEMA, LintFormat, LintOptions, explain_check, list_checks};
pub use oscal::oscal_catalog;
pub(crate) use plan::content as plan_content;
pub use plan::{PLAN_FORMATS, PLAN_SCHEMA, PlanFormat, PlanOptions, note as step_note};
pub use reading::{
    READING_SCHEMA, Topics, either_way, explain_reading, reading_json, reading_legend,
    reading_line, reading_look,
};
pub use rules::{
    list_requirements, rules_json, show_arrangement, show_instrument, show_requirement,
};
pub use schema::{SchemaKind, schema};
pub use seal::{may_be_replaced, sealed};
pub use stale::list_stale;
pub use struck::struck;
pub(crate) use uri::encoded;
pub use words::{by_strength, verdict_sentence, why, why_failed};

/// Every format of a result, the one for people first: so help lists them.
pub const FORMATS: &[ReportFormat] = &[
    table::FORMAT,
    html::FORMAT,
    docx::FORMAT,
    json::FORMAT,
    json::LINES,
    markdown::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    csv::FORMAT,
    xlsx::FORMAT,
    oscal::FORMAT,
];

impl ReportFormat {
    /// What is shown where nobody asks for another.
    pub const TABLE: &'static Self = &table::FORMAT;

    /// The format that a file's ending speaks of: its name, or `md`.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        Self::named(&format::by_ending(ending))
    }

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}
