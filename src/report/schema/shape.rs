//! The parts that schemas are made of: what the readers of TOML take, said in JSON Schema.
//!
//! Editors that know only older drafts look at these schemas too. They pass over whatever stands
//! beside a `$ref`, so nothing does; and an `allOf` hides its neighbours from them, so there is
//! none.

use serde_json::{Map, Value, json};

use crate::standing::Words;

/// Text that is filled in: neither blank nor the `…` of a form.
const FILLED_IN: &str = r"[^\s…]|…\s*…";

/// Lower-case words joined by hyphens or dots, as `rulebook::is_id` wants them.
pub(super) const ID: &str = "^[a-z0-9]+([-.][a-z0-9]+)*$";

/// A whole day. TOML's own dates reach a schema as text of this form.
pub(super) const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A year, a month or a day.
pub(super) const DATE: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// A range of numbers, as `Amount::parse` reads it.
const RANGE: &str = r"^(at (least|most) \s*\+?[0-9]+|\s*\+?[0-9]+\s*[-–]\s*\+?[0-9]+)\s*$";

pub(super) fn text(description: &str) -> Value {
    json!({ "type": "string", "pattern": FILLED_IN, "description": description })
}

pub(super) fn id(description: &str) -> Value {
    json!({ "type": "string", "pattern": ID, "description": description })
}

pub(super) fn day(description: &str) -> Value {
    json!({ "type": "string", "pattern": DAY, "description": description })
}

pub(super) fn date(description: &str) -> Value {
    let description = format!("{description} A day (2017-06-30), \"2017-06\" or \"2017\".");
    json!({ "type": "string", "pattern": DATE, "description": description })
}

pub(super) fn number(description: &str) -> Value {
    json!({ "type": "integer", "description": description })
}

/// How many of something, or a place that is counted.
#[cfg(test)]
pub(super) fn count(description: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": description })
}

/// A number of something that is counted from 1.
pub(super) fn ordinal(description: &str) -> Value {
    json!({ "type": "integer", "minimum": 1, "description": description })
}

pub(super) fn amount(description: &str) -> Value {
    let description =
        format!("{description} A whole number, \"10-15\", \"at least 10\" or \"at most 15\".");
    json!({ "type": ["integer", "string"], "minimum": 0, "pattern": RANGE, "description": description })
}

pub(super) fn yes_no(description: &str) -> Value {
    json!({ "type": "boolean", "description": description })
}

/// One of the words of a closed set.
pub(super) fn word<T: Words>(description: &str) -> Value {
    word_among(T::ALL.iter().copied(), description)
}

/// One of some words of a closed set.
pub(super) fn word_among<T: Words>(
    values: impl IntoIterator<Item = T>,
    description: &str,
) -> Value {
    one_of(values.into_iter().map(Words::word), description)
}

pub(super) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>, description: &str) -> Value {
    let words: Vec<&str> = words.into_iter().collect();
    json!({ "type": "string", "enum": words, "description": description })
}

/// A list of what the first argument describes.
pub(super) fn list(of: &Value, description: &str) -> Value {
    json!({ "type": "array", "items": of, "description": description })
}

pub(super) fn texts(description: &str) -> Value {
    list(&json!({ "type": "string", "pattern": FILLED_IN }), description)
}

/// A table whose keys are free: each holds what the first argument describes.
pub(super) fn free_table(of: &Value, description: &str) -> Value {
    json!({ "type": "object", "additionalProperties": of, "description": description })
}

/// Something that stands under `$defs`.
pub(super) fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A text with whatever has a meaning in a pattern made harmless.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if r"^$\.*+?()[]{}|/".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A table with the keys that it may have: all others are refused.
pub(super) struct Keys {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Keys {
    pub(super) fn new() -> Self {
        Self { properties: Map::new(), required: Vec::new() }
    }

    /// Adds a key that must be there.
    pub(super) fn required(mut self, key: &str, shape: Value) -> Self {
        self.required.push(key.to_owned());
        self.optional(key, shape)
    }

    /// Adds a key that may be there.
    pub(super) fn optional(mut self, key: &str, shape: Value) -> Self {
        self.properties.insert(key.to_owned(), shape);
        self
    }

    /// The table as a schema.
    pub(super) fn table(self, description: &str) -> Value {
        let mut table = Map::new();
        table.insert("type".to_owned(), "object".into());
        table.insert("description".to_owned(), description.into());
        table.insert("properties".to_owned(), self.properties.into());
        if !self.required.is_empty() {
            table.insert("required".to_owned(), self.required.into());
        }
        table.insert("additionalProperties".to_owned(), false.into());
        table.into()
    }
}
