//! The file of the plan of action.

use serde_json::{Map, Value};

use super::shape::{Keys, day, defined, id, list, text, texts, word};
use crate::actions::ActionStatus;

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let named = "The requirements whose gaps it is to close, by their full ids.";
    let mut one_or_more = Map::new();
    one_or_more.insert(
        "anyOf".to_owned(),
        vec![text("The requirement, by its full id."), texts(named)].into(),
    );
    let action = Keys::new()
        .required("requirement", one_or_more.into())
        .optional("force", id("The id of the one force that it is for."))
        .required("owner", text("Who does it: a role."))
        .required("deadline", day("The last day on which it is in time."))
        .required("status", word::<ActionStatus>("How far has it come?"))
        .optional("note", text("What is done; of what is dropped, why."))
        .table("What somebody does about a gap.");
    let root = Keys::new()
        .optional("action", list(&defined("action"), "What is done about gaps."))
        .table("Who does what about which gap, and by when. It changes no outcome and no gate.");
    let mut parts = Map::new();
    parts.insert("action".to_owned(), action);
    (root, parts)
}
