//! What the gate said of one force, within a result.

use serde_json::{Value, json};

use super::result::{any_text, count, perhaps};
use super::shape::{Keys, day, defined, list, word, yes_no};
use crate::gate::{Change, Idle, Threshold};
use crate::standing::{Basis, Outcome, State, Strength, Words};

/// The verdict of a gate.
pub(super) fn schema() -> Value {
    let baseline = Keys::new()
        .required("file", any_text("Its file."))
        .required("as_of", perhaps(day("The day of the facts that it records for the force.")))
        .table("The baseline that findings were held against.");
    let went_silent = Keys::new()
        .required("arrangement", any_text("The arrangement's id."))
        .required("name", any_text("Its name in sentences."))
        .required("was", word::<State>("The state that the baseline records."))
        .optional("declared", word::<State>("What is declared, where its basis is too weak."))
        .required("place", defined("place"))
        .table("An arrangement that was stated and isn't now. It fails the check.");
    let closed = Keys::new()
        .required("requirement", any_text("The requirement."))
        .required("was", word::<Outcome>("The outcome that the baseline records."))
        .required("now", perhaps(word::<Outcome>("What it comes to now, where it is asked.")))
        .table("A gap that the baseline records and that is none now.");
    let idle = Keys::new()
        .required("waiver", defined("waiver"))
        .required("why", word::<Idle>("Why it did nothing."))
        .table("A waiver that did nothing.");
    Keys::new()
        .required("passes", yes_no("Does the check pass?"))
        .required("sentence", any_text("Why, in a sentence."))
        .required("terms", terms())
        .required("without_waivers", yes_no("Were waivers left out on request?"))
        .required("baseline", perhaps(baseline))
        .required("today", perhaps(day("The day that waivers were judged by.")))
        .required("looked_at", count("How many requirements it looked at."))
        .required("failing", list(&any_text("A requirement."), "Those that fail the check."))
        .required("marks", list(&defined("mark"), "What it makes of what it looked at."))
        .required("went_silent", list(&went_silent, "Stated in the baseline, silent now."))
        .required("closed", list(&closed, "Gaps in the baseline that are none now."))
        .required("idle_waivers", list(&idle, "Waivers that did nothing."))
        .table("What the gate said.")
}

fn terms() -> Value {
    let thresholds = Strength::ALL
        .iter()
        .fold(Keys::new(), |keys, strength| keys.optional(strength.word(), threshold()));
    let by_id = |description: &str| {
        json!({
            "type": "object",
            "additionalProperties": threshold(),
            "description": description,
        })
    };
    Keys::new()
        .required("thresholds", thresholds.table("By strength."))
        .optional("instruments", by_id("For an instrument, its powers apart."))
        .optional("requirements", by_id("For one requirement."))
        .required("basis", perhaps(word::<Basis>("The weakest with which a state counts.")))
        .required("superseded", yes_no("Do superseded requirements gate?"))
        .table("What the gate asked for.")
}

fn threshold() -> Value {
    word::<Threshold>("This or weaker falls short.")
}

/// What the gate makes of one finding.
pub(super) fn mark() -> Value {
    let fall = Keys::new()
        .required("need", any_text("The need, in the need language."))
        .required("was", word::<State>("What it was worth."))
        .required("is", word::<State>("What it is worth."))
        .table("A need that fell.");
    let compared = Keys::new()
        .required("change", word::<Change>("How it compares with the baseline."))
        .required("was", perhaps(word::<Outcome>("The outcome that the baseline records.")))
        .optional("fell", list(&fall, "The needs that fell."))
        .table("A gap held against the baseline.");
    let rulings = json!({
        "type": "string",
        "enum": ["passes", "fails", "waived", "expired", "baselined"],
        "description": "What came of it: `fails` and `expired` fail the check.",
    });
    Keys::new()
        .required("requirement", any_text("The requirement."))
        .required("threshold", threshold())
        .required("ruling", rulings)
        .optional("waiver", defined("waiver"))
        .optional("compared", compared)
        .table("What the gate makes of one finding.")
}

/// A waiver.
pub(super) fn waiver() -> Value {
    Keys::new()
        .required("requirement", any_text("The requirement."))
        .optional("force", any_text("The force that it is for; else every force."))
        .required("reason", any_text("Why the gap may stand."))
        .required("owner", any_text("Who answers for it."))
        .required("last_day", day("The last day on which it holds."))
        .required("place", defined("place"))
        .table("A gap that somebody answers for until a day.")
}
