//! A declaration: every arrangement that is known, with its typed fields.

use serde_json::{Map, Value, json};

use super::ranks;
use super::shape::{
    Keys, amount, date, day, defined, id, list, one_of, ordinal, text, texts, word, yes_no,
};
use crate::declaration::JudgedAs;
use crate::rulebook::{Arrangement, Field, FieldKind, Vocabulary};
use crate::standing::{Attribute, ForceKind, State, Words};

/// The schema, and what it refers to.
pub(super) fn schema(vocabulary: &Vocabulary) -> (Value, Map<String, Value>) {
    let root = arrangements(Keys::new().required("force", force(vocabulary)), vocabulary)
        .optional("source", list(&source(), "The documents that evidence comes from."))
        .optional("information", list(&information(), "Quoted facts of no arrangement."))
        .optional("judgement", list(&judgement(), "What inspectors find themselves."));
    (root.table("One table an arrangement; one that isn't here isn't stated."), parts(vocabulary))
}

/// What the tables of arrangements refer to.
pub(super) fn parts(vocabulary: &Vocabulary) -> Map<String, Value> {
    let mut parts = Map::new();
    parts.insert("evidence".to_owned(), evidence());
    parts.insert("rank".to_owned(), ranks::rank(vocabulary.ranks()));
    parts
}

/// Adds a key for each arrangement, as declarations and the examples of rules hold them.
pub(super) fn arrangements(keys: Keys, vocabulary: &Vocabulary) -> Keys {
    vocabulary.arrangements().iter().fold(keys, |keys, arrangement| {
        keys.optional(arrangement.id.as_str(), of_arrangement(arrangement, vocabulary))
    })
}

/// Adds a key for each yes or no about a force.
pub(super) fn attributes(keys: Keys) -> Keys {
    Attribute::ALL.iter().fold(keys, |keys, attribute| {
        let description = match attribute {
            Attribute::SeaPort => "Is there a sea port in the force's area?",
            Attribute::Airport => "Is there an airport in the force's area?",
            Attribute::GuardianService => {
                "Does the child trafficking guardian service run in the force's area?"
            }
            Attribute::PublishesStatement => {
                "Does the force publish a slavery and human trafficking statement?"
            }
        };
        keys.optional(attribute.word(), yes_no(description))
    })
}

fn force(vocabulary: &Vocabulary) -> Value {
    let keys = Keys::new()
        .required("id", id("A short name: lower-case words joined by hyphens."))
        .optional("name", text("The full name."))
        .optional("note", text("What must a reader know of the declaration as a whole?"))
        .required("kind", word::<ForceKind>("What kind of force it is."))
        .required("as_of", day("The day that these facts are of."));
    none(attributes(keys), vocabulary).table("The force that this speaks for.")
}

/// Adds what the force states that none came of, as declarations and the examples of rules hold it.
pub(super) fn none(keys: Keys, vocabulary: &Vocabulary) -> Keys {
    let events = vocabulary.events();
    if events.is_empty() {
        return keys;
    }
    let questions: Vec<String> =
        events.iter().map(|event| format!("{}: {}", event.id, event.question)).collect();
    let of = format!("What didn't come. {}", questions.join(" "));
    let one = Keys::new()
        .required("of", one_of(events.iter().map(|event| event.id.as_str()), &of))
        .required("from", date("The first day of the time without any."))
        .optional("until", date("The first day after it. By default that after the facts."))
        .optional("note", text("What else should be known?"))
        .optional("evidence", list(&defined("evidence"), "Which words of which source say so?"))
        .table("That none came of what a duty waits for: then the duty isn't asked.");
    keys.optional("none", list(&one, "What a duty waits for, and never came."))
}

/// Where a document is to be had.
pub(super) fn address() -> Value {
    let pattern = r"^https?://[^\s\p{Cc}]*$";
    json!({ "type": "string", "pattern": pattern, "description": "Where it is to be had: a web address." })
}

fn source() -> Value {
    Keys::new()
        .required("id", text("The name by which evidence refers to it."))
        .required("title", text("Its title."))
        .optional("file", text("Its file: a path from this file's folder."))
        .optional("address", address())
        .optional("date", date("Its date."))
        .optional("obtained", date("When it came to hand."))
        .table("A document that evidence comes from.")
}

fn information() -> Value {
    Keys::new()
        .required("note", text("What it is."))
        .optional("evidence", list(&defined("evidence"), "Which words of which source say so?"))
        .table("A quoted fact of no arrangement.")
}

fn judgement() -> Value {
    Keys::new()
        .required("requirement", text("The requirement, by its full id."))
        .required("verdict", word::<JudgedAs>("What the inspector finds."))
        .required("role", text("Who finds so? A role, not a name."))
        .required("date", day("When?"))
        .required("reason", text("Why?"))
        .required("last_day", day("The last day on which it holds."))
        .table(
            "An inspector's own finding on a requirement: shown beside the computed outcome, which it \
             doesn't change; no gate heeds it.",
        )
}

fn evidence() -> Value {
    let quote = "The words, letter for letter: four or more, or a whole line of the source.";
    Keys::new()
        .required("source", text("The id of a [[source]]."))
        .optional("quote", text(quote))
        .optional("page", ordinal("The page on which it stands."))
        .optional("line", ordinal("The line on which it stands."))
        .optional("date", date("The date of what is evidenced."))
        .optional("from", date("The first day of the period that is evidenced, where it is one."))
        .optional("to", date("The last day of that period."))
        .table("Where a state comes from.")
}

fn of_arrangement(arrangement: &Arrangement, vocabulary: &Vocabulary) -> Value {
    let mut keys = Keys::new().required("state", state());
    for field in &arrangement.fields {
        keys = keys.optional(field.id.as_str(), of_field(field, vocabulary));
        let complete = format!("{}_complete", field.id);
        if arrangement.completed_by(&complete).is_some() {
            let description = format!("Is `{}` the whole list?", field.id);
            keys = keys.optional(&complete, yes_no(&description));
        }
    }
    let mut parts = vec![format!("{}. {}", arrangement.title, arrangement.question)];
    parts.extend(arrangement.about.clone());
    let partial = State::Partial;
    let limits = arrangement.limits.iter();
    parts.extend(limits.map(|limit| format!("Where {limit}, it is at most \"{partial}\".")));
    if arrangement.informative {
        parts.push("No requirement rests on it.".to_owned());
    }
    keys.optional("note", text("What else should be known?"))
        .optional("evidence", list(&defined("evidence"), "Which words of which source say so?"))
        .table(&parts.join("\n\n"))
}

fn state() -> Value {
    let words: Vec<&str> = State::ALL.iter().map(|state| state.word()).collect();
    word::<State>(&format!("How far does it stand? Weakest first: {}.", words.join(", ")))
}

fn of_field(field: &Field, vocabulary: &Vocabulary) -> Value {
    let question = field.question.as_str();
    match &field.kind {
        FieldKind::Text => text(question),
        FieldKind::Number => amount(question),
        FieldKind::YesNo => yes_no(question),
        FieldKind::Date => date(question),
        FieldKind::Choice(of) => one_of(of.iter().map(String::as_str), question),
        FieldKind::Ordered(of) => {
            let description = format!("{question} Lowest first: {}.", of.join(", "));
            one_of(of.iter().map(String::as_str), &description)
        }
        FieldKind::Rank => ranks::field(vocabulary.ranks(), question),
        FieldKind::List(None) => texts(question),
        FieldKind::List(Some(of)) => list(&json!({ "type": "string", "enum": of }), question),
    }
}
