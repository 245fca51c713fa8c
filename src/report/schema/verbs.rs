//! `verbs.toml`: the forms of verbs.

use serde_json::{Value, json};

use super::shape::{Keys, list, texts};

/// The schema of `verbs.toml`.
pub(super) fn schema() -> Value {
    let verbs = Keys::new()
        .optional("auxiliary", texts("Forms that are never anything but a finite verb."))
        .optional("regular", texts("Verbs in their base form, whose other forms follow by rule."))
        .optional("doubling", texts("Regular verbs that double their last letter: \"refer\"."))
        .optional("irregular", list(&five_forms(), "A verb each."))
        .table("Verbs.");
    Keys::new().optional("verbs", verbs).table("The forms of verbs.")
}

fn five_forms() -> Value {
    json!({
        "type": "string",
        "pattern": r"^\s*\S+(\s+\S+){4}\s*$",
        "description": "Base, third person, past, participle, the form in -ing.",
    })
}
