//! Results as people and programs read them. A report decides nothing; all that it shows stands in
//! the result. A format is one file here and one line in the list of `format`.

mod book;
mod columns;
mod contradictions;
mod coverage;
mod csv;
mod division;
mod docx;
mod explain;
mod format;
mod gaps;
mod gate;
mod github;
mod gitlab;
mod harmless;
mod html;
mod json;
mod junit;
mod layout;
mod markdown;
mod oscal;
mod priorities;
mod provenance;
mod reading;
mod rules;
mod sarif;
mod schema;
mod shortfall;
mod standings;
mod summary;
mod table;
mod uri;
mod words;
mod xlsx;

pub use book::{Page, book};
pub use coverage::show_coverage;
pub use explain::{explain_arrangement, explain_requirement};
pub use format::{Caveat, Companion, FORMATS, Format, Look, Render};
pub use json::{
    JsonStream, LINE_SCHEMA, SUMMARY_SCHEMA, Spacing, no_json, result_json, write_line,
    write_summary,
};
pub use layout::{Layout, Style};
pub use oscal::oscal_catalog;
pub use reading::{
    READING_SCHEMA, ReadDocument, Topics, explain_reading, reading_json, reading_legend,
    reading_line, reading_look,
};
pub use rules::{
    list_requirements, rules_json, show_arrangement, show_instrument, show_requirement,
};
pub use schema::{SchemaKind, schema};
pub use words::{verdict_sentence, why, why_failed};
