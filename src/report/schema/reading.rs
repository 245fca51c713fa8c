//! What `read --format json` prints: a reading, or several. On each line of `--format ndjson`
//! stands one.

use serde_json::{Map, Value, json};

use super::shape::{Keys, defined, list, one_of, ordinal, text, word, yes_no};
use crate::document::{Format, formats};
use crate::report::READING_SCHEMA;
use crate::rulebook::Effect;
use crate::standing::State;

/// The schema, and what it refers to.
pub(super) fn schema() -> (Value, Map<String, Value>) {
    let count = json!({ "type": "integer", "minimum": 0, "description": "How many weren't read." });
    let several = Keys::new()
        .required("schema", shape())
        .required("documents", list(&defined("reading"), "In the order of the arguments."))
        .required("incomplete", yes_no("Is something missing that couldn't be read?"))
        .required("unread", count)
        .table("What several documents declare.");
    let mut parts = Map::new();
    parts.insert("reading".to_owned(), reading());
    parts.insert("arrangement".to_owned(), arrangement());
    parts.insert("statement".to_owned(), statement());
    (json!({ "anyOf": [defined("reading"), several] }), parts)
}

fn shape() -> Value {
    one_of([READING_SCHEMA], "The name and version of this shape.")
}

fn reading() -> Value {
    let hash = json!({
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "description": "The SHA-256 of the document.",
    });
    let warning = Keys::new()
        .required("code", text("The kind of fault, such as `document::no-text`."))
        .required("message", text("What couldn't be read, or must be looked at."))
        .table("A warning.");
    Keys::new()
        .required("schema", shape())
        .required("document", text("Its path as it was named, or `-` for standard input."))
        .required("sha256", hash)
        .required("format", one_of(formats().map(Format::word), "What it was read as."))
        .required("force", perhaps("The id of the police force that it speaks for, where known."))
        .required("force_name", perhaps("The force's name, where it is named at all."))
        .required("speaks", yes_no("Does it speak for a force? If not, it declares nothing."))
        .required(
            "date",
            perhaps("The date that the document gives itself: a day, a month or a year."),
        )
        .required("arrangements", list(&defined("arrangement"), "What isn't listed isn't stated."))
        .optional(
            "statements",
            list(&defined("statement"), "With `--explain`: every cue, in reading order."),
        )
        .required("warnings", list(&warning, "What somebody should look at."))
        .table("What a document declares.")
}

fn perhaps(description: &str) -> Value {
    json!({ "type": ["string", "null"], "description": description })
}

/// With keys for words of the document at their place.
fn quoted(keys: Keys) -> Keys {
    keys.required("quote", text("The words, as they stand there, white space folded."))
        .optional("page", ordinal("The page, where the format has pages."))
        .required("line", ordinal("The line (of the page), or the number of the paragraph."))
        .required("column", ordinal("The column, in Unicode scalars."))
}

fn arrangement() -> Value {
    let evidence = quoted(Keys::new()).table("Words that decided.");
    let overruled = quoted(Keys::new().required("state", word::<State>("What it says.")))
        .table("A statement that says otherwise.");
    let unsure = quoted(Keys::new().required("why", text("Why it can't be told.")))
        .table("A statement that a person should decide.");
    Keys::new()
        .required("arrangement", text("Its id."))
        .required("state", word::<State>("How far it stands. Weakest first."))
        .required("evidence", list(&evidence, "The words that decided, the first one first."))
        .required("overruled", list(&overruled, "What the document says otherwise, at most 50."))
        .required("unsure", list(&unsure, "What a person should decide, at most 50."))
        .table("An arrangement of which the document states something.")
}

fn statement() -> Value {
    let pattern = || text("The pattern in the rules that they match.");
    let words = || text("The words in the document.");
    let cue = Keys::new()
        .required("words", words())
        .required("pattern", pattern())
        .table("What names the arrangement.");
    let modifier = Keys::new()
        .required("effect", word::<Effect>("What it does to the cue."))
        .required("words", words())
        .required("pattern", pattern())
        .table("What decides.");
    let keys = Keys::new()
        .required("arrangement", text("The id of the arrangement that the cue names."))
        .optional("state", word::<State>("What the sentence says of it."))
        .optional("unsure", text("Why that can't be told."))
        .optional("silent", text("Why the cue says nothing of it."))
        .required("presupposed", yes_no("Is the arrangement taken for granted, not stated?"));
    quoted(keys)
        .required("cue", cue)
        .required("modifiers", list(&modifier, "Those that decided."))
        .table("A cue with what was made of it: `state`, `unsure` or `silent`.")
}
