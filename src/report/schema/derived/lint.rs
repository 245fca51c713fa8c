//! What `lint --format json` prints. It comes from the types that are written.

use schemars::JsonSchema as _;
use serde_json::{Map, Value};

use super::result::written;
use crate::report::lint::LintJson;

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let mut generator = written().into_generator();
    let root = LintJson::json_schema(&mut generator);
    (root.to_value(), generator.take_definitions(true))
}
