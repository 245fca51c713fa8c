//! `weights.toml`: what words weigh for an arrangement.

use serde_json::{Value, json};

use super::shape::{Keys, free_table, texts};
use crate::rulebook::{HEAVIEST, Vocabulary};

/// The schema of `weights.toml`.
pub(super) fn schema(vocabulary: &Vocabulary) -> Value {
    let each = free_table(
        &weight("How much it speaks for the arrangement, or below 0 against it."),
        "What weighs: words, a class, or a sign of how the sentence stands.",
    );
    let of = vocabulary.arrangements().iter().fold(Keys::new(), |keys, arrangement| {
        keys.optional(arrangement.id.as_str(), each.clone())
    });
    Keys::new()
        .optional("ask-from", weight("From this sum on a person is asked about a sentence."))
        .optional("hint-from", weight("From this sum on general words are worth a look."))
        .optional("against-below", weight("Below this sum what a cue states is asked about."))
        .optional(
            "against-standing-below",
            weight(
                "The same, where a cue only says that it is there, and not that the force has it.",
            ),
        )
        .optional("longer", weight("What it takes more each time that a paper is twice as long."))
        .optional("class", free_table(&texts("Its patterns."), "Classes of phrases, by name."))
        .optional("weights", of.table("What weighs for each arrangement."))
        .table("What words weigh for an arrangement. They state nothing.")
}

fn weight(description: &str) -> Value {
    json!({
        "type": "integer",
        "minimum": -HEAVIEST,
        "maximum": HEAVIEST,
        "description": format!("{description} Hundredths of the logarithm of the odds."),
    })
}
