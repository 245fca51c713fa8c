//! The schemas of what programs take from ours, out of the types that are written. Tests alone derive them, and hold
//! what is kept beside this folder to them: a program that doesn't derive is smaller and sooner built.

mod comparison;
mod leaf;
mod lint;
mod plan;
mod reading;
mod result;

use std::path::Path;

use serde_json::{Map, Value, json};
use snapbox::{Assert, Data};

/// Holds a file to what is derived, as golden files are held: `SNAPSHOTS=overwrite` writes it anew.
fn holds(file: &str, (root, definitions): (Value, Map<String, Value>)) {
    let derived = format!("{:#}\n", json!({ "root": root, "definitions": definitions }));
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/schema")).join(file);
    Assert::new().action_env("SNAPSHOTS").eq(derived, Data::read_from(&file, None).raw());
}

#[test]
fn the_schema_of_a_result_is_that_of_its_types() {
    holds("result.json", result::schema());
}

#[test]
fn the_schema_of_what_is_wrong_with_documents_is_that_of_its_types() {
    holds("lint.json", lint::schema());
}

#[test]
fn the_schema_of_a_comparison_is_that_of_its_types() {
    holds("comparison.json", comparison::schema());
}

#[test]
fn the_schema_of_a_plan_is_that_of_its_types() {
    holds("plan.json", plan::schema());
}

#[test]
fn the_schema_of_a_reading_is_that_of_its_types() {
    holds("reading.json", reading::schema());
}
