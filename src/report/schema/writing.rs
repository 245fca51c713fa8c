//! `writing.toml`: how papers are written.

use serde_json::Value;

use super::shape::{Keys, texts};
use crate::rulebook::{DateWords, Writing};

/// The schema of `writing.toml`.
pub(super) fn schema() -> Value {
    let lists = |all: &[(&'static str, &'static str)]| {
        all.iter().fold(Keys::new(), |keys, (key, what)| keys.optional(key, texts(what)))
    };
    let dates = lists(&DateWords::KEYS).table("How a document says of which day it is.");
    Keys::new()
        .optional("writing", lists(&Writing::KEYS).table("Words of how papers are written."))
        .optional("dates", dates)
        .table("How papers are written.")
}
