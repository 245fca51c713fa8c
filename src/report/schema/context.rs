//! What the reading of documents rests on: cues, modifiers, forces, and the examples that prove them.

use serde_json::{Map, Value, json};

use super::shape::{Keys, day, defined, free_table, list, one_of, text, texts, word, yes_no};
use crate::rulebook::{AnsweredBy, Effect, Reads, Scope, Tie, Vocabulary};
use crate::standing::{Attribute, ForceKind, State, Words};

/// What the schemas of cues and examples name: `[reading]` in an arrangement's file, and what is read
/// in an example.
pub(super) fn definitions(vocabulary: &Vocabulary) -> Map<String, Value> {
    let named = [("cues", cues()), ("reads", reads(vocabulary))];
    named.into_iter().map(|(name, shape)| (name.to_owned(), shape)).collect()
}

/// `context.toml`; `names.toml` is one that has classes alone.
pub(super) fn context(vocabulary: &Vocabulary) -> Value {
    let modifier = Keys::new()
        .required("effect", word::<Effect>("What it does to a cue in its reach."))
        .required("reads", word::<Reads>("On which side of it the cue stands."))
        .required("reach", word::<Scope>("How far it reaches."))
        .required("phrases", texts("Its patterns."))
        .optional("why", text("Why it is there."))
        .optional("example", list(&example(), "What proves it."))
        .table("Phrases that change what a cue means.");
    let added = vocabulary.arrangements().iter().fold(Keys::new(), |keys, arrangement| {
        keys.optional(arrangement.id.as_str(), defined("cues"))
    });
    Keys::new()
        .optional("class", free_table(&texts("Its patterns."), "Classes of phrases, by name."))
        .optional("modifier", list(&modifier, "What changes the meaning of a cue."))
        .optional("reading", added.table("Cues that are added to an arrangement's own."))
        .table("How documents are read: classes of phrases, and what changes the meaning of a cue.")
}

/// `forces.toml`.
pub(super) fn forces() -> Value {
    let force = Keys::new()
        .required("id", text("The name that `--force` takes."))
        .required("name", text("Its full name."))
        .required("kind", word::<ForceKind>("Its kind."))
        .optional("areas", texts("Words before \"Police\" in other names of it."))
        .optional("also", texts("Other names: abbreviations above all."));
    let facts =
        Attribute::ALL.iter().map(|attribute| (attribute.word(), known(&yes_no("Does it hold?"))));
    let ties = Tie::ALL.iter().map(|tie| (tie.word(), known(&belongs())));
    let force = facts.chain(ties).fold(force, |keys, (key, value)| keys.optional(key, value));
    let force = force.table("A police force, and the names under which papers speak of it.");
    let source = Keys::new()
        .required("id", text("The name by which facts refer to it."))
        .required("title", text("Its title."))
        .required("at", text("Where it is read: an address, or how the law is cited."))
        .table("A public source.");
    Keys::new()
        .optional("source", list(&source, "Where facts were read."))
        .optional("force", list(&force, "The forces."))
        .table("The police forces that papers may speak for.")
}

/// What is known of a force: said alone, or that with its days and its source, or several.
fn known(plain: &Value) -> Value {
    let one = Keys::new()
        .required("is", plain.clone())
        .optional("from", day("The first day on which it is so."))
        .optional("until", day("The first day on which it no longer is."))
        .required("source", text("The id of a [[source]] of this file."))
        .table("What is known, with its days and its source.");
    let several = list(&one, "What is known of different days.");
    json!({ "description": "What is known of it for certain.", "anyOf": [plain, one, several] })
}

/// A name, or that there is none.
fn belongs() -> Value {
    let none = json!({ "description": "It has none.", "const": false });
    json!({ "description": "What is it?", "anyOf": [text("Its name."), none] })
}

/// A file of `examples/`.
pub(super) fn examples() -> Value {
    Keys::new()
        .optional("example", list(&example(), "Texts with what is read in them."))
        .table("Examples of reading.")
}

fn cues() -> Value {
    let example = rest_of_example(
        Keys::new()
            .required("text", text("The text."))
            .required("state", states("What a careful reader takes from it."))
            .optional("also", defined("reads")),
    );
    Keys::new()
        .optional("cues", texts("Patterns that name it."))
        .optional("does", texts("Patterns that tell what is done, verb included."))
        .optional("part", texts("Patterns that show it in part at best."))
        .optional("labels", texts("Words that name it where they are a whole label."))
        .optional("hints", texts("General words of it, which a person should look at."))
        .optional("not", texts("Patterns that look like a cue and are none."))
        .optional(
            "by-commissioner",
            yes_no("Does a police and crime commissioner count as the force?"),
        )
        .optional("by-others", yes_no("Is it another body's support?"))
        .optional("joint", yes_no("Has the force a part in what it names together with others?"))
        .optional("membership", yes_no("Is it something to which the force belongs?"))
        .optional("titled", yes_no("Does a paper have it that names it in its title?"))
        .optional(
            "by-share",
            yes_no("Is it given to some of many, so that a share of them has it in part?"),
        )
        .optional("done", yes_no("Is it there by being done, so that who will do it plans it?"))
        .optional(
            "given",
            yes_no("Is it given to the force, so that it doesn't matter whose it was?"),
        )
        .optional(
            "answered-by",
            list(
                &word::<AnsweredBy>("A kind of answer."),
                "What alone may answer a question about it.",
            ),
        )
        .optional("example", list(&example, "What proves it."))
        .table("The cues by which documents are read.")
}

/// A text that proves something, with what is read in it.
pub(super) fn example() -> Value {
    rest_of_example(
        Keys::new().required("text", text("The text.")).required("reads", defined("reads")),
    )
}

fn rest_of_example(keys: Keys) -> Value {
    keys.optional("force", text("The force that it is read for. By default none is named."))
        .optional("kind", text("What it shows: it is counted with others of its kind."))
        .optional("held_out", yes_no("Was it not looked at while cues were written?"))
        .optional("misses", yes_no("Does the program not read it so yet?"))
        .table("A text with what a careful reader takes from it.")
}

fn reads(vocabulary: &Vocabulary) -> Value {
    let keys = vocabulary.arrangements().iter().fold(Keys::new(), |keys, arrangement| {
        keys.optional(arrangement.id.as_str(), states(&arrangement.question))
    });
    keys.table("What is read of which arrangements.")
}

/// A state, or a list of those that are accepted.
fn states(description: &str) -> Value {
    let state = one_of(State::ALL.iter().map(|state| state.word()), description);
    let any = json!({ "type": "array", "items": state, "minItems": 1 });
    json!({ "description": description, "anyOf": [state, any] })
}
