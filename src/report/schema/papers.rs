//! A list of papers.

use serde_json::{Map, Value};

use super::declaration::address;
use super::shape::{Keys, date, defined, list, text};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let paper = Keys::new()
        .required("file", text("Its file: a path from this file's folder."))
        .optional("force", text("The force that it is read for: its name or id."))
        .optional("title", text("Its title, where its own isn't to be shown."))
        .optional("address", address())
        .optional("date", date("Its date, where its own isn't to count."))
        .table("A paper.");
    let root = Keys::new()
        .optional("paper", list(&defined("paper"), "The papers."))
        .table("What papers are, whose, of when, and where they were published.");
    let mut parts = Map::new();
    parts.insert("paper".to_owned(), paper);
    (root, parts)
}
