//! The file of `msacheck baseline`.

use serde_json::{Map, Value, json};

use super::shape::{Keys, day, defined, free_table, one_of, word, word_among};
use crate::gate::BASELINE_SCHEMA;
use crate::standing::{Basis, Outcome, State, Words};

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let root = Keys::new()
        .required("schema", one_of([BASELINE_SCHEMA], "The version of this shape."))
        .optional("force", forces())
        .table("Gaps that are known, by force: only what is new or worse fails a check.");
    let mut parts = Map::new();
    parts.insert("force".to_owned(), force());
    parts.insert("gap".to_owned(), gap());
    (root, parts)
}

fn forces() -> Value {
    let mut forces = free_table(&defined("force"), "By the force's id.");
    if let Value::Object(forces) = &mut forces {
        forces.insert("propertyNames".to_owned(), json!({ "pattern": super::shape::ID }));
    }
    forces
}

fn force() -> Value {
    let stated = State::ALL.iter().copied().filter(|state| *state != State::NotStated);
    let stated = word_among(stated, "Its state.");
    Keys::new()
        .required("as_of", day("The day of the facts."))
        .required("assessed_on", day("The day that was assessed."))
        .optional("basis", word::<Basis>("The basis that states had to have in order to count."))
        .optional("stated", free_table(&stated, "Every arrangement that was stated, by its id."))
        .optional("gap", free_table(&defined("gap"), "Every gap, by its requirement's full id."))
        .table("What is recorded of a force.")
}

fn gap() -> Value {
    let gaps = Outcome::ALL.iter().copied().filter(|outcome| outcome.is_gap());
    let value = word::<State>("What it was worth.");
    Keys::new()
        .required("outcome", word_among(gaps, "What the requirement came to."))
        .optional("need", free_table(&value, "Every need, in its own words."))
        .table("A gap.")
}
