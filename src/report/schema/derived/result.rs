//! What `check --format json` prints: the result of a check, of one force or of several. It comes from
//! the types that are written.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::report::json::{All, One};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let mut generator = written().into_generator();
    let [one, several] = [One::json_schema, All::json_schema].map(|of| of(&mut generator));
    (json!({ "anyOf": [one, several] }), generator.take_definitions(true))
}

/// Settings for the schema of what is written, not of what would be read.
pub(super) fn written() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize()
}
