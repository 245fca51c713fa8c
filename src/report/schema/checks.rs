//! `lint/`: what the checks of documents go by, a file a check, and their examples.

use serde_json::Value;

use super::shape::{Keys, day, free_table, list, text, texts, word, yes_no};
use crate::standing::State;

/// The schema of the file at a path; of none that a check goes by, that of examples.
pub(super) fn schema(path: Option<&str>) -> Value {
    match path.unwrap_or_default() {
        "lint/stale-name.toml" => stale_name(),
        "lint/wrong-section.toml" => wrong_section(),
        "lint/missing-topic.toml" => missing_topic(),
        "lint/overdue-review.toml" => lists(
            "How documents say by when they are to be looked at again.",
            &[
                ("labels", "What stands before a review or an expiry date."),
                ("says", "Sentences that lead in such a date."),
                ("not", "What tells that it was done, or that the date is something else's."),
                ("owns", "Labels of who answers for a document."),
                ("versions", "Labels of a document's version."),
            ],
        ),
        "lint/contradiction.toml" => contradiction(),
        "lint/weak-duty.toml" => weak_duty(),
        "lint/broken-reference.toml" => broken_reference(),
        "lint/figures.toml" => lists(
            "Words by which figures are known to be a whole, its parts, or years.",
            &[
                ("totals", "What calls a number the whole."),
                ("parts", "What leads in the parts of a whole."),
                ("rows", "How the row of a table begins that adds up those above it."),
                ("years", "What stands before years that follow one another."),
            ],
        ),
        "lint/placeholder.toml" => lists(
            "What templates leave behind.",
            &[
                ("begins", "How a note in brackets begins: \"insert\". Plain words."),
                ("whole", "Notes in brackets that are nothing else. Plain words."),
                ("open", "What stands where nothing was decided yet: \"tbc\"."),
                ("labels", "Labels beside which that is a fault."),
                ("never", "What no finished text holds."),
            ],
        ),
        "lint/victim-language.toml" => victim_language(),
        "lint/history.toml" => lists(
            "Words beside which a former name has a right to stand.",
            &[
                ("past", "What tells of the past."),
                ("published", "What tells of a publication: a name of its day stands beside it."),
            ],
        ),
        "lint/sections.toml" => sections(),
        _ => examples(),
    }
}

fn lists(about: &str, keys: &[(&str, &str)]) -> Value {
    keys.iter().fold(Keys::new(), |own, (key, about)| own.optional(key, texts(about))).table(about)
}

fn stale_name() -> Value {
    let name = Keys::new()
        .required("names", texts("Patterns of the name."))
        .required("until", day("The first day on which it was no longer right."))
        .required("instead", text("What there is instead."))
        .required("source", text("Where that is known from."))
        .optional(
            "replace",
            free_table(
                &text("What is written instead."),
                "What a fix writes, by what stands there.",
            ),
        )
        .optional("safe", yes_no("Is it the same body under another name?"))
        .optional("exact", yes_no("Must it stand in capitals, as an acronym?"))
        .optional("pedantic", yes_no("Must a person judge it?"))
        .optional("with", texts("Patterns one of which the document must have, too."))
        .table("A name that is no longer right.");
    Keys::new()
        .optional("name", list(&name, "The names."))
        .table("Names of bodies, posts, forms and schemes that are no longer right.")
}

fn wrong_section() -> Value {
    let gone = Keys::new()
        .optional("sections", texts("The sections, as \"s57\"."))
        .required("until", day("The first day on which they were no longer in force."))
        .required("instead", text("What took their place."))
        .table("Sections that were replaced.");
    let act = Keys::new()
        .required("called", text("Its name."))
        .optional("names", texts("Patterns of its name."))
        .optional("instrument", text("The instrument of the rules that knows its provisions."))
        .optional("gone", list(&gone, "Its sections that were replaced."))
        .table("An Act whose sections are looked at.");
    Keys::new()
        .optional("present", texts("What speaks of a section as of the law of today."))
        .optional("act", list(&act, "The Acts."))
        .table("The Acts whose sections are looked at.")
}

fn sections() -> Value {
    let topic = Keys::new()
        .required("called", text("What it is called."))
        .optional(
            "sections",
            texts("The sections that are about it, as \"s52\": first the one that is meant."),
        )
        .optional("names", texts("Patterns by which documents name it."))
        .table("What sections are about.");
    Keys::new()
        .optional("links", texts("Words that may stand between a section and what it is about."))
        .optional("topic", list(&topic, "What sections are about."))
        .table("What sections of the Act are about, as documents say it.")
}

fn missing_topic() -> Value {
    let topic = Keys::new()
        .required("called", text("What it is called."))
        .required("from", text("The provision that asks for it."))
        .optional("kinds", texts("The kinds of documents that must cover it."))
        .optional("said", texts("Patterns one of which covers it."))
        .optional("pedantic", yes_no("Must a person judge whether it is missing?"))
        .table("What documents of some kinds must speak of.");
    Keys::new()
        .optional("topic", list(&topic, "The topics."))
        .table("What documents must speak of, by their kind.")
}

fn contradiction() -> Value {
    let same = Keys::new()
        .optional("words", texts("The words."))
        .table("Words that are as good as one another.");
    Keys::new()
        .optional("empty", texts("Words that narrow nothing."))
        .optional("negative", texts("Words of a denial."))
        .optional("topic", texts("What a denial must be about."))
        .optional("change", texts("Words of another time, or of a condition."))
        .optional(
            "under",
            texts("Words of headings under which something else is told than what stands."),
        )
        .optional("ends", texts("Words behind a sign that tell what follows from a denial."))
        .optional("same", list(&same, "Words that are as good as one another."))
        .table("Words, one each, by which two sentences are told to speak of the same thing.")
}

fn weak_duty() -> Value {
    let duty = Keys::new()
        .optional("from", day("The first day on which it is the law."))
        .required("law", text("What the law says, with its place."))
        .required("says", text("What is wrong with the words."))
        .optional("wrong", texts("Patterns that are wrong for certain."))
        .optional("doubtful", texts("Patterns that a person must judge."))
        .optional("unless", texts("Patterns beside which they are right."))
        .table("A duty, or a power, as documents word it wrongly.");
    Keys::new()
        .optional("others", texts("Who isn't bound."))
        .optional("duty", list(&duty, "The duties and powers."))
        .table("What the law leaves no choice about, and the other way round.")
}

fn broken_reference() -> Value {
    let part = Keys::new()
        .required("called", text("What it is called."))
        .optional("names", texts("Patterns of what stands before its number."))
        .optional("headings", yes_no("Are the document's headings such parts, by their number?"))
        .optional("capital", yes_no("Is it written with a capital?"))
        .table("A part that sentences send to.");
    Keys::new()
        .optional("others", texts("What says that a part is another text's."))
        .optional("here", texts("What says that it is this text's."))
        .optional("part", list(&part, "The parts."))
        .table("The parts of a document that its sentences send to.")
}

fn victim_language() -> Value {
    let avoided = Keys::new()
        .optional("names", texts("Patterns of the words."))
        .required("instead", text("What to write instead."))
        .required("source", text("Who asks for that."))
        .table("Words that guidance asks not to use.");
    Keys::new()
        .optional("unless", texts("Words beside which they are spoken of, not used."))
        .optional("words", list(&avoided, "The words."))
        .table("Words that guidance asks not to use of victims.")
}

fn examples() -> Value {
    let common = |keys: Keys| {
        keys.optional("as_of", day("The day that it is held against."))
            .optional("pedantic", yes_no("Is what a person must judge told, too?"))
            .optional("kind", text("What kind of document it is."))
            .optional("format", text("\"md\" or \"html\", where it isn't plain text."))
            .optional(
                "declared",
                free_table(
                    &word::<State>("Its state."),
                    "What a declaration says, by arrangement.",
                ),
            )
    };
    let passes = common(Keys::new().required("text", text("The text.")));
    let found = |keys: Keys| {
        keys.required("text", text("The text."))
            .required("words", text("The words that must be found first."))
            .optional("fix", text("What must be offered instead."))
    };
    let turns =
        found(common(Keys::new().required("on", day("The first day on which it is found."))));
    let each = Keys::new()
        .optional(
            "text",
            text("A text in which each is put where `{}` stands. By default there is none."),
        )
        .optional("finds", texts("Something must be found with each."))
        .optional("passes", texts("Nothing must be found with any."));
    Keys::new()
        .optional(
            "finds",
            list(&found(common(Keys::new())).table("A text with a fault."), "What must be found."),
        )
        .optional("passes", list(&passes.table("A text without one."), "What must pass."))
        .optional(
            "turns",
            list(
                &turns.table("A text that passes up to a day."),
                "What must be found from a day on.",
            ),
        )
        .optional(
            "each",
            list(&common(each).table("Many short texts."), "Many short texts at once."),
        )
        .table("What a check of documents must find and what it must pass.")
}
