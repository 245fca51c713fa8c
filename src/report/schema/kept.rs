//! The schemas of what programs take from ours: a result, a reading, a comparison, a plan, and what is wrong with documents. They come from the types that are written;
//! `derived` holds them to those, and writes them. The build folds them.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Of a result: `result.json`.
pub(super) const RESULT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/result.json"));

/// Of a reading: `reading.json`.
pub(super) const READING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reading.json"));

/// Of a comparison: `comparison.json`.
pub(super) const COMPARISON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/comparison.json"));

/// Of plans: `plan.json`.
pub(super) const PLAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plan.json"));

/// Of what is wrong with documents: `lint.json`.
pub(super) const LINT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lint.json"));

#[derive(Deserialize)]
struct Kept {
    root: Value,
    definitions: Map<String, Value>,
}

/// A schema, and what it refers to.
pub(super) fn schema(folded: &[u8]) -> serde_json::Result<(Value, Map<String, Value>)> {
    let mut kept = String::new();
    DeflateDecoder::new(folded).read_to_string(&mut kept).map_err(serde_json::Error::io)?;
    let Kept { root, definitions } = serde_json::from_str(&kept)?;
    Ok((root, definitions))
}
