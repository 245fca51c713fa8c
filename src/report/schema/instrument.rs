//! `instrument.toml`: one of the texts that requirements come from.

use serde_json::{Value, json};

use super::shape::{Keys, day, id, list, number, text, yes_no};

pub(super) fn schema() -> Value {
    let law = "Is it law? A shortfall against what isn't law is a gap, not a breach.";
    let mut table = Keys::new()
        .required("id", id("The name of its folder."))
        .required("title", text("Its official title."))
        .optional("short", text("A short name for tables."))
        .optional("order", number("Its place among the instruments."))
        .optional("optional", yes_no("Are its requirements asked only where somebody asks for it?"))
        .optional("law", yes_no(law))
        .required("from", day("The first day on which it stood."))
        .optional("read_until", day("The day as at which its text was read."))
        .optional("read_at", text("Where it is to be read again."))
        .optional("source", list(&source(), "What its rules rest on beside it, and that changes."))
        .optional("superseded_on", day("The first day on which another one took its place."))
        .optional("superseded_by", text("The id of the instrument that did."))
        .optional("note", text("What was and wasn't read of it, and how its rules are meant."))
        .table("The other files of its folder hold its provisions and requirements.");
    if let Value::Object(table) = &mut table {
        let needs = json!({
            "superseded_on": ["superseded_by"],
            "superseded_by": ["superseded_on"],
        });
        table.insert("dependentRequired".to_owned(), needs);
    }
    table
}

fn source() -> Value {
    Keys::new()
        .required("title", text("Its title."))
        .required("read_until", day("The day as at which it was read."))
        .optional("at", text("Where it is to be read again."))
        .table("A text beside the instrument, such as guidance under it.")
}
