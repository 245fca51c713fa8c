//! Results as people and programs read them. A report decides nothing; all that it shows stands in
//! the result. A format is one file here and one line in the list of `format`.

mod book;
mod columns;
mod contradictions;
mod coverage;
mod csv;
mod docx;
mod evidence;
mod explain;
mod format;
mod github;
mod gitlab;
mod harmless;
mod html;
mod json;
mod judgements;
mod junit;
mod layout;
mod lede;
mod markdown;
mod oscal;
mod outline;
mod phrase;
mod prose;
mod provenance;
mod reading;
mod rules;
mod rulings;
mod sarif;
mod schema;
mod shortfall;
mod table;
mod uri;
mod words;
mod xlsx;

pub use book::{Page, book};
pub use coverage::show_coverage;
pub use explain::{explain_arrangement, explain_requirement};
pub use format::{Caveat, Companion, FORMATS, Format, Look, Render};
pub use json::no_json;
pub use layout::{Layout, Style};
pub use oscal::oscal_catalog;
pub use reading::{
    READING_SCHEMA, Topics, explain_reading, reading_json, reading_legend, reading_line,
    reading_look,
};
pub use rules::{
    list_requirements, rules_json, show_arrangement, show_instrument, show_requirement,
};
pub use schema::{SchemaKind, schema};
