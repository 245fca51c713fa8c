//! The schemas of what programs take from ours, out of the types that are written. Tests alone derive them, and hold
//! what is kept beside this folder to them: a program that doesn't derive is smaller and sooner built.

mod leaf;
mod reading;
mod result;

use std::fs;

use serde_json::{Map, Value};

/// Writes what is kept anew where `SNAPSHOTS=overwrite` is set, as for golden files.
fn holds(file: &str, kept: &str, (root, definitions): (Value, Map<String, Value>)) {
    let derived =
        format!("{:#}\n", serde_json::json!({ "root": root, "definitions": definitions }));
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/schema");
        fs::write(format!("{folder}/{file}"), &derived).unwrap();
    } else {
        assert_eq!(kept, derived, "run it with SNAPSHOTS=overwrite");
    }
}

#[test]
fn the_schema_of_a_result_is_that_of_its_types() {
    holds("result.json", super::kept::RESULT, result::schema());
}

#[test]
fn the_schema_of_a_reading_is_that_of_its_types() {
    holds("reading.json", super::kept::READING, reading::schema());
}
