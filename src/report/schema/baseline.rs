//! The file of `msacheck baseline`.

use serde_json::{Map, Value, json};

use super::shape::{Keys, day, defined, free_table, list, one_of, texts, word, word_among, yes_no};
use crate::gate::BASELINE_SCHEMA;
use crate::standing::{Attribute, Basis, ForceKind, Outcome, State, Words};

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
    let attributes = Attribute::ALL.iter().fold(Keys::new(), |keys, attribute| {
        keys.optional(attribute.word(), yes_no("What was stated of the force."))
    });
    let digest = json!({ "type": "string", "pattern": "^[0-9a-fA-F]{64}$" });
    let earlier = "Did an earlier form record it? Then what it rests on isn't known, and nothing of that \
                   is read here; `msacheck baseline --upgrade` records it in today's.";
    Keys::new()
        .required("as_of", day("The day of the facts."))
        .required("assessed_on", day("The day that was assessed."))
        .optional("basis", word::<Basis>("The basis that states had to have in order to count."))
        .optional("earlier", yes_no(earlier))
        .required("kind", word::<ForceKind>("What kind of force it was."))
        .required("rules", list(&digest, "The SHA-256 of each rule pack."))
        .required("inputs", list(&digest, "The SHA-256 of each input."))
        .required("switched_off", texts("The requirements that were switched off."))
        .required("met", texts("The requirements that were met."))
        .required("not_assessed", texts("Those not in force, or not reaching the force."))
        .optional("attributes", attributes.table("What was stated of the force."))
        .required(
            "state",
            free_table(&word::<State>("Its state."), "Every arrangement, by its id."),
        )
        .optional("gap", free_table(&defined("gap"), "Every gap, by its requirement's full id."))
        .table("What is recorded of a force.")
}

fn gap() -> Value {
    let gaps = Outcome::ALL.iter().copied().filter(|outcome| outcome.is_gap());
    let value = word::<State>("What it was worth.");
    Keys::new()
        .required("outcome", word_among(gaps, "What the requirement came to."))
        .required("need", free_table(&value, "Every need, in its own words: one at least."))
        .table("A gap.")
}
