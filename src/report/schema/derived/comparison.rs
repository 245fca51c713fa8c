//! What `compare --format json` prints, and a line of `--format ndjson`. It comes from the types that are
//! written.

use schemars::JsonSchema as _;
use serde_json::{Map, Value, json};

use super::result::written;
use crate::report::comparison::{ComparisonJson, ForceLine, SummaryLine};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let mut generator = written().into_generator();
    let shapes = [ComparisonJson::json_schema, ForceLine::json_schema, SummaryLine::json_schema];
    let any = shapes.map(|of| of(&mut generator));
    (json!({ "anyOf": any }), generator.take_definitions(true))
}
