//! What documents declare, as people and programs read it: one file a form.

mod decide;
mod document;
mod explain;
mod json;
mod look;
mod marked;
mod summary;

pub use decide::either_way;
pub use document::Topics;
pub use explain::explain_reading;
#[cfg(test)]
pub(super) use json::ReadingObject;
pub use json::{READING_SCHEMA, reading_json, reading_line};
pub use look::{reading_legend, reading_look};
