//! A file of rules: provisions of an instrument, and the requirements that rest on them.

use serde_json::{Map, Value, json};

use super::declaration::{arrangements, attributes, none, parts};
use super::shape::{
    Keys, day, defined, escaped, free_table, id, list, number, one_of, text, texts, word, yes_no,
};
use crate::rulebook::Vocabulary;
use crate::standing::{Bearer, Derivation, ForceKind, Outcome, Strength, Warrant};

/// The schema, and what it refers to.
pub(super) fn schema(vocabulary: &Vocabulary) -> (Value, Map<String, Value>) {
    let root = Keys::new()
        .optional("provision", list(&provision(), "Sections, schedules, chapters, paragraphs."))
        .optional("requirement", list(&requirement(vocabulary), "Lines of a checklist."))
        .table("The folder that it stands in is the instrument.");
    let mut parts = parts(vocabulary);
    parts.insert("need".to_owned(), need(vocabulary));
    parts.insert("applies_to".to_owned(), applies_to(vocabulary));
    (root, parts)
}

fn provision() -> Value {
    Keys::new()
        .required("id", id("Its id within the instrument, such as \"s52\"."))
        .required("heading", text("What it is about, in your own words."))
        .optional("bearer", bearers())
        .optional("from", day("The first day on which it is in force."))
        .optional("until", day("The first day on which it no longer is."))
        .optional("extent", text("Where it extends to."))
        .optional("commenced_by", text("The commencement instrument."))
        .optional("pages", text("The pages on which it stands."))
        .optional("subsections", number("The number of its last subsection."))
        .optional("no_rule", text("Why no requirement rests on it."))
        .table("A part of the instrument.")
}

fn requirement(vocabulary: &Vocabulary) -> Value {
    let strength = "How binding is it for the force? Weakest first. What forces don't bear is at \
                    most an expectation.";
    let needs = json!({
        "type": "array",
        "minItems": 1,
        "items": defined("need"),
        "description": "What it asks: all of these.",
    });
    let words = "Which words of its source ask what is tested: under each field that a condition \
                 tests, and under each arrangement that is asked for without one.";
    let words = free_table(&text("A few words of the source."), words);
    let conduct = "Why its title may say what is done where its needs test that it is laid down.";
    Keys::new()
        .required("id", id("Its id within the instrument; versions of one share it."))
        .required("title", text("What it claims, no more than its needs test."))
        .required("provision", text("The id of the provision that it rests on."))
        .required("citation", text("How to cite its source."))
        .required("strength", word::<Strength>(strength))
        .required("bearer", bearers())
        .required("derivation", word::<Derivation>("How does it follow from its provision?"))
        .required("warrant", word::<Warrant>("Were the words that ask it read? Weakest first."))
        .required("from", day("The first day on which it counts."))
        .optional("until", day("The first day on which it no longer counts."))
        .optional("words", words)
        .optional("shown_by", texts("What is tested only as another way to show what they ask."))
        .required("needs", needs)
        .optional("applies_to", defined("applies_to"))
        .required("remedy", text("What closes a gap against it."))
        .optional("formerly", texts("The ids that it had before it was renamed."))
        .optional(
            "split_from",
            texts("The ids of requirements that were split, of which it is a part."),
        )
        .optional("evidence", text("What an inspector would accept as evidence."))
        .optional("note", text("How it is read, and what it doesn't claim."))
        .optional("conduct", text(conduct))
        .optional("example", list(&example(vocabulary), "What proves it."))
        .table("A line of a checklist, or one version of it.")
}

fn bearers() -> Value {
    list(&word::<Bearer>("One of them."), "Who made the promise or carries the duty.")
}

/// A need in the small language, or needs joined. Conditions are left to the program.
fn need(vocabulary: &Vocabulary) -> Value {
    let ids: Vec<&str> = vocabulary.arrangements().iter().map(|a| a.id.as_str()).collect();
    let names: Vec<String> = ids.iter().map(|id| escaped(id)).collect();
    let asks = format!(r"^\s*({})(\s+(where|ideally)\s|\s*$)", names.join("|"));
    let branches = |description: &str| {
        json!({
            "type": "array",
            "minItems": 1,
            "items": defined("need"),
            "description": description,
        })
    };
    let count =
        json!({ "type": "integer", "minimum": 1, "description": "How many are asked for." });
    json!({
        "description": "ARRANGEMENT [where CONDITION] [ideally CONDITION], a list of needs, or needs joined.",
        "anyOf": [
            { "type": "string", "enum": ids },
            { "type": "string", "pattern": asks },
            branches("All of these."),
            Keys::new().required("any", branches("One of these.")).table("Any of some needs."),
            Keys::new().required("all", branches("All of these.")).table("All of some needs."),
            Keys::new()
                .required("at-least", count)
                .required("of", branches("Of these."))
                .table("So many of some needs."),
        ],
    })
}

fn applies_to(vocabulary: &Vocabulary) -> Value {
    let kind = || word::<ForceKind>("A kind of force.");
    let kinds = json!({
        "description": "The kinds of force that it reaches. By default all.",
        "anyOf": [kind(), list(&kind(), "Kinds of force.")],
    });
    let stated = "Does an attribute that isn't stated count as not holding?";
    let reaches: Vec<&str> = vocabulary.reaches().iter().map(|reach| reach.id.as_str()).collect();
    let events: Vec<&str> = vocabulary.events().iter().map(|event| event.id.as_str()).collect();
    let whom = "In the place of kinds: the term of `reach.toml` by which its text names those whom it binds.";
    let waits = "What it waits for, out of `events.toml`: where none came it isn't asked.";
    let mut keys = Keys::new().optional("kind", kinds);
    // A list of no words is no shape that a key could have.
    for (key, words, description) in [("reach", reaches, whom), ("arises_on", events, waits)] {
        if !words.is_empty() {
            keys = keys.optional(key, one_of(words, description));
        }
    }
    attributes(keys)
        .optional("any", list(&defined("applies_to"), "One of these must hold."))
        .optional("only_if_stated", yes_no(stated))
        .table("Which forces it reaches: all that is named here must hold of the force.")
}

fn example(vocabulary: &Vocabulary) -> Value {
    let kind = word::<ForceKind>("What kind of force it is.");
    let force = none(attributes(Keys::new().required("kind", kind)), vocabulary)
        .table("The force. By default a territorial one of which nothing is stated.");
    let declared = arrangements(Keys::new(), vocabulary).table("What the force declares.");
    Keys::new()
        .optional("as_of", day("The day that is assessed. By default the requirement's first."))
        .optional("force", force)
        .required("declared", declared)
        .required("outcome", word::<Outcome>("What the requirement must come to."))
        .optional("note", text("Why."))
        .table("A declaration in small, and what the requirement must come to.")
}
