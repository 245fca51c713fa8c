//! The schemas of what programs take from ours: a result, and a reading. They come from the types that are written;
//! `derived` holds them to those, and writes them.

use serde::Deserialize;
use serde_json::{Map, Value};

/// Of a result.
pub(super) const RESULT: &str = include_str!("result.json");

/// Of a reading.
pub(super) const READING: &str = include_str!("reading.json");

#[derive(Deserialize)]
struct Kept {
    root: Value,
    definitions: Map<String, Value>,
}

/// A schema, and what it refers to.
pub(super) fn schema(kept: &str) -> serde_json::Result<(Value, Map<String, Value>)> {
    let Kept { root, definitions } = serde_json::from_str(kept)?;
    Ok((root, definitions))
}
