//! The file of what people decided about passages of papers.

use serde_json::{Map, Value, json};

use super::shape::{Keys, day, defined, list, ordinal, text, word};
use crate::decisions::Decided;
use crate::standing::State;

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let digest = json!({
        "type": "string",
        "pattern": "^[0-9a-fA-F]{64}$",
        "description": "The SHA-256 of the paper's file.",
    });
    let mut decision = Keys::new()
        .required("paper", digest)
        .required("file", text("The name of the file, as it was then."))
        .required("arrangement", text("The arrangement that the passage speaks of."))
        .required("quote", text("The words, as they stand in the paper."))
        .optional("page", ordinal("The page, where the paper has pages."))
        .optional("line", ordinal("The line; of what has none, the paragraph."))
        .required("suggested", text("What the program suggested, in its words."))
        .required("decided", word::<Decided>("What was made of it."))
        .optional("state", word::<State>("The state that it states; of what is rejected, none."))
        .optional("was", word::<State>("What the declaration gave before, where that changed."))
        .optional("reason", text("Why it was rejected."))
        .required("role", text("The role of whoever decided."))
        .required("date", day("When."))
        .required("program", text("The program, with its version."))
        .table("What somebody decided about a passage.");
    if let Some(keys) = decision.as_object_mut() {
        let rejected =
            json!({ "properties": { "decided": { "enum": [Decided::Rejected.to_string()] } } });
        keys.insert("if".to_owned(), rejected);
        keys.insert("else".to_owned(), json!({ "required": ["state"] }));
    }
    let root = Keys::new()
        .optional("decision", list(&defined("decision"), "What was decided, in its order."))
        .table("What people decided about passages of papers.");
    let mut parts = Map::new();
    parts.insert("decision".to_owned(), decision);
    (root, parts)
}
