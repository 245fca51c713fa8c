//! `msacheck.toml`: a project's settings.

use serde_json::Value;

use super::shape::{Keys, day, free_table, id, list, text, texts, word, yes_no};
use crate::gate::Threshold;
use crate::lint::FailOn;
use crate::standing::{Basis, Strength, Words};

pub(super) fn schema() -> Value {
    Keys::new()
        .optional("check", texts("The declarations that `check` without arguments checks."))
        .optional(
            "confirmations",
            texts("Files of confirmations, by those who hold the full texts."),
        )
        .optional(
            "allow-outside",
            texts("Folders outside of this one in which the sources of declarations may be."),
        )
        .optional("rules", texts("Folders of rule packs beside the built-in ones."))
        .optional(
            "papers",
            text("The file that lists papers: whose each is, of when, where it was published."),
        )
        .optional("actions", text("The file of the plan of action: who does what about which gap."))
        .optional("report", report())
        .optional("gate", gate())
        .optional("lint", lint())
        .optional("waiver", list(&waiver(), "Gaps that somebody answers for until a day."))
        .table("Paths are taken from the folder of this file.")
}

fn report() -> Value {
    Keys::new()
        .optional(
            "docs",
            text("The address at which a rule is to be read, `{rule}` standing for its name."),
        )
        .table("What reports say beside the result.")
}

fn gate() -> Value {
    // A power never gates by its strength.
    let gated = Strength::ALL.iter().filter(|strength| **strength != Strength::Power);
    let gate = gated.fold(Keys::new(), |keys, strength| {
        let description = format!("Fails the check where a {strength} comes to this or weaker.");
        keys.optional(strength.word(), word::<Threshold>(&description))
    });
    let this = word::<Threshold>("This or weaker fails the check.");
    gate.optional(
        "instrument",
        free_table(&this, "A threshold for all but the powers of an instrument, by its id."),
    )
    .optional(
        "requirement",
        free_table(&this, "A threshold for one requirement, by its id; for a power, too."),
    )
    .optional(
        "basis",
        word::<Basis>(
            "The weakest basis with which a state counts; a weaker one counts as not stated.",
        ),
    )
    .optional("superseded", yes_no("Do superseded requirements count for the gate?"))
    .optional("may-be-empty", yes_no("May the check pass where there is nothing to look at?"))
    .optional(
        "stale",
        serde_json::json!({
            "type": "string",
            "pattern": r"^\s*[0-9]+ *(mo|months?|y|years?)\s*$",
            "description": "How old may the newest evidence of what is stated be? Such as 12mo or 1y.",
        }),
    )
    .optional("baseline", text("The file of `msacheck baseline`: what it records doesn't fail."))
    .table("What makes a check fail, where not the defaults.")
}

fn lint() -> Value {
    let kind = Keys::new()
        .required("path", text("The documents: a path, or a pattern of paths."))
        .required("kind", text("Their kind, such as `procedure`."))
        .table("What kind of documents stand where.");
    let allow = Keys::new()
        .required("path", text("The documents: a path, or a pattern of paths."))
        .required("check", text("The check, by its id."))
        .required("reason", text("Why may it stand?"))
        .optional("owner", text("Who answers for it; with `last_day`."))
        .optional("last_day", day("The last day on which it holds; with `owner`."))
        .table("A finding that is allowed.");
    Keys::new()
        .optional("files", texts("The documents that are looked at where none is named."))
        .optional("select", texts("The checks to make, by id; all, where none is named."))
        .optional("ignore", texts("The checks not to make, by id."))
        .optional("pedantic", yes_no("Is what a person must judge told, too?"))
        .optional("in-use", yes_no("Are the documents in use, whatever date they give themselves?"))
        .optional("kind", list(&kind, "What kind of documents stand where."))
        .optional("fail-on", word::<FailOn>("What makes the command fail."))
        .optional("baseline", text("The file of findings that are known."))
        .optional("allow", list(&allow, "Findings that are allowed."))
        .table("How documents themselves are looked at.")
}

fn waiver() -> Value {
    Keys::new()
        .required("requirement", text("The requirement, by its full id."))
        .optional("force", id("The id of the one force that it is for."))
        .required("reason", text("Why may the gap stand?"))
        .required("owner", text("Who answers for it?"))
        .required("last_day", day("The last day on which it holds."))
        .table("A requirement whose gap doesn't fail the check until a day.")
}
