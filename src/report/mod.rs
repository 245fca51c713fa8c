//! Assessments as people and programs read them: one file a format. A report decides nothing; all
//! that it shows stands in the assessment.

mod book;
mod contradictions;
mod coverage;
mod explain;
mod gaps;
mod gate;
mod json;
mod layout;
mod markdown;
mod reading;
mod rules;
mod schema;
mod summary;
mod table;

pub use book::{Page, book};
pub use coverage::show_coverage;
pub use explain::{explain_arrangement, explain_requirement};
pub use json::{SCHEMA, json};
pub use layout::{Layout, Style};
pub use reading::{
    READING_SCHEMA, ReadDocument, Topics, explain_reading, reading_json, reading_legend,
    reading_line, reading_look,
};
pub use rules::{
    list_requirements, rules_json, show_arrangement, show_instrument, show_requirement,
};
pub use schema::{SchemaKind, schema};
pub use table::table;

use crate::assessment::Assessment;
use crate::gate::Verdict;

/// What a report is made of.
#[derive(Clone, Debug)]
pub struct Report {
    /// One assessment a force, in the order of the inputs.
    pub assessments: Vec<Gated>,
    /// Whether met requirements, and those that weren't assessed, are listed too.
    pub all: bool,
    /// Whether the requirements were filtered: then not all of them are shown or counted.
    pub filtered: Option<String>,
    /// Whether a gate was asked for.
    pub gated: bool,
    /// The options that a further command needs to see the same: those of settings and rules.
    pub options: Vec<String>,
    /// How many inputs couldn't be assessed.
    pub failed_inputs: usize,
}

/// An assessment with what the gate made of it.
#[derive(Clone, Debug)]
pub struct Gated {
    /// The assessment.
    pub assessment: Assessment,
    /// What the gate said; nothing where there is none.
    pub verdict: Option<Verdict>,
}
