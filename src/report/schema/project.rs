//! `msacheck.toml`: a project's settings.

use serde_json::Value;

use super::shape::{Keys, texts, word};
use crate::gate::Threshold;
use crate::standing::{Strength, Words};

pub(super) fn schema() -> Value {
    // A power never gates.
    let gated = Strength::ALL.iter().filter(|strength| **strength != Strength::Power);
    let gate = gated.fold(Keys::new(), |keys, strength| {
        let description = format!("Fails the check where a {strength} comes to this or weaker.");
        keys.optional(strength.word(), word::<Threshold>(&description))
    });
    Keys::new()
        .optional("check", texts("The declarations that `check` without arguments checks."))
        .optional(
            "confirmations",
            texts("Files of confirmations, by those who hold the full texts."),
        )
        .optional("rules", texts("Folders of rule packs beside the built-in ones."))
        .optional("gate", gate.table("What makes a check fail, where not the defaults."))
        .table("Paths are taken from the folder of this file.")
}
