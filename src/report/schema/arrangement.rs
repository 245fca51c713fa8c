//! A file of the vocabulary: one arrangement with its fields.

use serde_json::{Value, json};

use super::shape::{ID, Keys, defined, id, number, one_of, text, texts, yes_no};
use crate::rulebook::{Field, FieldKind};

pub(super) fn schema() -> Value {
    Keys::new()
        .required("id", id("The name of its file, and of its table in a declaration."))
        .optional("name", text("Its name in sentences. By default its id in words."))
        .required("title", text("Its name as a heading."))
        .required("question", text("The question that a force answers with it."))
        .optional("order", number("Its place in lists."))
        .optional("headline", yes_no("Is it one of those that come first?"))
        .optional("plural", yes_no("Is its name a plural?"))
        .optional("about", text("What a reader must know about it."))
        .optional("absent", text("The words for its absence, such as \"no strategic lead\"."))
        .optional("informative", yes_no("Does no requirement rest on it?"))
        .optional("limits", texts("Conditions beside which it is at most \"partial\"."))
        .optional("fields", fields())
        .optional("reading", defined("cues"))
        .table("Something that a force may have.")
}

fn fields() -> Value {
    let names = json!({ "pattern": ID, "not": { "enum": Field::RESERVED } });
    let mut field = Keys::new()
        .required("type", one_of(FieldKind::NAMES, "What kind of value it holds."))
        .optional("of", texts("The words of a choice, an ordered choice (lowest first) or a list."))
        .optional("title", text("Its name in sentences. By default its id in words."))
        .required("question", text("The question that a force answers with it."))
        .optional("plural", yes_no("Is its name a plural?"))
        .optional("says", text("What a reason says where it is stated, {} for its value."))
        .optional("informative", yes_no("Does no requirement rest on it?"))
        .table("A typed detail of the arrangement.");
    let holds = |kinds: &[&str]| json!({ "properties": { "type": { "enum": kinds } }, "required": ["type"] });
    // A choice needs words, a list may have them, and nothing else does.
    if let Value::Object(field) = &mut field {
        let lists = holds(&["list"]);
        field.insert("if".to_owned(), holds(&["choice", "ordered"]));
        field.insert(
            "then".to_owned(),
            json!({ "required": ["of"], "properties": { "of": { "minItems": 2 } } }),
        );
        field.insert(
            "else".to_owned(),
            json!({ "if": lists, "else": { "properties": { "of": false } } }),
        );
    }
    json!({
        "type": "object",
        "description": "Its typed details, each under its key in a declaration.",
        "propertyNames": names,
        "additionalProperties": field,
    })
}
