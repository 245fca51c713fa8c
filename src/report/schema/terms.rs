//! Whom the law means where it names somebody, and what a duty may wait for.

use serde_json::{Value, json};

use super::shape::{Keys, day, id, list, text};
use crate::standing::{ForceKind, Words as _};

/// `reach.toml`.
pub(super) fn reach() -> Value {
    let keys = Keys::new()
        .required("id", id("The name by which rules refer to it."))
        .required("title", text("Whom it takes in, in your own words."))
        .required("citation", text("Where the term stands."))
        .optional("note", text("How it is read, and what wasn't."));
    let keys = ForceKind::WRITTEN.iter().fold(keys, |keys, kind| keys.required(kind.word(), row()));
    let term = keys.table("A term by which a text names those whom it binds or empowers.");
    Keys::new().optional("reach", list(&term, "The terms.")).table("Whom the law means.")
}

/// What a term means for one kind of force.
fn row() -> Value {
    let citation = || text("Where that stands.");
    let within = || text("Where alone, where the force works elsewhere, too.");
    let taken_in = Keys::new()
        .required("as", text("As whom it is taken in."))
        .required("citation", citation())
        .optional("within", within())
        .table("It is taken in.");
    let left_out = Keys::new()
        .required("not", text("Why it isn't taken in."))
        .required("citation", citation())
        .optional("within", within())
        .table("It isn't taken in.");
    json!({ "description": "Is this kind of force taken in?", "anyOf": [taken_in, left_out] })
}

/// `events.toml`.
pub(super) fn events() -> Value {
    let months = json!({
        "type": "integer",
        "minimum": 1,
        "maximum": u16::MAX,
        "description": "How many months must be free of it, so that nothing is asked; left out, all since it could first come.",
    });
    let event = Keys::new()
        .required("id", id("The name by which rules and declarations refer to it."))
        .required("title", text("What it is called in sentences: \"a request of …\"."))
        .required("none", text("That there was none, as a sentence: \"no request of … came\"."))
        .required("question", text("What a force is asked."))
        .required("citation", text("Where it stands."))
        .required("from", day("The first day on which there could be one."))
        .optional("months", months)
        .optional("note", text("How it is read."))
        .table("Something of others that a duty waits for.");
    Keys::new().optional("event", list(&event, "The events.")).table("What a duty may wait for.")
}
