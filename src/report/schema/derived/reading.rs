//! What `read --format json` prints: a reading, or several. On each line of `--format ndjson`
//! stands one. A reading comes from the types that are written.

use serde_json::{Map, Value, json};

use super::result::written;
use crate::report::READING_SCHEMA;
use crate::report::reading::ReadingObject;
use crate::report::schema::shape::{Keys, count, list, one_of, yes_no};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let mut generator = written().into_generator();
    let reading = generator.subschema_for::<ReadingObject<'_>>();
    let several = Keys::new()
        .required("schema", one_of([READING_SCHEMA], "The name and version of this shape."))
        .required("documents", list(reading.as_value(), "In the order of the arguments."))
        .required("incomplete", yes_no("Is something missing that couldn't be read?"))
        .required("unread", count("How many weren't read."))
        .table("What several documents declare.");
    (json!({ "anyOf": [reading, several] }), generator.take_definitions(true))
}
